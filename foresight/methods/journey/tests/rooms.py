"""Workshops with a change journey, for the tests of this method."""

from collections.abc import Mapping

from foresight.core.document import Document
from foresight.core.history import together
from foresight.core.methods import discover
from foresight.core.words import Language
from foresight.methods.journey.entry import add_slip
from foresight.methods.journey.model import USUAL, Level, place, usual_phases
from foresight.model.cards import Card, Cards, select_card
from foresight.model.groups import Group, Groups
from foresight.model.workshop import Workshop

PHASES = tuple(USUAL)
TOPICS = {"silos": "Silos", "law": "Regulation", "spread": "Diffusion", "trial": "Ability to try"}


def room(groups: int = 3, language: Language = "en", cards: Mapping[str, str] = TOPICS) -> Document:
    """The usual phases, so many groups (``g1``, ``g2`` ...) and four cards."""
    discover()  # the phases are worded by the catalogue of the method
    tables = tuple(Group(id=f"g{n}", name=f"Table {n}", size=9) for n in range(1, groups + 1))
    deck = tuple(Card(id=key, title=title) for key, title in cards.items())
    document = Document(doc_id="room").put(Workshop(language=language), Groups(groups=tables), Cards(cards=deck))
    return usual_phases().apply(document)


def placed(document: Document, card: str, *sheets: str, level: Level = "project", by: int = 1) -> Document:
    """Groups from ``g{by}`` on place the card in phases that are given by their numbers: "123", "2", ""."""
    edits = [
        place(f"g{n}", card, level, [PHASES[int(digit) - 1] for digit in sheet]) for n, sheet in enumerate(sheets, by)
    ]
    return together("Place", edits).apply(document)


def gathering() -> Document:
    """Three groups: all see silos everywhere, they differ about regulation, and only one placed diffusion."""
    document = placed(room(), "silos", "12345", "1234", "2345", level="systemic")
    document = placed(document, "law", "1", "5", "12")
    document = placed(document, "spread", "45", level="cultural")
    document = together("Choose", [select_card("g1", card) for card in ("silos", "law", "spread")]).apply(document)
    for code, card, text, consent in (
        ("01-1", "silos", "1 Ask who else has the same problem", True),
        ("01-2", "silos", "4 Decide early who will run it", False),
        ("02-1", "law", "Read the law before you fear it", True),
    ):
        document = add_slip(code, card, text, consent=consent).apply(document)
    return document
