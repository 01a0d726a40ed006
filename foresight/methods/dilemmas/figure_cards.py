"""What the tables hold in their hands: cards to cut out, and a sheet on which they tick. Sizes are in points."""

from collections.abc import Iterator

from foresight.core.document import Document
from foresight.core.look import PRINT, Look
from foresight.core.naming import noun
from foresight.core.words import _
from foresight.methods.dilemmas.keying import ANSWER_MARKS
from foresight.model.cards import Card, CardCategory, Cards
from foresight.model.groups import Groups
from foresight.model.workshop import Workshop
from foresight.reporting.cutting import CARDS, PAGE, cut_page, fitting, place
from foresight.reporting.drawing import Figure, label, line, paragraph
from foresight.reporting.handout import FINE, MARGIN, TOP, handout, tick
from foresight.reporting.pictures import write_pages

TOPIC, STATEMENT, SMALLEST = 13.0, 12.0, 6.0
HEAD, LETTER = 54.0, 16.0
"""The height of category and topic on a card, the width of the letter before a statement."""
ROWS, ROW = 30, 22.0
"""To a sheet, and the height of one."""
TICK = 46.0
"""The width of a column of boxes."""


def write_cards(document: Document, ending: str) -> bytes:
    """A PDF with the cards, eight to a page."""
    return write_pages(card_pages(document, PRINT), _("Dilemma cards to cut out"))


def write_sheets(document: Document, ending: str) -> bytes:
    """A PDF with a sheet for each table; a single one for all where no groups are named."""
    return write_pages(sheets(document, PRINT), _("Dilemma sheets for the tables"))


def card_pages(document: Document, look: Look) -> Iterator[Figure]:
    """Pages with the cards in their order; an empty one without any."""
    held = list(enumerate(document[Cards].cards, 1))
    for start in range(0, max(len(held), 1), CARDS):
        d = cut_page(look)
        for index, (number, card) in enumerate(held[start : start + CARDS]):
            _card(d, document, card, number, place(index), look)
        yield d


def _card(
    d: Figure, document: Document, card: Card, number: int, where: tuple[float, float, float, float], look: Look
) -> None:
    x, top, width, height = where
    category = document.find(card.category, CardCategory) if card.category else None
    name = (category.name or noun(CardCategory)) if category else ""
    label(d, x, top - FINE, name, FINE, colour=look.accent, bold=True, width=width)
    paragraph(d, x, top - 2 * FINE, f"{number} {card.title}", width, TOPIC, colour=look.ink, bold=True, lines=2)
    room = (height - HEAD) / 2
    for at, (answer, text) in enumerate((("a", card.a), ("b", card.b))):
        y = top - HEAD - at * room
        line(d, x, y, x + width, y, look.line, 0.75)
        size, lines = fitting(text, width - LETTER, room - FINE, STATEMENT, SMALLEST)
        label(d, x, y - 4 - STATEMENT, answer.upper(), STATEMENT, colour=look.muted, bold=True)
        paragraph(d, x + LETTER, y - 4, text, width - LETTER, size, colour=look.ink, lines=lines)


def sheets(document: Document, look: Look) -> Iterator[Figure]:
    """For each group the pages with all cards and boxes to tick."""
    cards = list(enumerate(document[Cards].cards, 1))
    for name in [group.name for group in document[Groups].groups] or [""]:
        for start in range(0, max(len(cards), 1), ROWS):
            yield _sheet(document, name, cards[start : start + ROWS], look)


def _sheet(document: Document, group: str, cards: list[tuple[int, Card]], look: Look) -> Figure:
    width, height = PAGE
    d = handout(document[Workshop].title, group, look)
    ticks = [_("Nominated"), _("Chosen"), *ANSWER_MARKS.values()]
    first = width - MARGIN - TICK * len(ticks)
    places = [first + (at + 0.5) * TICK for at in range(len(ticks))]
    for middle, name in zip(places, ticks, strict=True):
        label(d, middle, height - TOP + 12, name, FINE, colour=look.muted, anchor="middle", width=TICK)
    for at, (number, card) in enumerate(cards):
        y = height - TOP - at * ROW
        line(d, MARGIN, y, width - MARGIN, y, look.line, 0.5)
        said = f"{number} {card.title}"
        label(d, MARGIN, y - ROW / 2 - 4, said, STATEMENT, colour=look.ink, width=first - MARGIN - 8)
        for middle in places:
            tick(d, middle, y - ROW / 2, look)
    legend = _("A: the first statement describes it best. B: the second. +: both. −: neither.")
    label(d, MARGIN, MARGIN - FINE, legend, FINE, colour=look.muted)
    return d
