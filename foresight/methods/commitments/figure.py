"""How far the commitments are ready: a bar for each thing that they need. Sizes are in points."""

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.words import _
from foresight.methods.commitments.analysis import tally
from foresight.model.patterns import of_all
from foresight.reporting.drawing import Figure, blank, box, label, mix, text_width

TEXT = 8.5
ROW = 18.0
"""Height of a bar with the room around it."""
THICK = 9.0
LARGEST = 1.8
"""So much higher rows become at most where there is room."""


def needs(document: Document) -> tuple[tuple[str, int, int], ...]:
    """What commitments need: its name, how many have it, of how many. Gains are confirmed of those that name one."""
    held = tally(document)
    return (
        (_("Who"), held.owned, held.n),
        (_("First small step"), held.stepped, held.n),
        (_("Start date"), held.dated, held.n),
        (_("Measure"), held.measured, held.n),
        (_("Gain named"), held.gains, held.n),
        (_("Gain confirmed"), held.confirmed, held.gains),
    )


def bars(document: Document, width: float, height: float, look: Look) -> Figure:
    """A bar for each need: full is every commitment (for confirmed gains, every one that names a gain)."""
    d = blank(width, height)
    rows = needs(document)
    side = min(0.38 * width, 12 + max(text_width(name, TEXT) for name, _count, _n in rows))
    told = [of_all(count, n) if n else "–" for _name, count, n in rows]
    end = min(0.45 * width, 10 + max(text_width(text, TEXT) for text in told))
    most, step = max(width - side - end, 1.0), min(height / len(rows), ROW * LARGEST)
    for at, ((name, count, n), text) in enumerate(zip(rows, told, strict=True)):
        y = height - (at + 0.5) * step
        label(d, 0, y - TEXT / 3, name, TEXT, colour=look.ink, width=side - 8)
        box(d, side, y - THICK / 2, most, THICK, fill=mix(look.line, look.surface, 0.6))
        if count:
            box(d, side, y - THICK / 2, most * count / n, THICK, fill=look.accent)
        label(d, side + most + 8, y - TEXT / 3, text, TEXT, colour=look.ink, width=end - 8)
    return d


def bars_height(document: Document) -> float:
    """How high the bars are in print."""
    return ROW * len(needs(document))
