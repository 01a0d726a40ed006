"""Feedback to the room: a strip for all and for each group, dots for people, a bar for the middle half, the median."""

from collections.abc import Sequence

from foresight.core.look import Look
from foresight.core.words import _, number
from foresight.methods.orientation.analysis import OnLine
from foresight.methods.orientation.rounds import Voice, told
from foresight.reporting.drawing import Figure, arrow, blank, box, circle, label, line, mix, paragraph, text_width

TEXT = 8.0
HEAD = 26.0
"""Room for the names of the points."""
STRIP = 15.0
"""Height of one ballot in a row."""
GAP = 8.0
LARGEST, SMALLEST = 5.5, 1.5
"""Radii of the dots that stand for the most people on one point of a strip, and for one person at least."""
NUMBERS = 188.0
"""Room for the numbers at the right."""


def strips_height(voices: Sequence[Voice]) -> float:
    """The height in points that the strips need."""
    return HEAD + sum(_row_height(voice) for voice in voices)


def _row_height(voice: Voice) -> float:
    return GAP + STRIP * sum(each is not None for each in (voice.before, voice.after))


def strips(voices: Sequence[Voice], names: tuple[str, ...], width: float, height: float, look: Look) -> Figure:
    """A row for each voice: before the day above, after it below, with an arrow from one median to the other.

    ``names`` are those of the five points. Numbers at the right: people, median, interquartile range, Cns.
    """
    d = blank(width, height)
    titles = [_name(voice) for voice in voices]
    side = min(0.3 * width, 12 + max((text_width(title, TEXT, bold=True) for title in titles), default=0))
    reach = (width - side - NUMBERS) / 5
    stations = [side + (i + 0.5) * reach for i in range(5)]
    for station, name in zip(stations, names, strict=True):
        paragraph(d, station, height - 2, name, reach - 2, TEXT, colour=look.muted, lines=2, anchor="middle")
    for at, head in zip(_columns(d), ("n", _("Median"), _("Spread"), _("Consensus")), strict=True):
        label(d, at, height - 9, head, TEXT, colour=look.muted, anchor="end")
    top = height - HEAD
    for voice, title in zip(voices, titles, strict=True):
        _row(d, voice, title, stations, top, side, look)
        top -= _row_height(voice)
    return d


def _name(voice: Voice) -> str:
    return _("All") if voice.is_all else voice.name or _("Others")


def _row(d: Figure, voice: Voice, title: str, stations: list[float], top: float, side: float, look: Look) -> None:
    line(d, 0, top, d.width, top, look.line, 0.5)
    label(d, 0, top - STRIP / 2 - 6, title, TEXT, colour=look.ink, bold=True, width=side - 6)
    held = [(each, name) for each, name in ((voice.before, _("before")), (voice.after, _("after"))) if each]
    medians = []
    for at, (ballot, name) in enumerate(held):
        level = top - GAP / 2 - STRIP * (at + 0.5)
        _strip(d, ballot, stations, level, look)
        _figures(d, ballot, name if len(held) > 1 else "", level, look)
        medians.append((_along(stations, ballot.median), level))
    if len(medians) > 1 and abs(medians[0][0] - medians[1][0]) > 6:
        arrow(d, medians[0][0], medians[0][1] - 7, medians[1][0], medians[1][1] + 7, look.ink, 1)


def _strip(d: Figure, ballot: OnLine, stations: list[float], level: float, look: Look) -> None:
    line(d, stations[0], level, stations[-1], level, look.line, 0.75)
    lower, upper = _along(stations, ballot.lower), _along(stations, ballot.upper)
    box(d, lower - 3, level - 6, upper - lower + 6, 12, fill=mix(look.accent, look.surface, 0.25), radius=3)
    most = max(ballot.counts)
    for station, count in zip(stations, ballot.counts, strict=True):
        if count:
            radius = max(SMALLEST, LARGEST * (count / most) ** 0.5)
            circle(d, station, level, radius, fill=mix(look.accent, look.surface, 0.75))
    median = _along(stations, ballot.median)
    box(d, median - 1, level - 7.5, 2, 15, fill=look.ink)


def _figures(d: Figure, ballot: OnLine, name: str, level: float, look: Look) -> None:
    """Which ballot it is, how many people, and what the strip shows, in numbers."""
    found, base = told(ballot), level - TEXT * 0.36
    label(d, d.width - NUMBERS + 4, base, name, TEXT, colour=look.muted)
    texts = (str(ballot.n), number(found.median), number(found.spread), number(found.consensus, 2))
    for at, text in zip(_columns(d), texts, strict=True):
        label(d, at, base, text, TEXT, colour=look.ink, anchor="end")


def _columns(d: Figure) -> tuple[float, float, float, float]:
    """Where the four columns of numbers end."""
    return d.width - 132, d.width - 94, d.width - 48, d.width


def _along(stations: list[float], value: float) -> float:
    """Where a value 1..5 lies."""
    return stations[0] + (value - 1) * (stations[1] - stations[0])
