"""What makes a matrix of blocks: headers of two levels, and lines between the blocks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from foresight.kit.theme import colour, font, scaled

NAME, BAND, TITLE, TALL = 104, 24, 112, 118
"""Pixels: the descriptor at the left, the descriptor above, the variant at the left, and (at most) above."""
PAD = 5


@dataclass(frozen=True)
class Blocks:
    """The sections of a header: the titles of all variants, and how many belong to each descriptor."""

    names: Sequence[str] = ()
    sizes: Sequence[int] = ()
    titles: Sequence[str] = ()
    chosen: frozenset[int] = frozenset()
    """The sections of the combination that one looks at."""
    wrong: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    """The last cells of the groups that do not sum to 0."""

    @property
    def firsts(self) -> list[int]:
        """The first section of each block."""
        return [sum(self.sizes[:at]) for at in range(len(self.sizes))]

    def spans(self) -> Iterator[tuple[str, int, int]]:
        """Name, first and last section of each block."""
        for name, first, size in zip(self.names, self.firsts, self.sizes, strict=True):
            yield name, first, first + size - 1


class BlockHeader(QHeaderView):
    """Variants, and over (or before) each block of them their descriptor."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.blocks = Blocks()
        self._across = orientation == Qt.Orientation.Horizontal
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_blocks(self, blocks: Blocks) -> None:
        """Show these blocks."""
        self.blocks = blocks
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        if not self._across:
            return QSize(scaled(NAME + TITLE), super().sizeHint().height())
        longest = max([self.fontMetrics().horizontalAdvance(title) for title in self.blocks.titles], default=0)
        return QSize(super().sizeHint().width(), scaled(BAND) + min(longest + 4 * PAD, scaled(TALL)))

    def _depth(self) -> int:
        """How deep the descriptors' band is."""
        return scaled(BAND) if self._across else scaled(NAME)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if logicalIndex >= len(self.blocks.titles):
            return
        inner = rect.adjusted(0, self._depth(), 0, 0) if self._across else rect.adjusted(self._depth(), 0, 0, 0)
        is_chosen = logicalIndex in self.blocks.chosen
        painter.save()
        painter.fillRect(rect, colour("surface"))
        if is_chosen:
            painter.fillRect(inner, colour("selection"))
        elif logicalIndex == self._current():
            painter.fillRect(inner, colour("raised"))
        painter.setFont(font(semibold=is_chosen))
        painter.setPen(colour("ink"))
        title = self.blocks.titles[logicalIndex]
        _draw_upwards(painter, inner, title) if self._across else _draw(painter, inner, title)
        painter.restore()

    def _current(self) -> int:
        index = self.selectionModel().currentIndex()
        return index.column() if self._across else index.row()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for name, first, last in self.blocks.spans():
            start = self.sectionViewportPosition(first)
            length = self.sectionViewportPosition(last) + self.sectionSize(last) - start
            across = QRect(start, 0, length, self._depth())
            down = QRect(0, start, self._depth(), length)
            painter.setFont(font(semibold=True))
            painter.setPen(colour("ink"))
            if self._across:
                _draw(painter, across, name)
            else:
                flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(down.adjusted(PAD, 1, -PAD, -1), flags, name)
            painter.setPen(QPen(colour("muted"), 1))
            if self._across:
                painter.drawLine(start, 0, start, self.height())
            else:
                painter.drawLine(0, start, self.width(), start)
        painter.end()


def _draw(painter: QPainter, rect: QRect, text: str) -> None:
    inner = rect.adjusted(PAD, 0, -PAD, 0)
    short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)


def _draw_upwards(painter: QPainter, rect: QRect, text: str) -> None:
    painter.translate(rect.left(), rect.bottom())
    painter.rotate(-90)
    _draw(painter, QRect(0, 0, rect.height(), rect.width()), text)


class BlockDelegate(QStyledItemDelegate):
    """Draws a line where a block begins, a corner in a cell that ends a group which does not sum to 0, and a frame
    around the current cell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.blocks = Blocks()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        rect, firsts = option.rect, self.blocks.firsts
        painter.save()
        painter.setPen(QPen(colour("muted"), 1))
        if index.column() in firsts:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        if index.row() in firsts:
            painter.drawLine(rect.topLeft(), rect.topRight())
        if (index.row(), index.column()) in self.blocks.wrong:
            corner, size = QPointF(rect.right() + 1, rect.top()), 7
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("danger"))
            painter.drawPolygon(QPolygonF([corner, corner + QPointF(-size, 0), corner + QPointF(0, size)]))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()
