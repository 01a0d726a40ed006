"""Who may write the open file: the lock on it, and how it goes from one window to another.

A window that is asked for the lock lets go of it and becomes read-only, with all that is unsaved in it. One that does
not answer keeps it: two windows never write the same file.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from foresight.core.folders import data_folder
from foresight.core.lock import Holder, Lock, ask_for, ask_no_longer, lock
from foresight.core.problems import FileProblem

TRY_EVERY = 100
"""Milliseconds between two looks whether the other window let go."""
TRIES = 50


def hold(path: Path) -> Lock | Holder | None:
    """The lock on a file, or who has it; None where locks cannot be kept, which must not keep a file shut."""
    try:
        return lock(path)
    except FileProblem:
        return None


class Ownership(QObject):
    """The lock of one window on its file.

    Signals: ``gained()`` after ``ask``; ``lost()`` when another window was given the lock; ``unanswered()`` when the
    other window did not let go in time. ``may_give()`` says whether this window can let go just now.
    """

    gained = Signal()
    lost = Signal()
    unanswered = Signal()

    def __init__(self, may_give: Callable[[], bool]) -> None:
        super().__init__()
        self.holder: Holder | None = None
        """Who has the file open for writing, when it is not us."""
        self._may_give = may_give
        self._path: Path | None = None
        self._lock: Lock | None = None
        self._tries = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._try_again)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _folder: self.look())

    def take(self, path: Path | None) -> None:
        """Let go of the file before, and have this one if nobody else has."""
        self.release()
        self._keep(path, hold(path) if path is not None else None)

    def keep(self, path: Path, held: Lock | None) -> None:
        """Go on with another file, whose lock is held already."""
        self.release()
        self._keep(path, held)

    def release(self) -> None:
        """Let others have it."""
        self._stop_asking()
        if self._lock is not None:
            self._lock.release()
        self._lock, self.holder, self._path = None, None, None

    def ask(self) -> None:
        """Ask the other window for the lock; ``gained`` or ``unanswered`` follows."""
        assert self._path is not None
        self._tries = TRIES
        with contextlib.suppress(FileProblem):  # then nobody hears it, and that is said
            ask_for(self._path)
        self._timer.start(TRY_EVERY)
        self._try_again()

    def look(self) -> None:
        """Let another window have the lock if it asks for it."""
        wanted_by = self._lock.wanted_by if self._lock is not None and self._may_give() else None
        if self._lock is not None and wanted_by is not None:
            self._lock.release()
            self._lock, self.holder = None, wanted_by
            self.lost.emit()

    def _keep(self, path: Path | None, held: Lock | Holder | None) -> None:
        self._path = path
        self._lock = held if isinstance(held, Lock) else None
        self.holder = held if isinstance(held, Holder) else None
        if self._lock is not None:
            self._watcher.addPath(str(data_folder() / "locks"))

    def _try_again(self) -> None:
        path = self._path
        held = hold(path) if path is not None else None
        self._tries -= 1
        if not isinstance(held, Holder):
            self._stop_asking()
            self._keep(path, held)
            self.gained.emit()
        elif self._tries <= 0:
            self._stop_asking()
            self.holder = held
            self.unanswered.emit()

    def _stop_asking(self) -> None:
        if self._timer.isActive() and self._path is not None:
            self._timer.stop()
            ask_no_longer(self._path)
