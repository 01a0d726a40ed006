"""Matrices for tests: a published one, random ones of every kind, and the slow way to solve them."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from foresight.methods.cib.engine.matrix import Matrix, States, balances

DATA = Path(__file__).parents[4] / "tests" / "data" / "cib"


def somewhereland() -> Matrix:
    """The worked example of the method: 6 descriptors, 486 combinations."""
    lines = (DATA / "somewhereland.scw").read_text(encoding="utf-8").splitlines()
    rows = [[int(cell) for cell in line.split(",")] for line in lines if line.count(",") == 16]
    return Matrix((3, 3, 3, 2, 3, 3), np.array(rows))


def somewhereland_expected() -> dict[str, Any]:
    """Its consistent scenarios as published, states counted from 1."""
    held: dict[str, Any] = json.loads((DATA / "somewhereland.json").read_text(encoding="utf-8"))
    return held


def random_matrix(seed: int) -> Matrix:
    """Dense or sparse, standardised or not, scores to 3 or to 20, 1 to 8 variants, some descriptors uninfluenced."""
    random = np.random.default_rng(seed)
    count = int(random.integers(1, 7))
    widest = 8 if count < 4 else 4
    sizes = tuple(int(size) for size in random.integers(1, widest + 1, count))
    matrix = Matrix(sizes, np.zeros((sum(sizes), sum(sizes)), dtype=np.int64))
    filled, largest = random.choice([0.2, 0.6, 1.0]), int(random.choice([1, 3, 20]))
    free = int(random.integers(0, count)) if random.random() < 0.3 else -1
    for source in range(count):
        for target in range(count):
            if source == target or target == free or random.random() > filled:
                continue
            block = random.integers(-largest, largest + 1, (sizes[source], sizes[target]))
            if random.random() < 0.5 and sizes[target] > 1:
                block[:, -1] = -block[:, :-1].sum(axis=1)
            matrix.scores[matrix.span(source), matrix.span(target)] = block
    return matrix


def every_state(matrix: Matrix) -> States:
    """All combinations, in order."""
    return np.indices(matrix.sizes, dtype=np.uint8).reshape(len(matrix.sizes), -1).T


def solved_slowly(matrix: Matrix, tolerance: int = 0) -> States:
    """The consistent scenarios, by trying all."""
    states = every_state(matrix)
    sums = balances(matrix, states)
    holds = np.ones(len(states), dtype=bool)
    for at in range(len(matrix.sizes)):
        block = sums[:, matrix.span(at)]
        holds &= block.max(axis=1) - block[np.arange(len(states)), states[:, at]] <= tolerance
    return states[holds]
