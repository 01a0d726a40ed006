"""Wishes: one card, one wish, written by everybody at the door."""

from typing import Annotated, Any

from foresight.core.document import Document, Entity, Id, RefMark, Slice
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line
from foresight.core.words import N_, _
from foresight.model.groups import GroupRef, ParticipantRef

WishThemeRef = Annotated[Id, RefMark("WishTheme")]
AnswerRef = Annotated[Id, RefMark("Commitment", "Ask", "Scenario")]
"""What can answer a wish later in the day."""


class WishTheme(Entity):
    """What several wishes are about."""

    noun = ("theme of wishes", "themes of wishes")

    name: Line


class Wish(Entity):
    """The one thing that somebody wishes for."""

    noun = ("wish", "wishes")
    labels = {"answers": N_("Taken up by")}

    text: Line
    group: GroupRef | None = None
    sector: Line = ""
    """Where the one who wishes comes from."""
    participant: ParticipantRef | None = None
    theme: WishThemeRef | None = None
    answers: tuple[AnswerRef, ...] = ()
    """The commitments, asks and scenarios that take it up."""


class Wishes(Slice):
    """All themes and wishes, in the order in which they were typed."""

    key = "wishes"

    themes: tuple[WishTheme, ...] = ()
    wishes: tuple[Wish, ...] = ()


def add_wishes(*wishes: Wish) -> Edit:
    """Add wishes at the end."""
    label = _("Add wish") if len(wishes) == 1 else _("Add wishes")
    return Edit(label, lambda document: document.put(added(document[Wishes], *wishes)))


def change_wish(wish: Id, **changes: Any) -> Edit:
    """Change fields of a wish; typing in one field is one step."""
    return Edit(
        _("Change wish"),
        lambda document: document.put(changed(document[Wishes], wish, **changes)),
        merge=(wish, *sorted(changes)),
    )


def sort_wish(wish: Id, theme: WishThemeRef | None) -> Edit:
    """Put a wish into a theme, None: into none. Nothing happens when the theme is no longer there."""

    def apply(document: Document) -> Document:
        if theme is not None and document.find(theme, WishTheme) is None:
            return document
        return document.put(changed(document[Wishes], wish, theme=theme))

    return Edit(_("Sort wish"), apply)


def move_wish(wish: Id, to: int) -> Edit:
    """Move a wish to index ``to``."""
    return Edit(_("Move wish"), lambda document: document.put(moved(document[Wishes], wish, to)))


def remove_wishes(*wishes: Id) -> Edit:
    """Remove wishes."""
    return Edit(_("Delete wish"), lambda document: remove(document, wishes))


def add_wish_theme(theme: WishTheme) -> Edit:
    """Add a theme at the end."""
    return Edit(_("Add theme"), lambda document: document.put(added(document[Wishes], theme)))


def change_wish_theme(wish_theme: Id, **changes: Any) -> Edit:
    """Rename a theme."""
    return Edit(
        _("Change theme"),
        lambda document: document.put(changed(document[Wishes], wish_theme, **changes)),
        merge=(wish_theme, *sorted(changes)),
    )


def move_wish_theme(wish_theme: Id, to: int) -> Edit:
    """Move a theme to index ``to``."""
    return Edit(_("Move theme"), lambda document: document.put(moved(document[Wishes], wish_theme, to)))


def remove_wish_themes(*wish_themes: Id) -> Edit:
    """Remove themes; their wishes stay."""
    return Edit(_("Delete theme"), lambda document: remove(document, wish_themes))
