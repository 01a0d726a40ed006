"""Forces in pictures and in print."""

import pytest

from foresight.core.brief import Columns, Heading, Picture, Table, Text
from foresight.core.document import Document
from foresight.core.look import DARK, LIGHT, Look
from foresight.core.picture import Circle, Polygon
from foresight.core.picture import Text as Word
from foresight.methods.forces.analysis import balance, factor_tallies, most_divided_first
from foresight.methods.forces.report import report, sections
from foresight.methods.forces.tests.rooms import forces, judged, room, triangle, with_worlds
from foresight.model.quotes import Quote, add_quotes


def corners(drawn: object) -> list[tuple[float, float]]:
    shapes = drawn.plain()  # type: ignore[attr-defined]
    return [place for shape in shapes if isinstance(shape, Polygon) for place in shape.points]


@pytest.mark.parametrize("look", [LIGHT, DARK])
@pytest.mark.parametrize("size", [(190.0, 160.0), (230.0, 400.0), (700.0, 420.0)])
def test_pictures_stay_inside_their_frame(look: Look, size: tuple[float, float]) -> None:
    from foresight.methods.forces.figure import sketch
    from foresight.methods.forces.figure import triangle as triangle_picture
    from foresight.methods.forces.figure_factors import bars, bars_height
    from foresight.methods.forces.figure_worlds import smalls, worlds_height, worlds_picture

    document, (width, height) = room(), size
    held, small, factors = balance(document), smalls(document), factor_tallies(document)
    drawn = (
        (triangle_picture(held, width, height, look), height),
        (sketch(held, width, 56, look), 56),
        (worlds_picture(small, held, width, worlds_height(small, width), look), worlds_height(small, width)),
        (bars(factors, width, bars_height(factors, width), look), bars_height(factors, width)),
    )
    for picture, room_for in drawn:
        assert corners(picture)
        assert all(-1e-6 <= x <= width + 1e-6 and -1e-6 <= y <= room_for + 1e-6 for x, y in corners(picture))


def test_the_dot_lies_where_the_forces_balance_and_the_part_that_leads_is_tinted() -> None:
    from foresight.methods.forces.figure import triangle as triangle_picture
    from foresight.reporting.ternary import triangle_place

    held = balance(triangle())
    shapes = triangle_picture(held, 400, 300, LIGHT).plain()
    place, side = triangle_place(400, 300, 84)
    dot = max((shape for shape in shapes if isinstance(shape, Circle)), key=lambda shape: shape.radius)
    x, y = place(held.spot or (0, 0))
    assert (dot.centre[0], 300 - dot.centre[1]) == pytest.approx((x, y))
    (tinted,) = [shape for shape in shapes if isinstance(shape, Polygon) and shape.fill == LIGHT.given.lower()]
    assert max(x for x, _y in tinted.points) - min(x for x, _y in tinted.points) == pytest.approx(side / 2)


def test_names_of_the_lower_corners_do_not_meet_in_a_low_picture() -> None:
    from foresight.methods.forces.figure import triangle as triangle_picture
    from foresight.reporting.drawing import text_width

    shapes = triangle_picture(balance(triangle()), 190, 120, LIGHT).plain()
    words = {shape.text: shape.place[0] for shape in shapes if isinstance(shape, Word) and shape.bold}
    left, right = "Weight of the past", "Pull of the future"
    widths = {text: text_width(text, 9, True) for text in (left, right)}
    assert words[left] + widths[left] / 2 < words[right] - widths[right] / 2
    assert words[left] - widths[left] / 2 >= -1e-6
    assert words[right] + widths[right] / 2 <= 190 + 1e-6


def test_no_section_before_enough_forces_or_in_a_short_brief() -> None:
    assert sections(Document(), 8) == ()
    assert sections(forces(("push", 2), ("pull", 2)), 8) == ()
    assert sections(triangle(), 4) == ()
    assert report(Document()) == ()


def test_the_section_and_its_gist() -> None:
    (section,) = sections(room(), 8)
    assert (section.page, section.order, section.bookmark) == ("people", 40, "Forces")
    (both,) = section.blocks
    assert isinstance(both, Columns)
    assert both.columns[1][0] == Text(
        "What has been holds us back: 13 of 24 points of strength lie in the weight of the past."
    )
    assert "“Money” promotes for 4 groups, inhibits for 4 groups" in str(both.columns[1][1])
    (short,) = section.gist
    assert isinstance(short, Columns)
    assert short.columns[1][0] == both.columns[1][0]
    assert str(short.columns[1][1]).startswith("Text(text='“Money” promotes for 4 groups")
    picture = short.columns[0][0]
    assert isinstance(picture, Picture)
    assert picture.twin is not None
    assert picture.twin.rows == (
        ("Weight of the past", "3", "13"),
        ("Push of the present", "2", "6"),
        ("Pull of the future", "2", "5"),
    )


def test_the_page_of_the_report_has_pictures_tables_and_quotes() -> None:
    document = add_quotes(
        Quote(text="Too little money made us think.", about="money", consent=True),
        Quote(text="Never print this.", about="money"),
        Quote(text="About something else.", consent=True),
    ).apply(room())
    (section,) = report(document)
    assert section.page == "report"
    pictures = [block for block in section.blocks if isinstance(block, Picture)]
    assert [len(picture.twin.rows) for picture in pictures if picture.twin] == [2, 5]
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    assert table.rows[0] == ("5  Force 1", "4  Force 4", "3  Force 6")
    assert table.rows[2] == ("4  Force 3", "", "")
    assert [block.text for block in section.blocks if isinstance(block, Text)] == [
        "Too little money made us think.",
        "Money",
    ]


def test_a_report_of_factors_alone() -> None:
    (section,) = report(judged(forces(), money="+-b", few="+"))
    heading, picture = section.blocks[1:]
    assert isinstance(heading, Heading)
    assert isinstance(picture, Picture)
    assert picture.twin is not None
    assert picture.twin.rows[0] == ("1 Money", "1", "1", "1", "0")
    assert [tally.factor.id for tally in most_divided_first(factor_tallies(with_worlds()))] == []
