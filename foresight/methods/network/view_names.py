"""Titles beside drivers that are too small to hold them: of those that matter now, as long as they do not overlap."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from foresight.kit.theme import colour, font, scaled

WIDEST = 170
"""Pixels of the screen, at normal size of type; a longer title is shortened."""
PAD = 4.0


class Name(NamedTuple):
    """A title at a point of the scene, on the colour of a token."""

    spot: QPointF
    title: str
    token: str
    is_chosen: bool


def draw_names(painter: QPainter, names: Iterable[Name]) -> None:
    """Draw titles, the first ones first."""
    place = painter.worldTransform()
    painter.save()
    painter.resetTransform()
    painter.setFont(font("small"))
    metrics = QFontMetricsF(font("small"))
    taken: list[QRectF] = []
    for name in names:
        text = metrics.elidedText(name.title, Qt.TextElideMode.ElideRight, scaled(WIDEST))
        wide, high = metrics.horizontalAdvance(text) + 2 * PAD, metrics.height()
        at = place.map(name.spot)
        area = QRectF(at.x() - wide / 2, at.y() - high / 2, wide, high)
        if any(area.intersects(other) for other in taken):
            continue
        taken.append(area)
        painter.setPen(QPen(colour("accent" if name.is_chosen else "muted"), 2 if name.is_chosen else 1))
        painter.setBrush(colour(name.token))
        painter.drawRoundedRect(area, 3, 3)
        painter.setPen(colour("ink"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
