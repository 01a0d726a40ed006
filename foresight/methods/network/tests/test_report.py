"""What the brief says about connections."""

import itertools
import math
import string
from collections.abc import Iterator
from typing import Any

import pytest

from foresight.core.brief import Block, Box, Columns, Picture, Section, Text
from foresight.core.document import Document
from foresight.core.look import LIGHT, LOOKS
from foresight.core.picture import Circle as Disc
from foresight.core.picture import Polygon, Shape
from foresight.core.picture import Text as Words
from foresight.methods.network.analysis import ROLES_MANY
from foresight.methods.network.figure import plane
from foresight.methods.network.figure_links import network as links_figure
from foresight.methods.network.model import count_potential, name_loop
from foresight.methods.network.report import sections
from foresight.methods.network.tests.networks import FIVE, network
from foresight.model.drivers import change_driver, set_link
from foresight.reporting.drawing import text_width


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        for column in block.columns if isinstance(block, Columns) else ():
            yield from flat(column)
        if isinstance(block, Box):
            yield from flat(block.blocks)


def found(section: Section, kind: type[Any]) -> list[Any]:
    return [block for block in flat(section.blocks) if isinstance(block, kind)]


def words(figure: Any) -> list[str]:
    return [shape.text for shape in figure.plain() if isinstance(shape, Words)]


def is_head(shape: Shape) -> bool:
    """Whether a shape is the head of an arrow."""
    return isinstance(shape, Polygon) and len(shape.points) == 3


@pytest.mark.parametrize("pages", [2, 4])
def test_only_the_long_brief_has_connections(pages: int) -> None:
    assert sections(network(FIVE), pages) == ()


def test_without_links_at_work_there_is_nothing_to_print() -> None:
    assert sections(Document(), 8) == ()
    assert sections(network({}, "abc"), 8) == ()
    assert sections(set_link("a", "b", potential=True).apply(network({"ab": "+2"})), 8) == ()


def test_the_page_has_both_pictures_two_loops_and_what_is_left_out() -> None:
    document = set_link("a", "d", strength=2, potential=True).apply(network(FIVE))
    (section,) = sections(set_link("c", "e", sign="+").apply(document), 8)
    assert section.page == "connections"
    matrix, strongest = found(section, Picture)
    assert matrix.twin.rows[0][1:4] == ("Driver a", "4", "0")
    assert "Driving factor: Driver a." in matrix.alt
    assert strongest.caption == "All 5 drivers and 10 links."
    told = [block.blocks[1].text for block in found(section, Box)]
    assert [text.rsplit(" ", 1)[1] for text in told] == ["reinforcing.", "balancing."]
    assert found(section, Text)[-1].text == (
        "There are 5 loops of at most 6 links. 1 link that is only possible is not counted."
    )


def test_the_page_says_as_what_possible_links_count() -> None:
    document = count_potential(2).apply(set_link("a", "d", potential=True).apply(network(FIVE)))
    (section,) = sections(document, 8)
    assert found(section, Text)[-1].text.endswith("1 link that is only possible counts as moderate.")
    silent = set_link("a", "b", strength=0).apply(network(FIVE))
    (section,) = sections(silent, 8)
    assert found(section, Text)[-1].text == "There are 5 loops of at most 6 links."


def test_a_loop_with_a_name_is_told_first() -> None:
    document = name_loop(["c", "d", "e"], "Silo spiral").apply(network(FIVE))
    (section,) = sections(document, 8)
    headings = [block.blocks[0].text for block in found(section, Box)]
    assert headings[0].endswith("Silo spiral")


def test_the_cut_is_stated() -> None:
    many = [f"{a}{b}" for a, b in itertools.pairwise("abcdefghijklmnopqrstuvwxyz")]
    (section,) = sections(network(dict.fromkeys(many, "+1")), 8)
    assert found(section, Picture)[1].caption == "The 14 strongest of 25 links, and the 15 of 26 drivers they join."
    assert found(section, Text)[-1].text == "No loops: nothing comes back to where it began."


def test_the_plane_shows_fifteen_drivers_and_says_of_how_many() -> None:
    ring = {a + b: "+1" for a, b in itertools.pairwise(string.ascii_lowercase + "a")}
    (section,) = sections(network({**ring, "ac": "+3", "bd": "+3"}), 8)
    picture = found(section, Picture)[0]
    assert len(picture.twin.rows) == 15
    assert {"Driver a", "Driver b", "Driver c", "Driver d"} <= {row[1] for row in picture.twin.rows}
    assert picture.caption.startswith("The 15 of 26 drivers with most influence and dependence;")
    shapes = picture.draw(482, 215, LIGHT).plain()
    assert sum(isinstance(shape, Disc) for shape in shapes) == 15
    assert "and 11 more" in words(picture.draw(482, 215, LIGHT))


def test_arrows_lead_to_where_drivers_stand_by_paths_only_if_there_is_such_an_order() -> None:
    (looping,) = sections(network(FIVE), 8)
    assert "Arrows lead" in found(looping, Picture)[0].caption
    assert (
        "When paths count, “Driver a” climbs from rank 2 to 1 in influence, through “Driver b”."
        in found(looping, Text)[0].text
    )
    heads = [shape for shape in plane(network(FIVE), 482, 215, LIGHT).plain() if is_head(shape)]
    assert heads
    (open_ended,) = sections(network({"ab": "+3", "bc": "+3"}), 8)
    assert "Arrows lead" not in found(open_ended, Picture)[0].caption
    assert not [s for s in plane(network({"ab": "+3", "bc": "+3"}), 482, 215, LIGHT).plain() if is_head(s)]


def test_the_chosen_driver_stands_out_and_the_list_may_stand_beside() -> None:
    figure = plane(network(FIVE), 330, 300, LIGHT, with_list=False, chosen="c")
    (ringed,) = [s for s in figure.plain() if isinstance(s, Disc) and s.stroke.lower() == LIGHT.ink.lower()]
    assert ringed.width == 2.0
    assert "Driver c" not in words(figure)


def test_when_all_links_are_shown_the_caption_says_so() -> None:
    (two,) = sections(network({"ab": "+2", "bc": "+1"}, "abcde"), 8)
    assert found(two, Picture)[1].caption == "All 2 links, and the 3 of 5 drivers they join."
    (one,) = sections(network({"ab": "+2"}, "abc"), 8)
    assert found(one, Picture)[1].caption == "The only link, and the 2 of 3 drivers it joins."


def test_effects_come_back_only_to_drivers_that_are_in_a_loop() -> None:
    open_way = {"ab": "+3", "bc": "+3"}
    (without,) = sections(network(open_way, "abcd"), 8)
    assert "“Driver b” both moves others and is moved." in found(without, Text)[0].text
    assert "comes back" not in found(without, Text)[0].text
    (mixed,) = sections(network({**open_way, "de": "+3", "ed": "+3"}, "abcdefgh"), 8)
    assert found(mixed, Text)[0].text.endswith(
        "“Driver d” and “Driver e” both move others and are moved: what is done there comes back. "
        "“Driver b” both moves others and is moved."
    )


@pytest.mark.parametrize("width", [360, 482, 900])
@pytest.mark.parametrize("theme", LOOKS)
def test_figures_hold_every_driver_that_fits(width: float, theme: Any) -> None:
    document = change_driver("a", title="M & N <b>" + "very long title " * 10).apply(network(FIVE))
    for draw in (plane, links_figure):
        said = words(draw(document, width, 300, LOOKS[theme]))
        assert any("Driver e" in text for text in said)
        assert any(text.startswith("M & N <b>") for text in said)


@pytest.mark.parametrize("width", [360, 482, 900])
def test_no_dot_covers_the_name_of_a_quarter(width: float) -> None:
    corners = {"ab": "+3", "ac": "+3", "ad": "+3", "cb": "+3", "db": "+3", "cd": "+3", "dc": "+3"}
    figure = plane(network(corners), width, 300, LIGHT).plain()
    dots = [shape for shape in figure if isinstance(shape, Disc) and shape.radius >= 7]
    names = [shape for shape in figure if isinstance(shape, Words) and shape.text in list(ROLES_MANY.values())[:4]]
    assert len(dots) == len(names) == 4
    for name in names:
        wide = text_width(name.text, name.size)
        left = name.place[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[name.anchor]
        for dot in dots:
            across = max(left - dot.centre[0], 0, dot.centre[0] - left - wide)
            down = max(name.place[1] - name.size - dot.centre[1], 0, dot.centre[1] - name.place[1])
            assert math.hypot(across, down) >= dot.radius, name.text


def test_figures_of_nothing_and_of_very_much() -> None:
    assert words(plane(Document(), 400, 300, LIGHT)) == []
    assert words(links_figure(Document(), 400, 300, LIGHT)) == []
    crowd = network({"ab": "+1"}, string.ascii_letters)
    assert "and 29 more" in words(plane(crowd, 482, 300, LIGHT))
