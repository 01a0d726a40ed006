"""The triangle at work: a column for each corner with a line to type in, and the picture with the dot beside."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.look import Look
from foresight.core.text import LINE_LENGTH
from foresight.core.words import N_, _
from foresight.kit.cards import CardDelegate, WallColumn
from foresight.kit.charts import FigureView
from foresight.kit.entry import QuickEntry
from foresight.kit.groups import SpeakingGroup
from foresight.kit.labels import plain_label, tip
from foresight.kit.session import Session
from foresight.kit.stack import Stack
from foresight.kit.theme import scaled
from foresight.methods.forces.analysis import balance
from foresight.methods.forces.model import CORNERS, carry_force
from foresight.methods.forces.sentences import balance_sentence, count_sentence
from foresight.methods.forces.view_cards import FORCES, corner_columns, typed_force
from foresight.model.trends import DIRECTIONS, Direction

ASKED: dict[Direction, str] = {
    "weight": N_("What keeps things as they are? Habits, rules, systems, interests."),
    "push": N_("What changes things now, whether we like it or not? Numbers, trends, events."),
    "pull": N_("Which picture of the future draws us? Hopes, plans, ideals."),
}
FRAME, NARROWEST = 10, 80
"""Left and right of the cards together; the least width of a card, in pixels."""
CORNER, PICTURED = 110, 600
"""The least width of a corner, and of all together before the picture gives its room to the cards, in pixels."""


class Corner(QWidget):
    """A corner: its name, its strength, its forces, and the line in which they are typed."""

    def __init__(self, session: Session, corner: Direction, group: SpeakingGroup) -> None:
        super().__init__()
        self.corner = corner
        self._group = group
        self.stack = Stack(session, FORCES)
        self.stack.theme = corner
        self.stack.setAccessibleName(_(DIRECTIONS[corner]))
        self.count = plain_label("", "small")
        self.asked = plain_label(_(ASKED[corner]), "muted")
        self.entry = QuickEntry(session, _("Force / strength, Enter"), self._edit, LINE_LENGTH)
        self.entry.setAccessibleName(_("Add force: {corner}").format(corner=_(DIRECTIONS[corner])))
        tip(self.entry, _("A slash and a digit at the end say how strong it is: silos / 4"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(_(DIRECTIONS[corner]), "semibold"))
        column.addWidget(self.count)
        column.addWidget(self.asked)
        column.addWidget(self.stack, 1)
        column.addWidget(self.entry)

    def _edit(self, text: str) -> Edit:
        return self._group.heard(text, lambda said, group: typed_force(said, self.corner, group))

    def show_corner(self, held: WallColumn) -> None:
        """Show the forces of this corner. Where the current one has gone, the next one takes its place."""
        self.count.setText(held.said)
        self.asked.setHidden(bool(held.cards))
        card, row = self.stack.card, self.stack.currentIndex().row()
        self.stack.cards.show(held.cards)
        if card and not self.stack.go_to(card) and self.stack.hasFocus() and held.cards:
            self.stack.go_to_row(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        delegate = self.stack.itemDelegate()
        assert isinstance(delegate, CardDelegate)
        delegate.width = max(self.width() - self.stack.verticalScrollBar().sizeHint().width() - FRAME, NARROWEST)
        self.stack.doItemsLayout()


class CornersView(QWidget):
    """Three corners side by side, past to future, and the dot between them."""

    deleted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.group = SpeakingGroup(_("Group of new forces"))
        self.group.title.show()
        self.corners = {corner: Corner(session, corner, self.group) for corner in CORNERS}
        self.figure = FigureView(_("Futures triangle"))
        self.said = plain_label("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for corner in self.corners.values():
            corner.stack.stepped.connect(self._step)
            corner.stack.deleted.connect(self.deleted)
            corner.setMinimumWidth(CORNER)
            row.addWidget(corner, 3)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.figure, 1)
        side.addWidget(self.said, 0, Qt.AlignmentFlag.AlignTop)
        side.addWidget(plain_label(_("1–5 strength · Ctrl+←→ other corner · Enter changes"), "small"))
        side.addWidget(self.group)
        row.addLayout(side, 5)
        self.setFocusProxy(self.corners["weight"].entry)
        session.selection_changed.connect(self._follow)

    def render_document(self, document: Document) -> None:
        """Show the forces of this document."""
        held = balance(document)
        for corner, column in zip(self.corners.values(), corner_columns(document), strict=True):
            corner.show_corner(column)
        self.group.render_document(document)
        self.said.setText(balance_sentence(held) or count_sentence(held))

        # The figure loads reportlab, so it is imported when it is first drawn.
        def draw(width: float, height: float, look: Look) -> object:
            from foresight.methods.forces.figure import triangle

            return triangle(held, width, height, look)

        self.figure.show_figure(draw, f"{count_sentence(held)} {balance_sentence(held)}".strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.figure.setVisible(self.width() >= scaled(PICTURED))

    def _step(self, card: Id, steps: int, carried: bool) -> None:
        """To the corner beside, alone or with the card."""
        stacks = [corner.stack for corner in self.corners.values()]
        to = next(at for at, stack in enumerate(stacks) if stack is self.sender()) + steps
        if not 0 <= to < len(stacks):
            return
        if carried and card:
            self.session.seal()
            self.session.do(carry_force(card, CORNERS[to]))
            stacks[to].go_to(card)
        stacks[to].setFocus()

    def _follow(self) -> None:
        """To a force that was selected elsewhere."""
        stacks = [corner.stack for corner in self.corners.values()]
        if self.session.selection and not any(stack.hasFocus() for stack in stacks):
            any(stack.go_to(self.session.selection[0]) for stack in stacks)
