"""Individual answers: for a topic a row of phases with what people wrote, and a line in which slips are typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import PROSE_LENGTH
from foresight.core.words import _, ngettext
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import ChoiceField
from foresight.kit.labels import plain_label, tip
from foresight.kit.limits import limit_line
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.journey.analysis import voices
from foresight.methods.journey.entry import add_slip
from foresight.methods.journey.model import DeepDive, Journey, change_deep_dive
from foresight.methods.journey.view_answer_list import PhaseList
from foresight.model.cards import Card, Cards
from foresight.model.groups import Groups

CODE_LENGTH = 64
NARROWEST = 150
"""Pixels of a column; with many phases the row scrolls."""
TITLE = 2
"""Lines of the name of a phase."""


class SlipEntry(QWidget):
    """The code stays for the next line of the same slip; another code takes the tick for quoting away."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.card: Id = ""
        self.code = QLineEdit()
        limit_line(self.code, CODE_LENGTH)
        self.code.setPlaceholderText(_("Code"))
        self.code.setAccessibleName(_("Code of the participant"))
        self.code.setFixedWidth(scaled(84))
        self.code.setMinimumHeight(32)
        self.line = QuickEntry(session, _("Number of the phase and answer, such as 2 Ask the users, then Enter"),
                               self._edit, PROSE_LENGTH)  # fmt: skip
        self.consent = QCheckBox(_("May be quoted"))
        self.code.textEdited.connect(lambda _text: self.consent.setChecked(False))
        self.code.returnPressed.connect(self.line.setFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.code)
        row.addWidget(self.line, 1)
        row.addWidget(self.consent)
        self.setFocusProxy(self.line)

    def _edit(self, text: str) -> Edit:
        return add_slip(self.code.text(), self.card, text, consent=self.consent.isChecked())


class _Column(QWidget):
    """A phase: its name, how many answers, the answers."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setMinimumWidth(scaled(NARROWEST))
        self.title = plain_label("", "semibold")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # for words that never end
        self.title.setFixedHeight(TITLE * self.title.fontMetrics().lineSpacing())
        self.title.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.list = PhaseList(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.list, 1)


class AnswersView(QWidget):
    """What people wrote about the topic that is chosen, phase by phase."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.card = ChoiceField("card", _("Topic"), {})
        self.card.title.hide()
        self.card.box.setMinimumContentsLength(16)
        self.card.edited.connect(self.choose)
        self.count = plain_label("", "muted")
        self.entry = SlipEntry(session)
        self.columns: list[_Column] = []
        page = QWidget()
        page.setProperty("role", "page")
        self._row = QHBoxLayout(page)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.card, 3)
        top.addWidget(self.count, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(area, 1)
        column.addWidget(self.entry)
        self.setFocusProxy(self.entry)
        session.selection_changed.connect(self._follow)
        self._follow()

    def choose(self, card: Id) -> None:
        """Show what was written about a card; slips that are typed are about it."""
        self.session.seal()
        self.entry.card = card
        self.render_document(self.session.document)

    def _follow(self) -> None:
        """Show the topic of an answer, or the card, that was selected elsewhere."""
        document = self.session.document
        for one in self.session.selection:
            answer = document.find(one, DeepDive)
            card = answer.card if answer else one
            if card != self.entry.card and document.find(card, Card) is not None:
                self.choose(card)
            return

    def render_document(self, document: Document) -> None:
        """Show this document; the topic that is chosen stays chosen."""
        cards, held = document[Cards].cards, voices(document)
        if document.find(self.entry.card, Card) is None:
            most = max(held, key=lambda each: len(each.answers), default=None)
            self.entry.card = most.card.id if most is not None else cards[0].id if cards else ""
        counts = {each.card.id: len(each.answers) for each in held}
        self.card.offer(
            {
                card.id: f"{at} {card.title}" + (f" ({counts[card.id]})" if card.id in counts else "")
                for at, card in enumerate(cards, 1)
            }
        )
        self.card.show_value(self.entry.card)
        n = len(document[Journey].deep_dives)
        said = ngettext("{n} answer about all topics together", "{n} answers about all topics together", n)
        self.count.setText(said.format(n=n) if cards else _("Add cards first: answers are about a topic."))
        self.entry.setEnabled(bool(cards) and not self.session.read_only)
        self._show_columns(document)

    def _show_columns(self, document: Document) -> None:
        own = next((each for each in voices(document) if each.card.id == self.entry.card), None)
        phases: list[tuple[Id | None, str]] = [
            (phase.id, f"{at} {phase.name}") for at, phase in enumerate(document[Journey].phases, 1)
        ]
        if own is not None and own.in_phase(None):
            phases.append((None, _("No phase")))
        while len(self.columns) > len(phases):
            gone = self.columns.pop()
            self._row.removeWidget(gone)
            gone.deleteLater()
        while len(self.columns) < len(phases):
            made = _Column(self.session)
            made.list.moved.connect(self.move_answer)
            made.list.left.connect(lambda by, present=made: self.go_beside(present, by))
            self.columns.append(made)
            self._row.addWidget(made, 1)
        codes = {person.id: person.code for person in document[Groups].participants}
        for column, (phase, name) in zip(self.columns, phases, strict=True):
            column.title.setText(name)
            tip(column.title, name)
            column.list.setAccessibleName(_("Answers: {phase}").format(phase=name))
            column.list.phase = phase
            column.list.show_answers(own.in_phase(phase) if own is not None else (), codes)

    def move_answer(self, answer: Id, by: int) -> None:
        """Move an answer to the phase beside; out of no phase into the last or the first one."""
        document = self.session.document
        held = document.find(answer, DeepDive)
        ids = [phase.id for phase in document[Journey].phases]
        if held is None or not ids:
            return
        at = ids.index(held.phase) + by if held.phase in ids else (0 if by > 0 else len(ids) - 1)
        if 0 <= at < len(ids):
            self.session.seal()
            self.session.do(change_deep_dive(answer, phase=ids[at]))
            column = next((each for each in self.columns if each.list.phase == ids[at]), None)
            if column is not None:
                column.list.setFocus()

    def go_beside(self, present: _Column, by: int) -> None:
        """To the column beside."""
        at = self.columns.index(present) + by
        if 0 <= at < len(self.columns):
            beside = self.columns[at].list
            beside.setFocus()
            if beside.count():
                beside.setCurrentRow(max(beside.currentRow(), 0))
