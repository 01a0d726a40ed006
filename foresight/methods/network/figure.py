"""The influence x dependence plane: a numbered dot for each driver, and the list of numbers. Sizes are in points."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, sin, tau

from foresight.core.document import Document, Id
from foresight.core.look import Look
from foresight.core.spacing import Point, free_places
from foresight.core.words import _, ngettext, number
from foresight.methods.network.analysis import ROLE_TINTS, ROLES_MANY, Part, Role, mean, pack, parts, weightiest
from foresight.methods.network.ranking import along_paths
from foresight.model.drivers import Driver, Drivers
from foresight.reporting.drawing import Anchor, Figure, arrow, blank, box, circle, label, line, polyline, text_width

SIZE = 8.0
ROW = 11.5
"""Height of a line of the list."""
DOT = 7.0
"""Radius of a numbered dot."""
NUMBERED = 60
"""Dots with a number at most, where there is no list."""
HEAD = 4.5
"""Length of the head of an arrow."""
MARGIN = 16.0
"""Room for the names of the axes below and at the left."""


@dataclass(frozen=True)
class Plot:
    """The plane on the paper: dependence to the right and influence upwards, from 0 to the largest there is."""

    x: float
    y: float
    w: float
    h: float
    dependence: float
    """The end of its scale."""
    influence: float

    def at(self, dependence: float, influence: float) -> Point:
        """The point of these two sums."""
        margin = 2 * DOT
        across = dependence / self.dependence * (self.w - 2 * margin)
        return self.x + margin + across, self.y + margin + influence / self.influence * (self.h - 2 * margin)


def plane(
    document: Document,
    width: float,
    height: float,
    look: Look,
    *,
    most: int | None = None,
    with_list: bool = True,
    chosen: Id | None = None,
) -> Figure:
    """Every driver at its dependence (across) and influence (up), with lines at the means; below or beside it the list.

    Arrows lead to where a driver stands when paths count too. Drivers for which the list has no line are small dots
    without a number; with ``most`` they are left out, and at most that many are shown. ``chosen`` stands out.
    """
    d = blank(width, height)
    held = parts(document)
    if not held:
        return d
    beside = width >= 380
    list_width = 0.0 if not with_list else min(230.0, 0.38 * width) if beside else width
    room = height if beside else 0.45 * height
    fitting = int(room / ROW) - 2 if with_list else NUMBERED
    listed = _listed(held, fitting if most is None else min(most, fitting), fully=most is not None)
    list_height = (len(listed) + 2 + (len(listed) < len(held))) * ROW if with_list else 0.0
    below = with_list and not beside
    bottom = MARGIN + list_height + 4 if below else MARGIN
    indirect = {driver: at for driver, at in along_paths(document).items() if driver in set(listed)}
    plot = Plot(
        MARGIN,
        bottom,
        width - MARGIN - (list_width + 14 if with_list and beside else 0),
        height - bottom - 2,
        max(1, *(part.dependence for part in held.values()), *(dependence for _i, dependence in indirect.values())),
        max(1, *(part.influence for part in held.values()), *(influence for influence, _d in indirect.values())),
    )
    names = _ground(d, plot, held.values(), look)
    if most is None:
        _small_dots(d, plot, [part for driver, part in held.items() if driver not in set(listed)], look)
    _dots(d, plot, held, listed, indirect, names, look, chosen)
    if with_list:
        top = list_height if below else height - 2
        _list(d, width - list_width, top, list_width, document[Drivers].drivers, held, listed, look)
    return d


def _listed(held: Mapping[Id, Part], rows: int, fully: bool = False) -> list[Id]:
    """The drivers for which there is a line, in order; when not all fit, those that move and are moved most.

    One line less then, because one says how many are left; not when the picture is told ``fully`` how many it shows.
    """
    return weightiest(held, rows if fully or len(held) <= rows else rows - 1)


@dataclass(frozen=True)
class _Name:
    """The name of a quarter of the plane, in its outer corner."""

    role: Role
    x: float
    y: float
    """Its baseline."""
    anchor: Anchor
    room: float

    def draw(self, d: Figure, look: Look) -> None:
        label(d, self.x, self.y, self._text, SIZE, colour=look.muted, anchor=self.anchor, width=self.room)

    def is_clear_of(self, point: Point, radius: float) -> bool:
        """Whether a dot at this point leaves it readable."""
        width = min(text_width(self._text, SIZE), self.room)
        left = self.x if self.anchor == "start" else self.x - width
        across = max(left - point[0], 0, point[0] - left - width)
        up = max(self.y - 2 - point[1], 0, point[1] - self.y - SIZE)
        return hypot(across, up) > radius + 1

    @property
    def _text(self) -> str:
        return _(ROLES_MANY[self.role])


def _ground(d: Figure, plot: Plot, held: Collection[Part], look: Look) -> list[_Name]:
    """Four tinted quarters with their names, the pack around the means, and what the axes say."""
    middle = mean(held)
    x, y = plot.at(middle, middle)
    right, top = plot.x + plot.w, plot.y + plot.h
    quarters: tuple[tuple[Role, float, float, float, float], ...] = (
        ("driving", plot.x, y, x, top),
        ("critical", x, y, right, top),
        ("autonomous", plot.x, plot.y, x, y),
        ("result", x, plot.y, right, y),
    )
    names = []
    for role, x1, y1, x2, y2 in quarters:
        box(d, x1, y1, x2 - x1, y2 - y1, fill=look[ROLE_TINTS[role]])
        side = x1 + 4 if x1 == plot.x else x2 - 4
        anchor: Anchor = "start" if x1 == plot.x else "end"
        names.append(_Name(role, side, y2 - 11 if y2 == top else y1 + 5, anchor, x2 - x1 - 8))
        names[-1].draw(d, look)
    line(d, x, plot.y, x, top, look.muted, 0.75, (3, 3))
    line(d, plot.x, y, right, y, look.muted, 0.75, (3, 3))
    _pack(d, plot, held, look)
    across = _("Dependence: moved little → moved much")
    label(d, plot.x + plot.w / 2, plot.y - 12, across, SIZE, colour=look.ink, anchor="middle", width=plot.w)
    up = _("Influence: moves little → moves much")
    label(d, plot.x - 6, plot.y + plot.h / 2, up, SIZE, colour=look.ink, anchor="middle", width=plot.h, angle=90)
    return names


def _pack(d: Figure, plot: Plot, held: Collection[Part], look: Look) -> None:
    """The ellipse around the means in which a driver has no clear role."""
    middle, (influence, dependence) = mean(held), pack(held)
    if influence and dependence:
        turns = [tau * step / 48 for step in range(49)]
        rim = [plot.at(middle + dependence * cos(t), middle + influence * sin(t)) for t in turns]
        polyline(d, rim, look.muted, 0.75, (1.5, 2))


def _small_dots(d: Figure, plot: Plot, held: Iterable[Part], look: Look) -> None:
    for part in held:
        circle(d, *plot.at(part.dependence, part.influence), 2, fill=look.muted)


def _dots(
    d: Figure,
    plot: Plot,
    held: Mapping[Id, Part],
    listed: Sequence[Id],
    indirect: Mapping[Id, tuple[float, float]],
    names: Sequence[_Name],
    look: Look,
    chosen: Id | None,
) -> None:
    """The dots; those that would cover a name or each other stand beside it, with a line to where they belong."""
    numbers = {driver: index for index, driver in enumerate(held, 1)}
    radius = DOT if len(held) < 100 else 1.25 * DOT
    wishes = [plot.at(held[driver].dependence, held[driver].influence) for driver in listed]

    def inside(point: Point) -> bool:
        across, up = point[0] - plot.x, point[1] - plot.y
        within = radius <= across <= plot.w - radius and radius <= up <= plot.h - radius
        return within and all(name.is_clear_of(point, radius) for name in names)

    places = free_places(wishes, 2.1 * radius, inside, plot.w + plot.h) or wishes
    for driver, place in zip(listed, places, strict=True):
        if driver in indirect:
            influence, dependence = indirect[driver]
            _arrow(d, place, plot.at(dependence, influence), radius, look, stands_out=driver == chosen)
    for wish, place in zip(wishes, places, strict=True):
        line(d, *wish, *place, look.muted, 0.5)
    for driver, (x, y) in zip(listed, places, strict=True):
        stroke, width = (look.ink, 2.0) if driver == chosen else (look.surface, 0.75)
        circle(d, x, y, radius, fill=look.accent, stroke=stroke, width=width)
        label(d, x, y - 2.8, str(numbers[driver]), SIZE, colour=look.on_accent, anchor="middle", bold=True)


def _arrow(d: Figure, start: Point, end: Point, radius: float, look: Look, *, stands_out: bool) -> None:
    """From a dot to where its driver stands when paths count; none where that is under the dot or beside it."""
    if hypot(end[0] - start[0], end[1] - start[1]) > radius + HEAD:
        arrow(d, *start, *end, look.ink if stands_out else look.accent, 1.5 if stands_out else 0.75, HEAD)


def _list(
    d: Figure,
    left: float,
    top: float,
    width: float,
    drivers: Sequence[Driver],
    held: Mapping[Id, Part],
    listed: Sequence[Id],
    look: Look,
) -> None:
    """Number, title, and influence and dependence of each driver that has a line."""
    heading = _("influence / dependence")
    sums = text_width("888 / 888", SIZE)
    y = top - SIZE

    def row(name: str, text: str, both: str, token: str) -> None:
        nonlocal y
        label(d, left + 14, y, name, SIZE, colour=look.ink, anchor="end", bold=True)
        label(d, left + 19, y, text, SIZE, colour=look[token], width=width - sums - 25)
        label(d, left + width, y, both, SIZE, colour=look.muted, anchor="end")
        y -= ROW

    row("", "", heading, "muted")
    for index, driver in enumerate(drivers, 1):
        if driver.id in listed:
            part = held[driver.id]
            row(str(index), driver.title, f"{part.influence} / {part.dependence}", "ink")
    if rest := len(drivers) - len(listed):
        row("", ngettext("and {n} more", "and {n} more", rest).format(n=rest), "", "muted")
    middle = number(mean(held.values()))
    row("", _("Mean"), f"{middle} / {middle}", "muted")
