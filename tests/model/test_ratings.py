"""Impact and uncertainty, rated by groups."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.history import History
from foresight.model.drivers import Driver, Drivers, driver_standings
from foresight.model.groups import Group, Groups, participants
from foresight.model.ratings import (
    Rating,
    Ratings,
    Standing,
    Zone,
    quantile,
    rate,
    rating_of,
    set_lines,
    standings,
    zone,
)
from foresight.model.trends import Trend, Trends


def workshop(*ratings: Rating, trends: str = "tuv") -> Document:
    return Document().put(
        Trends(trends=tuple(Trend(id=name, title=name) for name in trends)),
        Groups(groups=tuple(Group(id=f"g{n}", name=f"Table {n}") for n in range(1, 6))),
        Ratings(ratings=ratings),
    )


def rated(subject: str, *points: tuple[float | None, float | None]) -> tuple[Rating, ...]:
    return tuple(
        Rating(subject=subject, group=f"g{n}", impact=impact, uncertainty=uncertainty)
        for n, (impact, uncertainty) in enumerate(points, 1)
    )


@pytest.mark.parametrize(
    ("values", "share", "value"),
    [
        ([3.0], 0.5, 3.0),
        ([1.0, 2.0], 0.5, 1.5),
        ([4.0, 1.0, 2.0], 0.5, 2.0),
        ([1.0, 2.0, 3.0, 4.0], 0.25, 1.75),
        ([1.0, 2.0, 3.0, 4.0], 0.75, 3.25),
        ([1.0, 2.0, 3.0, 4.0, 5.0], 0.75, 4.0),
        ([1.0, 5.0], 0.0, 1.0),
        ([1.0, 5.0], 1.0, 5.0),
        ([1.0, 5.0], 0.9, 4.6),
    ],
)
def test_quantiles_are_those_of_r_type_7(values: list[float], share: float, value: float) -> None:
    assert quantile(values, share) == pytest.approx(value)


@given(st.lists(st.floats(1, 5), min_size=2, max_size=30))
def test_quantiles_agree_with_the_standard_library(values: list[float]) -> None:
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    found = [quantile(values, share) for share in (0.25, 0.5, 0.75)]
    assert found == pytest.approx([low, middle, high])


@pytest.mark.parametrize(
    ("impact", "uncertainty", "name"),
    [
        (5, 5, "critical"),
        (3, 3, "critical"),
        (3, 2.99, "given"),
        (2.99, 3, "watch"),
        (2.99, 2.99, "drop"),
        (1, 1, "drop"),
    ],
)
def test_a_point_on_a_line_counts_as_high(impact: float, uncertainty: float, name: Zone) -> None:
    assert zone(impact, uncertainty, Ratings()) == name


@pytest.mark.parametrize(
    ("impact", "uncertainty", "name"), [(4, 2, "critical"), (3.9, 2, "watch"), (4, 1.9, "given"), (3.9, 1.9, "drop")]
)
def test_zones_follow_the_lines(impact: float, uncertainty: float, name: Zone) -> None:
    assert zone(impact, uncertainty, Ratings(impact_line=4.0, uncertainty_line=2.0)) == name


def test_standings_are_medians_with_their_spread() -> None:
    document = workshop(*rated("t", (4.0, 1.0), (5.0, 2.0), (2.0, 2.0), (5.0, 5.0)), *rated("u", (3.0, 3.0)))
    assert standings(document) == {
        "t": Standing(4.5, 2.0, 1.5, 1.0, 4, "given"),
        "u": Standing(3.0, 3.0, 0.0, 0.0, 1, "critical"),
    }


def test_only_groups_that_rated_both_scales_count() -> None:
    document = workshop(*rated("t", (4.0, 2.0), (1.0, None), (None, 5.0)), *rated("u", (4.0, None)))
    assert standings(document) == {"t": Standing(4.0, 2.0, 0.0, 0.0, 1, "given")}


def test_nobody_has_a_standing_before_the_first_rating() -> None:
    assert standings(Document()) == {}


@pytest.mark.parametrize(
    ("impact", "uncertainty", "criticality"), [(5, 5, 1.0), (1, 5, 0.0), (3, 3, 0.25), (5, 3, 0.5), (1, 1, 0.0)]
)
def test_criticality_runs_from_nought_to_one(impact: float, uncertainty: float, criticality: float) -> None:
    assert Standing(impact, uncertainty, 0, 0, 1, "drop").criticality == pytest.approx(criticality)


def test_a_driver_stands_where_its_trends_stand_unless_it_was_rated_itself() -> None:
    document = workshop(*rated("t", (5.0, 1.0), (3.0, 1.0)), *rated("u", (2.0, 5.0)), *rated("own", (1.0, 1.5)))
    document = document.put(
        Drivers(
            drivers=(
                Driver(id="made", title="Made of both", trends=("t", "u", "v")),
                Driver(id="own", title="Rated itself", trends=("t",)),
                Driver(id="bare", title="Of nothing"),
            )
        )
    )
    assert driver_standings(document) == {
        "made": Standing(3.0, 3.0, 0.5, 0.0, 2, "critical"),
        "own": Standing(1.0, 1.5, 0.0, 0.0, 1, "drop"),
    }


def test_rating_makes_changes_and_takes_away() -> None:
    history = History(workshop())
    history.do(rate("t", "g1", impact=4.0))
    assert rating_of(history.document, "t", "g1") == Rating(subject="t", group="g1", impact=4.0)
    history.do(rate("t", "g1", uncertainty=2.0))
    history.do(rate("t", "g2", comment="Why?"))
    assert [(r.group, r.impact, r.uncertainty) for r in history.document[Ratings].ratings] == [
        ("g1", 4.0, 2.0),
        ("g2", None, None),
    ]
    assert not history.do(rate("t", "g1", impact=4.0))
    history.do(rate("t", "g1", impact=None, uncertainty=None))
    assert [r.group for r in history.document[Ratings].ratings] == ["g2"]
    history.do(rate("t", "g2", comment=""))
    assert history.document[Ratings].ratings == ()
    assert not history.do(rate("t", "g2", comment=""))


def test_rating_what_is_gone_does_nothing() -> None:
    document = workshop()
    assert rate("gone", "g1", impact=3.0).apply(document) is document
    assert rate("t", "gone", impact=3.0).apply(document) is document


def test_a_group_rates_drivers_too() -> None:
    document = workshop().put(Drivers(drivers=(Driver(id="d", title="D"),)))
    assert rating_of(rate("d", "g1", impact=3.0).apply(document), "d", "g1") is not None


def test_lines_move_one_at_a_time() -> None:
    document = set_lines(impact=4.0).apply(Document())
    document = set_lines(uncertainty=2.5).apply(document)
    assert (document[Ratings].impact_line, document[Ratings].uncertainty_line) == (4.0, 2.5)
    assert set_lines().apply(document) is document


def test_participants_are_the_sum_of_the_groups_whose_size_is_known() -> None:
    groups = Groups(groups=(Group(name="A", size=8), Group(name="B"), Group(name="C", size=0), Group(name="D", size=7)))
    assert participants(Document().put(groups)) == 15
    assert participants(Document()) == 0
