"""The engine: published numbers, the slow way as the oracle, and what must not change an answer."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.progress import Cancelled
from foresight.methods.cib.engine.choice import chart, distances, most_different
from foresight.methods.cib.engine.matrix import (
    Matrix,
    acting_on_themselves,
    balances,
    standing,
    states_of,
    unbalanced_groups,
)
from foresight.methods.cib.engine.robustness import survival
from foresight.methods.cib.engine.search import search
from foresight.methods.cib.engine.succession import path, successor, weights, wilson
from foresight.methods.cib.tests.matrices import (
    every_state,
    random_matrix,
    solved_slowly,
    somewhereland,
    somewhereland_expected,
)

seeds = st.integers(0, 10_000)


def test_somewhereland_has_its_ten_scenarios_with_their_values() -> None:
    matrix = somewhereland()
    found = search(matrix)
    expected = sorted(somewhereland_expected()["scenarios_1based"], key=lambda each: each["z"])
    assert (matrix.space, found.count, found.complete) == (486, 10, True)
    assert (found.states + 1).tolist() == [each["z"] for each in expected]
    held = standing(matrix, found.states)
    assert held.consistency.tolist() == [each["consistency_value"] for each in expected]
    assert held.total_impact.tolist() == [each["TIS"] for each in expected]
    weight = weights(matrix, found.states)
    assert weight.exact
    assert [each.count for each in weight.each] == [each["basin_global"] for each in expected]


def test_somewhereland_with_weaker_consistency() -> None:
    matrix = somewhereland()
    expected = somewhereland_expected()["count_inconsistency_le"]
    assert {str(t): search(matrix, t).count for t in range(6)} == expected


def test_the_published_impact_balance() -> None:
    matrix = somewhereland()
    sums = balances(matrix, states_of(matrix, [[1, 0, 2, 0, 0, 0]]))[0].tolist()
    assert sums == [0, 3, -3, 2, 1, -3, -9, -1, 10, -7, 7, 4, -1, -3, 2, -1, -1]


@pytest.mark.parametrize("part", range(4))
def test_a_thousand_random_matrices_as_by_trying_all(part: int) -> None:
    for seed in range(250 * part, 250 * (part + 1)):
        matrix, tolerance = random_matrix(seed), seed % 3
        found = search(matrix, tolerance)
        assert found.complete
        assert found.count == len(found.states)
        assert np.array_equal(found.states, solved_slowly(matrix, tolerance)), f"seed {seed}"


@given(seeds, st.integers(-9, 9), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_the_same_number_for_all_variants_of_a_target_changes_nothing(seed: int, more: int, random: object) -> None:
    matrix = random_matrix(seed)
    row = random.randrange(len(matrix.scores))  # type: ignore[attr-defined]
    target = random.randrange(len(matrix.sizes))  # type: ignore[attr-defined]
    scores = matrix.scores.copy()
    scores[row, matrix.span(target)] += more
    assert np.array_equal(search(Matrix(matrix.sizes, scores)).states, search(matrix).states)


@given(seeds, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_descriptors_in_another_order_give_the_scenarios_in_that_order(seed: int, random: object) -> None:
    matrix = random_matrix(seed)
    order = list(range(len(matrix.sizes)))
    random.shuffle(order)  # type: ignore[attr-defined]
    rows = np.concatenate([np.arange(len(matrix.scores))[matrix.span(at)] for at in order])
    shuffled = Matrix(tuple(matrix.sizes[at] for at in order), matrix.scores[np.ix_(rows, rows)])
    there = {tuple(states) for states in search(shuffled).states.tolist()}
    assert there == {tuple(states[at] for at in order) for states in search(matrix).states.tolist()}


@given(seeds, st.integers(2, 5))
@settings(deadline=None, max_examples=40)
def test_a_longer_scale_changes_nothing(seed: int, times: int) -> None:
    matrix = random_matrix(seed)
    assert np.array_equal(search(Matrix(matrix.sizes, matrix.scores * times)).states, search(matrix).states)


@given(seeds)
@settings(deadline=None, max_examples=60)
def test_forced_variants_and_forbidden_pairs_leave_what_keeps_to_them(seed: int) -> None:
    matrix = random_matrix(seed)
    allowed = [range(max(1, size - 1)) for size in matrix.sizes]
    pair = ((0, 0), (len(matrix.sizes) - 1, 0))
    forbidden = [pair] if len(matrix.sizes) > 1 else []
    found = search(matrix, 1, allowed, forbidden).states.tolist()
    wanted = [
        states
        for states in solved_slowly(matrix, 1).tolist()
        if all(variant in each for variant, each in zip(states, allowed, strict=True))
        and not (forbidden and states[0] == 0 and states[-1] == 0)
    ]
    assert found == wanted


def test_parts_that_do_not_touch_multiply() -> None:
    free = Matrix((4,) * 24, np.zeros((96, 96), dtype=np.int64))
    found = search(free, most=50)
    assert (found.count, found.complete, len(found.states)) == (4**24, True, 50)
    assert len({tuple(states) for states in found.states.tolist()}) == 50


def test_an_answer_that_was_cut_short_says_so() -> None:
    scores = np.zeros((30, 30), dtype=np.int64)
    scores[0, 2::2] = 1  # the first one acts on all others, but less than what is tolerated
    matrix = Matrix((2,) * 15, scores)
    whole = search(matrix, 1)
    assert (whole.complete, whole.count) == (True, 2**15)
    cut = search(matrix, 1, most=10)
    assert not cut.complete
    assert len(cut.states) == 10
    stopped = search(matrix, 1, enough=lambda: True)
    assert (stopped.complete, stopped.count) == (False, 0)


def test_a_search_is_cancelled_by_its_tick() -> None:
    def tick(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        search(somewhereland(), tick=tick)


def test_nine_variants_are_refused() -> None:
    with pytest.raises(ValueError, match="more than 8"):
        search(Matrix((9,), np.zeros((9, 9), dtype=np.int64)))


@given(seeds)
@settings(deadline=None, max_examples=60)
def test_succession_rests_exactly_where_a_scenario_is_consistent(seed: int) -> None:
    matrix = random_matrix(seed)
    states = every_state(matrix)
    resting = states[(successor(matrix, states) == states).all(axis=1)]
    assert np.array_equal(resting, solved_slowly(matrix))


@given(seeds)
@settings(deadline=None, max_examples=30)
def test_weights_count_where_every_path_ends(seed: int) -> None:
    matrix = random_matrix(seed)
    if matrix.space > 600:
        return
    scenarios = solved_slowly(matrix)
    ends = [path(matrix, tuple(start)) for start in every_state(matrix).tolist()]
    settled = [each.steps[-1] for each in ends if each.settles]
    counted = [settled.count(tuple(scenario)) for scenario in scenarios.tolist()]
    assert [each.count for each in weights(matrix, scenarios).each] == counted
    assert sum(counted) == len(settled)


def test_a_path_tells_its_steps_and_where_it_goes_round() -> None:
    found = path(somewhereland(), (0, 1, 2, 0, 0, 0))
    assert found.settles
    assert found.steps[0] == (0, 1, 2, 0, 0, 0)
    follows = Matrix((2, 2), np.array([[0, 0, 0, 1], [0, 0, 1, 0], [1, 0, 0, 0], [0, 1, 0, 0]]))
    circle = path(follows, (0, 0))
    assert not circle.settles
    assert len(circle.steps) - circle.back_to == 4


def test_weights_of_a_large_space_are_a_sample_with_an_interval() -> None:
    block = np.array([[3, -3], [-3, 3]])
    matrix = Matrix((2,) * 24, np.zeros((48, 48), dtype=np.int64))
    for at in range(23):  # each follows the one before it, the first one its own start
        matrix.scores[matrix.span(at), matrix.span(at + 1)] = block
    found = search(matrix)
    assert found.count == 2
    held = weights(matrix, found.states)
    assert not held.exact
    assert all(each.low < 0.5 < each.high for each in held.each)
    assert sum(each.count for each in held.each) == held.tried


def test_the_interval_of_a_share() -> None:
    assert [round(end, 5) for end in wilson(0, 10)] == [0.0, 0.27753]
    assert [round(end, 5) for end in wilson(5, 10)] == [0.23659, 0.76341]


def test_certain_judgements_always_hold_and_doubtful_ones_do_not() -> None:
    matrix = somewhereland()
    states = search(matrix).states
    certain = survival(matrix, np.zeros(matrix.scores.shape), states, runs=20)
    assert {each.share for each in certain} == {1.0}
    doubt = np.where(matrix.scores != 0, 0.8, 0.0)
    held = survival(matrix, doubt, states, runs=300)
    assert held == survival(matrix, doubt, states, runs=300)
    assert held[1].share == max(each.share for each in held), "the only one with room to spare holds most often"
    assert all(each.low <= each.share <= each.high for each in held)


def test_scenarios_that_differ_most() -> None:
    states = search(somewhereland()).states
    chosen = most_different(states)
    apart = distances(states)
    least = min(apart[one, other] for one in chosen for other in chosen if one < other)
    assert least == 3
    assert most_different(states[:3]) == (0, 1, 2)
    many = every_state(Matrix((3,) * 5, np.zeros((15, 15), dtype=np.int64)))
    far = most_different(many, 3)
    assert distances(many[list(far)]).max() == 5


def test_the_map_keeps_equal_scenarios_together_and_is_always_the_same() -> None:
    states = search(somewhereland()).states
    places = chart(states)
    assert np.array_equal(places, chart(states))
    twice = chart(np.concatenate([states, states[:1]]))
    assert np.allclose(twice[0], twice[-1], atol=1e-6)
    assert chart(states[:1]).tolist() == [[0.0, 0.0]]


def test_groups_that_do_not_sum_to_nothing_and_descriptors_that_act_on_themselves_are_named() -> None:
    matrix = Matrix((2, 2), np.array([[0, 0, 1, 0], [0, 0, 1, -1], [0, 0, 0, 2], [0, 0, 0, 0]]))
    assert unbalanced_groups(matrix) == [(0, 1), (2, 1)]
    assert acting_on_themselves(matrix) == [1]
    assert unbalanced_groups(somewhereland()) == []
