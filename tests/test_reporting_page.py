"""The brief as a page for a browser."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from foresight.core.brief import Box, Bullets, Cell, Columns, Heading, Picture, Section, Table, Text
from foresight.core.document import Document
from foresight.core.folders import SCENARIOS
from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.core.words import speaking
from foresight.model.scenarios import Scenarios
from foresight.model.trends import Trends
from foresight.model.workshop import Workshop
from foresight.reporting.brief import write_brief
from foresight.reporting.page import make_page, render_page

HOSTILE = (Path(__file__).parent / "data" / "hostile" / "markup.txt").read_text("utf-8").splitlines()
KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3", "p", "div", "span", "br"),
    *("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "blockquote"),
}
EMPTY = {"meta", "br"}


class Reader(HTMLParser):
    """Reads a page; refuses elements that are left open or closed twice."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        self.attributes += attrs
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text += data


def page(*blocks: Any, **more: Any) -> Reader:
    return Reader(render_page([Section("Trends", "forces", blocks, **more)], "Workshop", "en"))


@pytest.mark.parametrize("sample", HOSTILE, ids=range(len(HOSTILE)))
def test_markup_is_text_on_the_page(sample: str) -> None:
    twin = Table((sample, "x"), ((Cell(sample, bold=True), "y"),))
    blocks = (
        Heading(sample),
        Text(sample),
        Text(sample, "quote"),
        Bullets((sample,)),
        Box((Text(sample),)),
        Picture(lambda *_size: None, 10, sample, sample, twin),
    )
    read = page(*blocks, bookmark=sample)
    assert set(read.found) <= KNOWN
    assert read.text.count(sample) >= 8
    assert {name for name, _value in read.attributes} <= {
        "lang",
        "charset",
        "name",
        "content",
        "scope",
        "class",
        "aria-label",
        "style",
    }


def test_figures_are_told_and_stand_as_tables() -> None:
    twin = Table(("Nr", "Trend"), (("1", "Tillit"), ("2", "Klima")), numeric=frozenset({0}))
    read = page(Picture(lambda *_size: None, 10, "Two trends on a map.", "The map", twin))
    assert "Two trends on a map." in read.text
    assert read.found.count("tr") == 3
    assert ("scope", "col") in read.attributes


def test_tints_marks_and_spans_are_kept() -> None:
    with speaking("nb"):
        row = (Cell("Tillit", bold=True), Cell("synker", mark="down", tint="cool"), Cell("over to", span=2))
        read = page(Table(("", "A", "B", "C"), (row,)))
    assert ("aria-label", "ned") in read.attributes
    assert ("colspan", "2") in read.attributes
    assert ("scope", "row") in read.attributes
    assert any(name == "style" and "background" in (value or "") for name, value in read.attributes)


def test_what_says_nothing_leaves_nothing() -> None:
    read = page(Heading(""), Text(" "), Bullets(()), Table(("A",), ()), Columns(()))
    assert set(read.found) & {"h3", "p", "ul", "table"} == set()


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.foresight")), ids=lambda path: path.stem)
def test_a_sample_is_whole_on_its_page(path: Path) -> None:
    document = load(path, slice_kinds())
    read = Reader(make_page(document, 8, document[Workshop].language))
    wanted = [trend.title for trend in document[Trends].trends]
    wanted += [scenario.name for scenario in document[Scenarios].scenarios]
    assert [each for each in wanted if each not in read.text] == []
    assert ("lang", {"nb": "nb-NO", "en": "en-GB"}[document[Workshop].language]) in read.attributes
    assert read.found.count("h1") == 1


def test_a_path_that_ends_in_html_gets_the_page(tmp_path: Path) -> None:
    write_brief(Document(), tmp_path / "brief.HTML", 2, "nb")
    assert (tmp_path / "brief.HTML").read_text("utf-8") == make_page(Document(), 2, "nb")
