"""A driver on the canvas. Zoomed far out it loses its text."""

import math
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from foresight.core.look import SIZES
from foresight.kit.theme import colour, font
from foresight.methods.network.analysis import ROLE_TINTS, Role
from foresight.methods.network.model import NODE
from foresight.methods.network.view_overlay import Badge, paint_badge
from foresight.model.drivers import Driver

FAR = 0.3
"""Below this scale there is no text."""
HANDLE = 7.0
"""Radius of the handle at a driver's right edge; a drag from it makes a link."""
_BODY = QRectF(-NODE[0] / 2, -NODE[1] / 2, *NODE)
_INSET = 8.0


class DriverItem(QGraphicsItem):
    """A driver: a box with its title, tinted by its role."""

    def __init__(self, driver: Driver) -> None:
        super().__init__()
        self.id = driver.id
        self.driver: Driver | None = None
        self.role: Role = "platoon"
        self.pinned = False
        self.is_target = False
        """Whether a link is just being drawn to it."""
        self._badge: Badge = ""
        self._is_hovered = False
        self._lines: list[tuple[QPointF, str]] = []
        self.setZValue(1)
        self.setAcceptHoverEvents(True)
        flags = QGraphicsItem.GraphicsItemFlag
        self.setFlags(flags.ItemIsSelectable | flags.ItemIsMovable)

    def show_driver(self, driver: Driver, role: Role, pinned: bool) -> None:
        """Show this driver, repainting only when something is different."""
        if self.driver is driver and (self.role, self.pinned) == (role, pinned):
            return
        if self.driver is None or self.driver.title != driver.title:
            self._lines = title_lines(driver.title)
        self.driver, self.role, self.pinned = driver, role, pinned
        self.update()

    def set_target(self, is_target: bool) -> None:
        """Show that a link is just being drawn to it, or no longer."""
        if is_target != self.is_target:
            self.is_target = is_target
            self.update()

    def set_badge(self, badge: Badge) -> None:
        """Show a sign in the corner, or none."""
        if badge != self._badge:
            self._badge = badge
            self.update()

    def boundingRect(self) -> QRectF:
        return _BODY.adjusted(-3, -9, HANDLE + 2, 3)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(_BODY)
        path.addEllipse(QPointF(_BODY.right(), 0), HANDLE, HANDLE)
        path.setFillRule(Qt.FillRule.WindingFill)
        return path

    def on_handle(self, point: QPointF) -> bool:
        """Whether a point of the scene lies on the handle."""
        here = point - self.pos()
        return math.hypot(here.x() - NODE[0] / 2, here.y()) <= HANDLE + 3

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = True
        self.update()

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = False
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        chosen = self.isSelected() or self.is_target
        painter.setBrush(colour(ROLE_TINTS[self.role]))
        painter.setPen(QPen(colour("accent" if chosen else "muted"), 2.5 if chosen else 1.0))
        if painter.worldTransform().m11() < FAR:
            painter.drawRect(_BODY)
            return
        painter.drawRoundedRect(_BODY, 6, 6)
        painter.setFont(title_font())
        painter.setPen(colour("ink"))
        for place, text in self._lines:
            painter.drawText(place, text)
        if self.pinned:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("muted"))
            painter.drawEllipse(_BODY.topLeft() + QPointF(8, 8), 3.5, 3.5)
        if self._badge:
            paint_badge(painter, self._badge)
        if chosen or self._is_hovered:
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.setBrush(colour("surface"))
            painter.drawEllipse(QPointF(_BODY.right(), 0), HANDLE, HANDLE)


@cache
def title_font() -> QFont:
    """The font of titles: of one size, because the box is; presenters zoom."""
    made = font("lead")
    made.setPixelSize(SIZES["lead"])
    return made


def title_lines(title: str) -> list[tuple[QPointF, str]]:
    """The lines of a title, wrapped and centred in the box, each with its baseline; the last may be shortened."""
    metrics = QFontMetricsF(title_font())
    width, most = NODE[0] - 2 * _INSET, max(1, int(NODE[1] / metrics.lineSpacing()))
    layout = QTextLayout(title, title_font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    rows: list[str] = []
    while (line := layout.createLine()).isValid() and len(rows) < most:
        line.setLineWidth(width)
        start = line.textStart()
        rows.append(title[start:] if len(rows) == most - 1 else title[start : start + line.textLength()].rstrip())
    layout.endLayout()
    rows = [metrics.elidedText(row, Qt.TextElideMode.ElideRight, width) for row in rows]
    top = -len(rows) * metrics.lineSpacing() / 2 + metrics.ascent()
    return [
        (QPointF(-metrics.horizontalAdvance(row) / 2, top + at * metrics.lineSpacing()), row)
        for at, row in enumerate(rows)
    ]
