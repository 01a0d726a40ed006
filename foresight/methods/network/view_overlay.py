"""What stands out on the canvas for a while: a loop, what one driver moves, the neighbours of one."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from foresight.core.document import Id
from foresight.kit.theme import colour
from foresight.methods.network.model import NODE

Badge = Literal["", "up", "down", "unclear", "held up", "held down"]
"""A sign in the corner of a driver: pushed up or down, by nobody knows how, or held so by the user."""
RADIUS = 11.0


@dataclass(frozen=True)
class Overlay:
    """These drivers and links stand out, the others fade."""

    drivers: Mapping[Id, Badge]
    links: frozenset[Id]

    @classmethod
    def of(cls, drivers: Iterable[Id], links: Iterable[Id] = ()) -> Self:
        """An overlay without badges."""
        return cls(dict.fromkeys(drivers, ""), frozenset(links))


def paint_badge(painter: QPainter, badge: Badge) -> None:
    """Draw the sign into the upper right corner of a driver whose middle is (0, 0)."""
    held = badge.startswith("held")
    middle = QPointF(NODE[0] / 2 - 5, -NODE[1] / 2 + 5)
    painter.setPen(QPen(colour("ink"), 1.5))
    painter.setBrush(colour("ink" if held else "surface"))
    painter.drawEllipse(middle, RADIUS, RADIUS)
    sign = colour("surface" if held else "ink")
    painter.setPen(QPen(sign, 2.0))
    if badge == "unclear":
        painter.drawText(_around(middle), Qt.AlignmentFlag.AlignCenter, "?")
        return
    painter.setBrush(sign)
    painter.drawPolygon(_triangle(middle, -1 if badge.endswith("up") else 1))


def _triangle(middle: QPointF, way: int) -> QPolygonF:
    """A triangle that points up (-1) or down (1)."""
    size = RADIUS * 0.5
    turns = (math.pi / 2 * way + math.tau * corner / 3 for corner in range(3))
    return QPolygonF([middle + QPointF(math.cos(turn), math.sin(turn)) * size for turn in turns])


def _around(middle: QPointF) -> QRectF:
    return QRectF(middle.x() - RADIUS, middle.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
