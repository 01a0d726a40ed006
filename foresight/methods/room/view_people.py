"""The page of the people: everybody by a code, the group and the kind of organisation; a name only with consent."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from foresight.core.document import Document, Id, Value
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import CheckField, Form, LineField
from foresight.kit.groups import group_field, staying_group
from foresight.kit.labels import EmptyState, plain_label, told_label
from foresight.kit.limits import limit_line
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.kit.workspace import deletion
from foresight.methods.room.codes import (
    CODE_LENGTH,
    code_of,
    codes_lacking,
    enter_person,
    group_places,
    in_order,
    people_sentence,
    typed_in,
)
from foresight.model.groups import Groups, Participant, change_participant


class PeopleEntry(QWidget):
    """The line in which codes are typed in, for a group and a kind of organisation that stay."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        hint = _("Type a code, or a code and the kind of organisation")
        self.line = QuickEntry(session, hint, self._edit, between=", ")
        self.group = staying_group(_("Group of new codes"))
        self.kind = QLineEdit()
        limit_line(self.kind, LINE_LENGTH)
        self.kind.setPlaceholderText(_("Kind of organisation"))
        self.kind.setAccessibleName(_("Kind of organisation"))
        self.kind.setFixedWidth(180)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.group)
        row.addWidget(self.kind)
        self.setFocusProxy(self.line)

    def _edit(self, text: str) -> Edit:
        return enter_person(text, self.group.chosen, clean_line(self.kind.text()))

    def render_document(self, document: Document) -> None:
        """Learn what groups there are; the chosen one stays chosen."""
        self.group.render_document(document)


class PeoplePage(QWidget):
    """Everybody in a table, and a line to add more. Without anybody: what the codes are for."""

    def __init__(self, session: Session, fill_up: Callable[[], object]) -> None:
        super().__init__()
        self.list = ListView(
            session,
            _("Participants"),
            _columns(session),
            lambda document: document[Groups].participants,
            lambda ids: deletion(session.document, _("Delete participant"), tuple(ids)),
        )
        self.sum = told_label("muted")
        self.entry = PeopleEntry(session)
        self.blank = EmptyState(
            _("Codes instead of names"),
            _(
                "Everybody gets a code, so that answers can be told apart without anybody being recognised. Type the "
                "codes below, paste a column of them, or let the sizes of the groups decide."
            ),
            [(_("Codes for everybody"), fill_up), (_("Add participants"), self.entry.setFocus)],
            "person",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.blank, 1)
        column.addWidget(self.list, 1)
        column.addWidget(self.sum)
        column.addWidget(self.entry)
        self.setFocusProxy(self.list)

    def render_document(self, document: Document) -> None:
        """Show the people of this document."""
        some = bool(document[Groups].participants)
        self.list.render_document(document)
        self.entry.render_document(document)
        self.sum.setText(people_sentence(document))
        self.list.setVisible(some)
        self.sum.setVisible(some)
        self.blank.setVisible(not some)


def _columns(session: Session) -> list[Column]:
    """The columns of the table. The names of groups are looked up when they are shown."""

    def place(person: Participant) -> tuple[int, str]:
        return group_places(session.document[Groups].groups).get(person.group or "", (0, ""))

    def write(field: str) -> Callable[[Participant, str], Edit]:
        return lambda person, text: typed_in(person.id, field, text)

    return [
        Column(_("Code"), lambda person: person.code, key=in_order, edit=write("code"), width=110, limit=CODE_LENGTH),
        Column(_("Group"), lambda person: place(person)[1], key=place, edit=write("group")),
        Column(_("Kind of organisation"), lambda person: person.sector, edit=write("sector")),
        Column(_("Name, with consent"), lambda person: person.name, edit=write("name"), width=180),
    ]


class CodeField(LineField):
    """A code; what is none is not taken, and the label says so."""

    def __init__(self) -> None:
        super().__init__("code", _("Code"), limit=CODE_LENGTH)
        self.line.textEdited.disconnect()
        self.line.textEdited.connect(self._typed)

    def _typed(self, text: str) -> None:
        try:
            self.edited.emit(code_of(text))
            self.mark()
        except EditRefused:
            self.mark(_("{field}: a short one with a digit, never a name").format(field=self.label))


class PersonForm(Form):
    """All fields of somebody; the name only with consent."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            [
                CodeField(),
                group_field(),
                LineField("sector", _("Kind of organisation")),
                CheckField("consent", _("Agrees to be named")),
                LineField("name", _("Name"), _("only with consent")),
                plain_label(_("Without consent the name is not kept. Exports and the brief use no names."), "small"),
            ],
            _write,
        )

    def show_entities(self, document: Document, values: Sequence[Value]) -> None:
        """Show these people; a code belongs to one, a name to one who agreed."""
        super().show_entities(document, values)
        agreed = all(isinstance(one, Participant) and one.consent for one in values)
        for field in self.fields:
            if field.name == "name":
                field.setEnabled(agreed and len(values) == 1 and not self.session.read_only)
            elif field.name == "code":
                field.setEnabled(len(values) == 1 and not self.session.read_only)


def _write(person: Id, **changes: object) -> Edit:
    ((field, value),) = changes.items()
    if field in ("code", "name"):
        return typed_in(person, field, str(value))
    return change_participant(person, **changes)


def can_fill_up(document: Document) -> bool:
    """Whether somebody in a group has no code yet."""
    return codes_lacking(document) > 0
