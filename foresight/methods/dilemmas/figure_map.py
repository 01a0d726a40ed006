"""Where the room should spend its time: how often a topic was chosen, and how much it divides."""

from collections.abc import Sequence
from dataclasses import dataclass

from foresight.core.look import Look
from foresight.core.spacing import Point, free_places
from foresight.core.words import _, ngettext
from foresight.model.tallies import CORNERS, DIVIDED, OFTEN, Corner, Tally
from foresight.reporting.drawing import Anchor, Figure, blank, box, circle, label, line, paragraph, wrapped

TEXT = 8.0
LEADING = TEXT * 1.3
FOOT = 24.0
LEFT = 24.0
RADIUS = 8.0
STRIP = LEADING + 4
"""Above and below the plane, for the names of the corners."""
LIST = 0.36
"""The share of the width for the names of the dots."""
TINTS: dict[Corner, str] = {"fight": "critical", "agenda": "given", "leave": "drop", "settled": "watch"}
RIGHT: tuple[Corner, ...] = ("fight", "agenda")
UPPER: tuple[Corner, ...] = ("fight", "leave")


@dataclass(frozen=True)
class Frame:
    """The plane: its lower left corner and its size, in points."""

    left: float
    bottom: float
    wide: float
    tall: float

    @property
    def split_x(self) -> float:
        """Where cards begin to be chosen often."""
        return self.left + OFTEN * self.wide

    @property
    def split_y(self) -> float:
        """Where topics begin to divide the room."""
        return self.bottom + DIVIDED * self.tall

    def corner(self, corner: Corner, inset: float = 0) -> tuple[float, float, float, float]:
        """Left, lower, right and upper edge of a corner, moved inwards by ``inset``."""
        x1, x2 = (self.split_x, self.left + self.wide) if corner in RIGHT else (self.left, self.split_x)
        y1, y2 = (self.split_y, self.bottom + self.tall) if corner in UPPER else (self.bottom, self.split_y)
        return x1 + inset, y1 + inset, x2 - inset, y2 - inset

    def point(self, tally: Tally) -> Point:
        """Where a topic lies."""
        rate, divided = tally.selection_rate or 0, tally.votes.polarisation or 0
        return self.left + rate * self.wide, self.bottom + divided * self.tall


def topic_map(held: Sequence[Tally], width: float, height: float, look: Look) -> Figure:
    """Selection rate to the right, polarisation upwards, four corners with their names, and the topics listed."""
    d = blank(width, height)
    placed = [tally for tally in held if tally.corner]
    frame = Frame(LEFT, FOOT + STRIP, (1 - LIST) * width - LEFT - 12, height - FOOT - 2 * STRIP)
    _ground(d, frame, look)
    for tally, (x, y) in _placed(placed, frame):
        circle(d, x, y, RADIUS, look.surface, look.accent, 1)
        label(d, x, y - TEXT * 0.36, str(tally.number), TEXT, colour=look.ink, anchor="middle", bold=True)
    _names(d, placed, (1 - LIST) * width, LIST * width, height, look)
    return d


def _ground(d: Figure, frame: Frame, look: Look) -> None:
    """The corners with their names above and below, the lines between them, and what both axes mean."""
    for corner, name in CORNERS.items():
        x1, y1, x2, y2 = frame.corner(corner)
        right, upper = corner in RIGHT, corner in UPPER
        low, high = (y1, y2 + STRIP) if upper else (y1 - STRIP, y2)
        box(d, x1, low, x2 - x1, high - low, fill=look[TINTS[corner]])
        x, y = (x2 - 4 if right else x1 + 4), (high - LEADING + 1 if upper else low + 4)
        where: Anchor = "end" if right else "start"
        label(d, x, y, _(name), TEXT, colour=look.ink, bold=True, anchor=where, width=max(1.0, x2 - x1 - 8))
    left, bottom, right_end, top = frame.left, frame.bottom - STRIP, frame.left + frame.wide, frame.bottom + frame.tall
    line(d, frame.split_x, bottom, frame.split_x, top + STRIP, look.muted, 0.75, (3, 2))
    line(d, left, frame.split_y, right_end, frame.split_y, look.muted, 0.75, (3, 2))
    label(d, left, 12, _("no group"), TEXT, colour=look.muted)
    label(d, right_end, 12, _("all groups"), TEXT, colour=look.muted, anchor="end")
    label(d, (left + right_end) / 2, 2, _("chosen by"), TEXT, colour=look.ink, bold=True, anchor="middle")
    label(d, 20, bottom, _("united"), TEXT, colour=look.muted, angle=90)
    label(d, 20, top + STRIP, _("evenly split"), TEXT, colour=look.muted, anchor="end", angle=90)
    label(d, 8, (bottom + top) / 2, _("polarisation"), TEXT, colour=look.ink, bold=True, anchor="middle", angle=90)


def _placed(placed: Sequence[Tally], frame: Frame) -> list[tuple[Tally, Point]]:
    """Where the dots go: near what they measure, each inside its corner, not over each other while there is room."""
    found: list[tuple[Tally, Point]] = []
    for corner in CORNERS:
        x1, y1, x2, y2 = frame.corner(corner, RADIUS + 1)
        inside = [tally for tally in placed if tally.corner == corner]
        at = [frame.point(tally) for tally in inside]
        wishes = [(min(max(x, x1), x2), min(max(y, y1), y2)) for x, y in at]

        def allowed(place: Point, x1: float = x1, y1: float = y1, x2: float = x2, y2: float = y2) -> bool:
            return x1 <= place[0] <= x2 and y1 <= place[1] <= y2

        places = free_places(wishes, 2 * RADIUS + 1, allowed, frame.wide) or wishes
        found += zip(inside, places, strict=True)
    return found


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
