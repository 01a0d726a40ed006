"""The appendix of the brief: after the pages that were asked for, on as many as it needs, with nothing left out."""

from io import BytesIO

import pypdfium2
import pytest

from foresight.core.brief import SIZES, Heading, Section, Size, Table, Text
from foresight.core.document import Document
from foresight.core.words import speaking
from foresight.reporting.appendix import spread
from foresight.reporting.brief import render


def listing(count: int, title: str = "Links", order: int = 50, words: int = 4) -> Section:
    """A table of so many rows under a sentence and a heading."""
    rows = tuple((f"{title} {n}.", "why " * words) for n in range(count))
    return Section(
        title, "appendix", (Text("All of them."), Heading("One by one"), Table(("No.", "Why"), rows)), order=order
    )


def pages(*sections: Section, size: Size = 8) -> list[str]:
    with speaking("en"):
        pdf = pypdfium2.PdfDocument(BytesIO(render(sections, Document(), size, "en")))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


@pytest.mark.parametrize("size", SIZES)
def test_every_row_is_printed_once_on_pages_after_the_others(size: Size) -> None:
    about = Section("At a glance", "glance", (Text("What it is about."),))
    front, *rest = pages(listing(200), about, size=size)
    assert "What it is about." in front
    assert "Links 0." not in front
    assert [sum(f"Links {n}. " in page for page in rest) for n in range(200)] == [1] * 200
    assert len(rest) > 2
    assert all("No. Why" in page for page in rest)
    assert not any("workshop file" in page for page in rest)


def test_what_goes_on_says_so_and_stands_once_in_the_contents() -> None:
    front, *rest = pages(
        Section("At a glance", "glance", (Text("What it is about."),)), listing(200), listing(9, "Last")
    )
    assert [("Links (continued)" in page) for page in rest] == [False, *[True] * (len(rest) - 1)]
    assert front.count("Links") == 1
    assert f"{len(rest) + 1} Last" in front


def test_short_sections_share_a_page_in_their_order() -> None:
    leaves = spread([listing(3, "Second", order=2), listing(3, "First", order=1)])
    assert [[section.title for section in leaf.sections] for leaf in leaves] == [["First", "Second"]]


def test_a_section_does_not_begin_with_a_row_or_two_at_the_foot() -> None:
    with speaking("en"):
        counts = [len(spread([listing(count, "First"), listing(30, "Second")])[0].sections) for count in range(20, 40)]
    assert set(counts) == {1, 2}
    for count in range(20, 40):
        first, *_rest = spread([listing(count, "First"), listing(30, "Second")])
        if len(first.sections) == 2:
            last = first.sections[1].blocks[-1]
            assert isinstance(last, Table)
            assert len(last.rows) >= 2


def test_a_row_higher_than_a_page_is_cut_and_says_so() -> None:
    text = " ".join(pages(listing(3, words=6000)))
    assert [f"Links {n}. " in text for n in range(3)] == [True] * 3


def test_what_stands_elsewhere_is_not_in_the_appendix() -> None:
    assert spread([Section("At a glance", "glance", (Text("What it is about."),))]) == ()
