"""The three circles as people drew them on average: how large, and how near to their neighbours."""

from foresight.core.look import Look
from foresight.core.words import _
from foresight.methods.orientation.circles import TIMES, Drawings
from foresight.reporting.drawing import Figure, blank, circle, label

TEXT = 8.0
FOOT = 30.0
"""Room for what the circles are called."""
SIDE = 40.0
"""Room left and right, for names that are wider than their circles."""


def three_circles(drawn: Drawings, width: float, height: float, look: Look) -> Figure:
    """Past, present and future from left to right; below each its name and for how many it is the largest."""
    d = blank(width, height)
    middles, radii = _laid_out(drawn)
    left = min(x - r for x, r in zip(middles, radii, strict=True))
    right = max(x + r for x, r in zip(middles, radii, strict=True))
    room = height - FOOT - 4
    unit = min((width - 2 * SIDE) / max(right - left, 1), room / max(2 * max(radii), 1))
    start, level = (width - unit * (right - left)) / 2 - unit * left, FOOT + room / 2
    for x, radius in zip(middles, radii, strict=True):
        circle(d, start + unit * x, level, unit * radius, stroke=look.accent, width=1.5)
    below = level - unit * max(radii) - FOOT + 5
    for at, (time, name) in enumerate(TIMES.items()):
        x = width * (2 * at + 1) / 6
        label(d, x, below + 11, _(name), TEXT + 1, colour=look.ink, bold=True, anchor="middle")
        largest = _("largest for {count} of {n}").format(count=drawn.largest[time], n=drawn.n)
        label(d, x, below, largest, TEXT, colour=look.muted, anchor="middle")
    return d


def _laid_out(drawn: Drawings) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """The middles on a line with the present at 0, and the radii."""
    before, after = drawn.distances
    return (-before, 0.0, after), drawn.radii
