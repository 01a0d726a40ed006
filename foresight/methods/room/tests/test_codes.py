"""Codes as they are typed, and codes for everybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.history import together
from foresight.core.problems import EditRefused
from foresight.methods.room.codes import (
    code_of,
    codes_for_everybody,
    codes_lacking,
    enter_person,
    in_order,
    kinds,
    people_sentence,
    typed_in,
)
from foresight.model.groups import Group, Groups, Participant

TABLES = (Group(id="a", name="Alpha", size=3), Group(id="b", name="Beta"), Group(id="c", name="Gamma", size=2))
ROOM = Document().put(Groups(groups=TABLES))


def people(document: Document) -> list[tuple[str, str | None, str]]:
    return [(one.code, one.group, one.sector) for one in document[Groups].participants]


@pytest.mark.parametrize("text", ["01-3", "7", "KN", "abc", "Table_2", "12345678901a"])
def test_a_code_is_short(text: str) -> None:
    assert code_of(f" {text} ") == text


@pytest.mark.parametrize("text", ["", "Kari", "Kari2Nordmann", "01 3", "ÅÅ", "a.b", "²"])
def test_what_may_be_a_name_is_no_code(text: str) -> None:
    with pytest.raises(EditRefused, match="never a name"):
        code_of(text)


@pytest.mark.parametrize("line", ["K7, State agency", "K7\tState agency", "K7 State  agency", "K7;State agency"])
def test_a_line_has_a_code_and_a_kind_of_organisation(line: str) -> None:
    assert people(enter_person(line, "b").apply(ROOM)) == [("K7", "b", "State agency")]


def test_the_kind_that_stays_chosen_is_for_those_who_have_none_of_their_own() -> None:
    lines = [enter_person("1", "a", "County"), enter_person("2 Ministry", "a", "County")]
    assert people(together("", lines).apply(ROOM)) == [("1", "a", "County"), ("2", "a", "Ministry")]


def test_who_is_there_learns_what_is_new_and_is_refused_what_is_not() -> None:
    document = enter_person("K7").apply(ROOM)
    document = enter_person("K7 Ministry", "c").apply(document)
    assert people(document) == [("K7", "c", "Ministry")]
    for edit in (enter_person("K7"), enter_person("K7 Ministry", "c")):
        with pytest.raises(EditRefused, match="The code K7 is there already"):
            edit.apply(document)


def test_codes_for_everybody_pass_over_those_that_are_taken() -> None:
    document = together("", [enter_person("01-2", "a"), enter_person("03-1")]).apply(ROOM)
    assert codes_lacking(document) == 4
    document = codes_for_everybody().apply(document)
    assert [(code, group) for code, group, _kind in people(document)] == [
        ("01-2", "a"), ("03-1", None), ("01-1", "a"), ("01-3", "a"), ("03-2", "c"), ("03-3", "c")
    ]  # fmt: skip
    assert codes_for_everybody().apply(document) is document


def test_codes_for_everybody_refuse_a_size_that_is_a_slip() -> None:
    with pytest.raises(EditRefused, match="2000 codes"):
        codes_for_everybody().apply(Document().put(Groups(groups=(Group(name="A", size=9_000),))))


@given(sizes=st.lists(st.integers(0, 12), max_size=6), taken=st.sets(st.integers(1, 9)))
def test_afterwards_everybody_has_one_code(sizes: list[int], taken: set[int]) -> None:
    tables = tuple(Group(id=f"g{n}", name=f"{n}", size=size) for n, size in enumerate(sizes))
    some = tuple(Participant(code=f"01-{n}") for n in sorted(taken))
    document = codes_for_everybody().apply(Document().put(Groups(groups=tables, participants=some)))
    codes = [code for code, _group, _kind in people(document)]
    assert len(set(codes)) == len(codes) == sum(sizes) + len(some)
    assert codes_lacking(document) == 0


def test_cells_are_read_from_what_was_typed() -> None:
    document = Document().put(
        Groups(groups=TABLES, participants=(Participant(id="p", code="1"), Participant(id="q", code="2")))
    )
    for field, text in (("group", "gam"), ("sector", " Health  trust "), ("code", "9")):
        document = typed_in("p", field, text).apply(document)
    assert people(document)[0] == ("9", "c", "Health trust")
    assert people(typed_in("p", "group", "").apply(document))[0] == ("9", None, "Health trust")
    for field, text in (("code", "2"), ("code", "Kari N"), ("group", "Delta"), ("name", "Kari")):
        with pytest.raises(EditRefused):
            typed_in("p", field, text).apply(document)


def test_the_kinds_are_counted_most_first() -> None:
    some = tuple(Participant(code=str(n), sector=kind) for n, kind in enumerate(["B", "A", "B", "", "C"]))
    assert kinds(some) == (("B", 2), ("", 1), ("A", 1), ("C", 1))
    document = Document().put(Groups(groups=TABLES, participants=some))
    assert people_sentence(document) == "5 codes for 5 people · B 2 · A 1 · C 1"


def test_codes_are_sorted_as_one_counts() -> None:
    some = [Participant(code=code) for code in ("10-1", "9-10", "9-2", "K1", "100-1")]
    assert [one.code for one in sorted(some, key=in_order)] == ["9-2", "9-10", "10-1", "100-1", "K1"]
