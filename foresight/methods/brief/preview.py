"""The pages of the brief as pictures: what is seen on the screen is what is printed."""

from dataclasses import dataclass

from foresight.core.brief import Size
from foresight.core.document import Document
from foresight.core.progress import Tick, no_tick
from foresight.core.words import Language

POINTS_PER_INCH = 72


@dataclass(frozen=True)
class PagePicture:
    """One page: rows of pixels, four bytes (blue, green, red, unused) each."""

    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True)
class Preview:
    """A brief and its pages."""

    pdf: bytes
    pages: tuple[PagePicture, ...]


def preview(
    document: Document, pages: Size, language: Language, file_name: str, dots_per_inch: float, tick: Tick = no_tick
) -> Preview:
    """Make the brief and picture its pages."""
    from foresight.reporting.brief import make_brief

    pdf = make_brief(document, pages, language, file_name)
    tick(0.5)
    return Preview(pdf, pictures(pdf, dots_per_inch, tick))


def pictures(pdf: bytes, dots_per_inch: float, tick: Tick = no_tick) -> tuple[PagePicture, ...]:
    """The pages of a PDF as pictures of this resolution."""
    import pypdfium2

    made = []
    source = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(source)):
            bitmap = source[number].render(scale=dots_per_inch / POINTS_PER_INCH, prefer_bgrx=True)
            made.append(PagePicture(bitmap.width, bitmap.height, bytes(bitmap.buffer)))
            tick(0.5 + 0.5 * (number + 1) / len(source))
    finally:
        source.close()
    return tuple(made)
