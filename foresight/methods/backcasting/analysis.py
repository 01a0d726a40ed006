"""The steps in order, and what does not hold together on the way, in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.edits import added
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.text import clean_line, day_of
from foresight.core.words import _, listed, ngettext, quoted
from foresight.methods.backcasting.model import Milestone, WayBack
from foresight.model.scenarios import display_name
from foresight.model.workshop import YEARS, Workshop

LONG = 5
"""So many years without a step are a gap worth a question."""
SOON = 2
"""Within so many years of the workshop something should begin."""


@dataclass(frozen=True)
class Step:
    """A milestone with its number, counted from now."""

    number: int
    milestone: Milestone


def steps(document: Document) -> tuple[Step, ...]:
    """The steps from the first to the last; those of one year in the order in which they were added."""
    ordered = sorted(document[WayBack].milestones, key=lambda each: each.year)
    return tuple(Step(number, each) for number, each in enumerate(ordered, 1))


def beginning(document: Document) -> int | None:
    """The year of the workshop; None while its day is not given."""
    day = day_of(document[Workshop].date)
    return day.year if day else None


def span(document: Document) -> tuple[int, int]:
    """The first and the last year of the way: from the workshop (or the first step) to the horizon (or the last)."""
    years = [each.year for each in document[WayBack].milestones]
    end = max([document[Workshop].horizon, *years])
    begun = beginning(document)
    start = min([*([begun] if begun is not None else []), *years], default=end - 1)
    return min(start, end - 1), end


def _called(milestone: Milestone) -> str:
    return f"{quoted(milestone.text)} ({milestone.year})"


def misplaced(document: Document) -> tuple[tuple[Milestone, Milestone], ...]:
    """(step, what it needs) wherever what is needed comes in a later year, in the order of the steps."""
    held = document[WayBack].by_id
    found = []
    for step in steps(document):
        needed = [held.get(one) for one in step.milestone.needs]
        found += [
            (step.milestone, each) for each in needed if isinstance(each, Milestone) and each.year > step.milestone.year
        ]
    return tuple(found)


def circles(document: Document) -> tuple[tuple[Milestone, ...], ...]:
    """Steps that need each other, directly or through others, each circle once."""
    import networkx as nx

    held = {each.id: each for each in document[WayBack].milestones}
    graph = nx.DiGraph((one, need) for one, each in held.items() for need in each.needs if need in held)
    order = {each.milestone.id: each.number for each in steps(document)}
    rings: list[list[Id]] = [
        sorted(ring, key=order.__getitem__)
        for ring in nx.strongly_connected_components(graph)
        if len(ring) > 1 or any(graph.has_edge(one, one) for one in ring)
    ]
    return tuple(tuple(held[one] for one in ring) for ring in sorted(rings, key=lambda ring: order[ring[0]]))


def checks(document: Document) -> tuple[str, ...]:
    """What does not hold together, in words; empty when the way can be walked as it stands."""
    found = [
        _("{step} needs {need}, which comes later. Move one of them.").format(step=_called(step), need=_called(need))
        for step, need in misplaced(document)
    ]
    found += [
        _("{steps} need each other, so none of them can be the first.").format(steps=listed([*map(_called, ring)]))
        for ring in circles(document)
    ]
    return (*found, *_outside(document), *_gaps(document))


def _outside(document: Document) -> Iterator[str]:
    """Steps before the workshop or after the horizon."""
    horizon, begun = document[Workshop].horizon, beginning(document)
    for step in steps(document):
        if step.milestone.year > horizon:
            yield _("{step} comes after the horizon, {year}.").format(step=_called(step.milestone), year=horizon)
        elif begun is not None and step.milestone.year < begun:
            yield _("{step} comes before the workshop, {year}.").format(step=_called(step.milestone), year=begun)


def _gaps(document: Document) -> Iterator[str]:
    """Long stretches without a step, and a way that does not begin."""
    held, begun = steps(document), beginning(document)
    if held and begun is not None and held[0].milestone.year > begun + SOON:
        yield _("The first step is in {year}. What can begin at once?").format(year=held[0].milestone.year)
    if not held:
        return
    years = sorted({*(step.milestone.year for step in held), document[Workshop].horizon})
    for one, other in pairwise(years):
        if other - one > LONG:
            yield _("Between {one} and {other} there is no step. What keeps the way open then?").format(
                one=one, other=other
            )


def nobody(document: Document) -> str:
    """How many steps nobody takes, in words; empty when each has somebody."""
    held = steps(document)
    without = sum(not step.milestone.actor for step in held)
    if not without:
        return ""
    return ngettext(
        "{n} of {all} steps has nobody who takes it.", "{n} of {all} steps have nobody who takes them.", without
    ).format(n=without, all=len(held))


def described(document: Document) -> str:
    """The picture in words."""
    held = steps(document)
    if not held:
        return _("There are no steps yet.")
    return ngettext(
        "{n} step from {last} back to {first}.", "{n} steps from {last} back to {first}.", len(held)
    ).format(n=len(held), last=held[-1].milestone.year, first=held[0].milestone.year)  # fmt: skip


def needed_numbers(document: Document, milestone: Milestone) -> tuple[int, ...]:
    """The numbers of the steps that this one needs."""
    wanted = set(milestone.needs)
    return tuple(step.number for step in steps(document) if step.milestone.id in wanted)


def beside(document: Document, milestone: Milestone, numbers: Sequence[int]) -> str:
    """Who takes a step, after which others (by number), and in which world, in one line."""
    after = _("after {numbers}").format(numbers=", ".join(map(str, numbers))) if numbers else ""
    world = display_name(document, milestone.scenario) if milestone.scenario else ""
    return " · ".join(filter(None, (milestone.actor, after, world)))


def read_step(text: str) -> tuple[int, str]:
    """A step as one types it, such as ``2035 all agencies share one log``: its year and its words.

    Raises EditRefused when it does not begin with a year from 1900 to 2300, or says nothing after it.
    """
    match = re.fullmatch(r"([0-9]{4})[\s:;,.–-]+(.*\w.*)", clean_line(text))
    if match is None:
        raise EditRefused(_("Begin with a year and say what happens: 2035 all agencies share one log."))
    year = read_year(match[1])
    return year, match[2]


def read_year(text: str) -> int:
    """A year from 1900 to 2300. Raises EditRefused for anything else."""
    low, high = YEARS
    if not re.fullmatch(r"[0-9]{4}", text.strip()) or not low <= int(text) <= high:
        raise EditRefused(_("A year is a number from {low} to {high}.").format(low=low, high=high))
    return int(text)


def add_step(text: str) -> Edit:
    """Add the step typed in one line. Refused as ``read_step`` does."""

    def apply(document: Document) -> Document:
        year, words = read_step(text)
        return document.put(added(document[WayBack], Milestone(year=year, text=words)))

    return Edit(_("Add step"), apply)


def figures(document: Document) -> dict[str, Any]:
    """The steps in order and what does not hold together, as values for JSON."""
    return {
        "goal": document[WayBack].goal,
        "span": list(span(document)),
        "steps": [
            {
                "number": step.number,
                "year": step.milestone.year,
                "text": step.milestone.text,
                "actor": step.milestone.actor,
                "needs": list(needed_numbers(document, step.milestone)),
            }
            for step in steps(document)
        ],
        "checks": list(checks(document)),
        "nobody": nobody(document),
    }
