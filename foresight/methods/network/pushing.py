"""What if a driver were held up, or down: which others are pushed where, by the signs along the paths from it.

Directions and ranks only: what a workshop knows about its links bears no forecast (Kosko's cognitive maps, run until
they rest, would print numbers that look like one).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from foresight.core.document import Document, Id
from foresight.core.progress import Tick, no_tick
from foresight.core.words import N_, _, listed
from foresight.methods.network.leverage import scale
from foresight.methods.network.matrix import counted, matrix
from foresight.methods.network.ranking import ranks
from foresight.methods.network.words import named
from foresight.model.drivers import Sign

MOST = 50_000
"""Paths of one length; where there are more, that length and longer ones are left out, and this is said."""

Direction = Literal["up", "down", "unclear"]
DIRECTIONS: dict[Direction, str] = {"up": N_("up"), "down": N_("down"), "unclear": N_("undecided")}
_AS_DIRECTION: dict[Sign, Direction] = {"+": "up", "-": "down", "?": "unclear"}


@dataclass(frozen=True)
class Way:
    """A path from the driver that is held: the drivers on it, and the sign with which it arrives."""

    drivers: tuple[Id, ...]
    sign: Sign


@dataclass(frozen=True)
class Push:
    """What becomes of a driver."""

    driver: Id
    direction: Direction
    """Where all paths push it; unclear when they disagree or a sign on the way is undecided."""
    rank: int
    """1: pushed hardest, whichever way; the weights behind it mean nothing but their order."""
    ways: tuple[Way, ...]
    """For each sign with which paths arrive the strongest one, the stronger first."""


@dataclass(frozen=True)
class Pushes:
    """What becomes of all drivers that are reached."""

    pushes: tuple[Push, ...]
    """By rank."""
    depth: int
    """How many links were followed."""
    is_cut: bool = False
    """Whether there were too many paths to follow them as far as was asked for."""


@dataclass
class _Arrival:
    """What arrives at a driver with one sign."""

    total: int = 0
    best: int = 0
    path: tuple[int, ...] = ()


def pushes(document: Document, held_driver: Id, upward: bool, depth: int, *, tick: Tick = no_tick) -> Pushes:
    """Where holding a driver up (or down) pushes the others along paths of at most ``depth`` links.

    A path visits no driver twice, so what is held stays held. Its sign is the product of its signs, its weight the
    product of its strengths, weighed down with each link as leverage is. Raises Cancelled through ``tick``.
    """
    held = matrix(document)
    arrived: dict[int, dict[Sign, _Arrival]] = {}
    start: Sign = "+" if upward else "-"
    paths: list[tuple[tuple[int, ...], Sign, int]] = [((held.ids.index(held_driver),), start, 1)]
    longer = paths
    reached, factor = 0, scale(held)
    for length in range(1, depth + 1):
        longer = []
        for path, sign, weight in paths:
            tick(0.0)
            for to, link in held.onward[path[-1]].items():
                if to not in path:
                    longer.append(((*path, to), _product(sign, link.sign), weight * link.strength))
            if len(longer) > MOST:
                break
        if len(longer) > MOST or not longer:
            break
        paths, reached = longer, length
        for path, sign, weight in paths:
            here = arrived.setdefault(path[-1], {}).setdefault(sign, _Arrival())
            weighed = weight * factor ** (depth - length)
            here.total += weighed
            if weighed > here.best:
                here.best, here.path = weighed, path
    return Pushes(_ranked(arrived, held.ids), reached, is_cut=len(longer) > MOST)


def links_on(document: Document, push: Push) -> frozenset[Id]:
    """The links on the strongest ways to what is pushed."""
    steps = {step for way in push.ways for step in pairwise(way.drivers)}
    return frozenset(link.id for link in counted(document) if (link.source, link.target) in steps)


def _product(one: Sign, other: Sign) -> Sign:
    if "?" in (one, other):
        return "?"
    return "+" if one == other else "-"


def _ranked(arrived: Mapping[int, Mapping[Sign, _Arrival]], ids: tuple[Id, ...]) -> tuple[Push, ...]:
    weights = [sum(one.total for one in by_sign.values()) for by_sign in arrived.values()]
    found = []
    for (driver, by_sign), rank in zip(arrived.items(), ranks(weights), strict=True):
        ordered = sorted(by_sign, key=lambda sign: -by_sign[sign].total)
        ways = tuple(Way(tuple(ids[at] for at in by_sign[sign].path), sign) for sign in ordered)
        direction = _AS_DIRECTION[ordered[0]] if len(ordered) == 1 else "unclear"
        found.append(Push(ids[driver], direction, rank, ways))
    order = {driver: at for at, driver in enumerate(ids)}
    return tuple(sorted(found, key=lambda push: (push.rank, order[push.driver])))


def in_words(document: Document, push: Push) -> str:
    """Why, in one sentence: "“Silos” is undecided: pushed up directly and down through “Budget”."."""
    name = named(document, push.driver)
    by = [_by(document, way) for way in push.ways]
    if push.direction == "up":
        return _("{driver} is pushed up, {way}.").format(driver=name, way=by[0])
    if push.direction == "down":
        return _("{driver} is pushed down, {way}.").format(driver=name, way=by[0])
    sides: dict[Sign, str] = {"+": _("up {way}"), "-": _("down {way}"), "?": _("one way or the other {way}")}
    pulls = listed([sides[way.sign].format(way=text) for way, text in zip(push.ways, by, strict=True)])
    return _("{driver} is undecided: pushed {pulls}.").format(driver=name, pulls=pulls)


def _by(document: Document, way: Way) -> str:
    """``directly``, or ``through A and B``."""
    between = [named(document, driver) for driver in way.drivers[1:-1]]
    return _("through {drivers}").format(drivers=listed(between)) if between else _("directly")
