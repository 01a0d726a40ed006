"""The map: every combination has its mark, and no two marks lie on each other."""

from itertools import combinations
from math import dist

import numpy as np
import pytest

from foresight.core.look import LIGHT
from foresight.core.picture import Circle, Path, Polygon, Text
from foresight.methods.cib.figure_map import distance_map

WIDE, HIGH = 300.0, 320.0


def random_places(count: int) -> list[tuple[float, float]]:
    drawn = np.random.default_rng(1).normal(size=(count, 2)).round(1)
    return [(float(x), float(y)) for x, y in drawn]


@pytest.mark.parametrize("count", [1, 10, 60, 150])
def test_marks_lie_apart_and_inside(count: int) -> None:
    shapes = distance_map(random_places(count), frozenset(), -1, WIDE, HIGH, LIGHT).plain()
    marks = [shape for shape in shapes if isinstance(shape, Circle)]
    assert len(marks) == count
    assert all(dist(one.centre, other.centre) > one.radius + other.radius for one, other in combinations(marks, 2))
    assert all(0 < x < WIDE and 0 < y < HIGH for x, y in (mark.centre for mark in marks))
    numbers = [shape.text for shape in shapes if isinstance(shape, Text) and shape.bold]
    assert numbers == [str(number) for number in range(1, count + 1)]


def test_what_is_picked_is_square_and_what_is_current_has_a_ring() -> None:
    shapes = distance_map(random_places(5), frozenset({0, 1}), 4, WIDE, HIGH, LIGHT).plain()
    circles = [shape for shape in shapes if isinstance(shape, Circle)]
    assert len(circles) == 3 + 1
    assert len([shape for shape in shapes if isinstance(shape, Polygon | Path)]) == 2


def test_combinations_at_one_place_are_told_apart() -> None:
    shapes = distance_map([(0.0, 0.0)] * 4, frozenset(), -1, WIDE, HIGH, LIGHT).plain()
    assert len({shape.centre for shape in shapes if isinstance(shape, Circle)}) == 4


def test_an_empty_map_is_only_its_words() -> None:
    shapes = distance_map([], frozenset(), -1, WIDE, HIGH, LIGHT).plain()
    assert all(isinstance(shape, Text) for shape in shapes)
