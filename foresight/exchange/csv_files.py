"""CSV as programs write it: several encodings and separators are read; UTF-8 with a byte order mark is written.

The separator is found by counting, outside quotation marks (csv.Sniffer takes the comma in ``1,5;2,5``).
"""

import codecs
import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from foresight.core.problems import Problem
from foresight.core.proposals import Remark
from foresight.core.words import _, language
from foresight.exchange.encodings import WINDOWS, decoded
from foresight.exchange.formulas import guarded, unguarded
from foresight.exchange.table import CELLS_MOST, COLUMNS_MOST, ROWS_MOST, Book, Cell, Sheet, clean

SEPARATORS = (";", "\t", ",", "|")
"""In the order in which they are preferred where several would do."""
LOOKED_AT = 64 * 1024
"""Characters in which the separator is sought."""

_declared = re.compile(r'"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)', re.IGNORECASE)
_quoted = re.compile(r'(^|[;\t,|])"(?:[^"]|"")*"', re.MULTILINE)
_breaks = re.compile(r"\r\n|\r|\n")
_needs_quotes = re.compile(r'[;\t,|"\r\n]|^\s|\s$')


def read_csv(data: bytes) -> Book:
    """The one sheet of a CSV file. Raises Problem, with the row, for what is no table or too large a one."""
    text, remarks = _decoded(data)
    if not text.strip():
        raise Problem(_("The file is empty."))
    declared = _declared.match(text)
    if declared:
        text = text[declared.end() :]
    rows = _records(text, declared[1] if declared else separator_of(text))
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    if not rows:
        raise Problem(_("The file is empty."))
    sheet = Sheet(tuple(rows))
    return Book((sheet,), (*remarks, *_ragged(sheet)))


def separator_of(text: str) -> str:
    """What stands between the cells: the separator that the first line has, and that most lines have equally often."""
    lines = [line for line in _breaks.split(_quoted.sub(r"\1", text[:LOOKED_AT])) if line.strip()]
    if not lines:
        return SEPARATORS[0]
    counts = {mark: [line.count(mark) for line in lines] for mark in SEPARATORS}
    agree = {mark: sum(count == held[0] for count in held) for mark, held in counts.items() if held[0]}
    return max(agree, key=agree.__getitem__, default=SEPARATORS[0])


def write_csv(rows: Iterable[Sequence[Cell]], separator: str = "") -> bytes:
    """A CSV file that Excel opens by a double click: UTF-8 with its mark, ``;`` in Norwegian and ``,`` in English.

    A text that would run as a formula gets an apostrophe in front, which ``read_csv`` takes off again.
    """
    between = separator or (";" if language() == "nb" else ",")
    lines = (between.join(_written(cell, alone=len(row) == 1) for cell in row) for row in rows)
    return codecs.BOM_UTF8 + "".join(f"{line}\r\n" for line in lines).encode("utf-8", "replace")


def _written(cell: Cell, alone: bool) -> str:
    if not isinstance(cell, str):
        return '""' if cell is None and alone else "" if cell is None else str(cell)
    text = guarded(clean(cell))
    quotes = _needs_quotes.search(text) or (alone and not text) or text[:4].lower() == "sep="
    return '"' + text.replace('"', '""') + '"' if quotes else text


def _decoded(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    """The text of a file; one that had to be taken for Windows-1252 is remarked on."""
    try:
        text, encoding = decoded(data)
    except UnicodeDecodeError as error:
        raise Problem(
            _("The letters of the file cannot be read. Save it again as CSV in UTF-8."), details=str(error)
        ) from error
    guess = _("The file is not in UTF-8 and was read as Windows-1252. Check letters such as æ, ø and å.")
    return _without_nul(text), (Remark(guess),) if encoding == WINDOWS else ()


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise Problem(_("The file is no text: there are zero bytes in it. Save it again as CSV in UTF-8."))
    return text


def _records(text: str, separator: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    cells = 0
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for record in reader:
            cells += len(record)
            if len(rows) == ROWS_MOST or len(record) > COLUMNS_MOST or cells > CELLS_MOST:
                raise too_large()
            rows.append(tuple(clean(unguarded(cell)) for cell in record))
    except csv.Error as error:
        said = _("Row {row} cannot be read: a quotation mark there has no counterpart, or a cell is much too long.")
        raise Problem(said.format(row=len(rows) + 1), details=str(error)) from error
    return rows


def too_large() -> Problem:
    """The answer to a table that is not read because of its size."""
    said = _("The table is too large: at most {rows} rows and {columns} columns are read.")
    return Problem(said.format(rows=ROWS_MOST, columns=COLUMNS_MOST))


def _ragged(sheet: Sheet) -> Iterable[Remark]:
    """A line for each row with other cells than the heading has columns."""
    width = len(sheet.rows[0])
    for at, row in enumerate(sheet.rows):
        short = len(row) < width and any(cell.strip() for cell in row)
        if short or any(cell.strip() for cell in row[width:]):
            said = _("There are {cells} cells where the first row has {columns}.")
            yield Remark(said.format(cells=len(row), columns=width), sheet.place(at))
