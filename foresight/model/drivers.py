"""Drivers and the links between them."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from foresight.core.document import Document, Entity, Id, RefMark, Slice
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _
from foresight.model.ratings import Ratings, Standing, quantile, standings, zone
from foresight.model.trends import Category, Trend, TrendRef

Sign = Literal["+", "-", "?"]
SIGNS: dict[Sign, str] = {"+": N_("Same direction"), "-": N_("Opposite direction"), "?": N_("Undecided")}

Delay = Literal["short", "medium", "long"]
DELAYS: dict[Delay, str] = {"short": N_("Short"), "medium": N_("Medium"), "long": N_("Long")}

Strength = Annotated[int, Field(ge=0, le=3)]
STRENGTHS = (N_("None"), N_("Weak"), N_("Moderate"), N_("Strong"))


DriverRef = Annotated[Id, RefMark("Driver")]


class Driver(Entity):
    """A force that shapes change, made of trends or new."""

    noun = ("driver", "drivers")

    title: Line
    description: Prose = ""
    category: Category = "social"
    trends: tuple[TrendRef, ...] = ()
    """The trends it was made of."""


class Link(Entity):
    """One driver acts directly on another. At most one link from a driver to another, none to itself."""

    noun = ("link", "links")
    alone = ("source", "target")
    joint = " → "
    labels = {"source": N_("From"), "target": N_("To"), "potential": N_("Only possible")}

    source: DriverRef
    target: DriverRef
    strength: Strength = 1
    sign: Sign = "+"
    potential: bool = False
    """Not at work today, but may come to be (P in structural analysis)."""
    delay: Delay = "short"
    confidence: Annotated[int, Field(ge=1, le=5)] | None = None
    rationale: Prose = ""

    @property
    def signed_strength(self) -> int:
        """The strength, negative for an opposite direction; an undecided sign counts as positive."""
        return -self.strength if self.sign == "-" else self.strength

    @model_validator(mode="after")
    def _not_to_itself(self) -> "Link":
        if self.source == self.target:
            raise ValueError("a link must join two different drivers")
        return self


class Drivers(Slice):
    """All drivers, in the order in which they are numbered, and all links."""

    key = "drivers"

    drivers: tuple[Driver, ...] = ()
    links: tuple[Link, ...] = ()


def driver_from(trend: Trend) -> Driver:
    """A new driver made of one trend."""
    return Driver(title=trend.title, description=trend.summary, category=trend.category, trends=(trend.id,))


def add_driver(driver: Driver) -> Edit:
    """Add a driver at the end."""
    return Edit(_("Add driver"), lambda document: document.put(added(document[Drivers], driver)))


def add_drivers(drivers: tuple[Driver, ...]) -> Edit:
    """Add several drivers in one step."""
    return Edit(_("Add drivers"), lambda document: document.put(added(document[Drivers], *drivers)))


def change_driver(driver: Id, **changes: Any) -> Edit:
    """Change fields of a driver; typing in one field is one step."""
    return Edit(
        _("Change driver"),
        lambda document: document.put(changed(document[Drivers], driver, **changes)),
        merge=(driver, *sorted(changes)),
    )


def move_driver(driver: Id, to: int) -> Edit:
    """Move a driver to index ``to``."""
    return Edit(_("Move driver"), lambda document: document.put(moved(document[Drivers], driver, to)))


def remove_drivers(*drivers: Id) -> Edit:
    """Remove drivers with their links and what else hangs on them."""
    return Edit(_("Delete driver"), lambda document: remove(document, drivers))


def link_between(document: Document, source: Id, target: Id) -> Link | None:
    """The link from one driver to another, or None."""
    return next((li for li in document[Drivers].links if li.source == source and li.target == target), None)


def set_link(source: Id, target: Id, **changes: Any) -> Edit:
    """Make or change the link from one driver to another.

    Nothing happens from a driver to itself, or when one of them is no longer there.
    """

    def apply(document: Document) -> Document:
        there = all(document.find(driver, Driver) for driver in (source, target))
        if source == target or not there:
            return document
        old = link_between(document, source, target)
        if old is None:
            return document.put(added(document[Drivers], Link(source=source, target=target, **changes)))
        return document.put(changed(document[Drivers], old.id, **changes))

    return Edit(_("Link drivers"), apply, merge=("link", source, target, *sorted(changes)))


def change_link(link: Id, **changes: Any) -> Edit:
    """Change fields of a link."""
    return Edit(
        _("Change link"),
        lambda document: document.put(changed(document[Drivers], link, **changes)),
        merge=(link, *sorted(changes)),
    )


def remove_links(*links: Id) -> Edit:
    """Remove links."""
    return Edit(_("Delete link"), lambda document: remove(document, links))


def driver_standings(document: Document) -> dict[Id, Standing]:
    """Where each driver stands: its own ratings if it has any, else the medians over those of its trends."""
    rated = standings(document)
    lines = document[Ratings]
    found: dict[Id, Standing] = {}
    for driver in document[Drivers].drivers:
        own = rated.get(driver.id)
        parts = [own] if own else [rated[trend] for trend in driver.trends if trend in rated]
        if not parts:
            continue
        impact = quantile([part.impact for part in parts], 0.5)
        uncertainty = quantile([part.uncertainty for part in parts], 0.5)
        found[driver.id] = Standing(
            impact,
            uncertainty,
            quantile([part.impact_spread for part in parts], 0.5),
            quantile([part.uncertainty_spread for part in parts], 0.5),
            max(part.n for part in parts),
            zone(impact, uncertainty, lines),
        )
    return found
