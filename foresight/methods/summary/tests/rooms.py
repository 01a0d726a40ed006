"""A small room with two topics that were voted on, for the tests of the summary."""

from foresight.core.document import Document
from foresight.methods.summary.analysis import Sentence, parts
from foresight.model.cards import Card, CardCategory, Cards, Selection, StatementVote
from foresight.model.groups import Group, Groups
from foresight.model.workshop import Workshop

SILOS = "dilemmas/vote:k-silos"


def counted() -> Document:
    """Four tables: all against silos, evenly split on other actors."""
    tables = [f"g{n}" for n in range(1, 5)]
    cards = (
        Card(id="k-silos", title="Silos", category="k-interaction", a="They block us.", b="They carry us."),
        Card(id="k-others", title="Other actors", category="k-interaction", a="Together.", b="Alone."),
    )
    votes = tuple(
        StatementVote(group=table, card=card, answer="b" if card == "k-others" and at > 1 else "a")
        for at, table in enumerate(tables)
        for card in ("k-silos", "k-others")
    )
    held = Cards(
        categories=(CardCategory(id="k-interaction", name="Interaction"),),
        cards=cards,
        selections=tuple(Selection(group=vote.group, card=vote.card) for vote in votes),
        votes=votes,
    )
    groups = Groups(groups=tuple(Group(id=table, name=f"Table {table[1]}", size=8) for table in tables))
    return Document(doc_id="counted").put(Workshop(), groups, held)


def sentence_of(document: Document, key: str = SILOS) -> Sentence:
    """A sentence of the summary, in the present language."""
    return next(sentence for part in parts(document) for sentence in part.sentences if sentence.key == key)
