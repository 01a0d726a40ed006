"""Tables as they come from files of other programs: cells are texts, and every cell can be named to the user."""

from collections.abc import Callable
from dataclasses import dataclass

from foresight.core.proposals import Remark
from foresight.core.text import clean_prose
from foresight.core.words import _

BYTES_MOST = 10 * 2**20
"""Of a file that is read."""
ROWS_MOST = 20_000
COLUMNS_MOST = 200
CELLS_MOST = 500_000

Cell = str | int | float | None
"""What is written: a text stays a text whatever it looks like, a number is a number."""

Where = Callable[[int], str]
"""Names a cell of one row to the user by its column, counted from 0."""


@dataclass(frozen=True)
class Sheet:
    """Rows of cells; the rows may have different lengths. Texts are cleaned."""

    rows: tuple[tuple[str, ...], ...]
    name: str = ""
    """That of a sheet in a workbook."""

    def place(self, row: int, column: int | None = None) -> str:
        """How a spreadsheet names this cell, or this row; both are counted from 0."""
        if column is None:
            place = _("row {row}").format(row=row + 1)
        else:
            place = _("row {row}, column {column}").format(row=row + 1, column=letters(column))
        return f"{self.name}, {place}" if self.name else place

    def cell(self, row: int, column: int) -> str:
        """The text of a cell without white space around it; "" where there is none. Counted from 0."""
        held = self.rows[row]
        return held[column].strip() if column < len(held) else ""

    def is_blank(self, row: int) -> bool:
        """Whether nothing stands in this row."""
        return not any(cell.strip() for cell in self.rows[row])


@dataclass(frozen=True)
class Book:
    """The sheets of a file, and what was noticed while it was read. A CSV file has one sheet, without a name."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[Remark, ...] = ()
    notes: tuple[str, ...] = ()


def clean(text: str) -> str:
    """A text of a cell without what nobody can see, at its full length; line breaks become ``\\n``."""
    return clean_prose(text, len(text))


def letters(column: int) -> str:
    """The name of a column, counted from 0: A, B … Z, AA …"""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
