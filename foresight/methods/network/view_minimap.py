"""The whole network in small beside the canvas, with a frame around what the canvas shows."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from foresight.core.words import _
from foresight.kit.theme import colour
from foresight.methods.network.analysis import ROLE_TINTS
from foresight.methods.network.model import NODE
from foresight.methods.network.view_picture import NetworkPicture

WIDE, HIGH = 168, 76
AIR = 5.0
ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
STRIDE = 80
"""Pixels that an arrow key moves the canvas."""


class Minimap(QWidget):
    """Click or drag to travel; the arrow keys too."""

    def __init__(self, canvas: NetworkPicture) -> None:
        super().__init__()
        self._canvas = canvas
        self._drawn: QPixmap | None = None
        self._whole = QRectF()
        self.setFixedSize(WIDE, HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Overview map"))
        self.setToolTip(_("The whole network. Click, drag or use the arrow keys to travel."))
        canvas.looked.connect(self.update)

    def redraw(self) -> None:
        """Draw the drivers anew."""
        self._drawn = None
        self._whole = self._canvas.network.whole()
        self.update()

    def to_scene(self, at: QPointF) -> QPointF:
        """The point of the scene that lies under a point of the map."""
        area, scale, corner = self._frame()
        return QPointF((at.x() - corner.x()) / scale + area.left(), (at.y() - corner.y()) / scale + area.top())

    def from_scene(self, area: QRectF) -> QRectF:
        """Where a rectangle of the scene lies on the map."""
        whole, scale, corner = self._frame()
        left, top = (area.left() - whole.left()) * scale, (area.top() - whole.top()) * scale
        return QRectF(corner.x() + left, corner.y() + top, area.width() * scale, area.height() * scale)

    def _frame(self) -> tuple[QRectF, float, QPointF]:
        """The rectangle around all drivers, pixels of the map for one of the scene, where its corner lies."""
        area = self._whole
        wide, high = max(area.width(), NODE[0]), max(area.height(), NODE[1])
        scale = min((self.width() - 2 * AIR) / wide, (self.height() - 2 * AIR) / high)
        corner = QPointF((self.width() - area.width() * scale) / 2, (self.height() - area.height() * scale) / 2)
        return area, scale, corner

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawn is None:
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent"), 2.5 if self.hasFocus() else 1.5))
        seen = self.from_scene(self._canvas.seen()).intersected(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.drawRect(seen)

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(colour("surface"))
        painter = QPainter(made)
        painter.setPen(colour("line"))
        painter.drawRect(0, 0, self.width() - 1, self.height() - 1)
        for item in self._canvas.network.drivers.values():
            box = self.from_scene(item.mapRectToScene(QRectF(-NODE[0] / 2, -NODE[1] / 2, *NODE)))
            chosen = item.isSelected()
            painter.setPen(colour("accent" if chosen else "muted"))
            painter.setBrush(colour("accent" if chosen else ROLE_TINTS[item.role]))
            painter.drawRect(box.adjusted(-1, -1, 1, 1) if chosen else box)
        self._draw_clusters(painter)
        painter.end()
        return made

    def _draw_clusters(self, painter: QPainter) -> None:
        whole, scale, corner = self._frame()
        pen = QPen(colour("muted"), 1, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.translate(corner)
        painter.scale(scale, scale)
        painter.translate(-whole.topLeft())
        for cluster in self._canvas.network.clusters.values():
            painter.drawPath(cluster.path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._canvas.travel_to(self.to_scene(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._canvas.travel_to(self.to_scene(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = ARROWS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self._canvas.pan(way * STRIDE)
