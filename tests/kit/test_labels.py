"""Buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foresight.kit.labels import button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button(themed: QApplication, qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[str] = []
    made = button("New workshop", lambda: pressed.append("once"))
    qtbot.addWidget(made)
    QTest.keyClick(made, key)
    assert pressed == ["once"]
