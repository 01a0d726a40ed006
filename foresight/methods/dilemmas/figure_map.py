"""Where the room should spend its time: how often a topic was chosen, and how much it divides."""

from collections.abc import Sequence

from foresight.core.look import Look
from foresight.core.spacing import Point, free_places
from foresight.core.words import _, ngettext
from foresight.model.tallies import CORNERS, DIVIDED, OFTEN, Corner, Tally
from foresight.reporting.drawing import Figure, blank, box, circle, label, line, paragraph, wrapped

TEXT = 8.0
LEADING = TEXT * 1.3
FOOT = 24.0
LEFT = 24.0
RADIUS = 8.0
LIST = 0.36
"""The share of the width for the names of the dots."""
TINTS: dict[Corner, str] = {"fight": "critical", "agenda": "given", "leave": "drop", "settled": "watch"}


def topic_map(held: Sequence[Tally], width: float, height: float, look: Look) -> Figure:
    """Selection rate to the right, polarisation upwards, four corners with their names, and the topics listed."""
    d = blank(width, height)
    placed = [tally for tally in held if tally.corner]
    frame = (LEFT, FOOT, (1 - LIST) * width - LEFT - 12, height - FOOT)
    _ground(d, *frame, look)
    for tally, (x, y) in zip(placed, _places(placed, *frame), strict=True):
        circle(d, x, y, RADIUS, look.surface, look.accent, 1)
        label(d, x, y - TEXT * 0.36, str(tally.number), TEXT, colour=look.ink, anchor="middle", bold=True)
    _names(d, placed, (1 - LIST) * width, LIST * width, height, look)
    return d


def _ground(d: Figure, left: float, bottom: float, wide: float, tall: float, look: Look) -> None:
    split_x, split_y = left + OFTEN * wide, bottom + DIVIDED * tall
    for corner, name in CORNERS.items():
        right, upper = corner in ("fight", "agenda"), corner in ("fight", "leave")
        x1, x2 = (split_x, left + wide) if right else (left, split_x)
        y1, y2 = (split_y, bottom + tall) if upper else (bottom, split_y)
        box(d, x1, y1, x2 - x1, y2 - y1, fill=look[TINTS[corner]])
        y = y2 - 3 if upper else y1 + 3 + LEADING * len(wrapped(_(name), x2 - x1 - 8, TEXT, True, 2))
        x = x2 - 4 if right else x1 + 4
        anchor = "end" if right else "start"
        paragraph(d, x, y, _(name), x2 - x1 - 8, TEXT, colour=look.ink, bold=True, lines=2, anchor=anchor)  # type: ignore[arg-type]
    line(d, split_x, bottom, split_x, bottom + tall, look.muted, 0.75, (3, 2))
    line(d, left, split_y, left + wide, split_y, look.muted, 0.75, (3, 2))
    for x, text, where in ((left, _("no group"), "start"), (left + wide, _("all groups"), "end")):
        label(d, x, 12, text, TEXT, colour=look.muted, anchor=where)  # type: ignore[arg-type]
    label(d, left + wide / 2, 2, _("chosen by"), TEXT, colour=look.ink, bold=True, anchor="middle")
    label(d, 20, bottom, _("united"), TEXT, colour=look.muted, angle=90)
    label(d, 20, bottom + tall, _("evenly split"), TEXT, colour=look.muted, anchor="end", angle=90)
    label(d, 8, bottom + tall / 2, _("polarisation"), TEXT, colour=look.ink, bold=True, anchor="middle", angle=90)


def _places(placed: Sequence[Tally], left: float, bottom: float, wide: float, tall: float) -> Sequence[Point]:
    """Where the dots go, near what they measure and not over each other, as long as there is room."""
    edge = RADIUS + 2

    def wish(tally: Tally) -> Point:
        x = left + (tally.selection_rate or 0) * wide
        y = bottom + (tally.votes.polarisation or 0) * tall
        return min(max(x, left + edge), left + wide - edge), min(max(y, bottom + edge), bottom + tall - edge)

    def allowed(at: Point) -> bool:
        return left + edge <= at[0] <= left + wide - edge and bottom + edge <= at[1] <= bottom + tall - edge

    wishes = [wish(tally) for tally in placed]
    return free_places(wishes, 2 * RADIUS + 1, allowed, wide) or wishes


def _names(d: Figure, placed: Sequence[Tally], left: float, wide: float, height: float, look: Look) -> None:
    """The topics of each corner, as many as there is room for; the last line counts the rest."""
    top, room = height, wide - 22
    for corner in ("fight", "agenda", "leave", "settled"):
        inside = [tally for tally in placed if tally.corner == corner]
        if not inside:
            continue
        if top < 4 * LEADING:
            return
        top -= paragraph(d, left, top, _(CORNERS[corner]), wide, TEXT, colour=look.ink, bold=True, lines=1) + 2
        for at, tally in enumerate(inside):
            tall = LEADING * len(wrapped(tally.card.title, room, TEXT, False, 2))
            if top - tall < LEADING and at < len(inside):
                more = ngettext("and {n} more", "and {n} more", len(inside) - at).format(n=len(inside) - at)
                paragraph(d, left + 22, top, more, room, TEXT, colour=look.muted, lines=1)
                return
            label(d, left + 16, top - TEXT * 0.95, str(tally.number), TEXT, colour=look.ink, anchor="end", bold=True)
            top -= paragraph(d, left + 22, top, tally.card.title, room, TEXT, colour=look.ink, lines=2)
        top -= 5
