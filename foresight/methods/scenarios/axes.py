"""Which two axes to choose: candidates, what joins two of them, proposals, and what that means in words."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from foresight.core.document import Document, Id
from foresight.core.words import _
from foresight.model.drivers import STRENGTHS, Driver, Drivers, Link, driver_standings
from foresight.model.ratings import Standing
from foresight.model.scenarios import Axis, Scenario, Scenarios

DEPENDENT = 2
"""A direct link of this strength (0..3) or more makes two axes dependent."""
STRONG = 3
"""The strength of the links that a strong path is made of."""


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
class Tie:
    """What joins two drivers in the network. Links that are only potential do not count."""

    links: tuple[Link, ...]
    """The direct links between them, the strongest first."""
    forth: tuple[Id, ...] = ()
    """The shortest path of strong links from the first to the second, ends included; empty when there is none."""
    back: tuple[Id, ...] = ()

    @property
    def strength(self) -> int:
        """The strength of the strongest direct link, 0..3."""
        return max((link.strength for link in self.links), default=0)

    @property
    def loops(self) -> bool:
        """Whether strong paths lead both ways."""
        return bool(self.forth and self.back)

    @property
    def dependence(self) -> float:
        """0..1 (our own measure): strength / 3, and at least 2/3 when strong paths lead both ways."""
        return max(self.strength, DEPENDENT if self.loops else 0) / 3

    @property
    def dependent(self) -> bool:
        """Whether these two make bad axes."""
        return self.strength >= DEPENDENT or self.loops


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


def _strong_path(links: Iterable[Link], source: Id, target: Id) -> tuple[Id, ...]:
    """The shortest path over these links by breadth-first search, ends included; empty when there is none."""
    onward: dict[Id, list[Id]] = {}
    for link in links:
        onward.setdefault(link.source, []).append(link.target)
    queue, came_from = deque([source]), {source: source}
    while queue and target not in came_from:
        here = queue.popleft()
        for there in onward.get(here, []):
            if there not in came_from:
                came_from[there] = here
                queue.append(there)
    if target not in came_from:
        return ()
    path = [target]
    while path[-1] != source:
        path.append(came_from[path[-1]])
    return tuple(reversed(path))


def tie_between(document: Document, first: Id, second: Id) -> Tie:
    """What joins two different drivers."""
    real = [link for link in document[Drivers].links if not link.potential and link.strength > 0]
    direct = [link for link in real if {link.source, link.target} == {first, second}]
    strong = [link for link in real if link.strength >= STRONG]
    return Tie(
        tuple(sorted(direct, key=lambda link: -link.strength)),
        _strong_path(strong, first, second),
        _strong_path(strong, second, first),
    )


def proposals(document: Document, limit: int = 10) -> tuple[Proposal, ...]:
    """The pairs of rated drivers with the highest score, best first; pairs of score 0 are left out."""
    rated = [candidate for candidate in axis_candidates(document) if candidate.criticality > 0]
    pairs = sorted(combinations(rated, 2), key=lambda pair: -pair[0].criticality * pair[1].criticality)
    best: list[Proposal] = []
    for first, second in pairs:
        if len(best) == limit and first.criticality * second.criticality <= best[-1].score:
            break  # dependence only lowers a score, so nothing better can follow
        pair = Proposal(first, second, tie_between(document, first.driver.id, second.driver.id))
        if pair.score > 0:
            best = sorted([*best, pair], key=lambda one: -one.score)[:limit]
    return tuple(best)


def _titles(document: Document, drivers: Iterable[Id]) -> str:
    by_id = document[Drivers].by_id
    return " → ".join(driver.title for each in drivers if isinstance(driver := by_id.get(each), Driver))


def tie_words(document: Document, tie: Tie) -> str:
    """What a tie means for two axes, in a sentence or two."""
    if tie.strength >= DEPENDENT:
        link = tie.links[0]
        return _(
            "Not independent: {path} is a direct link ({strength}). Moving one moves the other, "
            "and two of the four corners will be hard to believe."
        ).format(path=_titles(document, (link.source, link.target)), strength=_(STRENGTHS[link.strength]).lower())
    if tie.loops:
        return _("Not independent: strong links lead both ways, {forth} and {back}.").format(
            forth=_titles(document, tie.forth), back=_titles(document, tie.back)
        )
    if tie.links:
        link = tie.links[0]
        return _("Only a weak link joins them: {path}. Ask whether all four corners can happen.").format(
            path=_titles(document, (link.source, link.target))
        )
    if not document[Drivers].links:
        return _("No links are drawn yet, so nothing is known: ask whether all four corners can happen.")
    return _("Independent as far as the network tells: no link joins them directly.")


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
