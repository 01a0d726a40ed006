"""The numbers of a cross-impact matrix, and what follows for given scenarios: balances, consistency, total impact.

Terms and formulas are those of cross-impact balance analysis (Weimer-Jehle 2006). Descriptors have variants; all
variants lie one after the other, those of the first descriptor first. A scenario has one variant for each descriptor,
as its index within the descriptor, from 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
States = NDArray[np.uint8]
"""Scenarios: one row each, one column for each descriptor, the index of its variant."""


@dataclass(frozen=True, eq=False)
class Matrix:
    """How every variant acts on every other."""

    sizes: tuple[int, ...]
    """The number of variants of each descriptor, 1 or more."""
    scores: Whole
    """Square: rows act on columns. Blocks on the diagonal (a descriptor on itself) count as they stand."""

    def __post_init__(self) -> None:
        count = sum(self.sizes)
        if self.scores.shape != (count, count) or not all(size >= 1 for size in self.sizes):
            raise ValueError(f"{self.scores.shape} scores for {count} variants")

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The index of the first variant of each descriptor."""
        return tuple(int(start) for start in np.concatenate(([0], np.cumsum(self.sizes)[:-1]))) if self.sizes else ()

    def span(self, descriptor: int) -> slice:
        """The variants of a descriptor."""
        return slice(self.starts[descriptor], self.starts[descriptor] + self.sizes[descriptor])

    @property
    def space(self) -> int:
        """How many combinations there are, exactly."""
        product = 1
        for size in self.sizes:
            product *= size
        return product

    def rows(self, states: States) -> NDArray[np.intp]:
        """The rows of the matrix that scenarios choose: (scenarios, descriptors)."""
        return np.asarray(states, dtype=np.intp) + np.array(self.starts, dtype=np.intp)


def states_of(matrix: Matrix, rows: Sequence[Sequence[int]]) -> States:
    """Scenarios given as lists of variants, counted from 0."""
    return np.array(rows, dtype=np.uint8).reshape(len(rows), len(matrix.sizes))


def balances(matrix: Matrix, states: States) -> Whole:
    """The impact balance of each scenario: (scenarios, variants), the sums over the rows it chooses."""
    rows = matrix.rows(states)
    sums = np.zeros((len(rows), matrix.scores.shape[0]), dtype=np.int64)
    for descriptor in range(len(matrix.sizes)):
        sums += matrix.scores[rows[:, descriptor]]
    return sums


@dataclass(frozen=True, eq=False)
class Standing:
    """How well scenarios hold together, one row for each."""

    chosen: Whole
    """(scenarios, descriptors): the score of the chosen variant."""
    best: Whole
    """The best score in the descriptor."""
    margin: Whole
    """Chosen score less the best of the others; for a descriptor with one variant its score."""

    @property
    def inconsistency(self) -> Whole:
        """(scenarios,): the largest lead of another variant over the chosen one, 0 or more; 0 is consistent."""
        lead: Whole = (self.best - self.chosen).max(axis=1, initial=0)
        return lead

    @property
    def consistency(self) -> Whole:
        """(scenarios,): the smallest margin, the consistency value; may be negative."""
        return self.margin.min(axis=1) if self.margin.size else np.zeros(len(self.margin), dtype=np.int64)

    @property
    def total_impact(self) -> Whole:
        """(scenarios,): the sum of the chosen scores, the total impact score."""
        total: Whole = self.chosen.sum(axis=1)
        return total


def standing(matrix: Matrix, states: States) -> Standing:
    """How well these scenarios hold together."""
    sums = balances(matrix, states)
    shape = (len(states), len(matrix.sizes))
    chosen, best, margin = (np.zeros(shape, dtype=np.int64) for _name in range(3))
    every = np.arange(len(states))
    for at, size in enumerate(matrix.sizes):
        block = sums[:, matrix.span(at)]
        own = block[every, states[:, at]]
        chosen[:, at], best[:, at] = own, block.max(axis=1)
        others = block.copy()
        others[every, states[:, at]] = np.iinfo(np.int64).min
        margin[:, at] = own - others.max(axis=1) if size > 1 else own
    return Standing(chosen, best, margin)


def unbalanced_groups(matrix: Matrix) -> list[tuple[int, int]]:
    """(row, target descriptor) of each judgement group that does not sum to 0, as a standardised matrix has it."""
    found = []
    for target in range(len(matrix.sizes)):
        sums = matrix.scores[:, matrix.span(target)].sum(axis=1)
        found += [(int(row), target) for row in np.flatnonzero(sums)]
    return sorted(found)


def acting_on_themselves(matrix: Matrix) -> list[int]:
    """The descriptors with a judgement on themselves, which the method does not foresee."""
    return [at for at in range(len(matrix.sizes)) if matrix.scores[matrix.span(at), matrix.span(at)].any()]
