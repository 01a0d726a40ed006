"""Exact numbers of structural analysis: sums, roles, what counts."""

import itertools

import pytest

from foresight.methods.network.analysis import mean, parts, strongest
from foresight.methods.network.loops import find_loops
from foresight.methods.network.model import count_potential
from foresight.methods.network.tests.networks import FIVE, SIGNED, network
from foresight.model.drivers import Drivers, change_link, link_between, set_link


def test_influence_dependence_and_roles_of_the_published_example() -> None:
    document = network(FIVE)
    held = parts(document)
    assert [part.influence for part in held.values()] == [4, 4, 3, 3, 5]
    assert [part.dependence for part in held.values()] == [0, 3, 8, 4, 4]
    assert mean(held.values()) == pytest.approx(3.8)
    assert [part.role for part in held.values()] == ["driving", "platoon", "result", "result", "critical"]
    assert [part.criticality for part in held.values()] == [0, 12, 24, 12, 20]


def test_links_that_are_not_at_work_do_not_count() -> None:
    document = network({"ab": "+3", "ba": "+2"})
    dormant = set_link("b", "a", potential=True).apply(document)
    assert [part.influence for part in parts(dormant).values()] == [3, 0]
    assert not find_loops(dormant).loops
    assert not find_loops(set_link("b", "a", strength=0).apply(document)).loops


@pytest.mark.parametrize("strength", [1, 2, 3])
def test_links_that_are_only_possible_count_as_chosen(strength: int) -> None:
    document = set_link("b", "a", potential=True).apply(network({"ab": "+3", "ba": "+2", "bc": "-1"}))
    counting = count_potential(strength).apply(document)
    assert [part.influence for part in parts(counting).values()] == [3, 1 + strength, 0]
    assert [part.dependence for part in parts(counting).values()] == [strength, 3, 1]
    (loop,) = find_loops(counting).loops
    assert loop.strength == (3 + strength) / 2
    assert parts(count_potential(0).apply(counting)) == parts(document)


def test_the_strongest_links_fit_on_a_page() -> None:
    chain = "abcdefghijklmnopqrst"
    document = network({a + b: f"+{1 + i % 3}" for i, (a, b) in enumerate(itertools.pairwise(chain))})
    drivers, links = strongest(document, most_drivers=6)
    assert len(drivers) == 6
    assert {link.strength for link in links} == {3}
    assert strongest(document, 20) == (tuple(chain), document[Drivers].links)
    assert len(strongest(document, 20, most_links=5)[1]) == 5


def test_a_changed_link_is_the_one_between_its_drivers() -> None:
    document = network(SIGNED)
    link = link_between(document, "b", "c")
    assert link is not None
    assert link_between(change_link(link.id, strength=1).apply(document), "b", "c") == link.but(strength=1)
