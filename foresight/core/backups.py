"""Copies of what a save replaced, in the program's own folder: the last ten of each workshop."""

import datetime
import hashlib
from pathlib import Path

from foresight.core.document import Id
from foresight.core.files import own_folder, write_whole
from foresight.core.folders import data_folder
from foresight.core.problems import FileProblem

KEPT = 10
TIME_FORMAT = "%Y%m%dT%H%M%S.%fZ"
"""What the name of a copy begins with: when it was made, in UTC."""


def backup_folder(doc_id: Id) -> Path:
    """Where the copies of this workshop lie."""
    return data_folder() / "backups" / doc_id


def backups(doc_id: Id) -> tuple[Path, ...]:
    """The copies of this workshop, newest first. Raises FileProblem when the folder cannot be read."""
    with own_folder("backups"):
        return tuple(sorted(backup_folder(doc_id).glob("*.foresight"), reverse=True))


def all_backups() -> tuple[Path, ...]:
    """The copies of every workshop, newest first. Raises FileProblem when the folder cannot be read."""
    with own_folder("backups") as folder:
        return tuple(sorted(folder.glob("*/*.foresight"), key=lambda path: path.name, reverse=True))


def kept_at(backup: Path) -> datetime.datetime:
    """When this copy was made, in local time. Raises ValueError for a file that is none."""
    made = backup.stem.split("-")[0]
    return datetime.datetime.strptime(made, TIME_FORMAT).replace(tzinfo=datetime.UTC).astimezone()


def keep_backup(doc_id: Id, text: bytes) -> Path | None:
    """Keep these bytes as a copy; the oldest beyond ten go. None when it could not be kept: saving goes on."""
    digest = hashlib.sha256(text).hexdigest()[:12]
    now = datetime.datetime.now(datetime.UTC).strftime(TIME_FORMAT)
    try:
        held = backups(doc_id)
        if held and held[0].stem.endswith(digest):
            return held[0]
        with own_folder("backups"):
            folder = backup_folder(doc_id)
            folder.mkdir(exist_ok=True)
            path = folder / f"{now}-{digest}.foresight"
            write_whole(path, text)
            for old in backups(doc_id)[KEPT:]:
                old.unlink()
    except FileProblem:
        # The save itself matters more than the copy of what was before it.
        return None
    return path
