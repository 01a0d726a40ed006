"""Excel workbooks, read by a process of their own with a limit of time and memory (excel_worker.py).

The answer of that process is JSON, so that even a file that takes it over can only hand in texts.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from foresight.core.problems import Problem
from foresight.core.progress import Tick, no_tick
from foresight.core.proposals import Remark
from foresight.core.text import clean_line
from foresight.core.words import _, ngettext
from foresight.exchange.csv_files import too_large
from foresight.exchange.table import CELLS_MOST, COLUMNS_MOST, ROWS_MOST, Book, Sheet, clean

SECONDS_MOST = 20.0
LIMITS = {
    "rows": ROWS_MOST,
    "columns": COLUMNS_MOST,
    "cells": CELLS_MOST,
    "characters": 20_000_000,
    "parts": 1_000,
    "unpacked": 50 * 2**20,
    "memory": 2**30,
}
"""What the process is given: counts and bytes."""

_WORKER = Path(__file__).with_name("excel_worker.py")
_OLD = b"\xd0\xcf\x11\xe0"


def read_excel(data: bytes, tick: Tick = no_tick) -> Book:
    """The sheets of a workbook. Raises Problem when it is none, too large, damaged, or takes too long.

    Formulas are not calculated: the value that the last program kept counts. ``tick`` hears shares of the time limit.
    """
    if not data:
        raise Problem(_("The file is empty."))
    if data.startswith(_OLD):
        raise Problem(
            _("This is an old Excel file (.xls), or one with a password. Save it as .xlsx, without a password.")
        )
    if not data.startswith(b"PK"):
        raise Problem(_("This is no Excel workbook, whatever its name says. A text file must end in .csv."))
    answer = _asked(data, tick)
    if "refused" in answer:
        raise _refusal(str(answer["refused"]), str(answer.get("details", "")))
    sheets = tuple(
        Sheet(tuple(tuple(map(clean, row)) for row in rows), clean_line(name, 31)) for name, rows in answer["sheets"]
    )
    uncounted = answer["uncounted"]
    if not uncounted and not any(sheet.rows for sheet in sheets):
        raise Problem(_("The file is empty."))
    never = _("Here is a formula that was never calculated. Open the file in Excel and save it.")
    remarks = tuple(Remark(never, Sheet((), clean_line(name, 31)).place(row, at)) for name, row, at in uncounted)
    kept = answer["formulas"] - len(uncounted)
    said = ngettext(
        "{n} cell holds a formula: its last calculated value was read.",
        "{n} cells hold formulas: their last calculated values were read.",
        kept,
    )
    return Book(sheets, remarks, (said.format(n=kept),) if kept else ())


def _asked(data: bytes, tick: Tick) -> dict[str, Any]:
    """What the other process says about this file."""
    command = [sys.executable, "-P", "-W", "ignore", str(_WORKER), json.dumps(LIMITS)]
    began = time.monotonic()
    with tempfile.TemporaryFile() as file:  # not a pipe: communicate() forgets the rest of it after a time-out
        file.write(data)
        file.seek(0)
        process = subprocess.Popen(
            command,
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OPENPYXL_LXML": "False"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        try:
            said = _waited_for(process, began, tick)
        finally:
            if process.poll() is None:
                process.kill()
                process.communicate()
    if process.returncode:
        raise _refusal("large", f"exit status {process.returncode}")
    answer: dict[str, Any] = json.loads(said)
    return answer


def _waited_for(process: subprocess.Popen[bytes], began: float, tick: Tick) -> bytes:
    """What the process says, as soon as it has ended; Problem when it takes too long, Cancelled from ``tick``."""
    while True:
        try:
            return process.communicate(timeout=0.1)[0]
        except subprocess.TimeoutExpired:
            spent = time.monotonic() - began
            tick(min(spent / SECONDS_MOST, 1.0))
            if spent > SECONDS_MOST:
                raise _refusal("slow") from None


def _refusal(why: str, details: str = "") -> Problem:
    match why:
        case "large":
            return too_large()
        case "slow":
            return Problem(
                _("Reading the workbook took too long, so it was given up. Copy what is needed to a new one.")
            )
        case "not excel":
            return Problem(_("This is no Excel workbook, whatever its name says."), details)
        case "defusedxml":
            return Problem(_("The part that reads Excel files safely is missing. Set Foresight up again."))
        case _:
            return Problem(
                _("The workbook is damaged and cannot be read. Open it in Excel, save it again, and try once more."),
                details,
            )
