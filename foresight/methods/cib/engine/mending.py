"""What keeps a combination from holding together, and which single change would mend it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from foresight.methods.cib.engine.matrix import Matrix, balances, standing, states_of
from foresight.methods.cib.engine.search import Variant

State = tuple[int, ...]


@dataclass(frozen=True)
class Pull:
    """How the chosen variant of one descriptor acts on two rivals differently."""

    source: int
    """The descriptor."""
    on_rival: int
    on_chosen: int


@dataclass(frozen=True)
class Fight:
    """A variant that stands against the chosen one of its descriptor."""

    descriptor: int
    rival: int
    chosen_score: int
    rival_score: int
    pulls: tuple[Pull, ...]
    """Those for the rival first, the strongest before all; together they are the lead."""

    @property
    def lead(self) -> int:
        """Of the rival over the chosen variant; below 0 where the chosen one leads."""
        return self.rival_score - self.chosen_score


@dataclass(frozen=True)
class Judged:
    """Another value for one judgement."""

    row: int
    column: int
    old: int
    new: int


def fights(matrix: Matrix, state: State) -> tuple[Fight, ...]:
    """Every variant that is not chosen against the one that is, the largest lead first."""
    sums = balances(matrix, states_of(matrix, [state]))[0]
    rows = [matrix.starts[at] + place for at, place in enumerate(state)]
    found = []
    for at, size in enumerate(matrix.sizes):
        for rival in (place for place in range(size) if place != state[at]):
            column = matrix.starts[at] + rival
            pulls = [
                Pull(source, int(matrix.scores[row, column]), int(matrix.scores[row, rows[at]]))
                for source, row in enumerate(rows)
            ]
            pulls = [each for each in pulls if each.on_rival != each.on_chosen]
            pulls.sort(key=lambda each: each.on_chosen - each.on_rival)
            found.append(Fight(at, rival, int(sums[rows[at]]), int(sums[column]), tuple(pulls)))
    return tuple(sorted(found, key=lambda fight: -fight.lead))


def clashes(state: State, forbidden: Collection[tuple[Variant, Variant]]) -> list[tuple[Variant, Variant]]:
    """The forbidden pairs that a combination holds."""
    own = set(enumerate(state))
    return [pair for pair in forbidden if own.issuperset(pair)]


def mending_variants(
    matrix: Matrix,
    state: State,
    tolerance: int,
    allowed: Sequence[Collection[int]],
    forbidden: Collection[tuple[Variant, Variant]],
) -> list[Variant]:
    """The variants (descriptor, place) with which in place of the chosen one the combination holds, in order."""
    swaps = [(at, place) for at, size in enumerate(matrix.sizes) for place in range(size) if place != state[at]]
    states = [(*state[:at], place, *state[at + 1 :]) for at, place in swaps]
    if not states:
        return []
    lead = standing(matrix, states_of(matrix, states)).inconsistency.tolist()
    return [
        swap
        for swap, other, worst in zip(swaps, states, lead, strict=True)
        if worst <= tolerance
        and all(place in allowed[at] for at, place in enumerate(other))
        and not clashes(other, forbidden)
    ]


def mending_judgements(matrix: Matrix, state: State, tolerance: int, strongest: int) -> list[Judged]:
    """The judgements of which one alone, changed by the least amount that does, makes a combination consistent.

    Values stay within -strongest..strongest; a descriptor is not let act on itself. Empty when the combination is
    consistent already or when no single judgement is enough. Every one is tried by evaluating the changed matrix.
    """
    worst = [fight for fight in fights(matrix, state) if fight.lead > tolerance]
    if not worst or any(fight.descriptor != worst[0].descriptor for fight in worst):
        return []  # one judgement acts on one descriptor
    target, amount = worst[0].descriptor, worst[0].lead - tolerance
    steps = [(matrix.starts[target] + state[target], amount)]
    steps += [(matrix.starts[target] + fight.rival, -amount) for fight in worst]
    found = []
    for source, place in enumerate(state):
        if source == target:
            continue
        row = matrix.starts[source] + place
        for column, step in steps:
            old = int(matrix.scores[row, column])
            changed = Judged(row, column, old, old + step)
            if abs(changed.new) <= strongest and inconsistency_with(matrix, state, changed) <= tolerance:
                found.append(changed)
    return found


def inconsistency_with(matrix: Matrix, state: State, changed: Judged) -> int:
    """The inconsistency of a combination when one judgement is another one."""
    scores = np.array(matrix.scores)
    scores[changed.row, changed.column] = changed.new
    return int(standing(Matrix(matrix.sizes, scores), states_of(matrix, [state])).inconsistency[0])
