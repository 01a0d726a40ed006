"""The futures triangle: past at the left, present at the top, future at the right, a dot where the forces balance."""

from foresight.core.look import Look
from foresight.core.words import _, number
from foresight.methods.forces.analysis import Balance
from foresight.methods.forces.sentences import corner_name
from foresight.model.patterns import PERCENT
from foresight.model.ternary import HEIGHT
from foresight.model.trends import DIRECTIONS, Direction
from foresight.reporting.drawing import Anchor, Figure, blank, circle, label, line, polygon, text_width
from foresight.reporting.ternary import Place, Spot, triangle_grid, triangle_place

TEXT = 8.0
MARGINS, NARROW_MARGINS = 84.0, 16.0
"""Left and right of the triangle together, for the words below the corners; in a narrow picture."""
NARROW = 260.0
"""Width in points under which a picture is narrow."""
SPOTS: dict[Direction, Spot] = {"weight": (0.0, 0.0), "push": (0.5, HEIGHT), "pull": (1.0, 0.0)}
HALVES: dict[Direction, tuple[Spot, Spot]] = {
    "weight": ((0.5, 0.0), (0.25, HEIGHT / 2)),
    "push": ((0.25, HEIGHT / 2), (0.75, HEIGHT / 2)),
    "pull": ((0.75, HEIGHT / 2), (0.5, 0.0)),
}
"""With its corner, the part of the triangle in which a corner has more than half."""
WORDS: tuple[tuple[Direction, float, Anchor], ...] = (("weight", -4, "end"), ("push", 7, "start"), ("pull", 4, "start"))
BESIDE = 40.0
"""The words of the sketch: how far from their corners, and to which side; the room for them."""
DOT = 6.0
"""Radius of the dot at the most, in points."""


def triangle(held: Balance, width: float, height: float, look: Look) -> Figure:
    """The balance as a dot; the part of the triangle where one corner leads is tinted if the dot lies there."""
    d = blank(width, height)
    place, side = triangle_place(width, height, NARROW_MARGINS if width < NARROW else MARGINS)
    ground(d, place, held, look)
    for corner in SPOTS:
        _name(d, place, held, corner, look)
    if held.spot:
        x, y = place(held.spot)
        line(d, *place((0.5, HEIGHT / 3)), x, y, look.muted, 0.75, (2, 2))
        circle(d, *place((0.5, HEIGHT / 3)), 1.5, fill=look.muted)
        circle(d, x, y, min(DOT, max(3.5, 0.04 * side)), fill=look.ink, stroke=look.surface, width=2)
    label(d, 0, height - 9, _("n = {n}").format(n=held.n), TEXT, colour=look.muted)
    return d


def _name(d: Figure, place: Place, held: Balance, corner: Direction, look: Look) -> None:
    """What a corner means, and how strong it is; at the lower corners beside each other, whatever the room."""
    (x, y), lift = place(SPOTS[corner]), 15.0 if corner == "push" else -12.0
    title = _(DIRECTIONS[corner])
    half, middle = text_width(title, TEXT + 1, True) / 2, d.width / 2
    if corner == "weight":
        x = max(min(x, middle - half - 4), half)
    elif corner == "pull":
        x = min(max(x, middle + half + 4), d.width - half)
    label(d, x, y + lift, title, TEXT + 1, colour=look.ink, bold=True, anchor="middle")
    label(d, x, y + lift - 10, _amount(held, corner), TEXT, colour=look.muted, anchor="middle")


def sketch(held: Balance, width: float, height: float, look: Look) -> Figure:
    """The triangle as small as can be: a word at each corner, and the dot."""
    d = blank(width, height)
    side = max(min(width - 2 * BESIDE, (height - 4) / HEIGHT), 1.0)
    left = (width - side) / 2

    def place(spot: Spot) -> Spot:
        return left + spot[0] * side, 2 + spot[1] * side

    ground(d, place, held, look)
    for corner, shift, anchor in WORDS:
        x, y = place(SPOTS[corner])
        rise = -TEXT * 0.7 if corner == "push" else 0
        label(d, x + shift, y + rise, corner_name(corner), TEXT, colour=look.muted, anchor=anchor)
    if held.spot:
        circle(d, *place(held.spot), 3.5, fill=look.ink, stroke=look.surface, width=1)
    return d


def ground(d: Figure, place: Place, held: Balance, look: Look) -> None:
    """The triangle with its lines, and a tint where one corner leads."""
    triangle_grid(d, place, look)
    if held.leading:
        part = [place(SPOTS[held.leading]), *map(place, HALVES[held.leading])]
        polygon(d, part, fill=look.given, stroke=look.muted, width=0.5)


def _amount(held: Balance, corner: Direction) -> str:
    """The strength of a corner; in percent for PERCENT forces or more."""
    share = held.share(corner)
    if share is None:
        return ""
    if held.n >= PERCENT:
        return _("{share}%").format(share=number(100 * share, 0))
    return _("{count} of {all}").format(count=held.sums[corner], all=held.total)
