"""What people said in so many words, and whether it may be printed."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Annotated, Any

from foresight.core.brief import Block, Text
from foresight.core.document import Document, Entity, Id, RefMark, Slice
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.naming import Names, noun, own_name
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _
from foresight.model.groups import GroupRef, ParticipantRef

SUBJECTS = (
    "Card",
    "Scenario",
    "Theme",
    "Question",
    "Trend",
    "Driver",
    "Misstep",
    "Advice",
    "Force",
    "Factor",
    "Commitment",
    "Ask",
)
"""What a quote may be about: the names of the classes, those that are quoted about most first."""


class Quote(Entity):
    """Words of somebody, as they were said."""

    noun = ("quote", "quotes")
    labels = {"consent": N_("May be printed"), "about": N_("Belongs to")}

    text: Prose
    group: GroupRef | None = None
    participant: ParticipantRef | None = None
    theme: Line = ""
    about: Annotated[Id, RefMark(*SUBJECTS)] | None = None
    consent: bool = False
    """Whether the one who said it agreed that it is printed."""


class Quotes(Slice):
    """All quotes, in the order in which they were taken down."""

    key = "quotes"

    quotes: tuple[Quote, ...] = ()


def add_quotes(*quotes: Quote) -> Edit:
    """Add quotes at the end."""
    label = _("Add quote") if len(quotes) == 1 else _("Add quotes")
    return Edit(label, lambda document: document.put(added(document[Quotes], *quotes)))


def change_quote(quote: Id, **changes: Any) -> Edit:
    """Change fields of a quote; typing in one field is one step."""
    return Edit(
        _("Change quote"),
        lambda document: document.put(changed(document[Quotes], quote, **changes)),
        merge=(quote, *sorted(changes)),
    )


def agree(*quotes: Id) -> Edit:
    """These quotes may be printed; where all of them might already, they may not."""

    def apply(document: Document) -> Document:
        held = [quote for quote in document[Quotes].quotes if quote.id in quotes]
        consent = not all(quote.consent for quote in held)
        for quote in held:
            document = document.put(changed(document[Quotes], quote.id, consent=consent))
        return document

    return Edit(_("Change quote") if len(quotes) == 1 else _("Change quotes"), apply)


def move_quote(quote: Id, to: int) -> Edit:
    """Move a quote to index ``to``."""
    return Edit(_("Move quote"), lambda document: document.put(moved(document[Quotes], quote, to)))


def remove_quotes(*quotes: Id) -> Edit:
    """Remove quotes."""
    return Edit(_("Delete quote"), lambda document: remove(document, quotes))


def printable(document: Document, about: Id | None = None) -> tuple[Quote, ...]:
    """The quotes that may be printed, only those about one thing if it is given, in their order."""
    return tuple(
        quote
        for quote in document[Quotes].quotes
        if quote.consent and quote.text and (about is None or quote.about == about)
    )


def beside(document: Document, things: Sequence[Id], most: int) -> tuple[tuple[Block, ...], ...]:
    """For print: at most so many quotes about these things that may be printed, each with the name of its thing.

    Every thing has its first quote before one has its second. Who said it is never named.
    """
    names = Names(document)
    turns = zip_longest(*(printable(document, thing) for thing in things))
    said = [quote for turn in turns for quote in turn if quote is not None][:most]
    return tuple((Text(quote.text, "quote"), Text(names.of(quote.about or ""), "small")) for quote in said)


def subjects(document: Document) -> list[tuple[Id, str]]:
    """What a quote may be about, as (id, "Silos (card)")."""
    names = Names(document)
    held: dict[str, list[Entity]] = {kind: [] for kind in SUBJECTS}
    for part in document.slices.values():
        for entity in part.entities():
            held.get(type(entity).__name__, []).append(entity)

    def called(entity: Entity) -> str:
        own = own_name(entity)
        return _("{name} ({kind})").format(name=own, kind=noun(type(entity))) if own else names(entity)

    return [(entity.id, called(entity)) for entities in held.values() for entity in entities]
