"""A cluster on the canvas: a frame around its drivers with its name on top, readable at every scale."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from foresight.core.look import SIZES
from foresight.core.words import ngettext
from foresight.kit.labels import tip
from foresight.kit.theme import colour, scaled
from foresight.methods.network.model import Cluster
from foresight.methods.network.view_nodes import title_font

MARGIN = 20.0
"""Between the frame and the outermost drivers."""
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
        self.frame = QRectF()
        self._is_chosen = False
        self.setZValue(0.5)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_cluster(self, cluster: Cluster, drivers: QRectF) -> None:
        """Show this cluster, whose drivers fill a rectangle."""
        frame = drivers.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        if cluster is self.cluster and frame == self.frame:
            return
        self.prepareGeometryChange()
        self.cluster, self.frame = cluster, frame
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
        outside = self.frame.adjusted(-grip, -grip, grip, grip)
        inside = self.frame.adjusted(grip, grip, -grip, -grip)
        return (outside.contains(point) and not inside.contains(point)) or self.name_area(scale).contains(point)

    def name_area(self, scale: float) -> QRectF:
        """Where the name stands: on the upper edge of the frame."""
        size = _type_size(scale)
        wide = min(QFontMetricsF(title_font(size)).horizontalAdvance(self.cluster.name), self.frame.width() - 8)
        return QRectF(self.frame.left() + 4, self.frame.top() - 1.35 * size, wide + 0.4 * size, 1.35 * size)

    def boundingRect(self) -> QRectF:
        return self.frame.adjusted(-3, -_ABOVE, 3, 3)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        line = QPen(colour("accent" if self._is_chosen else "muted"), 2.5 if self._is_chosen else 1.5)
        line.setCosmetic(True)
        line.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(line)
        wash = QColor(colour("muted"))
        wash.setAlphaF(0.06)
        painter.setBrush(wash)
        painter.drawRoundedRect(self.frame, 10, 10)
        scale = painter.worldTransform().m11()
        font, area = title_font(_type_size(scale)), self.name_area(scale)
        painter.setFont(font)
        painter.setPen(colour("accent" if self._is_chosen else "ink"))
        name = QFontMetricsF(font).elidedText(self.cluster.name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _type_size(scale: float) -> int:
    """The size of the name, so that it can be read on the screen if at all possible."""
    return min(max(round(scaled(READABLE) / scale), SIZES["lead"]), LARGEST)
