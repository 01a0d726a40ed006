"""The influence x dependence plane: a numbered dot for each driver, and the list of numbers. Sizes are in points."""

from collections.abc import Mapping, Sequence
from math import dist

from foresight.core.document import Document, Id
from foresight.core.look import Look
from foresight.core.spacing import Point, free_places
from foresight.core.words import _, ngettext, number
from foresight.methods.network.analysis import Part, mean, parts, weightiest
from foresight.methods.network.figure_ground import DOT, SIZE, Plot, QuarterName, ground
from foresight.methods.network.ranking import along_paths
from foresight.model.drivers import Driver, Drivers
from foresight.reporting.drawing import Figure, arrow, blank, circle, label, line, text_width

ROW = 11.5
"""Height of a line of the list."""
NUMBERED = 40
"""Dots with a number at most, where there is no list."""
ARROWS = 20
"""Arrows at most: more of them cannot be told apart."""
HEAD = 4.5
"""Length of the head of an arrow."""
MARGIN = 16.0
"""Room for the names of the axes below and at the left."""


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
    rows = int((height if beside else 0.45 * height) / ROW) - 2 if with_list else NUMBERED
    listed = _listed(held, rows, most, chosen)
    list_height = (len(listed) + 2 + (len(listed) < len(held))) * ROW
    list_width = min(230.0, 0.38 * width) if beside else width
    right = list_width + 14 if with_list and beside else 0.0
    bottom = MARGIN + list_height + 4 if with_list and not beside else MARGIN
    known = along_paths(document)
    indirect = {driver: known[driver] for driver in listed if driver in known}
    sums = [*((part.influence, part.dependence) for part in held.values()), *indirect.values()]
    influence, dependence = (max(1.0, *side) for side in zip(*sums, strict=True))
    plot = Plot(MARGIN, bottom, width - MARGIN - right, height - bottom - 2, dependence, influence)
    names = ground(d, plot, held.values(), look)
    if most is None:
        for driver in held.keys() - set(listed):
            circle(d, *plot.at(held[driver].dependence, held[driver].influence), 2, fill=look.muted)
    _dots(d, plot, held, listed, indirect, names, look, chosen)
    if with_list:
        top = height - 2 if beside else list_height
        _list(d, width - list_width, top, list_width, document[Drivers].drivers, held, listed, look)
    return d


def _listed(held: Mapping[Id, Part], rows: int, most: int | None, chosen: Id | None) -> list[Id]:
    """The drivers for which there is a line, in order; when not all fit, those that move and are moved most.

    One line less then, because one says how many are left; and the ``chosen`` one in any case.
    """
    count = min(rows, most or len(held))
    best = weightiest(held, count if count in (most, len(held)) else count - 1)
    return [driver for driver in held if driver == chosen or driver in set(best)] if chosen else best


def _dots(
    d: Figure,
    plot: Plot,
    held: Mapping[Id, Part],
    listed: Sequence[Id],
    indirect: Mapping[Id, tuple[float, float]],
    names: Sequence[QuarterName],
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
    ends = {driver: plot.at(dependence, influence) for driver, (influence, dependence) in indirect.items()}
    _arrows(d, dict(zip(listed, places, strict=True)), ends, radius, look, chosen)
    for wish, place in zip(wishes, places, strict=True):
        line(d, *wish, *place, look.muted, 0.5)
    for driver, (x, y) in zip(listed, places, strict=True):
        stroke, width = (look.ink, 2.0) if driver == chosen else (look.surface, 0.75)
        circle(d, x, y, radius, fill=look.accent, stroke=stroke, width=width)
        label(d, x, y - 2.8, str(numbers[driver]), SIZE, colour=look.on_accent, anchor="middle", bold=True)


def _arrows(
    d: Figure, starts: Mapping[Id, Point], ends: Mapping[Id, Point], radius: float, look: Look, chosen: Id | None
) -> None:
    """From dots to where their drivers stand when paths count, unless that is under the dot; the longest ones."""
    length = {driver: dist(starts[driver], end) for driver, end in ends.items()}
    longest = sorted(length, key=lambda driver: -length[driver])[:ARROWS]
    for driver in dict.fromkeys([*longest, *([chosen] if chosen in length else [])]):
        if length[driver] > radius + HEAD:
            colour, width = (look.ink, 1.5) if driver == chosen else (look.accent, 0.75)
            arrow(d, *starts[driver], *ends[driver], colour, width, HEAD)


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
