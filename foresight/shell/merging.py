"""Other workshop files merged with the one that is open, on trial: nothing of it is changed here."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from foresight.core.document import Document, Entity, Value
from foresight.core.merging import Merged, merge, merge_all
from foresight.core.methods import slice_kinds
from foresight.core.naming import beginning, own_name, thing
from foresight.core.problems import FileProblem
from foresight.core.storage import Opened, open_file
from foresight.core.words import _


@dataclass(frozen=True)
class Incoming:
    """Other workshops merged into the present one."""

    merged: Merged
    files: int
    """How many could be read."""
    notes: tuple[str, ...]
    """What is to be said about single files."""


def incoming(present: Document, paths: Sequence[Path], own: Path | None) -> Incoming:
    """What these files would bring; ``own`` is the file of the present workshop, which brings nothing.

    A file that cannot be read is told, not raised.
    """
    documents: list[Document] = []
    notes: list[str] = []
    ours = _real(own) if own is not None else None
    for path in dict.fromkeys(map(_real, paths)):
        try:
            if path == ours:
                raise FileProblem(_("it is the workshop that is open here."))
            reading = open_file(path, slice_kinds()).reading
        except FileProblem as problem:
            notes.append(_("{name} is left out: {problem}").format(name=path.name, problem=problem.message))
            continue
        documents.append(reading.document)
        notes.extend(f"{path.name}: {said}" for said in (*reading.repairs, *reading.taken_out))
    merged = merge_all(present, documents)
    return Incoming(merged, len(documents), (*notes, *_namesakes(merged)))


def _namesakes(merged: Merged) -> list[str]:
    """What came in under a name that something else of its kind has: groups often think of the same."""

    def called(value: Value) -> tuple[type[Value], str]:
        return type(value), own_name(value).casefold()

    all_there = Counter(called(entity) for part in merged.document.slices.values() for entity in part.entities())
    came = [each.after for each in merged.brought if each.change == "added" and isinstance(each.after, Entity)]
    twice = {called(value): value for value in came if own_name(value) and all_there[called(value)] > 1}
    said = _("{thing} is there more than once under that name. Look whether they are one.")
    return [said.format(thing=beginning(thing(type(value), own_name(value)))) for value in twice.values()]


def _real(path: Path) -> Path:
    """Where the path leads to; itself when it leads nowhere (a link to itself): reading it then says so."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def merged_with_disk(path: Path, base: Document | None, mine: Document) -> tuple[Merged, Opened]:
    """``mine`` merged with what lies on disk; ``base`` is what lay there before. Raises FileProblem."""
    opened = open_file(path, slice_kinds())
    if not opened.reading.writable:
        said = _("{name} was saved by a newer Foresight and cannot be merged. Save yours under another name.")
        raise FileProblem(said.format(name=path.name))
    return merge(base, mine, opened.document), opened
