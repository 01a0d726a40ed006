"""The key below the wall: which mark is which world."""

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from foresight.core.words import _
from foresight.kit.labels import plain_label, tip
from foresight.kit.marks import scenario_icon

GAP = 16
LONGEST = 48
"""Characters of a name; the tool tip has all of it."""


class WorldKey(QWidget):
    """Marks and names, as many beside each other as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[QWidget] = []
        self._names: list[str] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def show_worlds(self, names: Sequence[str]) -> None:
        """Show these worlds, and what a dot instead of a mark means; nothing without worlds."""
        if list(names) == self._names:
            return
        self._names = list(names)
        for old in self.entries:
            old.hide()
            old.deleteLater()
        self.entries = [_entry(index, name) for index, name in enumerate(names)]
        if names:
            self.entries.append(plain_label(_("A dot: no answer yet"), "small", wrap=False))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        across = self._across()
        for at, entry in enumerate(self.entries):
            self._grid.addWidget(entry, at // across, at % across)
        for column in range(len(self.entries) + 1):
            self._grid.setColumnStretch(column, int(column == across))

    def _across(self) -> int:
        """How many entries fit beside each other."""
        widths = [entry.sizeHint().width() for entry in self.entries]
        fitting = (
            across
            for across in range(len(widths), 1, -1)
            if sum(max(widths[column::across]) for column in range(across)) + GAP * across <= self.width()
        )
        return next(fitting, 1)


def _entry(index: int, name: str) -> QWidget:
    made, mark = QWidget(), QLabel()
    mark.setPixmap(scenario_icon(index).pixmap(14, 14))
    label = plain_label(shorten(name, LONGEST, placeholder="…"), "small", wrap=False)
    tip(label, name)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(mark)
    row.addWidget(label, 1)
    return made
