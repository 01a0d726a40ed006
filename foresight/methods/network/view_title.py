"""The line in which the title of a driver is typed, right on the canvas."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _
from foresight.kit.limits import limit_line


class TitleEditor(QLineEdit):
    """Enter or leaving takes what was typed, Esc leaves it. ``typed(str)`` once, with text that is not empty."""

    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self.setAccessibleName(_("Title"))
        limit_line(self, LINE_LENGTH)
        self.hide()

    def ask(self, area: QRect, text: str) -> None:
        """Show the line over ``area`` with ``text`` in it."""
        self.setText(text)
        self.setGeometry(area)
        self.selectAll()
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(clean_line(self.text()))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._close(clean_line(self.text()))

    def _close(self, text: str) -> None:
        if self.isHidden():
            return
        self.hide()
        self._home.setFocus()
        if text:
            self.typed.emit(text)
