"""The workspace of the brief: its pages as they will be printed, and the way to paper, PDF or a browser."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageSize, QPainter

from foresight.core.files import write_whole
from foresight.core.methods import slice_kinds
from foresight.core.problems import Problem
from foresight.core.text import file_stem
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.problems import tell
from foresight.kit.saving import ask_where
from foresight.kit.workspace import Workspace
from foresight.methods.brief.preview import pictures
from foresight.methods.brief.view_pages import Pages, picture
from foresight.model.workshop import Workshop

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PAPER_DOTS = 300.0


class BriefWorkspace(Workspace):
    """See, save and print the brief."""

    reads = slice_kinds()

    def build(self) -> None:
        self.pages = Pages(self.session)
        self.add_view(_("Pages"), lambda: self.pages)

    @action(N_("Save PDF…"), shortcut="Ctrl+E", icon="download", primary=True)
    def save_pdf(self) -> None:
        """Ask for a name and write the brief as it is now."""
        self._save(".pdf", _("Document (*.pdf)"))

    @action(N_("Print…"), shortcut="Ctrl+P", icon="print", primary=True)
    def print_brief(self) -> None:
        """Ask for a printer and print the pages."""
        from PySide6.QtPrintSupport import QPrintDialog

        printer = self._printer()
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)

    @action(N_("Print preview…"), shortcut="Ctrl+Shift+P", icon="eye")
    def preview_print(self) -> None:
        """Show the pages on the paper of a printer, with its paper sizes and margins."""
        from PySide6.QtPrintSupport import QPrintPreviewDialog

        printer = self._printer()  # the dialog does not keep it alive
        dialog = QPrintPreviewDialog(printer, self)
        dialog.setWindowTitle(_("Print preview"))
        dialog.paintRequested.connect(self.print_on)
        dialog.exec()

    @action(N_("Save as web page…"), icon="world")
    def save_page(self) -> None:
        """Ask for a name and write the brief as one page for a browser: words and tables, without pictures."""
        self._save(".html", _("Web page (*.html)"))

    def print_on(self, printer: "QPrinter") -> None:
        """Print the pages that the printer is told to, each as large as its paper allows."""
        painter = QPainter()
        if not painter.begin(printer):
            tell(self, Problem(_("The printer cannot be used. Choose another one, or save the brief as PDF.")))
            return
        first, last = printer.fromPage() or 1, printer.toPage() or 10_000
        for number, page in enumerate(pictures(self.pages.pdf, PAPER_DOTS), 1):
            if number > last:
                break
            if number > first:
                printer.newPage()
            if number >= first:
                paper = QRectF(painter.viewport())
                size = QSizeF(page.width, page.height).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
                place = QRectF(QPointF(0, 0), size)
                place.moveCenter(paper.center())
                painter.drawImage(place, picture(page))
        painter.end()

    def _printer(self) -> "QPrinter":
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setFullPage(True)
        printer.setDocName(self.session.document[Workshop].title or _("Brief"))
        return printer

    def _save(self, ending: str, kind: str) -> None:
        from foresight.reporting.page import make_page

        workshop = self.session.document[Workshop]
        proposed = (file_stem(workshop.title) or _("Brief")) + ending
        path = ask_where(self, _("Save brief"), proposed, {ending: kind})
        if path is None:
            return
        try:
            if ending == ".pdf":
                write_whole(path, self.pages.pdf)
            else:
                size, appendix = self.pages.size_chosen, self.pages.with_appendix
                page = make_page(self.session.document, size, workshop.language, appendix=appendix)
                write_whole(path, page.encode())
        except Problem as problem:
            tell(self, problem)
            return
        self.session.said.emit(_("Brief saved as {name}").format(name=path.name))
