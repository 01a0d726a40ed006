"""Delphi feedback: the published numbers, both ends, and what a second round changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.model.delphi import consensus, feedback, shift

RATED = (5, 4, 4, 5, 2, 4, 3, 5, 4, 1, 4, 5)


def test_the_figures_of_one_round() -> None:
    found = feedback(RATED)
    assert found is not None
    assert (found.n, found.median, found.lower, found.upper, found.spread) == (12, 4, 3.75, 5, 1.25)
    assert found.mean == pytest.approx(3.833, abs=5e-4)
    assert found.deviation == pytest.approx(1.213, abs=5e-4)
    assert found.agreement == 0.75
    assert found.consensus == pytest.approx(0.5587, abs=5e-5)
    assert (found.is_agreed, found.is_narrow) == (True, False)


@pytest.mark.parametrize(("values", "expected"), [((3, 3, 3), 1), ((1, 5, 1, 5), 0), ((2, 2, 4, 4), 0.5850)])
def test_consensus(values: tuple[int, ...], expected: float) -> None:
    assert consensus(values) == pytest.approx(expected, abs=5e-5)


def test_nobody_rated() -> None:
    assert feedback(()) is None


def test_a_second_round() -> None:
    before, after = feedback((1, 3, 5)), feedback((4, 4, 4))
    assert before is not None
    assert after is not None
    moved = shift(before, after)
    assert moved.median == 1
    assert moved.deviation == pytest.approx(-1.633, abs=5e-4)


@given(st.lists(st.integers(1, 5), min_size=1))
def test_consensus_is_a_share_and_the_same_from_both_ends(values: list[int]) -> None:
    found = consensus(values)
    assert -1e-9 <= found <= 1 + 1e-9
    assert consensus([6 - value for value in values]) == pytest.approx(found)
