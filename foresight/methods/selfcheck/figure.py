"""A strip for each piece of advice: a dot for every group, a bar for the middle half, a tick for the median."""

from collections.abc import Sequence
from math import ceil

from foresight.core.look import Look
from foresight.core.words import _
from foresight.methods.selfcheck.analysis import Checked
from foresight.methods.selfcheck.model import HIGH, LOW
from foresight.reporting.drawing import Figure, blank, box, circle, label, line, mix, paragraph, wrapped

TEXT, LEADING = 8.5, 11.05
HEAD = 26.0
"""Room for what the points mean."""
ROW = 30.0
"""The least height of a row."""
SIDE = 0.46
"""The share of the width for the sentences."""
DOT = 2.6
"""Half the width of a dot."""
BESIDE = 5
"""Dots beside each other at most."""
FOOT = 8.0
"""From the bottom of a row to its line."""
GAP = 14.0


def strips_height(held: Sequence[Checked], width: float) -> float:
    """The height in points that the strips need at this width."""
    return HEAD + sum(_row_height(one, width) for one in held) + 2


def strips(held: Sequence[Checked], width: float, height: float, look: Look) -> Figure:
    """The sentences at the left, the scale from 1 (not at all) to 5 (fully) at the right, n at its end."""
    d = blank(width, height)
    stations = _stations(width)
    label(d, stations[0], height - 9, _("not at all"), TEXT, colour=look.muted, anchor="middle")
    label(d, stations[-1], height - 9, _("fully"), TEXT, colour=look.muted, anchor="middle")
    for value, x in enumerate(stations, LOW):
        label(d, x, height - 20, str(value), TEXT, colour=look.ink, anchor="middle", bold=True)
    top = height - HEAD
    for one in held:
        tall = _row_height(one, width)
        _row(d, one, top, tall, stations, width, look)
        top -= tall
    return d


def _stations(width: float) -> list[float]:
    """Where the points of the scale lie."""
    left, right = SIDE * width + 34, width - 46
    return [left + (value - LOW) * (right - left) / (HIGH - LOW) for value in range(LOW, HIGH + 1)]


def _text_width(width: float) -> float:
    return SIDE * width - GAP - 16


def _stacked(one: Checked) -> int:
    """Rows of dots on the point with the most."""
    return ceil(max(one.counts) / BESIDE)


def _row_height(one: Checked, width: float) -> float:
    lines = len(wrapped(one.advice.text, _text_width(width), TEXT))
    return max(ROW, lines * LEADING + 8, FOOT + 8 + _stacked(one) * 2.2 * DOT + 6)


def _row(d: Figure, one: Checked, top: float, tall: float, stations: list[float], width: float, look: Look) -> None:
    line(d, 0, top, width, top, look.line, 0.5)
    label(d, 12, top - 4 - TEXT * 0.95, str(one.number), TEXT, colour=look.muted, anchor="end")
    paragraph(d, 18, top - 4, one.advice.text, _text_width(width), TEXT, colour=look.ink)
    level = top - tall + FOOT
    line(d, stations[0], level, stations[-1], level, look.line, 0.75)
    said = one.enough
    step = stations[1] - stations[0]
    if said is not None:
        lower, upper = (stations[0] + (value - LOW) * step for value in (said.lower, said.upper))
        box(d, lower - 2, level - 2.5, upper - lower + 4, 5, fill=mix(look.accent, look.surface, 0.45), radius=2.5)
        middle = stations[0] + (said.median - LOW) * step
        box(d, middle - 1.5, level - 5, 3, 10, fill=look.accent)
    for x, count in zip(stations, one.counts, strict=True):
        _dots(d, x, level + 8, count, look)
    label(d, width, level - 3, _("n = {n}").format(n=one.n), TEXT, colour=look.muted, anchor="end")


def _dots(d: Figure, x: float, bottom: float, count: int, look: Look) -> None:
    """So many dots above a point, in rows."""
    for at in range(count):
        row, column = divmod(at, BESIDE)
        beside = min(BESIDE, count - row * BESIDE)
        across = x + (column - (beside - 1) / 2) * 2.2 * DOT
        circle(d, across, bottom + (row + 0.5) * 2.2 * DOT, DOT, fill=look.ink)
