"""What happens when the program itself is at fault: it is logged, told once, and nothing is lost."""

import datetime
import faulthandler
import platform
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox

from foresight import __version__
from foresight.core.folders import data_folder
from foresight.core.words import _
from foresight.kit.problems import message_box

LOG_MOST = 500_000
"""Bytes; the log before the present one is kept as foresight.log.1."""
AGAIN_AFTER = 2.0
"""Seconds in which the same fault is not told again: one in painting comes back with every frame."""

_log: Path | None = None
_told: dict[str, float] = {}


@contextmanager
def faults_watched() -> Iterator[None]:
    """Meanwhile log what goes wrong and tell the user. The log holds no text of the workshop."""
    global _log
    folder = data_folder()
    hooks = sys.excepthook, threading.excepthook
    with (folder / "crash.log").open("a", encoding="utf-8") as crashes:
        _log = folder / "foresight.log"
        faulthandler.enable(crashes)
        sys.excepthook = _on_exception
        threading.excepthook = lambda args: log(f"in a thread: {_where(args.exc_value)}")
        qInstallMessageHandler(_on_qt_message)
        try:
            yield
        finally:
            qInstallMessageHandler(None)
            sys.excepthook, threading.excepthook = hooks
            faulthandler.disable()
            _log = None


def log(line: str) -> None:
    """Add a line to the log, if faults are watched for. That a full disk takes no line is no further fault."""
    if _log is None:
        return
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        if _log.exists() and _log.stat().st_size > LOG_MOST:
            _log.replace(_log.with_suffix(".log.1"))
        with _log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{now} {line}\n")
    except OSError:
        return


def _where(error: BaseException | None) -> str:
    """The kind of the error and the lines it passed through, without its text (which may quote the workshop)."""
    if error is None:
        return "unknown"
    lines = [f"{_place(frame.filename)}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    return f"{type(error).__name__} at {' > '.join(lines[-12:])}"


def _place(name: str) -> str:
    """A file of the program without the folders of this machine, which may name the user."""
    folder = next((one for one in ("site-packages", "foresight") if one in name), None)
    return name.rsplit(folder, 1)[-1] if folder else Path(name).name


def _on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.__excepthook__(kind, error, trace)
    if issubclass(kind, KeyboardInterrupt):
        return
    where = _where(error)
    log(f"fault: {where}")
    if QApplication.instance() is not None and monotonic() - _told.get(where, -AGAIN_AFTER) >= AGAIN_AFTER:
        _told[where] = monotonic()
        details = "".join(traceback.format_exception(kind, error, trace))
        # Not now: this may be in the middle of painting, where no dialog can be shown.
        QTimer.singleShot(0, lambda: _tell(where, details))


def _tell(where: str, details: str) -> None:
    versions = f"Foresight {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    report = f"{versions}\n\n{details}"
    text = _("Something went wrong in the program. Your workshop is still open. Save it now.")
    box = message_box(QApplication.activeWindow(), _("A fault in Foresight"), text, report)
    box.setIcon(QMessageBox.Icon.Critical)
    copy = box.addButton(_("Copy details"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() is copy:
        QApplication.clipboard().setText(report)
    _told[where] = monotonic()


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        log(f"Qt: {message}")
