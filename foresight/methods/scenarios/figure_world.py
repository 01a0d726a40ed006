"""The small pictures beside a world: its place on the cross, its way through time, its indicators. Sizes in points."""

from collections.abc import Sequence

from foresight.core.look import Look
from foresight.methods.scenarios.figure import LEADING, STRIP, Frame, corner_of
from foresight.model.scenarios import CORNERS, Event, Indicator, Scenario, sign
from foresight.reporting.drawing import (
    Figure,
    blank,
    box,
    circle,
    direction,
    hatch,
    label,
    line,
    mark,
    mix,
    paragraph,
    text_width,
    wrapped,
)

MARK_AT = 15
"""How far a card's mark lies from the strip, and a little less from the top."""


def backdrop(index: int, width: float, height: float, look: Look, chosen: bool = False) -> Figure:
    """What a world's card stands on: tint, hatched strip at the left, mark beside it; a thick frame when chosen."""
    d = blank(width, height)
    token, kind, hollow = sign(index)
    colour, edge = look[token], 2.5 if chosen else 1.0
    box(d, 0, 0, width, height, fill=mix(colour, look.surface, 0.16 if chosen else 0.08))
    box(d, 0, 0, STRIP, height, fill=mix(colour, look.surface, 0.25))
    hatch(d, kind, 0, 0, STRIP, height, colour, gap=4.5)
    box(d, edge / 2, edge / 2, width - edge, height - edge, stroke=colour, width=edge)
    mark(d, kind, STRIP + MARK_AT, height - MARK_AT - 4, 12, colour, hollow)
    return d


def locator(scenario: Scenario, index: int, width: float, height: float, look: Look) -> Figure:
    """A small cross with the corner of this world filled in."""
    d = blank(width, height)
    token, kind, hollow = sign(index)
    side = min(width, height)
    upper, lower = Frame(width - side, height - side, side, side).rows(2, 3)
    for corner, frame in zip(CORNERS, (*upper.columns(2, 3), *lower.columns(2, 3)), strict=True):
        box(d, frame.x, frame.y, frame.w, frame.h, fill=look.surface, stroke=look.line)
        if corner == corner_of(scenario):
            box(d, frame.x, frame.y, frame.w, frame.h, fill=mix(look[token], look.surface, 0.25), stroke=look[token])
            hatch(d, kind, frame.x, frame.y, frame.w, frame.h, mix(look[token], look.surface, 0.6), gap=4.5)
            middle = frame.x + frame.w / 2, frame.y + frame.h / 2
            circle(d, *middle, frame.w * 0.36, fill=look.surface)
            mark(d, kind, *middle, frame.w * 0.45, look[token], hollow)
    return d


def timeline(events: Sequence[Event], index: int, width: float, height: float, look: Look) -> Figure:
    """Events below each other along a line: year, mark, what happens."""
    d = blank(width, height)
    token, kind, hollow = sign(index)
    text_x, text_w, size = _timeline_text(width)
    steps = _steps([event.text for event in events], text_w, size, height)
    tops = [height - sum(steps[:n]) for n in range(len(steps))]
    if events:
        line(d, text_x - 10, height - size * 0.6, text_x - 10, tops[-1] - size * 0.6, look.line, 1.5)
    for event, top in zip(events, tops, strict=True):
        label(d, text_x - 18, top - size * 0.95, str(event.year), size, colour=look.ink, anchor="end", bold=True)
        if hollow:  # the line must not shine through
            circle(d, text_x - 10, top - size * 0.6, size * 0.5, fill=look.surface)
        mark(d, kind, text_x - 10, top - size * 0.6, size * 0.75, look[token], hollow)
        paragraph(d, text_x, top, event.text, text_w, size, colour=look.ink)
    return d


def timeline_height(events: Sequence[Event], width: float) -> float:
    """How high a timeline must be at this width, in points."""
    _x, text_w, size = _timeline_text(width)
    return sum(_steps([event.text for event in events], text_w, size, 0))


def _timeline_text(width: float) -> tuple[float, float, float]:
    """Where the text begins, how wide it may be, and its size."""
    size = _text_size(width)
    x = text_width("2040", size, True) + 22
    return x, width - x, size


def indicators(items: Sequence[Indicator], index: int, width: float, height: float, look: Look) -> Figure:
    """Each indicator with an arrow for where it goes: two arrows for much, a bar for as today."""
    d = blank(width, height)
    token, _kind, _hollow = sign(index)
    size = _text_size(width)
    x = size * 2.8
    top = height
    for item, step in zip(items, _steps([item.text for item in items], width - x, size, height), strict=True):
        direction(d, item.direction, size * 1.1, top - size * 0.62, size, look[token])
        paragraph(d, x, top, item.text, width - x, size, colour=look.ink)
        top -= step
    return d


def indicators_height(items: Sequence[Indicator], width: float) -> float:
    """How high the indicators must be at this width, in points."""
    size = _text_size(width)
    return sum(_steps([item.text for item in items], width - size * 2.8, size, 0))


def arrow(value: int, size: float, look: Look) -> Figure:
    """The marks of one direction (``value`` -2..2) on their own, ``size`` high."""
    d = blank(size, size)
    direction(d, value, size / 2, size / 2, size * 0.8, look.ink)
    return d


def _text_size(width: float) -> float:
    return 8.5 if width < 400 else min(13.0, width / 40)


def _steps(texts: Sequence[str], width: float, size: float, height: float) -> list[float]:
    """How far down each text takes: its lines and a little air, which grows up to half a line with spare height."""
    lines = [max(1, len(wrapped(text, width, size))) * size * LEADING for text in texts]
    spare = (height - sum(lines)) / len(lines) if lines else 0
    return [each + min(max(spare, 2.5), size / 2) for each in lines]
