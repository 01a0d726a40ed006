"""The page of the groups: who sits at which table."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.words import _, ngettext
from foresight.kit.entry import QuickEntry
from foresight.kit.labels import EmptyState, plain_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.kit.workspace import deletion
from foresight.methods.room.analysis import group_from, people
from foresight.methods.room.codes import codes_in
from foresight.model.groups import Group, Groups, add_group, change_group, participants


class GroupsPage(QWidget):
    """The list of groups, how many people they are, and a line to add more. Without groups: what they are for."""

    def __init__(self, session: Session, sample_offer: tuple[str, Callable[[], object]]) -> None:
        super().__init__()

        def codes(group: Group) -> int:
            return codes_in(session.document[Groups].participants)[group.id]

        columns = (
            Column(_("Name"), lambda group: group.name, edit=_rename),
            Column(_("People"), _size, key=lambda group: group.size or 0, edit=_resize, numeric=True, width=90),
            Column(_("Codes"), lambda group: str(codes(group) or ""), key=codes, numeric=True, width=90),
            Column(
                _("Sector"), lambda group: group.sector, edit=lambda group, text: change_group(group.id, sector=text)
            ),
        )
        self.list = ListView(
            session,
            _("Groups"),
            columns,
            lambda document: document[Groups].groups,
            lambda ids: deletion(session.document, _("Delete group"), tuple(ids)),
            filterable=False,
        )
        self.sum = plain_label("", "muted")
        self.entry = QuickEntry(
            session,
            _("Add a group: name, number of people, sector"),
            lambda text: add_group(group_from(text)),
            between=", ",
        )
        self.blank = EmptyState(
            _("Who is here?"),
            _("Groups rate trends and ask questions. Give each table a line, with how many sit there."),
            [(_("Add group"), self.entry.setFocus), sample_offer],
            "room",
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
        """Show the groups of this document."""
        self.list.render_document(document)
        self.sum.setText(_summary(document))
        some = bool(document[Groups].groups)
        self.list.setVisible(some)
        self.sum.setVisible(some)
        self.blank.setVisible(not some)


def _summary(document: Document) -> str:
    groups, n = len(document[Groups].groups), participants(document)
    tables = ngettext("{n} group", "{n} groups", groups).format(n=groups)
    return _("{groups}, {people} in all").format(
        groups=tables, people=ngettext("{n} participant", "{n} participants", n).format(n=n)
    )


def _size(group: Group) -> str:
    return "" if group.size is None else str(group.size)


def _rename(group: Group, text: str) -> Edit | None:
    return change_group(group.id, name=text) if text else None


def _resize(group: Group, text: str) -> Edit:
    try:
        return change_group(group.id, size=people(text))
    except ValueError:
        return Edit(_("Change group"), _refuse_size)


def _refuse_size(document: Document) -> Document:
    raise EditRefused(_("The number of people is a whole number from 0 to 10,000. Type digits only."))
