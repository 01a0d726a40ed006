"""The figures of the dilemma cards for other programs. The counts themselves are in model/tallies."""

from typing import Any

from foresight.core.document import Document
from foresight.core.words import in_each_language
from foresight.model.cards import CardCategory, Cards
from foresight.model.patterns import drop_of, said_of, shift_of
from foresight.model.tallies import FEWEST, Tally, Votes, most_disputed_first, tallies


def figures(document: Document) -> dict[str, Any]:
    """The method's figures for ``analyse``: every card with its three rounds and its sentences in both languages."""
    held = tallies(document)
    return {
        "groups": {
            "nominating": held[0].nominating if held else 0,
            "choosing": held[0].selecting if held else 0,
            "voting": len({vote.group for vote in document[Cards].votes}),
        },
        "cards": [_card(document, tally) for tally in held],
        "most_disputed": [
            tally.card.title
            for tally in most_disputed_first(held)
            if tally.votes.n >= FEWEST and tally.votes.polarisation
        ],
    }


def _card(document: Document, tally: Tally) -> dict[str, Any]:
    category = document.find(tally.card.category, CardCategory) if tally.card.category else None
    return {
        "number": tally.number,
        "title": tally.card.title,
        "category": category.name if category else None,
        "statements": {"a": tally.card.a, "b": tally.card.b},
        "nominations": tally.nominations,
        "nomination_rate": tally.nomination_rate,
        "selections": tally.selections,
        "selection_rate": tally.selection_rate,
        "drop_off": tally.drop_off,
        "vote": _votes(tally.first),
        "vote_after": _votes(tally.second) if tally.second.said else None,
        "corner": tally.corner,
        "sentence": in_each_language(_sentence, tally),
    }


def _sentence(tally: Tally) -> str:
    said = (drop_of(tally), said_of(tally.card, tally.first), shift_of(tally))
    return " ".join(text for text in said if text)


def _votes(votes: Votes) -> dict[str, Any]:
    counts = {"a": votes.a, "b": votes.b, "both": votes.both, "none": votes.none}
    return {
        "n": votes.n,
        "counts": counts,
        "share": votes.share,
        "label": votes.label,
        "polarisation": votes.polarisation,
    }
