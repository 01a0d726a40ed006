"""Start the window."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from foresight import __version__
from foresight.core.words import speak
from foresight.kit.theme import apply_theme
from foresight.shell.crash import watch_for_faults
from foresight.shell.preferences import Preferences
from foresight.shell.translator import Translator
from foresight.shell.window import Window


def make_window(app: QApplication, file: str | None) -> Window:
    """The window, shown, with this file open if one is given."""
    preferences = Preferences()
    speak(preferences.language)
    apply_theme(app, preferences.theme)
    window = Window(preferences)
    window.restore_place()
    window.show()
    if file is not None:
        window.open_path(Path(file))
    window.offer_recovery()
    return window


def run_window(file: str | None) -> int:
    """Open the window and stay until it is closed; the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Foresight")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("foresight")
    watch_for_faults()
    translator = Translator(app)
    app.installTranslator(translator)
    window = make_window(app, file)
    status = app.exec()
    del window
    return status
