"""The morphological field: what the excluded pairs leave, for all descriptors or around a few chosen variants."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from foresight.core.document import Document, Id
from foresight.core.progress import Tick, no_tick
from foresight.methods.cib.analysis import Board, board, forbidden
from foresight.methods.cib.engine.field import Remaining, counted
from foresight.methods.cib.engine.walk import any_combination, combinations, conflicts, masks
from foresight.methods.cib.model import excluded

LISTED = 200
"""Combinations; of more the first ones."""

Domains = list[tuple[int, ...]]


@dataclass(frozen=True)
class Left:
    """What is left of a field when some variants are chosen, one of a descriptor at most."""

    chosen: tuple[Id, ...]
    possible: frozenset[Id]
    """Variants that go together with those chosen of the other descriptors."""
    count: Remaining
    combinations: tuple[tuple[Id, ...], ...]
    """The first ``LISTED``, in order."""


def left(document: Document, chosen: Sequence[Id], tick: Tick = no_tick) -> Left:
    """What the excluded pairs leave of the field; forced variants and judgements do not count here."""
    held = board(document)
    known = tuple(variant for variant in chosen if variant in held.places)
    if not held.descriptors:
        return Left((), frozenset(), Remaining(0, True), ())
    pairs = forbidden(document)
    domains, bad = _domains(held, known), conflicts(pairs)
    tick(0)
    count = counted(domains, pairs)
    tick(0.3)
    listed = list(islice(combinations(masks(domains), bad), LISTED))
    possible = {variant for states in listed for variant in enumerate(states)}
    for number, (at, place) in enumerate(held.places.values()):
        tick(0.4 + 0.6 * number / len(held.places))
        if (at, place) not in possible:
            found = any_combination(masks([*domains[:at], (place,), *domains[at + 1 :]]), bad)
            possible |= {(at, place)} if found else set()
    ids = frozenset(held.variants[at][place] for at, place in possible)
    return Left(known, ids, count, tuple(held.named(states) for states in listed))


def _domains(held: Board, chosen: Sequence[Id]) -> Domains:
    fixed = dict(held.places[variant] for variant in chosen)
    return [(fixed[at],) if at in fixed else tuple(range(size)) for at, size in enumerate(held.matrix.sizes)]


def choose(document: Document, chosen: Sequence[Id], variant: Id) -> tuple[Id, ...]:
    """The chosen variants after a click on one: it is let go, or comes in for the one of its descriptor.

    Where it does not go together with all others, those that exclude it are let go; where that is not enough, all.
    """
    if variant in chosen:
        return tuple(each for each in chosen if each != variant)
    held, ruled_out = board(document), excluded(document)
    bad = conflicts(forbidden(document))
    rest = [each for each in chosen if held.places[each][0] != held.places[variant][0]]
    rest = [each for each in rest if frozenset((each, variant)) not in ruled_out]
    if any_combination(masks(_domains(held, [*rest, variant])), bad) is None:
        rest = []
    return tuple(sorted([*rest, variant], key=lambda each: held.places[each]))
