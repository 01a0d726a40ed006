"""The lines in which commitments and asks are typed in, for a group that stays chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.entry import PartsEntry
from foresight.kit.fields.text import read_day
from foresight.kit.groups import SpeakingGroup
from foresight.kit.session import Session
from foresight.model.commitments import Ask, Commitment, add_asks, add_commitments

BETWEEN = "|"
"""Stands between the parts of what is typed."""
Made = Callable[[Sequence[str], Id | None], Edit]


def commitment_of(parts: Sequence[str], group: Id | None = None) -> Commitment:
    """A commitment as typed in one line: ``what | who | where | start``; what stands there besides is the note.

    The first part that is a day is the start, wherever it stands after what is taken on.
    """
    text, *rest = parts
    at = next((at for at, part in enumerate(rest) if read_day(part)), None)
    start = "" if at is None else read_day(rest.pop(at)) or ""
    who, where, *others = (*rest, "", "")
    note = " ".join(filter(None, others))
    return Commitment(text=text, who=who, where=where, start=start, note=note, group=group)


def ask_of(parts: Sequence[str], group: Id | None = None) -> Ask:
    """An ask as typed in one line: ``what | of whom | theme``."""
    text, addressee, theme = (*parts, "", "")[:3]
    return Ask(text=text, addressee=addressee, theme=theme, group=group)


class EntryLine(QWidget):
    """A line for things that a group says; the group stays chosen."""

    def __init__(self, session: Session, hint: str, made: Made, most: int) -> None:
        super().__init__()
        self.group = SpeakingGroup(_("Group that speaks"))
        self._made = made
        self.line = PartsEntry(session, hint, self._edit, BETWEEN, most)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.group)
        self.setFocusProxy(self.line)

    def _edit(self, parts: Sequence[str]) -> Edit:
        text, *rest = parts
        return self.group.heard(text, lambda said, group: self._made((said, *rest), group))

    def render_document(self, document: Document) -> None:
        """Learn what groups there are; the chosen one stays chosen."""
        self.group.render_document(document)


def commitment_line(session: Session) -> EntryLine:
    """The line for commitments."""
    hint = _("Add a commitment: what | who | where | start, and press Enter")
    return EntryLine(session, hint, lambda parts, group: add_commitments(commitment_of(parts, group)), 5)


def ask_line(session: Session) -> EntryLine:
    """The line for asks."""
    hint = _("Add an ask: what | of whom | theme, and press Enter")
    return EntryLine(session, hint, lambda parts, group: add_asks(ask_of(parts, group)), 3)
