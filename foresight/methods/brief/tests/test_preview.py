"""What is seen is what is printed: the preview comes from the PDF itself."""

from dataclasses import replace

import pypdfium2
import pytest

from foresight.core.brief import SIZES, Size
from foresight.core.document import Document
from foresight.core.progress import Cancelled
from foresight.methods.brief.preview import brief_of, preview
from foresight.model.workshop import Workshop
from foresight.reporting.brief import make_brief
from foresight.reporting.raster import pictures


@pytest.mark.parametrize("size", SIZES)
def test_every_page_of_the_pdf_is_pictured_in_its_shape(size: Size, sample: Document) -> None:
    made = preview(sample, size, dots_per_inch=36)

    assert made.pdf == make_brief(sample, size, "en", sample[Workshop].title)
    assert len(made.pages) == len(pypdfium2.PdfDocument(made.pdf)) == size
    for page in made.pages:
        assert (page.width, page.height) == (298, 421)  # A4 at 36 dots to an inch
        assert len(page.pixels) == 4 * page.width * page.height
        assert len(set(page.pixels)) > 10


def test_the_brief_speaks_the_language_of_the_workshop(sample: Document) -> None:
    norwegian = sample.put(sample[Workshop].but(language="nb"))

    assert brief_of(norwegian, 2) == make_brief(norwegian, 2, "nb", sample[Workshop].title)
    assert brief_of(norwegian, 2) != brief_of(sample, 2)


def test_an_empty_workshop_has_a_brief(sample: Document) -> None:
    assert len(preview(replace(sample, slices={}), 2, 36).pages) >= 1


def test_progress_is_told_and_cancelling_is_heard(sample: Document) -> None:
    shares: list[float] = []
    preview(sample, 2, 36, tick=shares.append)
    assert shares == [0.5, 0.75, 1.0]

    def stop(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(pictures(brief_of(sample, 2), 36, stop))
