"""The calendar, read back by a reader of its own, and the tables."""

import re
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from foresight.core.document import Document
from foresight.core.look import PRINT
from foresight.core.picture import Text as Words
from foresight.core.text import clean_line
from foresight.core.words import speaking
from foresight.exchange.csv_files import read_csv
from foresight.methods.commitments.analysis import kept
from foresight.methods.commitments.exchange_calendar import escaped, folded, write
from foresight.methods.commitments.exchange_tables import write as write_table
from foresight.methods.commitments.exchange_tables import write_asks
from foresight.methods.commitments.figure_cards import sheets, write_cards, write_empty
from foresight.methods.commitments.tests.samples import four, whole, workshop
from foresight.model.commitments import Commitments, change_commitment


def unfolded(data: bytes) -> list[str]:
    """The content lines as RFC 5545 says a reader makes them: joined before a blank, split at CRLF."""
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def plain(value: str) -> str:
    """A value without its escapes."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def events(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar, each by the names of its properties."""
    lines = unfolded(data)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert "VERSION:2.0" in lines
    found: list[dict[str, str]] = []
    for line in lines:
        name, _colon, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1][name] = plain(value)
    return found


def test_a_calendar_has_starts_gains_and_the_day_of_follow_up() -> None:
    found = events(write(four(), ".ics"))
    assert [(each["SUMMARY"], each["DTSTART;VALUE=DATE"]) for each in found] == [
        ("Begin: Do a", "20270110"),
        ("First gain: Do a", "20270601"),
        ("Begin: Do b", "20270301"),
        ("First gain: Do b", "20270601"),
        ("We look again at what we agreed on", "20270201"),
    ]
    assert found[0]["UID"] == "a-start.doc@foresight"
    assert {each["DTSTAMP"] for each in found} == {"20261122T000000Z"}
    assert found[0]["DESCRIPTION"].splitlines()[:2] == ["Who (role): Head of section", "First small step: Ring them"]
    with speaking("nb"):
        assert events(write(four(), ".ics"))[0]["SUMMARY"] == "Begynn: Do a"


def test_an_event_keeps_its_identifier_when_its_commitment_changes() -> None:
    before = events(write(four(), ".ics"))
    after = events(write(change_commitment("a", text="Do it otherwise", start="2027-02-02").apply(four()), ".ics"))
    assert [each["UID"] for each in after] == [each["UID"] for each in before]
    assert len({each["UID"] for each in after}) == len(after)
    assert write(four(), ".ics") == write(four(), ".ics")


def test_a_calendar_without_anything_is_still_one() -> None:
    assert events(write(Document(), ".ics")) == []


TEXTS = st.text(max_size=120).map(clean_line)


@given(text=TEXTS, step=TEXTS)
def test_any_text_comes_back_as_it_was(text: str, step: str) -> None:
    document = workshop(whole("a", text=text, step=step, who="", measure="", gain="", taker="", first_gain=""))
    (event,) = events(write(document, ".ics"))
    assert event["SUMMARY"] == f"Begin: {text}"
    assert event.get("DESCRIPTION", "") == (f"First small step: {step}" if step else "")


def test_special_characters_and_long_lines() -> None:
    assert escaped("a,b;c\\d\ne: f") == "a\\,b\\;c\\\\d\\ne: f"
    pieces = folded("SUMMARY:" + "æ" * 80).split("\r\n")
    assert [len(piece.encode()) for piece in pieces] == [74, 75, 21]
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert folded("x" * 75) == "x" * 75


def said(figure: Any) -> list[str]:
    return [shape.text for shape in figure.plain() if isinstance(shape, Words)]


def test_cards_to_tear_off_are_two_to_a_page() -> None:
    held = kept(four()[Commitments])
    first, second = (said(figure) for figure in sheets(four(), held, PRINT))
    assert [first.count("Table 1"), second.count("Table 2"), second.count("This I take on")] == [2, 1, 2]
    assert ("Do a" in first, "10 January 2027" in first, "Do c" in second) == (True, True, True)
    assert [len(PdfDocument(BytesIO(make(four(), ".pdf")))) for make in (write_cards, write_empty)] == [2, 1]


def test_a_long_text_stands_whole_on_its_card() -> None:
    text = " ".join(f"word{n}" for n in range(28))
    (figure,) = sheets(Document(), [whole("a", text=text, step=text, elsewhere=text)], PRINT)
    assert " ".join(said(figure)).count("word27") == 3


@pytest.mark.parametrize(("make", "title"), [(write_table, "What we take on"), (write_asks, "What we ask for")])
def test_tables_have_headings_and_a_row_for_each(make: Any, title: str) -> None:
    (sheet,) = read_csv(make(four(), ".csv")).sheets
    assert sheet.cell(0, 0) == title
    assert len(sheet.rows) == (5 if make is write_table else 4)


def test_a_row_says_things_by_their_names() -> None:
    (sheet,) = read_csv(write_table(four(), ".csv")).sheets
    head = list(sheet.rows[0])
    row = dict(zip(head, sheet.rows[1], strict=True))
    assert (row["Group"], row["Where the gain is taken out"]) == ("Table 1", "Our own organisation")
    assert (row["Confirmed by the one who takes it out"], row["Status"]) == ("Yes", "Planned")
    assert [sheet.cell(at, head.index("Status")) for at in (2, 4)] == ["Begun", "Dropped"]
