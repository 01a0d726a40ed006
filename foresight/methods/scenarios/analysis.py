"""How good a set of scenarios is: different, equally long, complete."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.words import N_, _, listed, ngettext, quoted
from foresight.methods.scenarios.axes import (
    Proposal,
    advice,
    axes_are_dependent,
    axis_candidates,
    axis_name,
    independence,
    overruled,
    pole,
)
from foresight.methods.scenarios.ties import tie_words
from foresight.model.drivers import Driver, Drivers
from foresight.model.scenarios import Axis, DriverState, Event, Scenario, Scenarios, display_name, letter
from foresight.model.workshop import Workshop

ALIKE = 0.4
"""Two scenarios that differ in a smaller share of the drivers are told too little apart."""
WORDS = (120, 250)
"""How many words a narrative should have."""
EVEN = 1.5
"""A narrative more than this many times as long as another makes a favourite."""

FIELDS: dict[str, str] = {
    "name": N_("Name"),
    "tagline": N_("Tagline"),
    "narrative": N_("Narrative"),
    "day": N_("A day there"),
    "timeline": N_("Timeline"),
    "states": N_("Driver states"),
    "indicators": N_("Indicators"),
    "winners": N_("Winners"),
    "losers": N_("Losers"),
    "implications": N_("What it asks of us"),
    "opportunities": N_("Opportunities"),
    "threats": N_("Threats"),
    "signposts": N_("Signposts"),
    "desirability": N_("Desirability"),
    "likelihood": N_("Perceived likelihood"),
    "quote": N_("Quote"),
    "image": N_("Picture in words"),
    "sources": N_("Sources"),
}
"""What is told about a scenario, in the order in which it is told."""


@dataclass(frozen=True)
class Difference:
    """How far two scenarios differ: the Hamming distance of their driver states."""

    first: Id
    second: Id
    differing: int
    compared: int
    """Drivers of which both scenarios say something."""

    @property
    def share(self) -> float | None:
        """0..1; None when nothing can be compared."""
        return self.differing / self.compared if self.compared else None

    @property
    def alike(self) -> bool:
        """Whether they are told too little apart."""
        return self.share is not None and self.share < ALIKE


def axis_drivers(document: Document) -> tuple[Id, ...]:
    """The drivers of the axes that have one, the horizontal axis first."""
    part = document[Scenarios]
    return tuple(dict.fromkeys(axis.driver for axis in (part.x_axis, part.y_axis) if axis.driver))


def compared_drivers(document: Document) -> tuple[Driver, ...]:
    """All drivers as rows of a comparison: those of the axes first."""
    first = axis_drivers(document)
    return tuple(sorted(document[Drivers].drivers, key=lambda driver: driver.id not in first))


def state_in(document: Document, scenario: Scenario, driver: Id) -> DriverState | None:
    """What is said of a driver in a scenario. A driver of an axis is at least at its pole."""
    said = next((state for state in scenario.states if state.driver == driver), None)
    part = document[Scenarios]
    at_pole = ""
    if part.x_axis.driver == driver:
        at_pole = pole(document, scenario, "x")
    elif part.y_axis.driver == driver:
        at_pole = pole(document, scenario, "y")
    if said is not None:
        return said if said.text else said.but(text=at_pole)
    return DriverState(driver=driver, text=at_pole) if at_pole else None


def _differs(one: DriverState, other: DriverState) -> bool:
    """By direction where both give one, else by their words."""
    if one.direction is not None and other.direction is not None:
        return one.direction != other.direction
    return one.text.strip().casefold() != other.text.strip().casefold()


def difference(document: Document, first: Scenario, second: Scenario) -> Difference:
    """How far two scenarios differ."""
    pairs = [
        (state_in(document, first, driver.id), state_in(document, second, driver.id))
        for driver in document[Drivers].drivers
    ]
    both = [(one, other) for one, other in pairs if one is not None and other is not None]
    return Difference(first.id, second.id, sum(_differs(one, other) for one, other in both), len(both))


def differences(document: Document) -> tuple[Difference, ...]:
    """Every pair of scenarios, in order."""
    return tuple(difference(document, a, b) for a, b in combinations(document[Scenarios].scenarios, 2))


def most_alike(document: Document) -> str:
    """The two scenarios that differ least, in words; empty while nothing can be compared."""
    known = [(each.share, each) for each in differences(document) if each.share is not None]
    if not known:
        return ""
    _share, least = min(known, key=lambda pair: pair[0])
    return ngettext(
        "Most alike are {first} and {second}: they differ in {differing} of {n} driver.",
        "Most alike are {first} and {second}: they differ in {differing} of {n} drivers.",
        least.compared,
    ).format(
        first=quoted(display_name(document, least.first)),
        second=quoted(display_name(document, least.second)),
        differing=least.differing,
        n=least.compared,
    )


def word_count(text: str) -> int:
    """How many words; a dash on its own is none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def length_words(count: int) -> str:
    """A narrative's length against the band, in words."""
    low, high = WORDS
    counted = ngettext("{n} word", "{n} words", count).format(n=count)
    if count == 0:
        return _("Nothing written yet; aim for {low} to {high} words.").format(low=low, high=high)
    if count < low:
        return _("{counted}; {n} to go (aim for {low} to {high}).").format(
            counted=counted, n=low - count, low=low, high=high
        )
    if count > high:
        return _("{counted}; {n} too many (aim for {low} to {high}).").format(
            counted=counted, n=count - high, low=low, high=high
        )
    return _("{counted}, as it should be ({low} to {high}).").format(counted=counted, low=low, high=high)


def uneven(counts: Sequence[int]) -> bool:
    """Whether the longest written narrative is more than 1.5 times as long as the shortest written one."""
    written = [count for count in counts if count]
    return len(written) > 1 and max(written) > EVEN * min(written)


def missing(document: Document, scenario: Scenario) -> tuple[str, ...]:
    """The names of the fields that say nothing yet; driver states count when every driver has one."""
    blank = [name for name in FIELDS if name != "states" and not _filled(getattr(scenario, name))]
    drivers = document[Drivers].drivers
    if not drivers or any(state_in(document, scenario, driver.id) is None for driver in drivers):
        blank.append("states")
    return tuple(name for name in FIELDS if name in blank)


def _filled(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def chosen_events(events: Sequence[Event], count: int = 3) -> tuple[Event, ...]:
    """At most ``count`` (>= 2) events by year: the first, the last, and between them those nearest to even steps."""
    left = sorted(events, key=lambda event: event.year)
    if len(left) <= count:
        return tuple(left)
    first, last, inner = left[0], left[-1], left[1:-1]
    chosen = []
    for step in range(1, count - 1):
        target = first.year + (last.year - first.year) * step / (count - 1)
        chosen.append(min(inner, key=lambda event: abs(event.year - target)))
        inner.remove(chosen[-1])
    return (first, *sorted(chosen, key=lambda event: event.year), last)


def ways_told(document: Document) -> str:
    """How many worlds tell how they come about, in words, and which do not yet."""
    held = document[Scenarios].scenarios
    blank = [quoted(display_name(document, scenario.id)) for scenario in held if not scenario.timeline]
    if len(blank) == len(held):
        return _("No world has a timeline yet. Write under Tell what happens on the way, year by year.")
    if blank:
        return _("Not told yet how they come about: {worlds}.").format(worlds=listed(blank))
    first = min(event.year for scenario in held for event in scenario.timeline)
    last = max(event.year for scenario in held for event in scenario.timeline)
    return _("How each world comes about, from {first} to {last}.").format(first=first, last=last)


def warnings(document: Document) -> tuple[str, ...]:
    """What to look at again in this set of scenarios, in words; empty when all is well."""
    held = document[Scenarios].scenarios
    is_open = axes_are_dependent(document) and not overruled(document)
    found = [independence(document)] if is_open else []
    for each in differences(document):
        if each.alike:
            names = (quoted(display_name(document, each.first)), quoted(display_name(document, each.second)))
            found.append(
                ngettext(
                    "{first} and {second} differ in {differing} of {n} driver: tell them further apart.",
                    "{first} and {second} differ in {differing} of {n} drivers: tell them further apart.",
                    each.compared,
                ).format(first=names[0], second=names[1], differing=each.differing, n=each.compared)
            )
    counts = {scenario.id: word_count(scenario.narrative) for scenario in held}
    if uneven(tuple(counts.values())):
        lengths = [f"{display_name(document, each)} {count}" for each, count in counts.items() if count]
        found.append(_("The narratives are not equally long ({lengths} words).").format(lengths=listed(lengths)))
    if len(held) > 4:
        found.append(_("There are {n} scenarios; more than four are hard to keep apart.").format(n=len(held)))
    return tuple(found)


def figures(document: Document) -> dict[str, Any]:
    """All of the above as values for JSON; scores and shares 0..1, years and words as whole numbers."""
    part, suggested = document[Scenarios], advice(document)
    return {
        "horizon": document[Workshop].horizon,
        "axes": {"x": _axis_figures(document, part.x_axis), "y": _axis_figures(document, part.y_axis)},
        "independence": independence(document),
        "candidates": [
            {
                "driver": each.driver.title,
                "criticality": each.standing and round(each.criticality, 4),
                "zone": each.standing and each.standing.zone,
                "n": each.standing.n if each.standing else 0,
            }
            for each in axis_candidates(document)
        ],
        "overruled": overruled(document),
        "proposals": [_pair_figures(document, each) for each in suggested.proposed],
        "refused": [_pair_figures(document, each) for each in suggested.refused],
        "scenarios": [_scenario_figures(document, index) for index in range(len(part.scenarios))],
        "differences": [
            {
                "scenarios": [display_name(document, each.first), display_name(document, each.second)],
                "differing": each.differing,
                "compared": each.compared,
                "share": None if each.share is None else round(each.share, 4),
            }
            for each in differences(document)
        ],
        "warnings": list(warnings(document)),
    }


def _axis_figures(document: Document, axis: Axis) -> dict[str, str]:
    return {"name": axis_name(document, axis), "low": axis.low, "high": axis.high}


def _pair_figures(document: Document, pair: Proposal) -> dict[str, Any]:
    return {
        "drivers": [pair.first.driver.title, pair.second.driver.title],
        "score": round(pair.score, 4),
        "dependence": round(pair.tie.dependence, 4),
        "words": tie_words(document, pair.tie),
    }


def _scenario_figures(document: Document, index: int) -> dict[str, Any]:
    scenario = document[Scenarios].scenarios[index]
    blank = missing(document, scenario)
    return {
        "letter": letter(index),
        "name": scenario.name,
        "x": scenario.x,
        "y": scenario.y,
        "words": word_count(scenario.narrative),
        "complete": round(1 - len(blank) / len(FIELDS), 4),
        "missing": list(blank),
    }
