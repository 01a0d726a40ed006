"""Undo and redo: a list of documents with labels."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from foresight.core.document import Document

STEPS_MOST = 1_000
"""Steps that can be undone: each keeps some kilobytes, and nobody walks back further."""


@dataclass(frozen=True)
class Edit:
    """One change by the user: what it is called and what it does.

    Edits with the same ``merge`` key that follow each other become one undo step (typing, dragging).
    """

    label: str
    apply: Callable[[Document], Document]
    merge: Hashable = None


@dataclass(frozen=True)
class _Step:
    label: str
    before: Document
    after: Document
    merge: Hashable


def together(label: str, edits: list[Edit]) -> Edit:
    """Several edits as one undo step."""

    def apply(document: Document) -> Document:
        for edit in edits:
            document = edit.apply(document)
        return document

    return Edit(label, apply)


class History:
    """The present document, and the way back and forth."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._saved: Document | None = document
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._sealed = True

    def do(self, edit: Edit) -> bool:
        """Apply ``edit``; False when it changed nothing. What was undone before can no longer be redone."""
        before = self.document
        after = edit.apply(before)
        if after is before:
            return False
        last = self._done[-1] if self._done and not self._sealed else None
        if last is not None and edit.merge is not None and last.merge == edit.merge:
            self._done[-1] = _Step(edit.label, last.before, after, edit.merge)
        else:
            self._done.append(_Step(edit.label, before, after, edit.merge))
            del self._done[:-STEPS_MOST]
        self._undone.clear()
        self._sealed = False
        self.document = after
        for part in before.slices.values():
            if after.slices.get(type(part)) is not part:
                part.forget_index()
        return True

    def undo(self) -> None:
        """One step back, if there is one."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self.document = step.before
        self._sealed = True

    def redo(self) -> None:
        """One step forth, if there is one."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self.document = step.after
        self._sealed = True

    def seal(self) -> None:
        """The next edit begins a new step, whatever its merge key."""
        self._sealed = True

    def mark_saved(self, document: Document) -> None:
        """``document`` is what lies on disk now."""
        self._saved = document
        self._sealed = True

    def mark_unsaved(self) -> None:
        """Nothing on disk holds this document (a recovered one, or the file went away)."""
        self._saved = None

    @property
    def is_modified(self) -> bool:
        """Whether the present document is not the one that was saved; undoing back to it clears this."""
        return self.document is not self._saved

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, or None."""
        return self._undone[-1].label if self._undone else None

    @property
    def steps(self) -> tuple[str, ...]:
        """The labels of all steps that can be undone, oldest first."""
        return tuple(step.label for step in self._done)
