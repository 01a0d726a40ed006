"""Missteps: what was tried, failed, taught us something and was told to others; experiments put assumptions to test."""

import datetime
from typing import Annotated, Any, Literal

from foresight.core.document import Entity, Id, RefMark, Slice
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose, day_of
from foresight.core.words import N_, _
from foresight.model.drivers import DriverRef
from foresight.model.groups import GroupRef
from foresight.model.scenarios import ScenarioRef

MisstepRef = Annotated[Id, RefMark("Misstep")]
ExperimentRef = Annotated[Id, RefMark("Experiment")]

Result = Literal["open", "held", "fell"]
RESULTS: dict[Result, str] = {"open": N_("Not known yet"), "held": N_("It held"), "fell": N_("It fell")}
"""What became of an assumption that was put to test."""


class Misstep(Entity):
    """Something that was tried and did not work out, and what came of it."""

    noun = ("misstep", "missteps")
    labels = {
        "text": N_("What we tried"),
        "failed": N_("What failed"),
        "learnt": N_("What we learnt"),
        "shared": N_("Shared with whom"),
        "when": N_("When it was"),
    }

    text: Line
    failed: Line = ""
    learnt: Line = ""
    shared: Line = ""
    """Who was told; empty: nobody yet."""
    group: GroupRef | None = None
    when: Line = ""
    """In their own words, such as ``2016``."""
    note: Prose = ""


class Experiment(Entity):
    """An assumption, and the cheapest way to find out whether it holds."""

    noun = ("experiment", "experiments")
    labels = {
        "text": N_("Assumption"),
        "test": N_("Cheapest test"),
        "stop": N_("What would make us stop"),
        "by": N_("By when"),
        "owner": N_("Who tries it"),
        "seen": N_("What we saw"),
    }

    text: Line
    """The assumption."""
    scenario: ScenarioRef | None = None
    """The world that rests on it."""
    driver: DriverRef | None = None
    """The driver that it is about."""
    test: Line = ""
    stop: Line = ""
    by: Line = ""
    """ISO, ``2019-03-01``, or empty."""
    owner: Line = ""
    """A role rather than a name."""
    result: Result = "open"
    seen: Prose = ""

    @property
    def day(self) -> datetime.date | None:
        """By when; None when no day is given, or none that exists."""
        return day_of(self.by)


class Missteps(Slice):
    """Missteps in the order in which they were told, and experiments."""

    key = "missteps"

    missteps: tuple[Misstep, ...] = ()
    experiments: tuple[Experiment, ...] = ()


def add_missteps(*missteps: Misstep) -> Edit:
    """Add missteps at the end."""
    label = _("Add misstep") if len(missteps) == 1 else _("Add missteps")
    return Edit(label, lambda document: document.put(added(document[Missteps], *missteps)))


def change_misstep(misstep: Id, **changes: Any) -> Edit:
    """Change fields of a misstep; typing in one field is one step."""
    return Edit(
        _("Change misstep"),
        lambda document: document.put(changed(document[Missteps], misstep, **changes)),
        merge=(misstep, *sorted(changes)),
    )


def move_misstep(misstep: Id, to: int) -> Edit:
    """Move a misstep to index ``to``."""
    return Edit(_("Move misstep"), lambda document: document.put(moved(document[Missteps], misstep, to)))


def add_experiments(*experiments: Experiment) -> Edit:
    """Add experiments at the end."""
    label = _("Add experiment") if len(experiments) == 1 else _("Add experiments")
    return Edit(label, lambda document: document.put(added(document[Missteps], *experiments)))


def change_experiment(experiment: Id, **changes: Any) -> Edit:
    """Change fields of an experiment; typing in one field is one step."""
    return Edit(
        _("Change experiment"),
        lambda document: document.put(changed(document[Missteps], experiment, **changes)),
        merge=(experiment, *sorted(changes)),
    )


def move_experiment(experiment: Id, to: int) -> Edit:
    """Move an experiment to index ``to``."""
    return Edit(_("Move experiment"), lambda document: document.put(moved(document[Missteps], experiment, to)))


def remove_missteps(*things: Id) -> Edit:
    """Remove missteps or experiments."""
    return Edit(_("Delete misstep"), lambda document: remove(document, things))
