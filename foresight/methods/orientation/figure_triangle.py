"""The triangle: everybody as a point between past, present and future, and the way from now to what should be."""

from math import dist, sqrt

from foresight.core.look import Look
from foresight.core.words import _, number
from foresight.methods.orientation.analysis import InTriangle, Summary
from foresight.model.ternary import HEIGHT, point
from foresight.reporting.drawing import Figure, arrow, blank, circle, label, mix
from foresight.reporting.ternary import Place, Spot, triangle_grid, triangle_place

TEXT = 8.0
DOT = 2.4
"""Radius of the dot of one person in points."""
LARGEST = 0.026
"""Radius of the largest dot in sides of the triangle: answers in steps of 5 % do not cover each other."""

MARGINS = 72.0
"""Left and right together, for the words at the lower corners."""


def triangle(said: Summary, width: float, height: float, look: Look) -> Figure:
    """People as dots, now filled and should-be hollow; large ones with an arrow between are the means.

    Equal answers are one dot whose area grows with their number.
    """
    d = blank(width, height)
    layers = [(each, hollow) for each, hollow in ((said.shares_now, False), (said.shares_should, True)) if each]
    if not layers:
        return d
    place, side = triangle_place(width, height, MARGINS)
    triangle_grid(d, place, look)
    _corners(d, place, said, look)
    most = max(max(each.counts.values()) for each, _hollow in layers)
    growth = min(DOT, LARGEST * side / sqrt(most))
    for each, hollow in layers:
        for shares, count in each.counts.items():
            _dot(d, place(point(*shares)), growth * sqrt(count), hollow, look)
    size = min(6.0, max(3.5, 0.03 * side))
    if said.shares_now and said.shares_should:
        _way(d, place(said.shares_now.centroid), place(said.shares_should.centroid), size + 1, look)
    for each, hollow in layers:
        _mean(d, place(each.centroid), size, hollow, look)
    _key(d, layers, height, look)
    return d


def percent(share: float) -> str:
    """A share 0..100 in whole percent."""
    return _("{share}%").format(share=number(share, 0))


def _corners(d: Figure, place: Place, said: Summary, look: Look) -> None:
    """What the corners mean, with the mean shares now and as they should be."""
    for name, title, spot, lift in (
        ("past", _("Past"), (0.0, 0.0), -12.0),
        ("future", _("Future"), (1.0, 0.0), -12.0),
        ("present", _("Present"), (0.5, HEIGHT), 15.0),
    ):
        x, y = place(spot)
        shares = [percent(getattr(each, name)) for each in (said.shares_now, said.shares_should) if each]
        label(d, x, y + lift, title, TEXT + 1, colour=look.ink, bold=True, anchor="middle")
        label(d, x, y + lift - 10, " → ".join(shares), TEXT, colour=look.muted, anchor="middle")


def _dot(d: Figure, spot: Spot, radius: float, hollow: bool, look: Look) -> None:
    if hollow:
        circle(d, *spot, radius, stroke=mix(look.ink, look.surface, 0.7), width=0.75)
    else:
        circle(d, *spot, radius, fill=mix(look.accent, look.surface, 0.6), stroke=look.surface, width=0.4)


def _way(d: Figure, start: Spot, end: Spot, gap: float, look: Look) -> None:
    """The arrow from the mean now to the mean that should be, where they are not the same dot."""
    length = dist(start, end)
    if length < 2 * gap:
        return
    dx, dy = (end[0] - start[0]) / length * gap, (end[1] - start[1]) / length * gap
    arrow(d, *start, end[0] - dx, end[1] - dy, look.ink, 1.5, gap)


def _mean(d: Figure, spot: Spot, size: float, hollow: bool, look: Look) -> None:
    circle(
        d, *spot, size, fill=look.surface if hollow else look.ink, stroke=look.ink if hollow else look.surface, width=2
    )


def _key(d: Figure, layers: list[tuple[InTriangle, bool]], height: float, look: Look) -> None:
    """What filled and hollow mean, and how many people each stands for, at the top left."""
    for index, (each, hollow) in enumerate(layers):
        y = height - 9 - index * 24
        _mean(d, (8, y + 3), 5, hollow, look)
        title = _("Should be") if hollow else _("Now")
        label(d, 18, y, title, TEXT, colour=look.ink, bold=True)
        label(d, 18, y - 10, _("n = {n}").format(n=each.n), TEXT, colour=look.muted)
