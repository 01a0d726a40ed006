"""Sheets of wish cards, eight to an A4 page, with lines to cut along. Sizes are in points."""

from collections.abc import Sequence

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.words import _
from foresight.methods.wishes.analysis import piles
from foresight.methods.wishes.model import Wish, Wishes
from foresight.model.groups import Group
from foresight.model.workshop import Workshop
from foresight.reporting.cutting import CARDS, cut_page, fitting, place
from foresight.reporting.drawing import Figure, label, line, paragraph, text_width

TEXT, PROMPT, SMALLEST, FINE = 16.0, 11.0, 8.0, 8.5
RULES = 4
"""Lines to write on, on an empty card."""


def empty_sheet(document: Document, look: Look) -> Figure:
    """A page of empty cards to hand out at the door."""
    d = cut_page(look)
    title = document[Workshop].title or _("One card, one wish")
    prompt = _("You have one wish. What should come out of what we begin today?")
    for index in range(CARDS):
        x, top, width, height = place(index)
        used = paragraph(d, x, top, title, width, FINE, colour=look.accent, bold=True, lines=2)
        used += 4 + paragraph(d, x, top - used - 4, prompt, width, PROMPT, colour=look.ink, lines=3)
        room = height - used - 3 * FINE
        for rule in range(1, RULES + 1):
            y = top - used - rule * room / RULES
            line(d, x, y, x + width, y, look.line, 0.75)
        _blank_to_fill(d, x, top - height, width, look)
    return d


def _blank_to_fill(d: Figure, x: float, y: float, width: float, look: Look) -> None:
    """Where group and code are written at the foot of a card."""
    half = width / 2
    for at, name in enumerate((_("Group"), _("Code"))):
        start = x + at * half
        label(d, start, y, name, FINE, colour=look.muted)
        line(d, start + text_width(name, FINE) + 5, y - 1, start + half - 10, y - 1, look.line, 0.75)


def sheets(document: Document, look: Look) -> list[Figure]:
    """Pages with the wishes, by theme as on the wall; one empty page without any."""
    held = [(wish, pile.name) for pile in piles(document[Wishes]) for wish in pile.wishes]
    starts = range(0, max(len(held), 1), CARDS)
    return [_sheet(document, held[start : start + CARDS], look) for start in starts]


def _sheet(document: Document, cards: Sequence[tuple[Wish, str]], look: Look) -> Figure:
    d = cut_page(look)
    for index, (wish, theme) in enumerate(cards):
        x, top, width, height = place(index)
        label(d, x, top - FINE, theme, FINE, colour=look.accent, bold=True, width=width)
        room = height - 4 * FINE
        size, lines = fitting(wish.text, width, room, TEXT, SMALLEST)
        paragraph(d, x, top - 2.2 * FINE, wish.text, width, size, colour=look.ink, lines=lines)
        group = document.find(wish.group, Group) if wish.group else None
        foot = " · ".join(part for part in (group.name if group else "", wish.sector) if part)
        label(d, x, top - height, foot, FINE, colour=look.muted, width=width)
    return d
