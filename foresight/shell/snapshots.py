"""When crash snapshots are kept: a second after a change, whether or not the work goes on, in the background."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from foresight.core.document import Document
from foresight.core.problems import FileProblem, Problem
from foresight.core.progress import Tick, no_tick
from foresight.core.recovery import Recorder
from foresight.kit.tasks import Runner

AFTER = 1_000
"""Milliseconds from a change until it is on its way into a snapshot: on a slow disk too nobody loses two seconds."""

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
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self.keep)

    def soon(self) -> None:
        """The document changed."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep a snapshot of the present document, in the background."""
        unsaved = self._unsaved()
        if unsaved is None:
            self.drop()
            return
        self._timer.stop()
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

    def hold(self) -> None:
        """The workshop is being saved: nothing new is begun. ``drop`` or ``soon`` follows."""
        self._timer.stop()
        self._runner.cancel()

    def drop(self) -> None:
        """All is safe elsewhere. A snapshot that is just being written is waited for, so that none stays behind."""
        self.hold()
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
