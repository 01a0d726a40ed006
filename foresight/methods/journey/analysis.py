"""Where the groups place the cards, counted. Formulas are our own unless a source is named.

A cell is a level and a phase. A group's cells of a card are all cells that its placements of the card cover.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from statistics import median

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.methods.journey.model import LEVELS, DeepDive, Journey, JourneyPlacement, Level, Phase
from foresight.model.cards import Card, Cards

Mask = int
"""A set of cells: bit (phase + level * number of phases)."""
FEWEST = 3
"""Of fewer groups nothing is concluded."""

_LEVELS = tuple(LEVELS)


@dataclass(frozen=True)
class Place:
    """Where the groups see one card."""

    card: Card
    number: int
    """Its place in the deck, from 1."""
    phases: int
    """How many phases there are."""
    masks: tuple[Mask, ...]
    """The cells of each group that placed it, in the order of their first placements."""

    @property
    def n(self) -> int:
        """Groups that placed it."""
        return len(self.masks)

    @property
    def heat(self) -> tuple[tuple[int, ...], ...]:
        """For each level, in each phase: how many groups cover the cell."""
        return _heat(self.masks, self.phases)

    @property
    def spans(self) -> tuple[int, ...]:
        """In how many phases each group sees it, on whatever level; in rising order."""
        return _spans(self.masks, self.phases)

    @property
    def span(self) -> float:
        """The median of the spans."""
        return float(median(self.spans))

    @property
    def is_cross_cutting(self) -> bool:
        """Whether the median span is at least half of the phases."""
        return 2 * self.span >= self.phases

    @property
    def agreement(self) -> float | None:
        """How alike the groups place it, 0..1: see ``agreement``; None for fewer than two groups."""
        return agreement(self.masks)

    @property
    def level(self) -> int:
        """The level where most groups and cells are; the first of equals."""
        sums = [sum(row) for row in self.heat]
        return sums.index(max(sums))


@lru_cache(maxsize=4096)
def _heat(masks: tuple[Mask, ...], phases: int) -> tuple[tuple[int, ...], ...]:
    counts = Counter(masks)
    return tuple(tuple(_covering(counts, row * phases + at) for at in range(phases)) for row in range(len(_LEVELS)))


@lru_cache(maxsize=4096)
def _spans(masks: tuple[Mask, ...], phases: int) -> tuple[int, ...]:
    return tuple(sorted(_span(mask, phases) for mask in masks))


def _span(mask: Mask, phases: int) -> int:
    whole = (1 << phases) - 1
    covered = 0
    for row in range(len(_LEVELS)):
        covered |= mask >> (row * phases) & whole
    return covered.bit_count()


@lru_cache(maxsize=4096)
def agreement(masks: tuple[Mask, ...]) -> float | None:
    """The mean of |A and B| / |A or B| (Jaccard) over all pairs of sets of cells, 0..1; None for fewer than two sets.

    1: all groups cover the same cells; 0: no two groups have a cell in common. No set is empty.
    """
    if len(masks) < 2:
        return None
    counts = Counter(masks)
    total = Fraction(sum(n * (n - 1) // 2 for n in counts.values()))
    shared: Counter[int] = Counter()
    for (one, n), (other, m) in combinations(counts.items(), 2):
        shared[(one | other).bit_count()] += n * m * (one & other).bit_count()
    total += sum((Fraction(held, size) for size, held in shared.items()), Fraction())
    return float(total / (len(masks) * (len(masks) - 1) // 2))


def places(document: Document, group: Id | None = None) -> tuple[Place, ...]:
    """Every card that somebody placed, in the order of the deck; only where one group placed them if it is given."""
    return _places(document[Journey].phases, document[Journey].placements, document[Cards].cards, group)


@for_latest
def _masks(phases: tuple[Phase, ...], placements: tuple[JourneyPlacement, ...]) -> Mapping[Id, Mapping[Id, Mask]]:
    """card -> group -> cells."""
    bits = {phase.id: 1 << at for at, phase in enumerate(phases)}
    shifts = {level: row * len(phases) for row, level in enumerate(_LEVELS)}
    known: dict[tuple[Id, ...], Mask] = {}  # most stretches of phases come again and again
    found: dict[Id, dict[Id, Mask]] = {}
    for one in placements:
        mask = known.get(one.phases)
        if mask is None:
            mask = known[one.phases] = sum(bits[phase] for phase in set(one.phases))
        by_group = found.setdefault(one.card, {})
        by_group[one.group] = by_group.get(one.group, 0) | mask << shifts[one.level]
    return found


@for_latest
def _places(
    phases: tuple[Phase, ...], placements: tuple[JourneyPlacement, ...], cards: tuple[Card, ...], group: Id | None
) -> tuple[Place, ...]:
    held = _masks(phases, placements)
    made = []
    for number, card in enumerate(cards, 1):
        by_group = held.get(card.id, {})
        masks = tuple(by_group.values()) if group is None else tuple(by_group[one] for one in by_group if one == group)
        if masks:
            made.append(Place(card, number, len(phases), masks))
    return tuple(made)


@dataclass(frozen=True)
class Crowd:
    """What lies in one cell, over all cards."""

    level: Level
    phase: Phase
    groups: int
    """Groups that placed at least one card there."""
    cards: int
    """Cards that lie there, counted once for each group that placed them there."""


def crowds(document: Document, group: Id | None = None) -> tuple[tuple[Crowd, ...], ...]:
    """For each level, in each phase: how many groups and cards meet there."""
    part = document[Journey]
    return _crowds(part.phases, _masks(part.phases, part.placements), group)


@for_latest
def _crowds(
    phases: tuple[Phase, ...], held: Mapping[Id, Mapping[Id, Mask]], group: Id | None
) -> tuple[tuple[Crowd, ...], ...]:
    whole: dict[Id, Mask] = {}
    cards: Counter[Mask] = Counter()
    for by_group in held.values():
        own = by_group if group is None else {one: mask for one, mask in by_group.items() if one == group}
        cards.update(own.values())
        for one, mask in own.items():
            whole[one] = whole.get(one, 0) | mask
    groups = Counter(whole.values())
    return tuple(
        tuple(
            Crowd(level, phase, _covering(groups, row * len(phases) + at), _covering(cards, row * len(phases) + at))
            for at, phase in enumerate(phases)
        )
        for row, level in enumerate(_LEVELS)
    )


def _covering(counts: Mapping[Mask, int], bit: int) -> int:
    """How many of the counted masks have this bit."""
    return sum(n for mask, n in counts.items() if mask >> bit & 1)


def hottest(document: Document) -> Crowd | None:
    """The cell in which most groups meet, of equals the one with most cards, then the first; None when empty."""
    held = [crowd for row in crowds(document) for crowd in row if crowd.groups]
    return max(held, key=lambda crowd: (crowd.groups, crowd.cards), default=None)


def placing_groups(document: Document) -> int:
    """Groups that placed anything."""
    return len({one.group for one in document[Journey].placements})


def widest_first(held: Sequence[Place]) -> tuple[Place, ...]:
    """By median span, then how many groups placed them, then by number."""
    return tuple(sorted(held, key=lambda place: (-place.span, -place.n, place.number)))


def least_agreed_first(held: Sequence[Place]) -> tuple[Place, ...]:
    """By agreement, then how many groups placed them, then by number; only those that FEWEST groups or more placed."""
    known = [(agreed, place) for place in held if place.n >= FEWEST and (agreed := place.agreement) is not None]
    return tuple(place for _a, place in sorted(known, key=lambda each: (each[0], -each[1].n, each[1].number)))


@dataclass(frozen=True)
class Voices:
    """The individual answers about one card."""

    card: Card
    number: int
    answers: tuple[DeepDive, ...]

    def in_phase(self, phase: Id | None) -> tuple[DeepDive, ...]:
        """Those in one phase; in none for None."""
        return tuple(answer for answer in self.answers if answer.phase == phase)


def voices(document: Document) -> tuple[Voices, ...]:
    """The individual answers by card, in the order of the deck; cards without any are left out."""
    return _voices(document[Journey].deep_dives, document[Cards].cards)


@for_latest
def _voices(answers: tuple[DeepDive, ...], cards: tuple[Card, ...]) -> tuple[Voices, ...]:
    heaps: dict[Id, list[DeepDive]] = {}
    for answer in answers:
        heaps.setdefault(answer.card, []).append(answer)
    return tuple(
        Voices(card, number, tuple(heaps[card.id])) for number, card in enumerate(cards, 1) if card.id in heaps
    )
