"""The network as numbers: the one place that says which links count, and how strongly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import gcd, lcm

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.methods.network.model import Network
from foresight.model.drivers import Driver, Drivers, Link


@dataclass(frozen=True, eq=False)
class Matrix:
    """The links that count, by the places of the drivers they join: row i, column j is what i does to j."""

    ids: tuple[Id, ...]
    """The drivers in their order; the place of one here stands for it below."""
    links: tuple[Link, ...]
    """In their order, each with the strength (1..3) at which it counts."""
    onward: tuple[Mapping[int, Link], ...]
    """For each driver its links, by the place where they lead."""
    backward: tuple[tuple[int, ...], ...]
    """For each driver the places of those that act on it."""

    def longer(self, sums: Sequence[int]) -> list[int]:
        """The matrix times ``sums``: what each driver reaches with one link more. Exact whole numbers."""
        return [sum(row[to] * sums[to] for to in row) for row in self._strengths]

    def longer_back(self, sums: Sequence[int]) -> list[int]:
        """``sums`` times the matrix: what reaches each driver with one link more."""
        found = [0] * len(self.ids)
        for total, row in zip(sums, self._strengths, strict=True):
            if total:
                for to, strength in row.items():
                    found[to] += strength * total
        return found

    @cached_property
    def _strengths(self) -> list[dict[int, int]]:
        return [{to: link.strength for to, link in row.items()} for row in self.onward]

    @cached_property
    def influence(self) -> tuple[int, ...]:
        """The sums of the rows."""
        return tuple(self.longer([1] * len(self.ids)))

    @cached_property
    def dependence(self) -> tuple[int, ...]:
        """The sums of the columns."""
        return tuple(self.longer_back([1] * len(self.ids)))

    @cached_property
    def feedback(self) -> tuple[list[int], ...]:
        """The parts in which every driver comes back to itself through the others of the part."""
        return tuple(_strong_parts(self.onward, self.backward))

    @cached_property
    def beat(self) -> int:
        """After how many links everything may come round together: 0 when nothing comes back to where it began.

        The period of a strongly connected part is the greatest common divisor of the lengths of its loops; this is the
        least common multiple over all parts. Only a network of beat 1 passes influence on evenly (Perron, Frobenius).
        """
        found = 0
        for part in self.feedback:
            level = {part[0]: 0}
            rim = [part[0]]
            inside = set(part)
            while rim:
                fresh = {to: level[at] + 1 for at in rim for to in self.onward[at] if to in inside and to not in level}
                level |= fresh
                rim = list(fresh)
            period = gcd(*(level[at] + 1 - level[to] for at in part for to in self.onward[at] if to in inside))
            found = lcm(found or 1, period)
        return found


def _strong_parts(onward: Sequence[Mapping[int, Link]], backward: Sequence[Sequence[int]]) -> list[list[int]]:
    """The strongly connected parts of more than one driver (Kosaraju; Sharir 1981)."""
    finished: list[int] = []
    seen: set[int] = set()
    for root in range(len(onward)):
        trail = [] if root in seen else [(root, iter(onward[root]))]
        seen.add(root)
        while trail:
            at, rest = trail[-1]
            step = next((to for to in rest if to not in seen), None)
            if step is None:
                finished.append(at)
                trail.pop()
            else:
                seen.add(step)
                trail.append((step, iter(onward[step])))
    found = []
    for root in reversed(finished):
        if root not in seen:
            continue
        seen.discard(root)
        part = [root]
        for at in part:  # it grows while it is walked through
            fresh = [to for to in backward[at] if to in seen]
            seen.difference_update(fresh)
            part += fresh
        if len(part) > 1:
            found.append(part)
    return found


def matrix(document: Document) -> Matrix:
    """The network of this document as numbers; the same object until drivers come or go, or links change."""
    part = document[Drivers]
    return _matrix(_ids(part.drivers), part.links, document[Network].potential_strength)


@for_latest
def _ids(drivers: tuple[Driver, ...]) -> tuple[Id, ...]:
    return _as_before(tuple(driver.id for driver in drivers))


@lru_cache(maxsize=1)
def _as_before(ids: tuple[Id, ...]) -> tuple[Id, ...]:
    """The very tuple of the last call if it is equal, as it is when only titles changed."""
    return ids


@for_latest
def _matrix(ids: tuple[Id, ...], all_links: tuple[Link, ...], potential: int) -> Matrix:
    links = tuple(counting for link in all_links if (counting := _as_counted(link, potential)).strength)
    place = {driver: at for at, driver in enumerate(ids)}
    onward: list[dict[int, Link]] = [{} for _driver in place]
    backward: list[list[int]] = [[] for _driver in place]
    for link in links:
        source, target = place[link.source], place[link.target]
        onward[source][target] = link
        backward[target].append(source)
    return Matrix(ids, links, tuple(onward), tuple(map(tuple, backward)))


def _as_counted(link: Link, potential: int) -> Link:
    """The link with the strength at which it counts: one that is only possible with the strength chosen for those."""
    return link.but(strength=potential) if link.potential else link


def counted(document: Document) -> tuple[Link, ...]:
    """The links that count, each with the strength at which it does."""
    return matrix(document).links
