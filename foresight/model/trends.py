"""Trends: cards of what moves the world around us."""

from typing import Annotated, Any, Literal

from pydantic import Field

from foresight.core.document import Entity, Id, RefMark, Slice, Value
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _

Category = Literal["social", "technological", "economic", "environmental", "political", "values"]
CATEGORIES: dict[Category, str] = {
    "social": N_("Social"),
    "technological": N_("Technological"),
    "economic": N_("Economic"),
    "environmental": N_("Environmental"),
    "political": N_("Political"),
    "values": N_("Values"),
}
"""STEEP(V), in the order of the letters."""

Kind = Literal["weak signal", "signal cluster", "trend", "megatrend", "wild card"]
KINDS: dict[Kind, str] = {
    "weak signal": N_("Weak signal"),
    "signal cluster": N_("Signal cluster"),
    "trend": N_("Trend"),
    "megatrend": N_("Megatrend"),
    "wild card": N_("Wild card"),
}

Ring = Literal["now", "near", "far"]
RINGS: dict[Ring, str] = {"now": N_("Act"), "near": N_("Prepare"), "far": N_("Monitor")}
"""Rings of the radar, from the centre outwards."""

Likelihood = Literal["certain", "uncertain", "highly uncertain", "wildcard"]
LIKELIHOODS: dict[Likelihood, str] = {
    "certain": N_("Certain"),
    "uncertain": N_("Uncertain"),
    "highly uncertain": N_("Highly uncertain"),
    "wildcard": N_("Wildcard"),
}

Direction = Literal["push", "pull", "weight"]
DIRECTIONS: dict[Direction, str] = {
    "push": N_("Push of the present"),
    "pull": N_("Pull of the future"),
    "weight": N_("Weight of the past"),
}

Status = Literal["unchanged", "new", "moved in", "moved out"]
STATUSES: dict[Status, str] = {
    "unchanged": N_("Unchanged"),
    "new": N_("New"),
    "moved in": N_("Moved in"),
    "moved out": N_("Moved out"),
}


TrendRef = Annotated[Id, RefMark("Trend")]


class Evidence(Value):
    """What a trend rests on."""

    text: Prose
    source: Line = ""
    """An address or a reference. It is shown, never fetched."""
    date: Line = ""


class Trend(Entity):
    """A direction of change over time, as a card."""

    noun = ("trend", "trends")
    labels = {"related": N_("Related trends"), "languages": N_("Languages of the sources")}

    title: Line
    """A neutral noun phrase, without direction."""
    summary: Annotated[Line, Field(max_length=300)] = ""
    description: Prose = ""
    kind: Kind = "trend"
    category: Category = "social"
    ring: Ring | None = None
    likelihood: Likelihood | None = None
    direction: Direction | None = None
    time_to_impact: Line = ""
    """In words, such as "5-10 years"."""
    evidence: tuple[Evidence, ...] = ()
    tags: tuple[Line, ...] = ()
    related: tuple[TrendRef, ...] = ()
    status: Status = "unchanged"
    owner: Line = ""
    languages: tuple[Line, ...] = ()
    """Languages in which the sources are, such as "nb"."""


class Trends(Slice):
    """All trends, in the order in which they are numbered."""

    key = "trends"

    trends: tuple[Trend, ...] = ()


def add_trend(trend: Trend) -> Edit:
    """Add a trend at the end."""
    return Edit(_("Add trend"), lambda document: document.put(added(document[Trends], trend)))


def change_trend(trend: Id, **changes: Any) -> Edit:
    """Change fields of a trend; typing in one field is one step."""
    return Edit(
        _("Change trend"),
        lambda document: document.put(changed(document[Trends], trend, **changes)),
        merge=(trend, *sorted(changes)),
    )


def move_trend(trend: Id, to: int) -> Edit:
    """Move a trend to index ``to``."""
    return Edit(_("Move trend"), lambda document: document.put(moved(document[Trends], trend, to)))


def remove_trends(*trends: Id) -> Edit:
    """Remove trends with what hangs on them."""
    return Edit(_("Delete trend"), lambda document: remove(document, trends))
