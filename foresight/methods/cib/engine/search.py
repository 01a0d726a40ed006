"""All consistent scenarios of a cross-impact matrix, exactly.

A node of the search is a domain for each descriptor: the variants still possible, as the bits of one byte. The most
by which variant a of a descriptor can lead its rival b is the sum, over all descriptors, of the best that a possible
variant of theirs contributes to a less what it contributes to b. Where that is below minus the tolerance, a is
impossible. What remains is split on one descriptor. Nodes are worked on many at a time: the contribution of every
possible domain of a descriptor stands ready in a table, so that a bound is one look-up and one sum for each.

Every consistent scenario is found because a bound never undercuts what a scenario within the domains reaches; nothing
else is found because in a node with one variant each the bounds are the impact balances themselves.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from foresight.core.progress import Tick, no_tick
from foresight.methods.cib.engine.matrix import Matrix, States

MOST_VARIANTS = 8
"""Of one descriptor: a domain is a byte."""
MOST_FOUND = 200_000
CELLS = 1 << 19
"""Bounds computed at a time: what fits a processor's cache."""

Domains = NDArray[np.uint8]
Variant = tuple[int, int]
"""A descriptor and one of its variants, both as indices."""

_ONES = np.array([bin(byte).count("1") for byte in range(256)], dtype=np.uint8)
_LOWEST = np.array([(byte & -byte).bit_length() - 1 if byte else 0 for byte in range(256)], dtype=np.uint8)


@dataclass(frozen=True, eq=False)
class Found:
    """The consistent scenarios, in the order of their variants."""

    states: States
    count: int
    """How many there are, exactly when ``complete``; else how many were found."""
    complete: bool
    """Whether the search came to its end. ``states`` then holds all of them unless there are more than asked for."""


def never() -> bool:
    """Nobody says that it is enough."""
    return False


def search(
    matrix: Matrix,
    tolerance: int = 0,
    allowed: Sequence[Iterable[int]] | None = None,
    forbidden: Iterable[tuple[Variant, Variant]] = (),
    most: int = MOST_FOUND,
    tick: Tick = no_tick,
    enough: Callable[[], bool] = never,
) -> Found:
    """The scenarios whose inconsistency is at most ``tolerance`` (0: consistent; ties count as consistent).

    ``allowed`` are the variants to be considered for each descriptor, all by default; ``forbidden`` pairs of variants
    do not occur together. Stops when ``enough`` answers yes, or with ``most`` found in a part of the matrix that
    hangs together; the answer is then not ``complete``. Raises ValueError for a descriptor with more than
    ``MOST_VARIANTS`` variants, and what ``tick`` raises.
    """
    if any(size > MOST_VARIANTS for size in matrix.sizes):
        raise ValueError(f"a descriptor has more than {MOST_VARIANTS} variants")
    start = _domains(matrix, allowed)
    pairs = list(forbidden)
    parts = _components(matrix, pairs)
    answers = []
    for at, part in enumerate(parts):

        def told(share: float, at: int = at) -> None:
            tick((at + share) / len(parts))

        inner = [pair for pair in pairs if pair[0][0] in part]
        answers.append(_Search(matrix, part, tolerance, inner).run(start[part], most, told, enough))
    return _product(answers, parts, len(matrix.sizes), most)


def _domains(matrix: Matrix, allowed: Sequence[Iterable[int]] | None) -> Domains:
    if allowed is None:
        return np.array([(1 << size) - 1 for size in matrix.sizes], dtype=np.uint8)
    return np.array([sum(1 << variant for variant in set(variants)) for variants in allowed], dtype=np.uint8)


def _components(matrix: Matrix, forbidden: Iterable[tuple[Variant, Variant]]) -> list[list[int]]:
    """The descriptors in parts that neither act on each other nor exclude each other."""
    count = len(matrix.sizes)
    part = list(range(count))

    def join(one: int, other: int) -> None:
        old, new = part[one], part[other]
        part[:] = [new if each == old else each for each in part]

    for one, other in combinations(range(count), 2):
        for source, target in ((one, other), (other, one)):
            block = matrix.scores[matrix.span(source), matrix.span(target)]
            if (block != block[:, :1]).any():  # the same for all variants of the target decides nothing
                join(one, other)
    for (one, _variant), (other, _other_variant) in forbidden:
        join(one, other)
    return [[at for at in range(count) if part[at] == name] for name in dict.fromkeys(part)]


def _product(answers: list[Found], parts: list[list[int]], width: int, most: int) -> Found:
    """The answers of independent parts together, at most ``most`` of them."""
    count = reduce(lambda product, answer: product * answer.count, answers, 1)
    index = np.arange(min(count, most), dtype=np.int64)
    states = np.zeros((len(index), width), dtype=np.uint8)
    block = count
    for answer, part in zip(answers, parts, strict=True):
        block //= answer.count or 1
        places = index // block % answer.count if 0 < block <= most else np.zeros_like(index)
        states[:, part] = answer.states[places]
    order = np.lexsort(states.T[::-1]) if width else index
    return Found(states[order], count, all(answer.complete for answer in answers))


class _Search:
    """The search in one part of the matrix."""

    def __init__(
        self, matrix: Matrix, part: Sequence[int], tolerance: int, forbidden: Sequence[tuple[Variant, Variant]]
    ) -> None:
        place = {descriptor: at for at, descriptor in enumerate(part)}
        self.sizes = [matrix.sizes[descriptor] for descriptor in part]
        self.forbidden = [((place[a], u), (place[b], v)) for (a, u), (b, v) in forbidden]
        self.width = max(self.sizes)
        self.rivals = max(self.width - 1, 1)
        self.tables = self._tables(matrix, part)
        self.floor = -tolerance
        self.batch = max(64, CELLS // max(1, self.tables[0].shape[1]))
        self.influence = np.array([np.abs(table.astype(np.int64)).max(axis=0).sum() for table in self.tables])

    def _tables(self, matrix: Matrix, part: Sequence[int]) -> list[NDArray[Any]]:
        """For each descriptor and each of its domains, the best contribution to every lead of a over b.

        Leads lie in the order descriptor, a, b, padded to the widest descriptor with leads of 0.
        """
        leading, rival, real = [], [], []
        for descriptor in part:
            first, size = matrix.starts[descriptor], matrix.sizes[descriptor]
            for a in range(self.width):
                others = [b for b in range(size) if b != a] if a < size else []
                others += [a] * (self.rivals - len(others))
                leading += [first + a if a < size else first] * self.rivals
                rival += [first + b if b < size else first for b in others]
                real += [a < size and b != a for b in others]
        leads = np.where(real, matrix.scores[:, leading] - matrix.scores[:, rival], 0)
        leads = leads[np.concatenate([np.arange(matrix.scores.shape[0])[matrix.span(at)] for at in part])]
        kind = np.int16 if np.abs(leads).sum(axis=0).max(initial=0) < 2**15 else np.int64
        tables, row = [], 0
        for size in self.sizes:
            table = np.zeros((1 << size, leads.shape[1]), dtype=kind)
            for domain in range(1, 1 << size):
                lowest = domain & -domain
                own = leads[row + lowest.bit_length() - 1]
                rest = domain - lowest
                table[domain] = np.maximum(own, table[rest]) if rest else own
            tables.append(table)
            row += size
        return tables

    def run(self, start: Domains, most: int, tick: Tick, enough: Callable[[], bool]) -> Found:
        """Search from these domains, depth first and many nodes at a time."""
        found: list[States] = []
        count, settled = 0, 0.0
        stack = [(start[np.newaxis, :], 1.0)]
        while stack and count <= most and not enough():
            nodes, weight = stack.pop()
            if len(nodes) > self.batch:
                rest = len(nodes) - self.batch
                stack.append((nodes[self.batch :], weight * rest / len(nodes)))
                nodes, weight = nodes[: self.batch], weight * self.batch / len(nodes)
            nodes = self._narrowed(nodes)
            single = (_ONES[nodes] == 1).all(axis=1)
            if single.any():
                found.append(_LOWEST[nodes[single]])
                count += int(single.sum())
            nodes = nodes[~single]
            if len(nodes):
                stack.append((self._split(nodes), weight))
            else:
                settled += weight
                tick(min(settled, 1.0))
        states = np.concatenate(found) if found else np.zeros((0, len(self.sizes)), dtype=np.uint8)
        states = states[np.lexsort(states.T[::-1])]
        return Found(states[:most], count, not stack and count <= most)

    def _narrowed(self, nodes: Domains) -> Domains:
        """The nodes without what is impossible in them, as long as anything goes; those left with nothing are gone."""
        settled = []
        while len(nodes):
            fresh = nodes & self._possible(nodes)
            self._exclude(fresh)
            alive, same = fresh.all(axis=1), (fresh == nodes).all(axis=1)
            settled.append(fresh[alive & same])
            nodes = fresh[alive & ~same]
        return np.concatenate(settled) if settled else nodes

    def _possible(self, nodes: Domains) -> Domains:
        """For each node and descriptor the variants that no rival is bound to beat by more than the tolerance."""
        leads = self.tables[0][nodes[:, 0]]
        for at in range(1, len(self.sizes)):
            leads += self.tables[at][nodes[:, at]]
        shaped = leads.reshape(len(nodes), len(self.sizes), self.width, self.rivals)
        least = shaped[..., 0]
        for rival in range(1, self.rivals):
            least = np.minimum(least, shaped[..., rival])
        holds = (least >= self.floor).view(np.uint8)
        possible = holds[..., 0].copy()
        for variant in range(1, self.width):
            possible |= holds[..., variant] << variant
        return possible

    def _exclude(self, nodes: Domains) -> None:
        """Take away, in place, what a variant that is settled forbids."""
        for pair in self.forbidden:
            for (one, variant), (other, forbidden) in (pair, pair[::-1]):
                nodes[nodes[:, one] == 1 << variant, other] &= 255 - (1 << forbidden)

    def _split(self, nodes: Domains) -> Domains:
        """Each node as several, one for each variant of the open descriptor with most influence for its variants."""
        ones = _ONES[nodes]
        worth = np.where(ones > 1, (self.influence + 1) / ones, 0.0)
        chosen = worth.argmax(axis=1)
        domain = nodes[np.arange(len(nodes)), chosen]
        children = []
        for variant in range(self.width):
            has = (domain >> variant & 1).astype(bool)
            child = nodes[has]
            child[np.arange(len(child)), chosen[has]] = 1 << variant
            children.append(child)
        return np.concatenate(children)
