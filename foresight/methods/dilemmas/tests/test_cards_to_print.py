"""Cards to cut out and sheets to tick: every card once, a sheet for each table."""

import re
from io import BytesIO

import pypdfium2
import pytest

from foresight.core.document import Document
from foresight.core.words import speaking
from foresight.methods.dilemmas.figure_cards import ROWS, write_cards, write_sheets
from foresight.methods.dilemmas.tests.rooms import room
from foresight.model.cards import Card, Cards
from foresight.model.groups import Groups


def pages(data: bytes) -> list[str]:
    """The text of each page of a PDF."""
    held = pypdfium2.PdfDocument(BytesIO(data))
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in held]


def test_every_card_stands_once_with_both_statements() -> None:
    document = room()
    cards = document[Cards].cards
    found = pages(write_cards(document, ".pdf"))
    assert len(found) == -(-len(cards) // 8)
    for number, card in enumerate(cards, 1):
        assert f"{number} {card.title}" in found[(number - 1) // 8]
        assert card.a.split()[0] in found[(number - 1) // 8]
    assert write_cards(document, ".pdf") == write_cards(document, ".pdf")


@pytest.mark.parametrize("text", ["W" * 200, "statement " * 20, "<b>one & only</b>"])
def test_a_card_takes_whatever_a_statement_says(text: str) -> None:
    document = Document().put(Cards(cards=(Card(title="Silos", a=text.strip(), b="Short"),)))
    (said,) = pages(write_cards(document, ".pdf"))
    assert "".join(text.split()) in re.sub(r"[\s\x02\ufffe]", "", said)


def test_a_sheet_for_each_table() -> None:
    document = room()
    groups, cards = document[Groups].groups, document[Cards].cards
    assert len(cards) <= ROWS
    found = pages(write_sheets(document, ".pdf"))
    assert len(found) == len(groups)
    assert all(group.name in page for group, page in zip(groups, found, strict=True))
    assert all(card.title in found[0] for card in cards)


def test_without_groups_and_cards_there_is_a_sheet_to_fill_in() -> None:
    with speaking("nb"):
        (said,) = pages(write_sheets(Document(), ".pdf"))
    assert said.startswith("Gruppe")
    assert pages(write_cards(Document(), ".pdf")) == [""]
    many = Document().put(Cards(cards=tuple(Card(title=f"Topic {n}") for n in range(ROWS + 1))))
    assert len(pages(write_sheets(many, ".pdf"))) == 2
