"""A reportlab Drawing as plain shapes (core.picture), so that a screen can paint it without reportlab."""

import math
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Path, Polygon, PolyLine, Rect, String, Wedge
from reportlab.graphics.transform import mmult, transformPoint

from foresight.core import picture
from foresight.core.look import FALLBACK_FONT, FONT
from foresight.core.picture import Point, Shape
from foresight.reporting.fonts import BOLD, FALLBACK, FALLBACK_BOLD, ITALIC

Matrix = tuple[float, float, float, float, float, float]

_STEPS = (("move", 1), ("line", 1), ("curve", 3), ("close", 0))
_ROUND = 0.5523  # how far the handles of a quarter of a circle reach, as a share of its radius


def flatten(drawing: Drawing) -> tuple[Shape, ...]:
    """The drawing as plain shapes, y downwards from its top.

    Takes Line, Rect, Circle, Polygon, PolyLine, Path, Wedge, String and Groups of them (turned and scaled evenly);
    raises TypeError for anything else.
    """
    found: list[Shape] = []
    _walk(drawing, mmult((1, 0, 0, -1, 0, drawing.height), drawing.transform), found)
    return tuple(found)


def _walk(group: Group, matrix: Matrix, found: list[Shape]) -> None:
    for item in group.contents:
        if isinstance(item, Group):
            _walk(item, mmult(matrix, item.transform), found)
        else:
            found.append(_plain(item, matrix))


def _hex(colour: Any) -> str:
    return "" if colour is None else "#" + colour.hexval()[2:]


def _scale(matrix: Matrix) -> float:
    return math.hypot(matrix[0], matrix[1])


def _stroke(item: Any, matrix: Matrix) -> dict[str, Any]:
    factor = _scale(matrix)
    dash = getattr(item, "strokeDashArray", None) or ()
    return {"width": item.strokeWidth * factor, "dash": tuple(length * factor for length in dash)}


def _paint(item: Any, matrix: Matrix) -> dict[str, Any]:
    return {"fill": _hex(item.fillColor), "stroke": _hex(item.strokeColor), **_stroke(item, matrix)}


def _points(numbers: list[float], matrix: Matrix) -> tuple[Point, ...]:
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return tuple(transformPoint(matrix, pair) for pair in pairs)


def _plain(item: Any, matrix: Matrix) -> Shape:
    match item:
        case Line():
            start, end = _points([item.x1, item.y1, item.x2, item.y2], matrix)
            return picture.Line(start, end, _hex(item.strokeColor), **_stroke(item, matrix))
        case Circle():
            centre = transformPoint(matrix, (item.cx, item.cy))
            return picture.Circle(centre, item.r * _scale(matrix), **_paint(item, matrix))
        case PolyLine():
            stroke = {"stroke": _hex(item.strokeColor), **_stroke(item, matrix)}
            return picture.Polygon(_points(item.points, matrix), closed=False, **stroke)
        case Polygon():
            return picture.Polygon(_points(item.points, matrix), **_paint(item, matrix))
        case Wedge():
            return picture.Polygon(_points(item.asPolygon().points, matrix), **_paint(item, matrix))
        case Rect():
            return _rectangle(item, matrix)
        case Path():
            return picture.Path(_steps(item, matrix), **_paint(item, matrix))
        case String():
            return _text(item, matrix)
    raise TypeError(f"a figure may not hold a {type(item).__name__}")


def _rectangle(item: Any, matrix: Matrix) -> Shape:
    left, bottom, right, top = item.x, item.y, item.x + item.width, item.y + item.height
    if not item.rx:
        corners = _points([left, bottom, right, bottom, right, top, left, top], matrix)
        return picture.Polygon(corners, **_paint(item, matrix))
    r = min(item.rx, item.width / 2, item.height / 2)
    path = Path()
    path.moveTo(left + r, bottom)
    k = r * (1 - _ROUND)
    for (x1, y1), (x2, y2), (x3, y3), end in (
        ((right - k, bottom), (right, bottom + k), (right, bottom + r), (right - r, bottom)),
        ((right, top - k), (right - k, top), (right - r, top), (right, top - r)),
        ((left + k, top), (left, top - k), (left, top - r), (left + r, top)),
        ((left, bottom + k), (left + k, bottom), (left + r, bottom), (left, bottom + r)),
    ):
        path.lineTo(*end)
        path.curveTo(x1, y1, x2, y2, x3, y3)
    path.closePath()
    return picture.Path(_steps(path, matrix), **_paint(item, matrix))


def _steps(path: Any, matrix: Matrix) -> tuple[tuple[str, tuple[Point, ...]], ...]:
    points = _points(path.points, matrix)
    found, at = [], 0
    for operator in path.operators:
        name, count = _STEPS[operator]
        found.append((name, points[at : at + count]))
        at += count
    return tuple(found)


def _text(item: Any, matrix: Matrix) -> picture.Text:
    return picture.Text(
        place=transformPoint(matrix, (item.x, item.y)),
        text=item.text,
        size=item.fontSize * _scale(matrix),
        colour=_hex(item.fillColor),
        family=FALLBACK_FONT if item.fontName in (FALLBACK, FALLBACK_BOLD) else FONT,
        bold=item.fontName in (BOLD, FALLBACK_BOLD),
        italic=item.fontName == ITALIC,
        anchor=item.textAnchor,
        angle=math.degrees(math.atan2(matrix[1], matrix[0])),
    )
