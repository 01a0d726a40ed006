"""A page that is being painted: text, rules, tints and figures, in the look of print."""

from contextlib import AbstractContextManager
from functools import lru_cache

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from foresight.core.look import PRINT
from foresight.reporting import drawing
from foresight.reporting.fonts import runs, text_width
from foresight.reporting.styles import Type
from foresight.reporting.tags import Tags


@lru_cache(maxsize=256)
def _colour(value: str) -> Color:
    return HexColor(value)


def colour(token: str) -> str:
    """The #rrggbb of a colour token; a colour as it is."""
    return token if token.startswith("#") else PRINT[token]


class Sheet:
    """Paints on the present page of a canvas. Coordinates are points from the bottom left."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.tags = Tags(canvas)

    def element(self, kind: str) -> AbstractContextManager[None]:
        """A part of the structure (see tags.py)."""
        return self.tags.element(kind)

    def content(self, kind: str, alt: str = "") -> AbstractContextManager[None]:
        """One piece of content (see tags.py)."""
        return self.tags.content(kind, alt)

    def text(self, x: float, baseline: float, line: str, style: Type, token: str = "", right: bool = False) -> None:
        """One line, from x on or ending at x."""
        if right:
            x -= text_width(line, style.size, style.bold, style.italic)
        self.canvas.setFillColor(_colour(colour(token or style.colour)))
        for font, piece in runs(line, style.bold, style.italic):
            self.canvas.setFont(font, style.size)
            self.canvas.drawString(x, baseline, piece)
            x += text_width(piece, style.size, style.bold, style.italic)

    def rule(self, x: float, y: float, width: float, token: str = "line", weight: float = 0.5) -> None:
        """A level line."""
        with self.tags.decoration():
            self.canvas.setStrokeColor(_colour(colour(token)))
            self.canvas.setLineWidth(weight)
            self.canvas.line(x, y, x + width, y)

    def fill(self, x: float, y: float, width: float, height: float, token: str, radius: float = 0) -> None:
        """A filled rectangle with (x, y) at its bottom left."""
        with self.tags.decoration():
            self.canvas.setFillColor(_colour(colour(token)))
            if radius:
                self.canvas.roundRect(x, y, width, height, radius, stroke=0, fill=1)
            else:
                self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def mark(self, kind: str, x: float, y: float, size: float, token: str) -> None:
        """A drawn mark centred at (x, y)."""
        figure = drawing.blank(2 * size, 2 * size)
        drawing.mark(figure, kind, size, size, size, colour(token))
        with self.tags.decoration():
            renderPDF.draw(figure, self.canvas, x - size, y - size)

    def picture(self, figure: Drawing, x: float, y: float, alt: str) -> None:
        """A figure with its bottom left at (x, y)."""
        with self.content("Figure", alt):
            renderPDF.draw(figure, self.canvas, x, y)

    def end(self) -> None:
        """Finish the page."""
        self.canvas.showPage()
        self.tags.end_page()
