"""Scenarios: a few worlds at the horizon year, of equal standing, spanned by two axes."""

from typing import Annotated, Any, Literal

from pydantic import Field

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.edits import added, changed, replaced
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.look import MARKS
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _
from foresight.model.drivers import Driver, DriverRef, Drivers
from foresight.model.workshop import Year

Pole = Literal["low", "high"]
Degree = Annotated[int, Field(ge=1, le=5)]


ScenarioRef = Annotated[Id, RefMark("Scenario")]


class Axis(Value):
    """A critical uncertainty drawn out to its two poles."""

    labels = {"low": N_("Low pole"), "high": N_("High pole")}

    driver: DriverRef | None = None
    name: Line = ""
    low: Line = ""
    """What the low pole (left or bottom) looks like."""
    high: Line = ""


class Event(Value):
    """Something that happens on the way."""

    year: Year
    text: Line


class DriverState(Value):
    """What becomes of a driver in a scenario."""

    noun = ("driver", "drivers")
    alone = ("driver",)

    driver: DriverRef
    direction: Literal[-1, 0, 1] | None = None
    """Down, as today, up; None: not said."""
    text: Line = ""


class Indicator(Value):
    """Something one could measure, and where it goes in this world."""

    text: Line
    direction: Annotated[int, Field(ge=-2, le=2)] = 0


class Scenario(Entity):
    """One world at the horizon year."""

    noun = ("scenario", "scenarios")
    labels = {
        "x": N_("Place across"),
        "y": N_("Place up and down"),
        "day": N_("A day in the life"),
        "states": N_("What becomes of the drivers"),
        "implications": N_("What it asks of us"),
    }

    x: Pole | None = None
    """Which pole of the horizontal axis it lies at; None: not on the cross."""
    y: Pole | None = None
    name: Line = ""
    tagline: Line = ""
    narrative: Prose = ""
    """120 to 250 words in the present tense."""
    day: Prose = ""
    """A day in the life of somebody there."""
    timeline: tuple[Event, ...] = ()
    states: tuple[DriverState, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    winners: Prose = ""
    losers: Prose = ""
    implications: Prose = ""
    """What it asks of us."""
    opportunities: Prose = ""
    threats: Prose = ""
    signposts: tuple[Line, ...] = ()
    desirability: Degree | None = None
    likelihood: Degree | None = None
    """Perceived likelihood."""
    quote: Line = ""
    image: Line = ""
    """A picture of this world, in words."""
    sources: Prose = ""


class Overruling(Value):
    """Two drivers that the team takes as axes although they hang together."""

    noun = ("overruling", "overrulings")
    alone = ("first", "second")
    labels = {"first": N_("One axis"), "second": N_("The other axis"), "reason": N_("Why they are taken all the same")}

    first: DriverRef
    """The one that stands first among the drivers."""
    second: DriverRef
    reason: Line


class Scenarios(Slice):
    """Two axes and the worlds between them; scenario A is the first."""

    key = "scenarios"
    labels = {
        "x_axis": N_("Horizontal axis"),
        "y_axis": N_("Vertical axis"),
        "overruled": N_("Axes taken although they hang together"),
    }

    x_axis: Axis = Axis()
    y_axis: Axis = Axis()
    scenarios: tuple[Scenario, ...] = ()
    overruled: tuple[Overruling, ...] = ()


CORNERS: tuple[tuple[Pole, Pole], ...] = (("low", "high"), ("high", "high"), ("low", "low"), ("high", "low"))
"""(x, y) of the four scenarios of a cross as one reads it: top left, top right, bottom left, bottom right."""


def letter(index: int) -> str:
    """A, B, C ... for the scenario at this index."""
    return chr(ord("A") + index) if index < 26 else str(index + 1)


def sign(index: int) -> tuple[str, str, bool]:
    """How the scenario at this index is told apart everywhere: colour token, mark, and whether the mark is hollow.

    There are four colours and marks; from the fifth on they return with hollow marks.
    """
    place = index % len(MARKS)
    return f"scenario_{'abcd'[place]}", MARKS[place], index >= len(MARKS)


def display_name(document: Document, scenario: Id) -> str:
    """The name of a scenario, or "Scenario B" while it has none."""
    held = document[Scenarios].scenarios
    index = next((i for i, item in enumerate(held) if item.id == scenario), None)
    if index is None:
        return ""
    return held[index].name or _("Scenario {letter}").format(letter=letter(index))


def set_axis(which: Literal["x", "y"], **changes: Any) -> Edit:
    """Change the horizontal (x) or vertical (y) axis."""

    def apply(document: Document) -> Document:
        part = document[Scenarios]
        if which == "x":
            return document.put(part.but(x_axis=part.x_axis.but(**changes)))
        return document.put(part.but(y_axis=part.y_axis.but(**changes)))

    return Edit(_("Change axis"), apply, merge=("axis", which, *sorted(changes)))


def overruling(document: Document, one: Id | None, other: Id | None) -> Overruling | None:
    """Why the team takes these two drivers as axes although they hang together, if it said so."""
    return next((held for held in document[Scenarios].overruled if {held.first, held.second} == {one, other}), None)


def overrule(one: Id, other: Id, reason: str) -> Edit:
    """Say why two drivers are taken as axes although they hang together; an empty reason takes it back.

    Nothing happens when one of them is no longer there, or they are the same.
    """

    def apply(document: Document) -> Document:
        ends = [driver.id for driver in document[Drivers].drivers if driver.id in (one, other)]
        if len(ends) < 2:
            return document
        part, old = document[Scenarios], overruling(document, one, other)
        fresh = (Overruling(first=ends[0], second=ends[1], reason=reason),) if reason else ()
        at = len(part.overruled) if old is None else part.overruled.index(old)
        return document.put(part.but(overruled=(*part.overruled[:at], *fresh, *part.overruled[at + 1 :])))

    return Edit(_("Overrule"), apply, merge=("overrule", *sorted((one, other))))


def add_scenario(scenario: Scenario) -> Edit:
    """Add a scenario at the end."""
    return Edit(_("Add scenario"), lambda document: document.put(added(document[Scenarios], scenario)))


def add_cross() -> Edit:
    """Add a scenario for every corner of the cross that has none."""

    def apply(document: Document) -> Document:
        part = document[Scenarios]
        taken = {(scenario.x, scenario.y) for scenario in part.scenarios}
        fresh = [Scenario(x=x, y=y) for x, y in CORNERS if (x, y) not in taken]
        return document.put(added(part, *fresh))

    return Edit(_("Make four scenarios"), apply)


def change_scenario(scenario: Id, **changes: Any) -> Edit:
    """Change fields of a scenario; typing in one field is one step."""
    return Edit(
        _("Change scenario"),
        lambda document: document.put(changed(document[Scenarios], scenario, **changes)),
        merge=(scenario, *sorted(changes)),
    )


def set_state(scenario: Id, driver: Id, **changes: Any) -> Edit:
    """Say what becomes of a driver in a scenario; an emptied state goes. Nothing happens to a driver that is gone."""

    def with_state(old: Scenario) -> Scenario:
        others = tuple(state for state in old.states if state.driver != driver)
        present = next((state for state in old.states if state.driver == driver), DriverState(driver=driver))
        state = present.but(**changes)
        if state.direction is None and not state.text:
            return old.but(states=others)
        if present in old.states:
            return old.but(states=tuple(state if item.driver == driver else item for item in old.states))
        return old.but(states=(*others, state))

    def apply(document: Document) -> Document:
        if document.find(driver, Driver) is None:
            return document
        return document.put(replaced(document[Scenarios], scenario, with_state))

    return Edit(
        _("Set driver state"),
        apply,
        merge=("state", scenario, driver, *sorted(changes)),
    )


def remove_scenarios(*scenarios: Id) -> Edit:
    """Remove scenarios with the answers that belong to them."""
    return Edit(_("Delete scenario"), lambda document: remove(document, scenarios))
