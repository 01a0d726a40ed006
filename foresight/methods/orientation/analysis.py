"""Where raters see their organisation looking, in numbers. Formulas are our own unless a source is named."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import dist
from typing import Any, TypeVar

from foresight.core.document import Document
from foresight.core.words import _
from foresight.methods.orientation.model import POINTS, Orientation, Rater, Shares
from foresight.model.groups import Groups
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
    """Raters who said at least one thing."""
    line_now: OnLine | None
    line_should: OnLine | None
    shares_now: InTriangle | None
    shares_should: InTriangle | None

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


M = TypeVar("M", OnLine, InTriangle)


@dataclass(frozen=True)
class Part:
    """A group, a kind of organisation, or all who are too few to be shown by themselves (an empty name)."""

    name: str
    summary: Summary


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


def summary(raters: Iterable[Rater]) -> Summary:
    """What these raters say together."""
    said = [rater for rater in raters if rater.has_rated]
    return Summary(
        len(said),
        on_line([rater.line_now for rater in said if rater.line_now is not None]),
        on_line([rater.line_should for rater in said if rater.line_should is not None]),
        in_triangle([rater.shares_now for rater in said if rater.shares_now is not None]),
        in_triangle([rater.shares_should for rater in said if rater.shares_should is not None]),
    )


def enough(said: Summary) -> Summary:
    """``said`` without what fewer than FEWEST people said."""

    def kept(held: M | None) -> M | None:
        return held if held is not None and held.n >= FEWEST else None

    return Summary(said.n, kept(said.line_now), kept(said.line_should), kept(said.shares_now), kept(said.shares_should))


def _parts(raters: Iterable[Rater], name_of: Callable[[Rater], str], order: Sequence[str]) -> tuple[Part, ...]:
    """One part for every name with enough people, in ``order``; the others merged at the end.

    So that nobody can be worked out from the whole minus the parts, the smallest parts join the others until those
    are enough too. Nothing when no name has enough people.
    """
    heaps: dict[str, list[Rater]] = {}
    for rater in raters:
        if rater.has_rated:
            heaps.setdefault(name_of(rater), []).append(rater)
    rest = heaps.pop("", [])
    shown = sorted(heaps, key=lambda name: len(heaps[name]))
    while shown and (len(heaps[shown[0]]) < FEWEST or 0 < len(rest) < FEWEST):
        rest += heaps[shown.pop(0)]
    parts = [Part(name, enough(summary(heaps[name]))) for name in order if name in shown]
    return (*parts, Part("", enough(summary(rest)))) if parts and rest else tuple(parts)


def by_group(document: Document) -> tuple[Part, ...]:
    """What each group says, in the order of the tables; groups of fewer than FEWEST people are merged."""
    names = {group.id: group.name for group in document[Groups].groups}
    order = list(dict.fromkeys(names.values()))
    return _parts(document[Orientation].raters, lambda rater: names.get(rater.group or "", ""), order)


def by_organisation(document: Document) -> tuple[Part, ...]:
    """What each kind of organisation says, in the order of the alphabet; those of fewer than FEWEST are merged."""
    raters = document[Orientation].raters
    order = sorted({rater.organisation for rater in raters}, key=str.casefold)
    return _parts(raters, lambda rater: rater.organisation, order)


def point_names(document: Document) -> tuple[str, str, str, str, str]:
    """What the points 1 to 5 of the line are called here, in the present language."""
    own = (*document[Orientation].points, "", "", "", "", "")
    one, two, three, four, five = (name or _(usual) for name, usual in zip(own, POINTS, strict=False))
    return one, two, three, four, five


def _line_figures(line: OnLine | None) -> dict[str, Any] | None:
    if line is None:
        return None
    return {
        "n": line.n,
        "mean": line.mean,
        "median": line.median,
        "quartiles": [line.lower, line.upper],
        "counts": list(line.counts),
    }


def _share_figures(shares: InTriangle | None) -> dict[str, Any] | None:
    if shares is None:
        return None
    return {
        "n": shares.n,
        "past": shares.past,
        "present": shares.present,
        "future": shares.future,
        "point": list(shares.centroid),
        "balance": shares.balance,
        "dispersion": shares.dispersion,
    }


def _summary_figures(said: Summary) -> dict[str, Any]:
    return {
        "n": said.n,
        "line_now": _line_figures(said.line_now),
        "line_should": _line_figures(said.line_should),
        "line_gap": said.line_gap,
        "shares_now": _share_figures(said.shares_now),
        "shares_should": _share_figures(said.shares_should),
        "gap": said.gap,
    }


def figures(document: Document) -> dict[str, Any]:
    """The method's figures for ``analyse``: all together, by group and by kind of organisation."""

    def parts(held: tuple[Part, ...]) -> list[dict[str, Any]]:
        return [{"name": part.name, **_summary_figures(part.summary)} for part in held]

    return {
        "points": list(point_names(document)),
        "all": _summary_figures(summary(document[Orientation].raters)),
        "groups": parts(by_group(document)),
        "organisations": parts(by_organisation(document)),
    }
