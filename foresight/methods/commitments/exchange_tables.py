"""Commitments and asks as tables, one to a row, for the list that somebody keeps afterwards."""

from foresight.core.document import Document, Entity
from foresight.core.naming import Names, field_label
from foresight.core.words import _
from foresight.exchange.excel_writing import Page
from foresight.exchange.files import write_table
from foresight.exchange.table import Cell
from foresight.methods.commitments.analysis import most_wanted_first
from foresight.model.commitments import STATUSES, TAKERS, Ask, Commitment, Commitments

COLUMNS: dict[str, int] = {
    "text": 50,
    "who": 24,
    "group": 14,
    "where": 24,
    "step": 40,
    "start": 12,
    "measure": 36,
    "gain": 36,
    "first_gain": 14,
    "taker": 24,
    "taker_in": 20,
    "confirmed": 12,
    "elsewhere": 36,
    "misstep": 36,
    "about": 36,
    "status": 14,
    "note": 40,
}
"""The fields of a commitment in the order of the columns, and how wide these are in letters."""
ASKED: dict[str, int] = {"text": 60, "addressee": 28, "theme": 20, "votes": 8, "group": 14}
BETWEEN = "; "
"""Between the names of several things."""


def write(document: Document, ending: str) -> bytes:
    """All commitments, the dropped ones too."""
    return _table(document, _("Commitments"), Commitment, document[Commitments].commitments, COLUMNS, ending)


def write_asks(document: Document, ending: str) -> bytes:
    """All asks, those with most votes first."""
    return _table(document, _("Asks"), Ask, most_wanted_first(document), ASKED, ending)


def _table(
    document: Document,
    title: str,
    kind: type[Entity],
    held: tuple[Entity, ...],
    columns: dict[str, int],
    ending: str,
) -> bytes:
    names = Names(document)
    rows: list[list[Cell]] = [[field_label(kind, name) for name in columns]]
    rows += [[_cell(names, entity, name) for name in columns] for entity in held]
    return write_table(Page(title, rows, tuple(columns.values())), ending)


def _cell(names: Names, entity: Entity, field: str) -> Cell:
    value = getattr(entity, field)
    match field:
        case "group":
            return names.of(value) if value else ""
        case "about":
            return BETWEEN.join(map(names.of, value))
        case "taker_in":
            return _(TAKERS[value]) if value else ""
        case "status":
            return _(STATUSES[value])
        case "confirmed":
            return _("Yes") if value else _("No")
        case "votes":
            return int(value)
    return str(value)
