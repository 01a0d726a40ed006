"""Leverage: how much a driver moves in all, through others too, within so many links."""

from collections.abc import Mapping

from foresight.core.document import Document, Id
from foresight.methods.network.matrix import Matrix, matrix

DEPTH = 3
DEPTHS = range(1, 7)
"""How many links one may follow."""


def scale(held: Matrix) -> int:
    """The largest influence or dependence: what a link more is weighed down by, so that long paths do not outweigh."""
    return max((*held.influence, *held.dependence), default=0)


def leverage(document: Document, depth: int = DEPTH) -> Mapping[Id, int]:
    """Total influence within ``depth`` links, as exact whole numbers that mean something only beside each other.

    The row sums of A + A^2/s + ... + A^d/s^(d-1), times s^(d-1), where s is the largest row or column sum: the total
    relation of DEMATEL (Gabus, Fontela 1972), cut off at ``depth``. To multiply all strengths changes no rank.
    """
    held = matrix(document)
    factor = scale(held)
    sums, total = list(held.influence), list(held.influence)
    for _link in range(depth - 1):
        sums = held.longer(sums)
        total = [factor * one + more for one, more in zip(total, sums, strict=True)]
    return dict(zip(held.ids, total, strict=True))
