"""The workspace: the frame of the day on one page, the groups on another."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.words import N_, _, ngettext
from foresight.kit.actions import action
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import Form, LineField, NumberField
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState, plain_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.kit.workspace import Workspace, deletion
from foresight.methods.room.analysis import PEOPLE_MOST, group_from, people
from foresight.methods.room.view_frame import FramePage
from foresight.model.groups import Group, Groups, add_group, change_group, move_group, participants
from foresight.model.workshop import Workshop


class RoomWorkspace(Workspace):
    """What we ask, and who is here."""

    reads = (Groups, Workshop)

    def build(self) -> None:
        """Two pages: the workshop, and its groups."""
        self.add_view(_("Workshop"), lambda: FramePage(self.session))
        self.add_view(_("Groups"), lambda: GroupsPage(self.session, self.wants_sample.emit))

    def make_inspector(self) -> QWidget:
        """The fields of a group."""
        fields = (
            LineField("name", _("Name")),
            NumberField("size", _("Number of people"), 0, PEOPLE_MOST, none=_("not counted")),
            LineField("sector", _("Sector"), _("where they come from")),
        )
        form = Form(self.session, fields, change_group)
        return Inspector({Group: form}, _("Select a group to see and change it here."))

    @action(N_("Add group"), shortcut="Ins", icon="plus")
    def add_group(self) -> None:
        """Go to the line where groups are typed."""
        self.show_view(1)
        if isinstance(self.view, GroupsPage):
            self.view.entry.setFocus()

    @action(N_("Move up"), shortcut="Alt+Up", icon="chevron-up", enabled="can_move_up")
    def move_up(self) -> None:
        """Move the selected group one place up."""
        self._move(-1)

    @action(N_("Move down"), shortcut="Alt+Down", icon="chevron-down", enabled="can_move_down")
    def move_down(self) -> None:
        """Move the selected group one place down."""
        self._move(1)

    @action(N_("Delete group"), shortcut="Ctrl+Delete", icon="trash", enabled="selected_groups")
    def delete_groups(self) -> None:
        """Delete the selected groups; the name of the step says what goes along."""
        self.delete(_("Delete group"), *self.selected_groups())

    def selected_groups(self) -> tuple[str, ...]:
        """The ids of the groups that are selected."""
        return tuple(one for one in self.session.selection if self.session.document.find(one, Group))

    def can_move_up(self) -> bool:
        """Whether one group is selected that is not the first."""
        return self._place() > 0

    def can_move_down(self) -> bool:
        """Whether one group is selected that is not the last."""
        return 0 <= self._place() < len(self.session.document[Groups].groups) - 1

    def _place(self) -> int:
        """The index of the one selected group; -1 when none or several are selected."""
        chosen = self.selected_groups()
        order = [group.id for group in self.session.document[Groups].groups]
        return order.index(chosen[0]) if len(chosen) == 1 else -1

    def _move(self, by: int) -> None:
        self.session.seal()
        self.session.do(move_group(self.selected_groups()[0], self._place() + by))


class GroupsPage(QWidget):
    """The list of groups, how many people they are, and a line to add more. Without groups: what they are for."""

    def __init__(self, session: Session, show_sample: Callable[[], object]) -> None:
        super().__init__()
        columns = (
            Column(_("Name"), lambda group: group.name, edit=_rename),
            Column(_("People"), _size, key=lambda group: group.size or 0, edit=_resize, numeric=True, width=90),
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
            session, _("Add a group: name, number of people, sector"), lambda text: add_group(group_from(text))
        )
        self.blank = EmptyState(
            _("Who is here?"),
            _("Groups rate trends and ask questions. Give each table a line, with how many sit there."),
            [(_("Add group"), self.entry.setFocus), (_("See the sample"), show_sample)],
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
