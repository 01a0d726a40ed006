"""Ranks by direct links and by paths: exact numbers, networks in which no order settles, and why a driver climbs."""

import itertools
import json
import math
from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.integrity import remove
from foresight.methods.network.leverage import leverage
from foresight.methods.network.loops import find_loops
from foresight.methods.network.matrix import matrix
from foresight.methods.network.ranking import (
    Ranking,
    displaced,
    explained,
    outcome_in_words,
    ranking,
    ranks,
    shared_ranks,
    through,
)
from foresight.methods.network.summary import figures
from foresight.methods.network.tests.networks import FIVE, network, networks
from foresight.model.drivers import Drivers


def powers(document: Document, most: int) -> list[list[int]]:
    """The row sums of the matrix raised to 1, 2, ..."""
    held = matrix(document)
    sums, found = [1] * len(held.ids), []
    for _power in range(most):
        sums = held.longer(sums)
        found.append(sums)
    return found


def test_the_powers_of_the_published_example() -> None:
    assert powers(network(FIVE), 4) == [
        [4, 4, 3, 3, 5],
        [15, 16, 11, 11, 15],
        [59, 52, 37, 37, 55],
        [193, 184, 129, 129, 185],
    ]


def test_the_order_is_that_of_the_power_whose_orders_the_next_repeats() -> None:
    found = ranking(network(FIVE))
    assert (found.outcome, found.power) == ("settled", 3)
    assert found.influence.direct_rank == (2, 2, 4, 4, 1)
    assert found.influence.indirect == (59, 52, 37, 37, 55)
    assert found.influence.indirect_rank == (1, 3, 4, 4, 2)
    assert [found.influence.climb(at) for at in range(5)] == [1, -1, 0, 0, -1]
    assert found.dependence.direct_rank == (5, 4, 1, 2, 2)
    assert sum(found.dependence.indirect) == sum(found.influence.indirect)
    assert outcome_in_words(found) == "Paths of 3 links and more give one and the same order."


def test_a_chain_has_no_indirect_order_however_long_it_is() -> None:
    short = ranking(network({"ab": "+3", "bc": "-2", "cd": "+1"}))
    assert short.influence.direct == (3, 2, 1, 0)
    assert short.dependence.direct == (0, 3, 2, 1)
    assert (short.outcome, short.power, short.influence.indirect) == ("ends", 0, ())
    assert outcome_in_words(short).startswith("No feedback, no indirect ranking")
    long = network({a + b: "+1" for a, b in itertools.pairwise("abcdefghijklmnopqrstuvwxyz")})
    assert ranking(long).outcome == "ends"
    assert explained(long, "a") == ""


def test_a_star_that_answers_its_hub_never_comes_to_rest() -> None:
    star = network({"ha": "+2", "hb": "+2", "hc": "-2", "ah": "+1"})
    assert powers(star, 4) == [[1, 0, 0, 6], [6, 0, 0, 2], [2, 0, 0, 12], [12, 0, 0, 4]]
    found = ranking(star)
    assert (found.outcome, found.power, found.influence.indirect) == ("restless", 0, ())
    assert outcome_in_words(found).endswith("none is given.")


def test_a_ring_gives_an_order_only_when_it_is_even() -> None:
    even = ranking(network({"ab": "+2", "bc": "+2", "ca": "-2"}))
    assert (even.outcome, even.power, even.influence.indirect) == ("settled", 2, (4, 4, 4))
    assert even.influence.indirect_rank == (1, 1, 1)
    uneven = network({"ab": "+3", "bc": "+1", "ca": "+2"})
    assert powers(uneven, 4) == [[3, 1, 2], [3, 2, 6], [6, 6, 6], [18, 6, 12]]
    assert ranking(uneven).outcome == "restless"


def test_two_parts_that_do_not_touch_are_ranked_together() -> None:
    found = ranking(network({"ab": "+3", "ba": "+3", "cd": "+1", "dc": "-1"}))
    assert (found.outcome, found.power) == ("settled", 2)
    assert found.influence.indirect == (9, 9, 1, 1)
    assert found.influence.indirect_rank == (1, 1, 3, 3)


def test_those_that_keep_changing_places_share_a_rank() -> None:
    ring = {"xy": "+3", "yz": "+1", "zx": "+2"}
    document = network({**FIVE, **ring})
    assert matrix(document).beat == 3
    found = ranking(document)
    assert (found.outcome, found.power) == ("turns", 8)
    assert found.influence.indirect_rank == (1, 3, 4, 4, 2, 6, 6, 6)
    assert found.dependence.indirect_rank == (7, 7, 1, 2, 3, 4, 4, 4)
    assert "share a rank" in outcome_in_words(found)


def test_one_order_of_several() -> None:
    assert shared_ranks([[1, 2, 3], [1, 3, 2]]) == [1, 2, 2]
    assert shared_ranks([[1, 2, 3, 4], [4, 1, 2, 3]]) == [1, 1, 1, 1]
    assert shared_ranks([[1, 1, 3], [1, 2, 3]]) == [1, 1, 3]


@pytest.mark.parametrize(("links", "beat"), [("ab bc", 0), ("ab ba", 2), ("ab bc ca", 3), ("ab ba bc ca", 1)])
def test_the_beat_is_the_common_divisor_of_the_lengths_of_loops(links: str, beat: int) -> None:
    assert matrix(network(dict.fromkeys(links.split(), "+1"))).beat == beat
    assert matrix(network({**dict.fromkeys(links.split(), "+1"), "xy": "+1", "yx": "+1"})).beat == math.lcm(
        beat or 1, 2
    )


@given(networks())
def test_the_beat_is_that_of_every_part_in_feedback(links: dict[str, str]) -> None:
    graph = nx.DiGraph([(ends[0], ends[1]) for ends in links])
    parts = [graph.subgraph(part) for part in nx.strongly_connected_components(graph) if len(part) > 1]
    lengths = [math.gcd(*map(len, nx.simple_cycles(part))) for part in parts]
    assert matrix(network(links)).beat == (math.lcm(*lengths) if lengths else 0)


def test_sums_are_exact_beyond_what_a_machine_word_holds() -> None:
    letters = "abcdefghijklmnopqrstuvwxyzABCD"
    full = network({a + b: "+3" for a, b in itertools.permutations(letters, 2)})
    assert powers(full, 11)[-1] == [87**11] * 30
    assert 87**10 > 2**63


def test_nothing_is_ranked_without_links() -> None:
    assert ranking(Document()).outcome == "empty"
    assert ranking(network({}, "abc")).outcome == "empty"
    assert ranking(network({}, "abc")).influence.direct_rank == (1, 1, 1)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([10_000, 9_998, 9_000], [1, 1, 3]),
        ([10_000, 9_997, 9_000], [1, 2, 3]),
        ([10**40, 10**40 - 1], [1, 1]),
        ([0, 0, 7], [2, 2, 1]),
        ([], []),
    ],
)
def test_sums_that_differ_by_a_five_thousandth_have_the_same_rank(values: list[int], expected: list[int]) -> None:
    assert ranks(values) == expected


def test_why_a_driver_climbs_is_told_by_what_most_of_its_paths_run_through() -> None:
    document = network(FIVE)
    assert through(document, "a") == ["b"]  # 3 x 16 of 59
    assert through(document, "e") == ["c"]  # 3 x 11 of 55
    assert through(document, "d", backward=True) == ["c"]
    assert through(document, "a", backward=True) == []
    assert explained(document, "a") == (
        "When paths count, “Driver a” climbs from rank 2 to 1 in influence, through “Driver b”."
    )
    assert explained(document, "b") == (  # 11 < 240/19 follow from c, 15 from e
        "When paths count, “Driver b” falls from rank 2 to 3 in influence: little follows from “Driver c”."
    )
    assert explained(document, "c").startswith("“Driver c” stays at rank 4 in influence")
    found = ranking(document)
    assert [found.ids[at] for at in displaced(found)] == ["a", "c", "d", "e", "b"]


def test_two_are_named_when_neither_carries_half() -> None:
    document = network({**FIVE, "fb": "+1", "fe": "+1", "fa": "+1"})
    assert through(document, "f") == ["b", "a"]


def test_who_falls_though_no_less_follows_than_on_average_is_outrun() -> None:
    document = network({"ba": "+1", "ab": "+1", "ac": "+1", "ad": "+2", "cb": "+1"})
    assert explained(document, "c") == (
        "When paths count, “Driver c” falls from rank 2 to 3 in influence: others reach farther."
    )


def test_a_driver_that_moves_nothing_further_says_so() -> None:
    document = network({**FIVE, "cf": "+3"})
    assert explained(document, "f").startswith("“Driver f” moves nothing along paths of ")


def test_figures_are_plain_values() -> None:
    said = json.loads(json.dumps(figures(network(FIVE))))
    first = said["drivers"][0]
    assert first.pop("why").startswith("When paths count, “Driver a” climbs")
    assert first == {
        "title": "Driver a",
        "influence": 4,
        "dependence": 0,
        "role": "driving",
        "influence_rank": 2,
        "dependence_rank": 5,
        "indirect_influence": 59,
        "indirect_dependence": 0,
        "indirect_influence_rank": 1,
        "indirect_dependence_rank": 4,
        "influence_displacement": 1,
        "dependence_displacement": 1,
        "leverage": round(435 / 495, 4),
        "leverage_rank": 3,
    }
    assert (said["indirect"], said["indirect_power"], said["leverage_depth"]) == ("settled", 3, 3)
    assert sorted(loop["sign"] for loop in said["loops"]) == ["+"] * 5
    assert figures(Document())["loops"] == []
    assert figures(network({"ab": "+1"}))["drivers"][0]["indirect_influence_rank"] is None


def by_driver(found: Ranking) -> object:
    sides = (found.influence, found.dependence)
    rows = zip(found.ids, *(side.direct_rank for side in sides), *(side.indirect_rank for side in sides), strict=False)
    return {row[0]: row[1:] for row in rows}, found.outcome, found.power


@given(networks(), st.randoms(use_true_random=False))
def test_the_order_of_drivers_and_links_does_not_matter(links: dict[str, str], random: Random) -> None:
    document = network(links)
    part = document[Drivers]
    drivers, joined = list(part.drivers), list(part.links)
    random.shuffle(drivers)
    random.shuffle(joined)
    shuffled = document.put(part.but(drivers=tuple(drivers), links=tuple(joined)))
    assert by_driver(ranking(shuffled)) == by_driver(ranking(document))
    assert leverage(shuffled) == leverage(document)
    assert len(find_loops(shuffled).loops) == len(find_loops(document).loops)


@given(networks(strengths="1"), st.sampled_from([2, 3]))
def test_multiplying_all_strengths_changes_no_role_and_no_rank(links: dict[str, str], factor: int) -> None:
    scaled = network({ends: f"{value[0]}{factor}" for ends, value in links.items()})
    one, other = figures(network(links)), figures(scaled)
    for before, after in zip(one["drivers"], other["drivers"], strict=True):
        for figure in ("role", "why", *(name for name in before if "rank" in name)):
            assert before[figure] == after[figure]
    assert one["indirect_power"] == other["indirect_power"]


@given(networks())
def test_a_driver_that_is_gone_leaves_no_trace(links: dict[str, str]) -> None:
    without = {ends: value for ends, value in links.items() if "a" not in ends}
    drivers = sorted({end for ends in links for end in ends} | {"a"})
    removed = remove(network(links, drivers), ["a"])
    assert figures(removed) == figures(network(without, drivers[1:]))
