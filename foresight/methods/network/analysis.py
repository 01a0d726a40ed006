"""Structural analysis of a driver network: influence, dependence, roles and indirect influence.

The direct measures and the classification by quadrants follow structural analysis (MICMAC; Godet, and the "paper
computer" of Vester, where influence and dependence are the active and the passive sum). Links that are only potential
and links of strength 0 do not count.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.core.words import N_, _
from foresight.methods.network.matrix import Matrix, counted, matrix
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


def parts(document: Document) -> dict[Id, Part]:
    """The part of each driver, in the order of the drivers.

    Influence I_i = sum over j of |a_ij|, dependence D_j = sum over i of |a_ij|. The role is the quadrant at the two
    means (on a mean counts as high), except that a driver less than half a standard deviation from the middle, both
    axes taken together, is in the pack (our own rule; it does not change when all strengths are multiplied).
    """
    return dict(_parts(matrix(document)))


@for_latest
def _parts(held: Matrix) -> dict[Id, Part]:
    roles = _roles(held.influence, held.dependence)
    return {
        driver: Part(influence, dependence, role)
        for driver, influence, dependence, role in zip(held.ids, held.influence, held.dependence, roles, strict=True)
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


def weightiest(held: Mapping[Id, Part], most: int) -> list[Id]:
    """The ``most`` drivers that move and are moved most (influence and dependence added), in their own order."""
    ordered = sorted(held, key=lambda driver: -(held[driver].influence + held[driver].dependence))
    chosen = set(ordered[: max(most, 0)])
    return [driver for driver in held if driver in chosen]


def strongest(
    document: Document, most_drivers: int = 15, most_links: int = 20
) -> tuple[tuple[Id, ...], tuple[Link, ...]]:
    """A network small enough to read: the strongest links and the drivers they join, in the order of the document.

    Links are taken from the strong end, among equals those whose drivers have the largest influence and dependence,
    as long as there is room for their drivers.
    """
    part = parts(document)
    weight = {driver: held.influence + held.dependence for driver, held in part.items()}
    links = counted(document)
    joined: set[Id] = set()
    kept: set[Id] = set()
    for link in sorted(links, key=lambda link: (-link.strength, -weight[link.source] - weight[link.target])):
        ends = {link.source, link.target}
        if len(kept) < most_links and len(joined | ends) <= most_drivers:
            joined |= ends
            kept.add(link.id)
    return tuple(driver for driver in part if driver in joined), tuple(link for link in links if link.id in kept)
