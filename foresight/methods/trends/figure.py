"""The impact x uncertainty map as a figure: numbered dots, whose names stand in the list beside it."""

from collections.abc import Callable, Sequence

from reportlab.graphics.shapes import Drawing

from foresight.core.look import Look
from foresight.core.spacing import Point
from foresight.core.words import _, ngettext
from foresight.methods.trends.analysis import Row, impact_words, uncertainty_words
from foresight.methods.trends.dots import CROSSES, DOTS
from foresight.methods.trends.placing import Plane, burst
from foresight.model.ratings import ZONES, Ratings
from foresight.model.trends import KINDS, Kind
from foresight.reporting.drawing import Anchor, Figure, blank, box, circle, label, line, paragraph, polygon, text_width

Draw = Callable[[float, float, Look], Figure]
"""(width, height, look) -> a figure of that size in points."""

TEXT = 8.0
LEADING = 12.0
DOT = 7.0
"""The radius of a dot where there is room, in points."""
CAP = 2.0
AXIS = 14.0
"""The room for a line of words along an axis."""


def rating_map(table: Sequence[Row], lines: Ratings, width: float, height: float, look: Look) -> Figure:
    """Impact to the right, uncertainty upwards, four tinted zones; a cross spans the middle half of the ratings."""
    d = blank(width, height)
    rated = {row.trend.id: row for row in table if row.standing}
    key = kind_key(d, [row.trend.kind for row in rated.values()], 0, 3, width, look)
    left, bottom = 2 * AXIS, 2 * AXIS + key
    strip = _strip(lines, width - left)
    plane = Plane(width - left, height - bottom - 2 * strip)
    _zones(d, plane, lines, left, bottom, strip, look)
    _axes(d, plane, left, bottom, strip, look)
    places = {trend: (row.standing.impact, row.standing.uncertainty) for trend, row in rated.items() if row.standing}
    points, radius = burst(places, lines, plane, DOT)
    at = {trend: (left + x, bottom + strip + y) for trend, (x, y) in points.items()}
    if len(rated) <= CROSSES:
        for trend, row in rated.items():
            _cross(d, row, at[trend], plane, (left, bottom + strip), look)
    for trend, row in rated.items():
        numbered(d, row.trend.kind, row.number, at[trend], radius, look)
    return d


def _strip(lines: Ratings, width: float) -> float:
    """The room for the words of the zones, above and below the plane: a line, or two where a zone is narrow."""
    boxes = Plane(width, 1).zones(lines)
    tight = any(text_width(_(ZONES[zone]), TEXT, bold=True) > x2 - x1 - 8 for zone, (x1, _y1, x2, _y2) in boxes.items())
    return 2 * TEXT * 1.3 + 5 if tight else TEXT * 1.3 + 5


def _zones(d: Drawing, plane: Plane, lines: Ratings, left: float, bottom: float, strip: float, look: Look) -> None:
    """The tints, the words in their outer corners, and the lines between them."""
    full = plane.height + 2 * strip
    split_x, split_y = plane.at(lines.impact_line, lines.uncertainty_line)
    for zone, (x1, y1, x2, y2) in plane.zones(lines).items():
        upper, right = zone in ("critical", "watch"), zone in ("critical", "given")
        low, high = (y1 + strip, full) if upper else (0.0, y2 + strip)
        box(d, left + x1, bottom + low, x2 - x1, high - low, fill=look[zone])
        x, y = left + (x2 - 4 if right else x1 + 4), bottom + (full - 1 if upper else strip - 2)
        anchor: Anchor = "end" if right else "start"
        room = max(1.0, x2 - x1 - 8)
        paragraph(d, x, y, _(ZONES[zone]), room, TEXT, colour=look.ink, lines=2, bold=True, anchor=anchor)
    line(d, left + split_x, bottom, left + split_x, bottom + full, look.muted, 0.75, (3, 2))
    line(d, left, bottom + strip + split_y, left + plane.width, bottom + strip + split_y, look.muted, 0.75, (3, 2))


def _axes(d: Drawing, plane: Plane, left: float, bottom: float, strip: float, look: Look) -> None:
    """The scales with their steps, and what both ends mean."""
    for score in range(1, 6):
        x, y = plane.at(score, score)
        label(d, left + x, bottom - AXIS + 4, str(score), TEXT, colour=look.muted, anchor="middle")
        label(d, left - 4, bottom + strip + y - 3, str(score), TEXT, colour=look.muted, anchor="end")
    right, top = left + plane.width, bottom + plane.height + 2 * strip
    low, name, high = impact_words()
    label(d, left, bottom - 2 * AXIS + 5, low, TEXT, colour=look.muted)
    label(d, (left + right) / 2, bottom - 2 * AXIS + 5, name, TEXT, colour=look.ink, bold=True, anchor="middle")
    label(d, right, bottom - 2 * AXIS + 5, high, TEXT, colour=look.muted, anchor="end")
    low, name, high = uncertainty_words()
    label(d, 9, bottom, low, TEXT, colour=look.muted, angle=90)
    label(d, 9, (bottom + top) / 2, name, TEXT, colour=look.ink, bold=True, anchor="middle", angle=90)
    label(d, 9, top, high, TEXT, colour=look.muted, anchor="end", angle=90)


def _cross(d: Drawing, row: Row, at: Point, plane: Plane, origin: Point, look: Look) -> None:
    """From the lower to the upper quartile on both scales, through the dot."""
    if row.impact is None or row.uncertainty is None:
        return
    (x, y), (left, bottom) = at, origin
    start, end = plane.at(row.impact.lower, row.uncertainty.lower), plane.at(row.impact.upper, row.uncertainty.upper)
    if row.impact.spread:
        _bar(d, (left + start[0], y), (left + end[0], y), (0, CAP), look)
    if row.uncertainty.spread:
        _bar(d, (x, bottom + start[1]), (x, bottom + end[1]), (CAP, 0), look)


def _bar(d: Drawing, start: Point, end: Point, cap: Point, look: Look) -> None:
    """A line with a cap, of half the given size, across each end."""
    line(d, *start, *end, look.muted, 0.7)
    for x, y in (start, end):
        line(d, x - cap[0], y - cap[1], x + cap[0], y + cap[1], look.muted, 0.7)


def numbered(d: Drawing, kind: Kind, number: int | str, at: Point, radius: float, look: Look) -> None:
    """A dot with its number; the kind of trend gives its shape and filling."""
    (x, y), dot = at, DOTS[kind]
    fill, rim = look[dot.fill], look.accent
    if dot.shape == "circle":
        circle(d, x, y, radius, fill, rim)
    elif dot.shape == "square":
        half = 0.88 * radius
        box(d, x - half, y - half, 2 * half, 2 * half, fill, rim, radius=0.3 * radius)
    else:
        reach = 1.15 * radius
        polygon(d, [(x, y + reach), (x + reach, y), (x, y - reach), (x - reach, y)], fill, rim)
    text = str(number)
    wide = text_width(text, TEXT, bold=True)
    type_size = min(TEXT, TEXT * 1.95 * radius / wide) if wide else TEXT
    label(d, x, y - 0.35 * type_size, text, type_size, colour=look[dot.ink], anchor="middle", bold=True)


def kind_key(d: Drawing, kinds: Sequence[Kind], x: float, y: float, width: float, look: Look) -> float:
    """The key of the kinds in use, in lines from ``y`` upwards; nothing when all are plain trends. Its height."""
    used = [kind for kind in KINDS if kind in kinds]
    if used in ([], ["trend"]):
        return 0.0
    rows: list[list[Kind]] = [[]]
    room = width
    for kind in used:
        wide = 20 + text_width(_(KINDS[kind]), TEXT)
        if rows[-1] and wide > room:
            rows.append([])
            room = width
        rows[-1].append(kind)
        room -= wide
    for up, row in enumerate(reversed(rows)):
        at = x
        for kind in row:
            numbered(d, kind, "", (at + 5, y + 12 * up + 3), 4, look)
            label(d, at + 12, y + 12 * up, _(KINDS[kind]), TEXT, colour=look.muted)
            at += 20 + text_width(_(KINDS[kind]), TEXT)
    return 12.0 * len(rows) + 4


def with_names(draw: Draw, table: Sequence[Row], width: float, height: float, look: Look) -> Figure:
    """A figure by ``draw(width, height, look)`` with the numbers and names beside it, so that it stands on its own.

    Names are shortened to their column; those that find no room are counted in the last line.
    """
    share = 0.6 if width > 500 else 1.0
    d = draw(share * width, height, look)
    left, room = share * width + 16, (1 - share) * width - 16
    d.width = width
    if room < 60:
        return d
    in_column = max(1, int(height / LEADING) - 1)
    columns = min(2, -(-len(table) // in_column))
    shown = table if len(table) <= columns * in_column else table[: columns * in_column - 1]
    wide = room / max(1, columns)
    for at, row in enumerate(shown):
        x, y = left + at // in_column * wide, height - (at % in_column + 1) * LEADING
        label(d, x + 14, y, str(row.number), TEXT, colour=look.muted, anchor="end")
        label(d, x + 19, y, row.trend.title, TEXT, colour=look.ink, width=wide - 24)
    if more := len(table) - len(shown):
        said = ngettext("{n} more", "{n} more", more).format(n=more)
        label(d, left + (columns - 1) * wide + 19, LEADING / 2, said, TEXT, colour=look.muted)
    return d
