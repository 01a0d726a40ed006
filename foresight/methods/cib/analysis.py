"""From the document to the engine and back: the matrix, the scenarios that hold, the morphological field."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import foresight.methods.cib.engine.search as engine
from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.core.progress import Tick, no_tick
from foresight.methods.cib.engine.field import Remaining, counted
from foresight.methods.cib.engine.matrix import Matrix, Standing, States, balances, standing, states_of
from foresight.methods.cib.engine.robustness import DEVIATIONS
from foresight.methods.cib.model import Combination, CrossImpact, Variant, variants_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

USUAL = 3
"""How sure one is of a judgement of which nobody said it."""


@dataclass(frozen=True, eq=False)
class Board:
    """The matrix of a document, and what its rows and columns stand for.

    Only descriptors with at least one variant are on it; a combination is one variant id for each of them.
    """

    matrix: Matrix
    descriptors: tuple[Id, ...]
    variants: tuple[tuple[Id, ...], ...]
    """The variants of each descriptor."""

    @cached_property
    def places(self) -> Mapping[Id, tuple[int, int]]:
        """The descriptor of each variant and its place there, both as indices."""
        return {
            variant: (at, place) for at, variants in enumerate(self.variants) for place, variant in enumerate(variants)
        }

    def row(self, variant: Id) -> int:
        """The row and column of a variant."""
        at, place = self.places[variant]
        return self.matrix.starts[at] + place

    def named(self, states: Sequence[int]) -> tuple[Id, ...]:
        """A combination as the ids of its variants."""
        return tuple(self.variants[at][int(place)] for at, place in enumerate(states))

    def numbered(self, variants: Sequence[Id]) -> tuple[int, ...] | None:
        """A combination as indices; None when it is not one variant of each descriptor, in their order."""
        found = [self.places.get(variant) for variant in variants]
        if len(found) != len(self.descriptors) or any(
            place is None or place[0] != at for at, place in enumerate(found)
        ):
            return None
        return tuple(place[1] for place in found if place is not None)


def board(document: Document) -> Board:
    """The matrix of a document."""
    return _board(document[CrossImpact])


@for_latest
def _board(part: CrossImpact) -> Board:
    import numpy as np

    held: dict[Id, list[Variant]] = {descriptor.id: [] for descriptor in part.descriptors}
    for variant in part.variants:
        held[variant.descriptor].append(variant)
    descriptors = tuple(descriptor for descriptor, variants in held.items() if variants)
    variants = tuple(tuple(variant.id for variant in held[descriptor]) for descriptor in descriptors)
    rows = {variant: row for row, variant in enumerate(each for several in variants for each in several)}
    scores = np.zeros((len(rows), len(rows)), dtype=np.int64)
    for impact in part.impacts:
        scores[rows[impact.source], rows[impact.target]] = impact.value
    return Board(Matrix(tuple(map(len, variants)), scores), descriptors, variants)


@dataclass(frozen=True, eq=False)
class Answer:
    """The combinations that hold together, with their figures, as of one state of the document."""

    board: Board
    states: States
    standing: Standing
    count: int
    complete: bool
    """Whether the search came to its end, so that ``count`` is exact."""

    @cached_property
    def combinations(self) -> tuple[tuple[Id, ...], ...]:
        """The combinations as ids of variants, in the order of ``states``."""
        return tuple(self.board.named(states) for states in self.states.tolist())


def solve(
    document: Document,
    tick: Tick = no_tick,
    enough: Callable[[], bool] = engine.never,
    most: int = engine.MOST_FOUND,
) -> Answer:
    """All combinations that hold together: up to the tolerance, with forced variants, without excluded pairs.

    Without any descriptor there is none. Stops early, and says so, when ``enough`` answers yes.
    """
    part, held = document[CrossImpact], board(document)
    if not held.descriptors:
        nothing = states_of(held.matrix, [])
        return Answer(held, nothing, standing(held.matrix, nothing), 0, True)
    found = engine.search(held.matrix, part.tolerance, allowed(document), forbidden(document), most, tick, enough)
    return Answer(held, found.states, standing(held.matrix, found.states), found.count, found.complete)


def allowed(document: Document) -> list[tuple[int, ...]]:
    """The variants to be considered for each descriptor: those forced, if any, else all."""
    forced = set(document[CrossImpact].forced)
    return [
        tuple(place for place, variant in enumerate(variants) if variant in forced) or tuple(range(len(variants)))
        for variants in board(document).variants
    ]


def forbidden(document: Document) -> list[tuple[engine.Variant, engine.Variant]]:
    """The pairs of variants that cannot go together, as indices.

    Two of the same descriptor (only a file made elsewhere can have such a pair) never go together, which says nothing.
    """
    places = board(document).places
    pairs = [(places[held.one], places[held.other]) for held in document[CrossImpact].exclusions]
    return [(one, other) for one, other in pairs if one[0] != other[0]]


def deviations(document: Document) -> "NDArray[np.float64]":
    """The standard deviation of each judgement, by how sure the team is of it; 0 where nothing was judged."""
    import numpy as np

    held = board(document)
    found = np.zeros(held.matrix.scores.shape)
    for impact in document[CrossImpact].impacts:
        found[held.row(impact.source), held.row(impact.target)] = DEVIATIONS[impact.confidence or USUAL]
    return found


def scores(document: Document, variants: Sequence[Id]) -> dict[Id, int]:
    """The impact balance of a combination: the score of every variant."""
    held = board(document)
    states = held.numbered(variants)
    if states is None:
        return {}
    sums = balances(held.matrix, states_of(held.matrix, [states]))[0].tolist()
    return dict(zip((each for several in held.variants for each in several), sums, strict=True))


def possible(document: Document, chosen: Sequence[Id] = ()) -> dict[Id, bool]:
    """Morphology: which variants still go together with all those chosen, by the excluded pairs alone."""
    return {variant: remaining(document, (*chosen, variant)).count > 0 for variant in board(document).places}


def remaining(document: Document, chosen: Sequence[Id] = ()) -> Remaining:
    """Morphology: how many combinations the excluded pairs leave, with all those chosen in them."""
    held = board(document)
    if not held.descriptors:
        return Remaining(0, True)
    fixed: dict[int, set[int]] = {}
    for variant in chosen:
        at, place = held.places[variant]
        fixed.setdefault(at, set()).add(place)
    if any(len(places) > 1 for places in fixed.values()):
        return Remaining(0, True)
    domains = [tuple(fixed.get(at, range(size))) for at, size in enumerate(held.matrix.sizes)]
    return counted(domains, forbidden(document))


def combinations_left(document: Document, most: int) -> tuple[tuple[Id, ...], ...]:
    """Morphology: the combinations that the excluded pairs and forced variants leave, at most ``most``, in order."""
    held = board(document)
    if not held.descriptors:
        return ()
    bare = Matrix(held.matrix.sizes, held.matrix.scores * 0)
    found = engine.search(bare, 0, allowed(document), forbidden(document), most)
    return tuple(held.named(states) for states in found.states.tolist())


def kept(document: Document, variants: Sequence[Id]) -> Combination | None:
    """The combination as the team keeps it, or None."""
    chosen = tuple(variants)
    return next((held for held in document[CrossImpact].combinations if held.variants == chosen), None)


def descriptor_of(document: Document) -> dict[Id, Id]:
    """The descriptor of each variant."""
    return {variant.id: descriptor for descriptor, several in variants_of(document).items() for variant in several}
