"""What the tints of a picture mean, in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from foresight.kit.labels import plain_label
from foresight.kit.marks import paint_mark
from foresight.kit.theme import colour

GAP = 14


class Legend(QWidget):
    """Swatches with what they stand for: ``entries`` are colour tokens, texts, and marks of kit.marks ("" for none)."""

    def __init__(self, entries: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._entries = [_entry(*entry) for entry in entries]
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


class _Swatch(QWidget):
    """A box in a colour, with a mark in it."""

    def __init__(self, token: str, mark: str) -> None:
        super().__init__()
        self._token, self._mark = token, mark
        self.setFixedSize(18, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("muted"), 1))
        painter.setBrush(colour(self._token))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        if self._mark:
            paint_mark(painter, self._mark, QRectF(self.rect()).center(), 8, "muted")


def _entry(token: str, text: str, mark: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(_Swatch(token, mark))
    row.addWidget(plain_label(text, "small", wrap=False))
    return made
