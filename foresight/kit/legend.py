"""What the tints of a picture mean, in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from foresight.kit.labels import plain_label
from foresight.kit.theme import look

GAP = 14


class Legend(QWidget):
    """Swatches with what they stand for: ``entries`` are names of colour tokens and texts."""

    def __init__(self, entries: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._entries = [_entry(token, text) for token, text in entries]
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._place(len(self._entries))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(1), super().minimumSizeHint().height())

    def _wide(self, columns: int) -> int:
        """How much room that many columns need."""
        widths = [entry.sizeHint().width() for entry in self._entries]
        return sum(max(widths[column::columns]) for column in range(columns)) + (columns - 1) * GAP

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._grid.setColumnStretch(self._columns, 0)
        self._columns = columns
        for at, entry in enumerate(self._entries):
            self._grid.addWidget(entry, at // columns, at % columns)
        self._grid.setColumnStretch(columns, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = (count for count in range(len(self._entries), 1, -1) if self._wide(count) <= self.width())
        self._place(next(fitting, 1))


def _entry(token: str, text: str) -> QWidget:
    swatch = QFrame()
    swatch.setFixedSize(14, 10)
    edge = f"border: 1px solid {look().muted}; border-radius: 2px;"
    swatch.setStyleSheet(f"background: {look()[token]}; {edge}")
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(swatch)
    row.addWidget(plain_label(text, "small", wrap=False))
    return made
