"""The see-saw: people as weights on a line from the past to the future; it balances at their centre of gravity."""

from math import ceil

from foresight.core.look import Look
from foresight.core.words import _, number, signed
from foresight.methods.orientation.analysis import OnLine, Summary
from foresight.reporting.drawing import Figure, arrow, blank, box, circle, label, mix, paragraph, polygon, text_width

DOTS = 200
"""Up to so many people every one is a dot; above, they are blocks."""

TEXT = 8.0
FOOT = 40.0
"""Height of the names of the points."""
PIVOT = 20.0
"""Height of the room for the pivot under a beam."""


def seesaw(said: Summary, names: tuple[str, ...], width: float, height: float, look: Look) -> Figure:
    """People as weights on a beam with the points 1 to 5; the pivot stands under their mean. Now, after the
    day, then should be.

    ``names`` are those of the five points. The thick part of the beam holds the middle half of the people.
    """
    d = blank(width, height)
    rows = [(_("Now"), said.line_now), (_("After the day"), said.line_after), (_("Should be"), said.line_should)]
    held = [(title, row) for title, row in rows if row is not None]
    if not held:
        return d
    side = min(0.3 * width, 10 + max(text_width(title, TEXT + 1, bold=True) for title, _row in held))
    reach = (width - side) / 5
    stations = [side + (i + 0.5) * reach for i in range(5)]
    for station, index, name in zip(stations, range(1, 6), names, strict=True):
        label(d, station, FOOT - 11, str(index), TEXT, colour=look.ink, anchor="middle", bold=True)
        paragraph(d, station, FOOT - 14, name, reach - 2, TEXT, colour=look.ink, lines=2, anchor="middle")
    tall = (height - FOOT) / len(held)
    most = max(max(row.counts) for _title, row in held)
    for index, (title, row) in enumerate(held):
        bottom = FOOT + tall * (len(held) - 1 - index)
        _beam(d, title, row, most, stations, bottom, tall, look)
    if said.printed_line_gap is not None and said.line_now and said.line_should:
        ends = _along(stations, said.line_now.mean), _along(stations, said.line_should.mean)
        _shift(d, *ends, said.printed_line_gap, look)
    return d


def _along(stations: list[float], value: float) -> float:
    """Where a value 1..5 lies."""
    return stations[0] + (value - 1) * (stations[1] - stations[0])


def _beam(
    d: Figure, title: str, row: OnLine, most: int, stations: list[float], bottom: float, tall: float, look: Look
) -> None:
    """One see-saw in the strip of height ``tall`` above ``bottom``."""
    reach = stations[1] - stations[0]
    left, right = stations[0] - reach / 2, stations[-1] + reach / 2
    level = bottom + PIVOT
    label(d, 0, level + 6, title, TEXT + 1, colour=look.ink, bold=True, width=left - 6)
    label(d, 0, level - 5, _("n = {n}").format(n=row.n), TEXT, colour=look.muted, width=left - 6)
    box(d, left, level - 1, right - left, 2, fill=look.ink, radius=1)
    lower, upper = _along(stations, row.lower), _along(stations, row.upper)
    box(d, lower - 2, level - 2.5, upper - lower + 4, 5, fill=look.ink, radius=2.5)
    head = tall - PIVOT - 16
    for station, count in zip(stations, row.counts, strict=True):
        top = level + 4 + _weight(d, station, level + 4, 0.84 * reach, head, count, most, row.n, look)
        if count:
            label(d, station, top + 2, str(count), TEXT, colour=look.muted, anchor="middle")
    pivot = _along(stations, row.mean)
    polygon(d, [(pivot, level - 3), (pivot - 8, level - 17), (pivot + 8, level - 17)], fill=look.accent)
    mean = number(row.mean, 1)
    words = _("Centre of gravity {mean}").format(mean=mean)
    room = right - pivot - 11
    said = words if text_width(words, TEXT + 1, bold=True) <= room else mean
    label(d, pivot + 11, level - 14, said, TEXT + 1, colour=look.accent, bold=True)


def _weight(
    d: Figure, x: float, y: float, wide: float, tall: float, count: int, most: int, n: int, look: Look
) -> float:
    """``count`` people standing on (x, y): dots side by side, or a block; ``most`` would fill the room. Its height."""
    if n > DOTS:
        up = tall * count / most
        box(d, x - wide / 2, y, wide, up, fill=mix(look.accent, look.surface, 0.6))
        return up
    size = _dot_size(most, wide, tall)
    columns = max(1, int(wide / size))
    for i in range(count):
        row, column = divmod(i, columns)
        beside = min(columns, count - row * columns)
        across = x + (column - (beside - 1) / 2) * size
        circle(d, across, y + (row + 0.5) * size, 0.42 * size, fill=mix(look.accent, look.surface, 0.75))
    return ceil(count / columns) * size


def _dot_size(most: int, wide: float, tall: float) -> float:
    """The largest size (at most 9 points) at which ``most`` dots fit a room of ``wide`` by ``tall``."""
    size = 9.0
    while ceil(most / max(1, int(wide / size))) * size > tall and size > 1:
        size -= 0.25
    return size


def _shift(d: Figure, start: float, end: float, gap: float, look: Look) -> None:
    """How far the pivot should move, beside the lower pivot."""
    if abs(end - start) < 24:
        return
    tip = end - 12 if end > start else end + 12
    arrow(d, start, FOOT + 8, tip, FOOT + 8, look.muted, 1)
    label(d, (start + tip) / 2, FOOT + 11, signed(gap, 1), TEXT, colour=look.ink, anchor="middle")
