"""What the brief says about scenarios."""

from collections.abc import Iterator
from typing import Any

import pytest

from foresight.core.brief import Block, Bullets, Cell, Columns, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.look import LIGHT
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.methods.scenarios.report import making, sections
from foresight.methods.scenarios.tests import samples
from foresight.model.drivers import Drivers
from foresight.model.scenarios import Axis, Scenario, Scenarios, change_scenario, overrule
from foresight.reporting import own


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        for column in block.columns if isinstance(block, Columns) else ():
            yield from flat(column)


def found(section: Section, kind: type[Any]) -> list[Any]:
    return [block for block in flat(section.blocks) if isinstance(block, kind)]


def worlds(document: Document) -> list[Section]:
    return [section for section in sections(document, 8) if section.page == "worlds"]


def compared(document: Document) -> Table:
    (section,) = [section for section in sections(document, 8) if section.page == "compare"]
    (table,) = found(section, Table)
    assert isinstance(table, Table)
    return table


def texts(row: tuple[Cell | str, ...]) -> list[str]:
    return [cell.text if isinstance(cell, Cell) else cell for cell in row]


@pytest.mark.parametrize("pages", [2, 4, 8])
def test_without_scenarios_there_is_nothing_to_print(pages: int) -> None:
    assert sections(Document(), pages) == ()
    assert sections(samples.base(), pages) == ()


def test_the_sheet_has_the_cross_the_comparison_and_the_first_signposts() -> None:
    assert [section.page for section in sections(samples.four(), 2)] == ["glance", "compare", "act"]
    assert [section.page for section in sections(samples.four(), 4)] == ["glance", *["worlds"] * 4, "compare"]


def test_the_cross_is_told_in_words_too() -> None:
    glance = sections(samples.four(), 2)[0]
    assert glance.title == "4 worlds in 2040"
    (picture,) = found(glance, Picture)
    assert all(name in picture.alt for name in samples.NAMES)
    assert texts(picture.twin.rows[0]) == [
        "The leap",
        "A few bold hands rebuild the state while the rest look away.",
        "Trust in society: low · Will to change: redesign and transformation",
    ]


def test_every_world_has_the_same_fields_in_the_same_order() -> None:
    told = worlds(samples.four())
    assert [section.title for section in told] == list(samples.NAMES)
    assert [section.mark for section in told] == ["circle", "triangle", "square", "diamond"]
    assert [section.accent for section in told] == ["scenario_a", "scenario_b", "scenario_c", "scenario_d"]
    shapes = {tuple(type(block) for block in flat(section.blocks)) for section in told}
    assert len(shapes) == 1
    first = told[0]
    assert [block.text for block in found(first, Text)] == [
        samples.TAGLINES[0],
        samples.STORY,
        "We stopped asking whose job it was.",
        "redesign and transformation · low",
    ]
    (meaning,) = found(first, Table)
    assert meaning.head == ("Winners", "Losers", "What it asks of us", "Signposts")
    assert meaning.rows[0][3].startswith("A ministry gives up a register\nNeighbours")


def test_three_of_four_events_and_the_indicators_are_drawn_and_told() -> None:
    section = worlds(samples.four())[1]
    way, signs = found(section, Picture)
    assert section.emblem is not None
    assert section.emblem.alt.startswith("Where Spread in the field lies on the cross. Trust in society: high")
    assert [row[0] for row in way.twin.rows] == ["2026", "2032", "2040"]
    assert [row[1] for row in signs.twin.rows] == ["sharply up", "up", "as today"]


def test_blank_fields_are_dropped() -> None:
    document = samples.base().put(Scenarios(scenarios=(Scenario(tagline="Only this."), Scenario())))
    first, second = worlds(document)
    assert [block.text for block in found(first, Text) if block.text] == ["Only this."]
    assert (second.title, second.emblem) == ("Scenario B", None)
    assert not any(block.text for block in found(second, Text))
    assert not found(second, Picture) + found(second, Table)
    assert [section.page for section in sections(document, 8)] == ["glance", "worlds", "worlds"]


def test_a_long_narrative_leaves_no_room_for_quotes_in_any_world() -> None:
    document = change_scenario("s0", narrative="word " * 250).apply(samples.four())
    assert not any(block.style == "quote" for section in worlds(document) for block in found(section, Text))


def test_one_world_is_not_compared() -> None:
    document = samples.base().put(Scenarios(scenarios=(samples.world(0),)))
    assert [section.page for section in sections(document, 8)] == ["glance", "worlds"]
    assert sections(document, 8)[0].title == "1 world in 2040"


def test_the_comparison_has_text_in_every_cell() -> None:
    table = compared(samples.four())
    assert table.head == ("Driver", *samples.NAMES)
    assert [texts(row)[0] for row in table.rows] == list(samples.TITLES)
    assert all(all(texts(row)) for row in table.rows)
    assert texts(table.rows[0])[1:] == ["low", "high", "low", "high"]
    assert [cell.mark for cell in table.rows[0][1:] if isinstance(cell, Cell)] == ["down", "up", "down", "up"]
    assert texts(table.rows[3])[1:] == ["up", "up", "as today", "down"]


def test_the_most_alike_worlds_are_named() -> None:
    section = sections(samples.four(), 8)[-1]
    assert found(section, Text)[0].text.endswith(
        "Most alike are “The leap” and “Trailing behind”: they differ in 3 of 6 drivers."
    )


def test_an_axis_without_a_driver_is_compared_by_its_poles() -> None:
    part = samples.four()[Scenarios]
    document = samples.four().put(part.but(x_axis=Axis(name="Own axis", low="little", high="much")))
    assert texts(compared(document).rows[0]) == ["Own axis", "little", "much", "little", "much"]


def test_six_stories_without_a_cross() -> None:
    assert [section.mark for section in worlds(samples.six())][3:] == ["diamond", "hollow circle", "hollow triangle"]
    assert [section.page for section in sections(samples.six(), 8)].count("compare") == 0
    document = samples.six()
    for number in range(6):
        states = samples.world(number % 4).states
        document = change_scenario(f"s{number}", states=states).apply(document)
    assert compared(document).head == ("Driver", "A", "B", "C", "D", "E", "F")
    _arrows, key = found(sections(document, 8)[-1], Text)
    assert key.text.startswith("A Story 1 · B Story 2")


def test_the_sheet_compares_by_arrows_only() -> None:
    (table,) = found(sections(samples.four(), 2)[1], Table)
    assert texts(table.rows[2])[1:] == ["up", "as today", "up", "up"]
    assert texts(compared(samples.four()).rows[2])[1] == "Few hands, many tasks"


def test_the_sheet_names_five_signposts_those_of_a_world_together() -> None:
    (table,) = found(sections(samples.four(), 2)[2], Table)
    assert [texts(row)[1] for row in table.rows] == [samples.NAMES[index] for index in (0, 0, 1, 2, 3)]
    assert [row[1].mark for row in table.rows[1:] if isinstance(row[1], Cell)] == [
        "circle",
        "triangle",
        "square",
        "diamond",
    ]


def test_what_is_not_said_gets_a_dash() -> None:
    document = change_scenario("s1", states=()).apply(samples.four())
    assert texts(compared(document).rows[2])[2] == "–"


@pytest.mark.parametrize("document", [samples.four(), samples.six(), samples.long_names()], ids=["four", "six", "long"])
def test_every_picture_draws_in_its_space(document: Document) -> None:
    for section in sections(document, 8):
        for picture in found(section, Picture):
            height = picture.height(150) if callable(picture.height) else picture.height
            drawing = picture.draw(150, height, LIGHT)
            assert (drawing.width, drawing.height) == (150, height)


def test_the_brief_speaks_norwegian() -> None:
    discover()
    with speaking("nb"):
        pages = sections(samples.four(), 8)
    assert pages[0].title == "4 scenarioer for 2040"
    assert found(pages[1], Table)[0].head[:2] == ("Vinnere", "Tapere")


def test_nothing_but_text_is_asked_of_drivers() -> None:
    assert sections(samples.four().put(Drivers()), 8)[0].title == "4 worlds in 2040"


def test_why_axes_that_hang_together_were_taken_is_said_in_how_it_was_made() -> None:
    axes = Scenarios(x_axis=Axis(driver="d0"), y_axis=Axis(driver="d4", name="Walls"))
    document = samples.base().put(axes)
    assert making(document) == ()
    said = overrule("d4", "d0", "The ministries may yet share.").apply(document)
    line = "“Trust in society” and “Walls” hang together and were taken as axes all the same, because: "
    assert making(said) == (f"{line}The ministries may yet share.",)
    assert making(said.put(said[Drivers].but(links=()))) == ()
    printed = next(each for each in own.sections(said, 8) if each.title == "How it was made")
    assert any("The ministries may yet share." in item for item in found(printed, Bullets)[0].items)


def test_a_full_page_compares_directions_without_words() -> None:
    (section,) = [section for section in sections(samples.four(), 8) if section.page == "compare"]
    words, marks = found(section, Table)[0], section.gist[-1]
    assert isinstance(marks, Table)
    assert len(marks.rows) == len(words.rows)
    assert section.gist == next(each for each in sections(samples.four(), 4) if each.page == "compare").blocks
