"""Axis candidates, what joins two drivers, and which pairs are proposed."""

from collections.abc import Sequence
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.integrity import remove
from foresight.methods.scenarios.axes import (
    Advice,
    Proposal,
    advice,
    axes_are_dependent,
    axis_candidates,
    axis_name,
    independence,
    overruled,
)
from foresight.methods.scenarios.ties import tie_between
from foresight.model.drivers import Driver, Drivers, Link, driver_standings
from foresight.model.groups import Group, Groups
from foresight.model.ratings import Rating, Ratings
from foresight.model.scenarios import Axis, Overruling, Scenarios, overrule, set_axis

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
    assert advice(Document()) == Advice()
    assert independence(Document()) == ""
    assert not axes_are_dependent(Document())


def pairs(found: Sequence[Proposal]) -> list[tuple[Driver, Driver]]:
    return [(each.first.driver, each.second.driver) for each in found]


def test_a_weak_link_lowers_a_score_and_a_stronger_one_refuses() -> None:
    weak = advice(workshop(link(TRUST, SILOS, 1), ratings=RATED))
    assert pairs(weak.proposed) == [(TRUST, SILOS), (TRUST, BUDGET), (SILOS, BUDGET)]
    assert [each.score for each in weak.proposed] == pytest.approx([1 / 3, 1 / 4, 1 / 8])
    assert weak.refused == ()
    strong = advice(workshop(link(TRUST, SILOS, 2), ratings=RATED))
    assert pairs(strong.proposed) == [(TRUST, BUDGET), (SILOS, BUDGET)]
    assert pairs(strong.refused) == [(TRUST, SILOS)]
    assert len(advice(workshop(ratings=RATED), limit=2).proposed) == 2


def test_only_critical_uncertainties_are_paired() -> None:
    rated = RATED | {BUDGET: (5.0, 2.9), DATA: (2.9, 5.0)}
    assert pairs(advice(workshop(ratings=rated)).proposed) == [(TRUST, SILOS)]


@given(
    st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=4, max_size=4),
    st.lists(st.tuples(st.sampled_from(range(12)), st.integers(0, 3)), max_size=12, unique_by=lambda pair: pair[0]),
    st.integers(1, 6),
)
def test_the_best_proposals_are_the_best_of_all_free_pairs(
    rated: list[tuple[int, int]], linked: list[tuple[int, int]], limit: int
) -> None:
    ends = list(permutations(ALL, 2))
    document = workshop(
        *(link(*ends[at], strength) for at, strength in linked),
        ratings={driver: (float(i), float(u)) for driver, (i, u) in zip(ALL, rated, strict=True)},
    )
    scores, refused = [], 0
    for one, other in combinations((driver for driver, (i, u) in zip(ALL, rated, strict=True) if min(i, u) >= 3), 2):
        tie = tie_between(document, one.id, other.id)
        standing = driver_standings(document)
        refused += tie.dependent
        if not tie.dependent:
            scores.append(standing[one.id].criticality * standing[other.id].criticality * (1 - tie.dependence))
    found = advice(document, limit)
    assert [pair.score for pair in found.proposed] == pytest.approx(sorted(scores, reverse=True)[:limit])
    assert len(found.refused) == min(refused, limit)


def test_the_chosen_axes_are_judged() -> None:
    document = set_axis("x", driver=TRUST.id).apply(workshop(link(TRUST, SILOS, 2)))
    assert independence(document) == ""
    dependent = set_axis("y", driver=SILOS.id).apply(document)
    assert axes_are_dependent(dependent)
    assert independence(dependent).startswith("Not independent: “Silos” follows “Trust”: +2. Moving one")
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


def test_a_refusal_is_overruled_with_a_reason_that_is_kept() -> None:
    axes = Scenarios(x_axis=Axis(driver=SILOS.id), y_axis=Axis(driver=TRUST.id))
    document = workshop(link(TRUST, SILOS, 3)).put(axes)
    assert overruled(document) == ""
    said = overrule(SILOS.id, TRUST.id, "The link may break").apply(document)
    assert said[Scenarios].overruled == (Overruling(first="trust", second="silos", reason="The link may break"),)
    assert overruled(said) == "The link may break"
    assert axes_are_dependent(said)
    elsewhere = set_axis("y", driver=DATA.id).apply(said)
    assert overruled(elsewhere) == ""
    assert overruled(set_axis("y", driver=TRUST.id).apply(elsewhere)) == "The link may break"
    again = overrule(TRUST.id, SILOS.id, "For another reason").apply(said)
    assert [held.reason for held in again[Scenarios].overruled] == ["For another reason"]
    assert overrule(TRUST.id, SILOS.id, "").apply(again) == document


def test_an_overruling_goes_with_its_driver_and_needs_two() -> None:
    said = overrule(TRUST.id, SILOS.id, "So be it").apply(workshop())
    assert remove(said, [SILOS.id])[Scenarios].overruled == ()
    document = workshop()
    for other in (TRUST.id, "gone"):
        assert overrule(TRUST.id, other, "So be it").apply(document) is document
