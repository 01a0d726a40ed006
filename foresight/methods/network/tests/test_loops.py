"""Loops: all of them, their signs and words, and what happens when there are very many."""

import itertools
import string

import networkx as nx
import pytest
from hypothesis import given

from foresight.core.progress import Cancelled
from foresight.methods.network.loops import find_loops, labels, sentence
from foresight.methods.network.model import LONGEST, seek_loops
from foresight.methods.network.tests.networks import FIVE, letters, network, networks
from foresight.model.drivers import set_link


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


@given(networks())
def test_loops_are_the_simple_cycles(links: dict[str, str]) -> None:
    graph = nx.DiGraph([(ends[0], ends[1]) for ends in links])
    cycles = {frozenset(itertools.pairwise([*c, c[0]])) for c in nx.simple_cycles(graph, length_bound=LONGEST)}
    loops = find_loops(network(links)).loops
    assert {frozenset((link.source, link.target) for link in loop.links) for loop in loops} == cycles
    assert len(loops) == len(cycles)


@pytest.mark.parametrize("longest", [3, 8])
@given(networks())
def test_loops_of_any_length_are_the_simple_cycles(longest: int, links: dict[str, str]) -> None:
    graph = nx.DiGraph([(ends[0], ends[1]) for ends in links])
    loops = find_loops(seek_loops(longest).apply(network(links))).loops
    assert len(loops) == sum(1 for _cycle in nx.simple_cycles(graph, length_bound=longest))


def test_a_network_full_of_loops_is_answered_at_once() -> None:
    full = network({a + b: "+1" for a, b in itertools.permutations(string.ascii_letters, 2)})
    found = find_loops(full)
    assert len(found.loops) == 10_000
    assert found.more


def test_what_leads_nowhere_is_not_searched() -> None:
    onward = dict.fromkeys(map("".join, itertools.combinations(string.ascii_letters, 2)), "+1")
    ticks: list[float] = []
    assert not find_loops(network(onward), longest=8, tick=ticks.append).loops
    assert ticks == sorted(ticks)
    (loop,) = find_loops(network({**onward, "ZY": "-1"}), longest=8).loops
    assert loop.drivers == ("Y", "Z")
