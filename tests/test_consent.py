"""What somebody said in confidence leaves the workshop nowhere: not in print, in no file, in no figures.

The sample gets words that nobody may read wherever somebody could have said them; then everything that the program
makes of it is searched for them.
"""

import json
import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest

from foresight.core.document import Document
from foresight.core.methods import discover, exchanges, resolve
from foresight.core.words import speaking
from foresight.methods.journey.model import Journey
from foresight.methods.orientation.model import Orientation
from foresight.methods.summary.report import make_page as make_summary_page
from foresight.methods.summary.report import make_summary
from foresight.model.cards import Cards
from foresight.model.groups import Groups
from foresight.model.quotes import Quote, Quotes, add_quotes, agree, subjects
from foresight.reporting.brief import make_brief
from foresight.reporting.page import make_page

CODES = "orientation"
"""The one file that holds codes and notes: everybody's answers, to be read again after the day."""


@pytest.fixture(scope="module")
def confiding(sample: Document) -> Document:
    """The sample with quotes and answers without consent, and with names, codes, remarks and notes."""
    quotes = (Quote(text=f"HUSH{at}", about=about) for at, (about, _name) in enumerate(subjects(sample)))
    held = add_quotes(*quotes).apply(sample)
    groups, journey, cards, orientation = held[Groups], held[Journey], held[Cards], held[Orientation]
    named = (
        person.but(code=f"HUSH-{at}", name=f"HUSH {at}", consent=True) for at, person in enumerate(groups.participants)
    )
    return held.put(
        groups.but(participants=tuple(named)),
        journey.but(
            deep_dives=tuple(one if one.consent else one.but(text="HUSH") for one in journey.deep_dives),
            placements=tuple(one.but(note="HUSH") for one in journey.placements),
        ),
        cards.but(votes=tuple(one.but(comment="HUSH") for one in cards.votes)),
        orientation.but(
            raters=tuple(one.but(code=f"HUSH-{at}", note="HUSH") for at, one in enumerate(orientation.raters))
        ),
    )


def readable(made: bytes) -> str:
    """All text of a file: of each part of a workbook, of each page of a PDF."""
    if made.startswith(b"PK"):
        with ZipFile(BytesIO(made)) as parts:
            return " ".join(parts.read(name).decode(errors="replace") for name in parts.namelist())
    if made.startswith(b"%PDF"):
        return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made))
    return made.decode(errors="replace")


PRINTS: dict[str, Callable[[Document], str]] = {
    "brief": lambda document: readable(make_brief(document, 8, "en")),
    "page": lambda document: make_page(document, 8, "en", appendix=True),
    "summary": lambda document: readable(make_summary(document, "en")),
    "summary page": lambda document: make_summary_page(document, "en"),
}


@pytest.mark.parametrize("name", PRINTS)
def test_print_keeps_what_was_said_in_confidence(name: str, confiding: Document) -> None:
    printed = PRINTS[name](confiding)
    assert len(printed) > 10_000
    assert re.findall(r".{20}HUSH", printed) == []


def test_files_for_others_keep_it(confiding: Document) -> None:
    told = set()
    with speaking("en"):
        for _method, each in exchanges("write"):
            for ending in each.endings if ".png" not in each.endings else ():
                assert each.write is not None
                told |= {each.id} if "HUSH" in readable(resolve(each.write)(confiding, ending)) else set()
    assert told == {CODES}


def test_figures_keep_it(confiding: Document) -> None:
    figures = {
        method.id: json.dumps(resolve(method.analyse)(confiding)) for method in discover() if method.analyse is not None
    }
    assert [name for name, text in figures.items() if "HUSH" in text] == []


def test_the_search_finds_what_may_be_printed(confiding: Document) -> None:
    agreed = agree(*(quote.id for quote in confiding[Quotes].quotes if not quote.consent)).apply(confiding)
    assert "HUSH" in make_summary_page(agreed, "en")
