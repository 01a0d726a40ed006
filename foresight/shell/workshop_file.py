"""The file of the open workshop: opening, saving, its lock, its crash snapshot, and what others do to it."""

import contextlib
import datetime
import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.lock import Holder
from foresight.core.methods import slice_kinds
from foresight.core.problems import FileProblem, Problem
from foresight.core.recovery import Found, discard
from foresight.core.storage import Opened, Stamp, changed_on_disk, open_file, save
from foresight.core.words import _
from foresight.kit.session import Session
from foresight.kit.tasks import apart
from foresight.shell.ownership import Ownership, hold
from foresight.shell.snapshots import Snapshots, Unsaved

SLOW = 500
"""Milliseconds of saving after which it is said that it takes its time: another program may hold the file."""
_UNKNOWN = Stamp("", 0, 0)
"""Stands for bytes that nobody here has read: saving over them is a conflict."""


class WorkshopFile(QObject):
    """Ties a session to a file.

    Signals: ``state_changed()`` when path, saved state or read-only changed; ``changed_by_others()`` when the file on
    disk is another than the one that was opened or saved; ``unprotected(Problem)`` when no snapshot could be kept;
    ``rights_changed()`` when another window took over or gave way; ``unanswered()`` when it did not.
    """

    state_changed = Signal()
    changed_by_others = Signal()
    unprotected = Signal(object)
    rights_changed = Signal()
    unanswered = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.path: Path | None = None
        self.writable = True
        """False: a newer program wrote the file; it is never saved over."""
        self.is_saving = False
        """Whether a thread writes the file just now."""
        self._warnings: list[Problem] = []
        self._stamp: Stamp | None = None
        self.base: Document | None = None
        """What lay on disk when it was read or last saved."""
        self._ownership = Ownership(lambda: not self.is_saving)
        self._ownership.gained.connect(self._on_gained)
        self._ownership.lost.connect(self._on_lost)
        self._ownership.unanswered.connect(self.unanswered)
        self.snapshots = Snapshots(self._unsaved)
        self.snapshots.failed.connect(self.unprotected)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._look_at_disk)
        session.changed.connect(self._on_change)

    @property
    def holder(self) -> Holder | None:
        """Who has the file open for writing, when it is not us."""
        return self._ownership.holder

    @property
    def is_modified(self) -> bool:
        """Whether something would be lost without saving."""
        return self.session.history.is_modified

    @property
    def is_gone(self) -> bool:
        """Whether there was a file that is no longer there."""
        return self.path is not None and not os.path.lexists(self.path)

    @property
    def saved_at(self) -> datetime.datetime | None:
        """When the file was written, in local time; None for a workshop without a file."""
        if self._stamp is None or not self._stamp.modified:
            return None
        return datetime.datetime.fromtimestamp(self._stamp.modified / 1e9).astimezone()

    # Opening

    def new(self, document: Document) -> None:
        """Begin a workshop that has no file yet."""
        self._take(document, None, None)

    def open(self, path: Path) -> Opened:
        """Open a file. Raises FileProblem; what was open stays open then."""
        opened = open_file(path, slice_kinds())
        self._take(opened.document, path, opened.stamp, base=opened.document, writable=opened.reading.writable)
        if opened.reading.repairs:
            self.session.history.mark_unsaved()
            self.state_changed.emit()
        return opened

    def open_copy(self, path: Path) -> Opened:
        """Open a sample or template as a new workshop without a file. Raises FileProblem."""
        opened = open_file(path, slice_kinds())
        self.new(Document(opened.document.slices, opened.document.foreign))
        return opened

    def restore(self, found: Found) -> None:
        """Open a crash snapshot as an unsaved workshop; it stays on disk until this one has a snapshot itself."""
        path, stamp, base = found.path, None, None
        try:
            opened = open_file(path, slice_kinds()) if path is not None else None
        except FileProblem:  # gone or damaged: then the snapshot is all there is
            path = opened = None
        if opened is not None:
            is_newer = opened.stamp.modified / 1e9 > found.time  # somebody wrote the file after the snapshot was kept
            stamp, base = (_UNKNOWN, None) if is_newer else (opened.stamp, opened.document)
        self._take(found.document, path, stamp, base=base)
        self.session.history.mark_unsaved()
        try:
            self.snapshots.keep_now((found.document, self.path, found.changes))
            discard(found)
        except FileProblem as problem:
            self.unprotected.emit(problem)
        self.state_changed.emit()

    def reload(self) -> Opened:
        """Take what lies on disk as one more step: undo brings back what was here. Raises FileProblem."""
        assert self.path is not None
        if self.session.read_only:  # nothing of ours could be lost
            return self.open(self.path)
        opened = open_file(self.path, slice_kinds())
        self.take_disk(opened, Edit(_("Load what is on disk"), lambda _mine: opened.document))
        return opened

    def take_disk(self, opened: Opened, edit: Edit) -> bool:
        """From here on what ``opened`` holds is what lies on disk; ``edit`` takes of it what is wanted.

        False where nothing may be changed: another window may have taken the workshop over meanwhile.
        """
        if not self.session.may_edit():
            return False
        self.session.seal()
        self.session.do(edit)
        history = self.session.history
        if history.document == opened.document and not opened.reading.repairs:
            history.mark_saved(history.document)
            self.snapshots.drop()
        else:
            history.mark_unsaved()
            self.snapshots.soon()
        self._stamp, self.base, self.writable = opened.stamp, opened.document, opened.reading.writable
        self.session.read_only = not self.writable
        self.state_changed.emit()
        return True

    # Saving

    def save(self) -> None:
        """Save to the file it came from. Raises FileProblem, ConflictProblem when others changed it."""
        assert self.path is not None
        self._write(self.path, None if self.is_gone else self._stamp)

    def save_as(self, path: Path) -> None:
        """Save under another name, replacing what is there. Raises FileProblem."""
        if self._is_open_file(path) and not self.writable:
            raise FileProblem(
                _("{name} was saved by a newer Foresight and is not saved over. Choose another name.").format(
                    name=path.name
                )
            )
        if self._is_open_file(path) and self.holder is None:
            self._write(path, None)
            return
        held = hold(path)
        if isinstance(held, Holder):
            raise FileProblem(_("{name} is open in another window. Choose another name.").format(name=path.name))
        try:
            self._write(path, None)
        except FileProblem:
            if held is not None:
                held.release()
            raise
        self._ownership.keep(path, held)
        self.writable, self.session.read_only = True, False
        self.state_changed.emit()

    def take_over(self) -> None:
        """Ask the window that has the file to let go of it; ``rights_changed`` or ``unanswered`` follows."""
        self._ownership.ask()

    def close(self) -> None:
        """The window ends in good order: locks and snapshots go."""
        self._ownership.release()
        self.snapshots.close()

    def _write(self, path: Path, expected: Stamp | None) -> None:
        document = self.session.document
        self._stamp = self._saved(document, path, expected)
        self.path, self.base = path, document
        self.session.history.mark_saved(document)
        self.snapshots.drop()
        if self.is_modified:  # what came in meanwhile is not in the file
            self.snapshots.soon()
        self._watch()
        self._ownership.look()
        self.state_changed.emit()
        while self._warnings:
            self.unprotected.emit(self._warnings.pop())

    def _saved(self, document: Document, path: Path, expected: Stamp | None) -> Stamp:
        """Save in a thread; what takes long is said. Raises FileProblem, and the work is protected as before."""
        slow = QTimer()
        slow.setSingleShot(True)
        slow.timeout.connect(lambda: self.session.said.emit(_("Saving…")))
        slow.start(SLOW)
        self.snapshots.hold()
        self.is_saving = True
        try:
            return apart(partial(save, document, path, expected, warn=self._warnings.append))
        except BaseException:
            self.snapshots.soon()
            raise
        finally:
            self.is_saving = False
            slow.stop()

    def _take(
        self,
        document: Document,
        path: Path | None,
        stamp: Stamp | None,
        *,
        base: Document | None = None,
        writable: bool = True,
    ) -> None:
        self._ownership.take(path)
        self.snapshots.drop()
        self.path, self._stamp, self.base, self.writable = path, stamp, base, writable
        self.session.read_only = self.holder is not None or not writable
        self.session.open(document)
        self._watch()
        self.state_changed.emit()

    def _is_open_file(self, path: Path) -> bool:
        if self.path is None:
            return False
        with contextlib.suppress(OSError):  # one of them is not there
            return path.samefile(self.path)
        return os.path.realpath(path) == os.path.realpath(self.path)

    # What happens by itself

    def _watch(self) -> None:
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        if self.path is not None and not self.is_gone:
            self._watcher.addPath(str(self.path))

    def _look_at_disk(self) -> None:
        # After a file was replaced Qt watches nothing any more until it is told again.
        self._watch()
        if self.is_saving or self.path is None or self._stamp is None or not changed_on_disk(self.path, self._stamp):
            return
        if self.is_gone:
            self.session.history.mark_unsaved()
        self.state_changed.emit()
        self.changed_by_others.emit()

    def _on_gained(self) -> None:
        assert self.path is not None
        self.session.read_only = not self.writable
        if not self.is_modified and self._stamp is not None and changed_on_disk(self.path, self._stamp):
            with contextlib.suppress(FileProblem):  # gone or damaged: saving will say so
                self.open(self.path)
        self.rights_changed.emit()
        self.state_changed.emit()

    def _on_lost(self) -> None:
        self.session.seal()
        self.session.read_only = True
        self.rights_changed.emit()
        self.state_changed.emit()

    def _on_change(self) -> None:
        self.state_changed.emit()
        self.snapshots.soon()

    def _unsaved(self) -> Unsaved | None:
        session = self.session
        return (session.document, self.path, len(session.history.steps)) if self.is_modified else None
