"""The way back: where we want to be at the horizon, and the steps that led there."""

from typing import Annotated, Any

from foresight.core.document import Entity, Id, RefMark, Slice
from foresight.core.edits import added, changed
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _
from foresight.model.scenarios import ScenarioRef
from foresight.model.workshop import Year

MilestoneRef = Annotated[Id, RefMark("Milestone")]


class Milestone(Entity):
    """A step on the way."""

    noun = ("step", "steps")
    labels = {
        "text": N_("Step"),
        "actor": N_("Who takes it"),
        "needs": N_("Steps that come first"),
        "precondition": N_("What must be in place"),
        "obstacle": N_("What stands in the way"),
        "enabler": N_("What helps"),
    }

    year: Year
    text: Line
    actor: Line = ""
    needs: tuple[MilestoneRef, ...] = ()
    """The steps that must have been taken before."""
    precondition: Line = ""
    """What else must be in place, in words."""
    obstacle: Line = ""
    enabler: Line = ""
    scenario: ScenarioRef | None = None
    """The world in which this step is taken; None: in all."""
    note: Prose = ""


class WayBack(Slice):
    """Where we want to be, and all steps in the order in which they were added."""

    key = "way_back"
    labels = {"goal": N_("Where we want to be")}

    goal: Line = ""
    milestones: tuple[Milestone, ...] = ()


def set_goal(goal: str) -> Edit:
    """Say where we want to be at the horizon."""
    return Edit(
        _("Change where we want to be"), lambda document: document.put(document[WayBack].but(goal=goal)), merge="goal"
    )


def add_milestone(milestone: Milestone) -> Edit:
    """Add a step."""
    return Edit(_("Add step"), lambda document: document.put(added(document[WayBack], milestone)))


def change_milestone(milestone: Id, **changes: Any) -> Edit:
    """Change fields of a step; typing in one field is one step. A step never needs itself."""
    if "needs" in changes:
        changes["needs"] = tuple(each for each in changes["needs"] if each != milestone)
    return Edit(
        _("Change step"),
        lambda document: document.put(changed(document[WayBack], milestone, **changes)),
        merge=(milestone, *sorted(changes)),
    )


def remove_milestones(*milestones: Id) -> Edit:
    """Remove steps; those that needed them no longer do."""
    return Edit(_("Delete step"), lambda document: remove(document, milestones))
