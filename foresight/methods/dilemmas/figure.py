"""Diverging bars: how many groups stand behind each of the two statements, the middle between them."""

from collections.abc import Sequence
from math import ceil

from foresight.core.look import Look
from foresight.core.words import _
from foresight.model.tallies import Tally, Votes
from foresight.reporting.drawing import Figure, blank, box, label, line, mix, paragraph, text_width, wrapped

TEXT = 8.0
LEADING = TEXT * 1.3
HEAD = 16.0
"""Room for what the two sides are."""
BAR = 10.0
THIN = 4.0
"""The height of the bar of the first vote where there was a second."""
SIDE, NARROW_SIDE = 0.3, 0.42
"""The share of the width for the titles; in a narrow figure (in points)."""
NARROW = 300.0
COUNT = 16.0
"""Room for a count at the end of a bar."""
GAP = 6.0


def bars_height(held: Sequence[Tally], width: float, *, in_full: bool = True) -> float:
    """The height in points that the bars need at this width."""
    return HEAD + sum(_row_height(tally, width, in_full) for tally in held)


def bars(held: Sequence[Tally], width: float, height: float, look: Look, *, in_full: bool = True) -> Figure:
    """A row for each topic: its number and title, the votes to the left (first) and right (second statement).

    ``in_full`` writes the statements below the bars. After a second vote the first one stays as a thin bar.
    """
    d = blank(width, height)
    middle = _middle(width)
    half = middle - _side(width) - COUNT
    most = max((max(tally.first.most, tally.second.most) for tally in held), default=0) or 1
    names = (_("first statement"), _("second statement")) if width >= NARROW else ("A", "B")
    label(d, middle - 6, height - 10, names[0], TEXT, colour=look.muted, anchor="end")
    label(d, middle + 6, height - 10, names[1], TEXT, colour=look.muted)
    top = height - HEAD
    for tally in held:
        _row(d, tally, top, width, half / most, look, in_full)
        top -= _row_height(tally, width, in_full)
    line(d, middle, max(top, 0), middle, height - HEAD + 2, look.muted, 0.75)
    return d


def _side(width: float) -> float:
    """The room for the titles."""
    return (NARROW_SIDE if width < NARROW else SIDE) * width


def _middle(width: float) -> float:
    return (width + _side(width)) / 2


def _title(tally: Tally) -> str:
    return f"{tally.number} {tally.card.title}"


def _statement_lines(tally: Tally, width: float) -> int:
    room = _statement_room(width)
    return max(len(wrapped(text, room, TEXT, False, 3)) for text in (tally.card.a, tally.card.b))


def _statement_room(width: float) -> float:
    return (width - _side(width)) / 2 - 8


def _row_height(tally: Tally, width: float, in_full: bool) -> float:
    titles = len(wrapped(_title(tally), _side(width) - 8, TEXT, True, 3)) * LEADING
    said = BAR + (THIN + 1 if tally.second.said else 0)
    if in_full:
        said += 2 + _statement_lines(tally, width) * LEADING
        titles += LEADING
    return ceil(max(titles, said)) + GAP


def _row(d: Figure, tally: Tally, top: float, width: float, unit: float, look: Look, in_full: bool) -> None:
    side, middle = _side(width), _middle(width)
    used = paragraph(d, 0, top, _title(tally), side - 8, TEXT, colour=look.ink, bold=True, lines=3)
    if in_full and tally.selecting:
        chosen = _("chosen by {count} of {n}").format(count=tally.selections, n=tally.selecting)
        label(d, 0, top - used - TEXT, chosen, TEXT, colour=look.muted, width=side - 8)
    _bar(d, tally.votes, middle, top - BAR, unit, look)
    below = top - BAR
    if tally.second.said:
        below -= THIN + 1
        _thin(d, tally.first, middle, below, unit, look)
    if in_full:
        room = _statement_room(width)
        for text, x, anchor in ((tally.card.a, middle - 5, "end"), (tally.card.b, middle + 5, "start")):
            paragraph(d, x, below - 1, text, room, TEXT, colour=look.muted, lines=3, anchor=anchor)  # type: ignore[arg-type]


def _bar(d: Figure, votes: Votes, middle: float, y: float, unit: float, look: Look) -> None:
    """The bars of one ballot with their counts; what is counted beside stands after the right one."""
    left, right = votes.a * unit, votes.b * unit
    box(d, middle - left, y, left, BAR, fill=look.accent)
    box(d, middle, y, right, BAR, fill=_other(look))
    base = y + BAR / 2 - TEXT * 0.36
    if votes.said:
        label(d, middle - left - 4, base, str(votes.a), TEXT, colour=look.ink, anchor="end")
        label(d, middle + right + 4, base, str(votes.b), TEXT, colour=look.ink)
    beside = votes.both + votes.none
    if beside:
        words = _("(+{n} both or neither)") if d.width >= NARROW else "(+{n})"
        said = words.format(n=beside)
        x = middle + right + 8 + text_width(str(votes.b), TEXT)
        label(d, x, base, said, TEXT, colour=look.muted, width=max(d.width - x, 1))


def _other(look: Look) -> str:
    """The colour of the second statement: neither good nor bad, and lighter than the first in grey."""
    return mix(look.muted, look.surface, 0.6)


def _thin(d: Figure, votes: Votes, middle: float, y: float, unit: float, look: Look) -> None:
    """The vote before the discussion."""
    box(d, middle - votes.a * unit, y, votes.a * unit, THIN, fill=mix(look.accent, look.surface, 0.45))
    box(d, middle, y, votes.b * unit, THIN, fill=mix(_other(look), look.surface, 0.45))
