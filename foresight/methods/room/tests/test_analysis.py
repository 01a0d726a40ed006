"""Words, sizes, typed groups and the figures of the room."""

import json
import re

import pytest

from foresight.core.document import Document
from foresight.core.text import LINE_LENGTH
from foresight.methods.room.analysis import attendance, figures, group_from, people, word_count, years_ahead
from foresight.model.groups import Group, Groups
from foresight.model.workshop import Workshop


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("one", 1), ("  two   words ", 2), ("5 prosent – ikke 6", 4), ("well-liked, and fast!", 3), ("— · …", 0)],
)
def test_words_are_what_one_would_count(text: str, words: int) -> None:
    assert word_count(text) == words


@pytest.mark.parametrize(("text", "size"), [("", None), ("0", 0), (" 12 ", 12), ("10 000", 10_000)])
def test_a_size_is_a_whole_number_or_nothing(text: str, size: int | None) -> None:
    assert people(text) == size


@pytest.mark.parametrize("text", ["-1", "8.5", "ten", "10001", "²", "١٢"])
def test_anything_else_is_no_size(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        people(text)


@pytest.mark.parametrize(
    ("text", "name", "size", "sector"),
    [
        ("Table 1", "Table 1", None, ""),
        ("Table 1, 8", "Table 1", 8, ""),
        ("Table 1 ,8, Health, state", "Table 1", 8, "Health, state"),
        ("Health, care and state", "Health, care and state", None, ""),
        ("Health, care, 9", "Health, care", 9, ""),
        ("2040, 12", "2040", 12, ""),
        ("Table, 99999", "Table, 99999", None, ""),
        ("Table 4; 8; state", "Table 4", 8, "state"),
        ("Health, care; 9; state, region", "Health, care", 9, "state, region"),
        ("Now; then", "Now; then", None, ""),
    ],
)
def test_a_typed_line_becomes_a_group(text: str, name: str, size: int | None, sector: str) -> None:
    group = group_from(text)

    assert (group.name, group.size, group.sector) == (name, size, sector)


def test_the_longest_line_fits_a_group() -> None:
    assert group_from("x" * (LINE_LENGTH + 50)).name == "x" * LINE_LENGTH


def test_attendance_is_what_was_said_else_the_sum_of_the_groups() -> None:
    document = Document().put(Groups(groups=(Group(name="A", size=7), Group(name="B"), Group(name="C", size=5))))

    assert attendance(document) == 12
    assert attendance(document.put(Workshop(participants=0))) == 0
    assert attendance(document.put(Workshop(participants=30))) == 30


def test_years_ahead_count_from_the_day_of_the_workshop() -> None:
    assert years_ahead(Workshop(date="2018-11-16", horizon=2040)) == 22
    assert years_ahead(Workshop(date="", horizon=2040)) is None
    assert years_ahead(Workshop(date="next week", horizon=2040)) is None


def test_figures_of_an_empty_workshop() -> None:
    assert figures(Document()) == {
        "groups": [],
        "participants": 0,
        "participants_in_groups": 0,
        "codes": 0,
        "kinds": [],
        "horizon": 2040,
        "years_ahead": None,
        "messages": [],
    }


def test_figures_of_the_sample(sample: Document) -> None:
    found = figures(sample)

    assert len(found["groups"]) == 12
    assert found["participants"] == found["participants_in_groups"] == 104
    assert found["codes"] == sum(kind["n"] for kind in found["kinds"]) == 104
    assert found["kinds"][0] == {"kind": "Municipality", "n": 36, "share": 36 / 104}
    assert found["years_ahead"] == 22
    assert [message["words"] for message in found["messages"]] == [20, 23, 20]
    assert json.loads(json.dumps(found)) == found
