"""Exact numbers of structural analysis, and what must hold for every network."""

import itertools
import json

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.integrity import remove
from foresight.core.progress import Cancelled
from foresight.methods.network.analysis import figures, indirect, mean, parts, ranks, strongest
from foresight.methods.network.loops import LONGEST, find_loops, labels, sentence
from foresight.methods.network.tests.networks import FIVE, SIGNED, letters, network, networks
from foresight.model.drivers import Drivers, change_link, link_between, set_link


def test_influence_dependence_and_roles_of_the_published_example() -> None:
    document = network(FIVE)
    held = parts(document)
    assert [part.influence for part in held.values()] == [4, 4, 3, 3, 5]
    assert [part.dependence for part in held.values()] == [0, 3, 8, 4, 4]
    assert mean(held.values()) == pytest.approx(3.8)
    assert [part.role for part in held.values()] == ["driving", "platoon", "result", "result", "critical"]
    assert [part.criticality for part in held.values()] == [0, 12, 24, 12, 20]


def test_indirect_ranking_stops_at_the_power_whose_order_the_next_repeats() -> None:
    found = indirect(network(FIVE))
    assert found is not None
    assert (found.power, found.stable) == (3, True)
    assert list(found.influence.values()) == [59, 52, 37, 37, 55]
    assert ranks(found.influence) == {"a": 1, "e": 2, "b": 3, "c": 4, "d": 4}


def test_paths_that_end_give_no_indirect_ranking() -> None:
    assert indirect(network({"ab": "+3", "bc": "+1"})) is None
    assert indirect(Document()) is None


def test_sums_that_nearly_agree_have_the_same_rank() -> None:
    assert ranks({"a": 10_000, "b": 9_998, "c": 9_000}) == {"a": 1, "b": 1, "c": 3}


def test_loops_of_the_published_example_reinforce_until_a_sign_is_flipped() -> None:
    document = network(FIVE)
    assert letters(document) == {"cd", "cde", "ce", "ced", "de"}
    assert {loop.kind for loop in find_loops(document).loops} == {"reinforcing"}
    flipped = set_link("c", "e", sign="+").apply(document)
    kinds = {"".join(loop.drivers): loop.kind for loop in find_loops(flipped).loops}
    assert {name for name, kind in kinds.items() if kind == "balancing"} == {"ce", "ced"}
    assert len(kinds) == 5


def test_an_undecided_link_leaves_its_loops_open() -> None:
    (loop,) = find_loops(network({"ab": "?1", "ba": "-2"})).loops
    assert loop.kind == "undetermined"


def test_loops_are_told_in_plain_words() -> None:
    document = network({"ab": "+3", "bc": "-2", "ca": "-1"})
    (loop,) = find_loops(document).loops
    assert sentence(document, loop) == (
        "More “Driver a” leads to more “Driver b”, which leads to less “Driver c”, which leads to more “Driver a”:"
        " reinforcing."
    )
    late = set_link("b", "c", delay="long", sign="?").apply(document)
    (loop,) = find_loops(late).loops
    assert sentence(late, loop) == (
        "More “Driver a” leads to more “Driver b”, which moves “Driver c” one way or the other (after a long time),"
        " which moves “Driver a” the opposite way: undetermined."
    )
    assert loop.delay == "long"


def test_loops_are_labelled_by_kind_the_strongest_first() -> None:
    document = network({"ab": "+1", "ba": "+1", "cd": "+3", "dc": "-3", "ac": "+2", "ca": "+3"})
    loops = find_loops(document).loops
    assert ["".join(loop.drivers) for loop in loops] == ["cd", "ac", "ab"]
    assert labels(loops) == ["B1", "R1", "R2"]


def test_more_loops_than_the_cap_are_said_to_be_more_and_the_shortest_are_kept() -> None:
    full = network({a + b: "+1" for a, b in itertools.permutations("abcdefgh", 2)})
    found = find_loops(full, cap=40)
    assert len(found.loops) == 40
    assert found.more
    assert sorted(len(loop.links) for loop in found.loops) == [2] * 28 + [3] * 12
    assert not find_loops(full, longest=2).more


def test_the_search_for_loops_can_be_stopped() -> None:
    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        find_loops(network(FIVE), tick=stop)


def test_links_that_are_not_at_work_do_not_count() -> None:
    document = network({"ab": "+3", "ba": "+2"})
    dormant = set_link("b", "a", potential=True).apply(document)
    assert [part.influence for part in parts(dormant).values()] == [3, 0]
    assert not find_loops(dormant).loops
    assert not find_loops(set_link("b", "a", strength=0).apply(document)).loops


def test_the_strongest_links_fit_on_a_page() -> None:
    chain = "abcdefghijklmnopqrst"
    document = network({a + b: f"+{1 + i % 3}" for i, (a, b) in enumerate(itertools.pairwise(chain))})
    drivers, links = strongest(document, most_drivers=6)
    assert len(drivers) == 6
    assert {link.strength for link in links} == {3}
    assert strongest(document, 20) == (tuple(chain), document[Drivers].links)
    assert len(strongest(document, 20, most_links=5)[1]) == 5


def test_figures_are_plain_values() -> None:
    said = json.loads(json.dumps(figures(network(FIVE))))
    assert [driver["influence"] for driver in said["drivers"]] == [4, 4, 3, 3, 5]
    assert [driver["indirect_influence_rank"] for driver in said["drivers"]] == [1, 3, 4, 4, 2]
    assert len(said["loops"]) == 5
    assert figures(Document())["loops"] == []


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_drivers_and_links_does_not_matter(links: dict[str, str], random: object) -> None:
    document = network(links)
    part = document[Drivers]
    drivers, joined = list(part.drivers), list(part.links)
    random.shuffle(drivers)  # type: ignore[attr-defined]
    random.shuffle(joined)  # type: ignore[attr-defined]
    shuffled = document.put(part.but(drivers=tuple(drivers), links=tuple(joined)))
    assert parts(shuffled) == parts(document)
    one, other = indirect(shuffled), indirect(document)
    assert (one and dict(one.influence)) == (other and dict(other.influence))
    assert len(find_loops(shuffled).loops) == len(find_loops(document).loops)


@given(networks(strengths="1"), st.sampled_from([2, 3]))
def test_multiplying_all_strengths_changes_no_role_and_no_rank(links: dict[str, str], factor: int) -> None:
    document = network(links)
    scaled = network({ends: f"{value[0]}{factor}" for ends, value in links.items()})
    assert [part.role for part in parts(scaled).values()] == [part.role for part in parts(document).values()]
    one, other = indirect(document), indirect(scaled)
    assert (one and ranks(one.influence)) == (other and ranks(other.influence))


@given(networks())
def test_a_driver_that_is_gone_leaves_no_trace(links: dict[str, str]) -> None:
    without = {ends: value for ends, value in links.items() if "a" not in ends}
    drivers = sorted({end for ends in links for end in ends} | {"a"})
    removed = remove(network(links, drivers), ["a"])
    assert figures(removed) == figures(network(without, drivers[1:]))


@given(networks())
def test_loops_are_the_simple_cycles(links: dict[str, str]) -> None:
    graph = nx.DiGraph([(ends[0], ends[1]) for ends in links])
    cycles = {frozenset(itertools.pairwise([*c, c[0]])) for c in nx.simple_cycles(graph, length_bound=LONGEST)}
    loops = find_loops(network(links)).loops
    assert {frozenset((link.source, link.target) for link in loop.links) for loop in loops} == cycles
    assert len(loops) == len(cycles)


def test_a_changed_link_is_the_one_between_its_drivers() -> None:
    document = network(SIGNED)
    link = link_between(document, "b", "c")
    assert link is not None
    assert link_between(change_link(link.id, strength=1).apply(document), "b", "c") == link.but(strength=1)
