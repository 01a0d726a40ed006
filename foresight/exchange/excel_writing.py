"""Excel workbooks, written: texts stay texts, numbers are numbers, the first row stays in sight."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from foresight.exchange.table import Cell, clean, letters

_not_in_xml = re.compile("[\ufffe\uffff]")


@dataclass(frozen=True)
class Page:
    """A sheet to be written; its first row are headings unless it is running text."""

    name: str
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int] = ()
    """Of the columns from the first on, in characters."""
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    """What may be chosen in a column (from 0), offered as a list."""
    is_text: bool = False


def write_excel(pages: Sequence[Page]) -> bytes:
    """A workbook with these sheets."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        sheet = book.create_sheet(page.name)
        for row, cells in enumerate(page.rows, 1):
            for column, value in enumerate(cells, 1):
                if value is None or value == "":
                    continue
                cell = sheet.cell(row, column)
                cell.value = _not_in_xml.sub("", clean(value)) if isinstance(value, str) else value
                if isinstance(value, str):
                    cell.data_type = "s"  # otherwise a text that begins with = is a formula
                    cell.quotePrefix = str(cell.value).startswith(("=", "+", "-", "@"))
                    cell.alignment = Alignment(wrap_text=True, vertical="top")
                if row == 1:
                    cell.font = Font(bold=True)
        for column, width in enumerate(page.widths):
            sheet.column_dimensions[letters(column)].width = width
        for column, words in page.choices.items():
            rule = DataValidation("list", formula1='"' + ",".join(words) + '"', allow_blank=True)
            rule.add(f"{letters(column)}2:{letters(column)}1000")
            sheet.add_data_validation(rule)
        if not page.is_text:
            sheet.freeze_panes = "B2"
    written = BytesIO()
    book.save(written)
    return written.getvalue()
