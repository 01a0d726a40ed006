"""Links and what is in their way: where the mark of a sign goes on one, and how much of one boxes would hide."""

from collections.abc import Iterable, Sequence
from math import hypot, inf

from foresight.core.spacing import Point

Rect = tuple[float, float, float, float]
"""The smallest x and y, then the largest."""
Bow = tuple[Point, Point, Point]
"""A quadratic curve: its start, its control point, its end."""

STEPS = 32
AIR = 1.0
"""Between a mark and what it must not touch."""


def on_bow(bow: Bow, share: float) -> Point:
    """The point of a curve at a share (0..1) of its way."""
    one, two, three = (1 - share) ** 2, 2 * share * (1 - share), share**2
    (ax, ay), (bx, by), (cx, cy) = bow
    return one * ax + two * bx + three * cx, one * ay + two * by + three * cy


def distance(point: Point, rect: Rect) -> float:
    """From a point to a rectangle; 0 inside."""
    left, low, right, high = rect
    return hypot(max(left - point[0], 0, point[0] - right), max(low - point[1], 0, point[1] - high))


def clear_share(
    bow: Bow, wish: float, within: tuple[float, float], rects: Sequence[Rect], marks: Iterable[Point], radius: float
) -> float:
    """The share of a curve nearest to ``wish``, and ``within`` bounds, at which a mark of that radius touches nothing.

    Where there is none, the one with most room.
    """
    taken = list(marks)
    first, last = within
    shares = [first + (last - first) * step / STEPS for step in range(STEPS + 1)]
    best, found = -inf, wish
    for share in sorted(shares, key=lambda one: abs(one - wish)):
        point = on_bow(bow, share)
        room = min((distance(point, rect) - radius for rect in rects), default=inf)
        room = min(room, *(hypot(point[0] - x, point[1] - y) - 2 * radius for x, y in taken), inf)
        if room >= AIR:
            return share
        if room > best:
            best, found = room, share
    return found


def hidden(bow: Bow, rects: Sequence[Rect], room: float = 0.0) -> int:
    """How much of a curve lies behind rectangles or nearer to one than ``room``: 0 (nothing) to STEPS - 1."""
    points = [on_bow(bow, step / STEPS) for step in range(1, STEPS)]
    wide = [(left - room, low - room, right + room, high + room) for left, low, right, high in rects]
    return sum(
        any(
            left <= x <= right and low <= y <= high and distance((x, y), rect) <= room
            for rect, (left, low, right, high) in zip(rects, wide, strict=True)
        )
        for x, y in points
    )
