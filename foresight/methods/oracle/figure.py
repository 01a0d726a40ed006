"""The themes of the questions as bars: on how many cards each was asked about."""

from collections.abc import Sequence

from foresight.core.look import Look
from foresight.core.words import _, ngettext
from foresight.methods.oracle.analysis import Column
from foresight.reporting.drawing import Figure, blank, box, label, mix, paragraph, wrapped

TEXT = 8.0
LEADING = TEXT * 1.3
BAR = 12.0
GAP = 8.0
SIDE, COUNTS = 0.32, 0.24
"""The shares of the width for the names, and for the counts behind the longest bar."""


def themes_height(held: Sequence[Column], width: float) -> float:
    """The height in points that the bars need at this width."""
    return sum(_row_height(column, width) for column in held)


def _row_height(column: Column, width: float) -> float:
    return max(BAR, len(wrapped(_name(column), SIDE * width - 8, TEXT, True, 2)) * LEADING) + GAP


def _name(column: Column) -> str:
    return column.theme.name if column.theme else _("No theme")


def theme_bars(held: Sequence[Column], width: float, height: float, look: Look) -> Figure:
    """A bar for each theme, as long as it has cards; questions and votes stand behind it."""
    d = blank(width, height)
    most = max((column.cards for column in held), default=0) or 1
    unit = (1 - SIDE - COUNTS) * width / most
    top = height
    for column in held:
        tall = _row_height(column, width)
        paragraph(d, 0, top, _name(column), SIDE * width - 8, TEXT, colour=look.ink, bold=True, lines=2)
        long = column.cards * unit
        box(d, SIDE * width, top - BAR, long, BAR, fill=mix(look.accent, look.surface, 0.75))
        cards = ngettext("{n} card", "{n} cards", column.cards).format(n=column.cards)
        votes = ngettext("{n} vote", "{n} votes", column.votes).format(n=column.votes)
        x = SIDE * width + long + 5
        label(d, x, top - BAR / 2 - TEXT * 0.36, f"{cards} · {votes}", TEXT, colour=look.ink, width=max(width - x, 1))
        top -= tall
    return d
