"""How well the advice fits: median, quartiles, agreement and consensus of the groups (model.delphi)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.core.words import N_
from foresight.methods.selfcheck.model import AGREES_FROM, HIGH, LOW, Advice, SelfCheck
from foresight.model.delphi import Feedback, feedback

FEWEST = 3
"""Of fewer groups nothing is concluded."""

Order = Literal["disputed", "weakest", "number"]
ORDERS: dict[Order, str] = {
    "disputed": N_("Most disputed first"),
    "weakest": N_("Weakest first"),
    "number": N_("In their order"),
}


@dataclass(frozen=True)
class Checked:
    """A piece of advice with its ratings."""

    advice: Advice
    number: int
    """Its place, from 1."""
    counts: tuple[int, int, int, int, int]
    """How many groups rated 1, 2, 3, 4, 5."""
    said: Feedback | None
    """What they come to; None before anybody rated."""

    @property
    def n(self) -> int:
        """Groups that rated it."""
        return sum(self.counts)

    @property
    def agreeing(self) -> int:
        """Groups that rated it AGREES_FROM or higher."""
        return sum(self.counts[AGREES_FROM - LOW :])

    @property
    def enough(self) -> Feedback | None:
        """What the ratings come to, when there are FEWEST or more."""
        return self.said if self.n >= FEWEST else None


def checked(document: Document) -> tuple[Checked, ...]:
    """Every piece of advice with its ratings, in their order."""
    return _checked(document[SelfCheck])


@for_latest
def _checked(part: SelfCheck) -> tuple[Checked, ...]:
    values: Mapping[Id, list[int]] = {one.id: [] for one in part.advice}
    for rating in part.ratings:
        values[rating.advice].append(rating.value)
    return tuple(_one(advice, number, values[advice.id]) for number, advice in enumerate(part.advice, 1))


def _one(advice: Advice, number: int, values: Sequence[int]) -> Checked:
    tally = Counter(values)
    counts = (tally[1], tally[2], tally[3], tally[4], tally[5])
    return Checked(advice, number, counts, feedback(values, LOW, HIGH, AGREES_FROM))


def ordered(held: Sequence[Checked], order: Order) -> tuple[Checked, ...]:
    """In this order; those with fewer than FEWEST ratings at the end, equals by number.

    Disputed: by consensus (Cns), the lowest first, then by spread. Weakest: by median, then by mean.
    """

    def key(one: Checked) -> tuple[bool, float, float]:
        said = one.enough
        if said is None:
            return True, 0, 0
        return False, *((said.consensus, -said.spread) if order == "disputed" else (said.median, said.mean))

    return tuple(held) if order == "number" else tuple(sorted(held, key=key))


def rating_groups(document: Document) -> int:
    """How many groups rated anything."""
    return len({rating.group for rating in document[SelfCheck].ratings})
