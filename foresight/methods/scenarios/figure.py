"""The cross: two axes with their poles spelt out and the worlds in their corners. Sizes are in points."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.methods.scenarios.axes import axis_name
from foresight.model.scenarios import CORNERS, Scenario, Scenarios, display_name, sign
from foresight.reporting.drawing import (
    Anchor,
    Figure,
    blank,
    box,
    hatch,
    line,
    mark,
    mix,
    paragraph,
    text_width,
    wrapped,
)

SMALLEST = 8
"""No text is smaller, in points."""
LEADING = 1.3
GAP = 10
STRIP = 9
"""Width of the hatched strip at the left of a world."""


@dataclass(frozen=True)
class Frame:
    """A rectangle; (x, y) is its bottom left."""

    x: float
    y: float
    w: float
    h: float

    def columns(self, count: int, gap: float = GAP) -> list["Frame"]:
        """``count`` frames side by side."""
        w = (self.w - gap * (count - 1)) / count
        return [Frame(self.x + n * (w + gap), self.y, w, self.h) for n in range(count)]

    def rows(self, count: int, gap: float = GAP) -> list["Frame"]:
        """``count`` frames below each other, the top one first."""
        h = (self.h - gap * (count - 1)) / count
        return [Frame(self.x, self.y + self.h - (n + 1) * h - n * gap, self.w, h) for n in range(count)]


Place = tuple[Frame, Scenario]


def cross(document: Document, width: float, height: float, look: Look) -> Figure:
    """The two axes with their poles spelt out and the worlds in their corners; worlds off the cross stand below."""
    d = blank(width, height)
    held = document[Scenarios].scenarios
    size = _cross_size(width)
    frame = Frame(0, 0, width, height)
    beside = [scenario for scenario in held if corner_of(scenario) is None]
    if len(beside) == len(held) and not _spanned(document):
        _worlds(d, _grid(frame, beside), document, look, size)
        return d
    places: list[Place] = []
    if beside:
        lower = Frame(0, 0, width, height * (0.4 if len(beside) > 2 else 0.25))
        places = _grid(lower, beside)
        frame = Frame(0, lower.h + GAP, width, height - lower.h - GAP)
    corners = _axes(d, frame, document, look, size)
    _worlds(d, places + _on_cross(d, corners, held, look), document, look, size)
    return d


def cross_height(document: Document, width: float) -> float:
    """How high the cross should be at this width so that no name is cut, in points."""
    held, size = document[Scenarios].scenarios, _cross_size(width)
    inner = (width - 2 * GAP) / 2 - STRIP - 16
    lines = max([_name_lines(display_name(document, item.id), inner, size) for item in held], default=1)
    tags = max([len(wrapped(item.tagline, inner, max(SMALLEST, size - 2))) for item in held], default=0)
    world_height = max(60, (lines + min(tags, 3)) * size * LEADING + 20)
    beside = sum(corner_of(item) is None for item in held)
    if beside == len(held) and not _spanned(document):
        rows = -(-beside // (3 if beside > 4 else 2))
        return max(1, rows) * (world_height + GAP)
    part = document[Scenarios]
    ends = (axis_name(document, part.y_axis), part.y_axis.low, part.y_axis.high)
    labels = sum(len(wrapped(text, width * 0.8, size, True)) for text in ends) * size * LEADING + 8
    crowd = max([1, *Counter(corner for item in held if (corner := corner_of(item))).values()])
    whole = labels + _band_height(document, width, size, None) + 2 * crowd * world_height
    return min(600, whole / (0.6 if beside > 2 else 0.75 if beside else 1))


def _cross_size(width: float) -> float:
    return min(14.0, max(8.5, width / 52))


def corner_of(scenario: Scenario) -> tuple[str, str] | None:
    """Where it lies on the cross, (x, y), or None."""
    return (scenario.x, scenario.y) if scenario.x and scenario.y else None


def _spanned(document: Document) -> bool:
    part = document[Scenarios]
    return any(axis_name(document, axis) or axis.low or axis.high for axis in (part.x_axis, part.y_axis))


def _axes(d: Figure, frame: Frame, document: Document, look: Look, size: float) -> list[Frame]:
    """Draw both axes with what their ends mean; returns the frames of the four corners, in reading order."""
    axis, leading = document[Scenarios].y_axis, size * LEADING
    middle, wide = frame.x + frame.w / 2, frame.w * 0.8
    most = max(1, int(frame.h * 0.12 / leading))
    top = frame.y + frame.h
    for text, bold, colour in ((axis_name(document, axis), False, look.muted), (axis.high, True, look.ink)):
        top -= paragraph(d, middle, top, text, wide, size, colour=colour, bold=bold, anchor="middle", lines=most)
    bottom = frame.y + len(wrapped(axis.low, wide, size, True, most)) * leading
    paragraph(d, middle, bottom, axis.low, wide, size, colour=look.ink, bold=True, anchor="middle", lines=most)
    top, bottom = top - 4, bottom + 4
    most = max(1, int(frame.h * 0.3 / leading))
    band = _band_height(document, frame.w, size, most)
    centre = (top + bottom) / 2
    line(d, middle, bottom, middle, centre - band / 2, look.muted)
    line(d, middle, centre + band / 2, middle, top, look.muted)
    _band(d, Frame(frame.x, centre - band / 2, frame.w, band), document, look, size, most)
    half = (top - bottom - band) / 2
    upper, lower = Frame(frame.x, centre + band / 2, frame.w, half), Frame(frame.x, bottom, frame.w, half)
    return [*upper.columns(2, 2 * GAP), *lower.columns(2, 2 * GAP)]


def _third(width: float) -> float:
    return (width - 4 * GAP) / 3


def _band_texts(document: Document) -> tuple[tuple[str, bool], ...]:
    axis = document[Scenarios].x_axis
    return (axis.low, True), (axis_name(document, axis), False), (axis.high, True)


def _band_height(document: Document, width: float, size: float, most: int | None) -> float:
    rows = [len(wrapped(text, _third(width), size, bold, most)) for text, bold in _band_texts(document)]
    return max(1, *rows) * size * LEADING + GAP


def _band(d: Figure, frame: Frame, document: Document, look: Look, size: float, most: int) -> None:
    """The horizontal axis: low pole, name, high pole, joined by a line."""
    third, centre = _third(frame.w), frame.y + frame.h / 2
    places: tuple[tuple[Anchor, float], ...] = (
        ("start", frame.x),
        ("middle", frame.x + frame.w / 2),
        ("end", frame.x + frame.w),
    )
    widths = []
    for (text, bold), (anchor, x) in zip(_band_texts(document), places, strict=True):
        rows = wrapped(text, third, size, bold, most)
        y = centre + len(rows) * size * LEADING / 2
        colour = look.ink if bold else look.muted
        paragraph(d, x, y, text, third, size, colour=colour, bold=bold, anchor=anchor, lines=most)
        widths.append(max((text_width(row, size, bold) for row in rows), default=0))
    low, name, high = widths
    middle, clear = frame.x + frame.w / 2, GAP / 2
    gap = clear if name else 0
    line(d, frame.x + low + (clear if low else 0), centre, middle - name / 2 - gap, centre, look.muted)
    line(d, middle + name / 2 + gap, centre, frame.x + frame.w - high - (clear if high else 0), centre, look.muted)


def _on_cross(d: Figure, corners: Sequence[Frame], scenarios: Sequence[Scenario], look: Look) -> list[Place]:
    """Where each world lies that has a corner; empty corners are drawn with a dashed line."""
    places: list[Place] = []
    for corner, frame in zip(CORNERS, corners, strict=True):
        here = [scenario for scenario in scenarios if corner_of(scenario) == corner]
        if not here:
            box(d, frame.x, frame.y, frame.w, frame.h, stroke=look.line, radius=3, dash=(3, 3))
        places += zip(frame.rows(max(1, len(here)), GAP / 2), here, strict=False)
    return places


def _grid(frame: Frame, scenarios: Sequence[Scenario]) -> list[Place]:
    """Worlds without a place on the cross, two or three in a row."""
    across = 3 if len(scenarios) > 4 else 2
    lines = [scenarios[start : start + across] for start in range(0, len(scenarios), across)]
    places: list[Place] = []
    for row, area in zip(lines, frame.rows(max(1, len(lines))), strict=False):
        places += zip(area.columns(across), row, strict=False)
    return places


def _name_lines(name: str, width: float, size: float) -> int:
    return len(wrapped(name, width - size * 1.5, size, True))


def _worlds(d: Figure, places: Sequence[Place], document: Document, look: Look, size: float) -> None:
    """Every world as a box, all in one type size: the largest in which all of them fit."""

    def fits(large: float) -> bool:
        small = max(SMALLEST, large - 2)
        return all(
            (
                _name_lines(display_name(document, world.id), frame.w - STRIP - 16, large) * large
                + len(wrapped(world.tagline, frame.w - STRIP - 16, small)) * small
            )
            * LEADING
            <= frame.h - 12
            for frame, world in places
        )

    large = next((large for large in (size + 4, size + 2, size) if fits(large)), SMALLEST)
    for frame, scenario in places:
        _world(d, frame, document, scenario, look, large)


def _world(d: Figure, frame: Frame, document: Document, scenario: Scenario, look: Look, size: float) -> None:
    """One world as a box: hatched strip, mark, name and as much of the tagline as there is room for."""
    token, kind, hollow = sign(document[Scenarios].scenarios.index(scenario))
    colour = look[token]
    box(d, frame.x, frame.y, frame.w, frame.h, fill=mix(colour, look.surface, 0.08), stroke=colour)
    box(d, frame.x, frame.y, STRIP, frame.h, fill=mix(colour, look.surface, 0.25))
    hatch(d, kind, frame.x, frame.y, STRIP, frame.h, colour, gap=4.5)
    x, w, h = frame.x + STRIP + 8, frame.w - STRIP - 16, frame.h - 12
    top = frame.y + frame.h - 6
    mark(d, kind, x + size * 0.45, top - size * 0.62, size * 0.8, colour, hollow)
    name, most = display_name(document, scenario.id), max(1, int(h / (size * LEADING)))
    used = paragraph(d, x + size * 1.5, top, name, w - size * 1.5, size, colour=look.ink, bold=True, lines=most)
    small = max(SMALLEST, size - 2)
    most = int((h - used + 1) / (small * LEADING))
    if most > 0:
        paragraph(d, x, top - used, scenario.tagline, w, small, colour=look.muted, lines=most)
