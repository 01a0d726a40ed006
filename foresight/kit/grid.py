"""Grids: cells that arrows walk and single keys change."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.kit.labels import tip_text
from foresight.kit.session import Session
from foresight.kit.theme import colour, font

Index = QModelIndex | QPersistentModelIndex

_EDITING = QAbstractItemView.State.EditingState
"""The Enter that closes an editor reaches the table too: it must not open the next."""


@dataclass(frozen=True)
class GridCells:
    """What a grid shows, for one document: titles of rows and columns, and functions of (row, column)."""

    rows: Sequence[str]
    columns: Sequence[str]
    text: Callable[[int, int], str]
    tint: Callable[[int, int], str] = lambda row, column: ""
    """The name of a colour token behind the cell, or ""."""
    spoken: Callable[[int, int], str] | None = None
    """The cell in words, for screen readers and tool tips; its text when None."""
    enabled: Callable[[int, int], bool] = lambda row, column: True
    bold: Callable[[int, int], bool] = lambda row, column: False
    column_icon: Callable[[int], Any] = lambda column: None
    """A QIcon before the title of a column, or None."""


COMPARED = 2_000
"""Cells; in larger grids only those in sight are compared after an edit."""


def _seen(cells: GridCells, row: int, column: int) -> tuple[object, ...]:
    """Everything that one sees of a cell."""
    functions = (cells.text, cells.tint, cells.enabled, cells.bold)
    return tuple(function(row, column) for function in functions)


class _Cells(QAbstractTableModel):
    def __init__(self, grid: "Grid") -> None:
        super().__init__()
        self.grid = grid
        self.cells = GridCells((), (), lambda row, column: "")

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.cells.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self.cells.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column, cells = index.row(), index.column(), self.cells
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cells.text(row, column)
        if role == Qt.ItemDataRole.BackgroundRole:
            token = cells.tint(row, column)
            return colour(token) if token else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.grid.alignment
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cells.spoken(row, column) if cells.spoken else cells.text(row, column)
        if role == Qt.ItemDataRole.FontRole and cells.bold(row, column):
            return font(semibold=True)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DecorationRole and orientation == Qt.Orientation.Horizontal:
            return self.cells.column_icon(section)
        is_column = orientation == Qt.Orientation.Horizontal
        title = self.cells.columns[section] if is_column else self.cells.rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.grid.heading(section) if is_column else title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return title
        return tip_text(title) if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.cells.enabled(index.row(), index.column()):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = self.grid.typed is not None and not self.grid.session.read_only
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        made = self.grid.typed(index.row(), index.column(), str(value)) if self.grid.typed else None
        self.grid.session.seal()
        return made is not None and self.grid.session.do(made)


class Grid(QTableView):
    """Cells that arrows walk and single keys change.

    ``cells(document)`` gives what is shown. ``key(row, column, character)`` gives the edit for a typed character, None
    when it means nothing. ``typed(row, column, text)``, if given, makes cells editable as text (Enter or F2).
    ``current_moved(row, column)`` when another cell is current. A ``sparing`` grid repaints only cells whose text,
    tint, weight or state differ, which is quick when there are many; a delegate must then show nothing else.
    """

    current_moved = Signal(int, int)

    def __init__(
        self,
        session: Session,
        name: str,
        cells: Callable[[Document], GridCells],
        key: Callable[[int, int, str], Edit | None] | None = None,
        typed: Callable[[int, int, str], Edit | None] | None = None,
        *,
        centred: bool = True,
        sparing: bool = False,
    ) -> None:
        super().__init__()
        self.session, self._make, self._key, self.typed = session, cells, key, typed
        self._sparing = sparing
        center = Qt.AlignmentFlag.AlignCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self.alignment = center if centred else left
        self.cells = _Cells(self)
        self.setModel(self.cells)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.horizontalHeader().setHighlightSections(True)
        self.selectionModel().currentChanged.connect(lambda now, _old: self.current_moved.emit(now.row(), now.column()))

    def render_document(self, document: Document) -> None:
        """Show the cells of this document."""
        fresh = self._make(document)
        old = self.cells.cells
        if list(fresh.rows) != list(old.rows) or list(fresh.columns) != list(old.columns):
            at = self.currentIndex().row(), self.currentIndex().column()
            self.cells.beginResetModel()
            self.cells.cells = fresh
            self.cells.endResetModel()
            self.setCurrentIndex(self.cells.index(max(at[0], 0), max(at[1], 0)))
        else:
            self.cells.cells = fresh
            if self._sparing:
                self._tell_differences(old, fresh)
            elif fresh.rows and fresh.columns:
                corner = self.cells.index(len(fresh.rows) - 1, len(fresh.columns) - 1)
                self.cells.dataChanged.emit(self.cells.index(0, 0), corner)

    def heading(self, column: int) -> str:
        """What stands above a column; its title is its tip."""
        return self.cells.cells.columns[column]

    def _tell_differences(self, old: GridCells, fresh: GridCells) -> None:
        for row, column in self._cells_to_compare():
            if _seen(old, row, column) != _seen(fresh, row, column):
                index = self.cells.index(row, column)
                self.cells.dataChanged.emit(index, index)

    def _cells_to_compare(self) -> Iterator[tuple[int, int]]:
        """All cells, in a large grid only those in sight: to paint a cell takes ten times as long as to compare it."""
        rows, columns = range(self.cells.rowCount()), range(self.cells.columnCount())
        if len(rows) * len(columns) > COMPARED:
            area = self.viewport().rect()
            top, left = max(self.rowAt(0), 0), max(self.columnAt(0), 0)
            bottom, right = self.rowAt(area.bottom()), self.columnAt(area.right())
            rows = rows[top : None if bottom < 0 else bottom + 1]
            columns = columns[left : None if right < 0 else right + 1]
        return product(rows, columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        character = event.text()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            character = "\x7f"
        plain_key = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if index.isValid() and character and plain_key and self._key is not None:
            made = self._key(index.row(), index.column(), character)
            if made is not None:
                self.session.do(made)
                return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.typed is not None and self.state() != _EDITING:
            self.edit(index)
            return
        super().keyPressEvent(event)
