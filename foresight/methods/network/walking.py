"""Where the arrow keys lead on the canvas, and who is whose neighbour."""

from collections.abc import Iterable, Mapping

from foresight.core.document import Id
from foresight.core.spacing import Point
from foresight.model.drivers import Link


def nearest(points: Mapping[Id, Point], start: Point, way: tuple[int, int]) -> Id | None:
    """The thing that one would say lies next in a direction ((1, 0) is right, (0, 1) down), or None."""
    best: tuple[float, Id] | None = None
    for key, (x, y) in points.items():
        across, down = x - start[0], y - start[1]
        ahead = across * way[0] + down * way[1]
        aside = abs(across * way[1]) + abs(down * way[0])
        if ahead > 0 and aside <= 2 * ahead and (best is None or ahead + 2 * aside < best[0]):
            best = (ahead + 2 * aside, key)
    return best[1] if best else None


def links_at(links: Iterable[Link], driver: Id) -> tuple[Link, ...]:
    """The links from a driver, then those to it."""
    held = tuple(links)
    return (*(li for li in held if li.source == driver), *(li for li in held if li.target == driver))


def around(links: Iterable[Link], driver: Id, steps: int) -> set[Id]:
    """A driver and those that at most so many links, whichever way they run, lie between it and them."""
    near: dict[Id, set[Id]] = {}
    for link in links:
        near.setdefault(link.source, set()).add(link.target)
        near.setdefault(link.target, set()).add(link.source)
    found, rim = {driver}, {driver}
    for _step in range(steps):
        rim = {other for one in rim for other in near.get(one, ())} - found
        found |= rim
    return found


def after(items: Iterable[Id], present: Id | None, by: int) -> Id | None:
    """The item ``by`` places after the present one, round and round; the first when there is no present one."""
    held = list(items)
    if not held:
        return None
    return held[(held.index(present) + by) % len(held)] if present in held else held[0]
