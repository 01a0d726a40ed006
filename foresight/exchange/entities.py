"""Things of the workshop as a table, one to a row."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from foresight.core.document import Document, Entity
from foresight.core.integrity import refers
from foresight.core.naming import Names, field_label
from foresight.core.words import _
from foresight.exchange.excel_writing import Page
from foresight.exchange.files import write_table
from foresight.exchange.table import Cell

BETWEEN = "; "
"""Between the names of several things."""

Words = Mapping[str, Callable[[Any], Cell]]
"""For fields that are not written as they are: what their value is in words."""


def write_entities(
    document: Document,
    ending: str,
    title: str,
    kind: type[Entity],
    held: Sequence[Entity],
    widths: Mapping[str, int],
    words: Words | None = None,
) -> bytes:
    """A CSV or Excel file, by its ``ending``, with a heading and a row for each of ``held``, which are of ``kind``.

    ``widths`` names the fields in the order of their columns, with the widths of these in letters. What a field refers
    to is written by name, yes and no as words, numbers as numbers.
    """
    names = Names(document)
    rows: list[list[Cell]] = [[field_label(kind, field) for field in widths]]
    rows += [[_cell(names, kind, field, getattr(each, field), words or {}) for field in widths] for each in held]
    return write_table(Page(title, rows, list(widths.values())), ending)


def _cell(names: Names, kind: type[Entity], field: str, value: Any, words: Words) -> Cell:
    if field in words:
        return words[field](value)
    match value:
        case None:
            return ""
        case bool():
            return _("Yes") if value else _("No")
        case tuple():
            return BETWEEN.join(map(names.of, value) if refers(kind, field) else value)
        case str():
            return names.of(value) if value and refers(kind, field) else value
    return value if isinstance(value, int | float) else str(value)
