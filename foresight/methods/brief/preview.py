"""The pages of the brief as pictures: what is seen on the screen is what is printed."""

from collections.abc import Iterator
from dataclasses import dataclass

from foresight.core.brief import Size
from foresight.core.document import Document
from foresight.core.progress import Tick, no_tick
from foresight.model.workshop import Workshop

POINTS_PER_INCH = 72


@dataclass(frozen=True)
class PagePicture:
    """One page: rows of pixels, four bytes (blue, green, red, unused) each."""

    width: int
    height: int
    pixels: bytes


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


def pictures(pdf: bytes, dots_per_inch: float, tick: Tick = no_tick) -> Iterator[PagePicture]:
    """The pages of a PDF as pictures of this resolution, one after the other (on paper one takes 35 MB)."""
    import pypdfium2

    source = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(source)):
            bitmap = source[number].render(scale=dots_per_inch / POINTS_PER_INCH, prefer_bgrx=True)
            yield PagePicture(bitmap.width, bitmap.height, bytes(bitmap.buffer))
            tick(0.5 + 0.5 * (number + 1) / len(source))
    finally:
        source.close()
