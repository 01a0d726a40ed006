"""Powers, drift and reviews as numbers worked out by hand, and the answers in words."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.methods.signposts.analysis import (
    agreement,
    before,
    calendar,
    diagnosticity,
    drift,
    latest,
    months_after,
    nearest,
    power,
    telling_nothing,
)
from foresight.methods.signposts.model import Signposts, change_signpost
from foresight.methods.signposts.sentences import due_words, movement, power_words, remarks, verdict
from foresight.methods.signposts.tests.samples import signpost, three, workshop
from foresight.model.scenarios import remove_scenarios

DAY = datetime.date


@pytest.mark.parametrize(
    ("expected", "spread"), [((2, 2, 2, 2), 0.0), ((2, -2, 2, -2), 2.0), ((2, 0, -1, 0), 1.0897), ((1,), 0.0), ((), 0)]
)
def test_power_is_the_population_deviation_of_the_expectations(expected: tuple[int, ...], spread: float) -> None:
    assert diagnosticity(expected) == pytest.approx(spread, abs=5e-5)
    assert power(signpost("a", *expected)) == diagnosticity(expected)


def test_agreement_falls_by_a_quarter_a_step() -> None:
    assert [agreement(2, expected) for expected in (2, 1, 0, -1, -2)] == [1, 0.75, 0.5, 0.25, 0]


def test_drift_weighs_agreement_by_power() -> None:
    """w0: (2 x 1 + 0.5 x 0.5) / 2.5; w1: (2 x 0 + 0.5 x 0.75) / 2.5. What is alike everywhere has no say."""
    first, second = drift(three())
    assert first.score == pytest.approx(0.9)
    assert second.score == pytest.approx(0.15)
    assert (first.n, second.n) == (2, 2)


def test_drift_stands_as_it_stood_on_a_day() -> None:
    """In April the first signpost was at the other end: w0 (0 + 0.25) / 2.5, w1 (2 + 0.375) / 2.5."""
    first, second = drift(three(), DAY(2026, 4, 1))
    assert first.score == pytest.approx(0.1)
    assert second.score == pytest.approx(0.95)
    assert before(three()) == drift(three(), DAY(2026, 5, 19))
    assert drift(three(), DAY(2025, 1, 1))[0].score is None


def test_a_world_of_which_nothing_is_said_has_no_score() -> None:
    first, second, third = drift(workshop(signpost("a", 2, -2, seen=(("", 1),)), worlds=3))
    assert (first.score, second.score, third.score) == (0.75, 0.25, None)


def test_the_latest_observation_is_the_last_of_its_day_and_one_without_a_date_the_oldest() -> None:
    held = signpost("a", 1, 0, seen=(("2026-01-01", 1), ("2026-02-01", 0), ("2026-02-01", 2), ("", -1), ("soon", -2)))
    found = latest(held)
    assert found is not None
    assert found.value == 2
    undated = latest(held, DAY(2020, 1, 1))
    assert undated is not None
    assert undated.value == -2


@given(st.lists(st.tuples(*[st.integers(-2, 2)] * 4), min_size=1, max_size=6))
def test_scores_lie_between_0_and_1_and_what_is_seen_as_expected_scores_1(rows: list[tuple[int, ...]]) -> None:
    held = [signpost(f"s{n}", *row[:3], seen=(("2026-01-01", row[3]),)) for n, row in enumerate(rows)]
    scores = [each.score for each in drift(workshop(*held, worlds=3))]
    assert all(score is None or 0 <= score <= 1 for score in scores)
    exact = [signpost(f"s{n}", *row[:3], seen=(("2026-01-01", row[1]),)) for n, row in enumerate(rows)]
    assert drift(workshop(*exact, worlds=3))[1].score in (None, pytest.approx(1.0))


def test_the_answer_is_words_and_never_a_forecast() -> None:
    assert verdict(three()) == "What was seen so far is most like “Fast lane”. It rests on 2 of 3 signposts."
    assert movement(three()) == "The observations of 20 May 2026 moved it most toward “Fast lane”."
    discover()  # reads the catalogues
    with speaking("nb"):
        assert verdict(three()).startswith("Det som er sett så langt, likner mest på «Fast lane».")
    for document in (three(), workshop(), workshop(worlds=1)):
        assert not any(word in verdict(document).casefold() for word in ("likely", "probab", "forecast", "will"))


def test_worlds_that_are_close_are_not_told_apart() -> None:
    close = workshop(signpost("a", 2, 2, -2, seen=(("", 2),)), signpost("b", 0, 0, 1, seen=(("", 0),)), worlds=3)
    assert [each.scenario for each in nearest(drift(close))] == ["w0", "w1"]
    assert verdict(close).startswith("What was seen so far is about equally like “Fast lane” and “Long table”.")
    even = workshop(signpost("a", 1, -1, seen=(("", 0),)))
    assert verdict(even).startswith("What was seen so far is about equally like all of the worlds.")


def test_without_worlds_sight_or_difference_it_says_so() -> None:
    assert verdict(workshop(worlds=1)).startswith("There must be at least two worlds")
    assert verdict(workshop(signpost("a", 2, -2))).startswith("Nothing has been seen yet")
    same = workshop(signpost("a", 1, 1, seen=(("", 1),)))
    assert verdict(same).startswith("What was seen so far tells no worlds apart")
    assert movement(workshop(signpost("a", 2, -2, seen=(("2026-01-01", 1),)))) == ""


def test_what_tells_nothing_apart_is_said() -> None:
    assert [each.id for each in telling_nothing(three())] == ["c"]
    assert remarks(three()) == (
        "1 signpost tells nothing apart, because all worlds expect the same of it: “Share of c”.",
    )
    assert power_words(three()[Signposts].signposts[2]) == "not at all"
    assert [power_words(signpost("a", *row)) for row in ((1,), (1, 0), (2, -2), (2, 0))] == [
        "not said",
        "well (0.5)",
        "very well (2.0)",
        "well (1.0)",
    ]


def test_pairs_of_worlds_that_no_signpost_tells_apart_are_named() -> None:
    found = remarks(workshop(signpost("a", 2, 2, -1), signpost("b", 1, 1), worlds=3))
    assert found == (
        "1 signpost tells nothing apart, because all worlds expect the same of it: “Share of b”.",
        "1 signpost has no expectation in some world: “Share of b”.",
        "No signpost tells “Fast lane” from “Long table”.",
    )


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (DAY(2026, 1, 31), 1, DAY(2026, 2, 28)),
        (DAY(2027, 11, 30), 3, DAY(2028, 2, 29)),
        (DAY(2026, 12, 15), 1, DAY(2027, 1, 15)),
        (DAY(2028, 2, 29), 12, DAY(2029, 2, 28)),
        (DAY(2026, 5, 20), 24, DAY(2028, 5, 20)),
        (DAY(9999, 6, 1), 12, None),
    ],
)
def test_months_are_counted_as_people_do(day: DAY, months: int, expected: DAY | None) -> None:
    assert months_after(day, months) == expected


def test_the_next_look_follows_from_the_last_or_from_the_workshop() -> None:
    fresh = workshop(*three()[Signposts].signposts, signpost("d", 1, 0, rhythm=24))
    assert [(each.signpost.id, each.due) for each in calendar(fresh)] == [
        ("d", DAY(2020, 11, 16)),
        ("a", DAY(2026, 11, 20)),
        ("b", DAY(2027, 3, 1)),
        ("c", None),
    ]


def test_due_depends_on_the_day_that_is_passed_in() -> None:
    nothing = "Nothing is due. The next look is on 20 November 2026: “Share of a”."
    assert due_words(three(), DAY(2026, 11, 19)) == nothing
    assert due_words(three(), DAY(2026, 11, 20)) == "1 signpost is due: “Share of a”."
    assert due_words(three(), DAY(2030, 1, 1)).startswith("2 signposts are due: ")
    assert due_words(workshop(signpost("a")), DAY(2030, 1, 1)).startswith("Give signposts a rhythm")


def test_a_world_that_goes_takes_its_expectations_along() -> None:
    left: Document = remove_scenarios("w1").apply(three())
    assert [len(each.expectations) for each in left[Signposts].signposts] == [1, 1, 1]
    assert [power(each) for each in left[Signposts].signposts] == [0, 0, 0]


def test_a_rhythm_that_nobody_has_is_refused() -> None:
    with pytest.raises(ValueError, match="rhythm"):
        change_signpost("a", rhythm=5).apply(three())
