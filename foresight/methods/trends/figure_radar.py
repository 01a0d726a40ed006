"""The trend radar as a figure: sectors are categories, rings say act, prepare or monitor."""

from collections.abc import Collection, Sequence
from math import cos, degrees, hypot, tau

from reportlab.graphics.shapes import Drawing

from foresight.core.look import Look
from foresight.core.spacing import Point
from foresight.core.words import _
from foresight.methods.trends.analysis import Row
from foresight.methods.trends.dots import POINTERS, RING_TINTS
from foresight.methods.trends.figure import TEXT, kind_key, numbered
from foresight.methods.trends.placing import RADII, Blip, at_bearing, radar
from foresight.model.trends import CATEGORIES, RINGS, Status
from foresight.reporting.drawing import Figure, blank, box, circle, label, line, polygon, text_width

BLIP = 6.6
"""The radius of a blip where there is room, in points."""
RIM = 14.0
"""The room for the names of the sectors."""


def trend_radar(table: Sequence[Row], width: float, height: float, look: Look) -> Figure:
    """Every trend that has a ring, as a numbered blip in its sector."""
    d = blank(width, height)
    rows = {row.trend.id: row for row in table if row.trend.ring is not None}
    key = kind_key(d, [row.trend.kind for row in rows.values()], 0, 3, width, look)
    whole = min(width, height - key) / 2 - RIM
    if not _rings_have_room(whole):
        said = _("From the centre: {rings}").format(rings=" – ".join(_(name) for name in RINGS.values()))
        label(d, width / 2, key + 3, said, TEXT, colour=look.muted, anchor="middle", width=width)
        key += 14
        whole = min(width, height - key) / 2 - RIM
    centre = width / 2, key + (height - key) / 2
    _rings(d, centre, whole, look)
    _sectors(d, centre, whole, rows.values(), look)
    layout = radar((row.trend for row in rows.values()), BLIP / whole)
    for blip in layout.blips:
        row = rows[blip.trend]
        at = centre[0] + blip.x * whole, centre[1] + blip.y * whole
        numbered(d, row.trend.kind, row.number, at, layout.radius * whole, look)
        _pointer(d, row.trend.status, blip, at, layout.radius * whole, look)
    return d


def _rings(d: Drawing, centre: Point, whole: float, look: Look) -> None:
    """The rings from the outermost inwards, and their names along the first boundary where there is room."""
    for ring, share in reversed(list(zip(RINGS, RADII, strict=True))):
        circle(d, *centre, share * whole, look[RING_TINTS[ring]], look.line)
    for sector in range(len(CATEGORIES)):
        end = at_bearing(whole, sector * tau / len(CATEGORIES))
        line(d, *centre, centre[0] + end[0], centre[1] + end[1], look.line)
    if not _rings_have_room(whole):
        return
    for (ring, name), middle in zip(RINGS.items(), _middles(), strict=True):
        y, half = centre[1] + middle * whole, text_width(_(name), TEXT) / 2 + 2
        box(d, centre[0] - 5, y - half, 10, 2 * half, look[RING_TINTS[ring]])
        label(d, centre[0] + 2.8, y, _(name), TEXT, colour=look.muted, anchor="middle", angle=90)


def _middles() -> list[float]:
    """The radius in the middle of each ring, as a share of the whole."""
    return [(inner + outer) / 2 for inner, outer in zip((0.0, *RADII), RADII, strict=False)]


def _rings_have_room(whole: float) -> bool:
    narrowest = min(outer - inner for inner, outer in zip((0.0, *RADII), RADII, strict=False)) * whole
    return max(text_width(_(name), TEXT) for name in RINGS.values()) + 4 <= narrowest


def _sectors(d: Drawing, centre: Point, whole: float, rows: Collection[Row], look: Look) -> None:
    """The names of the sectors around the rim, each with how many trends it shows."""
    width = tau / len(CATEGORIES)
    for index, (category, name) in enumerate(CATEGORIES.items()):
        n = sum(row.trend.category == category for row in rows)
        angle = (index + 0.5) * width
        upper = cos(angle) > -0.01
        x, y = at_bearing(whole + (4 if upper else 4 + 0.7 * TEXT), angle)
        text = f"{_(name)} {n}"
        turn = -degrees(angle) if upper else 180 - degrees(angle)
        label(
            d, centre[0] + x, centre[1] + y, text, TEXT, colour=look.ink if n else look.muted, bold=True,
            anchor="middle", width=width * whole, angle=turn,
        )  # fmt: skip


def _pointer(d: Drawing, status: Status, blip: Blip, at: Point, radius: float, look: Look) -> None:
    """A small point on the rim of a blip that moved, inwards or outwards; a second rim around a new one."""
    if status == "new":
        circle(d, *at, 1.13 * radius, None, look.accent, 0.6)
    if status not in POINTERS:
        return
    away = hypot(blip.x, blip.y) or 1.0
    ux, uy = POINTERS[status] * blip.x / away, POINTERS[status] * blip.y / away
    base, tip, half = 0.95 * radius, 1.45 * radius, 0.4 * radius
    x, y = at
    corners = [(x + tip * ux, y + tip * uy)]
    corners += [(x + base * ux - side * half * uy, y + base * uy + side * half * ux) for side in (1, -1)]
    polygon(d, corners, look.ink)
