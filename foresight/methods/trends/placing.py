"""Where the numbered dots of the map and the blips of the radar go: near their place, never on top of each other.

Everything here is deterministic: the same document gives the same picture.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, cos, hypot, pi, sin, sqrt, tau

from foresight.core.document import Id
from foresight.core.spacing import Point, free_places
from foresight.model.ratings import HIGH, LOW, Ratings, Zone, zone
from foresight.model.trends import CATEGORIES, RINGS, Category, Ring, Trend

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

APART = 2.15
"""How far apart the centres of two dots are at least, in radii."""
_EDGE = 1.08  # how far a centre is at least from the edge of its cell, in radii: more than half of APART
_AIR = (1.6, 1.25, 1.0)  # how much farther apart than needed we first try to put blips
_COVERED = 0.6
_SHRINK = 0.93


# The map


@dataclass(frozen=True)
class Plane:
    """The impact x uncertainty plane: impact to the right, uncertainty upwards, both 1..5 with a margin around."""

    width: float
    height: float
    margin: float = 0.35
    """On each side, in steps of the scales, so that a dot at 1 or 5 lies inside."""

    @property
    def step_x(self) -> float:
        """The length of one step of impact."""
        return self.width / (HIGH - LOW + 2 * self.margin)

    @property
    def step_y(self) -> float:
        """The length of one step of uncertainty."""
        return self.height / (HIGH - LOW + 2 * self.margin)

    def at(self, impact: float, uncertainty: float) -> Point:
        """The point of two scores, from the bottom left corner."""
        return (impact - LOW + self.margin) * self.step_x, (uncertainty - LOW + self.margin) * self.step_y

    def scores(self, x: float, y: float, grain: float = 0.5) -> tuple[float, float]:
        """The scores at a point: the nearest multiple of ``grain``, held to 1..5."""

        def score(length: float, step: float) -> float:
            return min(HIGH, max(LOW, round((length / step - self.margin + LOW) / grain) * grain))

        return score(x, self.step_x), score(y, self.step_y)

    def zones(self, lines: Ratings) -> dict[Zone, Box]:
        """The rectangle of each zone."""
        x, y = self.at(lines.impact_line, lines.uncertainty_line)
        return {
            "critical": (x, y, self.width, self.height),
            "given": (x, 0.0, self.width, y),
            "watch": (0.0, y, x, self.height),
            "drop": (0.0, 0.0, x, y),
        }


def _inset(box: Box, margin: float) -> Box:
    """The box without a margin; its middle line where it is narrower than that."""
    left, bottom, right, top = box
    across, along = min(margin, (right - left) / 2), min(margin, (top - bottom) / 2)
    return left + across, bottom + along, right - across, top - along


def burst(places: Mapping[Id, Point], lines: Ratings, plane: Plane, radius: float) -> tuple[dict[Id, Point], float]:
    """Points for dots with these (impact, uncertainty), and the radius they may have, at most ``radius``.

    Dots that would lie on top of each other stand side by side inside their zone; all get smaller when they do not fit.
    """
    members: dict[Zone, list[Id]] = defaultdict(list)
    for trend, (impact, uncertainty) in places.items():
        members[zone(impact, uncertainty, lines)].append(trend)
    boxes = plane.zones(lines)
    for name, ids in members.items():
        left, bottom, right, top = boxes[name]
        radius = min(radius, _largest((right - left) * (top - bottom), len(ids)))
    while True:
        settled = {
            name: _settled_in_box(tuple(plane.at(*places[t]) for t in ids), boxes[name], radius)
            for name, ids in members.items()
        }
        if all(points is not None for points in settled.values()):
            break
        radius *= _SHRINK
    pairs = (zip(ids, settled[name] or (), strict=True) for name, ids in members.items())
    return {trend: point for pair in pairs for trend, point in pair}, radius


def _largest(area: float, count: int) -> float:
    """The radius at which so many discs cover as much of an area as placing one after the other comes to."""
    return sqrt(area * _COVERED / (count * pi))


@lru_cache(maxsize=64)  # one more rating changes one zone, or two
def _settled_in_box(points: tuple[Point, ...], box: Box, radius: float) -> list[Point] | None:
    left, bottom, right, top = _inset(box, _EDGE * radius)
    wishes = [(min(right, max(left, x)), min(top, max(bottom, y))) for x, y in points]
    reach = hypot(right - left, top - bottom)
    return free_places(wishes, APART * radius, lambda p: left <= p[0] <= right and bottom <= p[1] <= top, reach)


# The radar

RADII: tuple[float, ...] = (0.5, 0.77, 1.0)
"""Where each ring ends, from the centre outwards."""


@dataclass(frozen=True)
class Cell:
    """A ring within a sector. Angles in radians, clockwise from the top; radii as shares of the whole radar's."""

    inner: float
    outer: float
    start: float
    stop: float

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Whether the point lies in the cell, at least ``margin`` from its edges."""
        radius, angle = hypot(*point), bearing(point)
        before, behind = angle - self.start, self.stop - angle
        return (
            self.inner + margin <= radius <= self.outer - margin
            and min(before, behind) >= 0
            and radius * sin(min(pi / 2, before, behind)) >= margin
        )

    def point(self, share: float, turn: float) -> Point:
        """A point of the cell for two numbers 0..1; evenly spread numbers give points evenly spread over the area."""
        radius = sqrt(self.inner**2 + share * (self.outer**2 - self.inner**2))
        return at_bearing(radius, self.start + turn * (self.stop - self.start))

    @property
    def across(self) -> float:
        """The largest distance of two points in a cell of up to half a circle."""
        width = self.stop - self.start
        aslant = sqrt(self.inner**2 + self.outer**2 - 2 * self.inner * self.outer * cos(width))
        return max(aslant, 2 * self.outer * sin(width / 2), self.outer - self.inner)

    @property
    def area(self) -> float:
        """In squares of the radar's radius."""
        return (self.outer**2 - self.inner**2) * (self.stop - self.start) / 2


@dataclass(frozen=True)
class Blip:
    """A trend on the radar: a point in the unit circle, x to the right and y upwards."""

    trend: Id
    x: float
    y: float


@dataclass(frozen=True)
class Radar:
    """Where everything on the radar is, as shares of its radius."""

    cells: Mapping[tuple[Category, Ring], Cell]
    blips: tuple[Blip, ...]
    """Clockwise, ring by ring from the centre outwards."""
    radius: float
    """Of one blip."""


def bearing(point: Point) -> float:
    """The angle of a point, clockwise from the top, 0..2 pi."""
    return atan2(point[0], point[1]) % tau


def at_bearing(radius: float, angle: float) -> Point:
    """The point at this distance and angle (clockwise from the top)."""
    return radius * sin(angle), radius * cos(angle)


def radar_cells(radii: Sequence[float] = RADII) -> dict[tuple[Category, Ring], Cell]:
    """Every sector's rings: 360 degrees shared equally, the first sector from the top clockwise."""
    width = tau / len(CATEGORIES)
    edges = (0.0, *radii)
    return {
        (category, ring): Cell(edges[r], edges[r + 1], sector * width, (sector + 1) * width)
        for sector, category in enumerate(CATEGORIES)
        for r, ring in enumerate(RINGS)
    }


def cell_at(point: Point, radii: Sequence[float] = RADII) -> tuple[Category, Ring] | None:
    """The sector and ring at a point, or None outside the radar."""
    found = (key for key, cell in radar_cells(radii).items() if cell.holds(point))
    return next(found, None)


def _seed(trend: Id, cell: Cell) -> Point:
    """Somewhere in the cell, always the same for the same trend."""
    digest = hashlib.sha256(trend.encode()).digest()
    share, turn = (int.from_bytes(digest[i : i + 4], "big") / 2**32 for i in (0, 4))
    return cell.point(share, turn)


def radar(trends: Iterable[Trend], radius: float = 0.05, radii: Sequence[float] = RADII) -> Radar:
    """The radar of the trends that have a ring; blips have ``radius``, or less where a cell is crowded.

    A trend wishes for a place that a hash of its id chooses, and gets the nearest free one inside its cell.
    """
    cells = radar_cells(radii)
    members: dict[tuple[Category, Ring], list[Id]] = defaultdict(list)
    for trend in trends:
        if trend.ring is not None:
            members[trend.category, trend.ring].append(trend.id)
    for key, ids in members.items():
        radius = min(radius, _largest(cells[key].area, len(ids)))
    while True:
        placed = {key: _settled_in_cell(ids, cells[key], radius) for key, ids in members.items()}
        if all(points is not None for points in placed.values()):
            break
        radius *= _SHRINK
    blips = [
        Blip(trend, *point) for key, ids in members.items() for trend, point in zip(ids, placed[key] or (), strict=True)
    ]
    ring_of = {trend: list(RINGS).index(ring) for (_category, ring), ids in members.items() for trend in ids}
    blips.sort(key=lambda blip: (ring_of[blip.trend], bearing((blip.x, blip.y)), blip.trend))
    return Radar(cells, tuple(blips), radius)


def _settled_in_cell(ids: Sequence[Id], cell: Cell, radius: float) -> list[Point] | None:
    wishes = [_seed(trend, cell) for trend in ids]
    roomy = [air for air in _AIR if air == 1 or radius * air <= _largest(cell.area, len(ids))]
    attempts = (
        free_places(wishes, APART * radius * air, lambda point: cell.holds(point, _EDGE * radius), cell.across)
        for air in roomy
    )
    return next((places for places in attempts if places is not None), None)
