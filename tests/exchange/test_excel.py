"""Excel workbooks: read within limits by a process of its own, written so that texts stay texts."""

import contextlib
import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.problems import Problem
from foresight.core.progress import Cancelled
from foresight.exchange import excel_reading, excel_worker
from foresight.exchange.excel_reading import LIMITS, read_excel
from foresight.exchange.excel_writing import Page, write_excel
from foresight.exchange.files import read_book, read_table
from foresight.exchange.table import Cell

SAMPLES = Path(__file__).parents[1] / "data" / "hostile"
OK = (SAMPLES / "xlsx" / "ok.xlsx").read_bytes()

DAMAGED = "The workbook is damaged and cannot be read. Open it in Excel, save it again, and try once more."
LARGE = "The table is too large: at most 20000 rows and 200 columns are read."
NOT_EXCEL = "This is no Excel workbook, whatever its name says."
OLD = "This is an old Excel file (.xls), or one with a password. Save it as .xlsx, without a password."
REFUSED = {
    "xlsx/billion_laughs.xlsx": DAMAGED,
    "xlsx/corner_cell.xlsx": LARGE,
    "xlsx/bad_sst.xlsx": DAMAGED,
    "xlsx/bad_ref.xlsx": DAMAGED,
    "xlsx/truncated.xlsx": DAMAGED,
    "xlsx/is_csv.xlsx": NOT_EXCEL + " A text file must end in .csv.",
    "xlsx/is_xls.xlsx": OLD,
    "xlsx/empty.xlsx": "The file is empty.",
    "xlsx/deep_xml.xlsx": "The file is empty.",
    "xlsx/rows_1e6_same.xlsx": LARGE,
    "zip/slip.zip": NOT_EXCEL,
    "zip/dup.zip": DAMAGED,
    "zip/no_manifest.zip": NOT_EXCEL,
    "zip/many.zip": DAMAGED,
    "zip/lying_size.zip": NOT_EXCEL,
    "zip/truncated.zip": DAMAGED,
}
"""What must be refused, and in which words."""


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """A workbook of these parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_workbooks_are_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(Problem) as refused:
        read_book(SAMPLES / name)

    assert refused.value.message == REFUSED[name]


def test_a_size_that_the_file_only_claims_is_not_believed() -> None:
    assert read_book(SAMPLES / "xlsx" / "fake_dimension.xlsx").sheets[0].rows == (("1",),)


def test_a_date_that_no_calendar_has_is_a_number() -> None:
    assert read_book(SAMPLES / "xlsx" / "date_1904.xlsx").sheets[0].rows == (("2958466",),)


def test_a_formula_that_was_never_calculated_gets_a_remark() -> None:
    book = read_book(SAMPLES / "xlsx" / "formula_uncached.xlsx")

    assert [remark.text for remark in book.remarks] == [
        "S, row 1, column A: Here is a formula that was never calculated. Open the file in Excel and save it."
    ]


def test_a_calculated_formula_gives_its_last_value_and_a_note() -> None:
    parts = unpacked(write_excel([Page("S", [["a"], ["b"]])]))
    sheet = parts["xl/worksheets/sheet1.xml"]
    cell = sheet[sheet.index(b'<c r="A2"') :]
    cell = cell[: cell.index(b"</c>") + 4]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(cell, b'<c r="A2"><f>6*7</f><v>42</v></c>')
    book = read_excel(packed(parts))

    assert book.sheets[0].rows == (("a",), ("42",))
    assert book.notes == ("1 cell holds a formula: its last calculated value was read.",)


def test_a_workbook_that_unpacks_to_too_much_is_refused_while_it_is_unpacked() -> None:
    with pytest.raises(excel_worker.Refused, match="large"):
        excel_worker.read(packed({**unpacked(OK), "xl/media/bomb": bytes(200_000)}), {**LIMITS, "unpacked": 100_000})


def test_reading_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(excel_reading, "_WORKER", slow)
    monkeypatch.setattr(excel_reading, "SECONDS_MOST", 0.05)

    with pytest.raises(Problem, match="took too long"):
        read_excel(OK)


def test_reading_is_cancelled_when_the_user_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(excel_reading, "_WORKER", slow)

    def tick(fraction: float) -> None:
        assert 0 <= fraction <= 1
        raise Cancelled

    with pytest.raises(Cancelled):
        read_excel(OK, tick)


def test_a_process_that_breaks_down_is_a_problem_and_no_crash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text("import os\nos.abort()\n")
    monkeypatch.setattr(excel_reading, "_WORKER", broken)

    with pytest.raises(Problem, match="too large"):
        read_excel(OK)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_workbook_with_any_damage_is_read_or_refused(data: st.DataObject) -> None:
    parts = unpacked(OK)
    name = data.draw(st.sampled_from(sorted(parts)))
    held = bytearray(parts[name])
    for _change in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(held) - 1))
        held[at : at + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=6))
        if not held:
            break
    with contextlib.suppress(excel_worker.Refused):
        found = excel_worker.read(packed({**parts, name: bytes(held)}), dict(LIMITS))
        assert all(isinstance(cell, str) for _title, rows in found["sheets"] for row in rows for cell in row)


CELLS = (
    st.none() | st.integers(-999, 999) | st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=9)
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELLS | st.sampled_from(["=1+1", "-5", "+", "@x", "#N/A", "a\nb"]), max_size=4), max_size=4))
def test_what_is_written_is_read_back_and_texts_stay_texts(table: list[list[Cell]]) -> None:
    rows: list[list[Cell]] = [["head"], *table]
    written = write_excel([Page("S", rows)])
    found = excel_worker.read(written, dict(LIMITS))["sheets"][0][1]

    wanted = [["" if cell is None else str(cell) for cell in row] for row in rows]
    for row in wanted:
        while row and not row[-1]:
            row.pop()
    while not wanted[-1]:
        wanted.pop()
    assert found == wanted
    kinds = {
        type(cell.value): cell.data_type for line in openpyxl.load_workbook(BytesIO(written))["S"] for cell in line
    }
    assert kinds.get(str, "s") == "s"


def test_a_text_with_what_xml_cannot_hold_is_written_without_it() -> None:
    assert read_excel(write_excel([Page("S", [["a\x00b\ufffe\uffffc"]])])).sheets[0].rows == (("abc",),)


def test_a_table_is_the_first_sheet_that_holds_anything_and_the_others_are_named(tmp_path: Path) -> None:
    pages = [Page("Empty", []), Page("One", [["a"]]), Page("Two", [["b"]]), Page("Three", [["c"]])]
    (tmp_path / "f.xlsx").write_bytes(write_excel(pages))
    book = read_table(tmp_path / "f.xlsx")

    assert [sheet.rows for sheet in book.sheets] == [(("a",),)]
    assert book.notes == ("Only the sheet “One” was read, not “Two” and “Three”.",)


def test_a_table_of_nothing_but_formulas_is_a_problem_that_names_them() -> None:
    with pytest.raises(Problem, match="S, row 1, column A: Here is a formula that was never calculated"):
        read_table(SAMPLES / "xlsx" / "formula_uncached.xlsx")
