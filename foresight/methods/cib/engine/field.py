"""Counting what is left of a morphological field, exactly, without listing it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from foresight.methods.cib.engine.matrix import Matrix
from foresight.methods.cib.engine.search import Variant, search

WIDEST = 200_000
"""Settings in one table; a field that needs larger ones is searched instead."""
MOST = 100_000

Scope = tuple[int, ...]
Table = dict[tuple[int, ...], int]


@dataclass(frozen=True)
class Remaining:
    """How many combinations are left."""

    count: int
    exact: bool
    """Whether these are all; else there are more."""


def counted(domains: Sequence[Sequence[int]], forbidden: Sequence[tuple[Variant, Variant]]) -> Remaining:
    """How many combinations of one variant from each domain have no forbidden pair.

    One descriptor after the other is summed out: what it leaves possible is kept as a table over the descriptors that
    it excludes something with (variable elimination). Where that would take tables that are too large, combinations
    are searched one by one up to ``MOST``.
    """
    order = _order(domains, forbidden)
    if order is None:
        bare = Matrix(tuple(max(domain, default=0) + 1 for domain in domains), _nothing(domains))
        found = search(bare, 0, domains, forbidden, MOST)
        return Remaining(found.count, found.complete)
    bad = {frozenset(pair) for pair in forbidden}
    tables: list[tuple[Scope, Table]] = []
    factor = 1
    for at, around in order:
        touched = [table for table in tables if at in table[0]]
        tables = [table for table in tables if at not in table[0]]
        summed = {
            setting: _sum(at, domains[at], dict(zip(around, setting, strict=True)), bad, touched)
            for setting in product(*(domains[each] for each in around))
        }
        if around:
            tables.append((around, summed))
        else:
            factor *= summed[()]
    return Remaining(factor, True)


def _nothing(domains: Sequence[Sequence[int]]) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    width = sum(max(domain, default=0) + 1 for domain in domains)
    return np.zeros((width, width), dtype=np.int64)


def _order(
    domains: Sequence[Sequence[int]], forbidden: Sequence[tuple[Variant, Variant]]
) -> list[tuple[int, Scope]] | None:
    """The descriptors in the order in which they are summed out, each with those its table is over; None if too wide.

    The one with the fewest settings around it comes first.
    """
    near: dict[int, set[int]] = {at: set() for at in range(len(domains))}
    for (one, _variant), (other, _other_variant) in forbidden:
        near[one].add(other)
        near[other].add(one)
    order: list[tuple[int, Scope]] = []
    while near:
        at = min(near, key=lambda each: (math.prod(len(domains[other]) for other in near[each]), each))
        around = near.pop(at)
        if math.prod(len(domains[each]) for each in around) * len(domains[at]) > WIDEST:
            return None
        for each in around:
            near[each] = (near[each] | around) - {each, at}
        order.append((at, tuple(sorted(around))))
    return order


def _sum(
    at: int,
    domain: Sequence[int],
    known: Mapping[int, int],
    bad: set[frozenset[Variant]],
    touched: Sequence[tuple[Scope, Table]],
) -> int:
    """Over the variants of one descriptor that go with what is known: how many combinations behind them."""
    total = 0
    for variant in domain:
        if any(frozenset(((at, variant), pair)) in bad for pair in known.items()):
            continue
        here = {**known, at: variant}
        total += math.prod(table[tuple(here[each] for each in scope)] for scope, table in touched)
    return total
