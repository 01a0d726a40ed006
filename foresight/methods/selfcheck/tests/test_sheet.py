"""A sheet for each table: every piece of advice, with boxes from 1 to 5."""

from io import BytesIO

import pypdfium2
import pytest

from foresight.core.document import Document
from foresight.core.look import PRINT
from foresight.core.words import speaking
from foresight.methods.selfcheck.figure_sheet import ROWS, sheets, write_sheets
from foresight.methods.selfcheck.model import Advice, SelfCheck
from foresight.methods.selfcheck.tests.rooms import room


def pages(data: bytes) -> list[str]:
    """The text of each page of a PDF."""
    held = pypdfium2.PdfDocument(BytesIO(data))
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in held]


def test_each_table_gets_all_advice_and_the_scale() -> None:
    document = room(3)
    found = pages(write_sheets(document, ".pdf"))
    assert [page.startswith(f"Table {n}") for n, page in enumerate(found, 1)] == [True] * 3
    for number, advice in enumerate(document[SelfCheck].advice, 1):
        assert f"{number} {advice.text}" in found[2]
    assert "1 not at all … 5 fully" in found[0]


def test_without_tables_there_is_one_to_fill_in_and_long_lists_go_on() -> None:
    with speaking("nb"):
        (said,) = pages(write_sheets(Document(), ".pdf"))
    assert said.startswith("Gruppe")
    many = Document().put(SelfCheck(advice=tuple(Advice(text=f"Advice {n}") for n in range(ROWS + 1))))
    first, second = pages(write_sheets(many, ".pdf"))
    assert (f"{ROWS} Advice" in first, f"{ROWS + 1} Advice {ROWS}" in second) == (True, True)


@pytest.mark.parametrize("text", ["<b>one & only</b>", "advice " * 28])
def test_a_sentence_stands_whole_in_its_row(text: str) -> None:
    document = Document().put(SelfCheck(advice=(Advice(text=text.strip()),)))
    (said,) = pages(write_sheets(document, ".pdf"))
    assert f"1 {text.strip()}" in said
    assert len(list(sheets(document, PRINT))) == 1
