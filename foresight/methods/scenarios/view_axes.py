"""Choosing the axes: what each is called, what the network says about the two, which pairs are good."""

from typing import Literal

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from foresight.core.document import Document, Id
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _, number
from foresight.kit.fields import LineField, NumberField
from foresight.kit.labels import button, plain_label, tip
from foresight.kit.limits import limit_line
from foresight.kit.session import Session
from foresight.kit.theme import icon, scaled
from foresight.methods.scenarios.axes import (
    Advice,
    Candidate,
    advice,
    axes_are_dependent,
    axis_candidates,
    axis_name,
    independence,
    overruled,
)
from foresight.methods.scenarios.model import choose_axes, swap_axes
from foresight.methods.scenarios.view_pairs import Pairs
from foresight.model.drivers import Driver, Drivers
from foresight.model.ratings import Ratings
from foresight.model.scenarios import Axis, Scenarios, overrule, set_axis
from foresight.model.workshop import Workshop, set_workshop

Which = Literal["x", "y"]
BESIDE = 720
"""From this width on, in pixels, words and tools stand side by side."""


def candidate_words(candidate: Candidate) -> str:
    """A driver with what speaks for it as an axis."""
    standing = candidate.standing
    if standing is None:
        return _("{driver} (not rated)").format(driver=candidate.driver.title)
    return _("{driver} (impact {impact}, uncertainty {uncertainty})").format(
        driver=candidate.driver.title, impact=number(standing.impact), uncertainty=number(standing.uncertainty)
    )


class AxisBox(QComboBox):
    """What an axis is called: a driver chosen from the list, the most critical first, or words of one's own."""

    def __init__(self, session: Session, which: Which, name: str) -> None:
        super().__init__()
        self.session, self.which = session, which
        self._drivers: list[Id] = []
        self._axis = Axis()
        self.line = QLineEdit()
        limit_line(self.line, LINE_LENGTH)
        self.setEditable(True)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(QCompleter(self))  # one without words: Qt's own would finish what one types
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Choose a driver with the arrow keys, or type a name of your own."))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.view().setMinimumWidth(460)
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.line.setPlaceholderText(_("Choose a driver or type"))
        self.line.textEdited.connect(self._typed)
        self.line.setAccessibleName(name)
        self.line.returnPressed.connect(self.focusNextChild)
        self.line.editingFinished.connect(session.seal)
        self.activated.connect(self._chosen)

    def sizeHint(self) -> QSize:
        return QSize(scaled(250), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(140, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling over the picture must not change an axis

    def _typed(self, text: str) -> None:
        name = clean_line(text)
        driver = self.session.document[Drivers].by_id.get(self._axis.driver) if self._axis.driver else None
        if not name:
            self.session.do(set_axis(self.which, name="", driver=None))
        else:
            self.session.do(set_axis(self.which, name="" if driver and _title(driver) == name else name))

    def _chosen(self, index: int) -> None:
        self.session.seal()
        driver = self._drivers[index]
        self.session.do(choose_axes(**{self.which: driver}))
        self.render_axis(self.session.document, self._axis)

    def render_axis(self, document: Document, axis: Axis) -> None:
        """Show the name of this axis and, in the list, all candidates."""
        self._axis = axis
        candidates = axis_candidates(document)
        texts = [candidate_words(candidate) for candidate in candidates]
        self._drivers = [candidate.driver.id for candidate in candidates]
        name = axis_name(document, axis)
        with QSignalBlocker(self):
            if texts != [self.itemText(at) for at in range(self.count())]:
                self.clear()
                self.addItems(texts)
            at = self._drivers.index(axis.driver) if axis.driver in self._drivers else -1
            if at != self.currentIndex():  # Qt writes the text of the item into the line, also when nothing changes
                self.setCurrentIndex(at)
        if clean_line(self.line.text()) != name:
            self.setEditText(name)
            self.line.setCursorPosition(0)
        tip(self, name)
        self.setEnabled(not self.session.read_only)


def _title(entity: object) -> str:
    return entity.title if isinstance(entity, Driver) else ""


class AxesHead(QWidget):
    """What the network says about the two axes, the best pairs to choose from, and how far ahead the worlds lie."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._found = Advice()
        self._known: Document | None = None
        self.sign = QLabel()
        self.sign.setFixedWidth(20)
        self.words = plain_label("", "body")
        self.words.setAccessibleName(_("Independence of the axes"))
        self.pairs_button = QPushButton(_("Best pairs"))
        self.pairs_button.setCheckable(True)
        self.pairs_button.toggled.connect(self._show_pairs)
        self.swap = button(_("Swap axes"), lambda: session.do(swap_axes()))
        self.horizon = self._horizon()
        self.pairs = self._pairs()
        self.reason = self._reason()
        self.how = plain_label(
            _(
                "Critical uncertainties, two by two. Score: how critical both are, less where they are linked (0 to 1)."
                " Pairs that hang together come last. Enter chooses."
            ),
            "small",
        )
        self.how.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row())
        column.addWidget(self.reason)
        column.addWidget(self.how)
        column.addWidget(self.pairs)

    def _row(self) -> QBoxLayout:
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.sign)
        said.addWidget(self.words, 1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.pairs_button)
        tools.addWidget(self.swap)
        tools.addStretch()
        label = plain_label(_("Horizon"), "muted", wrap=False)
        label.setBuddy(self.horizon.box)
        tools.addWidget(label)
        tools.addWidget(self.horizon)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.row.setSpacing(8)
        self.row.addLayout(said, 1)
        self.row.addLayout(tools)
        return self.row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the tools stand below the words."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        self.row.setDirection(direction.LeftToRight if self.width() >= BESIDE else direction.TopToBottom)

    def _horizon(self) -> NumberField:
        made = NumberField("horizon", _("Horizon year"), 1900, 2300)
        made.title.hide()
        made.edited.connect(lambda year: self.session.do(set_workshop(horizon=year)))
        made.box.editingFinished.connect(self.session.seal)
        return made

    def _pairs(self) -> Pairs:
        made = Pairs()
        made.chosen.connect(self._choose_pair)
        made.hide()
        return made

    def _reason(self) -> LineField:
        made = LineField("overruled", _("We take them all the same, because …"))
        made.edited.connect(self._overrule)
        made.left.connect(self.session.seal)
        made.hide()
        return made

    def _overrule(self, reason: str) -> None:
        x, y = self._axes(self.session.document)
        if x is not None and y is not None:
            self.session.do(overrule(x, y, reason))

    @staticmethod
    def _axes(document: Document) -> tuple[Id | None, Id | None]:
        return document[Scenarios].x_axis.driver, document[Scenarios].y_axis.driver

    def _show_pairs(self, shown: bool) -> None:
        self.how.setVisible(shown)
        self.pairs.setVisible(shown)
        if shown:
            self.pairs.setCurrentRow(0)
            self.pairs.setFocus()

    def _choose_pair(self, first: Id, second: Id) -> None:
        self.session.seal()
        self.session.do(choose_axes(first, second))
        self.pairs_button.setChecked(False)
        if self.reason.isVisible():
            self.reason.setFocus()

    def render_document(self, document: Document) -> None:
        """Show what is known about the axes of this document."""
        if self._known is None or document.changed_since(self._known, (Drivers, Ratings)):
            self._found = advice(document)
        self._known = document
        self.words.setText(independence(document) or self._advice(document))
        self._render_refusal(document)
        self.pairs_button.setEnabled(self._found != Advice() and not self.session.read_only)
        self.pairs.show_advice(document, self._found)
        self.horizon.show_value(document[Workshop].horizon)
        for widget in (self.swap, self.horizon, self.reason):
            widget.setEnabled(not self.session.read_only)

    def _render_refusal(self, document: Document) -> None:
        """A warning while the axes hang together and the team does not say why it takes them all the same."""
        x, y = self._axes(document)
        dependent, reason = axes_are_dependent(document), overruled(document)
        picture = icon("warning", "danger") if dependent and not reason else icon("info", "muted")
        self.sign.setPixmap(picture.pixmap(18, 18))
        self.reason.show_value(reason)
        self.reason.setVisible(dependent and x != y)

    def _advice(self, document: Document) -> str:
        if axis_candidates(document):
            return _("Choose two drivers that matter much and are uncertain, or type two axes of your own.")
        return _("Type two axes. Once drivers are made and rated, the best pairs are proposed here.")
