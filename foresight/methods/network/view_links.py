"""Links on the canvas: curves, not items of the scene. An index finds those in a rectangle, and the one at a point."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from foresight.core.look import SIZES, Look
from foresight.core.spacing import Point
from foresight.kit.theme import colour, font, look
from foresight.methods.network.marks import Bow, Rect, on_bow
from foresight.methods.network.model import NODE
from foresight.model.drivers import Delay, Link, Sign

TOKENS: dict[Sign, str] = {"+": "positive", "-": "negative", "?": "muted"}
DASHES: dict[Sign, list[float]] = {"+": [], "-": [5, 3], "?": [1.5, 2.5]}
"""In pixels at life size."""
SYMBOLS: dict[Sign, str] = {"+": "+", "-": "−", "?": "?"}
BARS: dict[Delay, int] = {"short": 0, "medium": 1, "long": 2}
"""Bars across a link for its delay, as in causal loop diagrams."""
WIDTHS = (1.0, 1.0, 2.0, 3.2)

CELL = 240.0
BEND = 0.12
"""How far a curve bows to its left, as a share of its length: so the links there and back lie apart."""
BENDS = (BEND, 0.03, 0.2, -0.1, 0.28, -0.2, -0.28)
"""How else it may bow where a box would hide it, what is nearest to usual first."""
MARK = 8.0
"""Radius of the mark of the sign."""


@dataclass(eq=False, slots=True)
class Piece:
    """A straight piece of a curve, and the rectangle around it."""

    curve: "Curve"
    sign: Sign
    line: QLineF
    left: float
    top: float
    right: float
    bottom: float


class Curve:
    """A link as it is drawn."""

    def __init__(self, link: Link, start: QPointF, end: QPointF, bend: float = BEND) -> None:
        self.link = link
        self.ends, self.bend = (start, end), bend
        self.is_contested = False
        """Whether groups see it differently."""
        self.share, self.along, self.middle = 0.5, 0.0, QPointF()
        self.way: tuple[list[Rect], bool] | None = None
        """The boxes in its way, and whether a link runs back, for which its bend was found."""
        self.beside: tuple[list[Rect], list[Point]] | None = None
        """The boxes and the marks near it for which the place of its own mark was found."""
        across = end - start
        control = (start + end) / 2 + QPointF(across.y(), -across.x()) * bend
        begin, tip = _rim(start, control), _rim(end, control)
        angle = math.atan2(tip.y() - control.y(), tip.x() - control.x())
        ahead, aside = _towards(angle), _towards(angle + math.pi / 2)
        width = WIDTHS[link.strength]
        base = tip - ahead * (8 + width)
        wing = aside * (3 + width)
        self.head = QPolygonF([tip, base + wing, base - wing])
        self.path = QPainterPath(begin)
        self.path.quadTo(control, base)
        self.bow: Bow = (begin.x(), begin.y()), (control.x(), control.y()), (base.x(), base.y())
        self.put_mark(0.5)
        self.chord = QLineF(begin, tip)
        self.bounds = self.path.boundingRect().united(self.head.boundingRect()).adjusted(-12, -12, 12, 12)

    def put_mark(self, share: float) -> None:
        """The mark of the sign goes at this share of the way."""
        (ax, ay), (bx, by), (cx, cy) = self.bow
        self.share = share
        self.middle = QPointF(*on_bow(self.bow, share))
        ahead = (1 - share) * (bx - ax) + share * (cx - bx), (1 - share) * (by - ay) + share * (cy - by)
        self.along = math.atan2(ahead[1], ahead[0])

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Straight pieces about 200 long; they are not needed while it is dragged."""
        return tuple(self._cut(self.chord.p1(), QPointF(*self.bow[1]), self.chord.p2()))

    def _cut(self, begin: QPointF, control: QPointF, end: QPointF) -> Iterator[Piece]:
        count = max(2, min(24, round(QLineF(begin, end).length() / 200)))
        points = []
        for step in range(count + 1):
            t = step / count
            points.append(begin * ((1 - t) * (1 - t)) + control * (2 * t * (1 - t)) + end * (t * t))
        for one, other in pairwise(points):
            (left, right), (top, bottom) = sorted((one.x(), other.x())), sorted((one.y(), other.y()))
            yield Piece(self, self.link.sign, QLineF(one, other), left, top, right, bottom)

    def paint(self, painter: QPainter, chosen: bool = False, thin: bool = False) -> None:
        """Draw it in full: colour, dash and mark say the sign, width the strength, bars the delay, a second ring doubt.

        ``thin``: without the width, which takes most of the time.
        """
        link, token = self.link, TOKENS[self.link.sign]
        width = 1.0 if thin else WIDTHS[link.strength] + (1.5 if chosen else 0)
        painter.setPen(pen(look(), token, width, link.sign, link.potential))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self.path)
        painter.setPen(QPen(colour(token), 1.0))
        painter.setBrush(colour("surface" if link.potential else token))
        painter.drawPolygon(self.head)
        self._paint_delay(painter, token)
        painter.setPen(QPen(colour("accent" if chosen else token), 2.0 if chosen else 1.0))
        painter.setBrush(colour("surface"))
        if self.is_contested:
            painter.drawEllipse(self.middle, MARK + 3, MARK + 3)
        painter.drawEllipse(self.middle, MARK, MARK)
        painter.setPen(colour(token))
        painter.setFont(_mark_font())
        place = QRectF(self.middle.x() - MARK, self.middle.y() - MARK - 1, 2 * MARK, 2 * MARK)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, SYMBOLS[link.sign])

    def _paint_delay(self, painter: QPainter, token: str) -> None:
        aside = _towards(self.along + math.pi / 2) * 6
        painter.setPen(QPen(colour(token), 1.5))
        for bar in range(BARS[self.link.delay]):
            at = self.middle - _towards(self.along) * (MARK + 4 + 4 * bar)
            painter.drawLine(at - aside, at + aside)


@cache
def pen(theme: Look, token: str, width: float, sign: Sign, potential: bool) -> QPen:
    """The pen of a link; one that is only potential is thin dots."""
    made = QPen(QColor(theme[token]), 1.0 if potential else width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes = [1.5, 4] if potential else DASHES[sign]
    if dashes:
        made.setDashPattern([length / made.widthF() for length in dashes])
    return made


@cache
def _mark_font() -> QFont:
    """Of one size, because the mark is; presenters zoom."""
    made = font(semibold=True)
    made.setPixelSize(SIZES["body"])
    return made


def paint_quickly(painter: QPainter, lines: Iterable[tuple[Sign, QLineF]], moving: bool) -> None:
    """Draw many straight lines thinly, each sign in its colour; when nothing moves, also with its dash."""
    drawn: dict[Sign, list[QLineF]] = defaultdict(list)
    for sign, line in lines:
        drawn[sign].append(line)
    for sign, alike in drawn.items():
        faint = colour(TOKENS[sign])
        faint.setAlphaF(0.5)
        thin = QPen(faint, 1.0)
        thin.setCosmetic(True)
        if DASHES[sign] and not moving:
            thin.setDashPattern(DASHES[sign])
        painter.setPen(thin)
        painter.drawLines(alike)


class CurveIndex:
    """Curves by the square cells of the plane that they cross."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], dict[Piece, None]] = defaultdict(dict)

    def add(self, curve: Curve) -> None:
        """Put a curve in."""
        for piece in curve.pieces:
            for cell in _cells(piece.left, piece.top, piece.right, piece.bottom):
                self._cells[cell][piece] = None

    def discard(self, curve: Curve) -> None:
        """Take a curve out, if it is in."""
        for piece in curve.pieces:
            for cell in _cells(piece.left, piece.top, piece.right, piece.bottom):
                self._cells[cell].pop(piece, None)

    def near(self, area: QRectF) -> dict[Piece, None]:
        """The pieces whose rectangles touch an area."""
        left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
        return {
            piece: None
            for cell in _cells(left, top, right, bottom)
            for piece in self._cells.get(cell, ())
            if piece.left <= right and piece.right >= left and piece.top <= bottom and piece.bottom >= top
        }

    def at(self, point: QPointF, reach: float) -> Curve | None:
        """The curve that passes a point within ``reach``, the nearest one."""
        area = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        found = [(_distance(piece.line, point), piece.curve) for piece in self.near(area)]
        distance, curve = min(found, key=lambda pair: pair[0], default=(math.inf, None))
        return curve if distance <= reach else None


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for column in range(math.floor(left / CELL), math.floor(right / CELL) + 1):
        for row in range(math.floor(top / CELL), math.floor(bottom / CELL) + 1):
            yield column, row


def _distance(line: QLineF, point: QPointF) -> float:
    """From a point to a straight piece."""
    along, away = line.p2() - line.p1(), point - line.p1()
    length = QPointF.dotProduct(along, along)
    share = min(max(QPointF.dotProduct(along, away) / length, 0), 1) if length else 0
    left = away - along * share
    return math.hypot(left.x(), left.y())


def _towards(angle: float) -> QPointF:
    return QPointF(math.cos(angle), math.sin(angle))


def _rim(middle: QPointF, outside: QPointF) -> QPointF:
    """Where the way from the middle of a driver to a point leaves its box, and a hair farther."""
    across, down = outside.x() - middle.x(), outside.y() - middle.y()
    shares = [half / abs(way) for half, way in ((NODE[0] / 2 + 2, across), (NODE[1] / 2 + 2, down)) if way]
    return middle + QPointF(across, down) * min([*shares, 1.0])
