"""A cluster on the canvas: a frame around its drivers and no others, with its name on top, readable at every scale."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from foresight.core.look import SIZES
from foresight.core.words import ngettext
from foresight.kit.labels import tip
from foresight.kit.theme import colour, scaled
from foresight.methods.network.model import NODE, Cluster
from foresight.methods.network.view_nodes import title_font

MARGIN = 20.0
"""Between the frame and the outermost drivers."""
ROUND = 10.0
BAND = 26.0
"""How wide the bands are that join members of a cluster that others stand between."""
FEW = 20
"""Members; around more there is a rectangle whoever else stands in it."""
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
        self._corner = _around(highest).topLeft() if is_band else rectangle.topLeft()
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
    """A rectangle around the members if no other driver stands in it, else their boxes joined by bands."""
    path = QPainterPath()
    xs, ys = [spot.x() for spot in members], [spot.y() for spot in members]
    whole = _around(QPointF(min(xs), min(ys))).united(_around(QPointF(max(xs), max(ys))))
    inner = whole.adjusted(-NODE[0] / 2, -NODE[1] / 2, NODE[0] / 2, NODE[1] / 2)
    if len(members) > FEW or not any(inner.contains(spot) for spot in others):
        path.addRoundedRect(whole, ROUND, ROUND)
        return path
    for spot in members:
        box = QPainterPath()
        box.addRoundedRect(_around(spot), ROUND, ROUND)
        path = path.united(box)
    band = QPainterPathStroker()
    band.setWidth(BAND)
    for one, other in _joined(members):
        line = QPainterPath(one)
        line.lineTo(other)
        path = path.united(band.createStroke(line))
    return path


def _around(spot: QPointF) -> QRectF:
    """The box of a driver with a margin."""
    wide, high = NODE[0] + 2 * MARGIN, NODE[1] + 2 * MARGIN
    return QRectF(spot.x() - wide / 2, spot.y() - high / 2, wide, high)


def _joined(spots: Sequence[QPointF]) -> Iterator[tuple[QPointF, QPointF]]:
    """The shortest lines that join all points (Prim 1957)."""
    reached, left = [spots[0]], list(spots[1:])
    while left:
        pairs = ((one, other) for one in reached for other in left)
        near = min(pairs, key=lambda pair: (pair[0] - pair[1]).x() ** 2 + (pair[0] - pair[1]).y() ** 2)
        yield near
        reached.append(near[1])
        left.remove(near[1])


def _corners(area: QRectF) -> tuple[QPointF, ...]:
    return area.topLeft(), area.topRight(), area.bottomLeft(), area.bottomRight()
