"""The counts, and what is late, soon, unconfirmed or lacking on a given day."""

import datetime
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.text import day_of
from foresight.core.words import speaking
from foresight.methods.commitments import sentences
from foresight.methods.commitments.analysis import (
    REASONS,
    SOON,
    addressees,
    begin_by,
    count_of,
    follow_up,
    follow_up_day,
    most_wanted_first,
    overdue,
    reasons,
    soundest_first,
    tally,
)
from foresight.methods.commitments.findings import findings
from foresight.methods.commitments.summary import figures_on
from foresight.methods.commitments.tests.samples import four, whole, workshop
from foresight.model.commitments import Ask, Commitment, Commitments, change_commitment, support
from foresight.model.patterns import of_all

DAY = datetime.date(2027, 1, 10)


def test_the_counts_leave_out_what_was_dropped() -> None:
    assert asdict(tally(four())) == {
        "n": 3,
        "dropped": 1,
        "groups": 2,
        "dated": 2,
        "owned": 2,
        "stepped": 2,
        "measured": 2,
        "gains": 2,
        "confirmed": 1,
        "elsewhere": 1,
        "begun": 1,
        "done": 0,
        "asks": 3,
        "votes": 10,
    }
    assert tally(four()).share_confirmed == 0.5
    assert tally(Document()).share_confirmed is None


def test_the_counts_are_remembered_until_the_commitments_change() -> None:
    document = four()
    assert tally(document) is tally(document)
    assert tally(change_commitment("c", who="Somebody").apply(document)).owned == 3


@pytest.mark.parametrize(
    ("changes", "today", "found"),
    [
        ({}, DAY, ("soon",)),
        ({}, DAY + datetime.timedelta(1), ("late",)),
        ({}, DAY - datetime.timedelta(SOON), ("soon",)),
        ({}, DAY - datetime.timedelta(SOON + 1), ()),
        ({"status": "begun"}, DAY + datetime.timedelta(1), ()),
        ({"status": "begun"}, datetime.date(2027, 6, 1), ()),
        ({"status": "begun"}, datetime.date(2027, 6, 2), ("gain late",)),
        ({"status": "done"}, datetime.date(2030, 1, 1), ()),
        ({"status": "done", "measure": "", "who": "", "confirmed": False}, DAY, ("unconfirmed",)),
        ({"status": "dropped", "confirmed": False}, datetime.date(2030, 1, 1), ()),
        ({"confirmed": False, "start": "", "who": "", "measure": ""}, DAY,
         ("unconfirmed", "no date", "no owner", "no measure")),
        ({"confirmed": False, "gain": "", "taker": ""}, DAY, ("soon",)),
        ({"start": "next week"}, DAY, ("no date",)),
    ],
)  # fmt: skip
def test_why_somebody_should_look(changes: dict[str, str], today: datetime.date, found: tuple[str, ...]) -> None:
    assert reasons(whole("a", **changes), today) == found


def test_the_most_urgent_stands_first_and_what_has_no_day_last() -> None:
    document = workshop(
        Commitment(id="none", text="No day", who="Me", measure="Calls"),
        whole("soon", start="2027-01-12"),
        whole("late", start="2027-01-08"),
        whole("later", start="2027-01-02"),
        whole("gain", first_gain="2027-01-01", status="begun"),
        whole("fine", start="2028-01-01", first_gain=""),
    )
    dues = follow_up(document, DAY)
    assert [due.commitment.id for due in dues] == ["later", "late", "gain", "soon", "none"]
    assert [due.commitment.id for due in overdue(dues)] == ["later", "late", "gain"]
    assert dues[2].day == datetime.date(2027, 1, 1)
    assert {reason: count_of(dues, reason) for reason in REASONS} == {
        "late": 2, "gain late": 1, "soon": 1, "unconfirmed": 0, "no date": 1, "no owner": 0, "no measure": 0,
    }  # fmt: skip


days = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))


@given(start=st.none() | days, gain=st.none() | days, today=days, status=st.sampled_from(["planned", "begun"]))
def test_nothing_is_late_and_soon_at_once(
    start: datetime.date | None, gain: datetime.date | None, today: datetime.date, status: str
) -> None:
    text = {"start": start.isoformat() if start else "", "first_gain": gain.isoformat() if gain else ""}
    found = reasons(whole("a", status=status, **text), today)
    assert not {"late", "soon"} <= set(found)
    assert not {"late", "no date"} <= set(found)
    assert ("gain late" in found) == (gain is not None and gain < today)


def test_asks_by_votes_and_by_whom_they_go_to() -> None:
    document = four()
    assert [ask.id for ask in most_wanted_first(document)] == ["y", "x", "z"]
    assert addressees(document) == (("The white paper", 2), ("The county", 1))


def test_votes_on_an_ask_never_fall_below_none() -> None:
    document = four()
    after = support("x", -2).apply(support("x", -5).apply(document))
    assert [ask.votes for ask in after[Commitments].asks] == [0, 7, 0]
    assert support("gone", 1).apply(document) is document


def test_what_should_have_begun_when_the_room_looks_again() -> None:
    document = four()
    day = follow_up_day(document)
    assert day == datetime.date(2027, 2, 1)
    assert begin_by(document, day) == 1
    assert follow_up_day(workshop(follow_up="in spring")) is None
    assert day_of("2027-02-30") is None


def test_what_is_thought_through_best_stands_first() -> None:
    assert [each.id for each in soundest_first(four())] == ["a", "b", "c"]


def test_sentences_with_their_counts() -> None:
    found = {finding.key: finding for finding in findings(four())}
    assert {key: finding.text for key, finding in found.items()} == {
        "total": "The room made 3 commitments and 3 asks of others.",
        "readiness": "2 of 3 have a date to start, 2 of 3 say who, and 2 of 3 how it is measured.",
        "gains": "2 commitments name a gain. The one who is to take it out has confirmed 1 of 2.",
        "elsewhere": "In 1 commitment part of the gain lands in another organisation.",
        "follow-up": "When we look again on 1 February 2027, 1 of 3 should have begun.",
        "wanted": "The ask with most votes is “Let us try” (7 votes).",
        "asked": "Most asks go to “The white paper”: 2 of 3.",
    }
    assert found["gains"].counts == (("Commitments", "3"), ("With a gain", "2"), ("Confirmed", "1"))
    assert found["wanted"].about == "y"
    assert findings(Document()) == ()


def test_sentences_say_nothing_that_the_counts_do_not() -> None:
    even = workshop(asks=(Ask(text="One", addressee="A", votes=2), Ask(text="Two", addressee="B", votes=2)))
    assert [finding.key for finding in findings(even)] == ["total"]
    assert sentences.gains(workshop(Commitment(text="Do it"))) == "No commitment names a gain yet."
    assert sentences.total(Document()) == sentences.wanted(Document()) == sentences.by_follow_up(Document()) == ""


def test_percent_only_for_ten_or_more() -> None:
    assert (of_all(3, 9), of_all(8, 12)) == ("3 of 9", "8 of 12 (67%)")
    with speaking("nb"):
        assert of_all(8, 12) == "8 av 12 (67\u00a0%)"


def test_what_there_is_to_look_after_in_one_line() -> None:
    dues = follow_up(four(), datetime.date(2027, 1, 20))
    assert sentences.due_words(dues) == (
        "1 overdue · 1 gain not confirmed · 1 without a start date · 1 without a role · 1 without a measure"
    )
    assert sentences.due_words(()).startswith("Nothing needs looking after")


def test_figures_on_a_day() -> None:
    found = figures_on(four(), datetime.date(2027, 1, 20))
    assert (found["n"], found["share_confirmed"], found["counts"]["overdue"]) == (3, 0.5, 1)
    assert found["overdue"] == [{"text": "Do a", "who": "Head of section", "day": "2027-01-10", "reasons": ["late"]}]
    assert found["sentences"]["gains"]["nb"].startswith("2 forpliktelser nevner en gevinst.")
    assert [ask["votes"] for ask in found["asks"]] == [7, 3, 0]
    empty = figures_on(Document(), DAY)
    assert (empty["n"], empty["share_confirmed"], empty["commitments"], empty["sentences"]) == (0, None, [], {})


def test_the_sample_has_what_the_sources_advise_and_what_is_missing(sample: Document) -> None:
    held = tally(sample)
    assert (held.n, held.groups, held.asks) == (24, 12, 15)
    assert (held.dated, held.owned, held.measured) == (22, 23, 20)
    assert (held.gains, held.confirmed, held.elsewhere) == (17, 7, 8)
