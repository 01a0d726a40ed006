"""The canvas on paper: every driver where it stands on the screen, every link, every cluster. Sizes are in points."""

from collections.abc import Iterable, Sequence
from math import hypot

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.spacing import Point
from foresight.methods.network.analysis import ROLE_TINTS, parts
from foresight.methods.network.figure_clusters import ABOVE, draw_clusters, draw_names
from foresight.methods.network.figure_links import BARS, DASHES, RING, SYMBOLS, TOKENS, WIDTHS, key_to_links
from foresight.methods.network.marks import Bow, Rect, clear_share, on_bow
from foresight.methods.network.model import NODE, Network, places
from foresight.model.drivers import Drivers, Link
from foresight.model.judgements import contested_links
from foresight.reporting.drawing import Figure, arrow, blank, box, circle, label, line, paragraph, wrapped

MARGIN = 24.0
KEY = 20.0
"""Room for the key below."""
SIZE = 12.0
SMALL = 10.0
MARK = 7.0
"""Radius of the mark of a sign."""
MANY = 300
"""Links; the marks of more of them stand in the middle, whatever is there."""
BEND = 0.08
"""Links bow a little, so that two of them between the same drivers lie apart."""
WIDEST = 1_400.0
"""Points across or up, at most: a wider canvas is drawn smaller."""
SMALLEST = (620.0, 200.0)
"""Wide enough for the key."""


def canvas(document: Document, look: Look) -> Figure:
    """The network as it stands on the canvas; its size follows from what is there. One point for each pixel."""
    spots = places(document)
    if not spots:
        return blank(*SMALLEST)
    left, right = min(x for x, _y in spots.values()), max(x for x, _y in spots.values())
    top, bottom = min(y for _x, y in spots.values()), max(y for _x, y in spots.values())
    margin = MARGIN + (ABOVE if document[Network].clusters else 0)
    width, height = right - left + NODE[0] + 2 * margin, bottom - top + NODE[1] + 2 * margin + KEY
    at = {
        driver: (x - left + NODE[0] / 2 + margin, bottom - y + NODE[1] / 2 + margin + KEY)
        for driver, (x, y) in spots.items()
    }
    d = blank(max(width, SMALLEST[0]), height)
    draw_clusters(d, document, at, look)
    ends = [(link, *_ends(at[link.source], at[link.target])) for link in document[Drivers].links]
    for link, start, end in ends:
        _draw_link(d, link, start, end, look)
    _draw_drivers(d, document, at, look)
    contested = contested_links(document)
    for (link, _start, _end), (x, y) in zip(ends, _marks([_bow(*held[1:]) for held in ends], at.values()), strict=True):
        if link.id in contested:
            circle(d, x, y, MARK + RING, fill=look.surface, stroke=look[TOKENS[link.sign]])
        circle(d, x, y, MARK, fill=look.surface, stroke=look[TOKENS[link.sign]])
        label(d, x, y - 3.6, SYMBOLS[link.sign], SMALL, colour=look[TOKENS[link.sign]], anchor="middle", bold=True)
    draw_names(d, document, at, look)
    key = key_to_links(is_contested=bool(contested))
    label(d, MARGIN, MARGIN / 2, key, SMALL, colour=look.muted, width=d.width - 2 * MARGIN)
    return d.fitted(WIDEST)


def _marks(bows: Sequence[Bow], spots: Iterable[Point]) -> list[Point]:
    """Where the marks of the signs go: clear of drivers and of each other, as long as there are not too many."""
    rects = [_rect(spot) for spot in spots]
    found: list[Point] = []
    for bow in bows:
        share = clear_share(bow, 0.5, (0.15, 0.85), rects, found, MARK) if len(bows) <= MANY else 0.5
        found.append(on_bow(bow, share))
    return found


def _rect(spot: Point) -> Rect:
    x, y = spot
    return x - NODE[0] / 2, y - NODE[1] / 2, x + NODE[0] / 2, y + NODE[1] / 2


def _draw_drivers(d: Figure, document: Document, at: dict[str, Point], look: Look) -> None:
    held = parts(document)
    width, height = NODE
    for driver in document[Drivers].drivers:
        x, y = at[driver.id]
        tint = look[ROLE_TINTS[held[driver.id].role]]
        box(d, x - width / 2, y - height / 2, width, height, fill=tint, stroke=look.muted, radius=6)
        tall = len(wrapped(driver.title, width - 16, SIZE, lines=3)) * SIZE * 1.3
        paragraph(d, x, y + tall / 2, driver.title, width - 16, SIZE, colour=look.ink, lines=3, anchor="middle")


def _ends(start: Point, end: Point) -> tuple[Point, Point]:
    """Where a link leaves one driver and meets the other, coming from where its bow would."""
    bow = _bow(start, end)
    return _border(start, bow[1]), _border(end, bow[1])


def _border(middle: Point, towards: Point) -> Point:
    """The point of the border of a driver in the direction of another point."""
    dx, dy = towards[0] - middle[0], towards[1] - middle[1]
    reach = max(abs(dx) / (NODE[0] / 2 + 2), abs(dy) / (NODE[1] / 2 + 2))
    return (middle[0] + dx / reach, middle[1] + dy / reach) if reach > 1 else middle


def _bow(start: Point, end: Point) -> Bow:
    """The curve that ``arrow`` draws."""
    (x1, y1), (x2, y2) = start, end
    return start, ((x1 + x2) / 2 - (y2 - y1) * BEND * 2, (y1 + y2) / 2 + (x2 - x1) * BEND * 2), end


def _draw_link(d: Figure, link: Link, start: Point, end: Point, look: Look) -> None:
    """An arrow, with bars for its delay where it begins; dotted and thin when it is only possible."""
    colour, width = look[TOKENS[link.sign]], WIDTHS[0] if link.potential else WIDTHS[link.strength] * 1.3
    dash = (2, 3) if link.potential else DASHES[link.sign]
    middle = arrow(d, *start, *end, colour, width, head=7 + width, bend=BEND, dash=dash)
    length = hypot(middle[0] - start[0], middle[1] - start[1])
    if not length:
        return
    ahead = (middle[0] - start[0]) / length, (middle[1] - start[1]) / length
    for bar in range(BARS[link.delay]):
        x, y = start[0] + ahead[0] * (9 + 4 * bar), start[1] + ahead[1] * (9 + 4 * bar)
        line(d, x - 5 * ahead[1], y + 5 * ahead[0], x + 5 * ahead[1], y - 5 * ahead[0], colour, 1.2)
