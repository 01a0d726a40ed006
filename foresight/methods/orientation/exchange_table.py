"""Everybody's answers as a table, one person to a row, under the headings that are read when rows are pasted."""

from foresight.core.document import Document
from foresight.core.words import _
from foresight.exchange.excel_writing import Page
from foresight.exchange.files import write_table
from foresight.exchange.table import Cell
from foresight.methods.orientation.circles import circles_text
from foresight.methods.orientation.intake import HEADINGS
from foresight.methods.orientation.model import Orientation, Rater, Shares
from foresight.methods.orientation.slips import share_text
from foresight.model.groups import Groups


def write(document: Document, ending: str) -> bytes:
    """All people with both ballots."""
    names = {group.id: group.name for group in document[Groups].groups}
    head = (*(_(title) for title in HEADINGS.values()), _("Circles"), _("Note"))
    rows = [head, *(_row(rater, names) for rater in document[Orientation].raters)]
    return write_table(Page(_("Orientation"), rows, (10, 16, 30)), ending)


def _row(rater: Rater, names: dict[str, str]) -> list[Cell]:
    cells: list[Cell] = []
    for field in HEADINGS:
        held = names.get(rater.group or "", "") if field == "group" else getattr(rater, field)
        cells.append(share_text(held) if isinstance(held, Shares) else held)
    return [*cells, circles_text(rater.circles), rater.note]
