"""Pages on paper: the dialog, the preview, and the printing itself."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from foresight.core.problems import Problem
from foresight.core.words import _
from foresight.kit.problems import tell

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PAPER_DOTS = 300.0
"""Dots to an inch on paper."""
Pages = Callable[[], Iterable[QImage]]
"""The pages as pictures, one after the other: on paper one takes 35 MB."""


def image(pixels: bytes, width: int, height: int) -> QImage:
    """A page as a picture, from rows of pixels of four bytes (blue, green, red, unused)."""
    return QImage(pixels, width, height, QImage.Format.Format_RGB32).copy()


def printer_for(name: str) -> "QPrinter":
    """A printer with A4 paper, printed to its edges."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(name)
    return printer


def ask_and_print(parent: QWidget, name: str, pages: Pages) -> None:
    """Ask for a printer and print the pages."""
    from PySide6.QtPrintSupport import QPrintDialog

    printer = printer_for(name)
    if QPrintDialog(printer, parent).exec():
        print_on(parent, printer, pages)


def preview_print(parent: QWidget, name: str, pages: Pages) -> None:
    """Show the pages on the paper of a printer, with its paper sizes and margins."""
    from PySide6.QtPrintSupport import QPrintPreviewDialog

    printer = printer_for(name)  # the dialog does not keep it alive
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(_("Print preview"))
    dialog.paintRequested.connect(lambda asked: print_on(parent, asked, pages))
    dialog.exec()


def print_on(parent: QWidget, printer: "QPrinter", pages: Pages) -> None:
    """Print the pages that the printer is told to, each as large as its paper allows."""
    painter = QPainter()
    if not painter.begin(printer):
        tell(parent, Problem(_("The printer cannot be used. Choose another one, or save it as PDF.")))
        return
    first, last = printer.fromPage() or 1, printer.toPage() or 10_000
    for number, page in enumerate(pages(), 1):
        if number > last:
            break
        if number > first:
            printer.newPage()
        if number >= first:
            paper = QRectF(painter.viewport())
            size = QSizeF(page.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(QPointF(0, 0), size)
            place.moveCenter(paper.center())
            painter.drawImage(place, page)
    painter.end()
