"""Edits of trends that need more than one slice. Trends, ratings and drivers themselves live in foresight.model."""

from collections.abc import Iterable, Mapping, Sequence

from foresight.core.document import Document, Id
from foresight.core.edits import added
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.model.drivers import Driver, Drivers, add_drivers, driver_from
from foresight.model.groups import Group, Groups
from foresight.model.ratings import MIDDLE, Ratings, quantile, rate, set_lines, standings
from foresight.model.trends import Trends

Scores = Mapping[str, float | None]
"""New values for impact, uncertainty or both; None takes a score away."""


def rate_as(group: Id | None, scores: Mapping[Id, Scores]) -> Edit:
    """Rate trends for a group, in one step.

    ``group`` None is the only group there is; where there is none, a first group "Room" is made for the whole room.
    """
    room = Group(name=_("Room"))

    def apply(document: Document) -> Document:
        held = document[Groups].groups
        rater = group or (held[0].id if held else room.id)
        after = document if group or held else document.put(added(document[Groups], room))
        for subject, changes in scores.items():
            after = rate(subject, rater, **changes).apply(after)
        return document if after[Ratings] is document[Ratings] else after

    return Edit(_("Rate"), apply, merge=("rate", group, *scores))


def driver_of(document: Document, trend: Id) -> Driver | None:
    """The first driver that was made of this trend, or None."""
    return next((driver for driver in document[Drivers].drivers if trend in driver.trends), None)


def make_drivers(document: Document, trends: Iterable[Id]) -> Edit:
    """A driver of each of these trends that has none yet."""
    held = document[Trends].trends
    wanted = set(trends)
    drivers = tuple(driver_from(each) for each in held if each.id in wanted and driver_of(document, each.id) is None)
    edit = add_drivers(drivers)
    return Edit(_("Make driver"), edit.apply)


def renumber(order: Sequence[Id]) -> Edit:
    """Number these trends in this order, all others after them as they stand."""
    place = {trend: at for at, trend in enumerate(order)}

    def apply(document: Document) -> Document:
        held = document[Trends].trends
        return document.put(document[Trends].but(trends=tuple(sorted(held, key=lambda t: place.get(t.id, len(place))))))

    return Edit(_("Number trends anew"), apply)


def lines_at_middle() -> Edit:
    """The zone lines at the middle of the scales."""
    return set_lines(MIDDLE, MIDDLE)


def lines_at_medians(document: Document) -> Edit:
    """The zone lines at the medians of the trends, so that about half of them lie on each side."""
    rated = standings(document)
    points = [rated[trend.id] for trend in document[Trends].trends if trend.id in rated]
    if not points:
        return lines_at_middle()
    impact = quantile([point.impact for point in points], 0.5)
    uncertainty = quantile([point.uncertainty for point in points], 0.5)
    return set_lines(impact, uncertainty)
