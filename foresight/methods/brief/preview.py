"""The pages of the brief as pictures: what is seen on the screen is what is printed."""

from dataclasses import dataclass

from foresight.core.brief import Size
from foresight.core.document import Document
from foresight.core.progress import Tick, no_tick
from foresight.model.workshop import Workshop
from foresight.reporting.raster import PagePicture, pictures


@dataclass(frozen=True)
class Preview:
    """The brief of a document in a size, with or without its appendix, and its pages."""

    document: Document
    size: Size
    appendix: bool
    pdf: bytes
    pages: tuple[PagePicture, ...]


def brief_of(document: Document, size: Size, appendix: bool = False) -> bytes:
    """The brief as PDF, in the language of the workshop and with its title in the foot."""
    from foresight.reporting.brief import make_brief

    workshop = document[Workshop]
    return make_brief(document, size, workshop.language, workshop.title, appendix=appendix)


def preview(
    document: Document, size: Size, dots_per_inch: float, appendix: bool = False, tick: Tick = no_tick
) -> Preview:
    """Make the brief and picture its pages."""
    pdf = brief_of(document, size, appendix)
    tick(0.5)
    return Preview(document, size, appendix, pdf, tuple(pictures(pdf, dots_per_inch, tick)))
