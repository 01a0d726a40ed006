"""What the groups said about the cards, counted. Formulas and limits are our own unless a source is named.

The three rounds are kept apart, and only the round that an edit touched is counted again.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.core.words import N_
from foresight.model.cards import Ballot, Card, CardCategory, Cards, Nomination, Selection, StatementVote

FEWEST = 3
"""Fewer votes than this are counted, but nothing is concluded from them."""
OFTEN = 0.5
"""The selection rate from which on a card is often chosen."""
DIVIDED = 2 / 3
"""A polarisation above this divides the room: fewer than two thirds agree."""
DROPPED = 1 / 3
"""The drop-off from which on a card that was often nominated was seldom chosen."""

Label = Literal["unanimous", "near-unanimous", "clear majority", "leaning", "split"]
LABELS: dict[Label, str] = {
    "unanimous": N_("Unanimous"),
    "near-unanimous": N_("Near-unanimous"),
    "clear majority": N_("Clear majority"),
    "leaning": N_("Leaning"),
    "split": N_("Split"),
}

Corner = Literal["agenda", "fight", "settled", "leave"]
CORNERS: dict[Corner, str] = {
    "agenda": N_("Shared agenda"),
    "fight": N_("A fight worth having"),
    "settled": N_("Settled"),
    "leave": N_("Leave"),
}
"""Often chosen and united, often chosen and divided, seldom chosen and united, seldom chosen and divided."""


@dataclass(frozen=True)
class Votes:
    """How many groups chose each answer about one card in one ballot."""

    a: int = 0
    b: int = 0
    both: int = 0
    none: int = 0

    @property
    def n(self) -> int:
        """Groups that chose one statement. Who said both or neither is counted beside, never in the share."""
        return self.a + self.b

    @property
    def said(self) -> int:
        """Groups that answered at all."""
        return self.n + self.both + self.none

    @property
    def share(self) -> float | None:
        """s = a / n, 0..1."""
        return self.a / self.n if self.n else None

    @property
    def most(self) -> int:
        """Groups behind the statement that has more of them."""
        return max(self.a, self.b)

    @property
    def polarisation(self) -> float | None:
        """P = 1 - |2s - 1|: 0 when all agree, 1 when they are evenly split."""
        return 1 - abs(self.a - self.b) / self.n if self.n else None

    @property
    def label(self) -> Label | None:
        """How united they are, by m = max(s, 1 - s); None for fewer than FEWEST votes.

        m = 1 unanimous, >= 0.90 near-unanimous, >= 2/3 clear majority, > 0.60 leaning, else split.
        """
        if self.n < FEWEST:
            return None
        if self.most == self.n:
            return "unanimous"
        if 10 * self.most >= 9 * self.n:
            return "near-unanimous"
        if 3 * self.most >= 2 * self.n:
            return "clear majority"
        return "leaning" if 5 * self.most > 3 * self.n else "split"


@dataclass(frozen=True)
class Tally:
    """All counts of one card."""

    card: Card
    number: int
    """Its place in the deck, from 1."""
    nominations: int
    nominating: int
    """Groups that nominated anything."""
    selections: int
    selecting: int
    """Groups that chose anything."""
    first: Votes
    second: Votes
    """After the discussion."""

    @property
    def nomination_rate(self) -> float | None:
        """Groups that nominated the card / groups that nominated anything, 0..1."""
        return self.nominations / self.nominating if self.nominating else None

    @property
    def selection_rate(self) -> float | None:
        """Groups that chose the card / groups that chose anything, 0..1."""
        return self.selections / self.selecting if self.selecting else None

    @property
    def drop_off(self) -> float | None:
        """Nomination rate - selection rate, -1..1; None unless both rounds were held."""
        if self.nomination_rate is None or self.selection_rate is None:
            return None
        return self.nomination_rate - self.selection_rate

    @property
    def is_dropped(self) -> bool:
        """Nominated by many, chosen by few."""
        many, few = (self.nomination_rate or 0) >= OFTEN, (self.selection_rate or 0) < OFTEN
        return many and few and (self.drop_off or 0) >= DROPPED - 1e-9

    @property
    def votes(self) -> Votes:
        """The latest ballot that was held."""
        return self.second if self.second.said else self.first

    @property
    def corner(self) -> Corner | None:
        """Where it lies on selection rate x polarisation; None where nothing can be concluded."""
        votes, rate = self.votes, self.selection_rate
        if rate is None or votes.polarisation is None or votes.n < FEWEST:
            return None
        if votes.polarisation > DIVIDED + 1e-9:
            return "fight" if rate >= OFTEN else "leave"
        return "agenda" if rate >= OFTEN else "settled"


def _count(cast: Sequence[Nomination | Selection]) -> tuple[Mapping[Id, int], int]:
    """How many groups named each card, and how many named any."""
    return Counter(one.card for one in cast), len({one.group for one in cast})


@for_latest
def _count_votes(votes: tuple[StatementVote, ...]) -> Mapping[tuple[Id, Ballot], Votes]:
    counts = Counter((vote.card, vote.ballot, vote.answer) for vote in votes)
    found: dict[tuple[Id, Ballot], dict[str, int]] = {}
    for (card, ballot, answer), count in counts.items():
        found.setdefault((card, ballot), {})[answer] = count
    return {key: Votes(**answers) for key, answers in found.items()}


_count_nominations, _count_selections = for_latest(_count), for_latest(_count)


def tallies(document: Document) -> tuple[Tally, ...]:
    """The counts of every card, in the order of the deck."""
    return _tallies(document[Cards])


@for_latest
def _tallies(part: Cards) -> tuple[Tally, ...]:
    nominated, nominating = _count_nominations(part.nominations)
    selected, selecting = _count_selections(part.selections)
    votes, nothing = _count_votes(part.votes), Votes()
    return tuple(
        Tally(
            card,
            number,
            nominated.get(card.id, 0),
            nominating,
            selected.get(card.id, 0),
            selecting,
            votes.get((card.id, 1), nothing),
            votes.get((card.id, 2), nothing),
        )
        for number, card in enumerate(part.cards, 1)
    )


def most_chosen_first(held: Sequence[Tally]) -> tuple[Tally, ...]:
    """By how many groups chose them, then nominated them, then by number."""
    return tuple(sorted(held, key=lambda tally: (-tally.selections, -tally.nominations, tally.number)))


def most_disputed_first(held: Sequence[Tally], *, before: bool = False) -> tuple[Tally, ...]:
    """By polarisation, then votes, then by number; those with fewer than FEWEST votes last.

    ``before`` goes by the vote before the discussion, whatever came after.
    """

    def key(tally: Tally) -> tuple[bool, float, int, int]:
        votes = tally.first if before else tally.votes
        return votes.n < FEWEST, -(votes.polarisation or 0), -votes.n, tally.number

    return tuple(sorted(held, key=key))


def by_category(document: Document) -> tuple[tuple[CardCategory | None, tuple[Tally, ...]], ...]:
    """The tallies of each category that has cards, in the order of the categories; those without one at the end."""
    heaps: dict[Id | None, list[Tally]] = {}
    for tally in tallies(document):
        heaps.setdefault(tally.card.category, []).append(tally)
    found: list[tuple[CardCategory | None, tuple[Tally, ...]]] = [
        (category, tuple(heaps[category.id])) for category in document[Cards].categories if category.id in heaps
    ]
    return (*found, *([(None, tuple(heaps[None]))] if None in heaps else []))
