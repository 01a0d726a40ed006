"""A field that is a short table: a tuple of small values, one a row."""

from collections import ChainMap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from foresight.core.document import Value
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _
from foresight.kit.fields import MIXED, Field
from foresight.kit.labels import plain_label
from foresight.kit.limits import cut_at
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
    limit: int = LINE_LENGTH
    """Characters; of more, only the first are read."""


class _Table(QTableWidget):
    def __init__(self, field: "RowsField") -> None:
        super().__init__()
        self._field = field

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._field.fit()

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
        self.fit()

    def fit(self) -> None:
        """As high as the texts, as they wrap in their columns."""
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
        if not any(cell and cell.text().strip() for cell in texts):
            self.delete_row(row)
            return
        column, text = self._columns[item.column()], item.text()
        try:
            if row < len(self._values):
                value = self._values[row].but(**self._read(column, text))
            else:
                cells = zip(self._columns, texts, strict=True)
                fields = [self._read(column, cell.text() if cell else "") for column, cell in cells]
                value = self._make(**dict(ChainMap(*fields)))
        except (ValidationError, ValueError):
            self._say(_("“{text}” does not fit here.").format(text=text[:60]))
            return
        self.edited.emit((*self._values[:row], value, *self._values[row + 1 :]))
        self._say(cut_at(column.limit) if len(text) > column.limit else "")

    def _read(self, column: RowColumn, text: str) -> dict[str, Any]:
        return {column.name: column.read(text[: column.limit]) if text else self._blank[column.name]}

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
