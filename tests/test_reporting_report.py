"""Reports with a section a page: a front page with the contents, and nothing lost where a page is too short."""

from io import BytesIO

import pypdf
import pypdfium2

from foresight.core.brief import Bullets, Section, Table, Text
from foresight.core.document import Document
from foresight.core.words import speaking
from foresight.model.workshop import Workshop
from foresight.reporting.report import make_report


def section(title: str, *blocks: Text | Table | Bullets) -> Section:
    return Section(title, "report", blocks, bookmark=title or "Front page")


def made(*sections: Section) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(BytesIO(pdf(*sections)))
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def pdf(*sections: Section) -> bytes:
    with speaking("en"):
        return make_report(sections, Document(doc_id="d").put(Workshop(title="Day")), "Day: report", "en", "day")


FRONT = section("", Text("Report", "small"), Text("Day", "title"))
ROWS = Table(("What", "Count"), tuple((f"Row {n}", str(n)) for n in range(90)))


def test_every_section_has_a_page_of_its_own_and_a_place_in_the_contents() -> None:
    front, one, two = made(FRONT, section("One", Text("First.")), section("Two", Text("Second.")))
    assert "In this report 2 One 3 Two" in front
    assert "One First." in one
    assert "Day: report" in one
    assert "Two Second." in two
    assert "page 3 / 3" in two


def test_the_contents_stand_on_a_front_page_that_is_full_too_and_nothing_of_it_is_lost() -> None:
    full = section("", Text("Day", "title"), *(Text(f"Paragraph {n}. " * 12) for n in range(40)))
    pages = made(full, *(section(f"Topic {n}", Text("Said.")) for n in range(30)))
    assert "In this report 4 Topic 0" in pages[0]
    assert "33 Topic 29" in pages[0]
    assert all(f"Paragraph {n}. Paragraph {n}." in " ".join(pages[:3]) for n in range(40))
    assert "in the workshop file" not in " ".join(pages)


def test_a_section_that_does_not_fit_goes_on_and_loses_nothing() -> None:
    pages = made(FRONT, section("Long", ROWS), section("Short", Text("End.")))
    assert "Long (continued)" in pages[2]
    assert all(f"Row {n} {n}" in " ".join(pages[1:-1]) for n in range(90))
    assert "Short End." in pages[-1]
    assert "2 Long" in pages[0]
    assert f"{len(pages)} Short" in pages[0]


def test_the_outline_leads_to_every_section_and_the_bytes_are_always_the_same() -> None:
    sections = (FRONT, section("One", Text("First.")), section("Two", Text("Second.")))
    reader = pypdf.PdfReader(BytesIO(pdf(*sections)))
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)] == ["Front page", "One", "Two"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Day: report"
    assert pdf(*sections) == pdf(*sections)
