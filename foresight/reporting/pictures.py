"""Figures as files of their own, without a window: PNG, SVG and PDF."""

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
    printed = BytesIO()
    canvas = Canvas(printed, pagesize=(figure.width, figure.height), invariant=1)
    canvas.setTitle(title)
    renderPDF.draw(figure, canvas, 0, 0)
    canvas.save()
    return printed.getvalue() if ending == ".pdf" else _png(printed.getvalue())


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
