"""Any edits of any method in any order, with undo, redo, saving, opening and recovery in between."""

import os
import shutil
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any, ClassVar
from unittest import mock

from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from pydantic import ValidationError

from foresight.core.decoding import decode
from foresight.core.document import Document, Entity
from foresight.core.encoding import encode
from foresight.core.history import Edit, History
from foresight.core.integrity import removal
from foresight.core.methods import slice_kinds
from foresight.core.problems import Problem
from foresight.core.recovery import Recorder, discard, find
from foresight.core.storage import Stamp, open_file, save
from foresight.core.survey import references
from tests.torture.edits import edit_of, edits
from tests.torture.table import Row, Trial
from tests.torture.values import NoneFits, Source, filled, present

STEPS = 50
LOOKED_AT = 0.3
"""The share of the steps after which every reference is looked at: what dangles stays, mostly, until the end."""
WORDS = ("", "a", "æøå", "😀 &", '<b>"\\')
CROWD = 60
"""Entities from which on a workshop is made smaller again, so that steps stay quick."""
DOINGS = ("edit",) * 40 + ("undo",) * 7 + ("redo",) * 4 + ("remove", "leave the field", "save", "open", "recover")


def some_text(random: Random) -> Any:
    """Short texts of all sorts."""
    return lambda limit: random.choice(WORDS)[:limit]


START = encode(filled(some_text(Random(1)), seed=1))


class Unfit(AssertionError):
    """The program broke a promise."""


def promise(kept: object, what: str) -> None:
    """Raise Unfit unless it is kept."""
    if not kept:
        raise Unfit(what)


class Workshop(RuleBasedStateMachine):
    """A leader who does anything, and a plain list of documents that says what undo and redo must give."""

    folder: ClassVar[Path]
    done: ClassVar[Counter[tuple[str, bool]]]
    """How often each edit was done and did not (False) or did (True) change something."""
    numbers: ClassVar[list[int]]
    """How many ids were given; the same game played again gives the same."""

    @initialize(full=st.booleans())
    def begin(self, full: bool) -> None:
        self.numbers[0] = self.drawn = 0
        self.path = self.folder / "x.foresight"
        self.path.unlink(missing_ok=True)
        shutil.rmtree(self.folder / "home", ignore_errors=True)  # where a game that was lost left its snapshot
        self.stamp: Stamp | None = None
        self.opened(decode(START, slice_kinds()).document if full else Document(foreign={"other": {"kept": [1]}}))

    def opened(self, document: Document) -> None:
        self.history = History(document)
        self.past: list[tuple[Document, object]] = []
        self.future: list[Document] = []
        self.written = [(document, encode(document))]
        self.saved: Document | None = document
        self.sealed = True

    @classmethod
    def new_id(cls, _bytes: int) -> str:
        """Stands for secrets.token_hex."""
        cls.numbers[0] += 1
        return f"n{cls.numbers[0]:015}"

    @rule(seed=st.integers(0, 2**40))
    def step(self, seed: int) -> None:
        # One draw of hypothesis's a step: more of them take longer than the step. It likes small numbers and the same
        # again, so each means something else after every other draw of the game.
        self.drawn = hash((self.drawn, seed))
        random = Random(self.drawn)
        doing = random.choice(DOINGS)
        note(doing)
        {
            "edit": self.edit,
            "remove": self.remove,
            "undo": self.undo,
            "redo": self.redo,
            "leave the field": self.leave_the_field,
            "save": self.save,
            "open": self.open,
            "recover": self.recover,
        }[doing](random)
        document = self.history.document
        if random.random() < LOOKED_AT:
            self.look_at(document)
        promise(self.history.is_modified is (document is not self.saved), "it is not known what is saved")
        promise(len(self.history.steps) == len(self.past), "a step is lost")

    def look_at(self, document: Document) -> None:
        promise(references(document) == (set(), set()), "something points at nothing, or at what it should not")

    def edit(self, random: Random) -> None:
        name = random.choice(list(edits()))
        note(name)
        document = self.history.document
        ids = present(document)
        if sum(map(len, ids.values())) > CROWD:
            self.remove(random, most=CROWD // 2)
            return
        try:
            changed = self.do(edit_of(edits()[name], document, Source(random, ids, some_text(random))))
        except (NoneFits, ValidationError, Problem):
            promise(self.history.document is document, "an edit that was refused changed something")
        else:
            self.done[name, changed] += 1

    def do(self, edit: Edit) -> bool:
        before = self.history.document
        changed = self.history.do(edit)
        after = self.history.document
        promise(changed is (after is not before), "it is not said truly whether something changed")
        if not changed:
            return False
        folds = bool(self.past) and not self.sealed and edit.merge is not None and self.past[-1][1] == edit.merge
        if not folds:
            self.past.append((before, edit.merge))
        self.future.clear()
        self.sealed = False
        return True

    def remove(self, random: Random, most: int = 3) -> None:
        ids = [one for found in present(self.history.document).values() for one in found]
        doomed = random.sample(ids, min(len(ids), random.randint(1, most)))
        removed = removal(self.history.document, doomed)
        gone = {value.id for value in removed.gone if isinstance(value, Entity)}
        promise(gone >= set(doomed), "what was deleted is not among what went")
        self.do(Edit("Delete", lambda document: removal(document, doomed).document))
        left = {one for found in present(self.history.document).values() for one in found}
        promise(not gone & left, "what was deleted is still there")

    def undo(self, _random: Random) -> None:
        document = self.history.document
        if self.past:
            self.future.append(document)
            document = self.past.pop()[0]
        self.history.undo()
        promise(self.history.document is document, "undo gives another document")
        self.sealed = True

    def redo(self, _random: Random) -> None:
        before = self.history.document
        document = self.future.pop() if self.future else before
        if document is not before:
            self.past.append((before, None))
        self.history.redo()
        promise(self.history.document is document, "redo gives another document")
        self.sealed = True

    def leave_the_field(self, _random: Random) -> None:
        self.history.seal()
        self.sealed = True

    def save(self, _random: Random) -> None:
        document = self.history.document
        self.written.append((document, encode(document)))
        self.stamp = save(document, self.path, self.stamp)
        self.history.mark_saved(document)
        self.saved = self.on_disk = document
        self.sealed = True

    def open(self, _random: Random) -> None:
        if self.stamp is None:
            return
        opened = open_file(self.path, slice_kinds())
        promise(opened.reading.repairs == (), "what was saved has to be repaired")
        promise(opened.document == self.on_disk, "what is opened is not what was saved")
        promise(opened.stamp == self.stamp, "the file is not the one that was saved")
        self.end()
        self.opened(opened.document)

    def recover(self, _random: Random) -> None:
        """The program dies with a snapshot on disk, and the next one finds it."""
        document = self.history.document
        recorder = Recorder()
        try:
            recorder.record(document, self.path, len(self.past))
        finally:
            recorder._lock.release()  # as the operating system does when a program dies
        (found,) = find(slice_kinds())
        discard(found)
        promise(found.document == document, "what is recovered is not what was there")
        promise((found.path, found.changes) == (self.path, len(self.past)), "the snapshot does not say what it is of")
        self.end()
        self.opened(found.document)
        self.history.mark_unsaved()
        self.saved = None

    def end(self) -> None:
        """Undo everything: the very document at the beginning. Do it all again: the very document at the end."""
        last = self.history.document
        self.look_at(last)
        for _step in self.past:
            self.history.undo()
        promise(self.history.document is (self.past[0][0] if self.past else last), "undo does not reach the start")
        promise(encode(self.written[0][0]) == self.written[0][1], "undo to the start is not the start")
        promise(not self.past or self.past[0][0] is self.written[0][0], "the first step does not begin at the start")
        for _step in self.past:
            self.history.redo()
        promise(self.history.document is last, "redo does not reach the end")
        for document, text in self.written:
            promise(encode(document) == text, "an edit changed a document that it was given")

    def teardown(self) -> None:
        if hasattr(self, "history"):
            self.end()


def play(folder: Path, games: int, phases: tuple[Phase, ...] = tuple(Phase)) -> Counter[tuple[str, bool]]:
    """Play so many games of STEPS steps; how often each edit was done, and whether it changed something.

    Raises Unfit when the program broke a promise, or whatever else it raised.
    """
    done: Counter[tuple[str, bool]] = Counter()
    here: type[Workshop] = type("Here", (Workshop,), {"folder": folder, "done": done, "numbers": [0]})
    rules = settings(
        max_examples=games,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=phases,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    with ExitStack() as stack:
        stack.enter_context(mock.patch.dict(os.environ, {"FORESIGHT_HOME": str(folder / "home")}))
        stack.enter_context(mock.patch.object(os, "fsync", return_value=None))  # kills are other trials' business
        stack.enter_context(mock.patch("foresight.core.document.secrets", SimpleNamespace(token_hex=here.new_id)))
        run_state_machine_as_test(here, settings=rules)
    return done


def machine(folder: Path, count: int) -> Row:
    """Play ``count`` games."""
    done = play(folder, count)
    never = sorted(edits().keys() - {name for name, _changed in done})
    changes = sum(count for (_name, changed), count in done.items() if changed)
    said = f"{count} x {STEPS} steps, {changes} changes by {len(edits())} edits, 0 broken"
    said += f"; never done: {', '.join(never)}" if never else ""
    return Row(
        "edits of every method in any order, undo, save, open, recover",
        "0 dangling; undo to the start, file and snapshot the same",
        said,
        not never,
    )


TRIALS = (Trial("machine", machine, full=5_000, short=500),)
