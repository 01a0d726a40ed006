"""The pages of the brief below each other, as they will be printed, with what is being made above them."""

from typing import get_args

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
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
from foresight.core.problems import Problem
from foresight.core.words import LANGUAGE_NAMES, LANGUAGES, _, ngettext
from foresight.kit.labels import button, plain_label, tip
from foresight.kit.printing import image
from foresight.kit.session import Session
from foresight.kit.tasks import Runner
from foresight.methods.brief.preview import Preview, brief_of, preview
from foresight.model.workshop import Workshop, set_workshop
from foresight.reporting.raster import POINTS_PER_INCH, PagePicture

PAGE_WIDTH = 760
"""Pixels a page takes at most on the screen."""
PAGE_POINTS = 595
CALM = 400
"""Milliseconds without a change before the pages are made anew."""


def picture(page: PagePicture) -> QImage:
    """A page as a picture of Qt."""
    return image(page.pixels, page.width, page.height)


class Pages(QWidget):
    """Makes the pages anew whenever the document or a choice changes."""

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
        column.addWidget(self._area(), 1)

    @property
    def pdf(self) -> bytes:
        """The brief of the document as it is now."""
        made, document, wished = self.made, self.session.document, (self.size_chosen, self.with_appendix)
        if made is not None and made.document is document and (made.size, made.appendix) == wished:
            return made.pdf
        return brief_of(document, *wished)

    @property
    def with_appendix(self) -> bool:
        """Whether all judgements are to follow the pages."""
        return self.appendix.isChecked()

    def render_document(self, document: Document) -> None:
        """Make the pages of this document, soon."""
        self.language.setCurrentIndex(self.language.findData(document[Workshop].language))
        if self.made is None:
            self.make()
        else:
            self._calm.start()

    def make(self) -> None:
        """Make the pages now, in the background; what is being made is forgotten."""
        self._calm.stop()
        dots = POINTS_PER_INCH * PAGE_WIDTH / PAGE_POINTS * self.devicePixelRatio()
        self.runner.start(preview, self.session.document, self.size_chosen, dots, self.with_appendix)

    def _controls(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(plain_label(_("Size"), "muted", wrap=False))
        self.sizes = QButtonGroup(self)
        for size in SIZES:
            one = QToolButton()
            one.setText(_pages(size))
            one.setAccessibleName(one.text())
            one.setCheckable(True)
            one.setChecked(size == self.size_chosen)
            self.sizes.addButton(one, size)
            row.addWidget(one)
        self.sizes.idClicked.connect(self._choose_size)
        row.addSpacing(8)
        self.appendix = QCheckBox(_("With all judgements"))
        tip(self.appendix, _("An appendix: every link and every cross-impact judgement, with its reason."))
        self.appendix.clicked.connect(self.make)
        row.addWidget(self.appendix)
        row.addSpacing(16)
        row.addWidget(plain_label(_("Language"), "muted", wrap=False))
        self.language = QComboBox()
        self.language.setAccessibleName(_("Language of the brief"))
        for language in LANGUAGES:
            self.language.addItem(LANGUAGE_NAMES[language], language)
        self.language.activated.connect(self._choose_language)
        row.addWidget(self.language)
        row.addStretch()
        self.bar = QProgressBar()
        self.bar.setMaximumWidth(80)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Making the brief"))
        self.cancel = button(_("Cancel"), self._cancel, role="quiet")
        self.state = plain_label("", "muted", wrap=False)
        for widget in (self.state, self.bar, self.cancel):
            row.addWidget(widget)
        self._show_busy(False)
        return row

    def _area(self) -> QScrollArea:
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setProperty("role", "pages")
        self.area.setAccessibleName(_("Pages of the brief"))
        sheet = QWidget()
        sheet.setProperty("role", "page")
        self.leaves = QVBoxLayout(sheet)
        self.leaves.setSpacing(16)
        self.area.setWidget(sheet)
        return self.area

    def _choose_size(self, size: int) -> None:
        self.size_chosen = next(known for known in get_args(Size) if known == size)
        self.make()

    def _choose_language(self, index: int) -> None:
        self.session.seal()
        self.session.do(set_workshop(language=self.language.itemData(index)))

    def _cancel(self) -> None:
        self.runner.cancel()
        self.state.setText(_("Stopped. Choose a size to make the pages."))

    def _show_busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        if busy:
            self.bar.setValue(0)
            self.state.setText(_("Making the brief…"))

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
            pixmap = QPixmap.fromImage(picture(page))
            pixmap.setDevicePixelRatio(self.devicePixelRatio())
            leaf.setPixmap(pixmap)
            leaf.setScaledContents(True)
            leaf.setProperty("role", "leaf")
            self.leaves.addWidget(leaf, 0, Qt.AlignmentFlag.AlignHCenter)
        self.leaves.addStretch()
        self._fit()
        self.state.setText(_pages(len(made.pages)))
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
        if not isinstance(error, Problem):
            raise error
        self.state.setText(error.message)


def _pages(count: int) -> str:
    return ngettext("{n} page", "{n} pages", count).format(n=count)
