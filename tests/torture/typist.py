"""A person at the real window who types letters one by one, until the program is killed; and one who looks afterwards.

``python -m tests.torture.typist SEED|look [FILE]``. The title of the workshop has as many letters as were typed.
"""

import os
import random
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from foresight.model.workshop import Workshop
from foresight.shell.start import Application, make_window
from foresight.shell.window import Window

GAPS = (0.02, 0.05, 0.1, 0.2, 0.4, 2.5)
"""Seconds between two letters."""
SAVES_EVERY = 7
"""Letters after which a workshop that has a file is saved."""


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _title_field(window: Window) -> QLineEdit:
    title = window.session.document[Workshop].title
    assert window.workspace is not None
    return next(line for line in window.workspace.findChildren(QLineEdit) if line.isVisible() and line.text() == title)


def type_on(window: Window, chance: random.Random) -> None:
    """Type, and say after each letter when it was in the workshop."""
    window.show_method("room")
    field = _title_field(window)
    field.setFocus()

    def letter() -> None:
        QTest.keyClick(field, Qt.Key.Key_X)
        title = window.session.document[Workshop].title
        _say(f"{len(title)} {time.monotonic()}")
        if window.file.path is not None and len(title) % SAVES_EVERY == 0:
            window.save_workshop()
        QTimer.singleShot(int(1000 * chance.choice(GAPS)), letter)

    letter()


def look(window: Window) -> None:
    """Accept what is offered, and say how many letters there are."""
    offers = [one for one in window.banner.findChildren(QPushButton) if one.text() == "Recover"]
    for button in offers:
        button.click()
    _say(f"{len(window.session.document[Workshop].title)} {len(offers)}")


def main(act: str, file: str | None) -> None:
    """Open the window as the program does; without a file a new workshop is begun."""
    app = Application(sys.argv[:1])
    window = make_window(app, file)
    app.processEvents()
    if act == "look":
        look(window)
        return
    if file is None:
        window.new_workshop()
    type_on(window, random.Random(int(act)))
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
