"""A list that is shown to be read: what was done, line by line."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from foresight.core.words import _
from foresight.kit.labels import button, plain_label


def line_list(name: str, lines: Sequence[str]) -> QListWidget:
    """A list of lines, long ones folded; ``name`` is for screen readers."""
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.addItems(list(lines))
    return made


class Listing(QDialog):
    """A title, a sentence or two, and lines."""

    def __init__(self, parent: QWidget | None, title: str, text: str, lines: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(640, 420)
        self.lines = line_list(title, lines)
        close = button(_("Close"), self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(plain_label(text))
        column.addWidget(self.lines, 1)
        column.addLayout(row)
        close.setDefault(True)
        close.setFocus()
