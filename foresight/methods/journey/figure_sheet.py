"""A sheet for each table, on which it marks where its cards lie. Sizes are in points."""

from collections.abc import Iterator, Sequence

from foresight.core.document import Document
from foresight.core.look import PRINT, Look
from foresight.core.words import _
from foresight.methods.journey.model import LEVELS, Journey, Phase, usual
from foresight.methods.journey.placing import sheet_of
from foresight.model.cards import Card, Cards
from foresight.model.groups import Groups
from foresight.model.workshop import Workshop
from foresight.reporting.cutting import PAGE
from foresight.reporting.drawing import Figure, label, line, paragraph
from foresight.reporting.handout import FINE, MARGIN, SQUARE, TOP, handout, tick
from foresight.reporting.pictures import write_pages

ROWS, ROW, TEXT = 26, 24.0, 10.0
"""To a page; the height of one and the size of its text."""
MATRIX, APART = 330.0, 12.0
"""The width of all boxes, and that between two levels."""
LEGEND = 3
"""Lines at most for the names of the phases."""


def write_sheets(document: Document, ending: str) -> bytes:
    """A PDF with a sheet for each table; a single one for all where no groups are named."""
    return write_pages(sheets(document, PRINT), _("Change journey sheets for the tables"))


def sheets(document: Document, look: Look) -> Iterator[Figure]:
    """For each group the pages with the cards that it chose, or with all, and boxes for each level and phase."""
    deck = tuple(enumerate(document[Cards].cards, 1))
    own = [(group.name, sheet_of(document, group.id).cards) for group in document[Groups].groups]
    for name, cards in own or [("", deck)]:
        for start in range(0, max(len(cards), 1), ROWS):
            yield _sheet(document, name, cards[start : start + ROWS], look)


def _sheet(document: Document, group: str, cards: Sequence[tuple[int, Card]], look: Look) -> Figure:
    width, height = PAGE
    phases = document[Journey].phases or usual(document)
    d = handout(document[Workshop].title, group, look)
    places = _places(len(phases))
    size = min(SQUARE, 0.7 * (MATRIX / len(LEVELS) - APART) / len(phases))
    for name, row in zip(LEVELS.values(), places, strict=True):
        middle, room = (row[0] + row[-1]) / 2, MATRIX / len(LEVELS)
        label(d, middle, height - TOP + 22, _(name), FINE, colour=look.ink, anchor="middle", bold=True, width=room)
        for number, x in enumerate(row, 1):
            label(d, x, height - TOP + 8, str(number), min(FINE, size), colour=look.muted, anchor="middle")
    for at, (number, card) in enumerate(cards):
        y = height - TOP - at * ROW
        line(d, MARGIN, y, width - MARGIN, y, look.line, 0.5)
        said, room = f"{number} {card.title}", width - 2 * MARGIN - MATRIX - 8
        label(d, MARGIN, y - ROW / 2 - 4, said, TEXT, colour=look.ink, width=room)
        for x in (x for row in places for x in row):
            tick(d, x, y - ROW / 2, look, size)
    _legend(d, phases, look)
    return d


def _places(phases: int) -> list[list[float]]:
    """The middles of the boxes of each level, from left to right."""
    left, room = PAGE[0] - MARGIN - MATRIX, MATRIX / len(LEVELS)
    step = (room - APART) / phases
    return [[left + level * room + APART + (at + 0.5) * step for at in range(phases)] for level in range(len(LEVELS))]


def _legend(d: Figure, phases: Sequence[Phase], look: Look) -> None:
    """What the numbers of the phases mean, at the foot."""
    names = " · ".join(f"{number} {phase.name}" for number, phase in enumerate(phases, 1))
    room = PAGE[0] - 2 * MARGIN
    paragraph(d, MARGIN, MARGIN + LEGEND * FINE, names, room, FINE, colour=look.muted, lines=LEGEND)
