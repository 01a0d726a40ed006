"""Figures as SVG: plain shapes as text, which browsers and drawing programs read."""

from collections.abc import Sequence
from html import escape

from foresight.core.picture import Circle, Line, Path, Point, Polygon, Shape, Text

_LETTERS = {"move": "M", "line": "L", "curve": "C", "close": "Z"}


def to_svg(shapes: Sequence[Shape], width: float, height: float, title: str, described: str = "") -> str:
    """A drawing of this size in points; ``title`` and ``described`` are for those who cannot see it."""
    body = "\n".join(map(_element, shapes))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}pt" height="{_n(height)}pt" '
        f'viewBox="0 0 {_n(width)} {_n(height)}" role="img">\n'
        f"<title>{escape(title)}</title>\n<desc>{escape(described)}</desc>\n"
        f'<rect width="100%" height="100%" fill="#FFFFFF"/>\n{body}\n</svg>\n'
    )


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _paint(shape: Circle | Polygon | Path) -> str:
    return f'fill="{shape.fill or "none"}" {_stroke(shape.stroke, shape.width, shape.dash)}'


def _stroke(colour: str, width: float, dash: Sequence[float]) -> str:
    if not colour or width <= 0:
        return 'stroke="none"'
    dashes = f' stroke-dasharray="{",".join(map(_n, dash))}"' if dash else ""
    return f'stroke="{colour}" stroke-width="{_n(width)}"{dashes}'


def _element(shape: Shape) -> str:
    match shape:
        case Line():
            (x1, y1), (x2, y2) = shape.start, shape.end
            stroke = _stroke(shape.colour, shape.width, shape.dash)
            return f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" {stroke}/>'
        case Circle():
            (x, y), radius = shape.centre, _n(shape.radius)
            return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{radius}" {_paint(shape)}/>'
        case Polygon():
            kind = "polygon" if shape.closed else "polyline"
            return f'<{kind} points="{_points(shape.points)}" {_paint(shape)}/>'
        case Path():
            steps = " ".join(f"{_LETTERS[name]}{_points(points)}" for name, points in shape.steps)
            return f'<path d="{steps}" {_paint(shape)}/>'
        case Text():
            return _text(shape)


def _text(text: Text) -> str:
    x, y = map(_n, text.place)
    turned = f' transform="rotate({_n(text.angle)} {x} {y})"' if text.angle else ""
    content = escape(text.text)
    style = (' font-weight="600"' if text.bold else "") + (' font-style="italic"' if text.italic else "")
    return (
        f'<text x="{x}" y="{y}" font-family="{escape(text.family)}, sans-serif" font-size="{_n(text.size)}" '
        f'fill="{text.colour}" text-anchor="{text.anchor}" xml:space="preserve"{style}{turned}>{content}</text>'
    )
