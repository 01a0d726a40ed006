"""Walking through a morphological field: one combination after the other, without what cannot go together."""

from collections.abc import Iterator, Mapping, Sequence

from foresight.methods.cib.engine.search import Variant

Masks = list[int]
"""The variants that are open in each descriptor, as bits."""
Conflicts = Mapping[Variant, Sequence[tuple[int, int]]]
"""For each variant the other descriptors with the bits of what it excludes there."""


def conflicts(forbidden: Sequence[tuple[Variant, Variant]]) -> Conflicts:
    """The forbidden pairs, from both sides."""
    found: dict[Variant, dict[int, int]] = {}
    for one, other in forbidden:
        for near, (at, place) in ((one, other), (other, one)):
            held = found.setdefault(near, {})
            held[at] = held.get(at, 0) | 1 << place
    return {variant: tuple(held.items()) for variant, held in found.items()}


def masks(domains: Sequence[Sequence[int]]) -> Masks:
    """The places of each descriptor as bits."""
    return [sum(1 << place for place in domain) for domain in domains]


def combinations(open_: Masks, bad: Conflicts, at: int = 0) -> Iterator[tuple[int, ...]]:
    """All combinations without a conflict, in order: backtracking, with what a choice excludes taken out ahead."""
    if at == len(open_):
        yield ()
        return
    for place in _places(open_[at]):
        after = _chosen(open_, bad, at, place)
        if after is not None:
            for rest in combinations(after, bad, at + 1):
                yield (place, *rest)


def any_combination(open_: Masks, bad: Conflicts, settled: frozenset[int] = frozenset()) -> tuple[int, ...] | None:
    """Some combination without a conflict, or None: the descriptor with the fewest open variants is chosen first."""
    rest = [at for at in range(len(open_)) if at not in settled]
    if not rest:
        return tuple(mask.bit_length() - 1 for mask in open_)
    at = min(rest, key=lambda each: open_[each].bit_count())
    for place in _places(open_[at]):
        after = _chosen(open_, bad, at, place)
        found = any_combination(after, bad, settled | {at}) if after is not None else None
        if found is not None:
            return found
    return None


def _places(mask: int) -> Iterator[int]:
    return (place for place in range(mask.bit_length()) if mask >> place & 1)


def _chosen(open_: Masks, bad: Conflicts, at: int, place: int) -> Masks | None:
    """What is open once this variant is chosen; None when a descriptor has nothing left."""
    after = list(open_)
    after[at] = 1 << place
    for other, excluded in bad.get((at, place), ()):
        after[other] &= ~excluded
        if not after[other]:
            return None
    return after
