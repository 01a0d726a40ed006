"""Edits that concern the cross as a whole. The scenarios themselves lie in foresight.model.scenarios."""

from foresight.core.document import Document, Id
from foresight.core.edits import moved
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.model.scenarios import CORNERS, Axis, Pole, Scenario, Scenarios


def choose_axes(x: Id | None = None, y: Id | None = None) -> Edit:
    """Put drivers on the horizontal (x) and the vertical (y) axis; None leaves that axis as it is."""

    def apply(document: Document) -> Document:
        part = document[Scenarios]
        return document.put(part.but(x_axis=_with_driver(part.x_axis, x), y_axis=_with_driver(part.y_axis, y)))

    return Edit(_("Choose axes"), apply)


def _with_driver(axis: Axis, driver: Id | None) -> Axis:
    """The axis on this driver. Poles that described another driver go; poles of an axis of one's own stay."""
    if driver is None or driver == axis.driver:
        return axis
    return axis.but(driver=driver, name="") if axis.driver is None else Axis(driver=driver)


def swap_axes() -> Edit:
    """Turn the cross over its diagonal: the horizontal axis becomes the vertical one, the worlds move along."""

    def apply(document: Document) -> Document:
        part = document[Scenarios]
        worlds = tuple(scenario.but(x=scenario.y, y=scenario.x) for scenario in part.scenarios)
        return document.put(part.but(x_axis=part.y_axis, y_axis=part.x_axis, scenarios=worlds))

    return Edit(_("Swap axes"), apply)


def move_scenario(scenario: Id, to: int) -> Edit:
    """Move a scenario to index ``to``; its letter, colour and mark follow its place."""
    return Edit(_("Move scenario"), lambda document: document.put(moved(document[Scenarios], scenario, to)))


def free_corner(document: Document) -> tuple[Pole, Pole] | None:
    """The first corner without a world, in reading order, while there is a cross; else None."""
    part = document[Scenarios]
    taken = {(scenario.x, scenario.y) for scenario in part.scenarios}
    crossed = part.x_axis != Axis() or part.y_axis != Axis() or any(x and y for x, y in taken)
    return next((corner for corner in CORNERS if corner not in taken), None) if crossed else None


def add_named(name: str) -> Edit:
    """Add a scenario of this name in the first free corner of the cross, if there is a cross."""

    def apply(document: Document) -> Document:
        part = document[Scenarios]
        x, y = free_corner(document) or (None, None)
        return document.put(part.but(scenarios=(*part.scenarios, Scenario(name=name, x=x, y=y))))

    return Edit(_("Add scenario"), apply)
