"""Figures as files of their own, without a window: PNG, SVG and PDF."""

from collections.abc import Iterable
from io import BytesIO

import pypdfium2
from reportlab.graphics import renderPDF
from reportlab.pdfgen.canvas import Canvas

from foresight.reporting.drawing import Figure
from foresight.reporting.svg import to_svg

SCALE = 3.0
"""Pixels to a point in a PNG: 216 dots to an inch."""


def write_picture(figure: Figure, ending: str, title: str, described: str = "") -> bytes:
    """The figure as the bytes of a ".png", ".svg" or ".pdf" file."""
    if ending == ".svg":
        return to_svg(figure.plain(), figure.width, figure.height, title, described).encode()
    printed = write_pages([figure], title)
    return printed if ending == ".pdf" else _png(printed)


def write_pages(figures: Iterable[Figure], title: str) -> bytes:
    """A PDF with a page for each figure, as large as the figure: the same bytes for the same figures."""
    printed = BytesIO()
    canvas = Canvas(printed, invariant=1)
    canvas.setTitle(title)
    for figure in figures:
        canvas.setPageSize((figure.width, figure.height))
        renderPDF.draw(figure, canvas, 0, 0)
        canvas.showPage()
    canvas.save()
    return printed.getvalue()


def _png(printed: bytes) -> bytes:
    """The first page of a PDF as a PNG."""
    document = pypdfium2.PdfDocument(printed)
    try:
        image = document[0].render(scale=SCALE).to_pil()
    finally:
        document.close()
    made = BytesIO()
    image.save(made, "PNG")
    return made.getvalue()
