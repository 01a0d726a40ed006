"""A world as a card on which its name and tagline are written in place."""

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.picture import Shape
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _, ngettext
from foresight.kit.charts import paint
from foresight.kit.labels import button, plain_label, tip
from foresight.kit.limits import cut_at, say_beside
from foresight.kit.session import Session
from foresight.kit.theme import colour, font, look
from foresight.kit.workspace import deletion
from foresight.methods.scenarios.analysis import FIELDS, missing, word_count
from foresight.model.scenarios import Scenario, change_scenario, letter

NAME_LENGTH = 120
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class InPlace(QPlainTextEdit):
    """One line of text that is edited where it stands; long text wraps and the field grows. Enter goes on.

    Signals: ``edited(text)`` while typing, ``entered()`` and ``left()`` when the focus comes and goes.
    """

    edited = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(
        self,
        name: str,
        hint: str,
        *,
        size: str = "body",
        semibold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        limit: int = LINE_LENGTH,
        hugging: bool = False,
    ) -> None:
        super().__init__()
        self._hint, self._limit, self._hugging = hint, limit, hugging
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        tip(self, name)
        self.setProperty("role", "quiet")
        self.setFont(font(size, semibold=semibold))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        policy = QSizePolicy.Policy.Preferred if hugging else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        self._fit()

    def text(self) -> str:
        """What is written, as one line."""
        return clean_line(self.toPlainText(), self._limit)

    def show_text(self, text: str) -> None:
        """Show this text; what is being typed stays while it means the same."""
        if self.text() != text or (self.toPlainText() != text and not self.hasFocus()):
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            self._fit()

    def _changed(self) -> None:
        self._fit()
        written = self.toPlainText()
        if len(clean_line(written, len(written))) > self._limit:
            say_beside(self, cut_at(self._limit))
        self.edited.emit(self.text())

    def _fit(self) -> None:
        rows = max(1, int(self.document().size().height()))
        self.setFixedHeight(rows * self.fontMetrics().lineSpacing() + 10)
        if self._hugging:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.text() or self._hint) + 24
        return QSize(min(max(wide, 48), 280) if self._hugging else 200, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = clean_line(source.text(), len(source.text()))
        self.insertPlainText(text[: self._limit])
        if len(text) > self._limit:
            say_beside(self, cut_at(self._limit))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.show_text(self.text())
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.toPlainText():  # Qt's own placeholder is always at the left
            painter = QPainter(self.viewport())
            painter.setPen(colour("muted"))
            margin = int(self.document().documentMargin())
            area = self.viewport().rect().adjusted(margin, margin, -margin, 0)
            across = self.document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
            shown = painter.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, across | Qt.AlignmentFlag.AlignTop, shown)


class _Excerpt(QWidget):
    """As many whole lines of a text as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.setFont(font("small"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(colour("muted"))
        leading = painter.boundingRect(QRect(0, 0, 99, 99), Qt.AlignmentFlag.AlignTop, "x\nx\nx\nx").height() // 4
        painter.setClipRect(QRect(0, 0, self.width(), self.height() // leading * leading))
        painter.drawText(self.rect().adjusted(0, 0, 0, 2000), Qt.TextFlag.TextWordWrap, self.text)


class WorldCard(QFrame):
    """One world. ``opened(id)`` when it is to be told; ``walked(across, down)`` for the arrow keys."""

    opened = Signal(str)
    walked = Signal(int, int)

    def __init__(self, session: Session, scenario: Id) -> None:
        super().__init__()
        self.session, self.scenario = session, scenario
        self._index, self._chosen = 0, False
        self._painted: tuple[object, tuple[Shape, ...]] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.name = InPlace(_("Name of the world"), _("Name this world"), size="lead", semibold=True, limit=NAME_LENGTH)
        self.tagline = InPlace(_("Tagline"), _("One sentence that says it all"))
        self.excerpt = _Excerpt()
        self.excerpt.setMinimumHeight(18)
        self.foot = plain_label("", "small", wrap=False)
        self.foot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.write = button(_("Tell"), lambda: self.opened.emit(self.scenario), icon_name="edit", role="quiet")
        for field, place in ((self.name, "name"), (self.tagline, "tagline")):
            field.edited.connect(lambda text, place=place: session.do(change_scenario(scenario, **{place: text})))
            field.entered.connect(lambda: session.select(scenario))
            field.left.connect(session.seal)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(34, 4, 8, 2)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(self.tagline)
        inset = QHBoxLayout()
        inset.setContentsMargins(6, 2, 6, 0)
        inset.addWidget(self.excerpt)
        column.addLayout(inset, 1)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.foot, 1)
        row.addWidget(self.write)
        column.addLayout(row)

    def render_world(self, document: Document, scenario: Scenario, index: int) -> None:
        """Show this scenario, the ``index``-th of the document."""
        self._index, self._painted = index, None
        title = _("Scenario {letter}").format(letter=letter(index))
        self.setAccessibleName(f"{title}: {scenario.name}" if scenario.name else title)
        self.name.show_text(scenario.name)
        self.tagline.show_text(scenario.tagline)
        self.excerpt.text = scenario.narrative[:1000]
        self.excerpt.update()
        words, blank = word_count(scenario.narrative), len(missing(document, scenario))
        told = ngettext("{n} word", "{n} words", words).format(n=words)
        self.foot.setText(f"{letter(index)} · {told} · {len(FIELDS) - blank}/{len(FIELDS)}")
        filled = _("{n} of {all} fields").format(n=len(FIELDS) - blank, all=len(FIELDS))
        tip(self.foot, filled)
        self.setAccessibleDescription(f"{told}, {filled}")
        self.write.setAccessibleName(_("Tell scenario {letter}").format(letter=letter(index)))
        self.name.setReadOnly(self.session.read_only)
        self.tagline.setReadOnly(self.session.read_only)
        self.render_selection()

    def render_selection(self) -> None:
        """Show whether it is selected."""
        self._chosen = self.scenario in self.session.selection
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        from foresight.methods.scenarios.figure_world import backdrop

        state = (self._index, self.size(), look(), self._chosen)
        if self._painted is None or self._painted[0] != state:
            self._painted = state, backdrop(self._index, self.width(), self.height(), look(), self._chosen).plain()
        painter = QPainter(self)
        paint(painter, self._painted[1])
        if self.hasFocus():
            painter.setPen(colour("ink"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(4, 4, self.width() - 9, self.height() - 9))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self.session.select(self.scenario)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.scenario)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.session.select(self.scenario)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Delete:
            self.session.seal()
            self.session.do(deletion(self.session.document, _("Delete scenario"), (self.scenario,)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.scenario)
        elif key in ARROWS:
            self.walked.emit(*ARROWS[key])
        else:
            super().keyPressEvent(event)
