"""Slips to cut out: eight to a page, for both ballots, with the names that the points have here."""

from io import BytesIO

import pypdfium2

from foresight.core.document import Document
from foresight.core.words import speaking
from foresight.methods.orientation.figure_slips import write_slips
from foresight.methods.orientation.model import Orientation
from foresight.model.workshop import Workshop


def pages(data: bytes) -> list[str]:
    """The text of each page of a PDF."""
    held = pypdfium2.PdfDocument(BytesIO(data))
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in held]


def test_eight_slips_for_before_and_eight_for_after_the_day() -> None:
    first, after = pages(write_slips(Document().put(Workshop(title="Care 2040")), ".pdf"))
    for page in (first, after):
        assert [page.count(text) for text in ("Care 2040", "Recent past", "Far future", "100% together", "Code")] == [
            8
        ] * 5
    assert (first.count("Should be"), first.count("After the day")) == (16, 0)
    assert (after.count("Should be"), after.count("After the day")) == (0, 16)


def test_the_points_are_called_as_in_this_workshop_and_the_rest_is_translated() -> None:
    document = Document().put(Orientation(points=("<b>Old", "", "", "", "")))
    with speaking("nb"):
        first, _after = pages(write_slips(document, ".pdf"))
    assert first.count("<b>Old") == 8
    assert first.count("Burde være") == 16
    assert write_slips(document, ".pdf") == write_slips(document, ".pdf")
