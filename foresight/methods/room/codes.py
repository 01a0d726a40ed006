"""Who is in the room: codes as they are typed in, and codes for everybody."""

import re
from collections import Counter
from itertools import count, islice

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.memo import for_latest
from foresight.core.problems import EditRefused
from foresight.core.text import clean_line
from foresight.core.words import _, ngettext, quoted
from foresight.model.groups import (
    Group,
    Groups,
    Participant,
    add_participants,
    change_participant,
    group_of,
    participants,
)

CODE_LENGTH = 12
CODES_MOST = 2_000
"""Codes that are made at once; a larger room is a slip in the sizes."""

_code = re.compile(r"(?=.*[0-9])[A-Za-z0-9_-]{1,12}|[A-Za-z]{1,3}")


def code_of(text: str) -> str:
    """A code as typed: at most 12 letters, digits and strokes with a digit among them, or at most three letters.

    Anything longer without a digit may be a name. Raises EditRefused.
    """
    code = clean_line(text)
    if not _code.fullmatch(code):
        said = _("{text} is no code. A code has a digit or at most three letters, such as 01-3 or KN, never a name.")
        raise EditRefused(said.format(text=quoted(code[:40])))
    return code


def enter_person(text: str, group: Id | None = None, kind: str = "") -> Edit:
    """Somebody as typed in one line, "code" or "code, kind of organisation"; between them may also be a blank.

    Who is there already gets the group and the kind of organisation, where they are given. Refused where the line has
    no code, or says nothing new.
    """

    def apply(document: Document) -> Document:
        typed, *rest = re.split(r"[\s,;]+", clean_line(text), maxsplit=1)
        code, sector = code_of(typed), clean_line("".join(rest)) or kind
        known = next((one for one in document[Groups].participants if one.code == code), None)
        if known is None:
            return add_participants(Participant(code=code, group=group, sector=sector)).apply(document)
        said = {name: value for name, value in (("group", group), ("sector", sector)) if value}
        fresh = change_participant(known.id, **said).apply(document) if said else document
        if fresh is document:
            raise EditRefused(_("The code {code} is there already.").format(code=code))
        return fresh

    return Edit(_("Add participant"), apply)


def typed_in(person: Id, field: str, text: str) -> Edit:
    """Set a field of somebody from what was typed; nothing clears it. Refused where the text does not fit."""

    def apply(document: Document) -> Document:
        return change_participant(person, **{field: _value(document, person, field, text)}).apply(document)

    return Edit(_("Change participant"), apply, merge=(person, field))


def _value(document: Document, person: Id, field: str, text: str) -> str | None:
    held = document.find(person, Participant)
    if field == "group":
        return group_of(document, text)
    if field == "name" and held is not None and not held.consent:
        raise EditRefused(_("A name is kept only with consent: tick that first, in the panel at the right."))
    if field != "code":
        return clean_line(text)
    code = code_of(text)
    if any(one.code == code and one.id != person for one in document[Groups].participants):
        raise EditRefused(_("The code {code} is there already.").format(code=code))
    return code


def codes_lacking(document: Document) -> int:
    """How many people in groups, by the sizes of these, have no code yet."""
    part = document[Groups]
    held = Counter(person.group for person in part.participants)
    return sum(max(0, (group.size or 0) - held[group.id]) for group in part.groups)


def codes_for_everybody() -> Edit:
    """A code for everybody who has none, by the sizes of the groups: 01-1, 01-2 … at the first table, then 02-1.

    Codes that are taken are passed over. Refused for more than CODES_MOST at once.
    """

    def apply(document: Document) -> Document:
        if codes_lacking(document) > CODES_MOST:
            said = _("These would be more than {most} codes. Check how many people the groups have.")
            raise EditRefused(said.format(most=CODES_MOST))
        part = document[Groups]
        held = Counter(person.group for person in part.participants)
        taken = {person.code for person in part.participants}
        made = [
            Participant(code=code, group=group.id)
            for number, group in enumerate(part.groups, start=1)
            for code in _free(number, taken, (group.size or 0) - held[group.id])
        ]
        return add_participants(*made).apply(document)

    return Edit(_("Codes for everybody"), apply)


def _free(table: int, taken: set[str], wanted: int) -> list[str]:
    """So many codes of a table that nobody has."""
    codes = (f"{table:02}-{seat}" for seat in count(1))
    return list(islice((code for code in codes if code not in taken), max(0, wanted)))


@for_latest
def kinds(people: tuple[Participant, ...]) -> tuple[tuple[str, int], ...]:
    """The kinds of organisation with how many people come from them, most first, then by name; "" is not said."""
    return tuple(sorted(Counter(person.sector for person in people).items(), key=lambda kind: (-kind[1], kind[0])))


@for_latest
def codes_in(people: tuple[Participant, ...]) -> Counter[Id | None]:
    """How many people with a code each group has."""
    return Counter(person.group for person in people)


@for_latest
def group_places(groups: tuple[Group, ...]) -> dict[Id, tuple[int, str]]:
    """The place (from 1) and the name of each group."""
    return {group.id: (number, group.name) for number, group in enumerate(groups, start=1)}


def in_order(person: Participant) -> str:
    """What codes are sorted by: 9-2 before 10-1."""
    return re.sub("[0-9]+", lambda number: number[0].zfill(CODE_LENGTH), person.code)


def people_sentence(document: Document) -> str:
    """How many codes there are for how many people, and which kinds of organisation they come from."""
    people, n = document[Groups].participants, participants(document)
    codes = ngettext("{n} code", "{n} codes", len(people)).format(n=len(people))
    begun = _("{codes} for {n} people").format(codes=codes, n=n) if n else codes
    named = [f"{kind} {some}" for kind, some in kinds(people) if kind]
    return " · ".join((begun, *named))
