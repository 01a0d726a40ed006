"""What is printed: on the last page of the brief, in the appendix, on a page of the summary report."""

from typing import Any

import pytest

from foresight.core.brief import Block, Bullets, Picture, Table, Text
from foresight.core.document import Document
from foresight.core.look import LOOKS, PRINT
from foresight.core.picture import Text as Words
from foresight.methods.commitments.figure import bars, bars_height
from foresight.methods.commitments.report import appendix, report, sections
from foresight.methods.commitments.tests.samples import four, whole, workshop
from foresight.model.commitments import Ask, Commitment
from foresight.model.quotes import Quote, Quotes


def tables(blocks: tuple[Block, ...]) -> list[list[list[str]]]:
    """The rows of each table, as texts."""
    held = [block for block in blocks if isinstance(block, Table)]
    return [[[cell if isinstance(cell, str) else cell.text for cell in row] for row in table.rows] for table in held]


def test_the_brief_says_what_who_when_measure_gain_and_who_confirms() -> None:
    (section,) = sections(four(), 8)
    assert (section.page, section.title) == ("act", "What we take on")
    assert tables(section.blocks) == [
        [
            ["Do a", "Head of section", "10 January 2027", "Calls", "Fewer calls", "Call centre: confirmed"],
            ["Do b", "Head of section", "1 March 2027", "Calls", "Fewer calls", "Call centre: not yet"],
            ["Do c", "–", "–", "–", "–", "–"],
        ]
    ]
    asks = section.blocks[-1]
    assert isinstance(asks, Text)
    assert asks.text == (
        "We ask others: Let us try (the White Paper, 7 votes) · Share data (The white paper, 3 votes) · "
        "Pay for spreading (The county)"
    )


def test_a_full_page_has_the_best_three() -> None:
    document = workshop(*(whole(f"c{n}") for n in range(10)))
    (section,) = sections(document, 8)
    assert [len(rows) for rows in tables(section.blocks)] == [6]
    assert [len(rows) for rows in tables(section.gist)] == [3]


@pytest.mark.parametrize("pages", [2, 4])
def test_a_short_brief_counts_them(pages: int) -> None:
    (section,) = sections(four(), pages)
    (said,) = section.blocks
    assert isinstance(said, Text)
    assert said.text.startswith("The room made 3 commitments and 3 asks of others. 2 of 3 have a date to start")


def test_without_anything_nothing_is_printed() -> None:
    for document in (Document(), workshop()):
        assert sections(document, 8) == sections(document, 2) == appendix(document) == report(document) == ()


def test_asks_alone_are_printed_too() -> None:
    document = workshop(asks=(Ask(text="Share data"),))
    assert tables(sections(document, 8)[0].blocks) == []
    assert [len(rows) for rows in tables(appendix(document)[0].blocks)] == [1]
    assert not [block for block in report(document)[0].blocks if isinstance(block, Picture)]


def test_the_appendix_leaves_nothing_out() -> None:
    (section,) = appendix(four())
    first, more, asks = tables(section.blocks)
    assert [len(first), len(more), len(asks)] == [4, 4, 3]
    assert more[3][-1] == "Dropped"
    assert more[0][2] == "The county"


def test_the_page_of_the_report_has_figure_sentences_tables_and_quotes_with_consent() -> None:
    quotes = (Quote(text="I will ring on Monday", about="a", consent=True), Quote(text="Secret", about="a"))
    (section,) = report(four().put(Quotes(quotes=quotes)))
    picture = next(block for block in section.blocks if isinstance(block, Picture))
    assert picture.twin is not None
    assert picture.twin.rows[-1] == ("Gain confirmed", "1", "2")
    assert next(len(block.items) for block in section.blocks if isinstance(block, Bullets)) == 7
    assert [len(rows) for rows in tables(section.blocks)] == [3, 3]
    said = [block.text for block in section.blocks if isinstance(block, Text)]
    assert said == ["I will ring on Monday", "Do a"]


def test_the_bars_say_their_counts() -> None:
    figure = bars(four(), 400, bars_height(four()), PRINT)
    said = [shape.text for shape in figure.plain() if isinstance(shape, Words)]
    assert ("2 of 3" in said, said[-1]) == (True, "1 of 2")


@pytest.mark.parametrize("document", [Document(), workshop(Commitment(text="Do it")), four()])
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
@pytest.mark.parametrize("size", [(40.0, 20.0), (900.0, 700.0)])
def test_bars_are_drawn_whatever_there_is(document: Document, look: Any, size: tuple[float, float]) -> None:
    assert isinstance(bars(document, *size, look).plain(), tuple)
