"""What joins two drivers: links, ways there and back, groups that see them alike; and how it is said."""

import pytest

from foresight.core.document import Document, Id
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.methods.scenarios.raters import Agreement, agreement, rank_correlation
from foresight.methods.scenarios.tests.test_axes import BUDGET, DATA, SILOS, TRUST, link, workshop
from foresight.methods.scenarios.ties import Tie, tie_between, tie_words
from foresight.model.drivers import Driver, Drivers, Link
from foresight.model.groups import Group, Groups
from foresight.model.ratings import Rating, Ratings
from foresight.model.trends import Trend, Trends


def between(*links: Link) -> Tie:
    """The tie of trust and silos."""
    return tie_between(workshop(*links), TRUST.id, SILOS.id)


def said(*links: Link) -> str:
    document = workshop(*links)
    return tie_words(document, tie_between(document, TRUST.id, SILOS.id))


def drivers(way: tuple[Link, ...]) -> list[Id]:
    return [*(link.source for link in way), *(link.target for link in way[-1:])]


@pytest.mark.parametrize(
    ("strength", "dependence", "dependent"), [(0, 0, False), (1, 1 / 3, False), (2, 2 / 3, True), (3, 1, True)]
)
def test_a_direct_link_makes_dependent_by_its_strength(strength: int, dependence: float, dependent: bool) -> None:
    tie = between(link(SILOS, TRUST, strength))
    assert tie.dependence == pytest.approx(dependence)
    assert tie.dependent is dependent


def test_the_stronger_of_two_direct_links_counts() -> None:
    tie = between(link(TRUST, SILOS, 1), link(SILOS, TRUST, 2))
    assert [each.strength for each in tie.links] == [2, 1]
    assert tie.dependence == pytest.approx(2 / 3)


def test_strong_paths_both_ways_make_dependent_and_one_way_does_not() -> None:
    there = (link(TRUST, DATA, 3), link(DATA, SILOS, 3))
    one_way = between(*there)
    assert (drivers(one_way.forth), one_way.back, one_way.dependence) == (["trust", "data", "silos"], (), 0)
    assert not one_way.dependent
    both = between(*there, link(SILOS, BUDGET, 3), link(BUDGET, TRUST, 3))
    assert drivers(both.back) == ["silos", "budget", "trust"]
    assert both.dependence == pytest.approx(2 / 3)
    assert both.dependent


def test_a_moderate_link_breaks_a_strong_path() -> None:
    links = (link(TRUST, DATA, 3), link(DATA, SILOS, 2), link(SILOS, BUDGET, 3), link(BUDGET, TRUST, 3))
    assert not between(*links).dependent


def test_a_link_that_is_only_potential_does_not_count() -> None:
    tie = between(link(TRUST, SILOS, 3, potential=True))
    assert (tie.links, tie.forth, tie.dependent) == ((), (), False)


def test_a_longer_way_without_a_weak_link_is_the_stronger_one() -> None:
    around = (link(TRUST, DATA, 3), link(DATA, BUDGET, 2), link(BUDGET, SILOS, 2))
    assert drivers(between(link(TRUST, SILOS, 1), *around).forth) == ["trust", "data", "budget", "silos"]
    assert drivers(between(link(TRUST, SILOS, 2), *around).forth) == ["trust", "silos"]


def signed(source: Driver, target: Driver, strength: int, sign: str) -> Link:
    return Link.model_validate({"source": source.id, "target": target.id, "strength": strength, "sign": sign})


def test_words_say_what_follows_what_and_the_way_back() -> None:
    assert said(link(TRUST, SILOS, 3)) == (
        "Not independent: “Silos” follows “Trust”: +3. "
        "Moving one moves the other, and two of the four corners will be hard to believe."
    )
    through = (link(TRUST, SILOS, 3), signed(SILOS, DATA, 2, "-"), signed(DATA, TRUST, 3, "?"))
    assert "“Silos” follows “Trust”: +3, and back through “Data” (−2, ±3). Moving" in said(*through)
    assert "“Trust” follows “Silos”: −3, and back directly (+2). Moving" in said(
        signed(SILOS, TRUST, 3, "-"), link(TRUST, SILOS, 2)
    )
    discover()  # brings the catalogue
    with speaking("nb"):
        assert "«Silos» følger av «Trust»: +3, og tilbake gjennom «Data» (−2, ±3). Den ene" in said(*through)


def test_a_weak_way_back_is_not_worth_a_word() -> None:
    assert "“Silos” follows “Trust”: +3. Moving" in said(link(TRUST, SILOS, 3), link(SILOS, TRUST, 1))


def test_words_name_both_paths() -> None:
    links = (link(TRUST, DATA, 3), link(DATA, SILOS, 3), link(SILOS, BUDGET, 3), link(BUDGET, TRUST, 3))
    assert "“Silos” follows “Trust” through “Data”: +3, +3, and back through “Budget” (+3, +3)." in said(*links)


def test_words_for_the_harmless_cases() -> None:
    weak = workshop(link(TRUST, SILOS, 1))
    assert tie_words(weak, tie_between(weak, TRUST.id, SILOS.id)).startswith("Only a weak link joins them")
    assert tie_words(weak, tie_between(weak, TRUST.id, DATA.id)).startswith("Independent as far as the network tells")
    assert tie_words(workshop(), tie_between(workshop(), TRUST.id, DATA.id)).startswith("No links are drawn yet")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([1, 2, 3, 4, 5], [2, 4, 6, 8, 10], 1),
        ([1, 2, 3, 4, 5], [9, 7, 5, 3, 1], -1),
        ([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], 0.8),  # 1 - 6 * 4 / (5 * 24)
        ([1, 1, 2, 2], [1, 2, 1, 2], 0),
        ([1, 1, 2], [1, 2, 3], 1.5 / 3**0.5),  # ranks 1.5, 1.5, 3 and 1, 2, 3
        ([1, 1, 1], [1, 2, 3], None),
    ],
)
def test_rank_correlation(one: list[float], other: list[float], expected: float | None) -> None:
    assert rank_correlation(one, other) == (expected if expected is None else pytest.approx(expected))
    assert rank_correlation(other, one) == (expected if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("correlation", "n", "related"),
    [(0.5, 100, False), (0.51, 100, True), (-0.51, 100, True), (0.59, 12, False), (0.6, 12, True), (1.0, 5, True)],
)
def test_a_correlation_counts_when_it_is_more_than_chance(correlation: float, n: int, related: bool) -> None:
    assert Agreement(correlation, n).is_related is related


def rated(*impacts: tuple[Id, list[int]]) -> Document:
    """Trust, silos and a trend of data, rated by table after table: these impacts, and uncertainty 5."""
    groups = tuple(Group(id=f"g{at}", name=f"Table {at}") for at in range(12))
    ratings = tuple(
        Rating(subject=subject, group=f"g{at}", impact=value, uncertainty=5)
        for subject, values in impacts
        for at, value in enumerate(values)
    )
    data = DATA.but(trends=("t",))
    return Document().put(
        Drivers(drivers=(TRUST, SILOS, data)),
        Trends(trends=(Trend(id="t", title="Data"),)),
        Groups(groups=groups),
        Ratings(ratings=ratings),
    )


def test_groups_that_see_two_drivers_alike_refuse_them() -> None:
    document = rated(("trust", [1, 2, 3, 4, 5, 5]), ("silos", [1, 2, 3, 4, 5, 5]))
    tie = tie_between(document, "trust", "silos")
    assert tie.raters == Agreement(1.0, 6)
    assert tie.dependent
    assert tie.dependence == 1
    assert tie_words(document, tie) == (
        "Not independent: Groups that see “Trust” as critical also see “Silos” so (rank correlation 1.00, 6 groups)."
    )
    assert "Moving one" not in tie_words(document, tie)
    opposed = rated(("trust", [1, 2, 3, 4, 5]), ("silos", [5, 4, 3, 2, 1]))
    assert "do not see “Silos” so (rank correlation −1.00, 5 groups)" in tie_words(
        opposed, tie_between(opposed, "trust", "silos")
    )


def test_too_few_groups_or_groups_that_agree_say_nothing() -> None:
    assert agreement(rated(("trust", [1, 2, 3, 4]), ("silos", [1, 2, 3, 4])), "trust", "silos") is None
    assert agreement(rated(("trust", [4] * 6), ("silos", [1, 2, 3, 4, 5, 5])), "trust", "silos") is None
    few = rated(("trust", [1, 2, 3, 4, 5]), ("silos", [1, 3, 2, 4, 5]))
    assert agreement(few, "trust", "silos") == Agreement(0.9, 5)
    assert not tie_between(few, "trust", "silos").dependent


def test_a_driver_without_ratings_is_seen_as_its_trends_are() -> None:
    document = rated(("trust", [1, 2, 3, 4, 5]), ("t", [1, 2, 3, 4, 5]))
    assert agreement(document, "trust", "data") == Agreement(1.0, 5)
