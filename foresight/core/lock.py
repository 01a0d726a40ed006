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

from foresight.core.folders import data_folder


@dataclass(frozen=True)
class Holder:
    """The program that has a file open."""

    user: str
    process: int
    since: str
    """ISO time."""


class Lock:
    """A lock that is held until released."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def release(self) -> None:
        """Let others have it."""
        self._file.close()


def lock(name: Path) -> Lock | Holder:
    """Take the lock for the file ``name``; who holds it when somebody else does."""
    real = os.path.normcase(os.path.realpath(name))
    folder = data_folder() / "locks"
    folder.mkdir(exist_ok=True)
    base = folder / hashlib.sha256(real.encode("utf-8", "surrogateescape")).hexdigest()[:32]
    file = base.with_suffix(".lock").open("ab")
    if not _taken(file):
        file.close()
        return _holder(base.with_suffix(".json"))
    note = {
        "user": _user(),
        "process": os.getpid(),
        "since": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    with contextlib.suppress(OSError):  # the note only tells others who it is
        base.with_suffix(".json").write_text(json.dumps(note), "utf-8")
    return Lock(file)


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
    except OSError:
        return False
    return True


def _holder(note: Path) -> Holder:
    try:
        data = json.loads(note.read_text("utf-8"))
        return Holder(str(data["user"]), int(data["process"]), str(data["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder("", 0, "")
