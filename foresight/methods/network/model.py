"""Where drivers stand on the canvas, in which clusters, and the names people give to loops."""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.edits import changed
from foresight.core.history import Edit
from foresight.core.spacing import Point
from foresight.core.text import Line
from foresight.core.words import N_, _
from foresight.model.drivers import Driver, DriverRef, Drivers, Link, Strength, add_drivers, link_between

NODE = (180.0, 68.0)
"""Width and height of a driver on the canvas."""
PITCH = (250.0, 125.0)
"""Room for one driver, its gap to the next included."""
FAR = 100_000.0

LONGEST = 6
"""Links of the loops that are looked for, as long as nobody says otherwise: few can follow longer ones in a room."""
LoopLength = Annotated[int, Field(ge=2, le=8)]

Arrangement = Literal["forces", "layers", "circle"]
"""The automatic layouts: linked drivers near each other, a column for each role, all around a circle."""

Coordinate = Annotated[float, Field(ge=-FAR, le=FAR)]


class Placement(Value):
    """The middle of a driver on the canvas, y pointing down."""

    noun = ("placement", "placements")
    alone = ("driver",)
    aside = True
    labels = {"x": N_("Place across"), "y": N_("Place up and down"), "pinned": N_("Held in place")}

    driver: DriverRef
    x: Coordinate
    y: Coordinate
    pinned: bool = False
    """Automatic layout leaves it where it is."""


class LoopName(Value):
    """What people call a loop."""

    noun = ("loop name", "loop names")
    alone = ("drivers",)

    drivers: Annotated[tuple[Id, ...], RefMark("Driver")]
    """In the order of the links, beginning with the smallest id."""
    name: Line


class Cluster(Entity):
    """Drivers that people see as one group; a driver is in one cluster at most."""

    noun = ("cluster", "clusters")
    never_empty = ("drivers",)

    name: Line
    drivers: tuple[DriverRef, ...] = ()


class Network(Slice):
    """What the canvas remembers beside the drivers and links themselves."""

    key = "network"

    placements: tuple[Placement, ...] = ()
    loop_names: tuple[LoopName, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    arranged: Arrangement | None = None
    """The automatic layout that was made last; drivers may have been moved since."""
    potential_strength: Strength = 0
    """The strength at which links count that are only possible; 0: they do not."""
    longest_loop: LoopLength = LONGEST
    """Loops of more links are not looked for."""


def _spiral() -> Iterator[tuple[int, int]]:
    """The cells of a grid around (0, 0), ring after ring."""
    yield 0, 0
    ring = 0
    while True:
        ring += 1
        yield from ((column, -ring) for column in range(-ring, ring + 1))
        yield from ((ring, row) for row in range(1 - ring, ring + 1))
        yield from ((column, ring) for column in range(ring - 1, -ring - 1, -1))
        yield from ((-ring, row) for row in range(ring - 1, -ring, -1))


def _cells(point: Point) -> set[tuple[int, int]]:
    """The cells of the grid that a driver at ``point`` touches."""
    column, row = point[0] / PITCH[0], point[1] / PITCH[1]
    return {(c, r) for c in (math.floor(column), math.ceil(column)) for r in (math.floor(row), math.ceil(row))}


def places(document: Document) -> dict[Id, Point]:
    """Where each driver stands: its placement, else the next free cell around the middle."""
    placed = {placement.driver: (placement.x, placement.y) for placement in document[Network].placements}
    taken = {cell for point in placed.values() for cell in _cells(point)}
    free = ((c * PITCH[0], r * PITCH[1]) for c, r in _spiral() if (c, r) not in taken)
    return {driver.id: placed.get(driver.id) or next(free) for driver in document[Drivers].drivers}


def pinned(document: Document) -> set[Id]:
    """The drivers that automatic layout leaves where they are."""
    return {placement.driver for placement in document[Network].placements if placement.pinned}


def _settled(document: Document, positions: Mapping[Id, Point], held: set[Id]) -> Document:
    """Every driver gets a placement: where ``positions`` says, else where it stands; ``held`` are pinned."""
    part = document[Network]
    old = {placement.driver: placement for placement in part.placements}
    fresh = []
    for driver, standing in places(document).items():
        x, y = (round(min(max(value, -FAR), FAR), 1) for value in positions.get(driver, standing))
        is_pinned = driver in held
        known = old.get(driver)
        same = known is not None and (known.x, known.y, known.pinned) == (x, y, is_pinned)
        fresh.append(known if known and same else Placement(driver=driver, x=x, y=y, pinned=is_pinned))
    if len(fresh) == len(part.placements) and all(map(lambda a, b: a is b, fresh, part.placements)):
        return document
    return document.put(part.but(placements=tuple(fresh)))


def move_drivers(positions: Mapping[Id, Point], folding: bool = False) -> Edit:
    """Move drivers on the canvas; the others keep their places for good, so that nothing else moves.

    ``folding``: moves of the same drivers one after the other are one step.
    """
    label = _("Move driver") if len(positions) == 1 else _("Move drivers")
    merge = ("move", *positions) if folding else None
    return Edit(label, lambda document: _settled(document, positions, pinned(document)), merge)


def arrange(positions: Mapping[Id, Point], how: Arrangement) -> Edit:
    """Take over an automatic layout."""

    def apply(document: Document) -> Document:
        after = _settled(document, positions, pinned(document))
        return after.put(after[Network].but(arranged=how))

    return Edit(_("Arrange drivers"), apply)


def pin(drivers: Iterable[Id], is_pinned: bool) -> Edit:
    """Keep drivers where they are whatever automatic layout does, or no longer."""
    chosen = set(drivers)

    def apply(document: Document) -> Document:
        held = pinned(document)
        return _settled(document, {}, held | chosen if is_pinned else held - chosen)

    return Edit(_("Pin driver") if is_pinned else _("Unpin driver"), apply)


def place_new(*drivers: Driver, at: Point | None = None) -> Edit:
    """Add drivers and give them places: the first one ``at`` a point, the others in free cells."""
    edit = add_drivers(drivers)

    def apply(document: Document) -> Document:
        after = edit.apply(settle(document))
        return _settled(after, {drivers[0].id: at} if at else {}, pinned(after))

    return Edit(_("Add driver") if len(drivers) == 1 else _("Add drivers"), apply)


def settle(document: Document) -> Document:
    """Every driver keeps the place where it stands, whatever comes or goes."""
    return _settled(document, {}, pinned(document))


def turn_link(link: Id) -> Edit:
    """Let a link run the other way; nothing happens when there is one already."""

    def apply(document: Document) -> Document:
        old = document.find(link, Link)
        if old is None or link_between(document, old.target, old.source):
            return document
        return document.put(changed(document[Drivers], link, source=old.target, target=old.source))

    return Edit(_("Turn link"), apply)


def turned(drivers: Iterable[Id]) -> tuple[Id, ...]:
    """The same loop, beginning with the smallest id."""
    loop = tuple(drivers)
    first = loop.index(min(loop))
    return loop[first:] + loop[:first]


def loop_names(document: Document) -> dict[tuple[Id, ...], str]:
    """The names of loops, by their drivers as ``turned`` gives them."""
    return {held.drivers: held.name for held in document[Network].loop_names}


def name_loop(drivers: Iterable[Id], name: str) -> Edit:
    """Call a loop by a name; an empty name takes it away."""
    loop = turned(drivers)

    def apply(document: Document) -> Document:
        part = document[Network]
        others = tuple(held for held in part.loop_names if held.drivers != loop)
        fresh = (LoopName(drivers=loop, name=name),) if name else ()
        return document.put(part.but(loop_names=(*others, *fresh)))

    return Edit(_("Name loop"), apply, merge=("loop name", loop))


def count_potential(strength: int) -> Edit:
    """Let links that are only possible count with this strength (1..3), or not at all (0)."""
    return Edit(
        _("Count what is only possible"),
        lambda document: document.put(document[Network].but(potential_strength=strength)),
        merge=("potential strength",),
    )


def seek_loops(longest: int) -> Edit:
    """Look for loops of at most so many links (2..8)."""
    return Edit(
        _("Length of loops"),
        lambda document: document.put(document[Network].but(longest_loop=longest)),
        merge=("longest loop",),
    )
