"""Forces: what weighs from the past, what pushes now, what draws from the future (Inayatullah's futures triangle)."""

from typing import Annotated, Any

from pydantic import Field

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _
from foresight.model.groups import GroupRef
from foresight.model.scenarios import Scenario, ScenarioRef
from foresight.model.trends import Direction

CORNERS: tuple[Direction, ...] = ("weight", "push", "pull")
"""Past, present, future: from the left to the right, as in the triangle."""

Strength = Annotated[int, Field(ge=1, le=5)]
Level = Annotated[int, Field(ge=0, le=5)]
MIDDLE = 3
"""The strength of a force of which nobody said how strong it is."""

ForceRef = Annotated[Id, RefMark("Force")]


class Force(Entity):
    """Something that acts on the future, from one corner of the triangle."""

    noun = ("force", "forces")
    labels = {"corner": N_("Corner of the triangle"), "about": N_("Taken from")}

    text: Line
    corner: Direction = "push"
    strength: Strength = MIDDLE
    group: GroupRef | None = None
    about: Annotated[Id, RefMark("Trend", "Driver", "Misstep")] | None = None
    """What it was taken from, or what stands behind it."""
    note: Prose = ""


class WorldStrength(Value):
    """How strong a force is in one scenario; without it the force is there as strong as it is today."""

    noun = ("strength in a world", "strengths in worlds")
    alone = ("force", "scenario")

    force: ForceRef
    scenario: ScenarioRef
    strength: Level
    """0: not at work there."""


class Forces(Slice):
    """All forces in their order, and how strong they are in the scenarios."""

    key = "forces"
    labels = {"levels": N_("Strength in the worlds")}

    forces: tuple[Force, ...] = ()
    levels: tuple[WorldStrength, ...] = ()


def add_forces(*forces: Force) -> Edit:
    """Add forces at the end."""
    label = _("Add force") if len(forces) == 1 else _("Add forces")
    return Edit(label, lambda document: document.put(added(document[Forces], *forces)))


def change_force(force: Id, **changes: Any) -> Edit:
    """Change fields of a force; typing in one field is one step."""
    return Edit(
        _("Change force"),
        lambda document: document.put(changed(document[Forces], force, **changes)),
        merge=(force, *sorted(changes)),
    )


def carry_force(force: Id, corner: Direction) -> Edit:
    """Carry a force to another corner of the triangle."""
    return Edit(
        _("Move force to another corner"),
        lambda document: document.put(changed(document[Forces], force, corner=corner)),
    )


def move_force(force: Id, to: int) -> Edit:
    """Move a force to index ``to`` among all forces."""
    return Edit(_("Move force"), lambda document: document.put(moved(document[Forces], force, to)))


def remove_forces(*forces: Id) -> Edit:
    """Remove forces with their strengths in the worlds."""
    return Edit(_("Delete force"), lambda document: remove(document, forces))


def set_level(force: Id, scenario: Id, strength: Level | None) -> Edit:
    """How strong a force is in a scenario, 0..5; None: as today. Nothing happens when one of them is gone."""

    def apply(document: Document) -> Document:
        part = document[Forces]
        if document.find(force, Force) is None or document.find(scenario, Scenario) is None:
            return document
        kept = tuple(held for held in part.levels if (held.force, held.scenario) != (force, scenario))
        if strength is None:
            return document.put(part.but(levels=kept))
        fresh = WorldStrength(force=force, scenario=scenario, strength=strength)
        return document if fresh in part.levels else document.put(part.but(levels=(*kept, fresh)))

    return Edit(_("Set strength in a world"), apply, merge=("level", force, scenario))
