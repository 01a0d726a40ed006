"""Impact and uncertainty, rated by groups: for trends and for drivers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.history import Edit
from foresight.core.memo import for_latest
from foresight.core.text import Prose
from foresight.core.words import N_, _
from foresight.model.groups import GroupRef

Score = Annotated[float, Field(ge=1, le=5)]
LOW, MIDDLE, HIGH = 1.0, 3.0, 5.0

Zone = Literal["critical", "given", "watch", "drop"]
ZONES: dict[Zone, str] = {
    "critical": N_("Critical uncertainties"),
    "given": N_("Givens"),
    "watch": N_("Watch"),
    "drop": N_("Drop"),
}
"""High impact and high uncertainty; high impact, low uncertainty; low, high; low, low."""


class Rating(Value):
    """How one group rates one trend or driver."""

    noun = ("rating", "ratings")
    alone = ("subject", "group")

    subject: Annotated[Id, RefMark("Trend", "Driver")]
    group: GroupRef
    impact: Score | None = None
    uncertainty: Score | None = None
    comment: Prose = ""


class Ratings(Slice):
    """All ratings; at most one for each subject and group."""

    key = "ratings"
    labels = {"impact_line": N_("Line of high impact"), "uncertainty_line": N_("Line of high uncertainty")}

    ratings: tuple[Rating, ...] = ()
    impact_line: Score = MIDDLE
    """Where high impact begins."""
    uncertainty_line: Score = MIDDLE


@dataclass(frozen=True)
class Standing:
    """Where the groups together see a subject: medians (1..5), interquartile ranges, and how many rated."""

    impact: float
    uncertainty: float
    impact_spread: float
    uncertainty_spread: float
    n: int
    """Groups that rated both."""
    zone: Zone

    @property
    def criticality(self) -> float:
        """Normalised impact times normalised uncertainty, 0..1 (our own measure)."""
        return (self.impact - LOW) / (HIGH - LOW) * (self.uncertainty - LOW) / (HIGH - LOW)


def quantile(values: Sequence[float], share: float) -> float:
    """The quantile (share 0..1) of at least one value, by linear interpolation between order statistics (R type 7)."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def zone(impact: float, uncertainty: float, lines: Ratings) -> Zone:
    """The zone of a point; on a line counts as high."""
    if impact >= lines.impact_line:
        return "critical" if uncertainty >= lines.uncertainty_line else "given"
    return "watch" if uncertainty >= lines.uncertainty_line else "drop"


def _standing(ratings: Iterable[Rating], lines: Ratings) -> Standing | None:
    points = [(r.impact, r.uncertainty) for r in ratings if r.impact is not None and r.uncertainty is not None]
    if not points:
        return None
    impacts, uncertainties = [impact for impact, _u in points], [uncertainty for _i, uncertainty in points]
    impact, uncertainty = quantile(impacts, 0.5), quantile(uncertainties, 0.5)
    return Standing(
        impact,
        uncertainty,
        quantile(impacts, 0.75) - quantile(impacts, 0.25),
        quantile(uncertainties, 0.75) - quantile(uncertainties, 0.25),
        len(points),
        zone(impact, uncertainty, lines),
    )


def standings(document: Document) -> Mapping[Id, Standing]:
    """Where each subject stands that at least one group has rated on both scales."""
    return _standings(document[Ratings])


@for_latest
def _standings(lines: Ratings) -> Mapping[Id, Standing]:
    by_subject: dict[Id, list[Rating]] = {}
    for rating in lines.ratings:
        by_subject.setdefault(rating.subject, []).append(rating)
    found = {subject: _standing(ratings, lines) for subject, ratings in by_subject.items()}
    return {subject: standing for subject, standing in found.items() if standing is not None}


def rating_of(document: Document, subject: Id, group: Id) -> Rating | None:
    """How this group rated this subject, or None."""
    return next((r for r in document[Ratings].ratings if r.subject == subject and r.group == group), None)


def rate(subject: Id, group: Id, **changes: Any) -> Edit:
    """Set impact, uncertainty (1..5 or None) or comment of a group's rating of a subject; an emptied one goes.

    Nothing happens when the subject or the group is no longer there.
    """

    def apply(document: Document) -> Document:
        if document.find(subject, Entity) is None or document.find(group, Entity) is None:
            return document
        part = document[Ratings]
        old = rating_of(document, subject, group)
        new = (old or Rating(subject=subject, group=group)).but(**changes)
        if new == old:
            return document
        empty = new.impact is None and new.uncertainty is None and not new.comment
        fresh = () if empty else (new,)
        if old is None:
            return document.put(part.but(ratings=(*part.ratings, *fresh)))
        at = next(i for i, rating in enumerate(part.ratings) if rating is old)
        return document.put(part.but(ratings=(*part.ratings[:at], *fresh, *part.ratings[at + 1 :])))

    return Edit(_("Rate"), apply, merge=("rate", subject, group))


def set_lines(impact: float | None = None, uncertainty: float | None = None) -> Edit:
    """Move the lines between the zones (1..5)."""

    def apply(document: Document) -> Document:
        part = document[Ratings]
        return document.put(
            part.but(
                impact_line=part.impact_line if impact is None else impact,
                uncertainty_line=part.uncertainty_line if uncertainty is None else uncertainty,
            )
        )

    return Edit(_("Move zone line"), apply, merge="zone lines")
