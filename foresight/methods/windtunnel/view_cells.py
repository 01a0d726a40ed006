"""How the cells of the grid look: a colour for a score, a badge for a class, a corner where there is a reason."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPixmap, QPolygonF
from PySide6.QtWidgets import QPlainTextEdit, QStyleOptionViewItem, QWidget

from foresight.core.look import Look
from foresight.core.words import _
from foresight.kit.charts import paint
from foresight.kit.editing import ProseDelegate
from foresight.kit.theme import colour, look, scaled
from foresight.methods.windtunnel.analysis import Kind

if TYPE_CHECKING:
    from foresight.methods.windtunnel.view_grid import OptionGrid

Index = QModelIndex | QPersistentModelIndex
MARK, CORNER = 16, 7
"""Pixels: a drawn mark, the corner of a cell with a reason."""
EDITOR = QSize(280, 92)


@cache
def badge_icon(kind: Kind, look: Look) -> QIcon:
    """The badge of a class, as in print."""
    from foresight.methods.windtunnel.figure import badge_picture

    made = QIcon()
    for factor in (1, 2):
        pixmap = QPixmap(MARK * factor, MARK * factor)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.scale(factor, factor)
        paint(painter, badge_picture(kind, MARK, look).plain())
        painter.end()
        pixmap.setDevicePixelRatio(factor)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            made.addPixmap(pixmap, mode)
    return made


class CellDelegate(ProseDelegate):
    """Colours a score, puts the badge before a class, and marks a cell for which there is a reason."""

    def __init__(self, grid: "OptionGrid") -> None:
        super().__init__(grid)
        self._grid = grid

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        result, at = self._grid.results[index.row()], index.column()
        if at < len(result.scores):
            from foresight.methods.windtunnel.figure import shade

            option.backgroundBrush = QBrush(QColor(shade(result.scores[at], look())))
            option.font.setBold(abs(result.scores[at] or 0) == 2)
            return
        option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if result.kind is not None:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = badge_icon(result.kind, look())
            option.decorationSize = QSize(MARK, MARK)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if self._grid.reason(index.row(), index.column()):
            corner, size = QPointF(option.rect.topRight()), scaled(CORNER)
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("muted"))
            painter.drawPolygon(QPolygonF([corner, corner + QPointF(-size, 0), corner + QPointF(0, size)]))
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._grid.height_of(index.row()))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QPlainTextEdit)
        editor.setPlaceholderText(_("Why?"))
        editor.setPlainText(self._grid.reason(index.row(), index.column()))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QPlainTextEdit)
        if editor.toPlainText() != self._grid.reason(index.row(), index.column()):
            super().setModelData(editor, model, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Larger than the cell, so that one sees what one writes; inside the grid."""
        room = self._grid.viewport().rect()
        wide, high = max(scaled(EDITOR.width()), option.rect.width()), scaled(EDITOR.height())
        left = max(min(option.rect.left(), room.right() - wide), 0)
        top = max(min(option.rect.top(), room.bottom() - high), 0)
        editor.setGeometry(QRect(left, top, wide, high))
