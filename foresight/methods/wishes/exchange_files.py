"""The wishes as files: cards to cut out, and a table."""

from foresight.core.document import Document
from foresight.core.look import PRINT
from foresight.core.words import _
from foresight.exchange.entities import write_entities
from foresight.methods.wishes.analysis import piles
from foresight.methods.wishes.model import Wish, Wishes

COLUMNS = {"text": 70, "theme": 28, "group": 14, "sector": 28, "answers": 50}
"""The fields of a wish in the order of the columns, and how wide these are in letters."""


def write_empty(document: Document, ending: str) -> bytes:
    """A PDF page of eight empty cards."""
    from foresight.methods.wishes.figure_cards import empty_sheet
    from foresight.reporting.pictures import write_pages

    return write_pages([empty_sheet(document, PRINT)], _("Wish cards to hand out"))


def write_cards(document: Document, ending: str) -> bytes:
    """A PDF with the wishes, eight cards to a page."""
    from foresight.methods.wishes.figure_cards import sheets
    from foresight.reporting.pictures import write_pages

    return write_pages(sheets(document, PRINT), _("Wishes on cards"))


def write(document: Document, ending: str) -> bytes:
    """The wishes as a table, one to a row, by theme as on the wall."""
    held = [wish for pile in piles(document[Wishes]) for wish in pile.wishes]
    return write_entities(document, ending, _("Wishes"), Wish, held, COLUMNS)
