"""A field that is a short table: a tuple of small values, one a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from foresight.core.document import Value
from foresight.core.text import clean_line
from foresight.core.words import _
from foresight.kit.fields import MIXED, Field
from foresight.kit.labels import plain_label
from foresight.kit.theme import scaled


@dataclass(frozen=True)
class RowColumn:
    """A column: the field of the value, its title, how text becomes the field's value and back."""

    name: str
    title: str
    read: Callable[[str], Any] = clean_line
    show: Callable[[Any], str] = str
    width: int = 0
    """In pixels; 0 takes what is left."""


class _Table(QTableWidget):
    def __init__(self, field: "RowsField") -> None:
        super().__init__()
        self._field = field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._field.delete_row(self.currentRow())
        else:
            super().keyPressEvent(event)


class RowsField(Field):
    """Rows of small values; the last row is empty and waits for a new one. Delete takes the current row away.

    ``make(**fields)`` builds a value of the row; a row that it refuses is shown with the reason and not taken.
    """

    def __init__(
        self, name: str, label: str, columns: Sequence[RowColumn], make: Callable[..., Value], blank: dict[str, Any]
    ) -> None:
        super().__init__(name, label)
        self._columns, self._make, self._blank = list(columns), make, blank
        self._values: list[Value] = []
        self.table = _Table(self)
        self.table.setColumnCount(len(columns))
        self.table.setHorizontalHeaderLabels([column.title for column in columns])
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for index, column in enumerate(columns):
            if column.width:
                self.table.setColumnWidth(index, scaled(column.width))
            else:
                header.setSectionResizeMode(index, QHeaderView.ResizeMode.Stretch)
        self.table.itemChanged.connect(self._typed)
        self.put(self.table)
        self.message = plain_label("", "danger")
        self.message.hide()
        self.column.addWidget(self.message)

    def show_value(self, value: Any) -> None:
        self._values = [] if value is MIXED else list(value)
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(self._values) + 1)
            for row in range(len(self._values) + 1):
                for at, column in enumerate(self._columns):
                    held = column.show(getattr(self._values[row], column.name)) if row < len(self._values) else ""
                    self.table.setItem(row, at, QTableWidgetItem(held))
        self.table.resizeRowsToContents()
        height = self.table.horizontalHeader().sizeHint().height() + 6
        height += sum(self.table.rowHeight(row) for row in range(self.table.rowCount()))
        self.table.setFixedHeight(min(max(height, 84), 260))

    def delete_row(self, row: int) -> None:
        """Take a row away."""
        if 0 <= row < len(self._values):
            self.edited.emit((*self._values[:row], *self._values[row + 1 :]))

    def _typed(self, item: QTableWidgetItem) -> None:
        row = item.row()
        texts = [self.table.item(row, at) for at in range(len(self._columns))]
        written = {column.name: cell.text() if cell else "" for column, cell in zip(self._columns, texts, strict=True)}
        if not any(text.strip() for text in written.values()):
            self.delete_row(row)
            return
        try:
            fields = {
                column.name: column.read(written[column.name]) for column in self._columns if written[column.name]
            }
            if row < len(self._values):
                value = self._values[row].but(**{**self._blank, **fields})
            else:
                value = self._make(**{**self._blank, **fields})
        except (ValidationError, ValueError):
            self.message.setText(_("“{text}” does not fit here.").format(text=item.text()[:60]))
            self.message.show()
            return
        self.message.hide()
        self.edited.emit((*self._values[:row], value, *self._values[row + 1 :]))
