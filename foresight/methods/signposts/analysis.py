"""What tells the worlds apart, and which of them the observations so far are most like. Formulas are our own."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from foresight.core.document import Document, Id
from foresight.core.text import day_of
from foresight.methods.signposts.model import Observation, Signpost, Signposts
from foresight.model.scenarios import Scenarios
from foresight.model.workshop import Workshop

WEAK, STRONG = 0.5, 1.5
"""Below and above these powers a signpost tells the worlds apart a little, or very well; our own rule of thumb."""
CLOSE = 0.05
"""Worlds whose agreement is no further from the best are not told apart."""


def diagnosticity(values: Sequence[int]) -> float:
    """How far the expectations (-2..2) of the worlds lie apart: their population standard deviation, 0..2.

    0 for fewer than two worlds.
    """
    n, total = len(values), sum(values)
    return sqrt(n * sum(value * value for value in values) - total * total) / n if n > 1 else 0.0


def power(signpost: Signpost) -> float:
    """How well a signpost tells the worlds apart, 0..2, over those worlds of which something is expected."""
    return diagnosticity([each.value for each in signpost.expectations])


def agreement(seen: int, expected: int) -> float:
    """1 when what was seen is what was expected, 0 when it is the opposite end; both -2..2."""
    return 1 - abs(seen - expected) / 4


def latest(signpost: Signpost, until: datetime.date | None = None) -> Observation | None:
    """The last observation, by date (those without a date count as the oldest); none of those after ``until``."""
    held = [each for each in signpost.observations if until is None or each.day is None or each.day <= until]
    return max(reversed(held), key=lambda each: each.day or datetime.date.min, default=None)


@dataclass(frozen=True)
class Drift:
    """How much what was seen is like a world."""

    scenario: Id
    score: float | None
    """0 (the opposite) to 1 (all as expected there); None while nothing seen says anything about this world."""
    n: int
    """How many signposts it rests on."""


def drift(document: Document, until: datetime.date | None = None) -> tuple[Drift, ...]:
    """For each world: sum of power x agreement over sum of power, over the signposts that were seen.

    Only what tells worlds apart has a say (a power above 0). ``until``: as it stood at the end of that day.
    """
    seen = [
        (signpost, power(signpost), observation.value)
        for signpost in document[Signposts].signposts
        if power(signpost) > 0 and (observation := latest(signpost, until)) is not None
    ]
    found = []
    for scenario in document[Scenarios].scenarios:
        said = [
            (weight, agreement(value, expected))
            for signpost, weight, value in seen
            if (expected := signpost.expected(scenario.id)) is not None
        ]
        total = sum(weight for weight, _agreed in said)
        score = sum(weight * agreed for weight, agreed in said) / total if said else None
        found.append(Drift(scenario.id, score, len(said)))
    return tuple(found)


def nearest(found: Sequence[Drift]) -> tuple[Drift, ...]:
    """The worlds that what was seen is most like: the best, and those that are not told apart from it."""
    scored = sorted((each for each in found if each.score is not None), key=lambda each: -(each.score or 0))
    return tuple(each for each in scored if (scored[0].score or 0) - (each.score or 0) <= CLOSE)


def last_day(document: Document) -> datetime.date | None:
    """The day of the latest observation; None while none has a date."""
    days = [each.day for signpost in document[Signposts].signposts for each in signpost.observations if each.day]
    return max(days, default=None)


def before(document: Document) -> tuple[Drift, ...]:
    """As it stood before the day of the latest observation; nothing when that was the first."""
    day = last_day(document)
    if day is None or day == datetime.date.min:
        return ()
    found = drift(document, day - datetime.timedelta(days=1))
    return found if any(each.score is not None for each in found) else ()


def telling_nothing(document: Document) -> tuple[Signpost, ...]:
    """The signposts of which two worlds or more expect something, and all of them the same."""
    return tuple(
        signpost
        for signpost in document[Signposts].signposts
        if len(signpost.expectations) > 1 and power(signpost) == 0
    )


def differ(signpost: Signpost, one: Id, other: Id) -> bool:
    """Whether different things are expected of it in two worlds."""
    pair = signpost.expected(one), signpost.expected(other)
    return None not in pair and pair[0] != pair[1]


@dataclass(frozen=True)
class Review:
    """When somebody looks at a signpost the next time."""

    signpost: Signpost
    last: datetime.date | None
    """The day of the latest observation with a date."""
    due: datetime.date | None
    """None without a rhythm, or without a day to count from."""


def months_after(day: datetime.date, months: int) -> datetime.date | None:
    """The same day so many months later, the last of the month where there is none; None after the year 9999."""
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > datetime.MAXYEAR:
        return None
    following = datetime.date(day.year + years, month + 1, 1)
    for last in range(day.day, 27, -1):
        try:
            return following.replace(day=last)
        except ValueError:
            continue
    return following.replace(day=day.day)


def calendar(document: Document) -> tuple[Review, ...]:
    """When each signpost is looked at next: its rhythm after the last look, or after the workshop before the first.

    The earliest first; those without a day at the end, in the order of the list.
    """
    begun = day_of(document[Workshop].date)
    found = []
    for signpost in document[Signposts].signposts:
        last = max((each.day for each in signpost.observations if each.day), default=None)
        start = last or begun
        due = months_after(start, signpost.rhythm) if start and signpost.rhythm else None
        found.append(Review(signpost, last, due))
    return tuple(sorted(found, key=lambda each: each.due or datetime.date.max))
