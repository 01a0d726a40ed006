"""Workshop files on disk: read whole, written whole, never truncated.

Saving looks whether the old file is still the one that was opened, keeps a copy of its bytes, and writes the new one
whole (files.py). Whatever fails on the way, one whole version lies on disk.
"""

import hashlib
import os
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from foresight.core.backups import keep_backup, keep_version
from foresight.core.decoding import Reading, decode
from foresight.core.document import Document, Id, Slice
from foresight.core.encoding import encode
from foresight.core.files import reason, write_whole
from foresight.core.problems import ConflictProblem, FileProblem, HeldProblem
from foresight.core.strict_json import BYTES_MOST
from foresight.core.words import _

ENDING = ".foresight"
_DOC_ID = re.compile(rb'"doc_id": "([A-Za-z0-9_-]{1,64})"')
_HEAD = 1_000
"""Bytes among which a workshop file says whose it is."""
Warn = Callable[[FileProblem], object]


def unheard(problem: FileProblem) -> None:
    """A Warn that tells nobody."""


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


def save(document: Document, path: Path, expected: Stamp | None = None, *, warn: Warn = unheard) -> Stamp:
    """Write the document to ``path``; returns what lies there now.

    ``expected`` is what should lie there; if something else does, ConflictProblem is raised and nothing is written.
    ``warn`` is told when no copy of the old version could be kept: the save itself matters more.
    Raises FileProblem; the file then is what it was before, and no temporary file is left. When another program would
    not let go of the file, a copy of the document is kept among its versions, and the problem says where.
    """
    text = encode(document)
    old = read_bytes(path) if os.path.exists(path) else None  # noqa: PTH110 - never raises, as Path.exists does
    if expected is not None and (old is None or hashlib.sha256(old).hexdigest() != expected.sha256):
        raise ConflictProblem(
            _("{name} was changed by another program since it was opened. Nothing was saved.").format(name=path.name)
        )
    if old is not None and old != text:
        try:
            keep_backup(_owner(old) or document.doc_id, old)
        except FileProblem as problem:
            warn(_no_copy(problem))
    try:
        write_whole(path, text)
    except HeldProblem as problem:
        raise _rescued(document, path, text, problem) from problem
    return _stamp(path, text)


def _owner(text: bytes) -> Id | None:
    """Which workshop it is that lies there: what is saved over need not be an earlier version of what is saved."""
    found = _DOC_ID.search(text, 0, _HEAD)
    return found[1].decode() if found else None


def _no_copy(problem: FileProblem) -> FileProblem:
    said = _("The workshop was saved, but no copy of the version before could be kept: {reason}.")
    return FileProblem(said.format(reason=problem.reason), details=problem.details, reason=problem.reason)


def _rescued(document: Document, path: Path, text: bytes, problem: HeldProblem) -> FileProblem:
    """What is said when the file could not be replaced, once a copy is kept elsewhere."""
    try:
        copy = keep_version(document.doc_id, text, _("Not saved in {name}").format(name=path.name))
    except FileProblem:
        return problem
    said = _(
        "{name} could not be saved: another program holds it, or you are not allowed to replace it. The old version is "
        "still there. A rescue copy of your work is under File > Versions and lies in {place}. "
        "Try again in a moment, or save under another name or place."
    )
    return HeldProblem(said.format(name=path.name, place=copy), details=problem.details, reason=problem.reason)
