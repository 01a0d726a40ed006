"""The line in which commitments and asks are typed in, for a group that stays chosen."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import RefField
from foresight.kit.fields.text import read_day
from foresight.kit.session import Session
from foresight.model.commitments import Ask, Commitment, add_asks, add_commitments
from foresight.model.groups import Group, Groups

BETWEEN = "|"
"""Stands between the parts of what is typed."""
Made = Callable[[str, Id | None], Edit]


def commitment_of(text: str, group: Id | None = None) -> Commitment:
    """A commitment as typed in one line: ``what | who | where | start``.

    A part after the first that is a day is the start, wherever it stands; parts after the fourth are left out.
    """
    text, *rest = _parts(text)
    days = [part for part in rest if read_day(part)]
    others = [part for part in rest if part not in days]
    who, where = (*others, "", "")[:2]
    return Commitment(text=text, who=who, where=where, start=(read_day(days[0]) or "") if days else "", group=group)


def ask_of(text: str, group: Id | None = None) -> Ask:
    """An ask as typed in one line: ``what | of whom | theme``."""
    text, addressee, theme = (*_parts(text), "", "")[:3]
    return Ask(text=text, addressee=addressee, theme=theme, group=group)


def _parts(text: str) -> list[str]:
    return [clean_line(part) for part in text.split(BETWEEN)]


def groups(document: Document) -> list[tuple[Id, str]]:
    """The groups, to choose from."""
    return [(group.id, group.name) for group in document[Groups].groups]


class EntryLine(QWidget):
    """A line for things that a group says; the group stays chosen."""

    def __init__(self, session: Session, hint: str, made: Made) -> None:
        super().__init__()
        self.chosen: Id | None = None
        self.line = QuickEntry(session, hint, lambda text: made(text, self.chosen), 3 * LINE_LENGTH)
        self.group = RefField("group", _("Group that speaks"), groups, _("No group"))
        self.group.title.hide()
        self.group.edited.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.group)
        self.setFocusProxy(self.line)

    def _choose(self, group: Id | None) -> None:
        self.chosen = group

    def render_document(self, document: Document) -> None:
        """Learn what groups there are; the chosen one stays chosen."""
        if self.chosen is not None and document.find(self.chosen, Group) is None:
            self.chosen = None
        self.group.show_document(document)
        self.group.show_value(self.chosen)
        self.group.setVisible(bool(document[Groups].groups))


def commitment_line(session: Session) -> EntryLine:
    """The line for commitments."""
    hint = _("Add a commitment: what | who | where | start, and press Enter")
    return EntryLine(session, hint, lambda text, group: add_commitments(commitment_of(text, group)))


def ask_line(session: Session) -> EntryLine:
    """The line for asks."""
    hint = _("Add an ask: what | of whom | theme, and press Enter")
    return EntryLine(session, hint, lambda text, group: add_asks(ask_of(text, group)))
