"""Where a combination goes when every descriptor follows what the others say: succession, and weights.

Global succession (Weimer-Jehle 2006): every descriptor jumps to its best variant at once, where several are best and
the present one is among them it stays. A consistent scenario is where nothing jumps; its weight is the number of
combinations from which succession ends in it, itself included.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foresight.core.progress import Tick, no_tick
from foresight.methods.cib.engine.matrix import Matrix, States, Whole, balances

EXACT = 10_000_000
"""Combinations; of more than these a sample is taken."""
SAMPLE = 50_000
STEPS = 200
"""Of one sampled succession; one that has not settled by then counts as going round."""
CHUNK = 1 << 18
Z = 1.959963984540054
"""Of the standard normal distribution, for 95 %."""


@dataclass(frozen=True)
class Path:
    """A succession from one combination: each step once, and the index of the step to which the last one leads."""

    steps: tuple[tuple[int, ...], ...]
    back_to: int

    @property
    def settles(self) -> bool:
        """Whether it ends where nothing jumps any more; else it goes round."""
        return self.back_to == len(self.steps) - 1


def successor(matrix: Matrix, states: States) -> States:
    """Where each of these combinations goes in one step."""
    return _best(matrix, np.ascontiguousarray(balances(matrix, states).T), states.T).T


def path(matrix: Matrix, start: tuple[int, ...]) -> Path:
    """The succession from one combination until it repeats."""
    steps: dict[tuple[int, ...], int] = {}
    now = start
    while now not in steps:
        steps[now] = len(steps)
        after = successor(matrix, np.array([now], dtype=np.uint8))[0]
        now = tuple(int(variant) for variant in after)
    return Path(tuple(steps), steps[now])


@dataclass(frozen=True)
class Weight:
    """How many combinations lead to a scenario: a number, or a share estimated from a sample with its interval."""

    count: int
    """Of all combinations, or of those in the sample."""
    share: float
    """0..1"""
    low: float
    """95 % interval of the share (Wilson); the share itself when all combinations were counted."""
    high: float


@dataclass(frozen=True)
class Weights:
    """The weights of scenarios, in their order."""

    each: tuple[Weight, ...]
    exact: bool
    tried: int
    """Combinations from which a succession was followed."""


def weights(matrix: Matrix, scenarios: States, tick: Tick = no_tick, seed: int = 2040) -> Weights:
    """How many combinations lead to each of these scenarios: all counted up to ``EXACT``, else a sample of them."""
    if matrix.space <= EXACT:
        ends = _all_ends(matrix, tick)
        counts = np.bincount(ends[ends >= 0], minlength=matrix.space)
        numbers = [int(counts[place]) for place in _places(matrix, scenarios)]
        shares = [number / matrix.space for number in numbers]
        return Weights(
            tuple(Weight(number, share, share, share) for number, share in zip(numbers, shares, strict=True)),
            True,
            matrix.space,
        )
    sampled = Counter(end.tobytes() for end in _sampled_ends(matrix, tick, seed))
    hits = [sampled[scenario.tobytes()] for scenario in np.ascontiguousarray(scenarios)]
    return Weights(tuple(Weight(hit, hit / SAMPLE, *wilson(hit, SAMPLE)) for hit in hits), False, SAMPLE)


def wilson(hits: int, tries: int) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson 1927), 0..1; ``tries`` at least 1."""
    share, spread = hits / tries, Z * Z / tries
    middle = (share + spread / 2) / (1 + spread)
    half = Z * math.sqrt(share * (1 - share) / tries + spread / (4 * tries)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def _best(matrix: Matrix, sums: Whole, states: States) -> States:
    """The best variant of each descriptor; a present one that is among the best stays.

    Here one column is one combination: (variants, combinations) balances, (descriptors, combinations) states.
    """
    after = np.zeros((len(matrix.sizes), sums.shape[1]), dtype=np.uint8)
    for at, size in enumerate(matrix.sizes):
        best = np.full(sums.shape[1], np.iinfo(sums.dtype).min, dtype=sums.dtype)
        for variant in range(size):
            score = 2 * sums[matrix.starts[at] + variant]
            score += states[at] == variant
            better = score > best
            after[at][better] = variant
            np.maximum(best, score, out=best)
    return after


def _blocks(matrix: Matrix) -> list[int]:
    """By how much the number of a combination grows with each descriptor's variant; the last descriptor is fastest."""
    return [math.prod(matrix.sizes[at + 1 :]) for at in range(len(matrix.sizes))]


def _places(matrix: Matrix, states: States) -> Whole:
    """The number of each combination when all are counted through."""
    return states.astype(np.int64) @ np.array(_blocks(matrix), dtype=np.int64)


def _numbered(sizes: Sequence[int]) -> States:
    """All combinations of so many variants, in the order of their numbers."""
    return np.indices(tuple(sizes), dtype=np.uint8).reshape(len(sizes), math.prod(sizes)).T


def _all_successors(matrix: Matrix, tick: Tick) -> NDArray[np.int32]:
    """The number of the successor of each combination, in the order of their numbers.

    The last descriptors run through all their combinations for each combination of the first ones, so that the
    balances of a chunk are one sum.
    """
    blocks = _blocks(matrix)
    split = next(at for at in range(len(matrix.sizes) + 1) if math.prod(matrix.sizes[at:]) <= CHUNK)
    low = _numbered(matrix.sizes[split:])
    rows = matrix.rows(np.pad(low, ((0, 0), (split, 0))))
    part = np.zeros((matrix.scores.shape[0], len(low)), dtype=np.int64)
    for at in range(split, len(matrix.sizes)):
        part += matrix.scores[rows[:, at]].T
    after = np.empty(matrix.space, dtype=np.int32)
    states = np.zeros((len(matrix.sizes), len(low)), dtype=np.uint8)
    states[split:] = low.T
    for number, high in enumerate(_numbered(matrix.sizes[:split])):
        states[:split] = high[:, np.newaxis]
        own = [matrix.starts[at] + int(variant) for at, variant in enumerate(high)]
        best = _best(matrix, part + matrix.scores[own].sum(axis=0)[:, np.newaxis], states)
        place = np.zeros(len(low), dtype=np.int32)
        for block, variants in zip(blocks, best, strict=True):
            place += np.int32(block) * variants
        after[number * len(low) : (number + 1) * len(low)] = place
        tick(0.9 * number * len(low) / matrix.space)
    return after


def _all_ends(matrix: Matrix, tick: Tick) -> Whole:
    """For each combination the number of the one where its succession settles, -1 when it goes round."""
    after = _all_successors(matrix, tick)
    settled = after == np.arange(matrix.space, dtype=np.int32)
    ends, reach = after, 1
    while reach < matrix.space:  # where each combination is after 1, 2, 4, 8 ... steps
        further = ends[ends]
        if np.array_equal(further, ends):
            break
        ends, reach = further, reach * 2
    return np.where(settled[ends], ends, -1).astype(np.int64)


def _sampled_ends(matrix: Matrix, tick: Tick, seed: int) -> States:
    """Where successions from random combinations settle; those that go round are left out."""
    random = np.random.default_rng(seed)
    now = random.integers(0, np.array(matrix.sizes), (SAMPLE, len(matrix.sizes))).astype(np.uint8)
    past, ends = now, []
    for step in range(STEPS):
        after = successor(matrix, now)
        settled, returned = (after == now).all(axis=1), (after == past).all(axis=1)
        ends.append(now[settled])
        going = ~settled & ~returned
        now, past = after[going], past[going]
        if step & (step + 1) == 0:  # as in Brent's search for cycles, the mark moves on at 1, 2, 4, 8 ... steps
            past = now
        tick(step / STEPS)
        if not len(now):
            break
    return np.concatenate(ends)
