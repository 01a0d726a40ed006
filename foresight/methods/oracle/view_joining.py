"""Questions that read alike: proposed for joining, pair by pair."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _, ngettext, number
from foresight.kit.grid import Grid, GridCells
from foresight.kit.labels import button, plain_label
from foresight.kit.session import Session
from foresight.methods.oracle.analysis import Proposal, proposals
from foresight.methods.oracle.likeness import ALIKE
from foresight.methods.oracle.model_joining import join_questions, keep_apart, propose_again
from foresight.methods.oracle.sentences import askers_in_words
from foresight.model.oracle import Oracle, Question


class _Pairs(Grid):
    """Enter joins the current pair, Delete keeps it apart."""

    decided = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.decided.emit(True)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.decided.emit(False)
        else:
            super().keyPressEvent(event)


class JoiningView(QWidget):
    """The pairs, the most alike first, and what is done with the current one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.held: tuple[Proposal, ...] = ()
        self.said = plain_label("", "semibold")
        self.pairs = _Pairs(session, _("Questions that read alike"), self._cells, centred=False)
        self.pairs.setWordWrap(True)
        self.pairs.verticalHeader().hide()
        self.pairs.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.pairs.decided.connect(self.decide)
        self.pairs.current_moved.connect(self._select)
        self.join = button(_("Join (Enter)"), lambda: self.decide(True), role="primary")
        self.keep = button(_("Keep apart (Delete)"), lambda: self.decide(False))
        self.again = button(_("Propose again"), lambda: session.do(propose_again()), role="quiet")
        explained = _("Joining keeps both askers, both wordings and all answers, and adds up the votes. Questions are "
                      "proposed from a likeness of {limit} on, by the words and letters they share.")  # fmt: skip
        self.explained = plain_label(explained.format(limit=number(ALIKE, 1)), "small")
        self._lay_out()
        self.setFocusProxy(self.pairs)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self.join, self.keep, self.again):
            row.addWidget(each)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.pairs, 1)
        column.addLayout(row)
        column.addWidget(self.explained)
        column.addStretch()

    def render_document(self, document: Document) -> None:
        """Show the pairs of this document."""
        self.held = proposals(document)
        n = len(self.held)
        some = ngettext("{n} pair of questions reads alike.", "{n} pairs of questions read alike.", n).format(n=n)
        self.said.setText(some if n else _("No two questions read alike."))
        self.pairs.setVisible(bool(n))
        self.pairs.render_document(document)
        for at in (0, 1):
            self.pairs.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        for each in (self.join, self.keep):
            each.setVisible(bool(n))
            each.setEnabled(not self.session.read_only)
        self.again.setVisible(bool(document[Oracle].apart))
        self.again.setEnabled(not self.session.read_only)

    def decide(self, same: bool) -> None:
        """Join the current pair, or keep it apart; the next one is then the current one."""
        row = self.pairs.currentIndex().row()
        if 0 <= row < len(self.held):
            pair = self.held[row]
            self.session.seal()
            edit = join_questions if same else keep_apart
            self.session.do(edit(pair.one.id, pair.other.id))

    def _select(self, row: int, _column: int) -> None:
        if self.pairs.hasFocus() and 0 <= row < len(self.held):
            self.session.select(self.held[row].one.id, self.held[row].other.id)

    def _cells(self, document: Document) -> GridCells:
        held = self.held

        def text(row: int, column: int) -> str:
            each = held[row]
            return number(each.likeness, 2) if column == 2 else _told(document, (each.one, each.other)[column])

        titles = (_("Question"), _("May be the same"), _("Likeness"))
        return GridCells([f"{each.one.id} {each.other.id}" for each in held], titles, text)


def _told(document: Document, question: Question) -> str:
    """The question, who asks it, and its votes."""
    votes = ngettext("{n} vote", "{n} votes", question.votes).format(n=question.votes)
    who = askers_in_words(document, question)
    return f"{question.text}\n{who} · {votes}" if who else f"{question.text}\n{votes}"
