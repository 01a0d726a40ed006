"""Where people see their organisation looking: to the past, the present or the future."""

from typing import Annotated, Any

from pydantic import Field, model_validator

from foresight.core.document import Entity, Id, Slice, Value
from foresight.core.edits import added, changed
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _
from foresight.model.groups import GroupRef

Point = Annotated[int, Field(ge=1, le=5)]
POINTS = (N_("Past"), N_("Recent past"), N_("Today"), N_("Near future"), N_("Far future"))
"""What the points 1 to 5 of the line are called, unless the workshop names them otherwise."""

Percent = Annotated[int, Field(ge=0, le=100)]


class Shares(Value):
    """How attention is divided, in percent that sum to 100."""

    past: Percent
    present: Percent
    future: Percent

    @model_validator(mode="after")
    def _sum_to_100(self) -> "Shares":
        if self.past + self.present + self.future != 100:
            raise ValueError("shares must sum to 100")
        return self


LARGEST = 200
"""The largest radius of a circle; millimetres on paper, or whatever people measured in."""


class Circle(Value):
    """A circle that somebody drew; with the radius 0 it is absent."""

    labels = {"radius": N_("Radius of the circle"), "x": N_("Place across"), "y": N_("Place up")}

    radius: Annotated[int, Field(ge=0, le=LARGEST)]
    x: Annotated[int, Field(ge=-1_000, le=1_000)] = 0
    """Where its middle is."""
    y: Annotated[int, Field(ge=-1_000, le=1_000)] = 0


class Circles(Value):
    """Three circles for past, present and future, as large and as near as they feel."""

    past: Circle
    present: Circle
    future: Circle


class Rater(Entity):
    """One person's view of the own organisation; a code, never a name."""

    noun = ("rater", "raters")
    labels = {
        "line_now": N_("Place on the line now"),
        "line_should": N_("Place where it should be"),
        "shares_now": N_("Attention now"),
        "shares_should": N_("Attention as it should be"),
        "line_after": N_("Place on the line after the day"),
        "shares_after": N_("Attention after the day"),
    }

    code: Line = ""
    group: GroupRef | None = None
    organisation: Line = ""
    """The kind of organisation, such as municipality."""
    line_now: Point | None = None
    line_should: Point | None = None
    shares_now: Shares | None = None
    shares_should: Shares | None = None
    line_after: Point | None = None
    """Where the organisation looks now, asked again after the day: not where it should look."""
    shares_after: Shares | None = None
    circles: Circles | None = None
    note: Prose = ""

    @property
    def has_rated_first(self) -> bool:
        """Whether this person said anything in the first ballot."""
        return any(getattr(self, field) is not None for field in FIRST)

    @property
    def has_rated_again(self) -> bool:
        """Whether this person said anything in the ballot after the day."""
        return any(getattr(self, field) is not None for field in AFTER)

    @property
    def has_rated(self) -> bool:
        """Whether this person said anything about past, present and future."""
        return self.has_rated_first or self.has_rated_again


FIRST = ("line_now", "line_should", "shares_now", "shares_should", "circles")
AFTER = ("line_after", "shares_after")
"""What is said in each of the two ballots."""


class Orientation(Slice):
    """All raters."""

    key = "orientation"
    labels = {"points": N_("Names of the points")}
    whole = ("points",)

    raters: tuple[Rater, ...] = ()
    points: tuple[Line, ...] = ()
    """Own names of the five points; empty: POINTS."""


def add_rater(rater: Rater) -> Edit:
    """Add a rater at the end."""
    return Edit(_("Add rater"), lambda document: document.put(added(document[Orientation], rater)))


def change_rater(rater: Id, **changes: Any) -> Edit:
    """Change fields of a rater."""
    return Edit(
        _("Change rating"),
        lambda document: document.put(changed(document[Orientation], rater, **changes)),
        merge=(rater, *sorted(changes)),
    )


def add_raters(raters: tuple[Rater, ...]) -> Edit:
    """Add several raters in one step."""
    return Edit(_("Add raters"), lambda document: document.put(added(document[Orientation], *raters)))


def remove_raters(*raters: Id) -> Edit:
    """Remove raters."""
    return Edit(_("Delete rater"), lambda document: remove(document, raters))


def name_points(points: tuple[str, ...]) -> Edit:
    """Name the five points of the line; an empty tuple gives them their usual names back."""
    return Edit(
        _("Name points"), lambda document: document.put(document[Orientation].but(points=points)), merge="points"
    )
