"""The pictures and what goes into the brief."""

from typing import Any

import pytest

from foresight.core.brief import Picture, Table
from foresight.core.brief import Text as Words
from foresight.core.document import Document
from foresight.core.look import LOOKS, PRINT
from foresight.core.picture import Text
from foresight.methods.signposts.figure import board, board_height, strip, strip_height
from foresight.methods.signposts.model import Signposts
from foresight.methods.signposts.report import sections
from foresight.methods.signposts.tests.samples import signpost, three, workshop


def said(figure: Any) -> str:
    return " ".join(shape.text for shape in figure.plain() if isinstance(shape, Text))


def test_the_board_shows_every_signpost_the_most_telling_first() -> None:
    text = said(board(three(), 490, board_height(three(), 490), PRINT))
    places = [text.index(f"Share of {name}") for name in "abc"]
    assert places == sorted(places)
    assert all(name in text for name in ("Fast lane", "Long table", "2.0", "0.5", "Framed"))


def test_what_does_not_fit_on_the_board_is_counted() -> None:
    many = workshop(*(signpost(f"s{n}", 2, -2) for n in range(30)))
    text = said(board(many, 490, board_height(many, 490), PRINT))
    assert text.count("Share of") == 12
    assert "and 18 more signposts" in text
    assert "and 29 more signposts" in said(board(many, 490, 34 + 2 * 14 + 17, PRINT))


def test_the_strip_puts_a_world_where_its_score_is() -> None:
    text = said(strip(three(), 490, strip_height(three()), PRINT))
    assert "0.9" in text
    assert "0.2" in text


@pytest.mark.parametrize("document", [Document(), workshop(), workshop(signpost("a")), workshop(worlds=4), three()])
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
@pytest.mark.parametrize("size", [(60.0, 20.0), (900.0, 700.0)])
def test_pictures_are_drawn_whatever_there_is(document: Document, look: Any, size: tuple[float, float]) -> None:
    for draw in (board, strip):
        assert isinstance(draw(document, *size, look).plain(), tuple)


def test_the_brief_has_a_board_and_a_calendar_on_eight_pages() -> None:
    assert [len(sections(three(), pages)) for pages in (2, 4, 8)] == [0, 0, 2]
    assert sections(three().put(Signposts()), 8) == ()
    told, looked = sections(three(), 8)
    pictures = [block for block in told.blocks if isinstance(block, Picture)]
    assert (told.page, looked.page) == ("compare", "act")
    assert pictures[1].alt.startswith("What was seen so far is most like “Fast lane”.")
    twin = pictures[0].twin
    assert twin is not None
    assert twin.rows[0] == ("Share of a", "sharply up", "sharply down", "very well (2.0)", "sharply up")
    (table,) = looked.blocks
    assert isinstance(table, Table)
    assert [row[4] for row in table.rows] == ["20 November 2026", "1 March 2027", "–"]
    (short,) = looked.gist
    assert isinstance(short, Words)
    assert short.text == "Share of a: 20 November 2026 · Share of b: 1 March 2027 · Share of c: –"


def test_without_anything_seen_the_brief_asks_for_no_world() -> None:
    told, _looked = sections(workshop(signpost("a", 2, -2)), 8)
    assert len(told.blocks) == 1
