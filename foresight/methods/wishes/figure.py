"""How many wishes each theme has, and how many of them are taken up: a bar for each. Sizes are in points."""

from collections.abc import Sequence

from foresight.core.look import Look
from foresight.core.words import _
from foresight.methods.wishes.analysis import Pile
from foresight.reporting.drawing import Figure, blank, box, label, mix, paragraph, text_width

TEXT = 9.0
HEAD = 20.0
"""Room for what the two parts of a bar mean."""
ROW = 26.0
"""Height of a bar with the room around it; a title has two lines."""
THICK = 12.0
LARGEST = 2.0
"""So much higher rows become at most where there is room."""
MOST = 14
"""Bars that are drawn; the others are in the table."""


def bars_height(piles: Sequence[Pile]) -> float:
    """How high the bars are in print."""
    return HEAD + ROW * min(len(piles), MOST)


def bars(piles: Sequence[Pile], width: float, height: float, look: Look) -> Figure:
    """A bar for each theme, at most MOST: its length is the wishes, the dark part those that are taken up."""
    d, shown = blank(width, height), piles[:MOST]
    if not shown:
        return d
    pale = mix(look.accent, look.surface, 0.3)
    _key(d, width, height, look.accent, pale, look)
    longest = max(text_width(_name(pile), TEXT) for pile in shown)
    side = min(0.42 * width, 12 + longest)
    told = [_told(pile) for pile in shown]
    end = 12 + max(text_width(text, TEXT) for text in told)
    most = max(width - side - end, 1.0) / max(pile.n for pile in shown)
    step = min((height - HEAD) / len(shown), ROW * LARGEST)
    for at, (pile, text) in enumerate(zip(shown, told, strict=True)):
        y = height - HEAD - (at + 0.5) * step
        lines = 2 if text_width(_name(pile), TEXT) > side - 10 else 1
        paragraph(d, 0, y + lines * TEXT * 0.65, _name(pile), side - 10, TEXT, colour=look.ink, lines=2)
        box(d, side, y - THICK / 2, most * pile.n, THICK, fill=pale)
        if pile.answered:
            box(d, side, y - THICK / 2, most * pile.answered, THICK, fill=look.accent)
        label(d, side + most * pile.n + 6, y - TEXT / 3, text, TEXT, colour=look.ink)
    return d


def _name(pile: Pile) -> str:
    return pile.name if pile.theme else _("No theme")


def _told(pile: Pile) -> str:
    """The counts at the end of a bar."""
    return _("{n}, {answered} taken up").format(n=pile.n, answered=pile.answered) if pile.answered else str(pile.n)


def _key(d: Figure, width: float, height: float, dark: str, pale: str, look: Look) -> None:
    """What the two parts of a bar mean, on the right above the bars."""
    x = width
    for name, colour in ((_("not yet"), pale), (_("taken up"), dark)):
        label(d, x, height - TEXT - 2, name, TEXT, colour=look.muted, anchor="end")
        x -= text_width(name, TEXT) + 14
        box(d, x, height - TEXT - 3, 10, TEXT - 1, fill=colour)
        x -= 14
