"""Whether the groups that see one driver as critical see another one so too: a hint that the two are one thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.model.drivers import Driver
from foresight.model.ratings import LOW, Ratings, quantile

RELATED = 0.5
"""A rank correlation beyond this, up or down, speaks against two axes."""
CHANCE = 1.96
"""Standard errors (1 / sqrt(n - 1) each) that it must differ from 0: otherwise a few groups make it by chance."""
FEWEST = 5
"""Groups; of fewer nothing is said."""


@dataclass(frozen=True)
class Agreement:
    """How alike the groups that rated both of two drivers order them."""

    correlation: float
    """Spearman's rank correlation, -1..1."""
    n: int
    """Groups that rated both."""

    @property
    def is_related(self) -> bool:
        """Whether it is strong, and more than chance would make of so few groups."""
        return abs(self.correlation) > RELATED and abs(self.correlation) * sqrt(self.n - 1) > CHANCE


def agreement(document: Document, first: Id, second: Id) -> Agreement | None:
    """How alike the groups see two drivers; None for fewer than ``FEWEST`` groups, or when all see one the same."""
    one, other = _seen(document, first), _seen(document, second)
    groups = [group for group in one if group in other]
    if len(groups) < FEWEST:
        return None
    correlation = rank_correlation([one[group] for group in groups], [other[group] for group in groups])
    return None if correlation is None else Agreement(correlation, len(groups))


def rank_correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Spearman's rho of two equally long lists: Pearson's r of their ranks, ties sharing the mean of theirs.

    None when all values of a list are equal.
    """
    left, right = _ranks(one), _ranks(other)
    middle = (len(left) + 1) / 2
    product = sum((a - middle) * (b - middle) for a, b in zip(left, right, strict=True))
    spread = sum((a - middle) ** 2 for a in left) * sum((b - middle) ** 2 for b in right)
    return product / sqrt(spread) if spread else None


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) + 1) / 2 for value in values]


def _seen(document: Document, driver: Id) -> Mapping[Id, float]:
    """How critical each group sees a driver, 0..16: by its own ratings if it has any, else by those of its trends."""
    held, rated = document.find(driver, Driver), _by_subject(document[Ratings])
    if held is None:
        return {}
    found: dict[Id, list[float]] = {}
    for subject in [driver] if driver in rated else held.trends:
        for group, value in rated.get(subject, {}).items():
            found.setdefault(group, []).append(value)
    return {group: quantile(values, 0.5) for group, values in found.items()}


@for_latest
def _by_subject(part: Ratings) -> Mapping[Id, Mapping[Id, float]]:
    """Impact times uncertainty, each counted from 0, of every subject that a group rated on both scales."""
    found: dict[Id, dict[Id, float]] = {}
    for each in part.ratings:
        if each.impact is not None and each.uncertainty is not None:
            found.setdefault(each.subject, {})[each.group] = (each.impact - LOW) * (each.uncertainty - LOW)
    return found
