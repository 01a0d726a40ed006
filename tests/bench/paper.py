"""The brief, against the same words as plain reportlab text."""

from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from pypdf import PdfReader
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.reporting.brief import make_brief
from tests.bench.measure import Row, median, ratio_row

SAMPLE = Path(__file__).parents[2] / "scenarios" / "public-sector-2040.en.foresight"


def rows() -> list[Row]:
    """Eight pages with everything, and the same lines on as many pages without figures."""
    document = load(SAMPLE, slice_kinds())
    pages = [page.extract_text() for page in PdfReader(BytesIO(make_brief(document, 8, "en"))).pages]
    style = getSampleStyleSheet()["Normal"]

    def plain() -> None:
        story: list[Flowable] = []
        for page in pages:
            story += [Paragraph(escape(line), style) for line in page.splitlines()] + [PageBreak()]
        SimpleDocTemplate(BytesIO()).build(story)

    return [
        ratio_row(
            f"brief of {len(pages)} pages",
            median(lambda: make_brief(document, 8, "en")),
            "its words as plain reportlab text",
            median(plain),
            4.0,
        )
    ]
