"""Where the plane of the map lies on its canvas, and the lines between its zones, which are dragged."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneMouseEvent, QStyleOptionGraphicsItem, QWidget

from foresight.core.spacing import Point
from foresight.core.words import _
from foresight.kit.labels import tip
from foresight.kit.session import Session
from foresight.kit.theme import colour
from foresight.methods.trends.placing import Plane
from foresight.model.ratings import Ratings, set_lines

GRAIN = 0.25
"""The lines stop at quarters, so that they can lie between two ratings."""
_REACH = 5.0


@dataclass(frozen=True)
class Frame:
    """Where the plane lies on the canvas: pixels, y downwards."""

    plane: Plane
    left: float
    top: float
    strip: float
    """Above and below the plane, for the words of the zones."""

    @property
    def whole(self) -> QRectF:
        """The plane with its strips."""
        return QRectF(self.left, self.top, self.plane.width, self.plane.height + 2 * self.strip)

    def point(self, at: Point) -> QPointF:
        """A point of the plane on the canvas."""
        return QPointF(self.left + at[0], self.top + self.strip + self.plane.height - at[1])

    def scores(self, at: QPointF, grain: float = 0.5) -> tuple[float, float]:
        """The scores at a point of the canvas."""
        return self.plane.scores(at.x() - self.left, self.top + self.strip + self.plane.height - at.y(), grain)


class ZoneLine(QGraphicsItem):
    """Where high impact begins (``across``: an upright line on the scale of impact), or high uncertainty."""

    def __init__(self, session: Session, *, across: bool) -> None:
        super().__init__()
        self.session, self.across = session, across
        self._frame = Frame(Plane(1, 1), 0, 0, 0)
        self._lines = Ratings()
        self._length = 0.0
        self._dragged = False
        self.setZValue(1)
        self.setCursor(Qt.CursorShape.SplitHCursor if across else Qt.CursorShape.SplitVCursor)
        tip(self, _("Drag: where high impact begins") if across else _("Drag: where high uncertainty begins"))

    def show_lines(self, lines: Ratings, frame: Frame) -> None:
        """Lie where these lines are."""
        self.prepareGeometryChange()
        self._frame, self._lines = frame, lines
        at, whole = frame.point(frame.plane.at(lines.impact_line, lines.uncertainty_line)), frame.whole
        self._length = whole.height() if self.across else whole.width()
        self.setPos(at.x() if self.across else whole.left(), whole.top() if self.across else at.y())

    def boundingRect(self) -> QRectF:
        if self.across:
            return QRectF(-_REACH, 0, 2 * _REACH, self._length)
        return QRectF(0, -_REACH, self._length, 2 * _REACH)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        pen = QPen(colour("accent" if self._dragged else "muted"), 2 if self._dragged else 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        end = QPointF(0, self._length) if self.across else QPointF(self._length, 0)
        painter.drawLine(QPointF(0, 0), end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent" if self._dragged else "muted"))
        grip = QRectF(-3, 0, 6, 12) if self.across else QRectF(0, -3, 12, 6)
        painter.drawRoundedRect(grip, 3, 3)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.setAccepted(not self.session.read_only and event.button() == Qt.MouseButton.LeftButton)

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._dragged = True
        self.show_lines(self._lines_at(event.scenePos()), self._frame)
        self.update()

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if not self._dragged:
            return
        self._dragged = False
        moved = self._lines_at(event.scenePos())
        self.session.seal()
        self.session.do(set_lines(moved.impact_line, moved.uncertainty_line))
        self.update()

    def _lines_at(self, at: QPointF) -> Ratings:
        impact, uncertainty = self._frame.scores(at, GRAIN)
        if self.across:
            return Ratings(impact_line=impact, uncertainty_line=self._lines.uncertainty_line)
        return Ratings(impact_line=self._lines.impact_line, uncertainty_line=uncertainty)
