"""Dilemma cards: topics with two statements that pull apart, and the three rounds in which groups work with them."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _
from foresight.model.groups import Group, GroupRef

V = TypeVar("V", bound=Value)

CardRef = Annotated[Id, RefMark("Card")]
CategoryRef = Annotated[Id, RefMark("CardCategory")]

Answer = Literal["a", "b", "both", "none"]
ANSWERS: dict[Answer, str] = {
    "a": N_("The first statement"),
    "b": N_("The second statement"),
    "both": N_("Both"),
    "none": N_("Neither"),
}
Ballot = Literal[1, 2]
"""1: the first vote; 2: again after the discussion."""


class CardCategory(Entity):
    """A kind of topic; groups work with one after the other."""

    noun = ("category", "categories")

    name: Line


class Card(Entity):
    """A topic with two statements that pull apart."""

    noun = ("card", "cards")
    labels = {"a": N_("First statement"), "b": N_("Second statement")}

    title: Line
    category: CategoryRef | None = None
    a: Line = ""
    b: Line = ""
    note: Prose = ""
    """What is meant by it, or what was said about it."""


class Nomination(Value):
    """In the first round a group found this card relevant."""

    noun = ("nomination", "nominations")
    alone = ("group", "card")

    group: GroupRef
    card: CardRef


class Selection(Value):
    """In the second round a group took this card among its about fifteen."""

    noun = ("selection", "selections")
    alone = ("group", "card")

    group: GroupRef
    card: CardRef
    rank: Annotated[int, Field(ge=1, le=1000)] | None = None
    """1 for the most relevant one."""


class StatementVote(Value):
    """In the third round a group said which statement describes the topic."""

    noun = ("vote", "votes")
    alone = ("group", "card", "ballot")

    group: GroupRef
    card: CardRef
    ballot: Ballot = 1
    answer: Answer
    comment: Prose = ""


class Cards(Slice):
    """The deck in the order of the numbers, and the rounds, kept apart."""

    key = "cards"

    categories: tuple[CardCategory, ...] = ()
    cards: tuple[Card, ...] = ()
    nominations: tuple[Nomination, ...] = ()
    selections: tuple[Selection, ...] = ()
    votes: tuple[StatementVote, ...] = ()


def number_of(document: Document, card: Id) -> int:
    """The number of a card in the deck, from 1; 0 when it is not there."""
    return next((at for at, held in enumerate(document[Cards].cards, 1) if held.id == card), 0)


def add_category(category: CardCategory) -> Edit:
    """Add a category at the end."""
    return Edit(_("Add category"), lambda document: document.put(added(document[Cards], category)))


def change_category(category: Id, **changes: Any) -> Edit:
    """Change fields of a category."""
    return Edit(
        _("Change category"),
        lambda document: document.put(changed(document[Cards], category, **changes)),
        merge=(category, *sorted(changes)),
    )


def move_category(category: Id, to: int) -> Edit:
    """Move a category to index ``to``."""
    return Edit(_("Move category"), lambda document: document.put(moved(document[Cards], category, to)))


def add_cards(*cards: Card) -> Edit:
    """Add cards at the end of the deck."""
    label = _("Add card") if len(cards) == 1 else _("Add cards")
    return Edit(label, lambda document: document.put(added(document[Cards], *cards)))


def add_deck(categories: Iterable[CardCategory], cards: Iterable[Card]) -> Edit:
    """Add a ready-made deck behind the cards that are there."""
    groups, made = tuple(categories), tuple(cards)
    return Edit(_("Add deck"), lambda document: document.put(added(added(document[Cards], *groups), *made)))


def change_card(card: Id, **changes: Any) -> Edit:
    """Change fields of a card; typing in one field is one step."""
    return Edit(
        _("Change card"),
        lambda document: document.put(changed(document[Cards], card, **changes)),
        merge=(card, *sorted(changes)),
    )


def move_card(card: Id, to: int) -> Edit:
    """Move a card to index ``to`` in the deck."""
    return Edit(_("Move card"), lambda document: document.put(moved(document[Cards], card, to)))


def remove_from_deck(*things: Id) -> Edit:
    """Remove cards with what was said about them, or categories, whose cards stay."""
    return Edit(_("Delete card"), lambda document: remove(document, things))


def _are_there(document: Document, group: Id, card: Id) -> bool:
    return document.find(group, Group) is not None and document.find(card, Card) is not None


def _swapped(held: tuple[V, ...], old: V | None, new: V | None) -> tuple[V, ...]:
    """``held`` with ``new`` in the place of ``old``: at the end when there was none, nowhere when it is None."""
    fresh = () if new is None else (new,)
    if old is None:
        return (*held, *fresh)
    at = next(index for index, each in enumerate(held) if each is old)
    return (*held[:at], *fresh, *held[at + 1 :])


def nominate(group: Id, card: Id, is_nominated: bool = True) -> Edit:
    """First round: a group finds a card relevant, or no longer."""

    def apply(document: Document) -> Document:
        part = document[Cards]
        old = next((held for held in part.nominations if (held.group, held.card) == (group, card)), None)
        new = Nomination(group=group, card=card) if is_nominated else None
        if old == new or not _are_there(document, group, card):
            return document
        return document.put(part.but(nominations=_swapped(part.nominations, old, new)))

    return Edit(_("Nominate card") if is_nominated else _("Withdraw nomination"), apply)


def select_card(group: Id, card: Id, is_selected: bool = True, rank: int | None = None) -> Edit:
    """Second round: a group takes a card among its chosen ones, with a rank if it gave one, or no longer."""

    def apply(document: Document) -> Document:
        part = document[Cards]
        old = next((held for held in part.selections if (held.group, held.card) == (group, card)), None)
        new = Selection(group=group, card=card, rank=rank) if is_selected else None
        if old == new or not _are_there(document, group, card):
            return document
        return document.put(part.but(selections=_swapped(part.selections, old, new)))

    return Edit(_("Choose card") if is_selected else _("Drop card"), apply)


def vote(group: Id, card: Id, answer: Answer | None, ballot: Ballot = 1) -> Edit:
    """Third round: which statement a group finds fitting; None takes the vote away with its comment."""

    def apply(document: Document) -> Document:
        part = document[Cards]
        old = vote_of(document, group, card, ballot)
        if not _are_there(document, group, card) or (old.answer if old else None) == answer:
            return document
        if answer is None:
            new = None
        elif old is None:
            new = StatementVote(group=group, card=card, ballot=ballot, answer=answer)
        else:
            new = old.but(answer=answer)
        return document.put(part.but(votes=_swapped(part.votes, old, new)))

    return Edit(_("Vote"), apply, merge=("vote", group, card, ballot))


def comment(group: Id, card: Id, text: str, ballot: Ballot = 1) -> Edit:
    """What a group said about its vote; nothing happens before it voted."""

    def apply(document: Document) -> Document:
        old = vote_of(document, group, card, ballot)
        part = document[Cards]
        if old is None or old.comment == text:
            return document
        new = old.but(comment=text)
        return document.put(part.but(votes=tuple(new if held is old else held for held in part.votes)))

    return Edit(_("Comment vote"), apply, merge=("vote comment", group, card, ballot))


def vote_of(document: Document, group: Id, card: Id, ballot: Ballot = 1) -> StatementVote | None:
    """The vote of a group on a card, or None."""
    wanted = (group, card, ballot)
    return next((held for held in document[Cards].votes if (held.group, held.card, held.ballot) == wanted), None)
