"""Waiting for work that the user asked for: in the background, with its progress and a way out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from foresight.core.words import _
from foresight.kit.labels import plain_label
from foresight.kit.tasks import Runner

GRACE = 1_000
"""Milliseconds of work for which no dialog is worth while."""


class Working(QDialog):
    """What is being done, how far it is, and Cancel."""

    def __init__(self, parent: QWidget | None, text: str, runner: Runner) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Foresight"))
        self.setMinimumWidth(420)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(text)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        runner.progress.connect(self._show)
        runner.busy_changed.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        column.addWidget(plain_label(text))
        column.addWidget(self.bar)
        column.addWidget(buttons)

    def _show(self, share: float) -> None:
        self.bar.setRange(0, 1_000)
        self.bar.setValue(round(share * 1_000))


def carried_out(parent: QWidget | None, text: str, function: Callable[..., Any], *args: Any) -> Any:
    """The result of ``function(*args, tick=...)``; None when the user cancelled. Raises what the function raises.

    ``text`` says what is being done. No other input is taken meanwhile.
    """
    runner = Runner()
    results: list[Any] = []
    errors: list[Exception] = []
    runner.done.connect(results.append)
    runner.failed.connect(errors.append)
    moment = QEventLoop()
    runner.busy_changed.connect(moment.quit)
    runner.start(function, *args)
    QTimer.singleShot(GRACE, moment.quit)
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        moment.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    finally:
        QApplication.restoreOverrideCursor()
    if runner.busy and Working(parent, text, runner).exec() == QDialog.DialogCode.Rejected:
        runner.cancel()
    if errors:
        raise errors[0]
    return results[0] if results else None
