"""What a room is told between two rounds of rating (Delphi): where the middle is, how far apart people are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2, sqrt

from foresight.model.ratings import quantile

AGREED = 0.75
"""The share at which a statement counts as agreed; sources use 0.70 to 0.80."""
NARROW = 1.0
"""The interquartile range, on a scale of five, up to which there is consensus (our own rule of thumb)."""


@dataclass(frozen=True)
class Feedback:
    """Ratings of one subject on a scale of whole numbers, by ``n`` people or groups."""

    n: int
    median: float
    lower: float
    """First quartile, by linear interpolation (R type 7)."""
    upper: float
    """Third quartile."""
    mean: float
    deviation: float
    """Standard deviation of the whole population."""
    agreement: float
    """The share that rated at least as high as was asked for, 0..1."""
    consensus: float
    """Cns, 0 (half at each end) to 1 (all the same)."""

    @property
    def spread(self) -> float:
        """The interquartile range."""
        return self.upper - self.lower

    @property
    def is_agreed(self) -> bool:
        """Whether enough of them agree (AGREED)."""
        return self.agreement >= AGREED

    @property
    def is_narrow(self) -> bool:
        """Whether the middle half lies close together (NARROW)."""
        return self.spread <= NARROW


def feedback(values: Sequence[int], low: int = 1, high: int = 5, agrees_from: int = 4) -> Feedback | None:
    """Ratings from ``low`` to ``high`` summed up; None when there are none.

    ``agrees_from`` is the lowest rating that counts as agreement.
    """
    if not values:
        return None
    mean = sum(values) / len(values)
    return Feedback(
        len(values),
        quantile(values, 0.5),
        quantile(values, 0.25),
        quantile(values, 0.75),
        mean,
        sqrt(sum((value - mean) ** 2 for value in values) / len(values)),
        sum(value >= agrees_from for value in values) / len(values),
        consensus(values, low, high),
    )


def consensus(values: Sequence[int], low: int = 1, high: int = 5) -> float:
    """Cns = 1 + sum of p_i log2(1 - |X_i - mean| / (high - low)), 0..1, of at least one value (Tastle and Wierman)."""
    mean = sum(values) / len(values)
    counts = Counter(values)
    return 1 + sum(count / len(values) * log2(1 - abs(value - mean) / (high - low)) for value, count in counts.items())


@dataclass(frozen=True)
class Shift:
    """What changed from one round to the next."""

    median: float
    deviation: float
    """Below zero when people came closer together."""


def shift(before: Feedback, after: Feedback) -> Shift:
    """How the median and the standard deviation moved: little of both means that opinions are stable."""
    return Shift(after.median - before.median, after.deviation - before.deviation)
