"""Leverage and what-if: exact numbers, and what must hold for every network."""

import itertools

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.progress import Cancelled
from foresight.methods.network import pushing
from foresight.methods.network.leverage import leverage
from foresight.methods.network.pushing import in_words, links_on, pushes
from foresight.methods.network.tests.networks import FIVE, network, networks
from foresight.model.drivers import set_link


def test_leverage_of_a_chain() -> None:
    chain = network({"ab": "+3", "bc": "-2", "cd": "+1"})
    assert list(leverage(chain, 1).values()) == [3, 2, 1, 0]
    assert list(leverage(chain, 2).values()) == [3 * 3 + 6, 3 * 2 + 2, 3 * 1, 0]
    assert list(leverage(chain, 3).values()) == [27 + 18 + 6, 18 + 6, 9, 0]


def test_leverage_of_the_published_example() -> None:
    # s = 8, the largest sum of a column: 64 A + 8 A^2 + A^3
    assert list(leverage(network(FIVE), 3).values()) == [
        64 * direct + 8 * second + third
        for direct, second, third in zip((4, 4, 3, 3, 5), (15, 16, 11, 11, 15), (59, 52, 37, 37, 55), strict=True)
    ]


def told(links: dict[str, str], held: str, depth: int, upward: bool = True) -> dict[str, tuple[str, int]]:
    found = pushes(network(links), held, upward, depth)
    return {push.driver: (push.direction, push.rank) for push in found.pushes}


def test_who_is_pushed_in_the_published_example() -> None:
    assert told(FIVE, "a", 1) == {"b": ("up", 1), "c": ("up", 2)}
    # b: 3 x 8; c: 1 x 8 up and 3 x 2 down; e: 3 x 2 up and 1 x 1 down; d: 1 x 2
    assert told(FIVE, "a", 2) == {"b": ("up", 1), "c": ("unclear", 2), "e": ("unclear", 3), "d": ("up", 4)}
    assert told(FIVE, "a", 2, upward=False)["d"] == ("down", 4)


def test_a_loop_does_not_push_what_is_held() -> None:
    assert told({"ab": "+1", "ba": "-1"}, "a", 6) == {"b": ("up", 1)}


def test_an_undecided_sign_leaves_open_where_a_driver_is_pushed() -> None:
    links = {"ab": "?2", "bc": "-1"}
    assert told(links, "a", 2) == {"b": ("unclear", 1), "c": ("unclear", 2)}


def test_why_is_told_in_words() -> None:
    document = network(FIVE)
    said = {push.driver: in_words(document, push) for push in pushes(document, "a", True, 2).pushes}
    assert said["b"] == "“Driver b” is pushed up, directly."
    assert said["d"] == "“Driver d” is pushed up, through “Driver c”."
    assert said["c"] == "“Driver c” is undecided: pushed up directly and down through “Driver b”."
    open_end = set_link("a", "b", sign="?").apply(document)
    (first, *_rest) = pushes(open_end, "a", False, 1).pushes
    assert in_words(open_end, first) == "“Driver b” is undecided: pushed one way or the other directly."


def test_the_links_on_the_way_are_those_of_the_strongest_path_of_each_sign() -> None:
    document = network(FIVE)
    ways = {push.driver: links_on(document, push) for push in pushes(document, "a", True, 2).pushes}
    assert ways == {"b": {"ab"}, "c": {"ac", "ab", "bc"}, "e": {"ab", "be", "ac", "ce"}, "d": {"ac", "cd"}}


def test_more_paths_than_can_be_followed_shorten_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not pushes(network(FIVE), "a", True, 6).is_cut
    monkeypatch.setattr(pushing, "MOST", 3)
    found = pushes(network(FIVE), "a", True, 4)
    assert (found.depth, found.is_cut) == (1, True)
    assert {push.driver for push in found.pushes} == {"b", "c"}


def test_following_paths_can_be_stopped() -> None:
    def stop(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        pushes(network(FIVE), "a", True, 3, tick=stop)


@given(networks(), st.integers(1, 4))
def test_directions_are_those_of_all_simple_paths(links: dict[str, str], depth: int) -> None:
    links = {**links, "ab": "+1"}
    graph = nx.DiGraph([(ends[0], ends[1]) for ends in links])
    expected = {}
    for target in set(graph) - {"a"}:
        signs = set()
        for path in nx.all_simple_paths(graph, "a", target, cutoff=depth):
            on_way = [links[one + other][0] for one, other in itertools.pairwise(path)]
            signs.add("?" if "?" in on_way else "-" if on_way.count("-") % 2 else "+")
        if signs:
            expected[target] = {"+": "up", "-": "down", "?": "unclear"}[signs.pop()] if len(signs) == 1 else "unclear"
    assert {driver: direction for driver, (direction, _rank) in told(links, "a", depth).items()} == expected


@given(networks(), st.integers(1, 4))
def test_holding_down_is_the_mirror_of_holding_up(links: dict[str, str], depth: int) -> None:
    links = {**links, "ab": "+1"}
    mirror = {"up": "down", "down": "up", "unclear": "unclear"}
    up, down = told(links, "a", depth), told(links, "a", depth, upward=False)
    assert down == {driver: (mirror[direction], rank) for driver, (direction, rank) in up.items()}


@given(networks(strengths="1"), st.sampled_from([2, 3]), st.integers(1, 4))
def test_multiplying_all_strengths_changes_no_push(links: dict[str, str], factor: int, depth: int) -> None:
    links = {**links, "ab": "+1"}
    scaled = {ends: f"{value[0]}{factor}" for ends, value in links.items()}
    assert told(scaled, "a", depth) == told(links, "a", depth)
