"""Where raters see their organisation looking, in numbers. Formulas are our own unless a source is named."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import dist
from typing import Any

from foresight.core.document import Document
from foresight.core.memo import for_latest
from foresight.core.words import _
from foresight.methods.orientation.circles import Drawings, drawings
from foresight.methods.orientation.model import POINTS, Orientation, Rater, Shares
from foresight.model.ratings import quantile
from foresight.model.ternary import point

FEWEST = 3
"""Results of fewer people than this are not shown by themselves."""


@dataclass(frozen=True)
class OnLine:
    """Points 1 (past) to 5 (far future) from ``n`` people."""

    n: int
    mean: float
    """The centre of gravity."""
    median: float
    lower: float
    """First quartile."""
    upper: float
    """Third quartile."""
    counts: tuple[int, int, int, int, int]
    """How many people chose point 1, 2, 3, 4, 5."""


@dataclass(frozen=True)
class InTriangle:
    """Shares of past, present and future from ``n`` people."""

    n: int
    past: float
    """Mean share, 0..100; the three together are 100."""
    present: float
    future: float
    dispersion: float
    """Mean distance of the people to the centroid, in sides of the triangle (0..1)."""
    counts: Mapping[tuple[int, int, int], int]
    """How many people gave these shares of past, present and future."""

    @property
    def centroid(self) -> tuple[float, float]:
        """The point of the mean shares."""
        return point(self.past, self.present, self.future)

    @property
    def balance(self) -> float:
        """G = (future - past) / 100, from -1 (all past) to 1 (all future)."""
        return (self.future - self.past) / 100


@dataclass(frozen=True)
class Summary:
    """What some raters say together; None where nobody said anything."""

    n: int
    """People: those who said something in the first ballot, or in the one after the day when they are more."""
    line_now: OnLine | None
    line_should: OnLine | None
    shares_now: InTriangle | None
    shares_should: InTriangle | None
    line_after: OnLine | None = None
    shares_after: InTriangle | None = None

    @property
    def line_gap(self) -> float | None:
        """Centre of gravity that should be minus the present one, in points of the line."""
        return self.line_should.mean - self.line_now.mean if self.line_now and self.line_should else None

    @property
    def printed_line_gap(self) -> float | None:
        """The gap between the centres of gravity as they are printed, so that the printed numbers add up."""
        if self.line_should is None or self.line_now is None:
            return None
        return round(self.line_should.mean, 1) - round(self.line_now.mean, 1)

    @property
    def gap(self) -> float | None:
        """G that should be minus the present G, -2..2."""
        return self.shares_should.balance - self.shares_now.balance if self.shares_now and self.shares_should else None


def on_line(values: Sequence[int]) -> OnLine | None:
    """Points 1..5 summed up; None when there are none. Quartiles by linear interpolation (R type 7)."""
    if not values:
        return None
    tally = Counter(values)
    return OnLine(
        len(values),
        sum(values) / len(values),
        quantile(values, 0.5),
        quantile(values, 0.25),
        quantile(values, 0.75),
        (tally[1], tally[2], tally[3], tally[4], tally[5]),
    )


def in_triangle(shares: Sequence[Shares]) -> InTriangle | None:
    """Shares summed up; None when there are none."""
    if not shares:
        return None
    n = len(shares)
    counts = Counter((each.past, each.present, each.future) for each in shares)
    past, present, future = (sum(share[i] * count for share, count in counts.items()) / n for i in range(3))
    centre = point(past, present, future)
    distance = sum(count * dist(point(*share), centre) for share, count in counts.items())
    return InTriangle(n, past, present, future, distance / n, counts)


def people(raters: Iterable[Rater]) -> int:
    """How many people these are at least: an answer after the day may be of somebody who has answered before."""
    held = list(raters)
    return max(sum(rater.has_rated_first for rater in held), sum(rater.has_rated_again for rater in held))


def summary(raters: Iterable[Rater]) -> Summary:
    """What these raters say together."""
    said = [rater for rater in raters if rater.has_rated]
    return Summary(
        people(said),
        on_line([rater.line_now for rater in said if rater.line_now is not None]),
        on_line([rater.line_should for rater in said if rater.line_should is not None]),
        in_triangle([rater.shares_now for rater in said if rater.shares_now is not None]),
        in_triangle([rater.shares_should for rater in said if rater.shares_should is not None]),
        on_line([rater.line_after for rater in said if rater.line_after is not None]),
        in_triangle([rater.shares_after for rater in said if rater.shares_after is not None]),
    )


MEASURES = ("line_now", "line_should", "shares_now", "shares_should", "line_after", "shares_after")
"""What a summary holds."""


def enough(said: Summary) -> Summary:
    """``said`` without what fewer than FEWEST people said."""
    return without(said, [name for name in MEASURES if 0 < counted(said, name) < FEWEST])


def without(said: Summary, names: Iterable[str]) -> Summary:
    """``said`` where these measures are kept back."""
    nothing: dict[str, Any] = dict.fromkeys(names)
    return replace(said, **nothing)


def counted(said: Summary, name: str) -> int:
    """How many people stand behind a measure."""
    held: OnLine | InTriangle | None = getattr(said, name)
    return held.n if held else 0


def all_together(document: Document) -> Summary:
    """What the whole room says."""
    return _together(document[Orientation].raters)


@for_latest
def _together(raters: tuple[Rater, ...]) -> Summary:
    return summary(raters)


def drawn_circles(document: Document) -> Drawings | None:
    """What the whole room drew; None when fewer than FEWEST people did."""
    held = [rater.circles for rater in document[Orientation].raters if rater.circles is not None]
    return drawings(held) if len(held) >= FEWEST else None


def point_names(document: Document) -> tuple[str, str, str, str, str]:
    """What the points 1 to 5 of the line are called here, in the present language."""
    own = (*document[Orientation].points, "", "", "", "", "")
    one, two, three, four, five = (name or _(usual) for name, usual in zip(own, POINTS, strict=False))
    return one, two, three, four, five
