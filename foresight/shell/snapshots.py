"""When crash snapshots are kept: soon after each pause in the work, in the background."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from foresight.core.document import Document
from foresight.core.problems import FileProblem, Problem
from foresight.core.progress import Tick, no_tick
from foresight.core.recovery import Recorder
from foresight.kit.tasks import Runner

AFTER = 2_000
"""Milliseconds without a change before a snapshot is kept."""
AT_LAST = 10_000
"""Milliseconds of uninterrupted work after which one is kept all the same."""

Unsaved = tuple[Document, Path | None, int]
"""A document, its file if it has one, and the number of steps since it was opened or saved."""


def _record(recorder: Recorder, unsaved: Unsaved, tick: Tick = no_tick) -> None:
    recorder.record(*unsaved, tick)


class Snapshots(QObject):
    """Keeps what ``unsaved()`` gives; None says that there is nothing to keep. ``failed(Problem)`` when it cannot."""

    failed = Signal(object)

    def __init__(self, unsaved: Callable[[], Unsaved | None]) -> None:
        super().__init__()
        self._unsaved = unsaved
        self._recorder: Recorder | None = None
        self._runner = Runner(self)
        self._runner.failed.connect(self._on_failed)
        self._pause = self._timer(AFTER)
        self._deadline = self._timer(AT_LAST)

    def soon(self) -> None:
        """The document changed."""
        self._pause.start()
        if not self._deadline.isActive():
            self._deadline.start()

    def keep(self) -> None:
        """Keep a snapshot of the present document, in the background."""
        unsaved = self._unsaved()
        if unsaved is None:
            self.drop()
            return
        self._stop_timers()
        try:
            self._recorder = self._recorder or Recorder()
        except FileProblem as problem:
            self.failed.emit(problem)
            return
        self._runner.start(_record, self._recorder, unsaved)

    def keep_now(self, unsaved: Unsaved) -> None:
        """Keep this before returning. Raises FileProblem."""
        self._recorder = self._recorder or Recorder()
        self._recorder.record(*unsaved)

    def drop(self) -> None:
        """All is safe elsewhere. A snapshot that is just being written is waited for, so that none stays behind."""
        self._stop_timers()
        self._runner.cancel()
        if self._recorder is not None:
            self._recorder.clear()

    def close(self) -> None:
        """The window ends in good order."""
        self.drop()
        if self._recorder is not None:
            self._recorder.close()
            self._recorder = None

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        self.failed.emit(error)

    def _timer(self, milliseconds: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(self.keep)
        return made

    def _stop_timers(self) -> None:
        self._pause.stop()
        self._deadline.stop()
