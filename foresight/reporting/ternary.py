"""The triangle of past, present and future: its place in a picture, and its lines."""

from collections.abc import Callable

from foresight.core.look import Look
from foresight.model.ternary import HEIGHT, point
from foresight.reporting.drawing import Figure, line, polygon

Spot = tuple[float, float]
Place = Callable[[Spot], Spot]
"""From the triangle with sides of 1 to the picture."""

HEAD, FOOT = 26.0, 34.0
"""Room in points for the words above the triangle and below it."""


def triangle_place(width: float, height: float, margins: float) -> tuple[Place, float]:
    """Where the triangle lies in a picture of this size, and the length of its sides, in points.

    ``margins`` is the room left and right together, for the words at the lower corners.
    """
    room = height - HEAD - FOOT
    side = max(min(width - margins, room / HEIGHT), 1.0)
    left, base = (width - side) / 2, FOOT + (room - side * HEIGHT) / 2
    return lambda spot: (left + spot[0] * side, base + spot[1] * side), side


def triangle_grid(d: Figure, place: Place, look: Look) -> None:
    """The triangle and its lines at every quarter."""
    polygon(d, [place((0, 0)), place((1, 0)), place((0.5, HEIGHT))], fill=look.surface, stroke=look.muted, width=1)
    for share in (25, 50, 75):
        rest = 100 - share
        for one, other in (
            ((share, rest, 0), (share, 0, rest)),
            ((rest, share, 0), (0, share, rest)),
            ((rest, 0, share), (0, rest, share)),
        ):
            line(d, *place(point(*one)), *place(point(*other)), look.line, 0.5)
