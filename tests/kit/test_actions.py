"""Buttons of actions: they say what the action says, and do what it does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from foresight.kit.actions import ActionButton


def test_a_button_follows_its_action_and_does_what_it_does(qtbot: QtBot) -> None:
    done: list[bool] = []
    action = QAction("Undo “Add trend”")
    action.setIconText("Undo")
    action.triggered.connect(lambda: done.append(True))
    button = ActionButton(action)
    qtbot.addWidget(button)
    button.show()

    assert (button.text(), button.accessibleName(), button.isEnabled()) == ("Undo", "Undo", True)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [True]

    action.setEnabled(False)
    action.setToolTip("Nothing to undo")
    assert (button.isEnabled(), button.toolTip()) == (False, "Nothing to undo")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [True]


def test_an_action_outlives_its_button() -> None:
    action = QAction("Undo")
    button = ActionButton(action)
    button.deleteLater()
    del button

    action.setText("Undo again")
