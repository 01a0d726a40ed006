"""What the tests of the window have."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.theme import apply_theme
from foresight.shell.preferences import Preferences
from foresight.shell.window import Window
from tests.leader import Leader


@pytest.fixture
def leader(qtbot: QtBot, qapp: QApplication) -> Iterator[Leader]:
    """Somebody in front of the window as it comes up for the first time."""
    apply_theme(qapp, "light")
    window = Window(Preferences())
    window.show_welcome()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Leader(window)
    window.session.open(Document())
    window.close()
    window.deleteLater()
