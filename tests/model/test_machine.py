"""Any edits in any order, with undo, redo, saving and opening in between: the document stays sound."""

from pathlib import Path
from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from foresight.core.document import Document, Entity, Id
from foresight.core.encoding import encode
from foresight.core.history import Edit, History, together
from foresight.core.integrity import references, removal
from foresight.core.methods import slice_kinds
from foresight.core.storage import Stamp, open_file, save
from foresight.methods.network.model import arrange, move_drivers, name_loop, pin, place_new
from foresight.methods.oracle.model import (
    Question,
    Theme,
    add_question,
    add_theme,
    answer,
    change_question,
    sort_question,
    vote,
)
from foresight.methods.orientation.model import Rater, Shares, add_rater, change_rater
from foresight.model.drivers import Driver, add_driver, change_driver, move_driver, set_link
from foresight.model.groups import Group, add_group, change_group
from foresight.model.ratings import rate, set_lines
from foresight.model.scenarios import Scenario, add_cross, add_scenario, change_scenario, set_axis, set_state
from foresight.model.trends import Trend, add_trend, change_trend, move_trend
from foresight.model.workshop import set_workshop

KINDS = slice_kinds()
lines = st.text('abc æøå😀<&"\\', max_size=5)
scores = st.none() | st.floats(1, 5)


class Workshop(RuleBasedStateMachine):
    """A leader who does anything, and a plain list of documents that says what undo and redo must give."""

    folder: ClassVar[Path]

    @initialize()
    def begin(self) -> None:
        self.path = self.folder / "x.foresight"
        self.path.unlink(missing_ok=True)
        self.stamp: Stamp | None = None
        self.opened(Document(foreign={"other": {"kept": [1]}}))

    def opened(self, document: Document) -> None:
        self.history = History(document)
        self.past: list[tuple[Document, object]] = []
        self.future: list[Document] = []
        self.saved: Document | None = document
        self.sealed = True

    def do(self, edit: Edit) -> None:
        before = self.history.document
        text = encode(before)
        assert self.history.do(edit) is (self.history.document is not before)
        assert encode(before) == text, "an edit changed the document that it was given"
        if self.history.document is before:
            return
        folds = bool(self.past) and not self.sealed and edit.merge is not None and self.past[-1][1] == edit.merge
        if not folds:
            self.past.append((before, edit.merge))
        self.future.clear()
        self.sealed = False

    def some(self, data: st.DataObject, *kinds: type[Entity]) -> Id:
        """An id of one of these kinds, or one that is of no use."""
        document = self.history.document
        ids = [e.id for part in document.slices.values() for e in part.entities() if isinstance(e, kinds or (Entity,))]
        return data.draw(st.sampled_from([*ids, "nobody"]))

    def several(self, data: st.DataObject, *kinds: type[Entity]) -> tuple[Id, ...]:
        found = [self.some(data, *kinds) for _time in range(data.draw(st.integers(0, 3)))]
        return tuple(dict.fromkeys(one for one in found if one != "nobody"))

    def maybe(self, data: st.DataObject, kind: type[Entity]) -> Id | None:
        found = self.some(data, kind)
        return None if found == "nobody" else found

    @rule(data=st.data(), title=lines)
    def add_to_the_map(self, data: st.DataObject, title: str) -> None:
        kind = data.draw(st.sampled_from(["trend", "group", "driver", "placed driver"]))
        if kind == "trend":
            self.do(add_trend(Trend(title=title, related=self.several(data, Trend))))
        elif kind == "group":
            self.do(add_group(Group(name=title)))
        else:
            driver = Driver(title=title, trends=self.several(data, Trend))
            self.do(add_driver(driver) if kind == "driver" else place_new(driver, at=(1.0, 2.0)))

    @rule(data=st.data(), title=lines)
    def add_to_the_worlds(self, data: st.DataObject, title: str) -> None:
        kind = data.draw(st.sampled_from(["scenario", "cross", "theme", "question", "rater"]))
        if kind == "scenario":
            self.do(add_scenario(Scenario(name=title)))
        elif kind == "cross":
            self.do(add_cross())
        elif kind == "theme":
            self.do(add_theme(Theme(name=title)))
        elif kind == "question":
            themes, drivers = self.several(data, Theme), self.several(data, Driver)
            self.do(add_question(Question(text=title, group=self.maybe(data, Group), themes=themes, drivers=drivers)))
        else:
            self.do(add_rater(Rater(code=title, group=self.maybe(data, Group))))

    @rule(data=st.data(), sign=st.sampled_from("+-?"), strength=st.integers(0, 3))
    def link(self, data: st.DataObject, sign: str, strength: int) -> None:
        self.do(set_link(self.some(data, Driver), self.some(data, Driver), sign=sign, strength=strength))

    @rule(data=st.data(), impact=scores, uncertainty=scores)
    def rate(self, data: st.DataObject, impact: float | None, uncertainty: float | None) -> None:
        subject, group = self.some(data, Trend, Driver), self.some(data, Group)
        self.do(rate(subject, group, impact=impact, uncertainty=uncertainty))
        self.do(set_lines(impact=impact))

    @rule(data=st.data(), direction=st.sampled_from([-1, 0, 1, None]), text=lines)
    def tell_a_world(self, data: st.DataObject, direction: int | None, text: str) -> None:
        self.do(set_state(self.some(data, Scenario), self.some(data, Driver), direction=direction, text=text))
        self.do(set_axis("x", driver=self.maybe(data, Driver), low=text))

    @rule(data=st.data(), text=lines)
    def ask_the_oracle(self, data: st.DataObject, text: str) -> None:
        question = self.some(data, Question)
        self.do(answer(question, self.some(data, Scenario), text))
        self.do(sort_question(question, self.maybe(data, Theme), self.maybe(data, Theme)))
        self.do(vote(question, len(text) - 2))

    @rule(data=st.data(), x=st.floats(-1e5, 1e5), y=st.floats(-1e5, 1e5), pinned=st.booleans())
    def place(self, data: st.DataObject, x: float, y: float, pinned: bool) -> None:
        self.do(move_drivers({self.some(data, Driver): (x, y)}))
        self.do(arrange({self.some(data, Driver): (y, x)}))
        self.do(pin([self.some(data, Driver)], pinned))

    @rule(data=st.data(), name=lines)
    def name_a_loop(self, data: st.DataObject, name: str) -> None:
        loop = self.several(data, Driver)
        if loop:
            self.do(name_loop(loop, name))

    @rule(data=st.data(), title=lines)
    def change(self, data: st.DataObject, title: str) -> None:
        edits: list[Edit] = [
            change_trend(self.some(data, Trend), title=title, tags=(title,)),
            change_driver(self.some(data, Driver), title=title),
            change_group(self.some(data, Group), size=len(title)),
            change_scenario(self.some(data, Scenario), name=title, signposts=(title, title)),
            change_question(self.some(data, Question), text=title),
            change_rater(
                self.some(data, Rater), shares_now=Shares(past=len(title), present=0, future=100 - len(title))
            ),
            set_workshop(title=title),
        ]
        self.do(data.draw(st.sampled_from(edits)))

    @rule(data=st.data(), to=st.integers(0, 5))
    def move(self, data: st.DataObject, to: int) -> None:
        edits = [move_trend(self.some(data, Trend), to), move_driver(self.some(data, Driver), to)]
        self.do(together("Move", edits))

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        doomed = self.several(data)
        removed = removal(self.history.document, doomed)
        gone = {value.id for value in removed.gone if isinstance(value, Entity)}
        assert gone >= set(doomed)
        self.do(Edit("Delete", lambda document: removal(document, doomed).document))
        left = {e.id for part in self.history.document.slices.values() for e in part.entities()}
        assert not gone & left

    @rule()
    def undo(self) -> None:
        if self.past:
            self.future.append(self.history.document)
            document = self.past.pop()[0]
        else:
            document = self.history.document
        self.history.undo()
        assert self.history.document is document
        self.sealed = True

    @rule()
    def redo(self) -> None:
        before = self.history.document
        document = self.future.pop() if self.future else before
        if document is not before:
            self.past.append((before, None))
        self.history.redo()
        assert self.history.document is document
        self.sealed = True

    @rule()
    def leave_the_field(self) -> None:
        self.history.seal()
        self.sealed = True

    @rule()
    def save(self) -> None:
        document = self.history.document
        self.stamp = save(document, self.path, self.stamp)
        self.history.mark_saved(document)
        self.saved = document
        self.sealed = True

    @rule()
    @precondition(lambda self: self.stamp is not None)
    def open(self) -> None:
        opened = open_file(self.path, KINDS)
        assert opened.reading.repairs == ()
        assert opened.document == self.saved
        assert opened.stamp == self.stamp
        self.opened(opened.document)

    @invariant()
    def nothing_points_nowhere(self) -> None:
        assert references(self.history.document) == (set(), set())

    @invariant()
    def modified_means_not_what_was_saved(self) -> None:
        assert self.history.is_modified is (self.history.document is not self.saved)
        assert len(self.history.steps) == len(self.past)

    def teardown(self) -> None:
        """Undo everything: the very document at the beginning. Do it all again: the very document at the end."""
        last = self.history.document
        for _step in self.past:
            self.history.undo()
        assert self.history.document is (self.past[0][0] if self.past else last)
        for _step in self.past:
            self.history.redo()
        assert self.history.document is last


def test_any_edits_in_any_order(tmp_path: Path) -> None:
    class Here(Workshop):
        folder = tmp_path

    run_state_machine_as_test(Here, settings=settings(max_examples=100, stateful_step_count=40, deadline=None))
