"""Wishes as they are typed in: with the number of the group in front, and sorted by a digit."""

import re

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.text import clean_line
from foresight.core.words import _, quoted
from foresight.methods.wishes.model import Wish, Wishes, add_wishes, sort_wish
from foresight.model.groups import Group, Groups

_numbered = re.compile(r"([0-9]{1,3})\s*[:/](?:\s+|(?![0-9]))(\S.*)")


def group_and_text(text: str) -> tuple[int | None, str]:
    """What was typed as the number of a group and a wish: "7: Time to try" or "7/ Time to try"; None without one.

    "24/7 help" and "10:30 is too early" have none: a digit follows at once.
    """
    found = _numbered.fullmatch(text)
    return (int(found[1]), found[2]) if found else (None, text)


def add_typed(text: str, group: Id | None = None, theme: Id | None = None) -> Edit:
    """Add a wish as typed; a number in front is that of its group in the room. Refused for a number of no group."""
    number, said = group_and_text(clean_line(text))

    def apply(document: Document) -> Document:
        meant = group if number is None else numbered(document, number).id
        return add_wishes(Wish(text=said, group=meant, theme=theme)).apply(document)

    return Edit(_("Add wish"), apply)


def numbered(document: Document, number: int) -> Group:
    """The group with this number in the room, from 1. Raises EditRefused."""
    groups = document[Groups].groups
    if not 1 <= number <= len(groups):
        raise EditRefused(_("No group has the number {n}. Groups are made in the room.").format(n=number))
    return groups[number - 1]


def sort_by_digit(wish: Id, digit: int) -> Edit:
    """Put a wish into the theme with this number on the wall, from 1; 0: into none. Nothing happens for others."""

    def apply(document: Document) -> Document:
        themes = document[Wishes].themes
        if digit > len(themes):
            return document
        return sort_wish(wish, themes[digit - 1].id if digit else None).apply(document)

    return Edit(_("Sort wish"), apply)


def sort_typed(wish: Id, text: str) -> Edit:
    """Put a wish into the theme that was typed; nothing: into none. Refused where no theme is called so."""
    return Edit(_("Sort wish"), lambda document: sort_wish(wish, _theme_called(document, text)).apply(document))


def _theme_called(document: Document, text: str) -> Id | None:
    """The theme meant by the beginning of its name or by its number, None for nothing. Raises EditRefused."""
    typed, themes = clean_line(text), document[Wishes].themes
    if not typed:
        return None
    for theme in themes:
        if theme.name.casefold().startswith(typed.casefold()):
            return theme.id
    if re.fullmatch("[0-9]{1,3}", typed) and 1 <= int(typed) <= len(themes):
        return themes[int(typed) - 1].id
    raise EditRefused(_("No theme is called {name}. Add the theme first.").format(name=quoted(typed)))
