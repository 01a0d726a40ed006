"""Promoters and inhibitors: for how many groups a factor promotes (left), does both (in the middle), inhibits."""

from collections.abc import Sequence
from math import ceil

from foresight.core.look import Look
from foresight.core.words import _
from foresight.methods.forces.analysis import FactorTally
from foresight.reporting.drawing import Figure, blank, box, label, line, mix, paragraph, text_width, wrapped

TEXT = 8.0
LEADING = TEXT * 1.3
HEAD, BAR, GAP = 16.0, 11.0, 6.0
SIDE = 0.38
"""The share of the width for the titles."""
COUNT = 14.0
"""Room for a count at either end."""
BESIDE = 50.0
"""Room at the right for those that say neither."""


def bars_height(held: Sequence[FactorTally], width: float) -> float:
    """The height in points that the bars need at this width."""
    return HEAD + sum(_row_height(tally, width) for tally in held)


def bars(held: Sequence[FactorTally], width: float, height: float, look: Look) -> Figure:
    """A row for each factor; who says both stands across the middle, who says neither is counted beside."""
    d = blank(width, height)
    left, right = SIDE * width + COUNT, width - COUNT - BESIDE
    middle = (left + right) / 2
    most = max((max(t.votes.a, t.votes.b) + t.votes.both / 2 for t in held), default=0) or 1
    unit = (right - left) / 2 / most
    line(d, middle, max(height - bars_height(held, width), 0), middle, height - HEAD + 2, look.muted, 0.75)
    aside = 6.0
    if any(tally.votes.both for tally in held):
        aside += text_width(_("Both"), TEXT) / 2 + 4
        label(d, middle, height - 10, _("Both"), TEXT, colour=look.muted, anchor="middle")
    label(d, middle - aside, height - 10, _("Promotes"), TEXT, colour=look.muted, anchor="end")
    label(d, middle + aside, height - 10, _("Inhibits"), TEXT, colour=look.muted)
    if any(tally.votes.none for tally in held):
        label(d, width, height - 10, _("Neither"), TEXT, colour=look.muted, anchor="end")
    top = height - HEAD
    for tally in held:
        title = f"{tally.number} {tally.factor.title}"
        paragraph(d, 0, top, title, SIDE * width - 6, TEXT, colour=look.ink, bold=tally.is_divided, lines=3)
        _bar(d, tally, middle, top - BAR, unit, look)
        top -= _row_height(tally, width)
    return d


def _row_height(tally: FactorTally, width: float) -> float:
    title = f"{tally.number} {tally.factor.title}"
    return ceil(max(len(wrapped(title, SIDE * width - 6, TEXT, True, 3)) * LEADING, BAR)) + GAP


def _bar(d: Figure, tally: FactorTally, middle: float, y: float, unit: float, look: Look) -> None:
    votes, base = tally.votes, y + BAR / 2 - TEXT * 0.36
    half = votes.both / 2 * unit
    if votes.both:
        box(d, middle - half, y, 2 * half, BAR, fill=mix(look.muted, look.surface, 0.3))
        label(d, middle, base, str(votes.both), TEXT, colour=look.ink, anchor="middle")
    if votes.a:
        box(d, middle - half - votes.a * unit, y, votes.a * unit, BAR, fill=look.positive)
        label(d, middle - half - votes.a * unit - 4, base, f"+{votes.a}", TEXT, colour=look.ink, anchor="end")
    if votes.b:
        box(d, middle + half, y, votes.b * unit, BAR, fill=look.negative)
        label(d, middle + half + votes.b * unit + 4, base, f"−{votes.b}", TEXT, colour=look.ink)
    if votes.none:
        label(d, d.width, base, str(votes.none), TEXT, colour=look.muted, anchor="end")
