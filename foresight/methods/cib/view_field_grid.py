"""The cells of the morphological field: variants that are chosen, still possible, or not."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem

from foresight.core.document import Document, Id
from foresight.core.words import _
from foresight.kit.grid import Grid, GridCells
from foresight.kit.session import Session
from foresight.kit.theme import colour, font, icon, scaled
from foresight.methods.cib.model import Variant, variants_of
from foresight.methods.cib.names import names

Index = QModelIndex | QPersistentModelIndex
LEAST = 104
"""Pixels of a column."""


class FieldGrid(Grid):
    """Descriptors across, their variants below. ``toggled(variant)`` on a click, Space or Enter; ``paired()`` on X."""

    toggled = Signal(str)
    paired = Signal()

    def __init__(self, session: Session) -> None:
        self.columns: list[tuple[Variant, ...]] = []
        self.chosen: tuple[Id, ...] = ()
        self.impossible: frozenset[Id] = frozenset()
        super().__init__(session, _("Field of descriptors and variants"), self._cells, centred=False)
        self.alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.setItemDelegate(_Struck(self))
        self.setWordWrap(True)
        self.setSelectionMode(self.SelectionMode.NoSelection)  # what is chosen is not what is current
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setMinimumSectionSize(scaled(36))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self._toggle(index.row(), index.column()))

    def variant(self, row: int, column: int) -> Variant | None:
        """The variant in a cell, or None."""
        held = self.columns[column] if 0 <= column < len(self.columns) else ()
        return held[row] if 0 <= row < len(held) else None

    def show_left(self, chosen: tuple[Id, ...], impossible: frozenset[Id]) -> None:
        """Show what is chosen, and what does not go with it."""
        self.chosen, self.impossible = chosen, impossible
        self.render_document(self.session.document)

    def _cells(self, document: Document) -> GridCells:
        held, called = variants_of(document), names(document)
        self.columns = [variants for variants in held.values() if variants]
        titles = [called[descriptor] for descriptor, variants in held.items() if variants]

        def text(row: int, column: int) -> str:
            variant = self.variant(row, column)
            return called[variant.id] if variant else ""

        def tint(row: int, column: int) -> str:
            variant = self.variant(row, column)
            return "selection" if variant and variant.id in self.chosen else ""

        return GridCells(
            [""] * max(map(len, self.columns), default=0),
            titles,
            text,
            tint,
            lambda row, column: f"{titles[column]}: {self._spoken(text(row, column), self.variant(row, column))}",
            enabled=lambda row, column: self.variant(row, column) is not None,
            bold=lambda row, column: bool(tint(row, column)),
        )

    def _spoken(self, text: str, variant: Variant | None) -> str:
        if variant is None:
            return ""
        if variant.id in self.chosen:
            return _("{words}, chosen").format(words=text)
        return _("{words}, no longer possible").format(words=text) if variant.id in self.impossible else text

    def _toggle(self, row: int, column: int) -> None:
        variant = self.variant(row, column)
        if variant is not None:
            self.toggled.emit(variant.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.currentIndex().row(), self.currentIndex().column())
        elif event.key() == Qt.Key.Key_X and not event.modifiers():
            self.paired.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: letters are keys here."""

    def render_document(self, document: Document) -> None:
        super().render_document(document)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        count = self.model().columnCount()
        wide = max(scaled(LEAST), self.viewport().width() // max(count, 1))
        for column in range(count):
            self.setColumnWidth(column, wide)
        header = self.horizontalHeader()
        room = QRect(0, 0, wide - 16, 1_000)
        lines = [
            QFontMetrics(font(semibold=True)).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
            for text in self.cells.cells.columns
        ]
        header.setFixedHeight(max(lines, default=0) + 14)


class _Struck(QStyledItemDelegate):
    """A chosen cell has a tick; what does not go with the chosen ones is struck out and grey."""

    def __init__(self, grid: FieldGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        variant = self._grid.variant(index.row(), index.column())
        if variant is None:
            return
        made: QStyleOptionViewItem = option
        made.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        if variant.id in self._grid.chosen:
            made.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            made.icon = icon("check")
        elif variant.id in self._grid.impossible:
            made.font.setStrikeOut(True)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                made.palette.setColor(role, colour("muted"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if self._grid.hasFocus() and index == self._grid.currentIndex():
            painter.save()
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()
