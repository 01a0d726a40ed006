"""A page that a table fills in by hand: whose it is stands at the top. Sizes are in points."""

from foresight.core.look import Look
from foresight.core.words import _
from foresight.reporting.cutting import PAGE
from foresight.reporting.drawing import Figure, blank, box, label, line

MARGIN, TOP = 42.0, 92.0
"""Around the page, and above its first row."""
NAME, FINE = 13.0, 8.5
SQUARE = 11.0
"""A box to tick."""


def handout(title: str, group: str, look: Look) -> Figure:
    """A page with the title of the workshop and the name of the group; with a line to write on where it has none."""
    width, height = PAGE
    d = blank(width, height)
    box(d, 0, 0, width, height, fill=look.surface)
    label(d, MARGIN, height - MARGIN, title, FINE, colour=look.muted, width=width - 2 * MARGIN)
    label(d, MARGIN, height - MARGIN - 18, group or _("Group"), NAME, colour=look.ink, bold=True, width=width / 2)
    if not group:
        line(d, MARGIN + 60, height - MARGIN - 20, width / 2, height - MARGIN - 20, look.line, 0.75)
    return d


def tick(d: Figure, x: float, y: float, look: Look, size: float = SQUARE) -> None:
    """A box to tick around (x, y)."""
    box(d, x - size / 2, y - size / 2, size, size, stroke=look.muted, width=0.75)
