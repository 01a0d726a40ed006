"""Axis candidates, what joins two drivers, and which pairs are proposed."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.methods.scenarios.axes import (
    axes_are_dependent,
    axis_candidates,
    axis_name,
    independence,
    proposals,
    tie_between,
    tie_words,
)
from foresight.model.drivers import Driver, Drivers, Link
from foresight.model.groups import Group, Groups
from foresight.model.ratings import Rating, Ratings
from foresight.model.scenarios import Axis, Scenarios, set_axis

TRUST, SILOS, BUDGET, DATA = (Driver(id=name.lower(), title=name) for name in ("Trust", "Silos", "Budget", "Data"))
ALL = (TRUST, SILOS, BUDGET, DATA)


def workshop(*links: Link, ratings: dict[Driver, tuple[float, float]] | None = None) -> Document:
    """Four drivers, these links, and one group's ratings (impact, uncertainty)."""
    group = Group(id="g", name="Table 1")
    rated = tuple(
        Rating(subject=driver.id, group="g", impact=impact, uncertainty=uncertainty)
        for driver, (impact, uncertainty) in (ratings or {}).items()
    )
    return Document().put(Drivers(drivers=ALL, links=links), Groups(groups=(group,)), Ratings(ratings=rated))


def link(source: Driver, target: Driver, strength: int, *, potential: bool = False) -> Link:
    return Link(source=source.id, target=target.id, strength=strength, potential=potential)


RATED = {TRUST: (5.0, 5.0), SILOS: (5.0, 3.0), BUDGET: (3.0, 3.0)}
"""Criticality 1, 1/2 and 1/4."""


def test_the_most_critical_candidate_comes_first_and_the_unrated_last() -> None:
    document = workshop(ratings={SILOS: (3, 3), TRUST: (1, 5), BUDGET: (5, 4)})
    found = axis_candidates(document)
    assert [each.driver for each in found] == [BUDGET, SILOS, TRUST, DATA]
    assert [each.criticality for each in found] == [0.75, 0.25, 0, 0]
    assert found[-1].standing is None


def test_an_empty_workshop_has_no_candidates_and_no_proposals() -> None:
    assert axis_candidates(Document()) == ()
    assert proposals(Document()) == ()
    assert independence(Document()) == ""
    assert not axes_are_dependent(Document())


@pytest.mark.parametrize(
    ("strength", "dependence", "dependent"), [(0, 0, False), (1, 1 / 3, False), (2, 2 / 3, True), (3, 1, True)]
)
def test_a_direct_link_makes_dependent_by_its_strength(strength: int, dependence: float, dependent: bool) -> None:
    document = workshop(link(SILOS, TRUST, strength))
    tie = tie_between(document, TRUST.id, SILOS.id)
    assert tie.dependence == pytest.approx(dependence)
    assert tie.dependent is dependent


def test_the_stronger_of_two_direct_links_counts() -> None:
    tie = tie_between(workshop(link(TRUST, SILOS, 1), link(SILOS, TRUST, 2)), TRUST.id, SILOS.id)
    assert [each.strength for each in tie.links] == [2, 1]
    assert tie.dependence == pytest.approx(2 / 3)


def test_strong_paths_both_ways_make_dependent_and_one_way_does_not() -> None:
    there = (link(TRUST, DATA, 3), link(DATA, SILOS, 3))
    one_way = tie_between(workshop(*there), TRUST.id, SILOS.id)
    assert (one_way.forth, one_way.back, one_way.dependence) == ((TRUST.id, DATA.id, SILOS.id), (), 0)
    both = tie_between(workshop(*there, link(SILOS, BUDGET, 3), link(BUDGET, TRUST, 3)), TRUST.id, SILOS.id)
    assert both.back == (SILOS.id, BUDGET.id, TRUST.id)
    assert both.dependence == pytest.approx(2 / 3)
    assert both.dependent


def test_a_moderate_link_breaks_a_strong_path() -> None:
    links = (link(TRUST, DATA, 3), link(DATA, SILOS, 2), link(SILOS, BUDGET, 3), link(BUDGET, TRUST, 3))
    assert not tie_between(workshop(*links), TRUST.id, SILOS.id).dependent


def test_a_link_that_is_only_potential_does_not_count() -> None:
    assert not tie_between(workshop(link(TRUST, SILOS, 3, potential=True)), TRUST.id, SILOS.id).dependent


def test_proposals_weigh_criticality_against_dependence() -> None:
    document = workshop(link(TRUST, SILOS, 2), ratings=RATED)
    found = proposals(document)
    assert [(each.first.driver, each.second.driver) for each in found] == [
        (TRUST, BUDGET),
        (TRUST, SILOS),
        (SILOS, BUDGET),
    ]
    assert [each.score for each in found] == pytest.approx([1 / 4, 1 / 6, 1 / 8])


def test_a_pair_that_moves_as_one_is_not_proposed() -> None:
    found = proposals(workshop(link(SILOS, TRUST, 3), ratings=RATED))
    assert [(each.first.driver, each.second.driver) for each in found] == [(TRUST, BUDGET), (SILOS, BUDGET)]
    assert len(proposals(workshop(ratings=RATED), limit=2)) == 2


@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=4, max_size=4),
    st.lists(st.tuples(st.sampled_from(range(12)), st.integers(0, 3)), max_size=12, unique_by=lambda pair: pair[0]),
    st.integers(1, 6),
)
def test_the_best_proposals_are_the_best_of_all_pairs(
    rated: list[tuple[int, int]], linked: list[tuple[int, int]], limit: int
) -> None:
    ends = list(permutations(ALL, 2))
    document = workshop(
        *(link(*ends[at], strength) for at, strength in linked),
        ratings={driver: (float(i), float(u)) for driver, (i, u) in zip(ALL, rated, strict=True)},
    )
    scores = [
        one.criticality * other.criticality * (1 - tie_between(document, one.driver.id, other.driver.id).dependence)
        for one, other in combinations(axis_candidates(document), 2)
    ]
    expected = sorted((score for score in scores if score > 0), reverse=True)[:limit]
    assert [pair.score for pair in proposals(document, limit)] == pytest.approx(expected)


def test_words_name_the_link_that_warns() -> None:
    document = workshop(link(TRUST, SILOS, 3))
    words = tie_words(document, tie_between(document, SILOS.id, TRUST.id))
    assert words.startswith("Not independent: Trust → Silos is a direct link (strong).")


def test_words_name_both_paths() -> None:
    links = (link(TRUST, DATA, 3), link(DATA, SILOS, 3), link(SILOS, BUDGET, 3), link(BUDGET, TRUST, 3))
    document = workshop(*links)
    words = tie_words(document, tie_between(document, TRUST.id, SILOS.id))
    assert words == ("Not independent: strong links lead both ways, Trust → Data → Silos and Silos → Budget → Trust.")


def test_words_for_the_harmless_cases() -> None:
    weak = workshop(link(TRUST, SILOS, 1))
    assert tie_words(weak, tie_between(weak, TRUST.id, SILOS.id)).startswith("Only a weak link joins them")
    assert tie_words(weak, tie_between(weak, TRUST.id, DATA.id)).startswith("Independent as far as the network tells")
    assert tie_words(workshop(), tie_between(workshop(), TRUST.id, DATA.id)).startswith("No links are drawn yet")


def test_the_chosen_axes_are_judged() -> None:
    document = set_axis("x", driver=TRUST.id).apply(workshop(link(TRUST, SILOS, 2)))
    assert independence(document) == ""
    dependent = set_axis("y", driver=SILOS.id).apply(document)
    assert axes_are_dependent(dependent)
    assert independence(dependent).startswith("Not independent: Trust → Silos")
    free = set_axis("y", driver=DATA.id).apply(document)
    assert not axes_are_dependent(free)
    same = set_axis("y", driver=TRUST.id).apply(document)
    assert axes_are_dependent(same)
    assert independence(same) == "Not independent: both axes are the same driver."


def test_an_axis_may_have_a_name_of_its_own() -> None:
    document = workshop().put(Scenarios(x_axis=Axis(name="Faith in us"), y_axis=Axis(driver=DATA.id)))
    assert axis_name(document, document[Scenarios].x_axis) == "Faith in us"
    assert axis_name(document, document[Scenarios].y_axis) == "Data"
    assert independence(document).startswith("An axis without a driver has no links")
    assert not axes_are_dependent(document)
