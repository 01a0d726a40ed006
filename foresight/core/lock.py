"""Who has a workshop file open: one program at a time writes it, the others read.

The lock lies in the program's own folder, named after the file's real path; the operating system lets go of it when
its owner ends, however it ends. Between machines the check at saving (storage.save) finds the other's changes.
"""

import contextlib
import datetime
import getpass
import hashlib
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from foresight.core.files import own_folder
from foresight.core.problems import FileProblem


@dataclass(frozen=True)
class Holder:
    """The program that has a file open."""

    user: str
    process: int
    since: str
    """ISO time."""


class Lock:
    """A lock that is held until released, or forgotten."""

    def __init__(self, file: BinaryIO, note: Path) -> None:
        self._file = file
        self._note = note

    def __del__(self) -> None:
        self._file.close()

    @property
    def wanted_by(self) -> Holder | None:
        """Who asks to have it instead, if anybody does."""
        wanted = _request(self._note)
        return _holder(wanted) if wanted.exists() else None

    def release(self) -> None:
        """Let others have it."""
        if self._file.closed:  # by now both names may belong to somebody else
            return
        for path in (_request(self._note), self._note, Path(self._file.name)):
            with contextlib.suppress(OSError):  # Windows keeps an open file; it is used again next time
                path.unlink()
        self._file.close()


def lock(name: Path) -> Lock | Holder:
    """Take the lock for the file ``name`` (it need not exist); who holds it when somebody else does.

    Raises FileProblem when the program's own folder cannot be written.
    """
    with own_folder("locks") as folder:
        note = _note_of(folder, name)
        path = note.with_suffix(".lock")
        file = path.open("ab")
        while _taken(file):
            if _lies_at(file, path):
                _request(note).unlink(missing_ok=True)  # whoever asked the one before us must ask us
                _write_note(note)
                return Lock(file, note)
            file.close()
            file = path.open("ab")
        file.close()
        return _holder(note)


def ask_for(name: Path) -> None:
    """Ask whoever holds the lock for the file ``name`` to let go of it. Raises FileProblem when that is impossible."""
    with own_folder("locks") as folder:
        _write_note(_request(_note_of(folder, name)))


def ask_no_longer(name: Path) -> None:
    """Take back what ``ask_for`` asked."""
    with contextlib.suppress(FileProblem), own_folder("locks") as folder:
        _request(_note_of(folder, name)).unlink(missing_ok=True)


def _note_of(folder: Path, name: Path) -> Path:
    """Where it is noted who holds the lock for the file ``name``."""
    real = os.path.normcase(os.path.realpath(name))
    return folder / f"{hashlib.sha256(real.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.json"


def _request(note: Path) -> Path:
    """Where it is noted who asks for the lock."""
    return note.with_suffix(".wanted")


def _lies_at(file: BinaryIO, path: Path) -> bool:
    """Whether ``path`` still names this open file: who let go of the lock took the name away with it."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _write_note(note: Path) -> None:
    text = {
        "user": _user(),
        "process": os.getpid(),
        "since": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    with contextlib.suppress(OSError):  # the note only tells others who it is
        note.write_text(json.dumps(text), "utf-8")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _taken(file: BinaryIO) -> bool:
    """Whether the lock on this open file could be had."""
    if sys.platform == "win32":
        import msvcrt

        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # Some network file systems know no locks. Then there is none, and saving still notices what others saved.
        return True
    return True


def _holder(note: Path) -> Holder:
    try:
        data = json.loads(note.read_text("utf-8"))
        return Holder(str(data["user"]), int(data["process"]), str(data["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder("", 0, "")
