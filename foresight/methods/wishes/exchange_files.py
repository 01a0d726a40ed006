"""The wishes as files: cards to cut out, and a table."""

from foresight.core.document import Document
from foresight.core.look import PRINT
from foresight.core.naming import Names, field_label
from foresight.core.words import _
from foresight.exchange.excel_writing import Page
from foresight.exchange.files import write_table
from foresight.exchange.table import Cell
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
    names = Names(document)
    rows: list[list[Cell]] = [[field_label(Wish, field) for field in COLUMNS]]
    for pile in piles(document[Wishes]):
        rows += [[_cell(wish, field, names) for field in COLUMNS] for wish in pile.wishes]
    return write_table(Page(_("Wishes"), rows, list(COLUMNS.values())), ending)


def _cell(wish: Wish, field: str, names: Names) -> str:
    match field:
        case "theme" | "group":
            held = getattr(wish, field)
            return names.of(held) if held else ""
        case "answers":
            return "; ".join(map(names.of, wish.answers))
        case _:
            text: str = getattr(wish, field)
            return text
