"""Pages painted into a PDF: what stands on them, a head and a foot around it, contents on the first."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from foresight.core.document import Document
from foresight.core.text import clean_line
from foresight.core.words import Language, _
from foresight.model.scenarios import Scenarios, display_name
from foresight.model.workshop import Workshop
from foresight.reporting.contents import contents, on_page
from foresight.reporting.fonts import noting_missing
from foresight.reporting.furniture import cover, foot, head, lacking, lacking_height
from foresight.reporting.page import TONGUES
from foresight.reporting.plan import ROOM, Leaf, Placed, in_short, natural_height, place
from foresight.reporting.sheet import Sheet
from foresight.reporting.styles import PAGE_HEIGHT, PAGE_WIDTH, SIDE, WIDTH

Leaves = Callable[[float], tuple[Leaf, ...]]
"""The pages, when the last has so much room."""


@dataclass(frozen=True)
class Frame:
    """What stands around the content of the pages."""

    title: str
    """In the head of the pages and in what the file says about itself."""
    contents: str
    """Above the list of contents."""
    has_contents: bool
    """Whether the contents stand on the first page in any case; else where there is room to spare."""
    language: Language
    file_name: str = ""
    """In the foot."""


def painted(leaves: Leaves, document: Document, frame: Frame) -> bytes:
    """The pages as PDF bytes, in the present language: the same bytes for the same arguments."""
    with noting_missing() as missing:
        made = _painted(leaves(ROOM), document, frame, "")
    if missing:  # known only now; the second time the last page keeps room to say so
        said = lacking(missing)
        made = _painted(leaves(ROOM - lacking_height(said)), document, frame, said)
    return made


def _painted(leaves: tuple[Leaf, ...], document: Document, frame: Frame, said: str) -> bytes:
    buffer = BytesIO()
    size = (PAGE_WIDTH, PAGE_HEIGHT)
    canvas = Canvas(buffer, size, invariant=True, pageCompression=1, lang=TONGUES[frame.language])
    _describe(canvas, document, frame.title)
    sheet, file_name = Sheet(canvas), clean_line(frame.file_name)
    for number, leaf in enumerate(leaves, 1):
        is_last = number == len(leaves)
        room = ROOM - (lacking_height(said) if is_last else 0)
        if number == 1:
            listed = contents(leaves, frame.contents)
            leaf = in_short(leaf, room - listed.height)
            room -= cover(sheet, listed, room - (0 if frame.has_contents else natural_height(leaf.sections)))
        else:
            head(sheet, document, frame.title)
        for index, part in enumerate(place(leaf, room)):
            _paint(sheet, part, on_page(number, index))
        foot(sheet, file_name, number, len(leaves), said if is_last else "")
        sheet.end()
    sheet.tags.write()
    canvas.save()
    return buffer.getvalue()


def _paint(sheet: Sheet, part: Placed, key: str) -> None:
    if part.section is not None:
        bookmark = part.section.bookmark or part.section.title
        sheet.canvas.bookmarkHorizontal(key, 0, part.top + 12)
        sheet.canvas.addOutlineEntry(bookmark, key, 0)
    with sheet.element("Sect"):
        part.piece.draw(sheet, SIDE, part.top, WIDTH)


def _describe(canvas: Canvas, document: Document, title: str) -> None:
    """What the file says about itself: nothing about who made it or where it lay."""
    workshop = document[Workshop]
    canvas.setTitle(title)
    canvas.setSubject(clean_line(workshop.question))
    canvas.setAuthor(workshop.organisation)
    canvas.setCreator("Foresight")
    names = [display_name(document, scenario.id) for scenario in document[Scenarios].scenarios]
    canvas.setKeywords(", ".join([_("scenarios"), _("foresight"), str(workshop.horizon), *names]))
