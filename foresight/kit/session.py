"""The open workshop as the window sees it: the one door for changes, and what is selected."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from foresight.core.document import Document, Entity, Id
from foresight.core.history import Edit, History
from foresight.core.problems import Problem
from foresight.core.words import _


@dataclass(frozen=True)
class Change:
    """The document became another one."""

    before: Document
    after: Document


class Session(QObject):
    """The present document, its history and the selection.

    Signals: ``changed(Change)`` after every change of the document; ``selection_changed()``; ``said(str)`` for a short
    message in the status bar; ``refused(str)`` when an edit was not possible, with the reason for the user.
    """

    changed = Signal(object)
    selection_changed = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, document: Document | None = None) -> None:
        super().__init__()
        self.history = History(document or Document())
        self.selection: tuple[Id, ...] = ()
        self.read_only = False

    @property
    def document(self) -> Document:
        """The present document."""
        return self.history.document

    def may_edit(self) -> bool:
        """Whether the workshop may be changed; says so where it may not."""
        if self.read_only:
            self.refused.emit(_("This workshop is open for reading only. Save it under another name to change it."))
        return not self.read_only

    def do(self, edit: Edit) -> bool:
        """Carry out a change by the user; False when nothing changed or it was refused."""
        if not self.may_edit():
            return False
        before = self.document
        try:
            done = self.history.do(edit)
        except Problem as problem:
            self.refused.emit(problem.message)
            return False
        if done:
            self._announce(before)
        return done

    def undo(self) -> None:
        """Take back the last step."""
        before, label = self.document, self.history.undo_label
        self.history.undo()
        if label is not None:
            self.said.emit(_("Undone: {step}").format(step=label))
        self._announce(before)

    def redo(self) -> None:
        """Do the last undone step again."""
        before, label = self.document, self.history.redo_label
        self.history.redo()
        if label is not None:
            self.said.emit(_("Done again: {step}").format(step=label))
        self._announce(before)

    def seal(self) -> None:
        """The next edit begins a new undo step."""
        self.history.seal()

    def open(self, document: Document) -> None:
        """Show another document, with a history of its own."""
        before = self.document
        self.history = History(document)
        self.selection = ()
        self.changed.emit(Change(before, document))
        self.selection_changed.emit()

    def select(self, *ids: Id) -> None:
        """Select these entities and no others."""
        if ids != self.selection:
            self.seal()
            self.selection = ids
            self.selection_changed.emit()

    def selected(self, kind: type[Entity]) -> tuple[Id, ...]:
        """The ids of the selected entities of this kind, in the order of the selection."""
        return tuple(one for one in self.selection if self.document.find(one, kind) is not None)

    def _announce(self, before: Document) -> None:
        if self.document is before:
            return
        self.changed.emit(Change(before, self.document))
        kept = tuple(entity for entity in self.selection if self._exists(entity))
        if kept != self.selection:
            self.selection = kept
            self.selection_changed.emit()

    def _exists(self, entity: Id) -> bool:
        return any(entity in part.by_id for part in self.document.slices.values())
