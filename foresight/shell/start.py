"""Start the window."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QThreadPool, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from foresight import __version__
from foresight.core.files import reason
from foresight.core.folders import data_folder
from foresight.core.problems import Problem
from foresight.core.words import _, speak
from foresight.kit.problems import tell
from foresight.kit.theme import apply_theme
from foresight.shell.crash import faults_watched
from foresight.shell.offers import Offers
from foresight.shell.preferences import Preferences, first_language
from foresight.shell.translator import Translator
from foresight.shell.window import Window


class Application(QApplication):
    """``file_wanted(Path)``: macOS asks for a file by an event, not by an argument."""

    file_wanted = Signal(object)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_wanted.emit(Path(event.file()))
            return True
        return super().event(event)


def make_window(app: QApplication, file: str | None) -> Window:
    """The window, shown, with this file open if one is given."""
    preferences = Preferences()
    speak(preferences.language)
    apply_theme(app, preferences.theme)
    window = Window(preferences)
    window.restore_place()
    window.show()
    if file is None or not window.open_path(Path(file)):
        window.show_welcome()
    window.offers = Offers(window)
    window.offers.look()
    return window


def run_window(file: str | None) -> int:
    """Open the window and stay until it is closed; the exit status."""
    app = Application(sys.argv[:1])
    app.setApplicationName("Foresight")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("foresight")
    translator = Translator(app)
    app.installTranslator(translator)
    try:
        data_folder()
    except OSError as error:
        return _without_folder(app, error)
    with faults_watched():
        window = make_window(app, file)
        app.file_wanted.connect(window.open_path)
        gc.freeze()
        gc.enable()
        status = app.exec()
        del window
        QThreadPool.globalInstance().waitForDone()  # a thread that outlives Qt would report to nobody
    return status


def _without_folder(app: QApplication, error: OSError) -> int:
    """Nothing could be kept safe: say so, on the terminal and, where somebody sees it, in a box; the exit status."""
    speak(first_language())
    said = _("Foresight cannot start: its own folder {name} cannot be made, because {reason}.")
    problem = Problem(said.format(name=error.filename, reason=reason(error)))
    sys.stderr.write(f"foresight: {problem.message}\n")
    if app.platformName() != "offscreen":
        tell(None, problem)
    return 2
