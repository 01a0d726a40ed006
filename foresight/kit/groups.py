"""Groups as one meets them everywhere: in a field, chosen for what is typed in next, and in a column of a list."""

from collections.abc import Callable
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.columns import Change
from foresight.kit.fields import RefField, StayingField
from foresight.kit.labels import tip
from foresight.kit.session import Session
from foresight.kit.table import Column
from foresight.model.groups import Group, Groups, group_and_text, group_of, numbered


class SpeakingGroup(StayingField):
    """The group that says what is typed; "7: …" is of group 7, and so is what follows until another number comes."""

    def __init__(self, label: str) -> None:
        super().__init__("group", label, group_choices, _("No group"))
        tip(self.box, _("7: in front of what you type means group 7"))

    def heard(self, text: str, make: Callable[[str, Id | None], Edit]) -> Edit:
        """What ``make(text, group)`` gives for what was typed. Refused for a number of no group."""
        number, said = group_and_text(text)
        if number is None:
            return make(said, self.chosen)
        if 1 <= number < len(self._ids):
            self.choose(self._ids[number])
            return make(said, self.chosen)

        def refused(document: Document) -> Document:
            return make(said, numbered(document, number).id).apply(document)

        return Edit(make(said, None).label, refused)


def group_choices(document: Document) -> list[tuple[Id, str]]:
    """The groups, to choose from."""
    return [(group.id, group.name) for group in document[Groups].groups]


def group_field(label: str = "") -> RefField:
    """The group that a thing belongs to, or none."""
    return RefField("group", label or _("Group"), group_choices, _("No group"))


def staying_group(label: str) -> StayingField:
    """The group for which new things are typed in."""
    return StayingField("group", label, group_choices, _("No group"))


def group_column(session: Session, change: Change, width: int = 84, *, spared: bool = False) -> Column:
    """The group of a row; typed as the beginning of its name, or as its number in the room."""

    def name(row: Any) -> str:
        found = session.document.find(row.group, Group) if row.group else None
        return found.name if found else ""

    def write(row: Any, text: str) -> Edit:
        def apply(document: Document) -> Document:
            return change(row.id, group=group_of(document, text)).apply(document)

        return Edit(change(row.id, group=None).label, apply)

    return Column(_("Group"), name, edit=write, width=width, spared=spared)
