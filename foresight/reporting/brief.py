"""The brief as a PDF."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from foresight.core.brief import Section, Size
from foresight.core.document import Document
from foresight.core.files import write_whole
from foresight.core.text import clean_line
from foresight.core.words import Language, _, speaking
from foresight.model.scenarios import Scenarios, display_name
from foresight.model.workshop import Workshop
from foresight.reporting import own
from foresight.reporting.appendix import spread
from foresight.reporting.contents import contents, on_page
from foresight.reporting.fonts import noting_missing
from foresight.reporting.furniture import cover, foot, head, lacking, lacking_height
from foresight.reporting.page import TONGUES, make_page
from foresight.reporting.plan import ROOM, Placed, natural_height, place, plan
from foresight.reporting.sheet import Sheet
from foresight.reporting.styles import PAGE_HEIGHT, PAGE_WIDTH, SIDE, WIDTH


def make_brief(
    document: Document, pages: Size, language: Language, file_name: str = "", *, appendix: bool = False
) -> bytes:
    """The brief as PDF bytes: the same bytes for the same arguments.

    ``pages`` is the most it takes (worlds after the fourth and the ``appendix`` come on top); ``file_name`` stands in
    the foot.
    """
    with speaking(language):
        return render(own.gather(document, pages, appendix), document, pages, language, file_name)


def write_brief(
    document: Document, path: Path, pages: Size, language: Language, file_name: str = "", *, appendix: bool = False
) -> None:
    """Make the brief and write it whole or not at all; as a page for a browser when the path ends in .html.

    Raises FileProblem.
    """
    if path.suffix.lower() in (".html", ".htm"):
        write_whole(path, make_page(document, pages, language, appendix=appendix).encode())
    else:
        write_whole(path, make_brief(document, pages, language, file_name, appendix=appendix))


def render(
    sections: Sequence[Section], document: Document, pages: Size, language: Language, file_name: str = ""
) -> bytes:
    """These sections as PDF bytes, in the present language."""
    name = clean_line(file_name)
    with noting_missing() as missing:
        made = _painted(sections, document, pages, language, name, "")
    if missing:  # known only now; the second time the last page keeps room to say so
        made = _painted(sections, document, pages, language, name, lacking(missing))
    return made


def _painted(
    sections: Sequence[Section], document: Document, pages: Size, language: Language, name: str, said: str
) -> bytes:
    leaves = (*plan(sections, pages), *spread(sections, ROOM - lacking_height(said)))
    buffer = BytesIO()
    canvas = Canvas(buffer, (PAGE_WIDTH, PAGE_HEIGHT), invariant=True, pageCompression=1, lang=TONGUES[language])
    _describe(canvas, document)
    sheet = Sheet(canvas)
    for number, leaf in enumerate(leaves, 1):
        is_last = number == len(leaves)
        room = ROOM - (lacking_height(said) if is_last else 0)
        if number == 1:
            room -= cover(sheet, contents(leaves), room - natural_height(leaf.sections))
        else:
            head(sheet, document)
        for index, part in enumerate(place(leaf, room)):
            _paint(sheet, part, on_page(number, index))
        foot(sheet, name, number, len(leaves), said if is_last else "")
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


def _describe(canvas: Canvas, document: Document) -> None:
    """What the file says about itself: nothing about who made it or where it lay."""
    workshop = document[Workshop]
    canvas.setTitle(own.title(document))
    canvas.setSubject(clean_line(workshop.question))
    canvas.setAuthor(workshop.organisation)
    canvas.setCreator("Foresight")
    names = [display_name(document, scenario.id) for scenario in document[Scenarios].scenarios]
    canvas.setKeywords(", ".join([_("scenarios"), _("foresight"), str(workshop.horizon), *names]))
