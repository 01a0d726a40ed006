"""A sheet for each table, on which it rates the advice by hand. Sizes are in points."""

from collections.abc import Iterator, Sequence

from foresight.core.document import Document
from foresight.core.look import PRINT, Look
from foresight.core.words import _
from foresight.methods.selfcheck.model import HIGH, LOW, Advice, SelfCheck
from foresight.model.groups import Groups
from foresight.model.workshop import Workshop
from foresight.reporting.cutting import LEADING, PAGE, fitting
from foresight.reporting.drawing import Figure, label, line, paragraph, wrapped
from foresight.reporting.handout import FINE, MARGIN, TOP, handout, tick
from foresight.reporting.pictures import write_pages

ROWS, ROW = 24, 29.0
"""To a page, and the height of one."""
TEXT, SMALLEST, STEP = 10.0, 6.0, 30.0
"""The sizes of a sentence, and the width of a column of boxes."""


def write_sheets(document: Document, ending: str) -> bytes:
    """A PDF with a sheet for each table; a single one for all where no groups are named."""
    return write_pages(sheets(document, PRINT), _("Self-check sheets for the tables"))


def sheets(document: Document, look: Look) -> Iterator[Figure]:
    """For each group the pages with all advice and boxes from 1 to 5."""
    advice = list(enumerate(document[SelfCheck].advice, 1))
    for name in [group.name for group in document[Groups].groups] or [""]:
        for start in range(0, max(len(advice), 1), ROWS):
            yield _sheet(document, name, advice[start : start + ROWS], look)


def _sheet(document: Document, group: str, advice: Sequence[tuple[int, Advice]], look: Look) -> Figure:
    width, height = PAGE
    d = handout(document[Workshop].title, group, look)
    steps = range(LOW, HIGH + 1)
    first = width - MARGIN - STEP * len(steps)
    places = {step: first + (at + 0.5) * STEP for at, step in enumerate(steps)}
    for step, middle in places.items():
        label(d, middle, height - TOP + 8, str(step), TEXT, colour=look.ink, anchor="middle", bold=True)
    ends = _("1 not at all … 5 fully")
    label(d, width - MARGIN, height - TOP + 24, ends, FINE, colour=look.muted, anchor="end")
    for at, (number, one) in enumerate(advice):
        y = height - TOP - at * ROW
        line(d, MARGIN, y, width - MARGIN, y, look.line, 0.5)
        said, room = f"{number} {one.text}", first - MARGIN - 8
        size, lines = fitting(said, room, ROW - 2, TEXT, SMALLEST)
        used = min(lines, len(wrapped(said, room, size))) * size * LEADING
        paragraph(d, MARGIN, y - (ROW - used) / 2, said, room, size, colour=look.ink, lines=lines)
        for middle in places.values():
            tick(d, middle, y - ROW / 2, look)
    return d
