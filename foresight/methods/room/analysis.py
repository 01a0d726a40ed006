"""The frame of the day in figures, and what a typed line says about a group."""

from typing import Any

from foresight.core.document import Document
from foresight.core.text import clean_line, day_of
from foresight.methods.room.codes import kinds
from foresight.model.groups import Group, Groups, participants
from foresight.model.workshop import Workshop

MESSAGES = 3
"""How many key messages a brief has room for."""
WORDS_MOST = 25
"""How many words a key message has at most."""
PEOPLE_MOST = 10_000
"""How large a group can be."""


def word_count(text: str) -> int:
    """How many words ``text`` has: runs of characters between blanks that hold a letter or digit."""
    return sum(any(char.isalnum() for char in word) for word in text.split())


def people(text: str) -> int | None:
    """The size of a group as typed, 0..10,000; None for an empty text. Raises ValueError for anything else."""
    text = "".join(text.split())
    if not text:
        return None
    size = int(text) if text.isascii() and text.isdigit() else -1
    if not 0 <= size <= PEOPLE_MOST:
        raise ValueError(text)
    return size


def group_from(text: str) -> Group:
    """A group from a typed line: "name", "name, size" or "name, size, sector", also with semicolons.

    What stands after such a sign is part of the name unless it is a size.
    """
    sign = ";" if ";" in text else ","
    parts = [clean_line(part) for part in text.split(sign)]
    for at, part in enumerate(parts[1:], 1):
        if part.isascii() and part.isdigit() and int(part) <= PEOPLE_MOST:
            return Group(name=f"{sign} ".join(parts[:at]), size=int(part), sector=f"{sign} ".join(parts[at + 1 :]))
    return Group(name=clean_line(text))


def attendance(document: Document) -> int:
    """How many took part: the number given for the workshop, else the sum of the groups."""
    given = document[Workshop].participants
    return participants(document) if given is None else given


def years_ahead(workshop: Workshop) -> int | None:
    """Years from the day of the workshop to the horizon; None while it has no date."""
    day = day_of(workshop.date)
    return workshop.horizon - day.year if day else None


def figures(document: Document) -> dict[str, Any]:
    """Numbers of the room: groups, participants, where they come from, years to the horizon, words of the messages.

    Of those known by a code only how many there are: neither codes nor names.
    """
    workshop, groups, known = document[Workshop], document[Groups].groups, document[Groups].participants
    return {
        "groups": [{"name": group.name, "size": group.size, "sector": group.sector} for group in groups],
        "participants": attendance(document),
        "participants_in_groups": participants(document),
        "codes": len(known),
        "kinds": [{"kind": kind, "n": n, "share": n / len(known)} for kind, n in kinds(known)],
        "horizon": workshop.horizon,
        "years_ahead": years_ahead(workshop),
        "messages": [{"text": text, "words": word_count(text)} for text in workshop.messages],
    }
