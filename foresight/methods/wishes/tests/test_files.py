"""Wishes as they are typed, and as they leave the workshop."""

import csv
import re
from io import BytesIO, StringIO

import pypdfium2
import pytest

from foresight.core.document import Document
from foresight.core.look import PRINT
from foresight.core.problems import EditRefused
from foresight.methods.wishes.analysis import ranked
from foresight.methods.wishes.entry import sort_by_digit, sort_typed
from foresight.methods.wishes.exchange_files import write, write_cards, write_empty
from foresight.methods.wishes.figure import bars
from foresight.methods.wishes.model import Wish, Wishes
from foresight.methods.wishes.report import report
from foresight.methods.wishes.tests.test_analysis import wished
from foresight.model.workshop import Workshop


def pages(data: bytes) -> list[str]:
    """The text of each page of a PDF."""
    held = pypdfium2.PdfDocument(BytesIO(data))
    return [page.get_textpage().get_text_bounded() for page in held]


def theme_of(document: Document, wish: str) -> str | None:
    found = document.find(wish, Wish)
    assert found is not None
    return found.theme


def test_a_digit_sorts_and_nought_takes_out() -> None:
    document = wished()
    assert theme_of(sort_by_digit("a", 2).apply(document), "a") == "money"
    assert theme_of(sort_by_digit("a", 0).apply(document), "a") is None
    assert sort_by_digit("a", 4).apply(document) is document


def test_a_theme_is_typed_by_its_beginning_or_its_number() -> None:
    document = wished()
    for typed, theme in (("mon", "money"), ("3", "law"), ("", None)):
        assert theme_of(sort_typed("a", typed).apply(document), "a") == theme
    with pytest.raises(EditRefused, match="No theme is called “Trust”"):
        sort_typed("a", "Trust").apply(document)


def test_eight_wishes_to_a_page() -> None:
    more = tuple(Wish(text=f"Number {n}") for n in range(9))
    document = wished()
    document = document.put(document[Wishes].but(wishes=(*document[Wishes].wishes, *more)))
    found = pages(write_cards(document, ".pdf"))
    assert len(found) == 2
    assert "Number 8" in found[0]
    assert "Wish f" in found[1]
    assert sum(f"Wish {one}" in "".join(found) for one in ("a", "b", "c1", "d", "e", "f", "g")) == 7
    assert write_cards(document, ".pdf") == write_cards(document, ".pdf")


@pytest.mark.parametrize("text", ["W" * 200, "wish " * 40, "<b>one & only</b>"])
def test_a_card_takes_whatever_a_wish_says(text: str) -> None:
    document = Document().put(Wishes(wishes=(Wish(text=text.strip()),)))
    (said,) = pages(write_cards(document, ".pdf"))
    assert re.sub(r"[\s\x02]", "", said).startswith("".join(text.split()))


def test_empty_cards_have_the_title_of_the_day() -> None:
    (said,) = pages(write_empty(Document().put(Workshop(title="Public sector 2040")), ".pdf"))
    assert said.count("Public sector 2040") == said.count("You have one wish.") == 8
    (said,) = pages(write_empty(Document(), ".pdf"))
    assert said.count("One card, one wish") == 8
    assert pages(write_cards(Document(), ".pdf")) == [""]


def test_the_table_has_a_wish_a_row() -> None:
    rows = list(csv.reader(StringIO(write(wished(), ".csv").decode("utf-8-sig"))))
    assert rows[0] == ["Text", "Theme", "Group", "Sector", "Taken up by"]
    assert ["Wish d", "Time", "", "", "Leap; Help"] in rows
    assert len(rows) == 8


def test_the_page_of_the_summary_report() -> None:
    (section,) = report(wished())
    assert section.page == "report"
    assert report(Document()) == ()


def test_the_bars_say_both_counts() -> None:
    drawn = bars(ranked(wished()[Wishes]), 400, 200, PRINT)
    said = [shape.text for shape in drawn.plain() if hasattr(shape, "text")]
    assert {"Time", "3, 2 taken up", "Money", "2", "No theme", "taken up", "not yet"} <= set(said)
    assert bars((), 400, 200, PRINT).plain() == ()
