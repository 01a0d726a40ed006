"""The brief as a PDF: pages, language, fonts, outline, cuts, and text that would like to be more than text."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab import rl_config

from foresight.core.brief import (
    PAGES,
    SIZES,
    Block,
    Box,
    Bullets,
    Cell,
    Columns,
    Heading,
    Page,
    Picture,
    Section,
    Size,
    Table,
    Text,
)
from foresight.core.document import Document
from foresight.core.problems import FileProblem
from foresight.core.words import Language, speaking
from foresight.model.scenarios import Scenario, Scenarios
from foresight.model.workshop import Workshop
from foresight.reporting.brief import make_brief, render, write_brief
from foresight.reporting.drawing import blank, box, label
from foresight.reporting.own import sections as own_sections
from foresight.reporting.styles import BOTTOM, COMPACT, NORMAL, PAGE_HEIGHT, PAGE_WIDTH, SIDE

HOSTILE = (Path(__file__).parent / "data" / "hostile" / "markup.txt").read_text("utf-8").splitlines()
LONG = "Et nokså langt avsnitt om hvordan det gikk, og hvorfor ingen helt vet om det var slik vi ønsket det. " * 12


def made(*sections: Section, pages: Size = 8, language: Language = "en", document: Document | None = None) -> bytes:
    with speaking(language):
        return render(sections, document or Document(), pages, language)


def section(*blocks: Block, page: Page = "forces", title: str = "Trends", **more: Any) -> Section:
    return Section(title, page, blocks, **more)


def words(pdf: bytes, page: int | None = None) -> str:
    """The text of the brief (or of one page), every run of white space as one blank."""
    document = pypdfium2.PdfDocument(pdf)
    pages = range(len(document)) if page is None else [page]
    text = " ".join(document[number].get_textpage().get_text_range() for number in pages)
    return " ".join(text.replace("\ufffe", "-").split())


def squeezed(text: str) -> str:
    """``text`` without blanks and hyphens, which lines may add."""
    return "".join(text.split()).replace("-", "")


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(pdf))


def figure(height: float = 60) -> Picture:
    def draw(width: float, height: float, look: Any) -> Any:
        drawing = blank(width, height)
        box(drawing, 0, 0, width, height, fill=look.raised)
        label(drawing, 4, 4, "Figur", colour=look.ink)
        return drawing

    return Picture(draw, height, "A figure", "The caption", shrinks_to=0.7)


def workshop(**more: Any) -> Document:
    fields: dict[str, Any] = {
        "title": "Offentlig sektor 2040",
        "question": "Hvordan løser vi oppgavene?",
        "organisation": "Etaten",
        "date": "2018-11-16",
        "leader": "Kari Nordmann",
        "follow_up": "2019-06-14",
        "messages": ("Planlegg for aldring.", "Del data.", "Prøv mer."),
        "conversation": ("Hva slutter vi med?",),
        "sources": ("Kilde en", "Kilde to"),
        "note": "Tallene er eksempler.",
    }
    return Document().put(Workshop(**{**fields, **more}))


# Pages


def world(name: str, narrative: str = "Det er 2040.") -> Section:
    return section(Text(narrative), page="worlds", title=name, accent="scenario_a", mark="circle")


EVERYTHING = (
    *(section(Text(f"On {page}"), page=page, title=f"About {page}") for page in PAGES if page != "worlds"),
    *(world(name) for name in ("First", "Second", "Third", "Fourth")),
)


@pytest.mark.parametrize("pages", SIZES)
def test_the_brief_has_the_pages_that_were_asked_for(pages: Size) -> None:
    pdf = made(*EVERYTHING, pages=pages)
    assert len(reader(pdf).pages) == pages
    assert f"page 1 / {pages}" in words(pdf, 0)


def test_the_sheet_has_the_comparison_but_no_worlds() -> None:
    pdf = made(*EVERYTHING, pages=2)
    assert "About compare" in words(pdf, 1)
    assert "Third" not in words(pdf)


def test_four_pages_have_two_worlds_each_on_the_last_two() -> None:
    pdf = made(*EVERYTHING, pages=4)
    assert ["First" in words(pdf, n) for n in range(1, 4)] == [False, True, False]
    assert ["Fourth" in words(pdf, n) for n in range(1, 4)] == [False, False, True]
    assert all(f"About {page}" in words(pdf) for page in PAGES if page != "worlds")


def test_pages_with_nothing_are_left_out_and_more_worlds_take_more_pages() -> None:
    pdf = made(section(Text("x"), page="glance"), *(world(f"World {n}") for n in range(7)))
    assert len(reader(pdf).pages) == 1 + 4


def test_worlds_get_equal_halves() -> None:
    pdf = made(world("Short"), world("Long", LONG * 3))
    tops = dict(heading_places(pdf))
    assert tops["Short"] - tops["Long"] == pytest.approx((PAGE_HEIGHT - 57 - BOTTOM + 14) / 2, abs=1)


def heading_places(pdf: bytes) -> list[tuple[str, float]]:
    return [(str(entry.title), float(entry.top or 0)) for entry in reader(pdf).outline if not isinstance(entry, list)]


def test_a_section_can_stay_out_of_a_size() -> None:
    big = section(Text("Only big"), sizes=frozenset({8}), page="glance")
    small = section(Text("All"), page="glance")
    assert "Only big" in words(made(big, small))
    assert "Only big" not in words(made(big, small, pages=2))


def test_sections_stand_in_their_order() -> None:
    pdf = made(section(Text("x"), title="Later", order=60), section(Text("x"), title="Sooner", order=10))
    assert [name for name, _top in heading_places(pdf)] == ["Sooner", "Later"]


# The file


@pytest.mark.parametrize("pages", SIZES)
def test_the_same_document_gives_the_same_bytes(pages: Size) -> None:
    document = workshop()
    assert make_brief(document, pages, "nb", "a.foresight") == make_brief(document, pages, "nb", "a.foresight")


def test_every_font_is_embedded() -> None:
    blocks = (Text("Brødtekst ●"), Text("kursiv", "quote"), Table(("A",), ((Cell("fet", bold=True),),)), figure())
    fonts = [
        font.get_object()
        for page in reader(made(section(*blocks, page="glance"), section(Text("x")))).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert len(fonts) >= 4
    assert all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts)


@pytest.mark.parametrize(("language", "tongue", "foot"), [("nb", "nb-NO", "side 1 / "), ("en", "en-GB", "page 1 / ")])
def test_the_brief_speaks_one_language_and_says_which(language: Language, tongue: str, foot: str) -> None:
    pdf = make_brief(workshop(), 8, language)
    assert reader(pdf).trailer["/Root"]["/Lang"] == tongue  # type: ignore[index]
    assert foot in words(pdf)
    assert ("Scenarioer er ikke prognoser" in words(pdf)) == (language == "nb")
    assert ("16. november 2018" in words(pdf)) == (language == "nb")


def test_the_file_says_what_it_is_and_nothing_about_people_or_folders() -> None:
    document = workshop().put(Scenarios(scenarios=(Scenario(name="Langbordet"),)))
    pdf = make_brief(document, 8, "nb", "sektor.foresight")
    said = reader(pdf).metadata
    assert said is not None
    assert (said.title, said.subject, said.author) == (
        "Offentlig sektor 2040",
        "Hvordan løser vi oppgavene?",
        "Etaten",
    )
    assert "Langbordet" in str(said["/Keywords"])
    assert "Kari" not in str(dict(said)) + words(pdf)
    assert "sektor.foresight" in words(pdf)


def test_every_section_is_in_the_outline() -> None:
    pdf = made(section(Text("x"), bookmark="Forces"), section(Text("y"), page="act", title="Next"))
    assert [name for name, _top in heading_places(pdf)] == ["Forces", "Next"]


def test_the_cover_leads_to_the_pages() -> None:
    pdf = made(*EVERYTHING)
    assert "In this brief 2 About forces 3 About connections 4 First · Second" in words(pdf, 0)
    opened: Any = reader(pdf)
    links = [annotation.get_object()["/Dest"][0].idnum for annotation in opened.pages[0]["/Annots"]]
    assert links == [page.indirect_reference.idnum for page in opened.pages[1:]]
    assert "In this brief" not in words(made(*EVERYTHING, pages=2))


def test_the_structure_is_tagged_and_figures_have_words() -> None:
    blocks = (Heading("Inside"), Table(("Head",), (("Cell",),)), Bullets(("Item",)), figure())
    pdf = reader(made(section(*blocks)))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    found: list[tuple[str, str]] = []

    def walk(element: Any) -> None:
        element = element.get_object()
        if isinstance(element, list):
            for kid in element:
                walk(kid)
        elif isinstance(element, dict):
            if "/S" in element:
                found.append((element["/S"], element.get("/Alt", "")))
            walk(element.get("/K", []))

    walk(pdf.trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]
    kinds = [kind for kind, _alt in found]
    assert {"/Document", "/Sect", "/H2", "/H3", "/Table", "/TR", "/TH", "/TD", "/LI", "/Caption"} <= set(kinds)
    assert ("/Figure", "A figure") in found
    parents = pdf.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]  # type: ignore[index]
    assert parents[1].get_object()[0].get_object()["/S"] == "/H2"


def test_a_brief_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_brief(workshop(), tmp_path / "brief.pdf", 2, "en")
    assert (tmp_path / "brief.pdf").read_bytes() == make_brief(workshop(), 2, "en")
    with pytest.raises(FileProblem):
        write_brief(workshop(), tmp_path / "nowhere" / "brief.pdf", 2, "en")
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]


# What the brief says by itself


def test_an_empty_workshop_has_a_cover_with_a_warning() -> None:
    pdf = make_brief(Document(), 8, "en")
    assert len(reader(pdf).pages) == 1
    assert "Scenario brief" in words(pdf)
    assert "Scenarios are not forecasts" in words(pdf)


def test_the_workshop_is_on_the_cover_and_its_agreements_at_the_end() -> None:
    pdf = make_brief(workshop(participants=104), 8, "en")
    first, last = words(pdf, 0), words(pdf, len(reader(pdf).pages) - 1)
    for said in ("Hvordan løser vi oppgavene?", "Etaten", "16 November 2018", "104 participants", "Del data."):
        assert said in first
    for said in ("On 14 June 2019", "Hva slutter vi med?", "Tallene er eksempler.", "Kilde to"):
        assert said in last


def test_a_date_that_is_none_is_printed_as_it_is() -> None:
    assert "i høst" in words(make_brief(workshop(date="i høst"), 2, "nb"), 0)


def test_a_short_brief_keeps_the_follow_up_and_the_note() -> None:
    text = words(make_brief(workshop(), 2, "en"))
    assert "On 14 June 2019" in text
    assert "Tallene er eksempler." in text
    assert "Kilde" not in text


def test_own_sections_are_left_out_when_they_have_nothing_to_say() -> None:
    assert {each.page for each in own_sections(Document(), 8)} == {"glance"}


# Cuts


def rows(count: int) -> Table:
    return Table(("Nr", "Trend"), tuple((str(n), f"Trend number {n}") for n in range(1, count + 1)), (1, 5))


@pytest.mark.parametrize("count", [30, 200])
def test_rows_that_do_not_fit_are_counted(count: int) -> None:
    text = words(made(section(Text(LONG), rows(count))))
    shown = sum(f"Trend number {n} " in text for n in range(1, count + 1))
    assert 10 < shown <= count
    assert (f"{count - shown} more in the workshop file." in text) == (shown < count)
    assert len(reader(made(section(Text(LONG), rows(count)))).pages) == 1


def test_a_table_without_rows_prints_nothing() -> None:
    assert "Nr" not in words(made(section(Text("x"), rows(0))))


def test_headings_of_what_was_cut_are_named() -> None:
    pdf = made(section(rows(100), Heading("Losers"), Text("a"), Heading("Winners"), Text("b")))
    assert "more in the workshop file. Only in the workshop file: Losers and Winners." in words(pdf)


def test_a_heading_is_never_left_alone() -> None:
    text = words(made(section(rows(34), Heading("Alone"), figure(300))))
    assert "Only in the workshop file: Alone." in text


def test_text_that_is_cut_says_so() -> None:
    text = words(made(section(Text(LONG * 8))))
    assert "…" in text
    assert "Shortened; the whole text is in the workshop file." in text


def test_sections_share_a_page_fairly() -> None:
    pdf = made(section(rows(100), title="Big"), section(Text("All of it."), title="Small"))
    assert "All of it." in words(pdf)
    assert len(reader(pdf).pages) == 1
    shares = heading_places(made(section(rows(100), title="One"), section(rows(100), title="Two")))
    assert shares[0][1] - shares[1][1] == pytest.approx((PAGE_HEIGHT - 57 - BOTTOM) / 2, abs=40)


def test_sections_say_their_gist_from_the_last_on_while_the_page_is_too_full() -> None:
    def told(name: str, lines: int) -> Section:
        whole = tuple(Text(f"{name} {line}") for line in range(lines))
        return section(*whole, title=name, gist=(Text(f"gist of {name}"),))

    assert "gist" not in words(made(told("one", 8), told("other", 8)))
    full = words(made(told("one", 24), told("other", 24)))
    assert ("one 23" in full, "gist of one" in full) == (True, False)
    assert ("other 0" in full, "gist of other" in full) == (False, True)
    fuller = words(made(told("one", 60), told("other", 60)))
    assert ("one 0" in fuller, "gist of one" in fuller, "gist of other" in fuller) == (False, True, True)


def test_a_gist_of_nothing_but_text_is_whole_or_named() -> None:
    def page(gist: str) -> str:
        small = section(rows(100), title="Small", order=60, weight=0.1, gist=(Text(gist),))
        return words(made(section(rows(100), title="Big"), small))

    assert "In a line." in page("In a line.")
    long = page(LONG * 3)
    assert LONG[:20] not in long
    assert "Only in the workshop file: Small." in long


def test_contents_go_before_what_a_section_on_the_cover_can_do_without() -> None:
    def cover(lines: int) -> str:
        whole = tuple(Text(f"line {line}") for line in range(lines))
        others = [section(rows(3), page=page, title=page) for page in ("forces", "people")]
        return words(made(section(*whole, page="glance", title="Worlds", gist=whole[:1]), *others), 0)

    for lines, is_whole in ((30, True), (38, False)):
        text = cover(lines)
        assert "In this brief" in text
        assert (f"line {lines - 1}" in text) == is_whole


def test_sections_beyond_what_a_page_holds_are_named() -> None:
    pdf = made(*(section(rows(20), title=f"Part {n}", order=n) for n in range(14)))
    assert len(reader(pdf).pages) == 1
    assert all(f"Part {n}" in words(pdf) for n in range(14))
    assert "Only in the workshop file: Part 10" in words(pdf)


def test_a_figure_is_drawn_lower_before_it_is_left_out() -> None:
    assert "Figur" in words(made(section(rows(20), figure(300))))
    gone = words(made(section(rows(33), figure(300))))
    assert "Figur " not in gone
    assert "A figure is only in the workshop file." in gone


def test_a_column_is_wide_enough_for_its_longest_word() -> None:
    figures = "4,5\u00a0(3,2–4,8)"
    narrow = Table(("Trend", "n"), tuple((LONG[:80], figures) for _n in range(3)), widths=(20, 1))
    lines = pypdfium2.PdfDocument(made(section(narrow)))[0].get_textpage().get_text_range()
    assert lines.replace("\u00a0", " ").count("4,5 (3,2–4,8)") == 3


def test_a_tall_cell_is_cut_in_its_row() -> None:
    tall = Table(("Name", "Text"), (("A", LONG * 20), ("B", "after")))
    text = words(made(section(tall)))
    assert "…" in text
    assert "1 more in the workshop file." in text


def test_more_columns_than_fit_are_counted() -> None:
    table = Table(tuple(f"c{n}" for n in range(60)), (tuple(f"v{n}" for n in range(60)),))
    text = words(made(section(table)))
    assert "44 more columns in the workshop file." in text


def test_columns_and_boxes_say_themselves_what_they_cut() -> None:
    beside = Columns(((rows(80),), (Text("Kept"),)), (2, 1))
    assert "more in the workshop file." in words(made(section(beside)))
    boxed = words(made(section(Box((Text("Kept"), rows(80))))))
    assert "Kept" in boxed
    assert "more in the workshop file." in boxed


# Text is text


@pytest.mark.parametrize("sample", HOSTILE, ids=range(len(HOSTILE)))
def test_markup_is_printed_as_it_was_typed(sample: str) -> None:
    places: list[Callable[[str], Block]] = [
        Text,
        lambda text: Bullets((text,)),
        lambda text: Table(("Head",), ((Cell(text),),)),
        lambda text: Box((Text(text),)),
    ]
    for place in places:
        pdf = made(section(place(sample)))
        assert squeezed(sample) in squeezed(words(pdf))
        opened = reader(pdf)
        assert not any("/Annots" in page or "/XObject" in page["/Resources"] for page in opened.pages)  # type: ignore[operator]


def test_markup_in_titles_is_text_too() -> None:
    title = '<b>R&D</b> <img src="/etc/passwd"/>'
    pdf = made(section(Heading(title), title=title), document=workshop(title=title, question=title))
    assert words(pdf).count(title) >= 2
    assert heading_places(pdf)[0][0] == title
    assert reader(pdf).metadata.title == title  # type: ignore[union-attr]


def test_nothing_outside_can_be_fetched_or_run() -> None:
    assert rl_config.trustedHosts == []
    assert rl_config.trustedSchemes == []
    assert rl_config.toColorCanUse is None


def test_lines_are_paragraphs_and_thousands_of_them_are_cut() -> None:
    assert "en to" in words(made(section(Text("en\n\n\nto"))))
    many = "\n".join(f"linje {n}" for n in range(5000))
    for block in (Text(many), Table(("A",), ((many,),)), Bullets((many,))):
        text = words(made(section(block)))
        assert "linje 0 linje 1 " in text
        assert "in the workshop file." in text


def test_twenty_thousand_words_and_one_endless_word_are_cut() -> None:
    for text in ("ord " * 20_000, "x" * 100_000):
        for block in (Text(text), Table(("A", "B"), ((text, "b"),)), Box((Text(text),))):
            assert len(reader(made(section(block))).pages) == 1


def test_characters_without_a_glyph_are_listed_at_the_end() -> None:
    pdf = made(section(Text("日本 og 🚀"), page="glance"), section(rows(200), page="act"))
    assert "□□ og □" in words(pdf, 0)
    assert "U+1F680 ROCKET" in words(pdf, 1)
    assert "U+65E5 CJK UNIFIED IDEOGRAPH-65E5" in words(pdf, 1)
    assert "U+" not in words(made(section(Text("vanlig tekst"))))


def boxes(pdf: bytes) -> list[list[tuple[float, float, float, float]]]:
    """(left, bottom, right, top) of each line of text, page by page."""
    text = pypdfium2.raw.FPDF_PAGEOBJ_TEXT
    return [[item.get_bounds() for item in sheet.get_objects([text])] for sheet in pypdfium2.PdfDocument(pdf)]


def everywhere(texts: list[str], page: Page) -> Section:
    """A section that has each of the texts in every kind of block."""
    head, *rest = texts
    table = Table(("A", head), tuple((text, Cell(text, tint="warm", mark="up")) for text in rest))
    columns = Columns(((table,), (Text(head, "quote"), Bullets(tuple(texts)))))
    blocks = (Heading(head), Text(head, "lead"), columns, Box((Text("\n".join(texts)),)))
    return section(*blocks, page=page, title=head)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=400), min_size=1, max_size=12), st.sampled_from(PAGES))
def test_any_text_stays_on_the_page(texts: list[str], page: Page) -> None:
    for lines in boxes(made(everywhere(texts, page), document=workshop(title="Any text"))):
        for left, bottom, right, top in lines:
            assert left >= SIDE - 4
            assert right <= PAGE_WIDTH - SIDE + 4
            assert 24 <= bottom <= top <= PAGE_HEIGHT - 20


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("abdeghilmnoprstvæøå  -\n", max_size=900), min_size=1, max_size=25),
    st.sampled_from(PAGES),
    st.integers(1, 3),
)
def test_no_line_lies_on_another(texts: list[str], page: Page, sections: int) -> None:
    parts = [everywhere(texts[n:] + texts[:n], page) for n in range(sections)]
    for lines in boxes(made(*parts)):
        for index, (left, bottom, right, top) in enumerate(lines):
            for left_, bottom_, right_, top_ in lines[:index]:
                apart = left >= right_ - 0.5 or left_ >= right - 0.5
                assert apart or bottom >= top_ - 1.5 or bottom_ >= top - 1.5


def test_no_type_is_smaller_than_eight_points() -> None:
    for scale in (NORMAL, COMPACT):
        kinds = [*scale.texts.values(), scale.section, scale.heading, scale.cell, scale.small_cell]
        assert min(kind.size for kind in kinds) >= 8
