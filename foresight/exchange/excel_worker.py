"""Reads an Excel workbook in a process of its own, which its starter stops when it takes too long.

Started by path, with the limits as JSON in its only argument; the file comes on standard input. The answer on standard
output is JSON: ``{"sheets": [[name, rows]], "formulas": n, "uncounted": [[sheet, row, column]]}``, "uncounted" being
formulas without a value; or ``{"refused": why}``.
It imports nothing of the program, so that it starts quickly and little is at hand for a file that breaks the reader.
"""

import contextlib
import datetime
import json
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any


class Refused(Exception):
    """The workbook is not read: "not excel", "large", "damaged"."""


def _limit_memory(size: int) -> None:
    """Let this process have at most ``size`` bytes, where the system knows such a limit.

    Windows does not, and macOS does not always; there the limits of size and time must do.
    """
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = size if hard == resource.RLIM_INFINITY else min(size, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _check_parts(data: bytes, limits: dict[str, int]) -> None:
    """Unpack everything once in small blocks: a directory may lie about sizes. Nothing is kept."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        names = [item.filename for item in archive.infolist()]
        if len(names) > limits["parts"] or len(set(names)) < len(names):
            raise Refused("damaged")
        if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
            raise Refused("not excel")
        left = limits["unpacked"]
        for item in archive.infolist():
            rows = limits["rows"]
            with archive.open(item) as part:
                while block := part.read(64 * 1024):
                    left -= len(block)
                    rows -= block.count(b"<row")  # openpyxl walks over rows that lie on each other without a word
                    if left < 0 or rows < 0:
                        raise Refused("large")
    except Refused:
        raise
    except MemoryError:
        raise Refused("large") from None
    except Exception as error:  # the many ways in which an archive can be broken
        raise Refused("damaged") from error


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def _rows(values: Any, formulas: Any, limits: dict[str, int], found: dict[str, Any]) -> Iterator[list[str]]:
    """The rows of one sheet as texts; counts formulas and lists those that no program has calculated."""
    for number, (row, written) in enumerate(zip(values.iter_rows(), formulas.iter_rows(), strict=True)):
        if number == limits["rows"]:
            raise Refused("large")
        texts = [_text(cell.value) for cell in row]
        for column, cell in enumerate(written):
            if cell.data_type == "f":
                found["formulas"] += 1
                if row[column].value is None and len(found["uncounted"]) < limits["columns"]:
                    found["uncounted"].append([values.title, number, column])
        while texts and not texts[-1]:
            texts.pop()
        limits["cells"] -= len(texts)
        limits["characters"] -= sum(map(len, texts))
        if len(texts) > limits["columns"] or limits["cells"] < 0 or limits["characters"] < 0:
            raise Refused("large")
        yield texts


def read(data: bytes, limits: dict[str, int]) -> dict[str, Any]:
    """The texts of all sheets. Raises Refused."""
    _check_parts(data, limits)
    found: dict[str, Any] = {"sheets": [], "formulas": 0, "uncounted": []}
    try:
        import openpyxl

        if not openpyxl.DEFUSEDXML:
            raise Refused("defusedxml")
        options: dict[str, Any] = {"read_only": True, "keep_links": False}
        values = openpyxl.load_workbook(BytesIO(data), data_only=True, **options)
        formulas = openpyxl.load_workbook(BytesIO(data), data_only=False, **options)
        for sheet, written in zip(values.worksheets, formulas.worksheets, strict=True):
            sheet.reset_dimensions()  # what a file says about its size may be a lie
            written.reset_dimensions()
            rows = list(_rows(sheet, written, limits, found))
            while rows and not rows[-1]:
                rows.pop()
            found["sheets"].append([sheet.title, rows])
    except Refused:
        raise
    except MemoryError:
        raise Refused("large") from None
    except Exception as error:  # openpyxl raises whatever it stumbles upon
        raise Refused("damaged") from error
    return found


def main() -> None:
    """Read standard input, answer on standard output."""
    limits = json.loads(sys.argv[1])
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl would load it, and it takes much memory
    _limit_memory(limits["memory"])
    try:
        answer = read(sys.stdin.buffer.read(), limits)
    except Refused as refused:
        answer = {"refused": str(refused), "details": repr(refused.__cause__ or "")[:500]}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


if __name__ == "__main__":
    main()
