"""Where things that must not cover each other go: near the place they wish for. Deterministic."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import cos, hypot, sin, tau

Point = tuple[float, float]


def free_places(
    wishes: Sequence[Point], distance: float, allowed: Callable[[Point], bool], reach: float
) -> list[Point] | None:
    """A place for each wish: the wished point, or near it the first that is ``distance`` from all earlier places.

    All places are ``allowed``, and at most ``reach`` from their wish. None when not all find a place. Adding a wish at
    the end moves none of the others.
    """
    squares: dict[tuple[int, int], list[Point]] = defaultdict(list)
    full: dict[Point, int] = {}

    def is_free(x: float, y: float) -> bool:
        column, row = int(x // distance), int(y // distance)
        return all(
            hypot(x - px, y - py) >= distance
            for c in (column - 1, column, column + 1)
            for r in (row - 1, row, row + 1)
            for px, py in squares.get((c, r), ())
        )

    places = []
    for wish in wishes:
        found = next(
            ((k, p) for k, p in _around(wish, distance / 3, full.get(wish, 0), reach) if allowed(p) and is_free(*p)),
            None,
        )
        if found is None:
            return None
        full[wish], place = found
        places.append(place)
        squares[int(place[0] // distance), int(place[1] // distance)].append(place)
    return places


def _around(centre: Point, step: float, first: int, reach: float) -> Iterator[tuple[int, Point]]:
    """Points around ``centre`` on circles ``step`` apart, from circle ``first`` outwards, each with its circle."""
    for circle in range(first, int(reach / step) + 1):
        count = max(1, round(tau * circle))
        for turn in range(count):
            angle = tau * (turn / count) + circle  # each circle is turned against the one before
            yield circle, (centre[0] + circle * step * cos(angle), centre[1] + circle * step * sin(angle))
