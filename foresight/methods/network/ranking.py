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

Outcome = Literal["settled", "unsettled", "in step", "ends", "empty"]
"""The order settled; it still changed at the last power; what comes back comes in step, so that no order settles; paths
end, because nothing comes back; there are no links."""


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

    In a network of beat b (see Matrix) they must stay for b powers in a row, else the orders of that network return in
    turn and none of them is the order.
    """
    direct = Side(held.influence, tuple(ranks(held.influence))), Side(held.dependence, tuple(ranks(held.dependence)))
    outcome: Outcome = "empty" if not held.links else "ends" if not held.beat else "unsettled"
    if outcome != "unsettled":
        return Ranking(held.ids, outcome, 0, *direct)
    ones = [1] * len(held.ids)
    rows = list(accumulate(range(MOST + 1), lambda sums, _power: held.longer(sums), initial=ones))
    columns = list(accumulate(range(MOST + 1), lambda sums, _power: held.longer_back(sums), initial=ones))
    orders = [(ranks(row), ranks(column)) for row, column in zip(rows, columns, strict=True)]
    settled = (n for n in range(2, MOST + 2 - held.beat) if all(o == orders[n] for o in orders[n : n + held.beat + 1]))
    power = next(settled, 0)
    if not power and held.beat > 1:
        return Ranking(held.ids, "in step", 0, *direct)
    at = power or MOST
    influence, dependence = (
        Side(side.direct, side.direct_rank, tuple(sums[at]), tuple(order), tuple(sums[at - 1]))
        for side, sums, order in zip(direct, (rows, columns), orders[at], strict=True)
    )
    return Ranking(held.ids, "settled" if power else "unsettled", at, influence, dependence)


def outcome_in_words(found: Ranking) -> str:
    """What came of counting paths, in a sentence or two."""
    texts: dict[Outcome, str] = {
        "settled": _("Paths of {n} links and more give one and the same order."),
        "unsettled": _(
            "The order by paths still changes at {n} links: drivers that stand close may yet change places."
        ),
        "in step": _(
            "What comes back here comes back in step, only every so many links. The order by paths never comes to "
            "rest, so none is given."
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
    by = listed([named(document, one) for one in through(document, driver)])
    climb = side.climb(at)
    if not by:
        text = _("{driver} moves nothing along paths of {n} links.")
    elif climb > 0:
        text = _("{driver} climbs from rank {direct} to {indirect} in influence, through {by}.")
    elif climb < 0:
        text = _("{driver} falls from rank {direct} to {indirect} in influence: {by} leads on to less.")
    else:
        text = _("{driver} stays at rank {direct} in influence; most of it goes through {by}.")
    direct, indirect = side.direct_rank[at], side.indirect_rank[at]
    return text.format(driver=named(document, driver), direct=direct, indirect=indirect, by=by, n=found.power)
