"""Crash snapshots: a whole copy of the workshop a couple of seconds after each change, never in the user's file.

Each running window has a folder of its own with a lock that dies with it. At the next start the folders whose lock
can be taken belong to nobody: what they hold is offered. A snapshot that cannot be read is moved aside, never deleted.
"""

import contextlib
import json
import secrets
import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from foresight.core.decoding import decode
from foresight.core.document import Document, Slice
from foresight.core.encoding import encode
from foresight.core.files import own_folder, write_whole
from foresight.core.lock import Lock, lock
from foresight.core.problems import FileProblem
from foresight.core.progress import Tick, no_tick
from foresight.core.storage import read_bytes


@dataclass(frozen=True)
class Found:
    """A snapshot whose program ended without saving. Nobody else finds it until it is left or forgotten."""

    folder: Path
    lock: Lock
    document: Document
    path: Path | None
    """The file it belongs to; None for a workshop that was never saved."""
    changes: int
    """Steps since it was opened or saved."""
    time: float
    """Seconds since the epoch."""


class Recorder:
    """Keeps the snapshot of one window. Raises FileProblem when the program's own folder cannot be written.

    ``record`` may run in a thread: what is recorded after ``clear`` was called must not come back, so a recording that
    waits its turn asks its ``tick`` whether it is still wanted, and ``clear`` waits for one that is being written.
    """

    def __init__(self) -> None:
        self._writing = threading.Lock()
        with own_folder("recovery") as root:
            self._folder = root / secrets.token_hex(8)
            held = lock(self._folder)  # before the folder is there: one without a lock counts as abandoned
            assert isinstance(held, Lock), "a folder with a random name belongs to nobody else"
            self._lock = held
            self._folder.mkdir()

    def record(self, document: Document, path: Path | None, changes: int, tick: Tick = no_tick) -> None:
        """Keep ``document`` as the snapshot. Raises FileProblem when that is impossible (full disk).

        ``changes`` counts the steps since it was opened or saved; ``path`` is its file, None if it has none.
        """
        text = encode(document)
        note = {"path": str(path) if path else None, "changes": changes}
        with self._writing:
            tick(0.5)
            write_whole(self._folder / "snapshot.foresight", text)
            write_whole(self._folder / "note.json", json.dumps(note).encode())

    def clear(self) -> None:
        """The document is safe elsewhere: drop the snapshot. Whoever records must have been cancelled before."""
        with self._writing:
            for name in ("snapshot.foresight", "note.json"):
                with contextlib.suppress(OSError):
                    (self._folder / name).unlink()

    def close(self) -> None:
        """The window ends in good order."""
        self.clear()
        self._lock.release()
        shutil.rmtree(self._folder, ignore_errors=True)


def find(kinds: Sequence[type[Slice]], on_damaged: Callable[[Path], object] = repr) -> list[Found]:
    """Snapshots that nobody owns any more, newest first; from now on they are ours.

    One that cannot be read is moved aside, and ``on_damaged`` is told where to. Raises FileProblem when the program's
    own folder cannot be read.
    """
    with own_folder("recovery") as root:
        folders = [folder for folder in root.iterdir() if folder.is_dir() and not folder.name.startswith("damaged")]
        found = [item for folder in folders if (item := _look_into(folder, kinds, on_damaged)) is not None]
    return sorted(found, key=lambda item: item.time, reverse=True)


def _look_into(folder: Path, kinds: Sequence[type[Slice]], on_damaged: Callable[[Path], object]) -> Found | None:
    """What lies in a folder that nobody owns. One without a snapshot is removed."""
    held = lock(folder)
    if not isinstance(held, Lock):
        return None
    snapshot = folder / "snapshot.foresight"
    try:
        if snapshot.exists():
            document = decode(read_bytes(snapshot), kinds).document
            path, changes = _note(folder / "note.json")
            return Found(folder, held, document, path, changes, snapshot.stat().st_mtime)
        shutil.rmtree(folder, ignore_errors=True)  # also when another program just dealt with it
    except FileProblem:
        aside = folder.with_name(f"damaged-{folder.name}")
        with contextlib.suppress(OSError):
            folder.rename(aside)
            on_damaged(aside)
    except BaseException:
        held.release()
        raise
    held.release()
    return None


def _note(path: Path) -> tuple[Path | None, int]:
    """The file that a snapshot belongs to, and the number of changes; (None, 0) when the note cannot be read."""
    try:
        note = json.loads(path.read_text("utf-8"))
        file, changes = note["path"], int(note["changes"])
        return Path(file) if file else None, changes
    except (OSError, ValueError, LookupError, TypeError, OverflowError):
        return None, 0


def discard(found: Found) -> None:
    """The user does not want this snapshot, or has it open: drop it."""
    shutil.rmtree(found.folder, ignore_errors=True)
    found.lock.release()


def leave(found: Found) -> None:
    """Leave this snapshot to whoever looks next."""
    found.lock.release()
