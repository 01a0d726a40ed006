"""Wishes as they are sorted on the wall: by a digit, or by the beginning of a theme."""

import re

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.text import clean_line
from foresight.core.words import _, quoted
from foresight.methods.wishes.model import Wishes, sort_wish


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
