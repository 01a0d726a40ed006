"""The groups at the tables."""

from typing import Annotated, Any

from pydantic import Field

from foresight.core.document import Document, Entity, Id, RefMark, Slice
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line
from foresight.core.words import N_, _

GroupRef = Annotated[Id, RefMark("Group")]


class Group(Entity):
    """People at one table."""

    noun = ("group", "groups")
    labels = {"size": N_("Number of people")}

    name: Line
    size: Annotated[int, Field(ge=0, le=10_000)] | None = None
    sector: Line = ""
    """Where they come from, such as municipalities."""


class Groups(Slice):
    """All groups, in the order of the tables."""

    key = "groups"

    groups: tuple[Group, ...] = ()


def add_group(group: Group) -> Edit:
    """Add a group at the end."""
    return Edit(_("Add group"), lambda document: document.put(added(document[Groups], group)))


def change_group(group: Id, **changes: Any) -> Edit:
    """Change fields of a group."""
    return Edit(
        _("Change group"),
        lambda document: document.put(changed(document[Groups], group, **changes)),
        merge=(group, *sorted(changes)),
    )


def move_group(group: Id, to: int) -> Edit:
    """Move a group to index ``to``."""
    return Edit(_("Move group"), lambda document: document.put(moved(document[Groups], group, to)))


def remove_groups(*groups: Id) -> Edit:
    """Remove groups with what they said."""
    return Edit(_("Delete group"), lambda document: remove(document, groups))


def participants(document: Document) -> int:
    """The sum of the sizes of the groups."""
    return sum(group.size or 0 for group in document[Groups].groups)
