"""What a key does in the tally: one key says what a group thinks of a card."""

from typing import Literal

from foresight.core.document import Document, Id
from foresight.core.history import Edit, together
from foresight.core.words import N_, _
from foresight.model.cards import (
    ANSWERS,
    Answer,
    Ballot,
    Cards,
    StatementVote,
    nominate,
    select_card,
    vote,
)

Round = Literal["nominated", "chosen", "statement", "after"]
ROUNDS: dict[Round, str] = {
    "nominated": N_("1 Nominated"),
    "chosen": N_("2 Chosen"),
    "statement": N_("3 Statement"),
    "after": N_("4 After the discussion"),
}
"""The rounds in which groups work with the cards."""

ANSWER_KEYS: dict[str, Answer] = {"a": "a", "b": "b", "+": "both", "-": "none", "0": "none"}
ANSWER_MARKS: dict[Answer, str] = {"a": "A", "b": "B", "both": "+", "none": "−"}
TAKEN_BACK = "\x7f"
YES = {"x", " "}
RANKS = "123456789"

Cell = tuple[Id, Id]
"""A group and a card."""


def ballot_of(which: Round) -> Ballot:
    """The ballot to which the votes of a round belong."""
    return 2 if which == "after" else 1


def keyed(document: Document, which: Round, group: Id, card: Id, character: str) -> Edit | None:
    """The edit for a key; None when the key means nothing in this round.

    x or Space nominates or chooses, 1 to 9 choose with this rank, Delete takes back; a, b, + (both), - (neither) vote.
    Where cards are chosen, a vote also chooses the card: that is how a sheet is typed with one key a card.
    """
    key = character.casefold()
    answer = ANSWER_KEYS.get(key)
    if which in ("statement", "after"):
        ballot = ballot_of(which)
        if key == TAKEN_BACK:
            return vote(group, card, None, ballot)
        return vote(group, card, answer, ballot) if answer else None
    if which == "nominated":
        return nominate(group, card, key in YES) if key in YES or key == TAKEN_BACK else None
    if key == TAKEN_BACK:
        return together(_("Drop card"), [select_card(group, card, is_selected=False), vote(group, card, None)])
    if key in YES:
        return chosen(document, group, card)
    if key and key in RANKS:
        return select_card(group, card, rank=int(key))
    if answer:
        return together(_("Choose card and vote"), [chosen(document, group, card), vote(group, card, answer)])
    return None


def chosen(document: Document, group: Id, card: Id) -> Edit:
    """The group takes the card; the rank that it gave stays."""
    held = next((one for one in document[Cards].selections if (one.group, one.card) == (group, card)), None)
    return select_card(group, card, rank=held.rank if held else None)


def marks(document: Document, which: Round) -> dict[Cell, str]:
    """What the cells of the tally show in this round; cells without an answer are left out."""
    part = document[Cards]
    if which == "nominated":
        return {(one.group, one.card): "×" for one in part.nominations}
    votes = _votes(part.votes, ballot_of(which))
    if which != "chosen":
        return votes
    ranks = {(one.group, one.card): str(one.rank or "×") for one in part.selections}
    return {cell: f"{rank} {votes[cell]}" if cell in votes else rank for cell, rank in ranks.items()}


def _votes(votes: tuple[StatementVote, ...], ballot: Ballot) -> dict[Cell, str]:
    return {(one.group, one.card): ANSWER_MARKS[one.answer] for one in votes if one.ballot == ballot}


def keys_of(which: Round) -> tuple[tuple[str, str], ...]:
    """The keys of this round with what they mean, besides the one that takes back."""
    answers = tuple((key, _(ANSWERS[ANSWER_KEYS[key]])) for key in "ab+-")
    if which == "nominated":
        return (("x", _("Nominated")),)
    return (("x", _("Chosen")), *answers) if which == "chosen" else answers


def how_to(which: Round) -> str:
    """What the keys do in this round, in words."""
    if which == "nominated":
        return _("x nominates · Delete takes back · Enter or ↓ next card · ←→ other group")
    if which == "chosen":
        return _("x choose · 1–9 with rank · a b + (both) - (neither) choose and vote · Delete takes back · "
                 "Enter or ↓ skips")  # fmt: skip
    return _("a first statement · b second · + both · - neither · Delete takes back · Enter or ↓ skips")
