"""The matrix: phases across, a band for each level, a lane for each card; numbers say how many groups cover a cell.

Sizes are in points. What half of the groups or more cover is framed as a bar over its phases.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from foresight.core.look import Look
from foresight.core.words import _, number
from foresight.methods.journey.analysis import Crowd, Place
from foresight.methods.journey.model import LEVELS, Phase
from foresight.reporting.drawing import Figure, blank, box, label, line, mark, mix, paragraph, text_width, wrapped

TEXT = 8.0
LANE = 15.0
"""The height of the lane of a card whose title takes one line."""
LINES = 2
"""Lines of a title."""
BAND = 17.0
"""The height of the line of a level."""
GAP = 6.0
KEY = 38.0
"""Room for the key below."""
SIDE, SIDE_MOST = 0.28, 230.0
"""The share of the width for the titles, and how much it may be."""
SPAN = 34.0
"""Room for the median span; more where its title is longer."""


@dataclass(frozen=True)
class Lane:
    """A card on a level."""

    place: Place
    row: int
    """The index of the level."""

    @property
    def counts(self) -> tuple[int, ...]:
        """In each phase, how many groups cover this level."""
        return self.place.heat[self.row]

    def bars(self) -> list[tuple[int, int]]:
        """The stretches of phases, (first, last), that half of the groups or more cover."""
        found: list[tuple[int, int]] = []
        for at, count in enumerate(self.counts):
            if 2 * count < self.place.n:
                continue
            if found and found[-1][1] == at - 1:
                found[-1] = found[-1][0], at
            else:
                found.append((at, at))
        return found


def lanes(held: Sequence[Place]) -> tuple[tuple[Lane, ...], ...]:
    """The lanes of each level, those that reach furthest first.

    A card has a lane where half of the groups or more see it, and on the level where most do.
    """
    found = []
    for row in range(len(LEVELS)):
        inside = [Lane(place, row) for place in held]
        inside = [lane for lane in inside if lane.bars() or lane.place.level == row]
        inside.sort(key=lambda lane: (-len([n for n in lane.counts if 2 * n >= lane.place.n]), lane.place.number))
        found.append(tuple(inside))
    return tuple(found)


def matrix_height(held: Sequence[Place], phases: Sequence[Phase], width: float) -> float:
    """How high the matrix is at this width, in points."""
    rows = sum(_high(lane, _side(width)) for inside in lanes(held) for lane in inside)
    return _head(phases, width) + len(LEVELS) * (BAND + GAP) + rows + KEY


def matrix(
    held: Sequence[Place],
    crowds: Sequence[Sequence[Crowd]],
    phases: Sequence[Phase],
    width: float,
    height: float,
    look: Look,
) -> Figure:
    """The cards in their lanes, drawn from the top. ``crowds`` is what lies in each cell over all cards."""
    d = blank(width, height)
    side, step = _side(width), _step(phases, width)
    top = height - _head(phases, width)
    for at, phase in enumerate(phases):
        x = side + (at + 0.5) * step
        paragraph(d, x, height, phase.name, step - 2, TEXT, colour=look.ink, bold=True, lines=3, anchor="middle")
    label(d, width, top + 3, _("Phases"), TEXT, colour=look.muted, anchor="end")
    busiest = max((crowd.cards for row in crowds for crowd in row), default=0) or 1
    for row, (name, inside) in enumerate(zip(LEVELS.values(), lanes(held), strict=True)):
        _band(d, _(name), crowds[row], busiest, top, side, step, look)
        top -= BAND
        for lane in inside:
            _lane(d, lane, top, side, step, look)
            top -= _high(lane, side)
        top -= GAP
    _key(d, top - 2, look)
    return d


def _side(width: float) -> float:
    return min(SIDE * width, SIDE_MOST)


def _step(phases: Sequence[Phase], width: float) -> float:
    """From one phase to the next."""
    span = max(SPAN, text_width(_("Phases"), TEXT) + 6)
    return (width - _side(width) - span) / max(len(phases), 1)


def _head(phases: Sequence[Phase], width: float) -> float:
    room = _step(phases, width) - 2
    return max((len(wrapped(phase.name, room, TEXT, True, 3)) for phase in phases), default=1) * TEXT * 1.3 + 6


def shade(share: float, look: Look) -> str:
    """The colour behind a cell that this share (0..1) of the groups covers; ink is readable on it."""
    return mix(look.accent, look.surface, 0.06 + 0.34 * share) if share else look.surface


def _band(
    d: Figure, name: str, row: Sequence[Crowd], most: int, top: float, side: float, step: float, look: Look
) -> None:
    """A level, and in each of its cells how many groups placed how many cards there."""
    base = top - BAND / 2 - TEXT * 0.36
    box(d, 0, top - BAND, d.width, BAND, fill=look.raised)
    label(d, 4, base, name, TEXT + 1, colour=look.ink, bold=True, width=side - 8)
    for at, crowd in enumerate(row):
        x = side + at * step
        box(d, x + 1, top - BAND + 2, step - 2, BAND - 4, fill=shade(crowd.cards / most, look), radius=2)
        if crowd.groups:
            both = f"{crowd.groups} · {crowd.cards}"
            said = both if text_width(both, TEXT) <= step - 4 else str(crowd.groups)
            label(d, x + step / 2, base, said, TEXT, colour=look.ink, anchor="middle")


def _title(lane: Lane) -> str:
    return f"{lane.place.number} {lane.place.card.title}"


def _high(lane: Lane, side: float) -> float:
    """The height of a lane: that of its title."""
    return LANE + (len(wrapped(_title(lane), side - 18, TEXT, False, LINES)) - 1) * TEXT * 1.3


def _lane(d: Figure, lane: Lane, top: float, side: float, step: float, look: Look) -> None:
    place, high = lane.place, _high(lane, side)
    base = top - high / 2 - TEXT * 0.36
    paragraph(d, 4, top - (LANE - TEXT * 1.3) / 2, _title(lane), side - 18, TEXT, colour=look.ink, lines=LINES)
    if place.is_cross_cutting:
        mark(d, "diamond", side - 7, top - high / 2, 6, look.accent)
    for at, count in enumerate(lane.counts):
        x = side + at * step
        box(d, x, top - high + 1.5, step, high - 3, fill=shade(count / place.n, look))
        if count:
            label(d, x + step / 2, base, str(count), TEXT, colour=look.ink, anchor="middle")
    for first, last in lane.bars():
        wide = (last - first + 1) * step
        box(d, side + first * step + 1, top - high + 1.5, wide - 2, high - 3, None, look.accent, 3, 1.2)
    label(d, d.width, base, number(place.span), TEXT, colour=look.ink, anchor="end")
    line(d, 0, top - high, d.width, top - high, look.line, 0.4)


def _key(d: Figure, top: float, look: Look) -> None:
    """What the numbers, the frames and the marks mean."""
    texts = (
        _("Numbers: groups; beside a level: groups · cards that they placed there; at the end: median of the phases."),
        _("half of the groups that placed the card, or more"),
        _("cross-cutting: the median is half of the phases or more"),
    )
    bases = [top - TEXT - 2 - at * TEXT * 1.4 for at in range(len(texts))]
    for x, base, text in zip((4, 27, 27), bases, texts, strict=True):
        label(d, x, base, text, TEXT, colour=look.muted, width=max(d.width - x, 1))
    box(d, 4, bases[1] - 1.5, 18, TEXT + 1, None, look.accent, 3, 1.2)
    mark(d, "diamond", 13, bases[2] + TEXT * 0.36, 6, look.accent)
