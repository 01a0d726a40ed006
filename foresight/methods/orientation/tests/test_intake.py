"""Many answers at once: slips, tallies, columns, and lines that are wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.history import History
from foresight.core.methods import discover
from foresight.core.problems import EditRefused
from foresight.methods.orientation.exchange_table import write
from foresight.methods.orientation.intake import Reading, Setting, add_slip, read, take_all
from foresight.methods.orientation.model import Orientation, Rater, Shares
from foresight.methods.orientation.slips import slip_of, tally_of
from foresight.model.groups import Group, Groups

AFTER = Setting("after")


def raters(document: Document) -> tuple[Rater, ...]:
    return document[Orientation].raters


def points(reading: Reading) -> list[tuple[str, int | None, int | None, int | None]]:
    return [(each.code, each.line_now, each.line_should, each.line_after) for each in raters(reading.document)]


def room() -> Document:
    return Document().put(
        Groups(groups=(Group(id="g1", name="Table 1"), Group(id="g2", name="Table 2"))),
        Orientation(raters=(Rater(id="r1", code="1", group="g1", line_now=3), Rater(id="r2", code="A7", line_now=4))),
    )


def test_a_slip_with_something_left_out() -> None:
    assert slip_of("- 4") == {"line_should": 4}
    assert slip_of("A7 - 4") == {"code": "A7", "line_should": 4}
    assert slip_of("17 4 10/50/40", "after")["line_after"] == 4
    assert slip_of("4", "after") == {"line_after": 4}
    for nothing in ("-", "A7 -", "- -"):
        with pytest.raises(EditRefused):
            slip_of(nothing)


def test_a_tally_is_a_slip_and_how_many() -> None:
    assert tally_of("3: 12") == ({"line_now": 3}, 12)
    assert tally_of("3 4:0") == ({"line_now": 3, "line_should": 4}, 0)
    assert tally_of("2: 3", "after") == ({"line_after": 2}, 3)
    for typed in ("3: x", "3: 1001", "A7 3 4: 2", ": 3", "3 : -2"):
        with pytest.raises(EditRefused):
            tally_of(typed)


def test_tallies_are_people_of_the_chosen_group_and_kind_in_one_step() -> None:
    history = History(room())
    history.do(take_all("1: 2\n3: 12\n3 4: 1", Setting("first", "g2", "State")))
    found = raters(history.document)[2:]
    assert [(each.line_now, each.line_should) for each in found] == [(1, None)] * 2 + [(3, None)] * 12 + [(3, 4)]
    assert {(each.code, each.group, each.organisation) for each in found} == {("", "g2", "State")}
    history.undo()
    assert raters(history.document) == raters(room())


def test_columns_without_headings() -> None:
    found = read(Document(), "B1\t3\t4\t20 60 20\nB2\t\t5\nB3\t2\t\n", Setting())
    assert found.wrong == ()
    assert points(found) == [("B1", 3, 4, None), ("B2", None, 5, None), ("B3", 2, None, None)]
    assert raters(found.document)[0].shares_now == Shares(past=20, present=60, future=20)


def test_columns_with_headings_in_either_language_and_any_order() -> None:
    discover()
    text = "Etter\tKode\tGroup\tVirksomhet\tNow\tHair\n4\tB1\ttable 2\tState\t3\tred\n\tB2\t\t\t5\t"
    found = read(room(), text, Setting(group="g1"))
    assert (found.wrong, found.ignored) == ((), ("Hair",))
    assert points(found)[2:] == [("B1", 3, None, 4), ("B2", 5, None, None)]
    assert [(each.group, each.organisation) for each in raters(found.document)[2:]] == [("g2", "State"), ("g1", "")]


def test_one_column_with_its_heading() -> None:
    assert points(read(Document(), "Should be\n3\n5", Setting())) == [("", None, 3, None), ("", None, 5, None)]


def test_wrong_lines_are_told_and_the_others_are_read() -> None:
    text = "3 4\n\n3 9\nKari Nordmann 3\n1 3 4\n2: many\n2 5"
    found = read(room(), text, Setting())
    assert (found.added, found.known) == (2, 0)
    assert [(each.number, each.text) for each in found.wrong] == [
        (3, "3 9"),
        (4, "Kari Nordmann 3"),
        (5, "1 3 4"),
        (6, "2: many"),
    ]
    assert found.wrong[2].why == "The code “1” has answered this already."


def test_headings_that_come_twice_are_told() -> None:
    found = read(Document(), "Now\tNow\n3\t4", Setting())
    assert found.added == 0
    assert "comes twice" in found.wrong[0].why


def test_after_the_day_people_are_found_by_their_code() -> None:
    found = read(room(), "1 4\na7 5\n99 2\n3", AFTER)
    assert (found.added, found.known, found.wrong) == (2, 2, ())
    assert points(found) == [("1", 3, None, 4), ("A7", 4, None, 5), ("99", None, None, 2), ("", None, None, 3)]
    again = read(found.document, "1 5", AFTER)
    assert again.wrong[0].why == "The code “1” has answered this already."


def test_the_same_code_at_two_tables() -> None:
    document = add_slip("1 2 5", Setting("first", "g2")).apply(room())
    assert len(raters(document)) == 3
    assert "Several people" in read(document, "1 4", AFTER).wrong[0].why
    found = read(document, "1 4", Setting("after", "g2"))
    assert [each.line_after for each in raters(found.document)] == [None, None, 4]


def test_too_much_is_told() -> None:
    found = read(Document(), "\n".join(["3: 1000"] * 11), Setting())
    assert (found.added, len(found.wrong)) == (10_000, 1)
    assert len(read(Document(), "x\n" * 2001, Setting()).wrong) == 2001


@given(st.text(alphabet="12345 :-/\t\nABæø09x", max_size=60), st.sampled_from(["first", "after"]))
def test_any_text_is_read_or_told(text: str, ballot: str) -> None:
    found = read(room(), text, Setting(ballot))  # type: ignore[arg-type]
    assert len(raters(found.document)) == 2 + found.added
    assert all(each.why for each in found.wrong)
    assert (found.document is not room()) or not found.added


def test_the_table_that_is_written_can_be_pasted_again() -> None:
    document = add_slip("7 3 4 20/60/20", Setting("first", "g2", "State")).apply(room())
    text = write(document, ".csv").decode("utf-8-sig").replace(",", "\t")
    groups = Document().put(document[Groups])
    found = read(groups, text, Setting())
    assert found.wrong == ()
    assert [each.but(id="x") for each in raters(found.document)] == [each.but(id="x") for each in raters(document)]
