"""Crash snapshots: a whole copy of the workshop a couple of seconds after each change, never in the user's file.

Each running window has a folder of its own with a lock that dies with it. At the next start the folders whose lock
can be taken belong to nobody: what they hold is offered. A snapshot that cannot be read is moved aside, never deleted.
"""

import contextlib
import json
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from foresight.core.document import Document, Slice
from foresight.core.encoding import decode, encode
from foresight.core.folders import data_folder
from foresight.core.lock import Lock, lock
from foresight.core.problems import FileProblem
from foresight.core.storage import read_bytes, write_whole


def _root() -> Path:
    folder = data_folder() / "recovery"
    folder.mkdir(exist_ok=True)
    return folder


@dataclass(frozen=True)
class Found:
    """A snapshot whose program ended without saving."""

    folder: Path
    document: Document
    path: Path | None
    """The file it belongs to; None for a workshop that was never saved."""
    changes: int
    """Steps since it was opened or saved."""
    time: float
    """Seconds since the epoch."""


class Recorder:
    """Keeps the snapshot of one window."""

    def __init__(self) -> None:
        self._folder = _root() / secrets.token_hex(8)
        self._folder.mkdir()
        held = lock(self._folder)
        assert isinstance(held, Lock), "a folder with a random name belongs to nobody else"
        self._lock = held

    def record(self, document: Document, path: Path | None, changes: int) -> None:
        """Keep ``document`` as the snapshot. Raises FileProblem when that is impossible (full disk)."""
        note = {"path": str(path) if path else None, "changes": changes}
        write_whole(self._folder / "snapshot.foresight", encode(document))
        write_whole(self._folder / "note.json", json.dumps(note).encode())

    def clear(self) -> None:
        """The document is safe elsewhere: drop the snapshot."""
        for name in ("snapshot.foresight", "note.json"):
            with contextlib.suppress(OSError):
                (self._folder / name).unlink()

    def close(self) -> None:
        """The window ends in good order."""
        self.clear()
        self._lock.release()
        shutil.rmtree(self._folder, ignore_errors=True)


def find(kinds: Sequence[type[Slice]]) -> list[Found]:
    """Snapshots that nobody owns any more, newest first. Unreadable ones are moved aside."""
    found = []
    for folder in sorted(_root().iterdir()):
        if not folder.is_dir() or folder.name.startswith("damaged"):
            continue
        held = lock(folder)
        if not isinstance(held, Lock):
            continue
        held.release()
        snapshot = folder / "snapshot.foresight"
        if not snapshot.exists():
            shutil.rmtree(folder, ignore_errors=True)
            continue
        try:
            found.append(_read(folder, snapshot, kinds))
        except FileProblem:
            with contextlib.suppress(OSError):
                folder.rename(folder.with_name(f"damaged-{folder.name}"))
    return sorted(found, key=lambda item: item.time, reverse=True)


def _read(folder: Path, snapshot: Path, kinds: Sequence[type[Slice]]) -> Found:
    document = decode(read_bytes(snapshot), kinds).document
    try:
        note = json.loads((folder / "note.json").read_text("utf-8"))
        path, changes = note["path"], int(note["changes"])
    except (OSError, ValueError, KeyError, TypeError):
        path, changes = None, 0
    return Found(folder, document, Path(path) if path else None, changes, snapshot.stat().st_mtime)


def discard(found: Found) -> None:
    """The user does not want this snapshot, or has it open: drop it."""
    shutil.rmtree(found.folder, ignore_errors=True)
