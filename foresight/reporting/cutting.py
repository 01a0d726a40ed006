"""Sheets to cut into cards: eight to an A4 page. Sizes are in points."""

from foresight.core.look import Look
from foresight.reporting.drawing import Figure, blank, box, line, wrapped

PAGE = (595.28, 841.89)
"""A4."""
ACROSS, DOWN = 2, 4
CARDS = ACROSS * DOWN
"""Cards to a page."""
INSET = 20.0
"""Between the line to cut along and what stands on the card."""
LEADING = 1.3
"""Of a paragraph, as the drawing sets it."""


def cut_page(look: Look) -> Figure:
    """An empty page with the lines to cut along."""
    width, height = PAGE
    d = blank(width, height)
    box(d, 0, 0, width, height, fill=look.surface)
    for across in range(1, ACROSS):
        line(d, across * width / ACROSS, 0, across * width / ACROSS, height, look.muted, 0.5, (3, 3))
    for down in range(1, DOWN):
        line(d, 0, down * height / DOWN, width, down * height / DOWN, look.muted, 0.5, (3, 3))
    return d


def place(index: int) -> tuple[float, float, float, float]:
    """Where the text of the card at this index stands on its page: left, top, width, height."""
    wide, high = PAGE[0] / ACROSS, PAGE[1] / DOWN
    x, top = index % ACROSS * wide, PAGE[1] - index // ACROSS * high
    return x + INSET, top - INSET, wide - 2 * INSET, high - 2 * INSET


def fitting(text: str, width: float, room: float, largest: float, smallest: float) -> tuple[float, int]:
    """The largest size at which the text fits ``room`` points of height, and how many lines there are at most."""
    size = largest
    while size > smallest and len(wrapped(text, width, size)) * size * LEADING > room:
        size -= 1
    return size, int(room / (size * LEADING))
