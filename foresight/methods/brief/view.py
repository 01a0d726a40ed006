"""The workspace of the brief: its pages as they will be printed, and the way to paper or PDF."""

from pathlib import Path
from typing import get_args

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from foresight.core.brief import SIZES, Size
from foresight.core.document import Document
from foresight.core.files import write_whole
from foresight.core.methods import slice_kinds
from foresight.core.problems import Problem
from foresight.core.text import file_stem
from foresight.core.words import LANGUAGE_NAMES, LANGUAGES, N_, _, ngettext
from foresight.kit.actions import action
from foresight.kit.labels import button, plain_label
from foresight.kit.problems import tell
from foresight.kit.session import Session
from foresight.kit.tasks import Runner
from foresight.kit.workspace import Workspace
from foresight.methods.brief.preview import PagePicture, Preview, pictures, preview
from foresight.model.workshop import Workshop, set_workshop

SCREEN_DOTS = 110.0
PAPER_DOTS = 300.0
PAGE_WIDTH = 620
"""Pixels a page takes at most on the screen."""
CALM = 400
"""Milliseconds without a change before the pages are made anew."""


def picture(page: PagePicture) -> QImage:
    """A page as a picture of Qt."""
    return QImage(page.pixels, page.width, page.height, QImage.Format.Format_RGB32).copy()


class Pages(QWidget):
    """The pages below each other, with what is being made above them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.size_chosen: Size = 8
        self.made: Preview | None = None
        self.runner = Runner(self)
        self.runner.progress.connect(lambda share: self.bar.setValue(round(share * 100)))
        self.runner.done.connect(self._show)
        self.runner.failed.connect(self._on_failed)
        self.runner.busy_changed.connect(self._show_busy)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM)
        self._calm.timeout.connect(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._controls())
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setProperty("role", "pages")
        self.area.setAccessibleName(_("Pages of the brief"))
        self.sheet = QWidget()
        self.sheet.setProperty("role", "page")
        self.leaves = QVBoxLayout(self.sheet)
        self.leaves.setSpacing(16)
        self.area.setWidget(self.sheet)
        column.addWidget(self.area, 1)

    def _controls(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(plain_label(_("Size"), "muted", wrap=False))
        self.sizes = QButtonGroup(self)
        for size in SIZES:
            one = QToolButton()
            one.setText(ngettext("{n} page", "{n} pages", size).format(n=size))
            one.setAccessibleName(one.text())
            one.setCheckable(True)
            one.setChecked(size == self.size_chosen)
            self.sizes.addButton(one, size)
            row.addWidget(one)
        self.sizes.idClicked.connect(self._choose_size)
        row.addSpacing(16)
        row.addWidget(plain_label(_("Language of the brief"), "muted", wrap=False))
        self.language = QComboBox()
        self.language.setAccessibleName(_("Language of the brief"))
        for language in LANGUAGES:
            self.language.addItem(LANGUAGE_NAMES[language], language)
        self.language.activated.connect(self._choose_language)
        row.addWidget(self.language)
        row.addStretch()
        self.bar = QProgressBar()
        self.bar.setMaximumWidth(120)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Making the brief"))
        self.cancel = button(_("Cancel"), self.runner.cancel, role="quiet")
        self.state = plain_label("", "muted", wrap=False)
        for widget in (self.state, self.bar, self.cancel):
            row.addWidget(widget)
        self._show_busy(False)
        return row

    def render_document(self, document: Document) -> None:
        """Make the pages of this document, soon."""
        self.language.setCurrentIndex(self.language.findData(document[Workshop].language))
        if self.made is None:
            self.make()
        else:
            self._calm.start()

    def make(self) -> None:
        """Make the pages now, in the background; what is being made is forgotten."""
        document = self.session.document
        language = document[Workshop].language
        self.runner.start(preview, document, self.size_chosen, language, document[Workshop].title, SCREEN_DOTS)

    def _choose_size(self, size: int) -> None:
        self.size_chosen = next(known for known in get_args(Size) if known == size)
        self.make()

    def _choose_language(self, index: int) -> None:
        self.session.do(set_workshop(language=self.language.itemData(index)))

    def _show_busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        if busy:
            self.bar.setValue(0)
            self.state.setText(_("Making the brief…"))
        elif self.made is None:
            self.state.setText("")

    def _show(self, made: Preview) -> None:
        at = self.area.verticalScrollBar().value()
        self.made = made
        while self.leaves.count():
            item = self.leaves.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for number, page in enumerate(made.pages, 1):
            leaf = QLabel()
            leaf.setAccessibleName(_("Page {number} of {count}").format(number=number, count=len(made.pages)))
            leaf.setPixmap(QPixmap.fromImage(picture(page)))
            leaf.setScaledContents(True)
            self.leaves.addWidget(leaf, 0, Qt.AlignmentFlag.AlignHCenter)
        self.leaves.addStretch()
        self._fit()
        self.state.setText(ngettext("{n} page", "{n} pages", len(made.pages)).format(n=len(made.pages)))
        self.area.verticalScrollBar().setValue(at)

    def _fit(self) -> None:
        width = min(PAGE_WIDTH, self.area.viewport().width() - 32)
        for index in range(self.leaves.count()):
            item = self.leaves.itemAt(index)
            leaf = item.widget() if item is not None else None
            if isinstance(leaf, QLabel):
                size = leaf.pixmap().size()
                leaf.setFixedSize(width, round(width * size.height() / max(size.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Problem):
            self.state.setText(error.message)
        else:
            raise error


class BriefWorkspace(Workspace):
    """See, save and print the brief."""

    reads = slice_kinds()

    def build(self) -> None:
        self.pages: Pages | None = None
        self.add_view(_("Pages"), self._make_pages)

    def _make_pages(self) -> Pages:
        self.pages = Pages(self.session)
        return self.pages

    @action(N_("Save PDF…"), shortcut="Ctrl+E", icon="download", primary=True)
    def save_pdf(self) -> None:
        """Ask for a name and write the brief, made from the document as it is now."""
        title = self.session.document[Workshop].title
        proposed = (file_stem(title) or _("Brief")) + ".pdf"
        name, _kind = QFileDialog.getSaveFileName(self, _("Save brief"), proposed, _("Document (*.pdf)"))
        if not name:
            return
        path = Path(name)
        try:
            write_whole(path if path.suffix else path.with_suffix(".pdf"), self._pdf())
        except Problem as problem:
            tell(self, problem)
            return
        self.session.said.emit(_("Brief saved as {name}").format(name=path.name))

    @action(N_("Print…"), shortcut="Ctrl+P", icon="print", primary=True)
    def print_brief(self) -> None:
        """Ask for a printer and print the pages."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setDocName(self.session.document[Workshop].title or _("Brief"))
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)

    def print_on(self, printer: object) -> None:
        """Print all pages on this QPrinter."""
        from PySide6.QtPrintSupport import QPrinter

        assert isinstance(printer, QPrinter)
        painter = QPainter(printer)
        for number, page in enumerate(pictures(self._pdf(), PAPER_DOTS)):
            if number:
                printer.newPage()
            painter.drawImage(QRectF(painter.viewport()), picture(page))
        painter.end()

    def _pdf(self) -> bytes:
        from foresight.reporting.brief import make_brief

        workshop = self.session.document[Workshop]
        size: Size = self.pages.size_chosen if self.pages is not None else 8
        return make_brief(self.session.document, size, workshop.language, workshop.title)
