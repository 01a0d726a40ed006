"""The marks of scenarios on the screen: the same shapes as in print, so that colour is never the only sign."""

from functools import cache

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap, QPolygonF

from foresight.core.picture import MARK_CORNERS
from foresight.kit.theme import colour
from foresight.model.scenarios import sign


def paint_mark(
    painter: QPainter, kind: str, centre: QPointF, size: float, token: str = "ink", hollow: bool = False
) -> None:
    """Paint a mark of core.look.MARKS (or up, down) about ``size`` wide, in the colour of a token; hollow: its rim."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(token), 1.25) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour(token))
    if kind == "circle":
        painter.drawEllipse(centre, size / 2, size / 2)
    else:
        painter.drawPolygon(_polygon(kind, size).translated(centre))


@cache
def _polygon(kind: str, size: float) -> QPolygonF:
    """The corners of a mark around (0, 0)."""
    return QPolygonF([QPointF(size / 2 * x, -size / 2 * y) for x, y in MARK_CORNERS[kind]])


def scenario_mark(index: int) -> tuple[str, str, bool]:
    """The mark, its colour token and whether it is hollow, of the scenario at this index: from the fifth on hollow."""
    token, mark, hollow = sign(index)
    return mark, token, hollow


def scenario_icon(index: int, size: int = 14) -> QIcon:
    """The mark of the scenario at this index, for buttons and lists."""
    made = QIcon()
    for factor in (1, 2):
        pixmap = QPixmap(QSize(size, size) * factor)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.scale(factor, factor)
        kind, token, hollow = scenario_mark(index)
        paint_mark(painter, kind, QPointF(size / 2, size / 2), size * 0.75, token, hollow)
        painter.end()
        pixmap.setDevicePixelRatio(factor)
        made.addPixmap(pixmap)
    return made
