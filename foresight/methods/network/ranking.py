"""Ranks in the network: by direct links, and by paths (the indirect classification of MICMAC, Godet)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.core.words import _, listed
from foresight.methods.network.matrix import Matrix, matrix
from foresight.methods.network.words import named

MOST = 10
"""The highest power of the matrix whose order is given (MICMAC usually settles at the third to fifth)."""
TIE = 5_000
"""Sums of which one is at most its 5,000th part (0.02 %) larger have the same rank: real ones swap places so near."""

Outcome = Literal["settled", "turns", "restless", "ends", "empty"]
"""The order settled; it did but for some that keep changing places and therefore share a rank; no order settles; paths
end, because nothing comes back; no link counts."""


def ranks(values: Sequence[int]) -> list[int]:
    """Rank 1 for the largest value; neighbours that differ by at most 0.02 % have the same rank. Exact for any size."""
    order = sorted(range(len(values)), key=lambda at: -values[at])
    found = [0] * len(values)
    for place, at in enumerate(order, 1):
        before = order[place - 2] if place > 1 else at
        is_tie = place > 1 and TIE * (values[before] - values[at]) <= values[before]
        found[at] = found[before] if is_tie else place
    return found


@dataclass(frozen=True)
class Side:
    """Influence, or dependence: one value for each driver in order."""

    direct: tuple[int, ...]
    """Sums of strengths of its links."""
    direct_rank: tuple[int, ...]
    indirect: tuple[int, ...] = ()
    """Sums of the products of strengths along all walks of ``power`` links; empty when no order can be given."""
    indirect_rank: tuple[int, ...] = ()
    shorter: tuple[int, ...] = ()
    """The same sums for walks of one link less."""

    def climb(self, at: int) -> int:
        """How many ranks a driver stands higher when paths count: its displacement; 0 when there is no such order."""
        return self.direct_rank[at] - self.indirect_rank[at] if self.indirect else 0


@dataclass(frozen=True)
class Ranking:
    """How the drivers rank, by direct links and by paths."""

    ids: tuple[Id, ...]
    outcome: Outcome
    power: int
    """Links of the walks whose order is given; 0 when none is."""
    influence: Side
    dependence: Side

    @cached_property
    def place(self) -> Mapping[Id, int]:
        """Where each driver stands in the tuples."""
        return {driver: at for at, driver in enumerate(self.ids)}


def ranking(document: Document) -> Ranking:
    """How the drivers of this document rank."""
    return _ranking(matrix(document))


@for_latest
def _ranking(held: Matrix) -> Ranking:
    """The row and column sums of powers of the matrix, the first power from which both orders stay as they are.

    In a network of beat b (see Matrix) they must stay for b powers in a row: it may have b orders that return in turn.
    """
    direct = Side(held.influence, tuple(ranks(held.influence))), Side(held.dependence, tuple(ranks(held.dependence)))
    beat = held.beat
    if not beat:
        return Ranking(held.ids, "ends" if held.links else "empty", 0, *direct)
    ones = [1] * len(held.ids)
    rows = list(accumulate(range(MOST + 1), lambda sums, _power: held.longer(sums), initial=ones))
    columns = list(accumulate(range(MOST + 1), lambda sums, _power: held.longer_back(sums), initial=ones))
    orders = [(ranks(row), ranks(column)) for row, column in zip(rows, columns, strict=True)]
    last = MOST + 1 - beat
    power = next((n for n in range(2, last + 1) if _stay(orders[n : n + beat + 1])), max(last, 0))
    window = orders[power : power + beat + 1]
    shared = [shared_ranks(side) for side in zip(*window, strict=True)]
    if power < 2 or (not _stay(window) and any(set(side) == {1} for side in shared)):
        return Ranking(held.ids, "restless", 0, *direct)
    influence, dependence = (
        Side(side.direct, side.direct_rank, tuple(sums[power]), tuple(order), tuple(sums[power - 1]))
        for side, sums, order in zip(direct, (rows, columns), shared, strict=True)
    )
    return Ranking(held.ids, "settled" if _stay(window) else "turns", power, influence, dependence)


def _stay(orders: Sequence[object]) -> bool:
    return all(order == orders[0] for order in orders)


def shared_ranks(orders: Sequence[Sequence[int]]) -> list[int]:
    """One order made of several: those have the same rank that change places between these."""
    lowest, highest = ([choose(places) for places in zip(*orders, strict=True)] for choose in (min, max))
    found = [0] * len(lowest)
    rank = end = 0
    for place, at in enumerate(sorted(range(len(found)), key=lambda at: (lowest[at], highest[at])), 1):
        if lowest[at] > end:
            rank = place
        end = max(end, highest[at])
        found[at] = rank
    return found


def along_paths(document: Document) -> dict[Id, tuple[float, float]]:
    """Influence and dependence of each driver by paths, scaled to the means of the direct ones; empty when no order."""
    found = ranking(document)
    scaled = []
    for side in (found.influence, found.dependence):
        total, direct = sum(side.indirect), sum(side.direct)
        scaled.append([value * direct / total for value in side.indirect])
    return dict(zip(found.ids, zip(*scaled, strict=True), strict=True)) if found.power else {}


def outcome_in_words(found: Ranking) -> str:
    """What came of counting paths, in a sentence or two."""
    texts: dict[Outcome, str] = {
        "settled": _("Paths of {n} links and more give one and the same order."),
        "turns": _("The order by paths of {n} links. Drivers that keep changing places on longer paths share a rank."),
        "restless": _(
            "Drivers keep changing places from one length of paths to the next, as where all loops are equally long. "
            "The order by paths never comes to rest, so none is given."
        ),
        "ends": _("No feedback, no indirect ranking: every path ends, nothing comes back to where it began."),
        "empty": _("No link counts yet, so there is nothing to rank."),
    }
    return texts[found.outcome].format(n=found.power)


def through(document: Document, driver: Id, *, backward: bool = False) -> list[Id]:
    """The one or two drivers through which most of what a driver moves (is moved by, ``backward``) along paths goes.

    They are those next to it. What runs through one of them is the strength of the link times what that one moves
    along walks of one link less; the second is named when the first has less than half of all.
    """
    found, held = ranking(document), matrix(document)
    at = found.place[driver]
    if not found.power:
        return []
    if backward:
        sums = found.dependence.shorter
        parts = {source: held.onward[source][at].strength * sums[source] for source in held.backward[at]}
        total = found.dependence.indirect[at]
    else:
        sums = found.influence.shorter
        parts = {target: link.strength * sums[target] for target, link in held.onward[at].items()}
        total = found.influence.indirect[at]
    best = sorted((one for one in parts if parts[one]), key=lambda one: (-parts[one], one))
    return [held.ids[one] for one in best[: 1 if best and 2 * parts[best[0]] >= total else 2]]


def held_back(document: Document, driver: Id) -> list[Id]:
    """The one or two drivers next to one from which less follows along paths than from a link of that strength on
    average, those first where most is missing; the second is named when the first has less than half of that.
    """
    found, held = ranking(document), matrix(document)
    at, side = found.place[driver], found.influence
    if not found.power:
        return []
    direct, indirect = sum(side.direct), sum(side.indirect)
    missing = {to: link.strength * (indirect - direct * side.shorter[to]) for to, link in held.onward[at].items()}
    worst = sorted((one for one in missing if missing[one] > 0), key=lambda one: (-missing[one], one))
    total = sum(missing[one] for one in worst)
    return [held.ids[one] for one in worst[: 1 if worst and 2 * missing[worst[0]] >= total else 2]]


def displaced(found: Ranking) -> list[int]:
    """The places of the drivers, those first that climb most when paths count, those last that fall most."""
    return sorted(range(len(found.ids)), key=lambda at: (-found.influence.climb(at), found.influence.direct_rank[at]))


def explained(document: Document, driver: Id) -> str:
    """Why a driver climbs or falls in influence when paths count, in one sentence; "" when there is no such order."""
    found = ranking(document)
    at = found.place[driver]
    side = found.influence
    if not side.indirect:
        return ""
    climb = side.climb(at)
    onward = through(document, driver)
    by = listed([named(document, one) for one in (held_back(document, driver) if climb < 0 else onward)])
    if not onward:
        text = _("{driver} moves nothing along paths of {n} links.")
    elif climb > 0:
        text = _("When paths count, {driver} climbs from rank {direct} to {indirect} in influence, through {by}.")
    elif climb < 0 and not by:
        text = _(
            "When paths count, {driver} falls from rank {direct} to {indirect} in influence: others reach farther."
        )
    elif climb < 0:
        text = _(
            "When paths count, {driver} falls from rank {direct} to {indirect} in influence: little follows from {by}."
        )
    else:
        text = _("{driver} stays at rank {direct} in influence; most of it goes through {by}.")
    direct, indirect = side.direct_rank[at], side.indirect_rank[at]
    return text.format(driver=named(document, driver), direct=direct, indirect=indirect, by=by, n=found.power)
