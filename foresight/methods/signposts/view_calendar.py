"""Who looks at which signpost, and when the next time."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.methods.signposts.analysis import Review, calendar
from foresight.methods.signposts.model import RHYTHMS, Signpost, change_signpost
from foresight.methods.signposts.sentences import due_words
from foresight.methods.signposts.view_card import Today


@dataclass(frozen=True)
class Row:
    """A signpost as a row of the calendar."""

    id: Id
    review: Review
    is_due: bool

    @property
    def signpost(self) -> Signpost:
        """The signpost."""
        return self.review.signpost


class CalendarView(QWidget):
    """Who looks when; what is due by ``today`` says so."""

    def __init__(self, session: Session, today: Today, remove: Callable[[Sequence[Id]], Edit]) -> None:
        super().__init__()
        self._today = today
        self.due = plain_label("", "lead")
        self.due.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # for words that never end
        self.list = ListView(session, _("Signposts"), _columns(), self._rows, remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.due)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def _rows(self, document: Document) -> list[Row]:
        today = self._today()
        return [Row(each.signpost.id, each, each.due is not None and each.due <= today) for each in calendar(document)]

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.due.setText(due_words(document, self._today()))
        self.list.render_document(document)


def _columns() -> list[Column]:
    def writes(name: str) -> Callable[[Row, str], Edit]:
        return lambda row, text: change_signpost(row.id, **{name: text})

    def day(held: datetime.date | None) -> str:
        return held.isoformat() if held else ""

    def due(row: Row) -> str:
        return _("{day}, due").format(day=day(row.review.due)) if row.is_due else day(row.review.due)

    return [
        Column(_("Signpost"), lambda row: row.signpost.text, edit=writes("text")),
        Column(_("When we react"), lambda row: row.signpost.threshold, edit=writes("threshold")),
        Column(_("Owner"), lambda row: row.signpost.owner, edit=writes("owner"), width=120),
        Column(
            _("Rhythm"),
            lambda row: _(RHYTHMS[row.signpost.rhythm]) if row.signpost.rhythm else "",
            key=lambda row: row.signpost.rhythm or 99,
            width=112,
        ),
        Column(_("Last look"), lambda row: day(row.review.last), width=92),
        Column(_("Next look"), due, key=lambda row: day(row.review.due) or "9", width=136),
    ]
