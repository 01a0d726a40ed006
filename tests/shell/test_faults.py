"""When the program itself is at fault: told once, logged without a word of the workshop, and one can go on."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from foresight.shell import crash
from foresight.shell.window import Window
from tests.shell.conftest import Dialogs, edit

SECRET = "What Kari said in confidence"


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch, private_home: Path) -> Iterator[Path]:
    """Faults are watched for, as in the running program; the log."""
    monkeypatch.setattr(crash, "_told", {})
    with crash.faults_watched():
        yield private_home / "foresight.log"


def fault(text: str = SECRET) -> None:
    """Something that should not happen."""
    raise ValueError(text)


def raised(text: str = SECRET) -> None:
    """What Python does with it outside of any test."""
    try:
        fault(text)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_a_fault_is_told_in_one_dialog_whose_details_can_be_copied(
    qtbot: QtBot, window: Window, watched: Path, dialogs: Dialogs
) -> None:
    QApplication.clipboard().clear()
    edit(window, "Unsaved")
    details: list[str] = []

    def copy(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        details.append(box.detailedText())
        next(one for one in box.findChildren(QPushButton) if one.text() == "Copy details").click()

    dialogs.expect(copy)
    raised()
    qtbot.waitUntil(lambda: QApplication.clipboard().text() != "")

    assert dialogs.seen == ["Something went wrong in the program. Your workshop is still open. Save it now."]
    assert details == [QApplication.clipboard().text()]
    assert "Foresight 0.1.0, Python 3" in details[0]
    assert "ValueError" in details[0]
    assert window.file.is_modified


def test_the_log_says_where_and_nothing_of_the_workshop(
    qtbot: QtBot, window: Window, watched: Path, dialogs: Dialogs
) -> None:
    dialogs.click("Close")
    raised()
    qtbot.waitUntil(lambda: len(dialogs.seen) == 1)

    log = watched.read_text("utf-8")
    assert "fault: ValueError at " in log
    assert "test_faults.py" in log
    assert SECRET not in log


def test_the_log_names_no_folder_of_the_machine(watched: Path) -> None:
    try:
        json.loads("{")
    except ValueError as error:
        crash.log(crash._where(error))

    assert "decoder.py:" in watched.read_text("utf-8")
    assert str(Path(json.__file__).parent) not in watched.read_text("utf-8")


def test_a_fault_that_comes_back_at_once_is_told_once_and_logged_each_time(
    qtbot: QtBot, window: Window, watched: Path, dialogs: Dialogs
) -> None:
    dialogs.click("Close")
    for _frame in range(5):
        raised()
    qtbot.waitUntil(lambda: len(dialogs.seen) == 1)
    for _frame in range(5):
        raised()
    passed: list[bool] = []
    QTimer.singleShot(0, lambda: passed.append(True))
    qtbot.waitUntil(lambda: bool(passed))

    assert len(dialogs.seen) == 1
    assert watched.read_text("utf-8").count("fault: ") == 10


def test_the_pause_begins_when_the_dialog_is_closed(
    qtbot: QtBot, window: Window, watched: Path, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(crash, "monotonic", lambda: now[0])

    def read_slowly(box: QWidget) -> None:
        now[0] += 60
        box.close()

    for count, wait in ((1, 1.0), (1, 2.0), (2, 0.0)):
        if len(dialogs.seen) < count:
            dialogs.expect(read_slowly)
        raised()
        qtbot.waitUntil(lambda count=count: len(dialogs.seen) == count)  # type: ignore[misc]
        now[0] += wait

    assert watched.read_text("utf-8").count("fault: ") == 3


def test_the_same_fault_later_is_told_again(
    qtbot: QtBot, window: Window, watched: Path, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash, "AGAIN_AFTER", 0.0)
    for count in (1, 2):
        dialogs.click("Close")
        raised()
        qtbot.waitUntil(lambda count=count: len(dialogs.seen) == count)  # type: ignore[misc]


def test_what_qt_warns_of_is_logged(window: Window, watched: Path) -> None:
    qWarning("something of Qt's")

    assert "Qt: something of Qt's" in watched.read_text("utf-8")


def test_a_long_log_begins_anew_and_keeps_the_one_before(watched: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "LOG_MOST", 200)
    for number in range(20):
        crash.log(f"line {number}")

    assert watched.stat().st_size <= 300
    assert watched.with_suffix(".log.1").stat().st_size <= 300
    assert watched.read_text("utf-8").endswith("line 19\n")


def test_a_log_that_cannot_be_written_is_no_further_fault(watched: Path, private_home: Path) -> None:
    watched.unlink(missing_ok=True)
    watched.mkdir()

    crash.log("nowhere to go")
    assert watched.is_dir()
