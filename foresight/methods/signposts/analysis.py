"""What tells the worlds apart, and which of them the observations so far are most like. Formulas are our own."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import pstdev
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.words import _, date, listed, ngettext, number, quoted
from foresight.methods.signposts.model import Observation, Signpost, Signposts
from foresight.model.scenarios import Scenarios, display_name, letter
from foresight.model.workshop import Workshop

WEAK, STRONG = 0.5, 1.5
"""Below and above these powers a signpost tells the worlds apart a little, or very well; our own rule of thumb."""
CLOSE = 0.05
"""Worlds whose agreement is no further from the best are not told apart."""


def diagnosticity(values: Sequence[int]) -> float:
    """How far the expectations (-2..2) of the worlds lie apart: their population standard deviation, 0..2.

    0 for fewer than two worlds.
    """
    return pstdev(values) if len(values) > 1 else 0.0


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


def verdict(document: Document) -> str:
    """Which world we seem to be moving toward, in words."""
    held = document[Signposts].signposts
    if len(document[Scenarios].scenarios) < 2:
        return _("There must be at least two worlds before a signpost can tell them apart.")
    watched = [signpost for signpost in held if latest(signpost) is not None]
    found = drift(document)
    best = nearest(found)
    if not watched:
        return _("Nothing has been seen yet. Write down what you see, with its date, and this page answers.")
    if not best:
        return _("What was seen so far tells no worlds apart: it is expected to be the same in all of them.")
    names = [quoted(display_name(document, each.scenario)) for each in best]
    if len(best) == len([each for each in found if each.score is not None]) and len(best) > 1:
        said = _("What was seen so far is about equally like all of the worlds.")
    elif len(best) > 1:
        said = _("What was seen so far is about equally like {worlds}.").format(worlds=listed(names))
    else:
        said = _("What was seen so far is most like {world}.").format(world=names[0])
    counted = ngettext(
        "It rests on {n} of {all} signpost.", "It rests on {n} of {all} signposts.", len(held)
    ).format(n=max(each.n for each in best), all=len(held))  # fmt: skip
    return f"{said} {counted}"


def movement(document: Document) -> str:
    """What the latest observations changed, in words; empty when nothing earlier can be compared."""
    day = last_day(document)
    old = {each.scenario: each.score for each in before(document)}
    steps = [
        (each.score - was, each.scenario)
        for each in drift(document)
        if each.score is not None and (was := old.get(each.scenario)) is not None
    ]
    if day is None or not steps:
        return ""
    step, scenario = max(steps)
    if round(100 * step) <= 0:
        return _("The observations of {day} moved it toward none of the worlds.").format(day=date(day))
    return _("The observations of {day} moved it most toward {world}.").format(
        day=date(day), world=quoted(display_name(document, scenario))
    )


def caution() -> str:
    """What the answer is not."""
    return _(
        "This says which story the signs fit so far. It is not a forecast, and no world becomes more likely by it."
    )


def telling_nothing(document: Document) -> tuple[Signpost, ...]:
    """The signposts of which two worlds or more expect something, and all of them the same."""
    return tuple(
        signpost
        for signpost in document[Signposts].signposts
        if len(signpost.expectations) > 1 and power(signpost) == 0
    )


def remarks(document: Document) -> tuple[str, ...]:
    """What to look at again in this set of signposts, in words; empty when all is well."""
    held = document[Signposts].signposts
    found = []
    if same := telling_nothing(document):
        found.append(
            ngettext(
                "{n} signpost tells nothing apart, because all worlds expect the same of it: {names}.",
                "{n} signposts tell nothing apart, because all worlds expect the same of them: {names}.",
                len(same),
            ).format(n=len(same), names=_names(same))
        )
    worlds = len(document[Scenarios].scenarios)
    if worlds > 1 and (open_ones := [each for each in held if len(each.expectations) < worlds]):
        found.append(
            ngettext(
                "{n} signpost has no expectation in some world: {names}.",
                "{n} signposts have no expectation in some world: {names}.",
                len(open_ones),
            ).format(n=len(open_ones), names=_names(open_ones))
        )
    for one, other in combinations(document[Scenarios].scenarios, 2) if held else ():
        if not any(_differ(each, one.id, other.id) for each in held):
            pair = quoted(display_name(document, one.id)), quoted(display_name(document, other.id))
            found.append(_("No signpost tells {one} from {other}.").format(one=pair[0], other=pair[1]))
    return tuple(found)


def _differ(signpost: Signpost, one: Id, other: Id) -> bool:
    """Whether different things are expected of it in two worlds."""
    pair = signpost.expected(one), signpost.expected(other)
    return None not in pair and pair[0] != pair[1]


def _names(signposts: Sequence[Signpost], most: int = 3) -> str:
    """The first of them by name, and how many more there are."""
    names = [quoted(each.text) for each in signposts[:most]]
    more = len(signposts) - most
    return listed([*names, ngettext("{n} more", "{n} more", more).format(n=more)] if more > 0 else names)


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
    try:
        begun: datetime.date | None = datetime.date.fromisoformat(document[Workshop].date)
    except ValueError:
        begun = None
    found = []
    for signpost in document[Signposts].signposts:
        last = max((each.day for each in signpost.observations if each.day), default=None)
        start = last or begun
        due = months_after(start, signpost.rhythm) if start and signpost.rhythm else None
        found.append(Review(signpost, last, due))
    return tuple(sorted(found, key=lambda each: each.due or datetime.date.max))


def due_words(document: Document, today: datetime.date) -> str:
    """How many signposts should have been looked at by ``today``, and when the next one is due."""
    dated = [(each.due, each.signpost) for each in calendar(document) if each.due]
    late = [signpost for day, signpost in dated if day <= today]
    if late:
        return ngettext("{n} signpost is due: {names}.", "{n} signposts are due: {names}.", len(late)).format(
            n=len(late), names=_names(late)
        )
    if dated:
        return _("Nothing is due. The next look is on {day}: {name}.").format(
            day=date(dated[0][0]), name=quoted(dated[0][1].text)
        )
    return _("Give signposts a rhythm, and this list says when each is looked at next.")


def figures(document: Document) -> dict[str, Any]:
    """All of the above as values for JSON; powers 0..2, scores 0..1, days as ISO texts."""
    days = {each.signpost.id: each for each in calendar(document)}

    def one(signpost: Signpost) -> dict[str, Any]:
        seen, review = latest(signpost), days[signpost.id]
        return {
            "text": signpost.text,
            "power": round(power(signpost), 4),
            "expectations": {
                letter(at): signpost.expected(scenario.id) for at, scenario in enumerate(document[Scenarios].scenarios)
            },
            "seen": seen.value if seen else None,
            "last": review.last.isoformat() if review.last else None,
            "due": review.due.isoformat() if review.due else None,
        }

    return {
        "signposts": [one(signpost) for signpost in document[Signposts].signposts],
        "drift": [
            {
                "scenario": display_name(document, each.scenario),
                "score": None if each.score is None else round(each.score, 4),
                "n": each.n,
            }
            for each in drift(document)
        ],
        "answer": verdict(document),
        "movement": movement(document),
        "remarks": list(remarks(document)),
    }


def power_words(signpost: Signpost) -> str:
    """How well a signpost tells the worlds apart, in a word and a number."""
    if len(signpost.expectations) < 2:
        return _("not said")
    held = power(signpost)
    if held == 0:
        return _("not at all")
    said = _("a little") if held < WEAK else _("well") if held < STRONG else _("very well")
    return f"{said} ({number(held, 1)})"
