"""Somebody who leads a day with the keyboard alone: nothing is clicked, nothing is called."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from foresight.core.document import Document
from foresight.core.methods import discover
from foresight.core.words import _
from foresight.shell.window import Window

FARTHEST = 80
"""How often Tab is pressed at most before something counts as out of reach."""


class Leader:
    """Presses keys; they go to whatever has the focus."""

    def __init__(self, window: Window) -> None:
        self.window = window

    @property
    def at(self) -> QWidget:
        """Where keys go now."""
        return QApplication.focusWidget() or self.window

    def press(self, *keys: str) -> None:
        """Press keys or combinations, such as "Ctrl+G"."""
        for key in keys:
            QTest.keySequence(self.at, QKeySequence(key))
            QApplication.processEvents()

    def write(self, *texts: str) -> None:
        """Type each text and press Enter."""
        for text in texts:
            QTest.keyClicks(self.at, text)
            self.press("Return")

    def walk_to(self, name: str) -> None:
        """Press Tab until the control of this name has the focus."""
        seen = []
        for _step in range(FARTHEST):
            here = self.at.accessibleName() or QAccessible.queryAccessibleInterface(self.at).text(QAccessible.Text.Name)
            if here == name:
                return
            seen.append(here)
            self.press("Tab")
        pytest.fail(f"Tab does not reach {name!r}, only {list(dict.fromkeys(seen))}")

    def go(self, method: str) -> None:
        """To a method, by its name."""
        title = next(_(each.title) for each in discover() if each.id == method)

        def answer() -> None:
            palette = QApplication.activeModalWidget()
            if palette is None or not palette.isActiveWindow():
                QTimer.singleShot(10, answer)
                return
            self.write(title)

        QTimer.singleShot(0, answer)  # while the palette waits
        self.press("Ctrl+K")
        self.window.activateWindow()  # as a desktop does when a dialog is gone
        assert QTest.qWaitForWindowActive(self.window)
        assert self.window.at == method

    @property
    def document(self) -> Document:
        """What was made so far."""
        return self.window.session.document
