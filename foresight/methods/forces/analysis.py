"""The balance of the three corners, and what factors do to the groups, counted. Limits are our own."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.methods.forces.model import CORNERS, Force, Forces
from foresight.methods.forces.model_factors import Factor, Factors
from foresight.model.scenarios import Scenarios
from foresight.model.tallies import FEWEST, Votes
from foresight.model.ternary import point
from foresight.model.trends import Direction


@dataclass(frozen=True)
class Balance:
    """How strong the corners of the triangle are, against each other."""

    sums: Mapping[Direction, int]
    """The sum of the strengths of each corner."""
    counts: Mapping[Direction, int]
    """How many forces each corner has."""

    @property
    def n(self) -> int:
        """All forces."""
        return sum(self.counts.values())

    @property
    def total(self) -> int:
        """The strength of all corners together."""
        return sum(self.sums.values())

    def share(self, corner: Direction) -> float | None:
        """The strength of a corner / that of all, 0..1; None without any."""
        return self.sums[corner] / self.total if self.total else None

    @property
    def spot(self) -> tuple[float, float] | None:
        """Where it lies in the triangle of model.ternary: past (0, 0), future (1, 0), present (1/2, sqrt(3)/2)."""
        if not self.total:
            return None
        past, present, future = (100 * self.sums[corner] / self.total for corner in CORNERS)
        return point(past, present, future)

    @property
    def is_enough(self) -> bool:
        """Whether something can be concluded: FEWEST forces or more."""
        return self.n >= FEWEST and self.total > 0

    @property
    def leading(self) -> Direction | None:
        """The corner with more than half of the strength; None where there is none, or fewer than FEWEST forces."""
        if not self.is_enough:
            return None
        return next((corner for corner in CORNERS if 2 * self.sums[corner] > self.total), None)


def balance_of(strengths: Iterable[tuple[Direction, int]]) -> Balance:
    """The balance of some forces, given as corner and strength; those of strength 0 are not at work."""
    sums, counts = Counter[Direction](), Counter[Direction]()
    for corner, strength in strengths:
        sums[corner] += strength
        counts[corner] += strength > 0
    return Balance({corner: sums[corner] for corner in CORNERS}, {corner: counts[corner] for corner in CORNERS})


@dataclass(frozen=True)
class World:
    """The balance in one scenario."""

    scenario: Id
    balance: Balance
    said: int
    """Forces of which somebody said how strong they are there; the others are as strong as today."""


def balance(document: Document) -> Balance:
    """The balance of all forces as they are today."""
    return _balance(document[Forces])


@for_latest
def _balance(part: Forces) -> Balance:
    return balance_of((force.corner, force.strength) for force in part.forces)


def worlds(document: Document) -> tuple[World, ...]:
    """The balance in every scenario of which anything was said, in the order of the scenarios."""
    return _worlds(document[Forces], document[Scenarios])


@for_latest
def _worlds(part: Forces, scenarios: Scenarios) -> tuple[World, ...]:
    said: dict[Id, dict[Id, int]] = {}
    for level in part.levels:
        said.setdefault(level.scenario, {})[level.force] = level.strength
    return tuple(
        World(
            world.id,
            balance_of((force.corner, own.get(force.id, force.strength)) for force in part.forces),
            len(own),
        )
        for world in scenarios.scenarios
        if (own := said.get(world.id))
    )


def by_group(document: Document) -> tuple[tuple[Id, Balance], ...]:
    """The balance of the forces of each group that named any, in the order in which they came."""
    heaps: dict[Id, list[tuple[Direction, int]]] = {}
    for force in document[Forces].forces:
        if force.group is not None:
            heaps.setdefault(force.group, []).append((force.corner, force.strength))
    return tuple((group, balance_of(held)) for group, held in heaps.items())


def strongest_first(document: Document, corner: Direction) -> tuple[Force, ...]:
    """The forces of a corner, the strongest first; equal ones in their own order."""
    held = [force for force in document[Forces].forces if force.corner == corner]
    return tuple(sorted(held, key=lambda force: -force.strength))


@dataclass(frozen=True)
class FactorTally:
    """What the groups say of one factor."""

    factor: Factor
    number: int
    """Its place among the factors, from 1."""
    votes: Votes
    """``a`` promotes, ``b`` inhibits."""

    @property
    def is_divided(self) -> bool:
        """Whether it promotes for some and inhibits for others, or does both to somebody; of FEWEST groups or more."""
        return self.votes.said >= FEWEST and self.division > 0

    @property
    def division(self) -> float:
        """How divided the groups are, 0..1 [ours]: 1 - |promotes - inhibits| / (promotes + inhibits + both).

        A group that says both stands on either side; one that says neither does not count. 0 where nobody counts.
        """
        votes = self.votes
        counted = votes.n + votes.both
        return 1 - abs(votes.a - votes.b) / counted if counted else 0.0


def factor_tallies(document: Document) -> tuple[FactorTally, ...]:
    """The counts of every factor, in the order of the factors."""
    return _factor_tallies(document[Factors])


@for_latest
def _factor_tallies(part: Factors) -> tuple[FactorTally, ...]:
    counts = Counter((held.factor, held.effect) for held in part.judgements)

    def votes(factor: Id) -> Votes:
        return Votes(
            counts[factor, "promotes"], counts[factor, "inhibits"], counts[factor, "both"], counts[factor, "neither"]
        )

    return tuple(FactorTally(factor, n, votes(factor.id)) for n, factor in enumerate(part.factors, 1))


def most_divided_first(held: Sequence[FactorTally]) -> tuple[FactorTally, ...]:
    """By how divided the groups are, then by how many answered, then by number; the undecided last."""
    return tuple(
        sorted(held, key=lambda tally: (not tally.is_divided, -tally.division, -tally.votes.said, tally.number))
    )
