"""The pages of a PDF as pictures: what is seen on the screen is what is printed."""

from collections.abc import Iterator
from dataclasses import dataclass

from foresight.core.progress import Tick, no_tick

POINTS_PER_INCH = 72


@dataclass(frozen=True)
class PagePicture:
    """One page: rows of pixels, four bytes (blue, green, red, unused) each."""

    width: int
    height: int
    pixels: bytes


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
