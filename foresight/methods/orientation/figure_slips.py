"""Slips to cut out, on which people mark where their organisation looks. Sizes are in points."""

from collections.abc import Sequence

from foresight.core.document import Document
from foresight.core.look import PRINT, Look
from foresight.core.words import _
from foresight.methods.orientation.analysis import point_names
from foresight.methods.orientation.slips import BALLOTS, Ballot
from foresight.model.workshop import Workshop
from foresight.reporting.cutting import CARDS, cut_page, place
from foresight.reporting.drawing import Figure, label, line, paragraph, text_width
from foresight.reporting.handout import SQUARE, tick
from foresight.reporting.pictures import write_pages

TEXT, FINE = 9.0, 7.0
SIDE, ROW, NAMES = 62.0, 20.0, 30.0
"""The width of what stands before a row, the height of a row, and that of the names above the first."""


def write_slips(document: Document, ending: str) -> bytes:
    """A PDF with a page of eight slips for before the day and one for after it."""
    return write_pages([slips(document, ballot, PRINT) for ballot in BALLOTS], _("Orientation slips to hand out"))


def slips(document: Document, ballot: Ballot, look: Look) -> Figure:
    """A page of slips: a line of five points, and shares of past, present and future."""
    d = cut_page(look)
    asked = (_("Now"), _("Should be")) if ballot == "first" else (_("After the day"),)
    for index in range(CARDS):
        x, top, width, _height = place(index)
        label(d, x, top - FINE, document[Workshop].title, FINE, colour=look.accent, bold=True, width=width)
        y = _line(d, document, asked, x, top - 2 * FINE, width, look)
        y = _shares(d, asked, x, y - 8, width, look)
        _to_fill(d, (_("Code"), _("Group")), x, y - ROW, width, look)
    return d


def _line(d: Figure, document: Document, asked: Sequence[str], x: float, top: float, width: float, look: Look) -> float:
    """A row of five boxes for each that is asked, under the names of the points. Returns where it ends."""
    reach = (width - SIDE) / 5
    for at, name in enumerate(point_names(document)):
        middle = x + SIDE + (at + 0.5) * reach
        label(d, middle, top - FINE, str(at + 1), FINE, colour=look.ink, anchor="middle", bold=True)
        paragraph(d, middle, top - 1.3 * FINE, name, reach - 2, FINE, colour=look.ink, lines=2, anchor="middle")
    for row, name in enumerate(asked):
        y = top - NAMES - (row + 0.5) * ROW
        label(d, x, y - 3, name, TEXT, colour=look.ink, bold=True, width=SIDE - 4)
        for at in range(5):
            tick(d, x + SIDE + (at + 0.5) * reach, y, look)
    return top - NAMES - len(asked) * ROW


def _shares(d: Figure, asked: Sequence[str], x: float, top: float, width: float, look: Look) -> float:
    """Room for three shares of each that is asked, which are 100 together. Returns where it ends."""
    reach = (width - SIDE) / 3
    label(d, x, top - FINE, _("100% together"), FINE, colour=look.muted, width=SIDE - 4)
    for at, name in enumerate((_("Past"), _("Present"), _("Future"))):
        label(d, x + SIDE + (at + 0.5) * reach, top - FINE, name, FINE, colour=look.ink, anchor="middle", width=reach)
    for row, name in enumerate(asked):
        y = top - FINE - (row + 1) * ROW
        label(d, x, y, name, TEXT, colour=look.ink, bold=True, width=SIDE - 4)
        for at in range(3):
            start = x + SIDE + at * reach
            line(d, start + 8, y - 1, start + reach - 8, y - 1, look.muted, 0.75)
    return top - FINE - len(asked) * ROW


def _to_fill(d: Figure, names: Sequence[str], x: float, y: float, width: float, look: Look) -> None:
    """Lines to write on at the foot of a slip."""
    room = width / len(names)
    for at, name in enumerate(names):
        start = x + at * room
        label(d, start, y, name, FINE, colour=look.muted)
        line(d, start + text_width(name, FINE) + 5, y - 1, start + room - SQUARE, y - 1, look.line, 0.75)
