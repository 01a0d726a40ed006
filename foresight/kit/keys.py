"""The keys of a grid as buttons, for those who hold the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from foresight.core.words import _
from foresight.kit.grid import Grid
from foresight.kit.labels import plain_label, tip

TAKE_BACK = "\x7f"
"""What Delete types."""


class KeyButtons(QWidget):
    """A button for each key that means something in the current cell, and a line on the keys.

    The Tab key passes them by: with the keyboard the keys themselves are quicker.
    """

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self._grid = grid
        self._keys: tuple[tuple[str, str], ...] = ()
        self.buttons: list[QToolButton] = []
        self.told = plain_label("", "small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addSpacing(8)
        self._row.addWidget(self.told, 1)

    def offer(self, keys: Sequence[tuple[str, str]], told: str) -> None:
        """Have a button for each (key, what it means) and one that takes back, and say ``told`` of the keys."""
        self.told.setText(told)
        wanted = (*keys, (TAKE_BACK, _("Take back")))
        if wanted == self._keys:
            return
        self._keys = wanted
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(key, name) for key, name in wanted]
        for at, made in enumerate(self.buttons):
            self._row.insertWidget(at, made)

    def _button(self, key: str, name: str) -> QToolButton:
        made = QToolButton()
        made.setText(name if key == TAKE_BACK else key.upper().replace("-", "−").replace("X", "×"))
        made.setAccessibleName(name)
        tip(made, name)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self._press(key))
        return made

    def _press(self, key: str) -> None:
        code = Qt.Key.Key_Delete if key == TAKE_BACK else Qt.Key(ord(key.upper()))
        self._grid.setFocus()
        QApplication.sendEvent(self._grid, QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, key))
