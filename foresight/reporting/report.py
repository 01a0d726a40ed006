"""A report whose sections stand on a page each, after a front page with the contents."""

from collections.abc import Sequence
from dataclasses import replace

from foresight.core.brief import APPENDIX, Section
from foresight.core.document import Document
from foresight.core.words import Language, _
from foresight.reporting.appendix import spread
from foresight.reporting.contents import contents
from foresight.reporting.painting import Frame, painted
from foresight.reporting.plan import ROOM, Leaf, natural_height
from foresight.reporting.styles import COMPACT


def make_report(
    sections: Sequence[Section], document: Document, title: str, language: Language, file_name: str = ""
) -> bytes:
    """These sections as PDF bytes, in the present language: the same bytes for the same arguments.

    The first is the front page. A section that does not fit its page, set small, goes on to further pages.
    """

    heading = _("In this report")

    def leaves(room: float) -> tuple[Leaf, ...]:
        last = len(sections)
        rest = [
            leaf for at, section in enumerate(sections[1:], 2) for leaf in _pages(section, room if at == last else ROOM)
        ]
        listed = contents((Leaf(()), *rest), heading).height
        return (*(leaf for front in sections[:1] for leaf in _pages(front, room - listed)), *rest)

    return painted(leaves, document, Frame(title, heading, True, language, file_name))


def _pages(section: Section, room: float) -> tuple[Leaf, ...]:
    if natural_height([section], COMPACT) <= room:
        return (Leaf((section,)),)
    return spread([replace(section, page=APPENDIX)], room)
