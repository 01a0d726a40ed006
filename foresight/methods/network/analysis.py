"""Structural analysis of a driver network: influence, dependence, roles and indirect influence.

The direct measures and the classification by quadrants follow structural analysis (MICMAC; Godet, and the "paper
computer" of Vester, where influence and dependence are the active and the passive sum). Links that are only potential
and links of strength 0 do not count.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from foresight.core.document import Document, Id
from foresight.core.words import N_, _
from foresight.methods.network.loops import LONGEST, find_loops, labels, sentence
from foresight.methods.network.model import counted
from foresight.model.drivers import Drivers, Link

Role = Literal["driving", "critical", "result", "autonomous", "platoon"]
ROLES: dict[Role, str] = {
    "driving": N_("Driving factor"),
    "critical": N_("Critical factor"),
    "result": N_("Result factor"),
    "autonomous": N_("Autonomous factor"),
    "platoon": N_("In the pack"),
}
ROLES_MANY: dict[Role, str] = {
    "driving": N_("Driving factors"),
    "critical": N_("Critical factors"),
    "result": N_("Result factors"),
    "autonomous": N_("Autonomous factors"),
    "platoon": N_("In the pack"),
}
ROLE_MEANINGS: dict[Role, str] = {
    "driving": N_("Moves much and is moved little: work on this first."),
    "critical": N_("Moves much and is moved much: handle with care, effects may come back."),
    "result": N_("Moves little and is moved much: watch it to see whether the rest works."),
    "autonomous": N_("Moves little and is moved little: may be left for later."),
    "platoon": N_("Close to the average both ways: no clear role."),
}


ROLE_TINTS: dict[Role, str] = {
    "driving": "given",
    "critical": "critical",
    "result": "watch",
    "autonomous": "drop",
    "platoon": "surface",
}
"""The colour token behind each role; its name always stands with it."""


LISTED = 100


@dataclass(frozen=True)
class Part:
    """What a driver does in the network."""

    influence: int
    """Sum of the strengths of the links from it (active sum)."""
    dependence: int
    """Sum of the strengths of the links to it (passive sum)."""
    role: Role

    @property
    def criticality(self) -> int:
        """Influence times dependence (Vester's product)."""
        return self.influence * self.dependence


@dataclass(frozen=True)
class Indirect:
    """Influence and dependence along paths of ``power`` links, exact whole numbers."""

    power: int
    influence: Mapping[Id, int]
    dependence: Mapping[Id, int]
    stable: bool
    """Whether one more link no longer changes the rank order."""


def parts(document: Document) -> dict[Id, Part]:
    """The part of each driver, in the order of the drivers.

    Influence I_i = sum over j of |a_ij|, dependence D_j = sum over i of |a_ij|. The role is the quadrant at the two
    means (on a mean counts as high), except that a driver less than half a standard deviation from the middle, both
    axes taken together, is in the pack (our own rule; it does not change when all strengths are multiplied).
    """
    drivers = document[Drivers].drivers
    influence = {driver.id: 0 for driver in drivers}
    dependence = dict(influence)
    for link in counted(document[Drivers].links):
        influence[link.source] += link.strength
        dependence[link.target] += link.strength
    roles = _roles(list(influence.values()), list(dependence.values()))
    return {
        driver.id: Part(influence[driver.id], dependence[driver.id], role)
        for driver, role in zip(drivers, roles, strict=True)
    }


def _roles(influence: Sequence[int], dependence: Sequence[int]) -> list[Role]:
    """The role of each driver, in whole numbers throughout so that rounding never decides."""
    n = len(influence)
    across, down = sum(influence), sum(dependence)
    spread_across = n * sum(value * value for value in influence) - across * across
    spread_down = n * sum(value * value for value in dependence) - down * down
    found: list[Role] = []
    for active, passive in zip(influence, dependence, strict=True):
        right, up = n * active - across, n * passive - down
        # (right^2 / spread_across + up^2 / spread_down) < 1/4, where an axis without spread adds nothing
        distance = right * right * (spread_down or 1) + up * up * (spread_across or 1)
        if 4 * distance < (spread_across or 1) * (spread_down or 1):
            found.append("platoon")
        elif right >= 0:
            found.append("critical" if up >= 0 else "driving")
        else:
            found.append("result" if up >= 0 else "autonomous")
    return found


def roles_in_words(document: Document) -> str:
    """``Driving factor: Trust, Ageing. Result factor: ...``."""
    held = parts(document)
    by_role: dict[Role, list[str]] = {}
    for driver in document[Drivers].drivers:
        by_role.setdefault(held[driver.id].role, []).append(driver.title)
    return " ".join(f"{_(text)}: {', '.join(by_role[role])}." for role, text in ROLES.items() if role in by_role)


def mean(parts: Collection[Part]) -> float:
    """The mean influence, which is the mean dependence too; 0 for no drivers."""
    return sum(part.influence for part in parts) / len(parts) if parts else 0.0


def pack(parts: Collection[Part]) -> tuple[float, float]:
    """Half a standard deviation of influence and of dependence: the half axes of the ellipse of the pack."""
    middle, count = mean(parts), max(len(parts), 1)
    influence = math.sqrt(sum((part.influence - middle) ** 2 for part in parts) / count)
    dependence = math.sqrt(sum((part.dependence - middle) ** 2 for part in parts) / count)
    return influence / 2, dependence / 2


def ranks(values: Mapping[Id, int], tie: float = 0.001) -> dict[Id, int]:
    """Rank 1 for the largest value. Neighbours that differ by less than the share ``tie`` have the same rank."""
    ordered = sorted(values, key=lambda key: -values[key])
    found: dict[Id, int] = {}
    for place, key in enumerate(ordered, 1):
        before = ordered[place - 2] if place > 1 else None
        close = before is not None and values[key] >= values[before] * (1 - tie)
        found[key] = found[before] if close and before is not None else place
    return found


def indirect(document: Document, most: int = 10) -> Indirect | None:
    """Influence and dependence along longer and longer paths, until the rank orders stay as they are (MICMAC).

    The row and column sums of the matrix of strengths raised to ``power``, 2 <= power <= ``most``: the first power
    whose two rank orders the next one repeats. None when the sums run out (no feedback: paths end) or nothing links.
    """
    links = counted(document[Drivers].links)
    active = {driver.id: 1 for driver in document[Drivers].drivers}
    passive = dict(active)
    found: Indirect | None = None
    for power in range(1, most + 1):
        active, passive = _step(active, links, forward=False), _step(passive, links, forward=True)
        if not any(active.values()):
            return None
        if found and ranks(found.influence) == ranks(active) and ranks(found.dependence) == ranks(passive):
            return Indirect(found.power, found.influence, found.dependence, stable=True)
        if power > 1:
            found = Indirect(power, active, passive, stable=False)
    return found


def _step(sums: Mapping[Id, int], links: Iterable[Link], forward: bool) -> dict[Id, int]:
    """The sums over paths that are one link longer."""
    longer = dict.fromkeys(sums, 0)
    for link in links:
        start, end = (link.source, link.target) if forward else (link.target, link.source)
        longer[end] += link.strength * sums[start]
    return longer


def strongest(
    document: Document, most_drivers: int = 15, most_links: int = 20
) -> tuple[tuple[Id, ...], tuple[Link, ...]]:
    """A network small enough to read: the strongest links and the drivers they join, in the order of the document.

    Links are taken from the strong end, among equals those whose drivers have the largest influence and dependence,
    as long as there is room for their drivers.
    """
    part = parts(document)
    weight = {driver: held.influence + held.dependence for driver, held in part.items()}
    links = counted(document[Drivers].links)
    joined: set[Id] = set()
    kept: set[Id] = set()
    for link in sorted(links, key=lambda link: (-link.strength, -weight[link.source] - weight[link.target])):
        ends = {link.source, link.target}
        if len(kept) < most_links and len(joined | ends) <= most_drivers:
            joined |= ends
            kept.add(link.id)
    return tuple(driver for driver in part if driver in joined), tuple(link for link in links if link.id in kept)


def figures(document: Document) -> dict[str, Any]:
    """Everything the analysis says, as values that json.dumps takes; of loops the first ``LISTED`` in words."""
    found, circular = indirect(document), find_loops(document)
    listed = circular.loops[:LISTED]
    influence, dependence = (ranks(found.influence), ranks(found.dependence)) if found else ({}, {})
    titles = {driver.id: driver.title for driver in document[Drivers].drivers}
    held = parts(document)
    links = document[Drivers].links
    return {
        "drivers": [
            {
                "title": titles[driver],
                "influence": part.influence,
                "dependence": part.dependence,
                "role": part.role,
                "indirect_influence_rank": influence.get(driver),
                "indirect_dependence_rank": dependence.get(driver),
            }
            for driver, part in held.items()
        ],
        "mean": mean(held.values()),
        "links": len(links),
        "links_counted": len(counted(links)),
        "indirect_power": found.power if found else None,
        "loops_found": len(circular.loops),
        "more_loops": circular.more,
        "longest_loop_sought": LONGEST,
        "loops": [
            {
                "label": label,
                "drivers": [titles[driver] for driver in loop.drivers],
                "kind": loop.kind,
                "delay": loop.delay,
                "sentence": sentence(document, loop),
            }
            for label, loop in zip(labels(listed), listed, strict=True)
        ],
    }
