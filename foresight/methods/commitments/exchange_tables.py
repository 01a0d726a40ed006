"""Commitments and asks as tables, one to a row, for the list that somebody keeps afterwards."""

from foresight.core.document import Document
from foresight.core.words import _
from foresight.exchange.entities import Words, write_entities
from foresight.methods.commitments.analysis import most_wanted_first
from foresight.model.commitments import STATUSES, TAKERS, Ask, Commitment, Commitments

COLUMNS: dict[str, int] = {
    "text": 50,
    "who": 24,
    "group": 14,
    "where": 24,
    "step": 40,
    "start": 12,
    "measure": 36,
    "gain": 36,
    "first_gain": 14,
    "taker": 24,
    "taker_in": 20,
    "confirmed": 12,
    "elsewhere": 36,
    "misstep": 36,
    "about": 36,
    "status": 14,
    "note": 40,
}
"""The fields of a commitment in the order of the columns, and how wide these are in letters."""
WORDS: Words = {
    "taker_in": lambda taker: _(TAKERS[taker]) if taker else "",
    "status": lambda status: _(STATUSES[status]),
}
ASKED: dict[str, int] = {"text": 60, "addressee": 28, "theme": 20, "votes": 8, "group": 14}


def write(document: Document, ending: str) -> bytes:
    """All commitments, the dropped ones too."""
    held = document[Commitments].commitments
    return write_entities(document, ending, _("Commitments"), Commitment, held, COLUMNS, WORDS)


def write_asks(document: Document, ending: str) -> bytes:
    """All asks, those with most votes first."""
    return write_entities(document, ending, _("Asks"), Ask, most_wanted_first(document), ASKED)
