"""Pieces of advice, and how well each group finds that they fit."""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import Field

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _
from foresight.model.groups import Group, GroupRef

AdviceRef = Annotated[Id, RefMark("Advice")]
Fit = Annotated[int, Field(ge=1, le=5)]
LOW, HIGH = 1, 5
AGREES_FROM = 4
"""From this rating on a group finds that the advice is followed."""


class Advice(Entity):
    """A sentence about how a good organisation works, which can be rated."""

    noun = ("piece of advice", "pieces of advice")
    labels = {"text": N_("The advice as a sentence about us"), "theme": N_("What it is about")}

    text: Line
    theme: Line = ""
    note: Prose = ""


class SelfRating(Value):
    """How well a group finds that a piece of advice fits."""

    noun = ("rating", "ratings")
    alone = ("group", "advice")
    labels = {"value": N_("How well it fits")}

    group: GroupRef
    advice: AdviceRef
    value: Fit
    """1 not at all, 5 fully."""


class SelfCheck(Slice):
    """The advice in the order of the numbers, and the ratings."""

    key = "selfcheck"
    labels = {"advice": N_("Pieces of advice")}

    advice: tuple[Advice, ...] = ()
    ratings: tuple[SelfRating, ...] = ()


def add_advice(*advice: Advice) -> Edit:
    """Add pieces of advice at the end."""
    return Edit(_("Add advice"), lambda document: document.put(added(document[SelfCheck], *advice)))


def change_advice(advice: Id, **changes: Any) -> Edit:
    """Change fields of a piece of advice; typing in one field is one step."""
    return Edit(
        _("Change advice"),
        lambda document: document.put(changed(document[SelfCheck], advice, **changes)),
        merge=(advice, *sorted(changes)),
    )


def move_advice(advice: Id, to: int) -> Edit:
    """Move a piece of advice to index ``to``."""
    return Edit(_("Move advice"), lambda document: document.put(moved(document[SelfCheck], advice, to)))


def remove_advice(*advice: Id) -> Edit:
    """Remove pieces of advice with their ratings."""
    return Edit(_("Delete advice"), lambda document: remove(document, advice))


def rating_of(document: Document, group: Id, advice: Id) -> SelfRating | None:
    """How a group rated a piece of advice, or None."""
    return next((one for one in document[SelfCheck].ratings if (one.group, one.advice) == (group, advice)), None)


def rate(group: Id, advice: Id, value: Fit | None) -> Edit:
    """Say how well a piece of advice fits a group, 1 to 5; None takes it back.

    Nothing happens when the group or the advice is no longer there.
    """

    def apply(document: Document) -> Document:
        old = rating_of(document, group, advice)
        there = document.find(group, Group) is not None and document.find(advice, Advice) is not None
        if not there or (old.value if old else None) == value:
            return document
        new = () if value is None else (SelfRating(group=group, advice=advice, value=value),)
        part = document[SelfCheck]
        return document.put(part.but(ratings=tuple(_with(part.ratings, old, new))))

    return Edit(_("Rate"), apply, merge=("self-check", group, advice))


def _with(held: tuple[SelfRating, ...], old: SelfRating | None, new: tuple[SelfRating, ...]) -> Iterable[SelfRating]:
    """``held`` with ``new`` in the place of ``old``; at the end when there was none."""
    if old is None:
        return (*held, *new)
    at = next(index for index, one in enumerate(held) if one is old)
    return (*held[:at], *new, *held[at + 1 :])
