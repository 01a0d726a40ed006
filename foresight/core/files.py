"""Files written whole: whatever fails on the way, the old or the new bytes lie there, never a part of them.

A temporary file is written beside the old one, forced to the disk, read back, and only then put in its place.
"""

import contextlib
import errno
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from foresight.core.folders import data_folder
from foresight.core.problems import FileProblem, HeldProblem
from foresight.core.words import _, byte_size

PATIENCE = 5
"""Seconds that another program is given to let go of a file."""
TEMPORARY = ".foresight-*.tmp"
"""What files are called while they are written."""
LEFT_AFTER = 3_600
"""Seconds after which nobody writes such a file any more."""
_WINDOWS_BUSY = {5, 32, 33}

T = TypeVar("T")


def write_whole(path: Path, data: bytes) -> None:
    """Make ``data`` the content of the file ``path``; a link stays a link, and the file keeps its mode.

    Raises FileProblem (HeldProblem when another program holds the file); the file then is what it was before, and no
    temporary file is left.
    """
    try:
        target = Path(os.path.realpath(path))
        _require_ours_to_write(target)
        temporary = target.parent / TEMPORARY.replace("*", secrets.token_hex(6))
        try:
            _write_new(temporary, data, mode=target.stat().st_mode & 0o777 if target.exists() else None)
            if temporary.read_bytes() != data:
                raise OSError(_("the disk gave other bytes back than were written"))
            _swap(temporary, target, data)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except (OSError, ValueError) as error:
        raise _not_written(path, data, error) from error
    _sync_folder(target.parent)
    _sweep(target.parent)


def _require_ours_to_write(target: Path) -> None:
    """Replacing asks only for the right to write in the folder; what stands there may still say no."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, str(target))
    if target.exists() and not target.is_file():
        raise OSError(_("it is not a file"))
    if target.exists() and not os.access(target, os.W_OK):
        os.close(os.open(target, os.O_WRONLY))  # raises what the reason is: a disk may be read-only as a whole
        raise PermissionError(errno.EACCES, str(target))


def _write_new(path: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o666 if mode is None else mode)
    try:
        if mode is not None and os.name == "posix":
            with contextlib.suppress(OSError):  # some file systems know no modes
                os.fchmod(handle, mode)
        view = memoryview(data)
        while view:
            written = os.write(handle, view)
            if not written:
                raise OSError(errno.EIO, str(path))
            view = view[written:]
        os.fsync(handle)
    finally:
        os.close(handle)


def patiently(act: Callable[[], T]) -> T:
    """``act()``, tried again for five seconds with growing pauses while another program holds the file.

    Virus scanners and sync tools hold files open for a moment: Windows then refuses with errors of its own, network
    disks with "busy" or "not allowed". Raises the last of these errors, and any other OSError at once.
    """
    waited, pause = 0.0, 0.05
    while True:
        try:
            return act()
        except OSError as error:
            if not _is_held(error) or waited >= PATIENCE:
                raise
        time.sleep(pause)
        waited, pause = waited + pause, min(pause * 2, 1)


def _is_held(error: OSError) -> bool:
    return (
        isinstance(error, PermissionError)
        or error.errno == errno.EBUSY
        or getattr(error, "winerror", None) in _WINDOWS_BUSY
    )


class _Held(OSError):
    """The file could not be replaced because another program holds it."""


def _swap(temporary: Path, target: Path, data: bytes) -> None:
    try:
        patiently(lambda: temporary.replace(target))
    except OSError as error:
        if _is_swapped(temporary, target, data):
            return
        if _is_held(error):
            raise _Held(errno.EBUSY, str(error)) from error
        raise


def _is_swapped(temporary: Path, target: Path, data: bytes) -> bool:
    """Network disks may rename a file and lose the answer; asked again, they say that there is no such file."""
    with contextlib.suppress(OSError):
        return not temporary.exists() and target.read_bytes() == data
    return False


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


def _sweep(folder: Path) -> None:
    """Remove what a program left half written when it was killed or the power failed."""
    with contextlib.suppress(OSError):
        for left in folder.glob(TEMPORARY):
            if time.time() - left.stat().st_mtime > LEFT_AFTER:
                left.unlink()


def _not_written(path: Path, data: bytes, error: Exception) -> FileProblem:
    said = _("{name} could not be saved: {reason}. Save under another name or place.")
    why = reason(error)
    with contextlib.suppress(OSError, ValueError):
        if path.is_file():
            said = _(
                "{name} could not be saved: {reason}. The old version is still there; save under another name or place."
            )
        if getattr(error, "errno", None) == errno.ENOSPC:
            why = _full(len(data) - shutil.disk_usage(os.path.realpath(path.parent)).free)
    kind = HeldProblem if isinstance(error, _Held) else FileProblem
    return kind(said.format(name=path.name, reason=why), details=str(error), reason=why)


def _full(missing: int) -> str:
    """``missing``: how many bytes more the disk would have to have free; the old file and the new one lie there both
    for a moment."""
    if missing <= 0:  # somebody made room since, or the disk counts in another way than it said
        return _("the disk is full")
    return _("the disk is full, {size} more is needed").format(size=byte_size(missing))


@contextlib.contextmanager
def own_folder(name: str) -> Iterator[Path]:
    """A folder inside the program's own one, made when missing. Raises FileProblem for any OSError in the block."""
    try:
        folder = data_folder() / name
        folder.mkdir(exist_ok=True)
        yield folder
    except OSError as error:
        raise FileProblem(
            _("Foresight cannot use its own folder: {reason}. Unsaved work is not protected.").format(
                reason=reason(error)
            ),
            details=str(error),
            reason=reason(error),
        ) from error


def reason(error: Exception) -> str:
    """Why the operating system refused, in words that help and stand in the middle of a sentence."""
    number = getattr(error, "errno", None)
    reasons = {
        errno.ENOSPC: _("the disk is full"),
        getattr(errno, "EDQUOT", -1): _("your share of the disk is full"),
        errno.EFBIG: _("the file is too large for this disk"),
        errno.EACCES: _("you are not allowed to write there"),
        errno.EPERM: _("you are not allowed to write there"),
        errno.EROFS: _("the disk is read-only"),
        errno.ENOENT: _("the folder is no longer there"),
        errno.ENOTDIR: _("the folder is no longer there"),
        errno.EISDIR: _("a folder has that name"),
        errno.ENAMETOOLONG: _("the name is too long"),
        errno.EIO: _("the disk reports an error"),
        errno.EBUSY: _("another program holds it, or you are not allowed to replace it"),
    }
    if number in reasons:
        return reasons[number]
    return (getattr(error, "strerror", None) or str(error)).rstrip(".")
