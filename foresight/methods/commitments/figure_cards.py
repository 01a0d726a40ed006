"""Commitments as cards to tear off: two to an A4 page, each an A5 lying down. Empty fields have a line to write on."""

import datetime
from collections.abc import Iterator, Sequence

from foresight.core.document import Document
from foresight.core.look import PRINT, Look
from foresight.core.naming import Names, field_label
from foresight.core.text import day_of
from foresight.core.words import _, date
from foresight.methods.commitments.analysis import kept
from foresight.model.commitments import Commitment, Commitments
from foresight.model.workshop import Workshop
from foresight.reporting.drawing import Figure, blank, box, label, line, paragraph, wrapped
from foresight.reporting.pictures import write_pages

WIDE, HIGH = 595.28, 841.89
"""An A4 page standing."""
CARD = HIGH / 2
MARGIN = 34.0
GAP = 26.0
"""Between the columns of a card."""
FINE, SMALL, TEXT, LARGE = 8.0, 7.5, 10.0, 15.0
"""FINE is for a text that does not fit in LINES."""
HEAD, WHAT, ROW = 24.0, 76.0, 53.0
"""Heights of the line at the top, of what is taken on, and of a field."""
LINES, MOST_LINES = 2, 4
"""Of a field, and of one with a long text."""
COLUMNS: tuple[tuple[str, ...], ...] = (
    ("who", "where", "step", "start", "misstep"),
    ("measure", "gain", "first_gain", "taker", "elsewhere"),
)
DAYS = {"start", "first_gain"}


def write_cards(document: Document, ending: str) -> bytes:
    """A PDF with a card for each commitment that was not dropped; two empty ones where there is none."""
    return write_pages(sheets(document, kept(document[Commitments]), PRINT), _("Commitments as cards"))


def write_empty(document: Document, ending: str) -> bytes:
    """A PDF page with two empty cards to hand out."""
    return write_pages(sheets(document, [], PRINT), _("Cards for commitments"))


def sheets(document: Document, held: Sequence[Commitment], look: Look) -> Iterator[Figure]:
    """The pages, each with two cards, at least one; what is left over on the last is an empty card."""
    for at in range(0, max(len(held), 1), 2):
        d = blank(WIDE, HIGH)
        pair = [*held[at : at + 2], None, None][:2]
        for each, bottom in zip(pair, (CARD, 0.0), strict=True):
            _card(d, document, each, bottom, look)
        line(d, 0, CARD, WIDE, CARD, look.muted, 0.5, (3, 4))
        yield d


def _card(d: Figure, document: Document, each: Commitment | None, bottom: float, look: Look) -> None:
    top, room = bottom + CARD - MARGIN, WIDE - 2 * MARGIN
    workshop = document[Workshop]
    day = day_of(workshop.date)
    occasion = " · ".join(text for text in (workshop.title, date(day) if day else "") if text)
    group = Names(document).of(each.group) if each and each.group else ""
    label(d, MARGIN, top - SMALL, occasion, SMALL, colour=look.muted, width=room * 0.7)
    label(d, MARGIN + room, top - SMALL, group, SMALL, colour=look.muted, anchor="end", width=room * 0.28)
    top -= HEAD
    label(d, MARGIN, top - SMALL, _("This I take on"), SMALL, colour=look.accent, bold=True)
    if each:
        paragraph(d, MARGIN, top - 13, each.text, room, LARGE, colour=look.ink, lines=3, bold=True)
    else:
        _lines(d, MARGIN, top - 36, room, 2, look)
    top -= WHAT
    wide = (room - GAP) / 2
    for column, names in enumerate(COLUMNS):
        for row, name in enumerate(names):
            _field(d, each, name, MARGIN + column * (wide + GAP), top - row * ROW, wide, look)


def _field(d: Figure, each: Commitment | None, name: str, x: float, top: float, wide: float, look: Look) -> None:
    label(d, x, top - SMALL, field_label(Commitment, name), SMALL, colour=look.muted, width=wide)
    text = _said(each, name)
    if text:
        size = TEXT if len(wrapped(text, wide, TEXT)) <= LINES else FINE
        paragraph(d, x, top - 10, text, wide, size, colour=look.ink, lines=MOST_LINES)
    else:
        _lines(d, x, top - 27, wide, 1, look)
    if name == "taker":
        _confirmed(d, bool(each and each.confirmed), x + wide, top, look)


def _said(each: Commitment | None, name: str) -> str:
    """What stands in a field; days in words."""
    text = str(getattr(each, name)) if each else ""
    day: datetime.date | None = day_of(text) if name in DAYS else None
    return date(day) if day else text


def _confirmed(d: Figure, is_sure: bool, right: float, top: float, look: Look) -> None:
    """A box to tick at the right of the one who takes the gain out."""
    label(d, right - 13, top - SMALL, _("confirmed"), SMALL, colour=look.muted, anchor="end")
    box(d, right - 9, top - 9, 9, 9, stroke=look.muted, width=0.75)
    if is_sure:
        line(d, right - 7.5, top - 4.5, right - 5, top - 7.5, look.ink, 1.5)
        line(d, right - 5, top - 7.5, right - 1, top - 1, look.ink, 1.5)


def _lines(d: Figure, x: float, y: float, wide: float, count: int, look: Look) -> None:
    """Lines to write on."""
    for at in range(count):
        line(d, x, y - at * 22, x + wide, y - at * 22, look.line, 0.75)
