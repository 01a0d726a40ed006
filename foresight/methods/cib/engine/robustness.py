"""How well scenarios survive when the judgements they rest on were a little different."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foresight.core.progress import Tick, no_tick
from foresight.methods.cib.engine.matrix import Matrix, States
from foresight.methods.cib.engine.succession import wilson

DEVIATIONS = {5: 0.2, 4: 0.5, 3: 0.8, 2: 1.2, 1: 1.5}
"""The standard deviation of a judgement by how sure one is of it, 5 most."""
RUNS = 1000
BATCH = 100


@dataclass(frozen=True)
class Survival:
    """The share of runs in which a scenario held, with its 95 % interval (Wilson)."""

    share: float
    low: float
    high: float


def survival(
    matrix: Matrix,
    deviations: NDArray[np.float64],
    scenarios: States,
    tolerance: int = 0,
    runs: int = RUNS,
    tick: Tick = no_tick,
    seed: int = 2040,
) -> tuple[Survival, ...]:
    """How often each scenario stays consistent when every judgement varies around its value (normal distribution).

    ``deviations`` has the shape of the scores: the standard deviation of each judgement, 0 for those that are certain.
    The same seed gives the same answer.
    """
    random = np.random.default_rng(seed)
    rows = matrix.rows(scenarios)
    held = np.zeros(len(scenarios), dtype=np.int64)
    for first in range(0, runs, BATCH):
        count = min(BATCH, runs - first)
        varied = matrix.scores + deviations * random.standard_normal((count, *matrix.scores.shape))
        for at in range(len(scenarios)):
            held[at] += int(_holds(matrix, varied[:, rows[at]].sum(axis=1), scenarios[at], tolerance).sum())
        tick((first + count) / runs)
    return tuple(Survival(int(n) / runs, *wilson(int(n), runs)) for n in held)


def _holds(matrix: Matrix, sums: NDArray[np.float64], scenario: NDArray[np.uint8], tolerance: int) -> NDArray[np.bool_]:
    """In which runs (rows of balances) no rival leads the chosen variant by more than the tolerance."""
    holds = np.ones(len(sums), dtype=bool)
    for at in range(len(matrix.sizes)):
        block = sums[:, matrix.span(at)]
        holds &= block.max(axis=1) - block[:, scenario[at]] <= tolerance + 1e-9
    return holds
