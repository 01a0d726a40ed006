"""Lists. Rows are Python objects; Python sorts and filters them, which is quick with thousands of rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _
from foresight.kit.limits import kept
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.kit.widths import share_width

Index = QModelIndex | QPersistentModelIndex

_EDITING = QAbstractItemView.State.EditingState
"""The Enter that closes an editor reaches the table too: it must not open the next."""


PAD = 10
"""Pixels above and below the lines of a row together."""


@dataclass(frozen=True)
class Column:
    """A column of a list: how a row shows in it, sorts by it and is changed in it."""

    title: str
    text: Callable[[Any], str]
    key: Callable[[Any], Any] | None = None
    """What to sort by; the text (without case) when None."""
    edit: Callable[[Any, str], Edit | None] | None = None
    """(row, typed text) -> the edit, None to refuse; a column without it is read only."""
    numeric: bool = False
    width: int = 0
    """Pixels; 0 takes what is left."""
    limit: int = LINE_LENGTH
    """Characters that are kept of what is typed."""
    spared: bool = False
    """Left out where the list is too narrow for all; it is seen elsewhere too, as in the panel."""
    firm: bool = False
    """Never narrower than its width: what stands in it, such as a day, is always as long."""


class _Rows(QAbstractTableModel):
    """The rows of a list in the order shown."""

    def __init__(self, session: Session, columns: Sequence[Column]) -> None:
        super().__init__()
        self.session, self.columns = session, list(columns)
        self.rows: list[Any] = []

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.text(self.rows[index.row()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = self.columns[index.column()].edit is not None and not self.session.read_only
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.columns[index.column()]
        text = kept(self.session, clean_line(str(value), len(str(value))), column.limit)
        made = column.edit(self.rows[index.row()], text) if column.edit is not None else None
        self.session.seal()
        return made is not None and self.session.do(made)


class _Table(QTableView):
    delete_pressed = Signal()
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != _EDITING:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ListView(QWidget):
    """A sortable list with a filter line; its selection is the session's.

    ``rows(document)`` gives the rows, each with an ``id``; ``remove(ids)`` the edit for the Delete key.
    Texts are wrapped in as many ``lines`` as a row has.
    """

    def __init__(
        self,
        session: Session,
        name: str,
        columns: Sequence[Column],
        rows: Callable[[Document], Sequence[Any]],
        remove: Callable[[Sequence[Id]], Edit] | None = None,
        *,
        filterable: bool = True,
        lines: int = 1,
    ) -> None:
        super().__init__()
        self.session, self._rows, self._remove = session, rows, remove
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        self.model = _Rows(session, columns)
        self.table = _Table()
        self.table.setModel(self.model)
        self.table.setAccessibleName(name)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(lines > 1)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(
            scaled(30) if lines == 1 else lines * self.fontMetrics().lineSpacing() + scaled(PAD)
        )
        self._lay_out_columns(columns)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.delete_pressed.connect(self._delete)
        self.table.resized.connect(self._share_width)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Type to filter"))
        self.search.setAccessibleName(_("Filter: {list}").format(list=name))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self.render_document(self.session.document))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        self.search.setVisible(filterable)  # now that it has its place: before, it would be a window
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        session.selection_changed.connect(self._show_selection)

    def _lay_out_columns(self, columns: Sequence[Column]) -> None:
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.sortIndicatorChanged.connect(self._sort)
        for index, column in enumerate(columns):
            if column.width:
                self.table.setColumnWidth(index, scaled(column.width))
            else:
                header.setSectionResizeMode(index, QHeaderView.ResizeMode.Stretch)

    def _share_width(self) -> None:
        share_width(self.table, self.model.columns)

    def render_document(self, document: Document) -> None:
        """Show the rows of this document."""
        rows = list(self._rows(document))
        words = self.search.text().casefold().split()
        if words:
            rows = [row for row in rows if self._matches(row, words)]
        if self._sorted_by is not None:
            at, order = self._sorted_by
            column = self.model.columns[at]
            key = column.key or (lambda row: column.text(row).casefold())
            rows.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        with QSignalBlocker(self.table.selectionModel()):
            if len(rows) != len(self.model.rows):
                self.model.beginResetModel()
                self.model.rows = rows
                self.model.endResetModel()
            elif rows:
                self.model.rows = rows
                last = self.model.index(max(len(rows) - 1, 0), len(self.model.columns) - 1)
                self.model.dataChanged.emit(self.model.index(0, 0), last)
        self._show_selection()

    def _matches(self, row: Any, words: list[str]) -> bool:
        text = " ".join(column.text(row) for column in self.model.columns).casefold()
        return all(word in text for word in words)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._sorted_by = (column, order) if column >= 0 else None
        self.render_document(self.session.document)

    def _selected(self) -> None:
        chosen = {index.row() for index in self.table.selectionModel().selectedRows()}
        current = self.table.currentIndex().row()
        ordered = sorted(chosen, key=lambda row: (row != current, row))
        self.session.select(*(self.model.rows[row].id for row in ordered))

    def _show_selection(self) -> None:
        wanted = set(self.session.selection)
        chosen = {index.row() for index in self.table.selectionModel().selectedRows()}
        rows = [at for at, row in enumerate(self.model.rows) if row.id in wanted]
        if set(rows) == chosen:
            return
        model = self.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        with QSignalBlocker(model):
            model.clearSelection()
            for at in rows:
                model.select(self.model.index(at, 0), flags.Select | flags.Rows)
            if rows:
                model.setCurrentIndex(self.model.index(rows[0], 0), flags.NoUpdate)
                self.table.scrollTo(self.model.index(rows[0], 0))
        self.table.viewport().update()

    def _delete(self) -> None:
        ids = tuple(self.model.rows[index.row()].id for index in self.table.selectionModel().selectedRows())
        if ids and self._remove is not None:
            self.session.seal()
            self.session.do(self._remove(ids))
