"""Automatic layout of the canvas. Pinned drivers stay; the others start from where they stand, and an untangled picture
that is still nearly as clear as it can be is kept but for what is out of place in it, so that people know it again.
Everything is deterministic: the same document gives the same layout.

Inside, one unit is the room of one driver (``model.PITCH``) across and down.
"""

import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from foresight.core.document import Document, Id
from foresight.core.progress import Tick, no_tick
from foresight.core.spacing import Point
from foresight.core.words import N_
from foresight.methods.network.analysis import Role, parts
from foresight.methods.network.model import PITCH, Arrangement, Network, pinned, places
from foresight.model.drivers import Drivers, Link

if TYPE_CHECKING:
    from numpy.typing import NDArray

ARRANGEMENTS: dict[Arrangement, str] = {
    "forces": N_("Untangle"),
    "layers": N_("Arrange by role"),
    "circle": N_("Arrange in a circle"),
}

COLUMNS: tuple[Role, ...] = ("driving", "critical", "platoon", "result", "autonomous")
"""Columns of the layered layout, from left to right."""

EARNED = 0.85
"""A force layout takes the place of the present picture if its links are at most so long as a share of those there."""
STRAY = 1.5
"""A driver is out of place if it is so many times as far from the middle of its neighbours as nine of ten are."""

MOVED = 3
"""So many drivers that are out of place go to a better one at a time, those farthest away; else the picture changes."""


def arranged(document: Document, how: Arrangement, *, tick: Tick = no_tick) -> dict[Id, Point]:
    """A place for every driver. Raises Cancelled through ``tick``."""
    import numpy as np

    now = places(document)
    if not now:
        return {}
    ids = {driver: index for index, driver in enumerate(now)}
    start = np.array(list(now.values())) / PITCH
    fixed = np.array([driver in pinned(document) for driver in now])
    pairs = joined(document[Drivers].links, ids)
    for cluster in document[Network].clusters:
        for pair in itertools.combinations(sorted(ids[driver] for driver in cluster.drivers), 2):
            pairs[pair] = pairs.get(pair, 0) + 1
    layout: dict[Arrangement, Callable[[], NDArray[Any]]] = {
        "forces": lambda: _forces(start, pairs, fixed, tick),
        "layers": lambda: _layers([part.role for part in parts(document).values()], pairs),
        "circle": lambda: _circle(len(ids), pairs),
    }
    free = layout[how]()
    if how != "forces" or not fixed.any():
        free = free + start.mean(axis=0) - free.mean(axis=0)
    found = _apart(np.where(fixed[:, None], start, free), fixed)
    is_known = how == "forces" and document[Network].arranged == how
    if is_known and _length(found, pairs) > EARNED * _length(start, pairs):
        found = _mended(start, pairs, fixed)
    return {driver: (float(x), float(y)) for driver, (x, y) in zip(now, found * PITCH, strict=True)}


def joined(links: Sequence[Link], index: Mapping[Id, int]) -> dict[tuple[int, int], int]:
    """Pairs of drivers, smaller index first, and the strength of the links between them (at least 1)."""
    found: dict[tuple[int, int], int] = {}
    for link in links:
        low, high = sorted((index[link.source], index[link.target]))
        found[low, high] = found.get((low, high), 0) + max(link.strength, 1)
    return found


def _forces(start: "NDArray[Any]", pairs: Mapping[tuple[int, int], int], fixed: "NDArray[Any]", tick: Tick) -> Any:
    """Drivers repel each other, links pull their ends together, the middle holds all (Fruchterman, Reingold 1991)."""
    import numpy as np

    rounds = 200 if len(start) <= 300 else 100
    length = 1.4  # the distance at which a single link is at rest
    shape = np.array([1.25, 1.0])  # so that the whole is not twice as wide as high, as a driver is
    at = _spread(start * shape)
    ends = np.array(list(pairs), dtype=int).reshape(-1, 2)
    pull = np.sqrt(np.array(list(pairs.values()), dtype=float))
    for turn in range(rounds):
        tick(turn / rounds)
        square = (at**2).sum(axis=1)
        push = length**2 / np.maximum(square[:, None] + square[None, :] - 2 * at @ at.T, 1e-6)
        np.fill_diagonal(push, 0)
        force = at * push.sum(axis=1)[:, None] - push @ at
        line = at[ends[:, 1]] - at[ends[:, 0]]
        tug = line * (np.hypot(line[:, 0], line[:, 1]) / length * pull)[:, None]
        np.add.at(force, ends[:, 0], tug)
        np.add.at(force, ends[:, 1], -tug)
        force -= 0.1 * (at - at.mean(axis=0))
        size = np.hypot(force[:, 0], force[:, 1])[:, None] + 1e-9
        step = force / size * np.minimum(size, 1.5 * (1 - turn / rounds) + 0.02)
        at = np.where(fixed[:, None], at, at + step)
    return at / shape


def _length(at: "NDArray[Any]", pairs: Mapping[tuple[int, int], int]) -> float:
    """How long links are on the average, as a share of how far any two drivers are from each other."""
    import numpy as np

    if not pairs:
        return 0.0
    one, other = at[np.array(list(pairs))].transpose(1, 0, 2)
    links = np.hypot(*(one - other).T)
    every = np.hypot(*(at[:, None] - at[None, :]).T)
    return float(links.mean() / max(every.mean(), 1e-9))


def _mended(start: "NDArray[Any]", pairs: Mapping[tuple[int, int], int], fixed: "NDArray[Any]") -> "NDArray[Any]":
    """The same picture; only drivers far from those that they are linked with go to a free place near them."""
    import numpy as np

    near = [list(found) for found in _neighbours(len(start), pairs)]
    at, stray = start.copy(), np.zeros(len(start), dtype=bool)
    for _turn in range(MOVED):
        middle = np.array([at[held or one].reshape(-1, 2).mean(axis=0) for one, held in enumerate(near)])
        away = np.where(fixed, 0, np.hypot(*(at - middle).T))
        worst = int(away.argmax())
        if stray[worst] or away[worst] <= STRAY * max(1.0, float(np.quantile(away, 0.9))):
            break
        at[worst], stray[worst] = middle[worst], True
    return _apart(at, fixed, first=~stray)


def _spread(start: "NDArray[Any]") -> "NDArray[Any]":
    """The same points, each a hair away from where it was, so that no two are at one place."""
    import numpy as np

    angle = np.arange(len(start)) * math.pi * (3 - math.sqrt(5))
    return start + 0.01 * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def _apart(at: "NDArray[Any]", fixed: "NDArray[Any]", first: "NDArray[Any] | None" = None) -> "NDArray[Any]":
    """The points, each free one moved to the nearest spot where it covers no fixed one and no free one before it.

    Those that are ``first`` come before the others.
    """
    import numpy as np

    turns = np.arange(16) * math.pi / 8
    around = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    rank = np.where(fixed, 0, 1 if first is None else np.where(first, 1, 2))
    order = np.argsort(rank, kind="stable")
    found = at[order]
    for place in range(int(fixed.sum()), len(order)):
        settled = found[:place, None, :]
        for ring in itertools.count():
            spots = found[place] + around * 0.3 * ring
            clear = (abs(settled - spots) >= 1).any(axis=2).all(axis=0)
            if clear.any():
                found[place] = spots[clear.argmax()]
                break
    return found[np.argsort(order)]


def columns(roles: Sequence[Role], pairs: Mapping[tuple[int, int], int], tall: int) -> list[list[int]]:
    """Drivers (by index) in columns of at most ``tall``, one or more for each role, what drives first, results last.

    Inside a column those stand at similar heights that are linked; empty columns are left out.
    """
    found: list[list[int]] = []
    for role in COLUMNS:
        held = [index for index, one in enumerate(roles) if one == role]
        count = -(-len(held) // tall)
        found += [held[turn::count] for turn in range(count)]
    neighbours = _neighbours(len(roles), pairs)
    height = {one: at for column in found for one, at in zip(column, _heights(len(column)), strict=True)}
    for sweep in range(6):
        for column in found if sweep % 2 else found[::-1]:
            mean = {one: _mean([height[n] for n in neighbours[one]], height[one]) for one in column}
            column.sort(key=lambda one: mean[one])
            height.update(zip(column, _heights(len(column)), strict=True))
    return found


def _heights(count: int) -> list[float]:
    """Heights of ``count`` rows around 0."""
    return [row - (count - 1) / 2 for row in range(count)]


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _layers(roles: Sequence[Role], pairs: Mapping[tuple[int, int], int]) -> "NDArray[Any]":
    """A column for each role."""
    import numpy as np

    at = np.zeros((len(roles), 2))
    for place, column in enumerate(columns(roles, pairs, max(4, math.ceil(math.sqrt(len(roles) * 1.5))))):
        at[column] = [(1.25 * place, 1.1 * row) for row in _heights(len(column))]
    return at


def _circle(count: int, pairs: Mapping[tuple[int, int], int]) -> "NDArray[Any]":
    """All around a circle, further circles around it; after each driver the one it is most strongly linked with."""
    import numpy as np

    order = _chain(_neighbours(count, pairs))
    found = np.empty((count, 2))
    radius = max(1.5, min(count, 24) * 1.2 / (2 * math.pi))
    while order:
        room = max(int(2 * math.pi * radius / 1.2), min(count, 24))
        ring, order = order[:room], order[room:]
        angle = np.arange(len(ring)) * 2 * math.pi / len(ring) - math.pi / 2
        found[ring] = radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        radius += 1.5
    return found


def _chain(neighbours: Sequence[Mapping[int, int]]) -> list[int]:
    """All drivers in a row: after each one its strongest neighbour that is left, else the first that is left."""
    left = dict.fromkeys(range(1, len(neighbours)))
    order = [0]
    while left:
        near = neighbours[order[-1]]
        following = max((one for one in near if one in left), key=lambda one: near[one], default=next(iter(left)))
        del left[following]
        order.append(following)
    return order


def _neighbours(count: int, pairs: Mapping[tuple[int, int], int]) -> list[dict[int, int]]:
    found: list[dict[int, int]] = [{} for _index in range(count)]
    for (one, other), strength in pairs.items():
        found[one][other] = found[other][one] = strength
    return found
