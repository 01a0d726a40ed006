"""Versions of a workshop, in the program's own folder: copies of what saving replaced, and those that were given names.

Saving keeps copies and lets old ones go (``kept``). A version with a name stays until its user deletes it; the name
lies beside it, in a file of its own that is written first.
"""

import datetime
import hashlib
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass
from pathlib import Path

from foresight.core.document import Id
from foresight.core.files import own_folder, write_whole
from foresight.core.folders import data_folder
from foresight.core.problems import FileProblem
from foresight.core.text import clean_line
from foresight.core.words import _

KEPT = 10
DAYS = 14
WEEKS = 8
TIME_FORMAT = "%Y%m%dT%H%M%S.%fZ"
"""What the name of a copy begins with: when it was made, in UTC."""
NAME_LENGTH = 80

Time = datetime.datetime


@dataclass(frozen=True)
class Version:
    """A version that lies there."""

    path: Path
    time: Time
    """When it was kept, in local time."""
    name: str
    """What the user called it; "" for a copy that saving kept by itself."""
    size: int
    """Bytes."""


def kept(times: Collection[Time], now: Time) -> frozenset[Time]:
    """Which of the copies made at ``times`` stay: the ten newest, the newest of each of the last 14 days on which there
    are copies, and the newest of each of the last eight such weeks (Monday to Sunday).

    A copy from after ``now`` was made before the clock was set back. It stays and does not count: its age is unknown,
    and it must not push out what is made today.
    """
    past = sorted((time for time in times if time <= now), reverse=True)
    days = _newest_of_each(past, lambda time: time.date())
    weeks = _newest_of_each(past, lambda time: time.isocalendar()[:2])
    future = (time for time in times if time > now)
    return frozenset([*future, *past[:KEPT], *days[:DAYS], *weeks[:WEEKS]])


def backup_folder(doc_id: Id) -> Path:
    """Where the versions of this workshop lie."""
    return data_folder() / "backups" / doc_id


def backups(doc_id: Id) -> tuple[Path, ...]:
    """The versions of this workshop, newest first. Raises FileProblem when the folder cannot be read."""
    with own_folder("backups"):
        return tuple(sorted(backup_folder(doc_id).glob("*.foresight"), reverse=True))


def versions(doc_id: Id) -> tuple[Version, ...]:
    """The versions of this workshop, newest first. Raises FileProblem when the folder cannot be read."""
    found = (_version(path) for path in backups(doc_id))
    return tuple(version for version in found if version is not None)


def workshops_with_versions() -> tuple[Id, ...]:
    """The workshops that have versions, the one that was saved last first. Raises FileProblem as ``backups`` does."""
    with own_folder("backups") as folder:
        newest: dict[Id, str] = {}
        for path in folder.glob("*/*.foresight"):
            newest[path.parent.name] = max(path.name, newest.get(path.parent.name, ""))
        return tuple(sorted(newest, key=lambda doc_id: newest[doc_id], reverse=True))


def keep_backup(doc_id: Id, text: bytes) -> Path:
    """Keep these bytes as a copy; old ones go. Raises FileProblem when it could not be kept."""
    held = backups(doc_id)
    if held and _is_copy_of(held[0], text):
        return held[0]
    path = _write(doc_id, text)
    _let_old_ones_go(doc_id)
    return path


def keep_version(doc_id: Id, text: bytes, name: str) -> Path:
    """Keep these bytes under a name until the user deletes them. Raises FileProblem when they could not be kept."""
    name = clean_line(name, NAME_LENGTH)
    try:
        for version in versions(doc_id):
            if version.name == name and _is_copy_of(version.path, text):
                return version.path
        return _write(doc_id, text, name)
    except FileProblem as problem:
        said = _("The version could not be kept: {reason}. Save the workshop under another name instead.")
        raise FileProblem(said.format(reason=problem.reason), problem.details, problem.reason) from problem


def rename_version(version: Version, name: str) -> None:
    """Give a version a name, or another one; from now on it stays. Raises FileProblem."""
    write_whole(_note(version.path), clean_line(name, NAME_LENGTH).encode())


def delete_version(version: Version) -> None:
    """The user does not want it any more. Raises FileProblem."""
    with own_folder("backups"):
        version.path.unlink(missing_ok=True)
        _note(version.path).unlink(missing_ok=True)


def _now() -> Time:
    return datetime.datetime.now(datetime.UTC)


def _newest_of_each(times: list[Time], part: Callable[[Time], Hashable]) -> list[Time]:
    """``times``, newest first, without those that share their day or week with a newer one."""
    first: dict[Hashable, Time] = {}
    for time in times:
        first.setdefault(part(time), time)
    return list(first.values())


def _write(doc_id: Id, text: bytes, name: str = "") -> Path:
    made = _now().strftime(TIME_FORMAT)
    with own_folder("backups"):
        folder = backup_folder(doc_id)
        folder.mkdir(exist_ok=True)
        path = folder / f"{made}-{_digest(text)}.foresight"
        if name:
            write_whole(_note(path), name.encode())
        try:
            write_whole(path, text)
        except FileProblem:
            _note(path).unlink(missing_ok=True)
            raise
    return path


def _let_old_ones_go(doc_id: Id) -> None:
    copies = [version for version in versions(doc_id) if not version.name]
    staying = kept([copy.time for copy in copies], _now())
    with own_folder("backups"):
        for copy in copies:
            if copy.time not in staying:
                copy.path.unlink(missing_ok=True)


def _version(path: Path) -> Version | None:
    """The version at this path; None for a file that is none, or that another window just let go."""
    try:
        made = datetime.datetime.strptime(path.stem.split("-")[0], TIME_FORMAT).replace(tzinfo=datetime.UTC)
        return Version(path, made.astimezone(), _name(path), path.stat().st_size)
    except (ValueError, OverflowError, OSError):
        return None


def _note(path: Path) -> Path:
    """Where the name of a version lies."""
    return path.with_suffix(".name")


def _name(path: Path) -> str:
    try:
        text = _note(path).read_bytes()[: 8 * NAME_LENGTH]
    except FileNotFoundError:
        return ""
    # A name that cannot be read still says that this version is to stay.
    return clean_line(text.decode("utf-8", "replace"), NAME_LENGTH) or "?"


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()[:12]


def _is_copy_of(path: Path, text: bytes) -> bool:
    return path.stem.endswith(_digest(text))
