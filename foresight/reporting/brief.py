"""The brief as a PDF."""

from collections.abc import Sequence
from pathlib import Path

from foresight.core.brief import Section, Size
from foresight.core.document import Document
from foresight.core.files import write_whole
from foresight.core.words import Language, _, speaking
from foresight.reporting import own
from foresight.reporting.appendix import spread
from foresight.reporting.page import make_page
from foresight.reporting.painting import Frame, painted
from foresight.reporting.plan import Leaf, plan


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

    def leaves(room: float) -> tuple[Leaf, ...]:
        return (*plan(sections, pages), *spread(sections, room))

    frame = Frame(own.title(document), _("In this brief"), False, language, file_name)
    return painted(leaves, document, frame)
