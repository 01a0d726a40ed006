"""Alignment and distribution: exact numbers."""

import pytest

from foresight.methods.network.aligning import ALIGNMENTS, Alignment, aligned

POINTS = {"a": (0.0, 10.0), "b": (100.0, 50.0), "c": (30.0, 90.0)}


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("left", {"a": (0, 10), "b": (0, 50), "c": (0, 90)}),
        ("centre", {"a": (50, 10), "b": (50, 50), "c": (50, 90)}),
        ("right", {"a": (100, 10), "b": (100, 50), "c": (100, 90)}),
        ("top", {"a": (0, 10), "b": (100, 10), "c": (30, 10)}),
        ("middle", {"a": (0, 50), "b": (100, 50), "c": (30, 50)}),
        ("bottom", {"a": (0, 90), "b": (100, 90), "c": (30, 90)}),
        ("across", {"a": (0, 10), "b": (100, 50), "c": (50, 90)}),
        ("down", {"a": (0, 10), "b": (100, 50), "c": (30, 90)}),
    ],
)
def test_drivers_are_put_in_a_row(how: Alignment, expected: dict[str, tuple[float, float]]) -> None:
    assert aligned(POINTS, how) == expected


@pytest.mark.parametrize("how", list(ALIGNMENTS))
def test_one_driver_or_none_stays(how: Alignment) -> None:
    assert aligned({}, how) == {}
    assert aligned({"a": (3.0, 4.0)}, how) == {"a": (3, 4)}
