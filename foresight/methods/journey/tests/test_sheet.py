"""A sheet for each table: the cards that it chose, and a box for each phase on each level."""

from io import BytesIO

import pypdfium2

from foresight.core.document import Document
from foresight.core.look import PRINT
from foresight.core.words import speaking
from foresight.methods.journey.figure_sheet import ROWS, sheets, write_sheets
from foresight.methods.journey.model import Journey, Phase
from foresight.methods.journey.tests.rooms import TOPICS, gathering, room
from foresight.model.cards import Card, Cards


def pages(data: bytes) -> list[str]:
    """The text of each page of a PDF."""
    held = pypdfium2.PdfDocument(BytesIO(data))
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in held]


def test_each_table_gets_the_cards_that_it_chose() -> None:
    first, second, third = pages(write_sheets(gathering(), ".pdf"))
    assert [page.split(" Project")[0] for page in (first, second, third)] == ["Table 1", "Table 2", "Table 3"]
    assert [f"{number} {title}" in first for number, title in enumerate(TOPICS.values(), 1)] == [True] * 3 + [False]
    assert all(f"{number} {title}" in second for number, title in enumerate(TOPICS.values(), 1))
    assert "1 Insight and idea · 2 Development · 3 Trial" in first


def test_the_phases_of_this_workshop_are_numbered_on_every_level() -> None:
    phases = tuple(Phase(name=f"Phase {n}") for n in range(1, 8))
    (page,) = pages(write_sheets(room(1).put(Journey(phases=phases)), ".pdf"))
    assert page.count("1 2 3 4 5 6 7") == 3
    assert "6 Phase 6 · 7 Phase 7" in page


def test_without_tables_there_is_one_to_fill_in_and_long_decks_go_on() -> None:
    with speaking("nb"):
        (said,) = pages(write_sheets(Document(), ".pdf"))
    assert said.startswith("Gruppe")
    many = Document().put(Cards(cards=tuple(Card(title=f"Topic {n}") for n in range(ROWS + 1))))
    assert len(list(sheets(many, PRINT))) == 2
