"""The groups at the tables."""

import re
from typing import Annotated, Any

from pydantic import Field, model_validator

from foresight.core.document import Document, Entity, Id, RefMark, Slice
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.problems import EditRefused
from foresight.core.text import Code, Line, clean_line
from foresight.core.words import N_, _, quoted

GroupRef = Annotated[Id, RefMark("Group")]
ParticipantRef = Annotated[Id, RefMark("Participant")]


_numbered = re.compile(r"([0-9]{1,3})\s*[:/](?:\s+|(?![0-9]))(\S.*)")


class Group(Entity):
    """People at one table."""

    noun = ("group", "groups")
    labels = {"size": N_("Number of people")}

    name: Line
    size: Annotated[int, Field(ge=0, le=10_000)] | None = None
    sector: Line = ""
    """Where they come from, such as municipalities."""


class Participant(Entity):
    """Somebody in the room, known by a code. A name is kept only with consent."""

    noun = ("participant", "participants")
    alone = ("code",)
    labels = {"consent": N_("Agrees to be named"), "sector": N_("Kind of organisation")}

    code: Code
    group: GroupRef | None = None
    sector: Line = ""
    """The kind of organisation."""
    name: Line = ""
    consent: bool = False

    @model_validator(mode="after")
    def _named_only_with_consent(self) -> "Participant":
        if self.name and not self.consent:
            raise ValueError("a participant may be named only with consent")
        return self


class Groups(Slice):
    """All groups, in the order of the tables, and the people known by codes."""

    key = "groups"

    groups: tuple[Group, ...] = ()
    participants: tuple[Participant, ...] = ()


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


def add_participants(*people: Participant) -> Edit:
    """Add participants; a code that is taken is left out."""

    def apply(document: Document) -> Document:
        part = document[Groups]
        taken = {person.code for person in part.participants}
        fresh = []
        for person in people:
            if person.code not in taken:
                taken.add(person.code)
                fresh.append(person)
        return document.put(added(part, *fresh))

    return Edit(_("Add participant") if len(people) == 1 else _("Add participants"), apply)


def change_participant(participant: Id, **changes: Any) -> Edit:
    """Change fields of a participant. Without consent the name goes; a code that is taken stays as it was."""
    if changes.get("consent") is False:
        changes["name"] = ""

    def apply(document: Document) -> Document:
        part = document[Groups]
        code = changes.get("code")
        if any(person.code == code and person.id != participant for person in part.participants):
            return document
        return document.put(changed(part, participant, **changes))

    return Edit(_("Change participant"), apply, merge=(participant, *sorted(changes)))


def remove_participants(*people: Id) -> Edit:
    """Remove participants with what they said under their code."""
    return Edit(_("Delete participant"), lambda document: remove(document, people))


def participants(document: Document) -> int:
    """The sum of the sizes of the groups."""
    return sum(group.size or 0 for group in document[Groups].groups)


def group_and_text(text: str) -> tuple[int | None, str]:
    """What was typed as the number of a group and what it says: "7: Time to try" or "7/ Time to try"; None without one.

    "24/7 help" and "10:30 is too early" have none: a digit follows at once.
    """
    found = _numbered.fullmatch(text)
    return (int(found[1]), found[2]) if found else (None, text)


def numbered(document: Document, number: int) -> Group:
    """The group with this number in the room, from 1. Raises EditRefused."""
    groups = document[Groups].groups
    if not 1 <= number <= len(groups):
        raise EditRefused(_("No group has the number {n}. Groups are made in the room.").format(n=number))
    return groups[number - 1]


def group_of(document: Document, text: str) -> Id | None:
    """The group meant by the beginning of its name or by its number in the room, None for nothing. EditRefused."""
    typed = clean_line(text).casefold()
    groups = document[Groups].groups
    if not typed:
        return None
    for group in groups:
        if group.name.casefold().startswith(typed):
            return group.id
    if re.fullmatch(r"[0-9]{1,4}", typed) and 1 <= int(typed) <= len(groups):
        return groups[int(typed) - 1].id
    raise EditRefused(
        _("No group is called {name}. Groups are made in the room.").format(name=quoted(clean_line(text)))
    )
