"""Tables in files: the one door for reading them, and what to write them as."""

import os
from pathlib import Path

from foresight.core.problems import FileProblem, Problem
from foresight.core.progress import Tick, no_tick
from foresight.core.storage import read_bytes
from foresight.core.words import _, listed, quoted
from foresight.exchange.csv_files import read_csv, write_csv
from foresight.exchange.excel_reading import read_excel
from foresight.exchange.excel_writing import Page, write_excel
from foresight.exchange.table import BYTES_MOST, Book

EXCEL = ".xlsx"


def read_small(path: Path) -> bytes:
    """The bytes of a file that another program made. Raises FileProblem."""
    if os.path.isdir(path):  # noqa: PTH112 - never raises, as Path.is_dir does for a name that is too long
        raise FileProblem(_("{name} is a folder. Choose a file.").format(name=path.name))
    data = read_bytes(path)
    if len(data) > BYTES_MOST:
        said = _("{name} is larger than {size} MB and is not read. Keep in it only what is needed.")
        raise FileProblem(said.format(name=path.name, size=BYTES_MOST // 2**20))
    return data


def read_book(path: Path, tick: Tick = no_tick) -> Book:
    """The tables of a CSV file or a workbook; what the file is counts, not only its name. Raises Problem."""
    data = read_small(path)
    if path.suffix.lower() == EXCEL or data.startswith(b"PK\x03\x04"):
        return read_excel(data, tick)
    return read_csv(data)


def read_table(path: Path, tick: Tick = no_tick) -> Book:
    """As ``read_book``, with the first sheet that holds anything and no other; a note names those. Raises Problem."""
    book = read_book(path, tick)
    held = [sheet for sheet in book.sheets if sheet.rows]
    if not held:  # there are formulas that were never calculated, else the file would have been refused
        raise Problem("\n".join(remark.text for remark in book.remarks[:5]))
    others = listed([quoted(sheet.name) for sheet in held[1:11]])
    notes = (_("Only the sheet {name} was read, not {others}.").format(name=quoted(held[0].name), others=others),)
    return Book((held[0],), book.remarks, (*book.notes, *(notes if others else ())))


def write_table(page: Page, ending: str) -> bytes:
    """One table as a workbook for ".xlsx", else as CSV."""
    return write_excel([page]) if ending == EXCEL else write_csv(page.rows)
