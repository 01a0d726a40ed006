"""The strongest links as boxes and arrows, a column for each role, drivers first and results last. Sizes in points."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, sin

from foresight.core.document import Document, Id
from foresight.core.look import Look
from foresight.core.spacing import Point
from foresight.core.words import _
from foresight.methods.network.analysis import ROLE_TINTS, ROLES_MANY, parts, strongest
from foresight.methods.network.figure_ground import SIZE
from foresight.methods.network.layout import columns, joined
from foresight.methods.network.marks import Bow, Rect, clear_share, distance, on_bow
from foresight.model.drivers import Delay, Drivers, Link, Sign
from foresight.model.judgements import contested_links
from foresight.reporting.drawing import Figure, arrow, blank, box, circle, label, line, paragraph, wrapped

HEAD, FOOT = 16.0, 16.0
"""Room for the names of the columns and for the key."""
GAP = 28.0
"""Between columns, at least."""
ROWS = 5

TOKENS: dict[Sign, str] = {"+": "positive", "-": "negative", "?": "muted"}
DASHES: dict[Sign, tuple[float, ...] | None] = {"+": None, "-": (5, 2.5), "?": (1.5, 2)}
SYMBOLS: dict[Sign, str] = {"+": "+", "-": "−", "?": "?"}
BARS: dict[Delay, int] = {"short": 0, "medium": 1, "long": 2}
"""Bars across a link for its delay, as in causal loop diagrams."""
MARK = 4.4
"""Radius of the mark of a sign."""
RING = 3.0
"""How much larger the second ring is, of a link that groups see differently."""
BENDS = (0.04, -0.04, 0.1, -0.1, 0.18, -0.18, 0.28, -0.28)
"""How links between columns may bow, the flattest first."""
WIDTHS = (0.75, 0.75, 1.5, 2.4)
"""Widths of lines by strength."""


@dataclass(frozen=True)
class _Box:
    """A driver on the paper; (x, y) is its middle."""

    x: float
    y: float
    w: float
    h: float
    column: int

    @property
    def rect(self) -> Rect:
        return self.x - self.w / 2, self.y - self.h / 2, self.x + self.w / 2, self.y + self.h / 2


def network(document: Document, width: float, height: float, look: Look) -> Figure:
    """The drivers and links that ``strongest`` keeps; colour, dash and mark say the sign, width the strength."""
    d = blank(width, height)
    drivers, links = strongest(document)
    if not links:
        return d
    boxes, heads = _boxes(document, drivers, links, width, height)
    for x, text in heads:
        label(d, x, height - 9, text, SIZE, colour=look.muted, anchor="middle", width=width / len(heads) - 6)
    ends = _ends(boxes, links, (FOOT, height - HEAD))
    for link, held in zip(links, ends, strict=True):
        _draw_link(d, link, *held, look)
    part = parts(document)
    titles = {driver.id: driver.title for driver in document[Drivers].drivers}
    for driver, at in boxes.items():
        tint = look[ROLE_TINTS[part[driver].role]]
        box(d, at.x - at.w / 2, at.y - at.h / 2, at.w, at.h, fill=tint, stroke=look.muted, radius=4)
        text_height = len(wrapped(titles[driver], at.w - 6, SIZE, lines=_lines(at))) * SIZE * 1.3
        top = at.y + text_height / 2
        paragraph(d, at.x, top, titles[driver], at.w - 6, SIZE, colour=look.ink, lines=_lines(at), anchor="middle")
    contested = contested_links(document) & {link.id for link in links}
    for link, (x, y) in zip(links, _marks(ends, boxes.values()), strict=True):
        if link.id in contested:
            circle(d, x, y, MARK + RING * 0.6, fill=look.surface, stroke=look[TOKENS[link.sign]])
        circle(d, x, y, MARK, fill=look.surface, stroke=look[TOKENS[link.sign]])
        label(d, x, y - 2.8, SYMBOLS[link.sign], SIZE, colour=look[TOKENS[link.sign]], anchor="middle", bold=True)
    label(d, 0, 3, key_to_links(is_contested=bool(contested)), SIZE, colour=look.muted, width=width)
    return d


def key_to_links(*, is_contested: bool) -> str:
    """What the marks of links mean; a word about the second ring where there is one."""
    key = _("+ same direction, − opposite direction, ? undecided. Thick: strong. Bars across: it takes time.")
    return f"{key} {_('Double ring: groups disagree.')}" if is_contested else key


def _lines(at: _Box) -> int:
    return max(1, int((at.h - 4) / (SIZE * 1.3)))


def _boxes(
    document: Document, drivers: Sequence[Id], links: Sequence[Link], width: float, height: float
) -> tuple[dict[Id, _Box], list[tuple[float, str]]]:
    """A box for each driver, and where which name of a column stands."""
    held = parts(document)
    roles = [held[driver].role for driver in drivers]
    index = {driver: at for at, driver in enumerate(drivers)}
    found: dict[Id, _Box] = {}
    heads: list[tuple[float, str]] = []
    shown = columns(roles, joined(links, index), ROWS)
    pitch = width / len(shown)
    tall = (height - HEAD - FOOT) / max(len(column) for column in shown)
    for place, column in enumerate(shown):
        x = (place + 0.5) * pitch
        heads.append((x, _(ROLES_MANY[roles[column[0]]])))
        step = (height - HEAD - FOOT) / len(column)
        for row, one in enumerate(column):
            y = height - HEAD - (row + 0.5) * step
            found[drivers[one]] = _Box(x, y, min(pitch - GAP, 130), min(tall - 8, 44), place)
    return found, heads


_Ends = tuple[Point, Point, float]
"""Where a link begins and ends, and how it bends."""


def _ends(boxes: Mapping[Id, _Box], links: Sequence[Link], heights: tuple[float, float]) -> list[_Ends]:
    """The ends of each link, at the sides of its boxes without touching another; it bends inside ``heights``."""
    last = max(at.column for at in boxes.values())
    ports: dict[tuple[Id, int], list[tuple[float, int, int]]] = defaultdict(list)
    sides = []
    for number, link in enumerate(links):
        source, target = boxes[link.source], boxes[link.target]
        onward = target.column - source.column
        out = (1 if source.column < last else -1) if onward == 0 else 1 if onward > 0 else -1
        into = out if onward == 0 else -out
        sides.append((out, into))
        ports[link.source, out].append((-target.y, number, 0))
        ports[link.target, into].append((-source.y, number, 1))
    places: dict[tuple[int, int], Point] = {}
    for (driver, side), held in ports.items():
        at = boxes[driver]
        step = min(9.0, (at.h - 8) / max(len(held) - 1, 1))
        for row, (_other, number, end) in enumerate(sorted(held)):
            places[number, end] = (at.x + side * at.w / 2, at.y + ((len(held) - 1) / 2 - row) * step)
    rects = [at.rect for at in boxes.values()]
    return [
        (places[n, 0], places[n, 1], _bend(places[n, 0], places[n, 1], *sides[n], rects, heights))
        for n in range(len(links))
    ]


def _bend(start: Point, end: Point, out: int, into: int, rects: Sequence[Rect], heights: tuple[float, float]) -> float:
    """Links inside a column bow away from it, others as little as they can without running behind boxes."""
    if out != into:
        return min(BENDS, key=lambda bend: _hidden(_bow(start, end, bend), rects, heights))
    length = max(hypot(end[0] - start[0], end[1] - start[1]), 1)
    away = min(0.4, (GAP / 2 - 2) / length)
    return away * out * (1 if end[1] < start[1] else -1)


def _bow(start: Point, end: Point, bend: float) -> Bow:
    """The curve that ``arrow`` draws."""
    (x1, y1), (x2, y2) = start, end
    return start, ((x1 + x2) / 2 - (y2 - y1) * bend * 2, (y1 + y2) / 2 + (x2 - x1) * bend * 2), end


def _hidden(bow: Bow, rects: Sequence[Rect], heights: tuple[float, float]) -> int:
    """How much of a curve lies behind boxes or outside these heights, in fortieths."""
    points = [on_bow(bow, step / 40) for step in range(2, 39)]
    outside = sum(not heights[0] <= y <= heights[1] for _x, y in points)
    return outside + sum(any(distance(point, rect) < 2 for rect in rects) for point in points[2:-2])


def _marks(ends: Sequence[_Ends], boxes: Iterable[_Box]) -> list[Point]:
    """Where the marks of the signs go: near the points, clear of boxes and of each other; short links choose first."""
    rects = [at.rect for at in boxes]
    lengths = [hypot(end[0] - start[0], end[1] - start[1]) for start, end, _bend in ends]
    found: dict[int, Point] = {}
    for at in sorted(range(len(ends)), key=lambda at: lengths[at]):
        bow, length = _bow(*ends[at]), max(lengths[at], 1)
        within = min(MARK / length, 0.5), max(1 - 10 / length, 0.5)
        share = clear_share(bow, max(1 - 13 / length, 0.5), within, rects, found.values(), MARK)
        found[at] = on_bow(bow, share)
    return [found[at] for at in range(len(ends))]


def _draw_link(d: Figure, link: Link, start: Point, end: Point, bend: float, look: Look) -> None:
    """An arrow, with bars for its delay where it begins."""
    colour, width = look[TOKENS[link.sign]], WIDTHS[link.strength]
    middle = arrow(d, *start, *end, colour, width, head=4 + width, bend=bend, dash=DASHES[link.sign])
    angle = atan2(middle[1] - start[1], middle[0] - start[0])
    for bar in range(BARS[link.delay]):
        x, y = _away(start, middle, 6 + 2.5 * bar)
        across, up = 3.5 * sin(angle), -3.5 * cos(angle)
        line(d, x - across, y - up, x + across, y + up, colour, 1)


def _away(start: Point, towards: Point, length: float) -> Point:
    """The point at this distance from ``start``."""
    share = length / max(hypot(towards[0] - start[0], towards[1] - start[1]), length)
    return start[0] + share * (towards[0] - start[0]), start[1] + share * (towards[1] - start[1])
