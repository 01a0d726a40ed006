"""The way as stairs: from the horizon, at the top right, down to now, at the bottom left. Sizes in points."""

from dataclasses import dataclass
from math import hypot

from foresight.core.document import Document, Id
from foresight.core.look import Look
from foresight.core.words import ngettext
from foresight.methods.backcasting.analysis import Step, beside, misplaced, needed_numbers, span, steps
from foresight.methods.backcasting.model import WayBack
from foresight.model.scenarios import Scenarios, sign
from foresight.model.workshop import Workshop
from foresight.reporting.drawing import (
    Anchor,
    Figure,
    arrow,
    blank,
    circle,
    label,
    line,
    mark,
    paragraph,
    polyline,
    wrapped,
)

TEXT = 8.5
LEADING = 1.3
DOT = 7.5
"""Radius of a step's dot."""
BETWEEN = 9.0
"""The least air between the text of one step and the next."""
AXIS = 24.0
"""Height of the years at the foot."""
STEPS = 14
"""How many steps a picture in the brief shows."""
GRAIN = 5
"""Years between two numbers on the axis."""


@dataclass(frozen=True)
class _Placed:
    """A step in the picture: its text stands to the left above its dot, or to the right below it."""

    step: Step
    x: float
    rows: int
    under: str
    """The line below the text."""

    room: float
    is_left: bool

    @property
    def tall(self) -> float:
        """The height of the text with the line under it."""
        return (self.rows + bool(self.under)) * TEXT * LEADING


def _placed(document: Document, width: float, most: int | None) -> list[_Placed]:
    """The steps from the horizon back to now, at most so many: then those that are nearest to now."""
    first, last = span(document)
    found = []
    for step in reversed(steps(document)[:most]):
        x = _along(step.milestone.year, first, last, width)
        is_left = x > width / 2
        room = min((x if is_left else width - x) - DOT - 8, 0.62 * width)
        under = beside(document, step.milestone, needed_numbers(document, step.milestone))
        rows = len(wrapped(_words(step), room, TEXT, lines=3)) or 1
        found.append(_Placed(step, x, rows, under, room, is_left))
    return found


def _words(step: Step) -> str:
    return f"{step.milestone.year}  {step.milestone.text}"


def _along(year: int, first: int, last: int, width: float) -> float:
    return DOT + 6 + (width - 2 * DOT - 12) * (year - first) / (last - first)


def _drops(held: list[_Placed]) -> list[float]:
    """How far below the one before each dot lies; the first below the goal."""
    drops = []
    before = 0.0
    for each in held:
        above, below = (each.tall, 0.0) if each.is_left else (0.0, each.tall)
        drops.append(max(before + above + BETWEEN, 2 * DOT + 4))
        before = below
    return drops


def _goal_height(document: Document, width: float) -> float:
    """The height of the goal; its mark stands under it where steps come after the horizon."""
    rows = len(wrapped(_goal(document), 0.75 * width, TEXT + 1.5, bold=True, lines=3)) or 1
    below = 20 if span(document)[1] > document[Workshop].horizon else 6
    return rows * (TEXT + 1.5) * LEADING + below


def _goal(document: Document) -> str:
    return f"{document[Workshop].horizon}  {document[WayBack].goal}".strip()


def stairs(document: Document, width: float, height: float, look: Look, most: int | None = None) -> Figure:
    """The goal at the right, and from it the steps down to now at the left; a step that comes too early is marked.

    ``most``: at most so many steps, those nearest to now. Spare height is shared between the steps.
    """
    d = blank(width, height)
    held = _placed(document, width, most)
    top = height - _goal_height(document, width)
    goal, size = _goal(document), TEXT + 1.5
    paragraph(d, width - 22, height, goal, 0.75 * width, size, colour=look.ink, lines=3, anchor="end", bold=True)
    _axis(d, document, width, look)
    drops = _drops(held)
    last = held[-1] if held else None
    foot = AXIS + 8 + (0 if last is None or last.is_left else last.tall)
    spare = min(max((top - foot - sum(drops)) / max(len(drops), 1), 0), 16)
    ys, y = [], top
    for drop in drops:
        y -= drop + spare
        ys.append(y)
    x_end = _along(document[Workshop].horizon, *span(document), width)
    path = [(x_end, top), *((each.x, y) for each, y in zip(held, ys, strict=True))]
    if len(path) > 1:
        polyline(d, path, look.line, 2)
    mark(d, "diamond", x_end, top + 4, 13, look.accent)
    places = {each.step.milestone.id: (each.x, y) for each, y in zip(held, ys, strict=True)}
    _wrong(d, document, places, look)
    for each, y in zip(held, ys, strict=True):
        _draw(d, document, each, y, look)
    more = len(steps(document)) - len(held)
    if more > 0:
        words = ngettext("and {n} more step", "and {n} more steps", more).format(n=more)
        label(d, 0, height - TEXT, words, TEXT, colour=look.muted)
    return d


def stairs_height(document: Document, width: float, most: int | None = None) -> float:
    """How high the stairs must be at this width."""
    held = _placed(document, width, most)
    last = 0.0 if not held or held[-1].is_left else held[-1].tall
    return _goal_height(document, width) + sum(_drops(held)) + last + 8 + AXIS


def _draw(d: Figure, document: Document, each: _Placed, y: float, look: Look) -> None:
    """A dot with its number, in the colour of its world, and the words beside it."""
    worlds = [world.id for world in document[Scenarios].scenarios]
    scenario = each.step.milestone.scenario
    colour = look[sign(worlds.index(scenario))[0]] if scenario in worlds else look.accent
    circle(d, each.x, y, DOT, fill=look.surface, stroke=colour, width=1.6)
    label(d, each.x, y - 2.8, str(each.step.number), TEXT - 0.5, colour=look.ink, anchor="middle", bold=True)
    anchor: Anchor = "end" if each.is_left else "start"
    x, top = (each.x - DOT - 5, y + each.tall + 1) if each.is_left else (each.x + DOT + 5, y + 4)
    used = paragraph(d, x, top, _words(each.step), each.room, TEXT, colour=look.ink, lines=3, anchor=anchor)
    if each.under:
        label(d, x, top - used - TEXT * 0.95, each.under, TEXT - 0.5, colour=look.muted, anchor=anchor, width=each.room)


def _wrong(d: Figure, document: Document, places: dict[Id, tuple[float, float]], look: Look) -> None:
    """An arrow from what is needed back to the step that comes too early for it, bowed away from the words."""
    for step, need in misplaced(document):
        if step.id in places and need.id in places:
            (x1, y1), (x2, y2) = places[need.id], places[step.id]
            bend = -0.12 if x1 + x2 < d.width else 0.12
            rim = (DOT + 1.5) / max(hypot(x2 - x1, y2 - y1), 1)
            arrow(d, x1, y1, x2 - rim * (x2 - x1), y2 - rim * (y2 - y1), look.danger, 1.2, bend=bend, dash=(4, 2))


def _axis(d: Figure, document: Document, width: float, look: Look) -> None:
    """The years at the foot, with now and the horizon spelt out."""
    first, last = span(document)
    y = AXIS - 8
    left, right = _along(first, first, last, width), _along(last, first, last, width)
    line(d, left, y, right, y, look.ink, 1)
    grain = GRAIN * max(1, -(-(last - first) // (GRAIN * 12)))
    for year in sorted({first, last, *range(-(-first // grain) * grain, last, grain)}):
        x = _along(year, first, last, width)
        line(d, x, y - 3, x, y + 3, look.ink, 1)
        is_end = year in (first, last)
        if is_end or min(x - left, right - x) > 30:
            anchor: Anchor = "middle" if not is_end else "start" if year == first else "end"
            at = x if not is_end else 0 if year == first else width
            label(d, at, y - 13, str(year), TEXT, colour=look.ink if is_end else look.muted, anchor=anchor, bold=is_end)
