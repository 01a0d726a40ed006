"""The tray below a picture: what has no place in it yet, ready to be dragged in."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from foresight.core.document import Id
from foresight.kit.theme import colour, font
from foresight.methods.trends.view_dots import dot_radius

ROWS = 2
"""At most so many rows of dots; what does not fit stands in the list only."""
_GAP = 2.4  # from centre to centre, in radii


class Tray(QGraphicsItem):
    """A strip at the foot of a canvas with a title and dots in rows; no strip without a title."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.title = ""
        self.places: dict[Id, QPointF] = {}
        """Where the trends in it lie."""
        self.radius = dot_radius()
        self._box = QRectF()
        self._more = 0

    @property
    def height(self) -> float:
        """How much of the canvas it takes."""
        return self._box.height() + 8 if self.title else 0.0

    def fill(self, title: str, trends: Sequence[Id], area: QRectF) -> None:
        """Hold these trends, at the foot of ``area``."""
        self.prepareGeometryChange()
        self.title, self.radius = title, dot_radius()
        pitch = _GAP * self.radius
        in_row = max(1, int((area.width() - 16) / pitch))
        rows = min(ROWS, -(-len(trends) // in_row))
        self._more = max(0, len(trends) - rows * in_row)
        shown = trends[: rows * in_row - (2 if self._more else 0)]
        self._more = len(trends) - len(shown)
        head = QFontMetricsF(font("small")).height() + 6
        height = head + rows * pitch + 4
        self._box = QRectF(area.left() + 1, area.bottom() - height - 1, area.width() - 2, height) if title else QRectF()
        first = QPointF(self._box.left() + 8 + pitch / 2, self._box.top() + head + pitch / 2)
        self.places = {
            trend: first + QPointF(at % in_row * pitch, at // in_row * pitch) for at, trend in enumerate(shown)
        }  # fmt: skip

    def holds(self, at: QPointF) -> bool:
        """Whether a point lies in the tray."""
        return bool(self.title) and self._box.contains(at)

    def boundingRect(self) -> QRectF:
        return self._box

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self.title:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(self._box, 6, 6)
        painter.setFont(font("small", semibold=True))
        painter.setPen(colour("ink"))
        top_left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(self._box.adjusted(8, 4, -8, 0), top_left, self.title)
        if self._more:
            painter.setPen(colour("muted"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            painter.drawText(self._box.adjusted(8, 0, -8, -8), right, f"+ {self._more}")
