"""Workshop files on disk: read whole, written whole, never truncated.

Saving writes a temporary file beside the old one, forces it to the disk, reads it back, keeps a copy of the old bytes,
and only then puts the new file in the old one's place. Whatever fails on the way, one whole version lies on disk.
"""

import contextlib
import errno
import hashlib
import os
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from foresight.core.backups import keep_backup
from foresight.core.document import Document, Slice
from foresight.core.encoding import BYTES_MOST, Reading, decode, encode
from foresight.core.problems import ConflictProblem, FileProblem
from foresight.core.words import _

ENDING = ".foresight"

_WINDOWS_BUSY = {5, 32, 33}


@dataclass(frozen=True)
class Stamp:
    """Which bytes lay on disk when a workshop was read or last saved."""

    sha256: str
    size: int
    modified: int
    """Nanoseconds."""


@dataclass(frozen=True)
class Opened:
    """A workshop file as it was read."""

    reading: Reading
    stamp: Stamp

    @property
    def document(self) -> Document:
        """What the file holds."""
        return self.reading.document


def read_bytes(path: Path) -> bytes:
    """The bytes of the file. Raises FileProblem with a sentence for the user."""
    try:
        if path.is_dir():
            raise FileProblem(_("{name} is a folder. Choose a workshop file.").format(name=path.name))
        if path.stat().st_size > BYTES_MOST:
            raise FileProblem(_("The file is larger than 32 MB and is not read. Check that it is a workshop file."))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileProblem(_("There is no file {name}.").format(name=path.name), details=str(path)) from error
    except PermissionError as error:
        raise FileProblem(
            _("You are not allowed to read {name}.").format(name=path.name), details=str(error)
        ) from error
    except (OSError, ValueError) as error:
        raise FileProblem(
            _("{name} could not be read: {reason}.").format(name=path.name, reason=_words(error)), details=str(error)
        ) from error


def open_file(path: Path, kinds: Sequence[type[Slice]]) -> Opened:
    """Read a workshop file. Raises FileProblem."""
    text = read_bytes(path)
    reading = decode(text, kinds)
    return Opened(reading, _stamp(path, text))


def load(path: Path, kinds: Sequence[type[Slice]]) -> Document:
    """The document in a workshop file. Raises FileProblem."""
    return open_file(path, kinds).document


def _stamp(path: Path, text: bytes) -> Stamp:
    try:
        modified = path.stat().st_mtime_ns
    except OSError:
        modified = 0
    return Stamp(hashlib.sha256(text).hexdigest(), len(text), modified)


def changed_on_disk(path: Path, stamp: Stamp) -> bool:
    """Whether the file at ``path`` is no longer the one that ``stamp`` describes; a missing file counts as changed."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() != stamp.sha256
    except OSError:
        return True


def save(document: Document, path: Path, expected: Stamp | None = None) -> Stamp:
    """Write the document to ``path``; returns what lies there now.

    ``expected`` is what should lie there; if something else does, ConflictProblem is raised and nothing is written.
    Raises FileProblem; the file then is what it was before, and no temporary file is left.
    """
    text = encode(document)
    try:
        target = Path(os.path.realpath(path))
        old = target.read_bytes() if target.exists() else None
    except (OSError, ValueError) as error:
        raise _not_saved(path, error) from error
    if expected is not None and (old is None or hashlib.sha256(old).hexdigest() != expected.sha256):
        raise ConflictProblem(
            _("{name} was changed by another program since it was opened. Nothing was saved.").format(name=path.name)
        )
    if old is not None and old != text:
        keep_backup(document.doc_id, old)
    _replace(target, text)
    return _stamp(target, text)


def write_whole(path: Path, data: bytes) -> None:
    """Write any file (a brief, a snapshot) so that either the old or the new bytes are there. Raises FileProblem."""
    _replace(Path(os.path.realpath(path)), data)


def _replace(target: Path, data: bytes) -> None:
    """Put ``data`` in the place of the file ``target``."""
    temporary = target.parent / f".{secrets.token_hex(6)}.tmp"
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        _write_new(temporary, data, mode)
        if temporary.read_bytes() != data:
            raise OSError(_("the disk gave other bytes back than were written"))
        _swap(temporary, target)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise _not_saved(target, error) from error
    _sync_folder(target.parent)


def _write_new(path: Path, data: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, mode)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(handle, view) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(temporary: Path, target: Path) -> None:
    """Rename; on Windows patiently, because virus scanners and sync tools hold files open for a moment."""
    waited, pause = 0.0, 0.05
    while True:
        try:
            temporary.replace(target)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _WINDOWS_BUSY or waited >= 5:
                raise
        time.sleep(pause)
        waited, pause = waited + pause, min(pause * 2, 1)


def _sync_folder(folder: Path) -> None:
    """After this a power cut cannot take the new name away. Windows has no such call and needs none."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):  # some network file systems refuse; the file itself is already safe
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _not_saved(path: Path, error: Exception) -> FileProblem:
    return FileProblem(
        _(
            "{name} could not be saved: {reason}. The old version is still there; save under another name or place."
        ).format(name=path.name, reason=_words(error)),
        details=str(error),
    )


def _words(error: Exception) -> str:
    """The reason of an operating system error in words that help."""
    number = getattr(error, "errno", None)
    reasons = {
        errno.ENOSPC: _("the disk is full"),
        getattr(errno, "EDQUOT", -1): _("your share of the disk is full"),
        errno.EACCES: _("you are not allowed to write there"),
        errno.EPERM: _("you are not allowed to write there"),
        errno.EROFS: _("the disk is read-only"),
        errno.ENOENT: _("the folder is no longer there"),
        errno.ENOTDIR: _("the folder is no longer there"),
        errno.ENAMETOOLONG: _("the name is too long"),
        errno.EIO: _("the disk reports an error"),
    }
    return reasons.get(number, str(error)) if number is not None else str(error)
