"""A cluster on the canvas: a frame around its drivers and no others, with its name on top, readable at every scale."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from foresight.core.look import SIZES
from foresight.core.words import ngettext
from foresight.kit.labels import tip
from foresight.kit.theme import colour, scaled
from foresight.methods.network.cluster_shape import BAND, ROUND, around, cluster_shape
from foresight.methods.network.marks import Rect
from foresight.methods.network.model import NODE, Cluster
from foresight.methods.network.view_nodes import title_font

GRIP = 7.0
"""How near in pixels of the screen one must click to take the frame."""
READABLE = 13.0
LARGEST = 72
"""The name is set in type of at most this height, in pixels at life size."""
_ABOVE = LARGEST * 1.5


class ClusterItem(QGraphicsItem):
    """The frame of one cluster. It takes no clicks itself; the canvas asks ``is_at``."""

    def __init__(self, cluster: Cluster) -> None:
        super().__init__()
        self.cluster = cluster
        self.path = QPainterPath()
        self._corner = QPointF()
        self._is_chosen = False
        self.setZValue(0.5)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def frame(self) -> QRectF:
        """The rectangle around its frame."""
        return self.path.boundingRect()

    def show_cluster(self, cluster: Cluster, members: Sequence[QPointF], others: Iterable[QPointF]) -> None:
        """Show this cluster, whose drivers stand here and those that are not in it there."""
        path = outline(members, others)
        if cluster is self.cluster and path == self.path:
            return
        self.prepareGeometryChange()
        self.cluster, self.path = cluster, path
        rectangle = path.boundingRect()
        highest = min(members, key=lambda spot: (spot.y(), spot.x()))
        is_band = any(not path.contains(corner) for corner in _corners(rectangle.adjusted(12, 12, -12, -12)))
        self._corner = _area(around((highest.x(), highest.y()))).topLeft() if is_band else rectangle.topLeft()
        count = len(cluster.drivers)
        tip(self, ngettext("{name}: {n} driver", "{name}: {n} drivers", count).format(name=cluster.name, n=count))
        self.update()

    def set_chosen(self, is_chosen: bool) -> None:
        """Show it as selected, or no longer."""
        if is_chosen != self._is_chosen:
            self._is_chosen = is_chosen
            self.update()

    def is_at(self, point: QPointF, scale: float) -> bool:
        """Whether a point of the scene lies on the name or on the line of the frame."""
        grip = GRIP / scale
        near = QRectF(point.x() - grip, point.y() - grip, 2 * grip, 2 * grip)
        on_line = self.path.intersects(near) and not self.path.contains(near)
        return on_line or self.name_area(scale).contains(point)

    def name_area(self, scale: float) -> QRectF:
        """Where the name stands: on the upper edge of the frame."""
        size = _type_size(scale)
        most = max(self.frame.right() - self._corner.x(), NODE[0])
        wide = min(QFontMetricsF(title_font(size)).horizontalAdvance(self.cluster.name) + 0.4 * size, most)
        return QRectF(self._corner.x() + 4, self._corner.y() - 1.35 * size, wide, 1.35 * size)

    def boundingRect(self) -> QRectF:
        return self.frame.adjusted(-3, -_ABOVE, NODE[0], 3)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        line = QPen(colour("accent" if self._is_chosen else "muted"), 2.5 if self._is_chosen else 1.5)
        line.setCosmetic(True)
        line.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(line)
        wash = QColor(colour("muted"))
        wash.setAlphaF(0.06)
        painter.setBrush(wash)
        painter.drawPath(self.path)
        scale = painter.worldTransform().m11()
        font, area = title_font(_type_size(scale)), self.name_area(scale)
        painter.setFont(font)
        painter.setPen(colour("accent" if self._is_chosen else "ink"))
        name = QFontMetricsF(font).elidedText(self.cluster.name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _type_size(scale: float) -> int:
    """The size of the name, so that it can be read on the screen if at all possible."""
    return min(max(round(scaled(READABLE) / scale), SIZES["lead"]), LARGEST)


def outline(members: Sequence[QPointF], others: Iterable[QPointF]) -> QPainterPath:
    """The frame around drivers that stand here, while those that are not in the cluster stand there."""
    shape = cluster_shape([(at.x(), at.y()) for at in members], [(at.x(), at.y()) for at in others])
    path = QPainterPath()
    for box in shape.boxes:
        one = QPainterPath()
        one.addRoundedRect(_area(box), ROUND, ROUND)
        path = path.united(one) if len(shape.boxes) > 1 else one
    band = QPainterPathStroker()
    band.setWidth(BAND)
    for start, end in shape.bands:
        line = QPainterPath(QPointF(*start))
        line.lineTo(QPointF(*end))
        path = path.united(band.createStroke(line))
    return path


def _area(rect: Rect) -> QRectF:
    left, top, right, bottom = rect
    return QRectF(left, top, right - left, bottom - top)


def _corners(area: QRectF) -> tuple[QPointF, ...]:
    return area.topLeft(), area.topRight(), area.bottomLeft(), area.bottomRight()
