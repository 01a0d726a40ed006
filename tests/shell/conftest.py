"""The window as a person meets it: opened, driven by keys, menus and dialogs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from conftest import SAMPLE_EN
from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.model.workshop import Workshop, set_workshop
from foresight.shell.start import make_window
from foresight.shell.translator import Translator
from foresight.shell.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier

OpenWindow = Callable[..., Window]
Choose = Callable[[Path | None], None]


class Dialogs(QObject):
    """Answers dialogs in the order in which answers were given; one that nobody expects is closed and noted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        """The texts of the dialogs that came."""
        self.unexpected: list[str] = []
        self._answers: list[Callable[[QWidget], object]] = []
        self._met: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def expect(self, answer: Callable[[QWidget], object]) -> None:
        """The next dialog is to be answered so."""
        self._answers.append(answer)

    def click(self, text: str) -> None:
        """In the next message box this button is to be clicked."""

        def answer(dialog: QWidget) -> None:
            found = [
                one
                for one in dialog.findChildren(QPushButton)
                if one.text().replace("&&", "\0").replace("&", "") == text
            ]
            assert found, f"no {text} among {[one.text() for one in dialog.findChildren(QPushButton)]}"
            found[0].click()

        self.expect(answer)

    @property
    def is_done(self) -> bool:
        """Whether everything expected came."""
        return not self._answers

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog not in self._met and dialog.isActiveWindow():
            self._met.append(dialog)
            # Not in this timer, which is silent until its answer ends: a dialog may lead to another one.
            QTimer.singleShot(0, lambda: self._answer(dialog))

    def _answer(self, dialog: QWidget) -> None:
        text = dialog.text() if isinstance(dialog, QMessageBox) else dialog.windowTitle()
        self.seen.append(text)
        try:
            if self._answers:
                self._answers.pop(0)(dialog)
            else:
                self.unexpected.append(text)
        finally:
            if dialog.isVisible():
                dialog.close()
            self._met.remove(dialog)


@pytest.fixture
def dialogs(qapp: QApplication) -> Iterator[Dialogs]:
    """What answers the dialogs of this test."""
    made = Dialogs()
    yield made
    made._timer.stop()
    assert made.unexpected == []
    assert made.is_done, "an expected dialog did not come"


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, dialogs: Dialogs) -> Iterator[OpenWindow]:
    """Open a window, with a file if one is given; several may be open at once."""
    translator = Translator(qapp)
    qapp.installTranslator(translator)
    opened: list[Window] = []

    def make(file: Path | None = None) -> Window:
        window = make_window(qapp, str(file) if file else None)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.activateWindow()
        opened.append(window)
        return window

    yield make
    for window in opened:
        end(window)
    qapp.removeTranslator(translator)


def end(window: Window) -> None:
    """Close a window without a question, whatever is unsaved in it."""
    window.session.history.mark_saved(window.session.document)
    window.close()
    window.deleteLater()


@pytest.fixture
def window(open_window: OpenWindow) -> Window:
    """A window as it comes up on the first day."""
    return open_window()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A workshop file of the user's: a copy of the sample."""
    path = tmp_path / "plan.foresight"
    path.write_bytes(SAMPLE_EN.read_bytes())
    return path


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """What the user chooses in the next file dialogs; None cancels them."""

    def chosen(path: Path | None) -> None:
        answer = (str(path) if path else "", "")
        monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_args: answer))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_args: answer))

    return chosen


def press(qtbot: QtBot, window: Window, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    """Press a key in the window, which may have been behind a dialog."""
    if QApplication.activeWindow() is not window:
        with qtbot.waitActive(window):
            window.activateWindow()
    qtbot.keyClick(window, key, keys)
    QApplication.processEvents()


def edit(window: Window, title: str) -> None:
    """A change of the workshop."""
    window.session.seal()
    assert window.session.do(set_workshop(title=title))


def title_in(path: Path) -> str:
    """The title of the workshop in a file."""
    return load(path, slice_kinds())[Workshop].title


def menu_action(window: Window, text: str) -> QAction:
    """The entry with this text, in whatever menu it is."""
    for menu in window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()
        for action in menu.actions():
            if action.text() == text:
                return action
    raise AssertionError(f"no menu has {text}")


def shown_texts(root: QWidget) -> list[str]:
    """What the labels below ``root`` say."""
    return [label.text() for label in root.findChildren(QLabel) if label.isVisible() and label.text()]


def banner(window: Window) -> str:
    """What the banner says, "" when it is hidden."""
    QApplication.processEvents()  # new labels show themselves a moment later
    return " ".join(shown_texts(window.banner)) if window.banner.isVisible() else ""


def banner_button(window: Window, text: str) -> QPushButton:
    """The button of the banner with this text."""
    QApplication.processEvents()
    found = [one for one in window.banner.findChildren(QPushButton) if one.isVisible() and one.text() == text]
    assert found, f"no {text} among {[one.text() for one in window.banner.findChildren(QPushButton)]}"
    return found[0]
