"""Workshops with cards and groups, for the tests of this method."""

from foresight.core.document import Document
from foresight.core.history import Edit, together
from foresight.core.words import Language
from foresight.methods.dilemmas.deck import deck
from foresight.model.cards import Answer, Ballot, Cards, nominate, select_card, vote
from foresight.model.groups import Group, Groups
from foresight.model.workshop import Workshop


def room(groups: int = 12, language: Language = "en") -> Document:
    """The ready-made deck (ids such as ``k-silos``) and so many groups (``g1``, ``g2`` ...)."""
    tables = tuple(Group(id=f"g{n}", name=f"Table {n}", size=9) for n in range(1, groups + 1))
    categories, cards = deck(language, "k-")
    return Document(doc_id="room").put(
        Workshop(language=language), Groups(groups=tables), Cards(categories=categories, cards=cards)
    )


def voted(document: Document, card: str, a: int, b: int, *, ballot: Ballot = 1, chosen: bool = True) -> Document:
    """The first ``a`` groups choose statement a, the next ``b`` statement b; those choose the card too."""
    answers: list[Answer] = [*(["a"] * a), *(["b"] * b)]  # type: ignore[list-item]
    edits: list[Edit] = []
    for n, answer in enumerate(answers, 1):
        edits.append(vote(f"g{n}", card, answer, ballot))
        if chosen:
            edits.append(select_card(f"g{n}", card))
    return together("Votes", edits).apply(document)


def nominated(document: Document, card: str, groups: int) -> Document:
    """The first groups nominate the card."""
    return together("Nominations", [nominate(f"g{n}", card) for n in range(1, groups + 1)]).apply(document)


def gathering() -> Document:
    """Twelve groups: united on silos, split on who drives innovation, unlearning nominated and dropped."""
    document = voted(room(), "k-silos", 12, 0)
    document = voted(document, "k-driven", 6, 6)
    document = voted(document, "k-money", 8, 4)
    document = voted(voted(document, "k-law", 6, 5), "k-law", 3, 8, ballot=2)
    document = nominated(nominated(document, "k-unlearning", 10), "k-silos", 12)
    return voted(document, "k-unlearning", 2, 0)
