"""What happens when the program itself is at fault: it is logged, told once, and nothing is lost."""

import faulthandler
import logging
import logging.handlers
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox

from foresight import __version__
from foresight.core.folders import data_folder
from foresight.core.words import _
from foresight.kit.problems import message_box

_log = logging.getLogger("foresight")
_telling = False
_crash_file = None


def watch_for_faults() -> None:
    """From now on log what goes wrong and tell the user. The log holds no text of the workshop."""
    global _crash_file
    folder = data_folder()
    handler = logging.handlers.RotatingFileHandler(
        folder / "foresight.log", maxBytes=500_000, backupCount=2, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _crash_file = (folder / "crash.log").open("a", encoding="utf-8")
    faulthandler.enable(_crash_file)
    sys.excepthook = _on_exception
    threading.excepthook = lambda args: _log.error("in a thread: %s", _where(args.exc_value))
    qInstallMessageHandler(_on_qt_message)


def _where(error: BaseException | None) -> str:
    """The kind of the error and the lines it passed through, without its text (which may quote the workshop)."""
    if error is None:
        return "unknown"
    lines = [
        f"{frame.filename.rsplit('foresight', 1)[-1]}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return f"{type(error).__name__} at {' > '.join(lines[-12:])}"


def _on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _log.error("fault: %s", _where(error))
    sys.__excepthook__(kind, error, trace)
    _tell("".join(traceback.format_exception(kind, error, trace)))


def _tell(details: str) -> None:
    global _telling
    if _telling or QApplication.instance() is None:
        return
    _telling = True
    try:
        versions = f"Foresight {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
        report = f"{versions}\n\n{details}"
        box = message_box(
            None,
            _("A fault in Foresight"),
            _("Something went wrong in the program. Your workshop is still open. Save it now."),
            report,
        )
        box.setIcon(QMessageBox.Icon.Critical)
        copy = box.addButton(_("Copy details"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is copy:
            QApplication.clipboard().setText(report)
    finally:
        _telling = False


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        _log.warning("Qt: %s", message)
