"""What the groups' ratings of the trends add up to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, multimode
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.core.spacing import Point
from foresight.core.text import clean_line
from foresight.core.words import _, listed
from foresight.model.groups import Groups
from foresight.model.ratings import HIGH, LOW, ZONES, Rating, Ratings, Standing, Zone, quantile, standings, zone
from foresight.model.trends import CATEGORIES, RINGS, Category, Kind, Ring, Trend, Trends


@dataclass(frozen=True)
class Measure:
    """What several groups say on one scale (1..5)."""

    n: int
    mean: float
    median: float
    lower: float
    """The lower quartile, by linear interpolation between order statistics (R type 7); so is the upper one."""
    upper: float
    modes: tuple[float, ...]
    """The most frequent scores, ascending."""

    @property
    def spread(self) -> float:
        """The interquartile range."""
        return self.upper - self.lower

    @property
    def inverse(self) -> float:
        """The median on the inverse scale (6 - x): how certain instead of how uncertain."""
        return LOW + HIGH - self.median


@dataclass(frozen=True)
class Row:
    """A trend with its number and where it stands."""

    number: int
    """From 1, in the order of the document; the same in every list and picture."""
    trend: Trend
    impact: Measure | None
    uncertainty: Measure | None
    standing: Standing | None
    """None until a group has rated it on both scales."""

    @property
    def id(self) -> Id:
        """The id of the trend."""
        return self.trend.id

    @property
    def zone(self) -> Zone | None:
        """Its zone on the map, or None when it is not rated."""
        return self.standing.zone if self.standing else None


@dataclass(frozen=True)
class Against:
    """How far a group lies from the mean of all groups, on each scale; None where it did not rate."""

    impact: float | None
    uncertainty: float | None


@dataclass(frozen=True)
class Filter:
    """Which trends to show. What is None or empty does not matter."""

    text: str = ""
    """Every word must occur in a trend's title, summary, description, tags or owner."""
    category: Category | None = None
    kind: Kind | None = None
    ring: Ring | None = None
    zone: Zone | None = None
    tag: str = ""

    def admits(self, row: Row) -> bool:
        """Whether the trend of this row is to be shown."""
        trend = row.trend
        wanted: tuple[tuple[object, object], ...] = (
            (self.category, trend.category),
            (self.kind, trend.kind),
            (self.ring, trend.ring),
            (self.zone, row.zone),
        )
        if any(wish is not None and wish != fact for wish, fact in wanted):
            return False
        if self.tag and self.tag not in trend.tags:
            return False
        words = clean_line(self.text).casefold().split()
        return not words or _mentions(trend, words)


def _mentions(trend: Trend, words: Sequence[str]) -> bool:
    heap = "\n".join((trend.title, trend.summary, trend.description, trend.owner, *trend.tags)).casefold()
    return all(word in heap for word in words)


def measure(scores: Sequence[float]) -> Measure | None:
    """The usual figures of scores on one scale; None when there are none."""
    if not scores:
        return None
    return Measure(
        n=len(scores),
        mean=fmean(scores),
        median=quantile(scores, 0.5),
        lower=quantile(scores, 0.25),
        upper=quantile(scores, 0.75),
        modes=tuple(sorted(multimode(scores))),
    )


def ratings_of(document: Document, subject: Id) -> list[Rating]:
    """What the groups say about one trend."""
    return [rating for rating in document[Ratings].ratings if rating.subject == subject]


@for_latest
def _measures(ratings: Ratings) -> Mapping[Id, tuple[Measure | None, Measure | None]]:
    """The figures of impact and of uncertainty of every subject that was rated."""
    by_subject: dict[Id, list[Rating]] = {}
    for rating in ratings.ratings:
        by_subject.setdefault(rating.subject, []).append(rating)
    return {
        subject: (
            measure([r.impact for r in held if r.impact is not None]),
            measure([r.uncertainty for r in held if r.uncertainty is not None]),
        )
        for subject, held in by_subject.items()
    }


def rows(document: Document) -> tuple[Row, ...]:
    """Every trend with its number and figures, in the order of the document."""
    measured, together = _measures(document[Ratings]), standings(document)
    return tuple(
        Row(number, trend, *measured.get(trend.id, (None, None)), together.get(trend.id))
        for number, trend in enumerate(document[Trends].trends, 1)
    )


def by_zone(table: Sequence[Row], zone: Zone | None) -> tuple[Row, ...]:
    """The rows of a zone (None: not rated), the most important first."""
    places = {row.id: (row.standing.impact, row.standing.uncertainty) for row in table if row.standing}
    return _sorted([row for row in table if row.zone == zone], zone, places)


def into_zones(table: Sequence[Row], places: Mapping[Id, Point], lines: Ratings) -> dict[Zone | None, tuple[Row, ...]]:
    """The rows by the zone in which these places (impact, uncertainty) lie, the most important first.

    Every zone has an entry, and so have the rows without a place (None).
    """
    found: dict[Zone | None, list[Row]] = {**{name: [] for name in ZONES}, None: []}
    for row in table:
        found[zone(*places[row.id], lines) if row.id in places else None].append(row)
    return {name: _sorted(held, name, places) for name, held in found.items()}


def _sorted(table: Sequence[Row], zone: Zone | None, places: Mapping[Id, Point]) -> tuple[Row, ...]:
    """Critical uncertainties and what to watch by impact times uncertainty; the other two by impact, then by how
    certain they are; ties, and what is not rated, by number."""
    if zone is None:
        return tuple(table)

    def weight(row: Row) -> tuple[float, float]:
        impact, uncertainty = places[row.id]
        if zone in ("critical", "watch"):
            return (impact - LOW) * (uncertainty - LOW), 0.0
        return impact, -uncertainty

    return tuple(sorted(table, key=weight, reverse=True))


def raters(document: Document) -> int:
    """How many groups have rated at least one trend on both scales."""
    trends = document[Trends].by_id
    complete = {
        rating.group
        for rating in document[Ratings].ratings
        if rating.subject in trends and rating.impact is not None and rating.uncertainty is not None
    }
    return len(complete)


def against(ratings: Sequence[Rating]) -> dict[Id, Against]:
    """The own rating of each group minus the mean of all groups (itself too), for the ratings of one trend."""
    impacts, uncertainties = [r.impact for r in ratings], [r.uncertainty for r in ratings]
    return {r.group: Against(_distance(r.impact, impacts), _distance(r.uncertainty, uncertainties)) for r in ratings}


def _distance(own: float | None, all_scores: Sequence[float | None]) -> float | None:
    return None if own is None else own - fmean(score for score in all_scores if score is not None)


def coverage(document: Document) -> dict[Category, int]:
    """How many trends each category has, in the order of STEEP(V)."""
    counts = Counter(trend.category for trend in document[Trends].trends)
    return {category: counts[category] for category in CATEGORIES}


def blind_spots(document: Document) -> str:
    """A sentence that names the categories without a trend; "" when there is none, or when there are no trends yet."""
    empty = [_(CATEGORIES[category]) for category, count in coverage(document).items() if count == 0]
    if not empty or not document[Trends].trends:
        return ""
    return _("No trends yet in these categories: {categories}.").format(categories=listed(empty))


def impact_words() -> tuple[str, str, str]:
    """What impact means at its low end, its name, and what it means at its high end."""
    return _("1 matters little"), _("Impact"), _("5 matters much")


def uncertainty_words() -> tuple[str, str, str]:
    """As ``impact_words``, for uncertainty."""
    return _("1 we are sure"), _("Uncertainty"), _("5 nobody knows")


def tags(document: Document) -> tuple[str, ...]:
    """Every tag in use, in alphabetical order."""
    return tuple(sorted({tag for trend in document[Trends].trends for tag in trend.tags}, key=str.casefold))


def figures(document: Document) -> dict[str, Any]:
    """Everything above as plain values for JSON: scores 1..5, spreads as interquartile ranges, criticality 0..1."""
    return {
        "trends": [_row_figures(row) for row in rows(document)],
        "groups": len(document[Groups].groups),
        "groups_that_rated": raters(document),
        "lines": {"impact": document[Ratings].impact_line, "uncertainty": document[Ratings].uncertainty_line},
        "coverage": coverage(document),
        "rings": {ring: sum(trend.ring == ring for trend in document[Trends].trends) for ring in RINGS},
    }


def _row_figures(row: Row) -> dict[str, Any]:
    trend, standing = row.trend, row.standing
    return {
        "number": row.number,
        "id": trend.id,
        "title": trend.title,
        "category": trend.category,
        "kind": trend.kind,
        "ring": trend.ring,
        "zone": row.zone,
        "n": standing.n if standing else 0,
        "criticality": standing.criticality if standing else None,
        "impact": _measure_figures(row.impact),
        "uncertainty": _measure_figures(row.uncertainty),
    }


def _measure_figures(found: Measure | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "n": found.n,
        "mean": found.mean,
        "median": found.median,
        "quartiles": [found.lower, found.upper],
        "spread": found.spread,
        "modes": list(found.modes),
        "inverse_median": found.inverse,
    }
