"""The file of the open workshop: opening, saving, its lock, its crash snapshot, and what others do to it."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from foresight.core.document import Document
from foresight.core.lock import Holder, Lock, lock
from foresight.core.methods import slice_kinds
from foresight.core.progress import Tick, no_tick
from foresight.core.recovery import Found, Recorder, discard
from foresight.core.storage import Opened, Stamp, changed_on_disk, open_file, save
from foresight.kit.session import Session
from foresight.kit.tasks import Runner

SNAPSHOT_AFTER = 2_000
"""Milliseconds without a change before a snapshot is kept."""
SNAPSHOT_AT_LAST = 10_000
"""Milliseconds of uninterrupted work after which one is kept all the same."""


def _record(recorder: Recorder, document: Document, path: Path | None, changes: int, tick: Tick = no_tick) -> None:
    recorder.record(document, path, changes)


class WorkshopFile(QObject):
    """Ties a session to a file.

    Signals: ``state_changed()`` when path, saved state or read-only changed; ``changed_by_others()`` when the file on
    disk is another than the one that was opened or saved.
    """

    state_changed = Signal()
    changed_by_others = Signal()
    snapshot_failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.path: Path | None = None
        self.holder: Holder | None = None
        """Who has the file open for writing, when it is not us."""
        self._stamp: Stamp | None = None
        self._lock: Lock | None = None
        self._recorder: Recorder | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._look_at_disk)
        self._snapshots = Runner(self)
        self._snapshots.failed.connect(self.snapshot_failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SNAPSHOT_AFTER)
        self._pause.timeout.connect(self.keep_snapshot)
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setInterval(SNAPSHOT_AT_LAST)
        self._deadline.timeout.connect(self.keep_snapshot)
        session.changed.connect(self._on_change)

    @property
    def name(self) -> str:
        """The name of the file without folder and ending; "" for a workshop never saved."""
        return self.path.stem if self.path is not None else ""

    @property
    def is_modified(self) -> bool:
        """Whether something would be lost without saving."""
        return self.session.history.is_modified

    def new(self, document: Document) -> None:
        """Begin a workshop that has no file yet."""
        self._take(document, None, None)

    def open(self, path: Path) -> Opened:
        """Open a file. Raises FileProblem; what was open stays open then."""
        opened = open_file(path, slice_kinds())
        held = lock(path)
        self._take(opened.document, path, opened.stamp)
        self._lock, self.holder = (held, None) if isinstance(held, Lock) else (None, held)
        self.session.read_only = self.holder is not None or not opened.reading.writable
        if opened.reading.repairs:
            self.session.history.mark_unsaved()
        self.state_changed.emit()
        return opened

    def open_copy(self, path: Path) -> None:
        """Open a sample or template as a new workshop without a file. Raises FileProblem."""
        document = open_file(path, slice_kinds()).document
        self.new(Document(document.slices, document.foreign))

    def restore(self, found: Found) -> None:
        """Open a crash snapshot as an unsaved workshop; it stays on disk until this one has a snapshot itself."""
        stamp = None
        if found.path is not None and found.path.exists():
            stamp = open_file(found.path, slice_kinds()).stamp
        self._take(found.document, found.path if stamp else None, stamp)
        if self.path is not None:
            held = lock(self.path)
            self._lock, self.holder = (held, None) if isinstance(held, Lock) else (None, held)
        self.session.read_only = self.holder is not None
        self.session.history.mark_unsaved()
        if self._recorder is None:
            self._recorder = Recorder()
        self._recorder.record(found.document, self.path, found.changes)
        discard(found)
        self.state_changed.emit()

    def save(self) -> None:
        """Save to the file it came from. Raises FileProblem, ConflictProblem when others changed it."""
        assert self.path is not None
        self._write(self.path, self._stamp)

    def save_as(self, path: Path) -> None:
        """Save under another name, replacing what is there. Raises FileProblem."""
        if path == self.path and not self.session.read_only:
            self._write(path, None)
            return
        held = lock(path)
        self._write(path, None)
        self._release()
        self._lock, self.holder = (held, None) if isinstance(held, Lock) else (None, held)
        self.session.read_only = self.holder is not None
        self._watch(path)
        self.state_changed.emit()

    def take_over(self) -> None:
        """Write although another window has the file open; saving still notices what the other one saved."""
        self.holder = None
        self.session.read_only = False
        self.state_changed.emit()

    def close(self) -> None:
        """The window ends in good order: locks and snapshots go."""
        self._stop_timers()
        self._snapshots.cancel()
        self._release()
        if self._recorder is not None:
            self._recorder.close()
            self._recorder = None

    def keep_snapshot(self) -> None:
        """Keep a crash snapshot of the present document, in the background."""
        self._stop_timers()
        if not self.is_modified:
            return
        if self._recorder is None:
            self._recorder = Recorder()
        changes = len(self.session.history.steps)
        self._snapshots.start(_record, self._recorder, self.session.document, self.path, changes)

    def _write(self, path: Path, expected: Stamp | None) -> None:
        document = self.session.document
        self._stamp = save(document, path, expected)
        self.path = path
        self.session.history.mark_saved(document)
        self._stop_timers()
        if self._recorder is not None:
            self._recorder.clear()
        self._watch(path)
        self.state_changed.emit()

    def _take(self, document: Document, path: Path | None, stamp: Stamp | None) -> None:
        self._stop_timers()
        self._snapshots.cancel()
        self._release()
        if self._recorder is not None:
            self._recorder.clear()
        self.path, self._stamp = path, stamp
        self.session.read_only = False
        self.session.open(document)
        self._watch(path)
        self.state_changed.emit()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock, self.holder = None, None

    def _watch(self, path: Path | None) -> None:
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        if path is not None:
            self._watcher.addPath(str(path))

    def _look_at_disk(self) -> None:
        # After a file was replaced Qt watches nothing any more until it is told again.
        self._watch(self.path)
        if self.path is not None and self._stamp is not None and changed_on_disk(self.path, self._stamp):
            self.changed_by_others.emit()

    def _on_change(self) -> None:
        self.state_changed.emit()
        self._pause.start()
        if not self._deadline.isActive():
            self._deadline.start()

    def _stop_timers(self) -> None:
        self._pause.stop()
        self._deadline.stop()
