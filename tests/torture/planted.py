"""Faults planted in the engine, to prove that the games of machine.py find such faults."""

from pathlib import Path
from typing import Any
from unittest import mock

from hypothesis import Phase

from foresight.core import integrity
from foresight.core.document import Document, Entity, Value
from foresight.core.encoding import encode
from foresight.core.history import Edit, History
from foresight.core.recovery import Recorder
from tests.torture.machine import Unfit, play
from tests.torture.table import Row, Trial

PRUNED, DO, UNDO, BUT, RECORD = integrity._pruned_field, History.do, History.undo, Value.but, Recorder.record


def _forgets_keys(held: Any, kind: str, doomed: set[str], gone: list[Any]) -> Any:
    return held if kind == "ref keys" else PRUNED(held, kind, doomed, gone)  # type: ignore[arg-type]


def _redoes_what_is_past(self: History, edit: Edit) -> bool:
    undone = list(self._undone)
    changed = DO(self, edit)
    self._undone[:] = undone
    return changed


def _undoes_two(self: History) -> None:
    UNDO(self)
    if len(self._done) == 2:
        UNDO(self)


def _changes_in_place(self: Value, **changes: Any) -> Any:
    made = BUT(self, **changes)
    if isinstance(self, Entity):  # other values may be the defaults of a class, which would stay spoilt
        self.__dict__.update({name: getattr(made, name) for name in changes})
    return made


def _saves_without_strangers(document: Document) -> bytes:
    return encode(Document(document.slices, {}, document.doc_id))


def _keeps_all_but_one(self: Recorder, document: Document, *rest: Any) -> None:
    kept = list(document.slices.values())[:-1]
    RECORD(self, Document({type(part): part for part in kept}, document.foreign, document.doc_id), *rest)


PLANTED: dict[str, tuple[str, Any]] = {
    "a deletion leaves keys that point at nothing": ("foresight.core.integrity._pruned_field", _forgets_keys),
    "an edit after undo can be undone forwards": ("foresight.core.history.History.do", _redoes_what_is_past),
    "undo takes two steps once": ("foresight.core.history.History.undo", _undoes_two),
    "an edit changes what it was given": ("foresight.core.document.Value.but", _changes_in_place),
    "saving drops what others wrote": ("foresight.core.storage.encode", _saves_without_strangers),
    "a snapshot loses a part": ("foresight.core.recovery.Recorder.record", _keeps_all_but_one),
}


def planted(folder: Path, count: int) -> Row:
    """Play at most ``count`` games against each of PLANTED."""
    missed = []
    for name, (place, wrong) in PLANTED.items():
        with mock.patch(place, wrong):
            try:
                play(folder, count, (Phase.generate,))
                missed.append(name)
            except Unfit:
                continue
    found = f"{len(PLANTED) - len(missed)} of {len(PLANTED)}" + "".join(f"; not found: {name}" for name in missed)
    return Row("faults planted in the engine are found by these edits", "all", found, not missed)


TRIALS = (Trial("planted", planted, full=500, short=500),)
