"""Workshop files on disk: read whole, written whole, never truncated.

Saving looks whether the old file is still the one that was opened, keeps a copy of its bytes, and writes the new one
whole (files.py). Whatever fails on the way, one whole version lies on disk.
"""

import hashlib
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from foresight.core.backups import keep_backup
from foresight.core.decoding import Reading, decode
from foresight.core.document import Document, Slice
from foresight.core.encoding import encode
from foresight.core.files import reason, write_whole
from foresight.core.problems import ConflictProblem, FileProblem
from foresight.core.strict_json import BYTES_MOST
from foresight.core.words import _

ENDING = ".foresight"


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
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileProblem(_("{name} is a folder. Choose a workshop file.").format(name=path.name))
        if not stat.S_ISREG(mode):
            raise FileProblem(_("{name} is not a file. Choose a workshop file.").format(name=path.name))
        with path.open("rb") as file:
            text = file.read(BYTES_MOST + 1)
    except FileNotFoundError as error:
        raise FileProblem(_("There is no file {name}.").format(name=path.name), details=str(path)) from error
    except PermissionError as error:
        raise FileProblem(
            _("You are not allowed to read {name}.").format(name=path.name), details=str(error)
        ) from error
    except (OSError, ValueError) as error:
        raise FileProblem(
            _("{name} could not be read: {reason}.").format(name=path.name, reason=reason(error)), details=str(error)
        ) from error
    if len(text) > BYTES_MOST:
        raise FileProblem(_("The file is larger than 32 MB and is not read. Check that it is a workshop file."))
    return text


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
        return hashlib.sha256(read_bytes(path)).hexdigest() != stamp.sha256
    except FileProblem:
        return True


def save(document: Document, path: Path, expected: Stamp | None = None) -> Stamp:
    """Write the document to ``path``; returns what lies there now.

    ``expected`` is what should lie there; if something else does, ConflictProblem is raised and nothing is written.
    Raises FileProblem; the file then is what it was before, and no temporary file is left.
    """
    text = encode(document)
    old = read_bytes(path) if os.path.exists(path) else None  # noqa: PTH110 - never raises, as Path.exists does
    if expected is not None and (old is None or hashlib.sha256(old).hexdigest() != expected.sha256):
        raise ConflictProblem(
            _("{name} was changed by another program since it was opened. Nothing was saved.").format(name=path.name)
        )
    if old is not None and old != text:
        keep_backup(document.doc_id, old)
    write_whole(path, text)
    return _stamp(path, text)
