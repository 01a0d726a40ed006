"""What to look after: what is late, what starts soon, gains that nobody confirmed, and what is still lacking."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.naming import inside
from foresight.core.words import _
from foresight.kit.charts import FigureView
from foresight.kit.columns import writes, writes_day
from foresight.kit.fields import ChoiceField
from foresight.kit.labels import told_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.methods.commitments.analysis import REASONS, Due, Reason, count_of, follow_up
from foresight.methods.commitments.sentences import due_words, readiness
from foresight.methods.commitments.view_lists import LINES, Remove
from foresight.model.commitments import STATUSES, Commitment, change_commitment

Today = Callable[[], datetime.date]
HIGH = 190
"""Pixels of the picture."""


@dataclass(frozen=True)
class Row:
    """A commitment in the list of what to look after."""

    id: Id
    due: Due

    @property
    def commitment(self) -> Commitment:
        """The commitment."""
        return self.due.commitment


class FollowUpView(QWidget):
    """The list with its counts in words, and how far the commitments are ready. ``today`` says what day it is."""

    def __init__(self, session: Session, today: Today, remove: Remove) -> None:
        super().__init__()
        self._session, self._today = session, today
        self.shown: Reason | None = None
        self.words = told_label("lead")
        self.words.setAccessibleName(_("What to look after"))
        self.choice = ChoiceField("reason", _("Show"), {}, _("Everything to look after"))
        self.choice.edited.connect(self._choose)
        self.list = ListView(session, _("What to look after"), _columns(), self._rows, remove, lines=LINES)
        self.bars = FigureView(_("How far the commitments are ready"))
        self.bars.setMaximumHeight(HIGH)
        top = QHBoxLayout()
        top.setSpacing(16)
        side = QVBoxLayout()
        side.addWidget(self.words)
        side.addWidget(self.choice)
        side.addStretch()
        top.addLayout(side, 1)
        top.addWidget(self.bars, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def _choose(self, reason: Reason | None) -> None:
        self.shown = reason
        self.list.render_document(self._session.document)

    def _rows(self, document: Document) -> Sequence[Row]:
        dues = follow_up(document, self._today())
        return [Row(due.commitment.id, due) for due in dues if self.shown is None or self.shown in due.reasons]

    def render_document(self, document: Document) -> None:
        """Show this document."""
        from foresight.methods.commitments.figure import bars  # loads reportlab

        dues = follow_up(document, self._today())
        self.words.setText(due_words(dues))
        self.choice.offer({reason: f"{_(name)} ({count_of(dues, reason)})" for reason, name in REASONS.items()})
        self.choice.show_value(self.shown)
        self.bars.show_figure(partial(bars, document), readiness(document))
        self.list.render_document(document)


def _why(row: Row) -> str:
    first, *others = (_(REASONS[reason]) for reason in row.due.reasons)
    return ", ".join((first, *map(inside, others)))


def _columns() -> list[Column]:
    order = list(REASONS)
    return [
        Column(
            _("What to look after"),
            _why,
            key=lambda row: [order.index(reason) for reason in row.due.reasons],
            width=220,
        ),
        Column(_("What we take on"), lambda row: row.commitment.text),
        Column(_("Who (role)"), lambda row: row.commitment.who, edit=writes(change_commitment, "who"), width=115),
        Column(
            _("Start by"),
            lambda row: row.commitment.start,
            edit=writes_day(change_commitment, "start"),
            width=92,
            firm=True,
        ),
        Column(
            _("First gain by"),
            lambda row: row.commitment.first_gain,
            edit=writes_day(change_commitment, "first_gain"),
            width=130,
            spared=True,
        ),
        Column(_("Status"), lambda row: _(STATUSES[row.commitment.status]), width=76),
    ]
