"""Which two axes to choose: candidates, what joins two of them, proposals, and what that means in words."""

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from foresight.core.document import Document
from foresight.core.words import _
from foresight.methods.scenarios.ties import Tie, tie_between, tie_words
from foresight.model.drivers import Driver, Drivers, driver_standings
from foresight.model.ratings import Standing
from foresight.model.scenarios import Axis, Scenario, Scenarios, overruling

AMONG = 24
"""Pairs are made of so many of the most critical drivers."""


@dataclass(frozen=True)
class Candidate:
    """A driver that could become an axis."""

    driver: Driver
    standing: Standing | None
    """None: nobody has rated it."""

    @property
    def criticality(self) -> float:
        """0..1; 0 while it is not rated."""
        return self.standing.criticality if self.standing else 0.0


@dataclass(frozen=True)
class Proposal:
    """Two drivers that could span the cross."""

    first: Candidate
    second: Candidate
    tie: Tie

    @property
    def score(self) -> float:
        """C_i * C_j * (1 - dependence), 0..1 (our own measure)."""
        return self.first.criticality * self.second.criticality * (1 - self.tie.dependence)


def axis_candidates(document: Document) -> tuple[Candidate, ...]:
    """Every driver, the most critical first; equal and unrated ones in their own order, the unrated last."""
    rated = driver_standings(document)
    found = [Candidate(driver, rated.get(driver.id)) for driver in document[Drivers].drivers]
    return tuple(sorted(found, key=lambda c: (c.standing is None, -c.criticality)))


@dataclass(frozen=True)
class Advice:
    """Which pairs of critical uncertainties could be axes, and which ones not."""

    proposed: tuple[Proposal, ...] = ()
    """The best first."""
    refused: tuple[Proposal, ...] = ()
    """Pairs that hang together, the most critical first."""


def advice(document: Document, limit: int = 10) -> Advice:
    """The best pairs of critical uncertainties, at most ``limit`` of each kind. Pairs of score 0 are not proposed."""
    critical = [each for each in axis_candidates(document) if each.standing and each.standing.zone == "critical"]
    pairs = [
        Proposal(first, second, tie_between(document, first.driver.id, second.driver.id))
        for first, second in combinations(critical[:AMONG], 2)
    ]
    free = [pair for pair in pairs if not pair.tie.dependent and pair.score > 0]
    bound = [pair for pair in pairs if pair.tie.dependent]
    free.sort(key=lambda pair: -pair.score)
    bound.sort(key=lambda pair: -pair.first.criticality * pair.second.criticality)
    return Advice(tuple(free[:limit]), tuple(bound[:limit]))


def independence(document: Document) -> str:
    """What the network says about the two chosen axes, in words; empty while an axis is not chosen."""
    part = document[Scenarios]
    x, y = part.x_axis, part.y_axis
    if not (axis_name(document, x) and axis_name(document, y)):
        return ""
    if x.driver is None or y.driver is None:
        return _("An axis without a driver has no links: ask whether all four corners can happen.")
    if x.driver == y.driver:
        return _("Not independent: both axes are the same driver.")
    return tie_words(document, tie_between(document, x.driver, y.driver))


def axes_are_dependent(document: Document) -> bool:
    """Whether the chosen axes are known to hang together."""
    x, y = document[Scenarios].x_axis.driver, document[Scenarios].y_axis.driver
    if x is None or y is None:
        return False
    return x == y or tie_between(document, x, y).dependent


def overruled(document: Document) -> str:
    """Why the team takes the two chosen axes although they hang together; empty while it does not say."""
    part = document[Scenarios]
    held = overruling(document, part.x_axis.driver, part.y_axis.driver)
    return held.reason if held else ""


def axis_name(document: Document, axis: Axis) -> str:
    """The axis' own name, or the title of its driver."""
    driver = document[Drivers].by_id.get(axis.driver) if axis.driver else None
    return axis.name or (driver.title if isinstance(driver, Driver) else "")


def pole(document: Document, scenario: Scenario, which: Literal["x", "y"]) -> str:
    """The text of the pole at which a scenario lies; empty when it lies at none."""
    axis = document[Scenarios].x_axis if which == "x" else document[Scenarios].y_axis
    side = scenario.x if which == "x" else scenario.y
    return "" if side is None else axis.low if side == "low" else axis.high


def where(document: Document, scenario: Scenario) -> str:
    """At which poles a scenario lies, such as "Trust: low · Change: much"; empty when it lies at none."""
    part = document[Scenarios]
    ends = (
        (axis_name(document, part.x_axis), pole(document, scenario, "x")),
        (axis_name(document, part.y_axis), pole(document, scenario, "y")),
    )
    return " · ".join(f"{name}: {text}" if name else text for name, text in ends if text)
