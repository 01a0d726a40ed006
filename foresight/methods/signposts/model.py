"""Signposts: what one could see, where it goes in each world, and what was seen so far."""

import datetime
from typing import Annotated, Any, Literal

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.edits import added, changed, moved, replaced
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose, day_of
from foresight.core.words import N_, _
from foresight.model.scenarios import Scenario, ScenarioRef, Scenarios

SignpostRef = Annotated[Id, RefMark("Signpost")]

Direction = Literal[-2, -1, 0, 1, 2]
DIRECTIONS: dict[Direction, str] = {
    2: N_("sharply up"),
    1: N_("up"),
    0: N_("as today"),
    -1: N_("down"),
    -2: N_("sharply down"),
}
"""Where something goes, in words."""
WRITTEN: dict[Direction, str] = {2: "++", 1: "+", 0: "0", -1: "−", -2: "−−"}
"""And as one types it."""

Rhythm = Literal[1, 3, 6, 12, 24]
RHYTHMS: dict[Rhythm, str] = {
    1: N_("Every month"),
    3: N_("Every quarter"),
    6: N_("Every half-year"),
    12: N_("Every year"),
    24: N_("Every other year"),
}
"""How often one looks, in months."""


class Expectation(Value):
    """Where a signpost goes in a world."""

    noun = ("expectation", "expectations")
    alone = ("scenario",)

    scenario: ScenarioRef
    value: Direction


class Observation(Value):
    """What was seen on a day."""

    noun = ("observation", "observations")

    date: Line = ""
    """ISO, ``2027-03-01``, or empty."""
    value: Direction = 0
    note: Line = ""

    @property
    def day(self) -> datetime.date | None:
        """The date; None when none is given, or none that exists."""
        return day_of(self.date)


class Signpost(Entity):
    """Something one could see, or count, on the way to a world."""

    noun = ("signpost", "signposts")
    labels = {"text": N_("What one could see"), "threshold": N_("When we react"), "rhythm": N_("How often we look")}

    text: Line
    source: Line = ""
    """Who counts it, where one finds it."""
    threshold: Line = ""
    """What must be seen so that somebody acts."""
    owner: Line = ""
    rhythm: Rhythm | None = None
    expectations: tuple[Expectation, ...] = ()
    observations: tuple[Observation, ...] = ()
    note: Prose = ""

    def expected(self, scenario: Id) -> Direction | None:
        """Where it goes in a world; None when that is not said."""
        return next((each.value for each in self.expectations if each.scenario == scenario), None)


class Signposts(Slice):
    """All signposts."""

    key = "signposts"

    signposts: tuple[Signpost, ...] = ()


def add_signpost(signpost: Signpost) -> Edit:
    """Add a signpost at the end."""
    return Edit(_("Add signpost"), lambda document: document.put(added(document[Signposts], signpost)))


def change_signpost(signpost: Id, **changes: Any) -> Edit:
    """Change fields of a signpost; typing in one field is one step."""
    return Edit(
        _("Change signpost"),
        lambda document: document.put(changed(document[Signposts], signpost, **changes)),
        merge=(signpost, *sorted(changes)),
    )


def move_signpost(signpost: Id, to: int) -> Edit:
    """Move a signpost to index ``to``."""
    return Edit(_("Move signpost"), lambda document: document.put(moved(document[Signposts], signpost, to)))


def remove_signposts(*signposts: Id) -> Edit:
    """Remove signposts with what was seen of them."""
    return Edit(_("Delete signpost"), lambda document: remove(document, signposts))


def expect(signpost: Id, scenario: Id, value: Direction | None) -> Edit:
    """Say where a signpost goes in a world; None takes it back. Nothing happens to a world that is gone."""

    def with_value(old: Signpost) -> Signpost:
        others = tuple(each for each in old.expectations if each.scenario != scenario)
        said = () if value is None else (Expectation(scenario=scenario, value=value),)
        return old if old.expected(scenario) == value else old.but(expectations=(*others, *said))

    def apply(document: Document) -> Document:
        if document.find(scenario, Scenario) is None:
            return document
        return document.put(replaced(document[Signposts], signpost, with_value))

    return Edit(_("Set expectation"), apply, merge=("expect", signpost, scenario))


def told_in_scenarios(document: Document) -> tuple[Signpost, ...]:
    """The signposts and indicators that the worlds name and that are no signposts yet, each text once.

    An indicator is expected to go where its world says; a sign named by a world is expected to go up sharply there.
    """
    found: dict[str, dict[Id, Direction]] = {}
    for scenario in document[Scenarios].scenarios:
        for indicator in scenario.indicators:
            if indicator.text:
                found.setdefault(indicator.text, {})[scenario.id] = _direction(indicator.direction)
    for scenario in document[Scenarios].scenarios:
        for text in filter(None, scenario.signposts):
            found.setdefault(text, {}).setdefault(scenario.id, 2)
    held = {signpost.text.casefold() for signpost in document[Signposts].signposts}
    return tuple(
        Signpost(text=text, expectations=tuple(Expectation(scenario=each, value=at) for each, at in values.items()))
        for text, values in found.items()
        if text.casefold() not in held
    )


def _direction(value: int) -> Direction:
    return next(direction for direction in DIRECTIONS if direction == value)


def take_from_scenarios() -> Edit:
    """Make signposts of what the worlds name and what is not there yet."""
    return Edit(
        _("Take signposts from the scenarios"),
        lambda document: document.put(added(document[Signposts], *told_in_scenarios(document))),
    )
