"""Numbered dots on a canvas, and the words that go with them. The map and the radar are made of these."""

from collections.abc import Callable, Sequence
from math import hypot
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsSceneMouseEvent,
    QGraphicsSimpleTextItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from foresight.core.words import _
from foresight.kit.labels import tip
from foresight.kit.theme import colour, font
from foresight.methods.trends.analysis import Row
from foresight.methods.trends.dots import DOTS, POINTERS
from foresight.model.trends import KINDS, STATUSES, Kind, Status


def dot_radius() -> float:
    """The radius of a dot where there is room, in pixels."""
    return font().pixelSize() * 0.85


def paint_dot(painter: QPainter, kind: Kind, number: int | str, radius: float) -> None:
    """Paint a dot around the origin; the kind of trend gives its shape and filling."""
    dot = DOTS[kind]
    painter.setPen(QPen(colour("accent"), 1.25))
    painter.setBrush(colour(dot.fill))
    painter.drawPath(outline(kind, radius))
    text = str(number)
    type_face = font(semibold=True)
    wide = QFontMetricsF(type_face).horizontalAdvance(text)
    largest = 1.7 * radius
    type_face.setPixelSize(max(5, round(min(radius * 1.15, type_face.pixelSize() * largest / max(wide, 1)))))
    painter.setFont(type_face)
    painter.setPen(colour(dot.ink))
    painter.drawText(QRectF(-2 * radius, -radius, 4 * radius, 2 * radius), Qt.AlignmentFlag.AlignCenter, text)


def outline(kind: Kind, radius: float) -> QPainterPath:
    """The shape of a dot around the origin."""
    path = QPainterPath()
    shape = DOTS[kind].shape
    if shape == "circle":
        path.addEllipse(QPointF(0, 0), radius, radius)
    elif shape == "square":
        half = 0.88 * radius
        path.addRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), 0.3 * radius, 0.3 * radius)
    else:
        reach = 1.15 * radius
        path.addPolygon(QPolygonF([QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]))
        path.closeSubpath()
    return path


class Dot(QGraphicsItem):
    """A trend on a canvas. ``dropped`` is called when dots were dragged somewhere, ``dragged`` while they are."""

    def __init__(self, dropped: Callable[[], object], dragged: Callable[["Dot"], object]) -> None:
        super().__init__()
        self.row: Row | None = None
        self.home = QPointF()
        self.radius = dot_radius()
        self._status: Status = "unchanged"
        self._centre = QPointF()
        self._dropped, self._dragged = dropped, dragged
        self._pressed_at = QPointF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemSendsScenePositionChanges)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setZValue(2)

    def show_row(self, row: Row, home: QPointF, radius: float, *, movable: bool) -> None:
        """Show this trend at ``home``."""
        if radius != self.radius:
            self.prepareGeometryChange()
        if self.row is None or (self.row.number, self.row.trend) != (row.number, row.trend):
            moved = "" if row.trend.status == "unchanged" else f" ({_(STATUSES[row.trend.status])})"
            tip(self, f"{row.number} {row.trend.title}{moved}")
        looks_alike = self.row is not None and (self.row.number, self.row.trend.kind, self.radius) == (
            row.number,
            row.trend.kind,
            radius,
        )
        self.row, self.home, self.radius = row, home, radius
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable, movable)
        self.setPos(home)
        if not looks_alike:
            self.update()

    def show_status(self, status: Status, centre: QPointF) -> None:
        """Mark it as new, or as moved towards ``centre`` or away from it."""
        self._status, self._centre = status, centre
        self.update()

    def boundingRect(self) -> QRectF:
        reach = self.radius * 1.5 + 4
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addEllipse(QPointF(0, 0), self.radius + 1, self.radius + 1)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self.row is None:
            return
        if self.isSelected():
            painter.setPen(QPen(colour("ink"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(0, 0), self.radius + 3, self.radius + 3)
        paint_dot(painter, self.row.trend.kind, self.row.number, self.radius)
        self._paint_status(painter)

    def _paint_status(self, painter: QPainter) -> None:
        """A second rim around a new trend; a pointer on the rim of one that moved, inwards or outwards."""
        if self._status == "new":
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(0, 0), 1.15 * self.radius, 1.15 * self.radius)
        if self._status not in POINTERS:
            return
        way = (self.home - self._centre) * POINTERS[self._status]
        away = max(1.0, hypot(way.x(), way.y()))
        ux, uy = way.x() / away, way.y() / away
        base, end, half = 0.95 * self.radius, 1.45 * self.radius, 0.4 * self.radius
        corners = [QPointF(end * ux, end * uy)]
        corners += [QPointF(base * ux - s * half * uy, base * uy + s * half * ux) for s in (1, -1)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("ink"))
        painter.drawPolygon(QPolygonF(corners))

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: Any) -> Any:
        if change == QGraphicsItem.GraphicsItemChange.ItemSelectedHasChanged:
            self.setZValue(3 if self.isSelected() else 2)
        return super().itemChange(change, value)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed_at = event.screenPos().toPointF()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        way = event.screenPos().toPointF() - self._pressed_at
        if way.manhattanLength() < QApplication.startDragDistance() and self.pos() == self.home:
            return
        super().mouseMoveEvent(event)
        if self.pos() != self.home:
            self._dragged(self)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.pos() != self.home:
            self._dropped()


class Words(QGraphicsSimpleTextItem):
    """A short text on a canvas, on a ground of its own so that it is readable over anything."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(9)
        self.hide()

    def show_beside(self, text: str, at: QPointF, reach: float, area: QRectF) -> None:
        """Show ``text`` above the point, or below it where there is no room, inside ``area``."""
        self.setFont(font(semibold=True))
        metrics = QFontMetricsF(self.font())
        self.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() * 0.6))
        self.setBrush(colour("ink"))
        size = self.boundingRect()
        x = min(max(at.x() - size.width() / 2, area.left() + 6), area.right() - size.width() - 6)
        y = at.y() - reach - size.height() - 3
        self.setPos(x, y if y > area.top() + size.height() else at.y() + reach + 6)
        self.show()

    def boundingRect(self) -> QRectF:
        return super().boundingRect().adjusted(-6, -3, 6, 3)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(self.boundingRect().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(self.font())
        painter.setPen(colour("ink"))
        painter.drawText(super().boundingRect(), Qt.AlignmentFlag.AlignCenter, self.text())


def paint_key(painter: QPainter, kinds: Sequence[Kind], at: QPointF, room: float) -> None:
    """The key of the kinds in use, on one line from ``at`` on; nothing when all are plain trends."""
    used = [kind for kind in KINDS if kind in kinds]
    if used in ([], ["trend"]):
        return
    face = font("small")
    metrics = QFontMetricsF(face)
    x = at.x()
    for kind in used:
        wide = 26 + metrics.horizontalAdvance(_(KINDS[kind]))
        if x + wide > at.x() + room:
            return
        painter.save()
        painter.translate(x + 6, at.y())
        paint_dot(painter, kind, "", 5)
        painter.restore()
        painter.setFont(face)
        painter.setPen(colour("muted"))
        painter.drawText(QPointF(x + 15, at.y() + metrics.capHeight() / 2), _(KINDS[kind]))
        x += wide
