"""The timelines of all worlds under each other, on the same years. Sizes in points."""

from dataclasses import dataclass

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.words import ngettext
from foresight.methods.scenarios.analysis import chosen_events
from foresight.methods.scenarios.figure import LEADING, Frame
from foresight.model.scenarios import Event, Scenarios, display_name, sign
from foresight.model.workshop import Workshop
from foresight.reporting.drawing import Figure, blank, circle, label, line, mark, mix, paragraph, wrapped

TEXT = 8.0
AXIS = 18.0
"""Height of the years above."""
LANE = 26.0
"""Height of a world's line with what leads from it to the texts."""
NARROWEST = 70.0
"""Width of a text; where more events would need less, some are left out and counted."""
LINES = 6
"""Of a text at most."""
GRAIN = 5
"""Years between two numbers above."""


@dataclass(frozen=True)
class _World:
    """A world in the picture."""

    at: int
    name: str
    events: tuple[Event, ...]
    """Those that are shown, by year."""
    left_out: int


def _worlds(document: Document, width: float) -> list[_World]:
    """The worlds that have a timeline."""
    most = max(int((width - _side(width)) / NARROWEST), 2)
    found = []
    for at, scenario in enumerate(document[Scenarios].scenarios):
        if scenario.timeline:
            shown = chosen_events(scenario.timeline, most)
            name = display_name(document, scenario.id)
            found.append(_World(at, name, shown, len(scenario.timeline) - len(shown)))
    return found


def _side(width: float) -> float:
    """How wide the names are."""
    return min(max(0.16 * width, 60), 130)


def _text_width(world: _World, width: float) -> float:
    return (width - _side(width)) / len(world.events) - 8


def _rows(world: _World, width: float) -> int:
    """How many lines the longest text of a world needs, its year among them."""
    room = _text_width(world, width)
    return 1 + max(len(wrapped(event.text, room, TEXT, lines=LINES)) for event in world.events)


def _band(world: _World, width: float) -> float:
    return LANE + _rows(world, width) * TEXT * LEADING + 8


def _years(document: Document, worlds: list[_World]) -> tuple[int, int]:
    years = [event.year for world in worlds for event in world.events]
    first, last = min(years), max([document[Workshop].horizon, *years])
    return (first, last) if first < last else (first - 1, last)


def timelines(document: Document, width: float, height: float, look: Look) -> Figure:
    """A band for each world: its events on the years that all share, and below them what happens."""
    d = blank(width, height)
    worlds = _worlds(document, width)
    if not worlds:
        return d
    first, last = _years(document, worlds)
    side = _side(width)
    spare = min(max(height - timelines_height(document, width), 0) / len(worlds), 30)
    frames, top = [], height - AXIS
    for world in worlds:
        band = _band(world, width) + spare
        frames.append(Frame(side, top - band, width - side, band))
        top -= band
    _axis(d, Frame(side, top, width - side, height - top), first, last, look)
    for world, frame in zip(worlds, frames, strict=True):
        _draw(d, world, frame, width, first, last, look)
    return d


def timelines_height(document: Document, width: float) -> float:
    """How high the picture must be at this width."""
    return AXIS + sum(_band(world, width) for world in _worlds(document, width))


def _along(year: int, frame: Frame, first: int, last: int) -> float:
    return frame.x + 10 + (frame.w - 20) * (year - first) / (last - first)


def _axis(d: Figure, frame: Frame, first: int, last: int, look: Look) -> None:
    """The years above, and faint lines down through all worlds."""
    grain = GRAIN * max(1, -(-(last - first) // (GRAIN * 10)))
    for year in sorted({first, last, *range(-(-first // grain) * grain, last, grain)}):
        x, is_end = _along(year, frame, first, last), year in (first, last)
        ends = (_along(first, frame, first, last), _along(last, frame, first, last))
        if is_end or min(x - ends[0], ends[1] - x) > 28:
            label(d, x, frame.y + frame.h - 9, str(year), TEXT, colour=look.ink, anchor="middle", bold=is_end)


def _draw(d: Figure, world: _World, frame: Frame, width: float, first: int, last: int, look: Look) -> None:
    token, kind, hollow = sign(world.at)
    colour = look[token]
    y, top = frame.y + frame.h - 9, frame.y + frame.h - LANE
    line(d, 0, frame.y + frame.h, width, frame.y + frame.h, look.line, 0.5)
    mark(d, kind, 6, y, 9, colour, hollow)
    used = paragraph(d, 15, y + 5, world.name, frame.x - 22, TEXT, colour=look.ink, bold=True, lines=3)
    if world.left_out:
        words = ngettext("and {n} more event", "and {n} more events", world.left_out).format(n=world.left_out)
        paragraph(d, 15, y + 5 - used, words, frame.x - 22, TEXT, colour=look.muted, lines=2)
    line(d, frame.x + 10, y, frame.x + frame.w - 10, y, mix(colour, look.surface, 0.4), 2)
    room = _text_width(world, width)
    for at, event in enumerate(world.events):
        x, left = _along(event.year, frame, first, last), frame.x + at * (room + 8)
        line(d, x, y, left + 6, top + 2, mix(colour, look.surface, 0.45), 0.75)
        if hollow:  # the line must not shine through
            circle(d, x, y, 4.5, fill=look.surface)
        mark(d, kind, x, y, 8, colour, hollow)
        paragraph(d, left, top, str(event.year), room, TEXT, colour=look.ink, bold=True)
        paragraph(d, left, top - TEXT * LEADING, event.text, room, TEXT, colour=look.ink, lines=LINES)
