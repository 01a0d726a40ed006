"""The workspace: the frame of the day on one page, the groups and the people on others."""

from PySide6.QtWidgets import QWidget

from foresight.core.history import together
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.fields import Form, LineField, NumberField
from foresight.kit.groups import group_choices
from foresight.kit.inspector import Inspector
from foresight.kit.picking import pick
from foresight.kit.workspace import Workspace
from foresight.methods.room.analysis import PEOPLE_MOST
from foresight.methods.room.codes import codes_for_everybody
from foresight.methods.room.view_frame import FramePage
from foresight.methods.room.view_groups import GroupsPage
from foresight.methods.room.view_people import PeoplePage, PersonForm, can_fill_up
from foresight.model.groups import Group, Groups, Participant, change_group, change_participant, move_group
from foresight.model.workshop import Workshop

GROUPS, PEOPLE = 1, 2
"""The places of the pages."""


class RoomWorkspace(Workspace):
    """What we ask, and who is here."""

    reads = (Groups, Workshop)

    def build(self) -> None:
        """Three pages: the workshop, its groups, and the people in them."""
        self.add_view(_("Workshop"), lambda: FramePage(self.session))
        self.add_view(_("Groups"), lambda: GroupsPage(self.session, self.sample_offer))
        self.add_view(_("Participants"), lambda: PeoplePage(self.session, self.fill_up))

    def make_inspector(self) -> QWidget:
        """The fields of a group, or of somebody."""

        def group() -> Form:
            fields = (
                LineField("name", _("Name")),
                NumberField("size", _("Number of people"), 0, PEOPLE_MOST, none=_("not counted")),
                LineField("sector", _("Sector"), _("where they come from")),
            )
            return Form(self.session, fields, change_group)

        return Inspector(
            {Group: group, Participant: lambda: PersonForm(self.session)},
            _("Select a group or a participant to see and change it here."),
        )

    @action(N_("Add group"), shortcut="Ins", icon="plus")
    def add_group(self) -> None:
        """Go to the line where groups are typed; where people are shown, to that of the codes."""
        if self.view_index == PEOPLE:
            self.add_people()
            return
        self.show_view(GROUPS)
        if isinstance(self.view, GroupsPage):
            self.view.entry.setFocus()

    @action(N_("Add participants"), icon="person")
    def add_people(self) -> None:
        """Go to the line where codes are typed."""
        self.show_view(PEOPLE)
        if isinstance(self.view, PeoplePage):
            self.view.entry.setFocus()

    @action(N_("Codes for everybody"), icon="list", enabled="can_fill_up")
    def fill_up(self) -> None:
        """A code for everybody who has none, by the sizes of the groups."""
        self.session.seal()
        if not self.can_fill_up():
            self.session.said.emit(_("Say first how many people sit in each group."))
            self.show_view(GROUPS)
        elif self.session.do(codes_for_everybody()):
            self.show_view(PEOPLE)

    @action(N_("Put in group…"), shortcut="Ctrl+G", icon="move", enabled="selected_people")
    def put_in_group(self) -> None:
        """Choose a group for the selected people."""
        chosen = pick(self.window(), _("Put in group…"), group_choices(self.session.document), many=False)
        if chosen:
            self.session.seal()
            edits = [change_participant(person, group=chosen[0]) for person in self.selected_people()]
            self.session.do(together(_("Put in group"), edits))

    @action(N_("Move up"), shortcut="Alt+Up", icon="chevron-up", enabled="can_move_up")
    def move_up(self) -> None:
        """Move the selected group one place up."""
        self._move(-1)

    @action(N_("Move down"), shortcut="Alt+Down", icon="chevron-down", enabled="can_move_down")
    def move_down(self) -> None:
        """Move the selected group one place down."""
        self._move(1)

    @action(N_("Delete group or participant"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete what is selected; the name of the step says what goes along."""
        if self.selected_groups():
            self.delete(_("Delete group"), *self.selected_groups())
        else:
            self.delete(_("Delete participant"), *self.selected_people())

    def selected_groups(self) -> tuple[str, ...]:
        """The ids of the groups that are selected."""
        return self.session.selected(Group)

    def selected_people(self) -> tuple[str, ...]:
        """The ids of the people that are selected."""
        return self.session.selected(Participant)

    def has_selection(self) -> bool:
        """Whether a group or somebody is selected."""
        return bool(self.selected_groups() or self.selected_people())

    def can_fill_up(self) -> bool:
        """Whether somebody in a group has no code yet."""
        return can_fill_up(self.session.document)

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
