"""The map of combinations: the nearer two lie, the fewer descriptors they differ in. Sizes are in points."""

from collections.abc import Collection, Sequence

from foresight.core.look import Look
from foresight.core.spacing import Point, free_places
from foresight.core.words import _
from foresight.reporting.drawing import Figure, blank, box, circle, label, paragraph, text_width

RADII = (9.0, 7.0, 5.0)
"""Of a mark; the largest with which all find a place."""
MARGIN = 16.0
KEY = 24.0
"""Room for the words below, on two lines."""
TEXT = 8.0
ROUND = 3.0
"""Around the current mark."""


def distance_map(
    places: Sequence[Point], ticked: Collection[int], current: int, width: float, height: float, look: Look
) -> Figure:
    """Numbered marks, from 1, at these places (in any unit); ticked ones are filled squares, the current has a ring."""
    d = blank(width, height)
    points, radius = _spread(_fitted(places, width, height), width, height)
    for at, (x, y) in enumerate(points):
        if at == current:
            circle(d, x, y, radius + ROUND, None, look.ink, 1.2)
        if at in ticked:
            half = 0.92 * radius
            box(d, x - half, y - half, 2 * half, 2 * half, look.accent, look.accent, radius=1.5)
        else:
            circle(d, x, y, radius, look.surface, look.accent)
        _number(d, at + 1, (x, y), radius, look.on_accent if at in ticked else look.ink)
    said = _("The nearer two lie, the fewer descriptors they differ in. Squares are picked. n = {n}")
    paragraph(
        d, width / 2, KEY - 2, said.format(n=len(places)), width - 8, TEXT, colour=look.muted, lines=2, anchor="middle"
    )
    return d


def _number(d: Figure, number: int, at: Point, radius: float, colour: str) -> None:
    text = str(number)
    size = min(TEXT, TEXT * 1.7 * radius / text_width(text, TEXT, bold=True))
    label(d, at[0], at[1] - 0.35 * size, text, size, colour=colour, anchor="middle", bold=True)


def _fitted(places: Sequence[Point], width: float, height: float) -> list[Point]:
    """The places inside the figure, with the same measure across and up."""
    if not places:
        return []
    left, right = min(x for x, _y in places), max(x for x, _y in places)
    low, high = min(y for _x, y in places), max(y for _x, y in places)
    room = max(width - 2 * MARGIN, 1.0), max(height - 2 * MARGIN - KEY, 1.0)
    factor = min(room[0] / (right - left or 1.0), room[1] / (high - low or 1.0))
    middle = width / 2, KEY + MARGIN + room[1] / 2
    return [
        (middle[0] + (x - (left + right) / 2) * factor, middle[1] + (y - (low + high) / 2) * factor) for x, y in places
    ]


def _spread(points: list[Point], width: float, height: float) -> tuple[list[Point], float]:
    """The points moved apart so that no two marks touch, and the radius with which that was possible."""

    def inside(point: Point) -> bool:
        x, y = point
        return MARGIN / 2 <= x <= width - MARGIN / 2 and KEY + MARGIN / 2 <= y <= height - MARGIN / 2

    for radius in RADII:
        found = free_places(points, 2 * radius + 2, inside, max(width, height) / 3)
        if found is not None:
            return found, radius
    return points, RADII[-1]
