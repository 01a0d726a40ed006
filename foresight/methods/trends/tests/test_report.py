"""What the brief says about trends, and what its figures show."""

from collections.abc import Iterator
from typing import Any

import pytest

from foresight.core.brief import Block, Columns, Heading, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.look import DARK, LIGHT
from foresight.core.picture import Circle, Polygon
from foresight.core.picture import Text as DrawnText
from foresight.methods.trends.analysis import rows
from foresight.methods.trends.dots import CROSSES
from foresight.methods.trends.figure import rating_map, with_names
from foresight.methods.trends.figure_radar import trend_radar
from foresight.methods.trends.report import LISTED, PICTURED, TOP, sections
from foresight.methods.trends.tests import samples
from foresight.model.ratings import Ratings
from foresight.model.trends import Trend, Trends, change_trend, remove_trends
from foresight.reporting.brief import make_brief


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        for column in block.columns if isinstance(block, Columns) else ():
            yield from flat(column)


def found(section: Section, kind: type[Any]) -> list[Any]:
    return [block for block in flat(section.blocks) if isinstance(block, kind)]


def section(document: Document, pages: int = 8) -> Section:
    (only,) = sections(document, pages)
    return only


def said(section: Section) -> str:
    return "\n".join(block.text for block in found(section, Text))


def tables(section: Section, head: str) -> list[Table]:
    return [table for table in found(section, Table) if head in table.head]


def named(section: Section) -> list[str]:
    """The numbers and titles in the lists by category."""
    return [f"{row[0]} {row[1]}" for table in found(section, Table) if table.head[0] == "" for row in table.rows]


def drawn(shapes: Any) -> list[str]:
    return [shape.text for shape in shapes if isinstance(shape, DrawnText)]


def lists(document: Document) -> list[list[tuple[str, int]]]:
    """The columns of the list by category: headings, each with its number of lines."""
    last = [block for block in section(document).blocks if isinstance(block, Columns)][-1]
    return [
        [(table.head[1], len(table.rows)) for table in column if isinstance(table, Table)] for column in last.columns
    ]


def test_a_short_list_stays_together_and_a_long_one_is_divided_evenly() -> None:
    few = Document().put(Trends(trends=tuple(Trend(title=f"Trend {n}") for n in range(5))))
    many = Document().put(Trends(trends=tuple(Trend(title=f"Trend {n}") for n in range(30))))

    assert lists(few) == [[("Social", 5)]]
    assert lists(many) == [[("Social", 10)]] * 3
    assert make_brief(few, 8, "en").startswith(b"%PDF")


def test_without_trends_there_is_nothing_to_print() -> None:
    assert sections(Document(), 8) == ()


def test_the_sheet_of_two_pages_has_no_room_for_forces() -> None:
    assert sections(samples.workshop(), 2) == ()
    assert [each.page for each in sections(samples.workshop(), 4)] == ["forces"]


def test_who_rated_is_said_first() -> None:
    first = found(section(samples.workshop()), Text)[0].text
    assert first.startswith("5 trends, rated by 3 groups. ")
    assert "1 trend is not rated yet." in first


def test_without_ratings_radar_and_list_remain() -> None:
    document = samples.workshop().put(Ratings())
    made = section(document)
    assert said(made).startswith("5 trends, not rated yet.")
    assert [picture.alt for picture in found(made, Picture)] == [
        "Trend radar. Act: 2, 4; Prepare: 3; Monitor: 1."
    ]  # fmt: skip
    assert tables(made, "Impact") == []
    assert len(named(made)) == 5


def test_the_most_critical_and_the_givens_have_their_figures() -> None:
    made = section(samples.workshop())
    (critical,) = tables(made, "Critical uncertainties")
    (given,) = tables(made, "Givens")
    assert critical.rows == (("1 Trust", "5\u00a0(4.5–5)", "4\u00a0(3.5–4.5)", "3"),)
    assert given.rows == (("2 Ageing", "4\u00a0(4–4.5)", "1\u00a0(1–1.5)", "3"),)


def test_a_zone_with_more_than_the_top_says_how_many_more() -> None:
    made = section(samples.many(50))
    (critical,) = tables(made, "Critical uncertainties")
    assert len(critical.rows) == TOP
    assert "13 more in this zone." in said(made)


def test_the_map_is_told_in_words_and_as_a_table() -> None:
    picture = found(section(samples.workshop()), Picture)[0]
    assert "Critical uncertainties: 1; Givens: 2; Watch: 3; Drop: 4." in picture.alt
    assert picture.twin.rows[2] == ("3", "Fashion", "Watch", "1.5\u00a0(1.3–1.8)", "4.5\u00a0(4.3–4.8)", "2")
    assert len(picture.twin.rows) == 4


@pytest.mark.parametrize("count", [1, LISTED])
def test_every_number_is_named_once(count: int) -> None:
    document = samples.many(count)
    wanted = [f"{n} {trend.title}" for n, trend in enumerate(document[Trends].trends, 1)]
    assert sorted(named(section(document))) == sorted(wanted)


def test_on_four_pages_the_list_names_all_that_the_tables_do_not() -> None:
    document = samples.many(LISTED)
    held = found(section(document, 4), Table)
    in_tables = [row[0] for table in held if table.head[0] for row in table.rows]
    run_on = [name for table in held if not table.head[0] for row in table.rows for name in row[1].split(" · ")]
    wanted = [f"{n} {trend.title}" for n, trend in enumerate(document[Trends].trends, 1)]
    assert len(in_tables) == 2 * TOP
    assert sorted([*in_tables, *(name.replace("\u00a0", " ") for name in run_on)]) == sorted(wanted)


@pytest.mark.parametrize("pages", [4, 8])
def test_long_lists_run_on_by_zone_with_what_matters_most_first(pages: int) -> None:
    document = samples.many(200)
    made = section(document, pages)
    assert [block.text for block in found(made, Heading)] == ["Critical uncertainties", "Watch", "Givens", "Drop"]
    text = said(made)
    assert all(f"{n}\u00a0Trend-{n - 1}" in text for n in range(1, 201))
    assert text.index("25\u00a0Trend-24") < text.index("13\u00a0Trend-12")


def test_above_sixty_trends_the_map_has_the_page_to_itself() -> None:
    assert len(found(section(samples.many(PICTURED)), Picture)) == 2
    assert len(found(section(samples.many(PICTURED + 1)), Picture)) == 1
    assert len(found(section(samples.many(PICTURED), 4), Picture)) == 1


def test_empty_categories_are_told() -> None:
    assert said(section(samples.workshop())).endswith(
        "No trends yet in these categories: Economic, Environmental and Values."
    )


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize("pages", [4, 8])
@pytest.mark.parametrize("count", [0, 1, 60, 200])
def test_a_brief_is_made_of_any_number_of_trends(count: int, pages: Any, language: Any) -> None:
    assert make_brief(samples.many(count), pages, language).startswith(b"%PDF")


def test_the_map_numbers_every_dot_that_is_rated() -> None:
    document = samples.workshop()
    texts = drawn(rating_map(rows(document), document[Ratings], 300, 260, LIGHT).plain())
    assert texts[-4:] == ["1", "2", "3", "4"]
    assert {"1 matters little", "5 matters much", "1 we are sure", "5 nobody knows"} <= set(texts)
    assert {"Critical uncertainties", "Givens", "Watch", "Drop"} <= set(texts)


@pytest.mark.parametrize("look", [LIGHT, DARK])
@pytest.mark.parametrize("lines", [Ratings(), Ratings(impact_line=5, uncertainty_line=1)])
def test_no_text_of_the_map_lies_outside(look: Any, lines: Ratings) -> None:
    figure = rating_map(rows(samples.many(CROSSES, 3)), lines, 236, 246, look)
    places = [shape.place for shape in figure.plain() if isinstance(shape, DrawnText)]
    assert all(0 <= x <= 236 and 0 <= y <= 246 for x, y in places)


def test_the_kinds_in_use_have_a_key() -> None:
    document = samples.workshop()
    texts = drawn(rating_map(rows(document), document[Ratings], 300, 260, LIGHT).plain())
    assert {"Weak signal", "Trend", "Megatrend"} <= set(texts)
    assert "Wild card" not in texts
    plain = samples.many(6)
    assert "Trend" not in drawn(rating_map(rows(plain), plain[Ratings], 300, 260, LIGHT).plain())


def test_the_radar_numbers_every_trend_with_a_ring_and_counts_its_sectors() -> None:
    texts = drawn(trend_radar(rows(samples.workshop()), 400, 400, LIGHT).plain())
    assert [text for text in texts if text.isdigit()] == ["2", "4", "3", "1"]
    assert {"Social 2", "Political 2", "Technological 0", "Act", "Prepare", "Monitor"} <= set(texts)


def test_a_small_radar_names_its_rings_below() -> None:
    texts = drawn(trend_radar(rows(samples.workshop()), 200, 200, LIGHT).plain())
    assert "From the centre: Act – Prepare – Monitor" in texts
    assert "Act" not in texts


def test_new_and_moved_trends_are_marked() -> None:
    def shapes(status: str, kind: type[Circle] | type[Polygon]) -> int:
        document = change_trend("silos", status=status).apply(samples.workshop())
        figure = trend_radar(rows(document), 400, 400, LIGHT).plain()
        return sum(isinstance(shape, kind) for shape in figure)

    assert shapes("new", Circle) == shapes("unchanged", Circle) + 1
    assert shapes("moved in", Polygon) == shapes("moved out", Polygon) == shapes("unchanged", Polygon) + 1


def test_signs_of_movement_are_explained() -> None:
    assert found(section(samples.workshop()), Picture)[1].caption == ""
    document = change_trend("silos", status="moved in").apply(
        change_trend("trust", status="new").apply(samples.workshop())
    )
    caption = found(section(document), Picture)[1].caption
    assert caption == "Double rim: new since last time. Pointer: has moved inwards or outwards."


def test_a_single_group_has_no_spread_to_explain() -> None:
    assert said(section(samples.many(3))).startswith("3 trends, rated by 1 group.\n")


def test_a_picture_stands_on_its_own_with_the_names_beside_it() -> None:
    table = rows(samples.many(60))
    figure = with_names(lambda w, h, look: trend_radar(table, w, h, look), table, 800, 300, LIGHT)
    texts = drawn(figure.plain())
    assert figure.width == 800
    assert "Trend-0" in texts
    assert "13 more" in texts
    assert sum(text.startswith("Trend-") for text in texts) == 47
    narrow = with_names(lambda w, h, look: trend_radar(table, w, h, look), table, 300, 300, LIGHT)
    assert not any(text.startswith("Trend-") for text in drawn(narrow.plain()))


def test_titles_are_data_not_mark_up() -> None:
    document = Document().put(Trends(trends=(Trend(title="<b>R&D</b> & <font color=red>"),)))
    assert named(section(document)) == ["1 <b>R&D</b> & <font color=red>"]
    assert make_brief(document, 8, "en").startswith(b"%PDF")


def test_all_trends_may_go_again() -> None:
    document = samples.workshop()
    assert sections(remove_trends(*document[Trends].by_id).apply(document), 8) == ()
