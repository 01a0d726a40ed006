"""Telling scenarios apart: distances, a map of them, and a few that differ most."""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from foresight.methods.cib.engine.matrix import States, Whole

TRIED = 60
"""Scenarios among which the best choice is sought among all; of more, those far apart are collected one by one."""


def distances(scenarios: States) -> Whole:
    """(scenarios, scenarios): in how many descriptors two differ (Hamming)."""
    differs = scenarios[:, np.newaxis, :] != scenarios[np.newaxis, :, :]
    apart: Whole = differs.sum(axis=2, dtype=np.int64)
    return apart


def chart(scenarios: States) -> NDArray[np.float64]:
    """(scenarios, 2): places on a plane whose distances come close to those of the scenarios.

    Classical scaling (Torgerson 1952) of the square roots of the distances, which are Euclidean; signs are fixed so
    that the same scenarios give the same picture.
    """
    count = len(scenarios)
    if count < 2:
        return np.zeros((count, 2))
    centring = np.eye(count) - 1 / count
    values, vectors = np.linalg.eigh(-centring @ distances(scenarios) @ centring / 2)
    places = np.zeros((count, 2))
    for axis in range(2):
        vector = vectors[:, -1 - axis]
        largest = vector[np.abs(vector).argmax()]
        places[:, axis] = vector * np.sign(largest) * np.sqrt(max(values[-1 - axis], 0.0))
    return places


def most_different(scenarios: States, wanted: int = 4) -> tuple[int, ...]:
    """The indices of ``wanted`` scenarios (all if there are fewer) whose least distance is largest, in their order.

    Among equals the largest sum of distances decides, then the order. Exact for up to ``TRIED`` scenarios; for more,
    the two that lie farthest apart are taken, then one after the other the one farthest from those taken.
    """
    count = len(scenarios)
    if count <= wanted:
        return tuple(range(count))
    apart = distances(scenarios)
    if count > TRIED:
        return tuple(sorted(_one_by_one(apart, wanted)))
    choices = np.array(list(combinations(range(count), wanted)), dtype=np.intp)
    pairs = list(combinations(range(wanted), 2))
    between = np.stack([apart[choices[:, one], choices[:, other]] for one, other in pairs], axis=1)
    score = between.min(axis=1, initial=apart.max()) * (apart.sum() + 1) + between.sum(axis=1)
    return tuple(int(index) for index in choices[int(score.argmax())])


def _one_by_one(apart: Whole, wanted: int) -> list[int]:
    first, second = divmod(int(apart.argmax()), len(apart))
    taken = [first, second]
    while len(taken) < wanted:
        nearest = apart[:, taken].min(axis=1)
        nearest[taken] = -1
        taken.append(int(nearest.argmax()))
    return taken[:wanted]
