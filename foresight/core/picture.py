"""What a figure comes down to when it is painted: a few plain shapes, with no PDF and no Qt in them.

Coordinates are points with the origin at the top left and y downwards, as screens have it. Colours are #rrggbb; an
empty colour paints nothing. Shapes later in a picture lie on top.
"""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """A straight line."""

    start: Point
    end: Point
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    """Lengths of dash and gap in points; solid when empty."""


@dataclass(frozen=True)
class Polygon:
    """Straight lines from point to point; ``closed`` joins the last to the first."""

    points: tuple[Point, ...]
    fill: str = ""
    stroke: str = ""
    width: float = 0.75
    dash: tuple[float, ...] = ()
    closed: bool = True


@dataclass(frozen=True)
class Circle:
    """A circle."""

    centre: Point
    radius: float
    fill: str = ""
    stroke: str = ""
    width: float = 0.75
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Path:
    """Lines and cubic Bézier curves: "move" and "line" take one point, "curve" three, "close" none."""

    steps: tuple[tuple[str, tuple[Point, ...]], ...]
    """(what to do, points)."""
    fill: str = ""
    stroke: str = ""
    width: float = 0.75
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Text:
    """One line of text on its baseline."""

    place: Point
    text: str
    size: float
    colour: str
    family: str
    bold: bool = False
    italic: bool = False
    anchor: str = "start"
    """start, middle or end: which part of the text lies at ``place``."""
    angle: float = 0
    """Degrees, clockwise."""


Shape = Line | Polygon | Circle | Path | Text

MARK_CORNERS: dict[str, tuple[Point, ...]] = {
    "circle": (),
    "triangle": ((-1, -0.8), (1, -0.8), (0, 1)),
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "diamond": ((0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)),
    "up": ((0, 1), (0.9, 0), (0.32, 0), (0.32, -1), (-0.32, -1), (-0.32, 0), (-0.9, 0)),
    "down": ((0, -1), (0.9, 0), (0.32, 0), (0.32, 1), (-0.32, 1), (-0.32, 0), (-0.9, 0)),
}
"""The corners of the marks around their middle, in halves of their size, y upwards; a circle has none."""
