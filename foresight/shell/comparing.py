"""A version beside the workshop as it is now: what is different, in words, and how the one becomes the other."""

from dataclasses import dataclass
from pathlib import Path

from foresight.core.backups import versions, workshops_with_versions
from foresight.core.differences import differences, line, summary
from foresight.core.document import Document, Id
from foresight.core.methods import slice_kinds
from foresight.core.problems import FileProblem
from foresight.core.progress import Tick, no_tick
from foresight.core.storage import load
from foresight.core.words import _
from foresight.model.workshop import Workshop
from foresight.shell.status import counts

WORKSHOPS_MOST = 30


@dataclass(frozen=True)
class Comparison:
    """What a version holds, and what has happened since."""

    document: Document
    holds: str
    """How much there is in it: "36 trends · 14 drivers"."""
    since: str
    """What was done since, in one line; "" when nothing is different, or when there is nothing to compare with."""
    lines: tuple[str, ...] = ()
    """The same, thing by thing."""


def compared(path: Path, present: Document | None, tick: Tick = no_tick) -> Comparison:
    """Read a version and say what is different in the ``present`` workshop (None: in another workshop, say nothing).

    Raises FileProblem.
    """
    document = load(path, slice_kinds())
    tick(0.5)
    found = differences(document, present) if present is not None else ()
    holds = " · ".join(counts(document)) or _("Nothing is in it yet")
    return Comparison(document, holds, summary(found), tuple(map(line, found)))


def restored(present: Document, version: Document) -> Document:
    """``present`` with everything as it is in the version; ``present`` itself when nothing is different.

    What is the same stays the same object, so that only what really changes is shown anew.
    """
    kinds = present.slices.keys() | version.slices.keys()
    changed = [version[kind] for kind in kinds if present[kind] != version[kind]]
    made = present.put(*changed)
    return made if made.foreign == version.foreign else Document(made.slices, version.foreign, made.doc_id)


def other_workshops(present: Id, tick: Tick = no_tick) -> list[tuple[Id, str]]:
    """The other workshops that have versions, by their titles, the one that was saved last first.

    Raises FileProblem when the program's own folder cannot be read.
    """
    found = []
    for doc_id in workshops_with_versions()[:WORKSHOPS_MOST]:
        tick(0.5)
        if doc_id != present:
            found.append((doc_id, _title(doc_id)))
    return found


def _title(doc_id: Id) -> str:
    """What a workshop is called in the newest of its versions that can be read."""
    for version in versions(doc_id):
        try:
            return load(version.path, slice_kinds())[Workshop].title or _("Untitled workshop")
        except FileProblem:
            continue
    return _("Untitled workshop")
