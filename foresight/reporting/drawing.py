"""What figures are drawn with. A figure is built once and goes into the PDF, a file, and onto the screen.

Coordinates are points with the origin at the bottom left. Colours are #rrggbb, from the Look that was passed in.
``Figure.plain()`` gives the same picture as plain shapes, for painting it where there is no PDF.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Path, Polygon, PolyLine, Rect, String
from reportlab.graphics.transform import mmult, rotate, translate
from reportlab.lib.colors import Color, HexColor

from foresight.core.picture import MARK_CORNERS, Shape
from foresight.reporting.flat import flatten
from foresight.reporting.fonts import runs, text_width
from foresight.reporting.lines import shortened, wrapped

__all__ = [
    "Figure",
    "arrow",
    "blank",
    "box",
    "circle",
    "curve",
    "direction",
    "hatch",
    "label",
    "line",
    "mark",
    "mix",
    "paragraph",
    "polygon",
    "polyline",
    "sector",
    "shortened",
    "text_width",
    "wrapped",
]

Anchor = Literal["start", "middle", "end"]
Dash = Sequence[float] | None


class Figure(Drawing):
    """A reportlab Drawing that also knows itself as plain shapes."""

    def plain(self) -> tuple[Shape, ...]:
        """The picture as plain shapes, for the screen."""
        return flatten(self)

    def fitted(self, most: float) -> "Figure":
        """The same picture, drawn smaller when it is wider or higher than ``most`` points."""
        factor = most / max(self.width, self.height)
        if factor >= 1:
            return self
        made = Figure(self.width * factor, self.height * factor)
        inside = Group(*self.contents)
        inside.scale(factor, factor)
        made.add(inside)
        return made


@lru_cache(maxsize=256)
def _colour(value: str) -> Color:
    return HexColor(value)


def _maybe(value: str | None) -> Color | None:
    return _colour(value) if value else None


def _dash(dash: Dash) -> dict[str, Any]:
    return {"strokeDashArray": dash}


def mix(colour: str, other: str, share: float) -> str:
    """``share`` (0..1) of ``colour`` mixed into ``other``: a tint, with no need of transparency."""
    pairs = zip(*[[int(text[i : i + 2], 16) for i in (1, 3, 5)] for text in (colour, other)], strict=True)
    return "#" + "".join(f"{round(share * one + (1 - share) * two):02X}" for one, two in pairs)


def blank(width: float, height: float) -> Figure:
    """An empty picture of this size in points."""
    return Figure(width, height)


def line(
    d: Drawing, x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 0.75, dash: Dash = None
) -> None:
    """A straight line."""
    d.add(Line(x1, y1, x2, y2, strokeColor=_colour(colour), strokeWidth=width, **_dash(dash)))


def polyline(
    d: Drawing, points: Sequence[tuple[float, float]], colour: str, width: float = 0.75, dash: Dash = None
) -> None:
    """Straight lines from point to point, open."""
    flat = [number for point in points for number in point]
    d.add(PolyLine(flat, strokeColor=_colour(colour), strokeWidth=width, **_dash(dash), strokeLineJoin=1))


def polygon(
    d: Drawing,
    points: Sequence[tuple[float, float]],
    fill: str | None = None,
    stroke: str | None = None,
    width: float = 0.75,
) -> None:
    """A closed polygon."""
    flat = [number for point in points for number in point]
    d.add(Polygon(flat, fillColor=_maybe(fill), strokeColor=_maybe(stroke), strokeWidth=width, strokeLineJoin=1))


def box(
    d: Drawing,
    x: float,
    y: float,
    w: float,
    h: float,
    fill: str | None = None,
    stroke: str | None = None,
    radius: float = 0,
    width: float = 0.75,
    dash: Dash = None,
) -> None:
    """A rectangle with (x, y) at its bottom left."""
    paint: dict[str, Any] = {"fillColor": _maybe(fill), "strokeColor": _maybe(stroke), "strokeWidth": width}
    d.add(Rect(x, y, w, h, rx=radius, ry=radius, **paint, **_dash(dash)))


def circle(
    d: Drawing, x: float, y: float, r: float, fill: str | None = None, stroke: str | None = None, width: float = 0.75
) -> None:
    """A circle around (x, y)."""
    d.add(Circle(x, y, r, fillColor=_maybe(fill), strokeColor=_maybe(stroke), strokeWidth=width))


def sector(
    d: Drawing,
    x: float,
    y: float,
    inner: float,
    outer: float,
    start: float,
    end: float,
    fill: str | None = None,
    stroke: str | None = None,
    width: float = 0.75,
) -> None:
    """A piece of a ring around (x, y), from angle ``start`` to ``end`` (degrees, counter-clockwise from the right)."""
    steps = max(2, round((end - start) / 3))
    angles = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    rim = [(x + outer * math.cos(a), y + outer * math.sin(a)) for a in angles]
    hub = [(x + inner * math.cos(a), y + inner * math.sin(a)) for a in reversed(angles)] if inner else [(x, y)]
    polygon(d, rim + hub, fill, stroke, width)


def curve(
    d: Drawing,
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    colour: str,
    width: float = 0.75,
    bend: float = 0.15,
    dash: Dash = None,
) -> tuple[tuple[float, float], float]:
    """A curve that bows to its left by ``bend`` of its length; returns its middle and its end angle (radians)."""
    dx, dy = x2 - x1, y2 - y1
    cx, cy = (x1 + x2) / 2 - dy * bend * 2, (y1 + y2) / 2 + dx * bend * 2
    path = Path(strokeColor=_colour(colour), strokeWidth=width, fillColor=None, **_dash(dash), strokeLineCap=1)
    path.moveTo(x1, y1)
    path.curveTo(x1 + (cx - x1) * 2 / 3, y1 + (cy - y1) * 2 / 3, x2 + (cx - x2) * 2 / 3, y2 + (cy - y2) * 2 / 3, x2, y2)
    d.add(path)
    return ((x1 + x2 + 2 * cx) / 4, (y1 + y2 + 2 * cy) / 4), math.atan2(y2 - cy, x2 - cx)


def arrow(
    d: Drawing,
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    colour: str,
    width: float = 0.75,
    head: float = 5,
    bend: float = 0,
    dash: Dash = None,
) -> tuple[float, float]:
    """An arrow with its point at (x2, y2), straight or bowed to its left; returns the middle of its shaft."""
    length = math.hypot(x2 - x1, y2 - y1)
    if length == 0:
        return x1, y1
    dx, dy = x2 - x1, y2 - y1
    angle = math.atan2(dy - 2 * bend * dx, dx + 2 * bend * dy)
    short = min(head * 0.8, length)
    end = x2 - short * math.cos(angle), y2 - short * math.sin(angle)
    middle, angle = curve(d, x1, y1, *end, colour, width, bend, dash)
    wings = [angle + math.radians(157), angle - math.radians(157)]
    polygon(d, [(x2, y2), *((x2 + head * math.cos(a), y2 + head * math.sin(a)) for a in wings)], fill=colour)
    return middle


def label(
    d: Drawing,
    x: float,
    y: float,
    text: str,
    size: float = 8,
    *,
    colour: str,
    anchor: Anchor = "start",
    bold: bool = False,
    italic: bool = False,
    width: float | None = None,
    angle: float = 0,
) -> None:
    """One line of text with its baseline at y, shortened with … when it is wider than ``width``.

    ``angle`` turns it around (x, y), in degrees, counter-clockwise: 90 reads upwards.
    """
    if width is not None:
        text = shortened(text, width, size, bold)
    place: Group = d
    if angle:
        place = Group()
        place.transform = mmult(translate(x, y), rotate(angle))
        d.add(place)
        x = y = 0
    paint: dict[str, Any] = {"fontSize": size, "fillColor": _colour(colour)}
    pieces = runs(text, bold, italic)
    if len(pieces) == 1:
        place.add(String(x, y, pieces[0][1], fontName=pieces[0][0], textAnchor=anchor, **paint))
        return
    x -= {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * text_width(text, size, bold, italic)
    for font, piece in pieces:
        place.add(String(x, y, piece, fontName=font, **paint))
        x += text_width(piece, size, bold, italic)


def paragraph(
    d: Drawing,
    x: float,
    y_top: float,
    text: str,
    width: float,
    size: float = 8,
    *,
    colour: str,
    lines: int | None = None,
    bold: bool = False,
    anchor: Anchor = "start",
) -> float:
    """Wrapped text below ``y_top``; ``anchor`` says what ``x`` is. Returns the height used."""
    leading = size * 1.3
    rows = wrapped(text, width, size, bold, lines)
    for index, row in enumerate(rows):
        label(d, x, y_top - size * 0.95 - index * leading, row, size, colour=colour, anchor=anchor, bold=bold)
    return len(rows) * leading


def mark(d: Drawing, kind: str, x: float, y: float, size: float, colour: str, hollow: bool = False) -> None:
    """A mark centred at (x, y), about ``size`` wide: circle, triangle, square, diamond, up or down; nothing for "".

    "hollow circle" is a hollow one, as is ``hollow``.
    """
    hollow, kind = hollow or kind.startswith("hollow "), kind.removeprefix("hollow ")
    half = size / 2
    fill, stroke = (None, colour) if hollow else (colour, None)
    if kind == "circle":
        circle(d, x, y, half, fill, stroke)
    elif kind in MARK_CORNERS:
        polygon(d, [(x + half * across, y + half * up) for across, up in MARK_CORNERS[kind]], fill, stroke)
    elif kind:
        raise ValueError(f"no mark is called {kind!r}")


def direction(d: Drawing, value: int, x: float, y: float, size: float, colour: str) -> None:
    """Where something goes, -2..2, around (x, y): an arrow up or down, two for much, a bar for as today."""
    if value == 0:
        box(d, x - size * 0.45, y - size * 0.11, size * 0.9, size * 0.22, fill=colour)
        return
    kind, count = ("up" if value > 0 else "down"), abs(value)
    for n in range(count):
        mark(d, kind, x + (n - (count - 1) / 2) * size * 0.95, y, size * 0.85, colour)


def hatch(d: Drawing, kind: str, x: float, y: float, w: float, h: float, colour: str, gap: float = 5) -> None:
    """Fill a rectangle so that scenarios differ in grey: dots, rising lines, upright lines or falling lines."""
    if kind == "circle":
        for row in range(int(h / gap)):
            for column in range(int(w / gap)):
                circle(d, x + (column + 0.5) * gap, y + (row + 0.5) * gap, 0.6, colour)
    elif kind == "square":
        for column in range(int(w / gap)):
            line(d, x + (column + 0.5) * gap, y, x + (column + 0.5) * gap, y + h, colour, 0.5)
    else:
        for step in range(1, int((w + h) / gap) + 1):
            reach = step * gap
            one, two = (max(0.0, reach - h), min(h, reach)), (min(w, reach), max(0.0, reach - w))
            if kind == "triangle":  # mirrored left to right, the falling line rises
                one, two = (w - one[0], one[1]), (w - two[0], two[1])
            line(d, x + one[0], y + one[1], x + two[0], y + two[1], colour, 0.5)
