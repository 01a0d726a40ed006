"""What the frame of a cluster is made of, on the screen and on paper: one box, or boxes joined by bands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from foresight.core.spacing import Point
from foresight.methods.network.marks import Rect
from foresight.methods.network.model import NODE

MARGIN = 20.0
"""Between the frame and the outermost drivers."""
ROUND = 10.0
"""Radius of the corners of a box."""
BAND = 26.0
"""How wide the bands are that join members of a cluster that others stand between."""
FEW = 20
"""Members; around more there is one box whoever else stands in it."""


@dataclass(frozen=True)
class ClusterShape:
    """The parts whose union is the frame, in the units of the canvas."""

    boxes: tuple[Rect, ...]
    bands: tuple[tuple[Point, Point], ...] = ()
    """The middle lines of the bands, BAND wide."""


def cluster_shape(members: Sequence[Point], others: Iterable[Point]) -> ClusterShape:
    """One box around the members if no other driver stands in it, else their own boxes joined by bands.

    Points are the middles of drivers; there is at least one member.
    """
    xs, ys = [x for x, _y in members], [y for _x, y in members]
    left, top, _right, _bottom = around((min(xs), min(ys)))
    _left, _top, right, bottom = around((max(xs), max(ys)))
    if len(members) > FEW or not any(_touches(spot, (left, top, right, bottom)) for spot in others):
        return ClusterShape(((left, top, right, bottom),))
    return ClusterShape(tuple(around(spot) for spot in members), tuple(_joined(members)))


def around(spot: Point) -> Rect:
    """The box of a driver with a margin."""
    x, y = spot
    wide, high = NODE[0] / 2 + MARGIN, NODE[1] / 2 + MARGIN
    return x - wide, y - high, x + wide, y + high


def _touches(spot: Point, frame: Rect) -> bool:
    """Whether a driver with its middle here stands in a frame, if only in part."""
    x, y = spot
    wide, high = NODE[0] / 2, NODE[1] / 2
    return frame[0] - wide <= x <= frame[2] + wide and frame[1] - high <= y <= frame[3] + high


def _joined(spots: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """The shortest lines that join all points (Prim 1957)."""
    reached, left = [spots[0]], list(spots[1:])
    while left:
        pairs = ((one, other) for one in reached for other in left)
        near = min(pairs, key=lambda pair: (pair[0][0] - pair[1][0]) ** 2 + (pair[0][1] - pair[1][1]) ** 2)
        yield near
        reached.append(near[1])
        left.remove(near[1])
