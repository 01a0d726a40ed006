"""The tableau as a picture. Sizes are in points."""

from collections.abc import Sequence

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.words import _, number
from foresight.methods.cib.analysis import board
from foresight.methods.cib.listing import Line
from foresight.methods.cib.names import names
from foresight.methods.cib.tableau import spans, titled
from foresight.reporting.drawing import Anchor, Figure, blank, box, label, line, paragraph, text_width, wrapped

TINTS = ("given", "critical", "watch", "warm", "drop", "cool", "selection", "raised")
"""Behind the first, second ... variant of a descriptor; each cell says its variant too."""
SIZE, LEADING, PAD = 8.5, 1.3, 4
LABELS = 0.2
"""The share of the width that the names of the descriptors take."""
NARROWEST, WIDEST = 32, 72
"""Of the text in a column."""
MOST_LINES = 3
"""Of text in a cell."""


def tableau_width(document: Document, shown: Sequence[Line]) -> float:
    """How wide the tableau must be for the longest word to fit its column, up to ``WIDEST``."""
    name = names(document)
    words = [word for line in shown for variant in line.variants for word in name[variant].split()]
    longest = max((text_width(word[:100], SIZE) for word in words), default=0)
    return len(shown) * (min(max(longest, NARROWEST), WIDEST) + 2 * PAD) / (1 - LABELS)


def tableau_height(document: Document, shown: Sequence[Line], width: float) -> float:
    """How high the tableau is at this width."""
    return _head(document, shown, width) + sum(_heights(document, shown, width)) + SIZE * LEADING + 2 * PAD


def tableau(document: Document, shown: Sequence[Line], width: float, height: float, look: Look) -> Figure:
    """Descriptors as rows, combinations as columns; neighbouring cells with the same variant are one.

    It is drawn from the top; what is left of ``height`` below stays empty.
    """
    d = blank(width, height)
    held, name, left = board(document), names(document), width * LABELS
    step = (width - left) / max(len(shown), 1)
    top = height - _head(document, shown, width)
    for at, title in enumerate(titled(document, shown)):
        x = left + (at + 0.5) * step
        rows = len(wrapped(title, step - 2 * PAD, SIZE, True, MOST_LINES))
        start = top + rows * SIZE * LEADING + PAD
        paragraph(
            d, x, start, title, step - 2 * PAD, SIZE, colour=look.ink, lines=MOST_LINES, bold=True, anchor="middle"
        )
    columns = [line.variants for line in shown]
    for row, high in enumerate(_heights(document, shown, width)):
        line(d, 0, top, left, top, look.line)
        _text(d, 0, top, high, name[held.descriptors[row]], left - PAD, look, middle=False)
        for span in spans(columns, row):
            x, wide = left + span.first * step, (span.last - span.first + 1) * step
            place = held.places[span.variant][1]
            box(d, x, top - high, wide, high, fill=look[TINTS[place % len(TINTS)]], stroke=look.surface, width=1.5)
            _text(d, x + wide / 2, top, high, name[span.variant], wide - 2 * PAD, look, middle=True)
        top -= high
    line(d, 0, top, width, top, look.line)
    y = top - PAD - SIZE
    label(d, 0, y, _("Consistency"), SIZE, colour=look.muted, width=left - PAD)
    for at, shown_line in enumerate(shown):
        value = number(shown_line.consistency)
        label(d, left + (at + 0.5) * step, y, value, SIZE, colour=look.muted, anchor="middle")
    return d


def _text(d: Figure, x: float, top: float, high: float, text: str, width: float, look: Look, *, middle: bool) -> None:
    rows = len(wrapped(text, width, SIZE, not middle, MOST_LINES))
    start = top - (high - rows * SIZE * LEADING) / 2
    anchor: Anchor = "middle" if middle else "start"
    paragraph(d, x, start, text, width, SIZE, colour=look.ink, lines=MOST_LINES, bold=not middle, anchor=anchor)


def _head(document: Document, shown: Sequence[Line], width: float) -> float:
    step = width * (1 - LABELS) / max(len(shown), 1)
    rows = [len(wrapped(title, step - 2 * PAD, SIZE, True, MOST_LINES)) for title in titled(document, shown)]
    return max(rows, default=1) * SIZE * LEADING + 2 * PAD


def _heights(document: Document, shown: Sequence[Line], width: float) -> list[float]:
    """The height of each row: that of its longest text."""
    held, name, left = board(document), names(document), width * LABELS
    step = (width - left) / max(len(shown), 1)
    columns = [line.variants for line in shown]
    heights = []
    for row, descriptor in enumerate(held.descriptors):
        rows = [len(wrapped(name[descriptor], left - PAD, SIZE, True, MOST_LINES))]
        for span in spans(columns, row):
            wide = (span.last - span.first + 1) * step - 2 * PAD
            rows.append(len(wrapped(name[span.variant], wide, SIZE, False, MOST_LINES)))
        heights.append(max(rows) * SIZE * LEADING + 2 * PAD)
    return heights
