"""The stairs and what goes into the brief."""

from itertools import pairwise
from typing import Any

import pytest

from foresight.core.brief import Bullets, Picture
from foresight.core.document import Document
from foresight.core.look import LOOKS, PRINT
from foresight.core.picture import Circle, Line, Text
from foresight.methods.backcasting.figure import stairs, stairs_height
from foresight.methods.backcasting.report import sections
from foresight.methods.backcasting.tests.test_analysis import step, way, whole
from foresight.reporting.drawing import text_width


def words(figure: Any) -> list[Text]:
    return [shape for shape in figure.plain() if isinstance(shape, Text)]


def dots(figure: Any) -> list[tuple[float, float]]:
    """Where the steps stand, as they are drawn: from the horizon back to now."""
    return [shape.centre for shape in figure.plain() if isinstance(shape, Circle)]


def test_the_stairs_go_down_from_the_horizon_at_the_right_to_now_at_the_left() -> None:
    figure = stairs(whole(), 490, stairs_height(whole(), 490), PRINT)
    text = " ".join(each.text for each in words(figure))
    assert all(said in text for said in ("2040 All is well", "2036 Step c", "after 1, 2", "The state", "2026"))
    places = dots(figure)
    assert [x for x, _y in places] == sorted((x for x, _y in places), reverse=True)
    heights = [y for _x, y in places]  # the page grows downwards on the screen
    assert heights == sorted(heights)


def crowded(n: int) -> Document:
    return way(*(step(f"{at:02}", 2027 + at * 13 // n, actor="Somebody with a rather long title") for at in range(n)))


@pytest.mark.parametrize("document", [Document(), way(), whole(), crowded(30), way(step("W" * 20, 2033))])
@pytest.mark.parametrize("width", [220.0, 490.0, 900.0])
def test_all_text_is_inside_the_picture(document: Document, width: float) -> None:
    height = stairs_height(document, width)
    for word in words(stairs(document, width, height, PRINT)):
        length = text_width(word.text, word.size, word.bold)
        left = word.place[0] - length * {"start": 0, "middle": 0.5, "end": 1}[word.anchor]
        assert -0.1 <= left <= left + length <= width + 0.1
        assert -0.1 <= word.place[1] <= height + 0.1


def test_no_two_steps_write_over_each_other() -> None:
    document = crowded(14)
    figure = stairs(document, 490, stairs_height(document, 490), PRINT)
    rows = sorted(word.place[1] for word in words(figure) if "Step" in word.text or "Somebody" in word.text)
    assert len(rows) == 28
    assert min(below - above for above, below in pairwise(rows)) > 7


def test_a_step_that_comes_too_early_is_marked() -> None:
    wrong = way(step("a", 2028, "b"), step("b", 2033))
    right = way(step("a", 2034, "b"), step("b", 2033))

    def marked(document: Document) -> bool:
        shapes = stairs(document, 490, 300, PRINT).plain()
        return any(getattr(shape, "fill", "").upper() == PRINT.danger for shape in shapes)

    assert marked(wrong)
    assert not marked(right)


def test_of_many_steps_the_brief_shows_those_nearest_to_now() -> None:
    section = sections(crowded(30), 8)[0]
    picture = section.blocks[0]
    assert isinstance(picture, Picture)
    assert callable(picture.height)
    text = " ".join(each.text for each in words(picture.draw(490, picture.height(490), PRINT)))
    assert text.count("Step ") == 14
    assert "Step 00" in text
    assert "and 16 more steps" in text
    assert picture.twin is not None
    assert len(picture.twin.rows) == 30


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_the_stairs_are_drawn_in_every_look_and_however_little_room_there_is(look: Any) -> None:
    shapes = stairs(whole(), 90, 20, look).plain()
    assert any(isinstance(shape, Line) for shape in shapes)


def test_the_brief_has_the_way_on_eight_pages_with_what_to_look_at_again() -> None:
    assert [len(sections(whole(), pages)) for pages in (2, 4, 8)] == [0, 0, 1]
    assert sections(way(), 8) == ()
    section = sections(way(step("a", 2028, "b"), step("b", 2033)), 8)[0]
    assert (section.page, section.title) == ("act", "The way back from 2040")
    bullets = next(block for block in section.blocks if isinstance(block, Bullets))
    assert bullets.items[0].startswith("“Step a” (2028) needs “Step b” (2033)")
