"""Orientation in the brief: sentences, pictures, groups."""

import random

import pytest

from foresight.core.brief import Columns, Heading, Picture, Table, Text
from foresight.core.document import Document
from foresight.core.look import DARK, LIGHT
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.methods.orientation.analysis import point_names, summary
from foresight.methods.orientation.model import Orientation, Rater, Shares
from foresight.methods.orientation.report import sections
from foresight.methods.orientation.sentences import line_sentence, reading, shares_sentence
from foresight.methods.orientation.tests.test_analysis import LINE, NOW, room, shares

NAMES = ("Past", "Recent past", "Today", "Near future", "Far future")


def crowd(n: int) -> tuple[Rater, ...]:
    """n people who rated everything, always the same ones."""
    dice = random.Random(4)

    def divided() -> Shares:
        past, future = 5 * dice.randint(0, 8), 5 * dice.randint(0, 12)
        return Shares(past=past, present=100 - past - future, future=future)

    return tuple(
        Rater(
            code=str(i + 1),
            line_now=dice.randint(1, 5),
            line_should=dice.randint(3, 5),
            shares_now=divided(),
            shares_should=divided(),
        )
        for i in range(n)
    )


def test_sentence_of_the_line() -> None:
    said = summary(Rater(line_now=point) for point in LINE)
    assert line_sentence(said, NAMES) == (
        "The centre of gravity is 3.4 on the line, between “Today” and “Near future” (n = 12)."
    )


def test_only_pictures_that_there_are_are_explained() -> None:
    line, parts = Rater(line_now=3), Rater(shares_now=Shares(past=20, present=60, future=20))
    beam = "The beam is thick where the middle half of the people stand."
    dots = "The large dots of the triangle are means."
    assert [reading(summary(raters)) for raters in ([line], [parts], [line, parts], [])] == [
        beam,
        dots,
        f"{beam} {dots}",
        "",
    ]


@pytest.mark.parametrize(
    ("now", "should", "expected"),
    [
        (3, 4, "It should be 4.0, which is 1.0 further ahead (n = 1)."),
        (3, 2, "It should be 2.0, which is 1.0 further back (n = 1)."),
        (3, 3, "It is where it should be (n = 1)."),
    ],
)
def test_sentence_of_the_wish(now: int, should: int, expected: str) -> None:
    said = summary([Rater(line_now=now, line_should=should)])
    assert line_sentence(said, NAMES) == f"The centre of gravity is 3.0 on the line, near “Today” (n = 1). {expected}"


def test_only_a_wish() -> None:
    assert line_sentence(summary([Rater(line_should=5)]), NAMES) == "It should be 5.0, near “Far future” (n = 1)."


def test_printed_numbers_add_up() -> None:
    said = summary([*(Rater(line_now=p, line_should=4) for p in (3, 3, 3, 3, 3, 3, 4)), Rater(line_should=5)])
    assert "is 3.1 on the line" in line_sentence(said, NAMES)
    assert "should be 4.1, which is 1.0 further ahead" in line_sentence(said, NAMES)


def test_sentence_of_the_shares() -> None:
    raters = [Rater(shares_now=each) for each in shares(*NOW)]
    raters.append(Rater(shares_should=shares((10, 40, 50))[0]))
    assert shares_sentence(summary(raters)) == (
        "On average 18% of the attention goes to the past, 56% to the present and 26% to the future (n = 5). "
        "It should be 10%, 40% and 50% (n = 1). Future minus past would go from +8 to +40 percentage points."
    )
    alike = summary([Rater(shares_now=shares((10, 40, 50))[0], shares_should=shares((10, 40, 50))[0])])
    assert shares_sentence(alike).endswith("Future minus past would still be +40 percentage points.")
    assert shares_sentence(summary([])) == line_sentence(summary([]), NAMES) == ""


def test_norwegian() -> None:
    discover()
    with speaking("nb"):
        said = line_sentence(summary(Rater(line_now=p, line_should=4) for p in LINE), point_names(Document()))
    assert said == (
        "Tyngdepunktet er 3,4 på linja, mellom «I dag» og «Nær framtid» (n = 12). "
        "Det burde være 4,0, altså 0,6 lenger fram (n = 12)."
    )


def test_no_section_without_enough_people_or_in_a_short_brief() -> None:
    assert sections(Document(), 8) == ()
    assert sections(room(2), 8) == ()
    assert sections(room(5), 4) == ()


def test_the_section_with_only_a_line() -> None:
    (section,) = sections(room(4, 3), 8)
    picture, told, caution, heading, table = section.blocks
    assert section.page == "people"
    assert isinstance(picture, Picture)
    assert picture.twin is not None
    assert picture.twin.rows == (
        ("Now", "4", "3", "0", "0", "0", "1.4", "7"),
        ("Should be", "0", "0", "0", "0", "7", "5.0", "7"),
    )
    assert told == Text(
        "The median is 1 and the middle half lies between 1 and 2: people see much the same. "
        "0 of 7 people see their organisation look to the near or far future."
    )
    assert isinstance(caution, Text)
    assert "tool for conversation" in caution.text
    assert heading == Heading("By group")
    assert isinstance(table, Table)
    assert table.head == ("", "People", "Now", "Should be", "Gap")
    assert table.rows == (("Table 1", "4", "1.0", "5.0", "+4.0"), ("Table 2", "3", "2.0", "5.0", "+3.0"))


def test_both_pictures_side_by_side() -> None:
    (section,) = sections(Document().put(Orientation(raters=crowd(104))), 8)
    both = section.blocks[0]
    assert isinstance(both, Columns)
    assert len(both.columns) == 2


def test_the_gist_draws_the_line_and_says_the_rest_beside_it() -> None:
    (section,) = sections(Document().put(Orientation(raters=crowd(104))), 8)
    (both,) = section.gist
    assert isinstance(both, Columns)
    (drawn,), said = both.columns
    assert isinstance(drawn, Picture)
    assert drawn.caption == ""
    begun = ("The centre of gravity is", "On average", "The median is")
    assert [
        isinstance(text, Text) and text.text.startswith(begin) for text, begin in zip(said, begun, strict=True)
    ] == [True] * 3


@pytest.mark.parametrize("n", [1, 5, 104, 1000])
@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_pictures_stay_inside_their_frame(n: int, look: object) -> None:
    from foresight.core.picture import Circle, Polygon
    from foresight.methods.orientation.figure import seesaw
    from foresight.methods.orientation.figure_triangle import triangle

    said = summary(crowd(n))
    for width, height in ((230.0, 175.0), (700.0, 420.0)):
        for drawn in (seesaw(said, NAMES, width, height, look), triangle(said, width, height, look)):  # type: ignore[arg-type]
            points = [place for shape in drawn.plain() if isinstance(shape, Polygon) for place in shape.points]
            points += [shape.centre for shape in drawn.plain() if isinstance(shape, Circle)]
            assert points
            assert all(0 <= x <= width and 0 <= y <= height for x, y in points)


def test_pictures_of_nothing_are_blank() -> None:
    from foresight.methods.orientation.figure import seesaw
    from foresight.methods.orientation.figure_triangle import triangle

    assert seesaw(summary([]), NAMES, 200, 100, LIGHT).plain() == ()
    assert triangle(summary([]), 200, 100, LIGHT).plain() == ()
