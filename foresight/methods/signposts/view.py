"""The workspace of signposts: what each world expects, which world it looks like, who looks when."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.charts import FigureView
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import ChoiceField, Form, LineField, ProseField, WrappedField
from foresight.kit.fields.text import read_day
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState, plain_label
from foresight.kit.rows import RowColumn, RowsField
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.kit.workspace import Workspace, deletion
from foresight.methods.signposts.analysis import Review, calendar, caution, due_words, movement, verdict
from foresight.methods.signposts.model import (
    RHYTHMS,
    WRITTEN,
    Direction,
    Observation,
    Signpost,
    Signposts,
    add_signpost,
    change_signpost,
    move_signpost,
    take_from_scenarios,
    told_in_scenarios,
)
from foresight.methods.signposts.view_grid import BoardView
from foresight.model.scenarios import Scenarios
from foresight.model.workshop import Workshop

Today = Callable[[], datetime.date]


def read_direction(text: str) -> Direction:
    """++, +, 0, -, -- as a direction. Raises ValueError for anything else."""
    written = text.strip().replace("-", "−")
    for direction, typed in WRITTEN.items():
        if written == typed:
            return direction
    raise ValueError(text)


def read_date(text: str) -> str:
    """A day as people type it, as ISO text. Raises ValueError for what is no day."""
    day = read_day(text)
    if day is None:
        raise ValueError(text)
    return day


def card(session: Session, today: Today) -> Form:
    """The fields of a signpost; an observation without a date is of ``today``."""

    def observed(**fields: object) -> Observation:
        return Observation.model_validate({**fields, "date": fields["date"] or today().isoformat()})

    columns = (
        RowColumn("value", "−− − 0 + ++", read=read_direction, show=lambda value: WRITTEN[value], width=84),
        RowColumn("date", _("Date"), read=read_date, width=92),
        RowColumn("note", _("What was seen")),
    )
    return Form(
        session,
        [
            WrappedField("text", _("What one could see"), limit=LINE_LENGTH),
            LineField("source", _("Source")),
            LineField("threshold", _("When we react")),
            LineField("owner", _("Owner")),
            ChoiceField("rhythm", _("How often we look"), {n: _(text) for n, text in RHYTHMS.items()}, _("not said")),
            RowsField("observations", _("Observations"), columns, observed, {"date": "", "value": 0, "note": ""}),
            ProseField("note", _("Note")),
        ],
        change_signpost,
    )


class WorldView(QWidget):
    """Toward which world: the answer in words, the strip, the board."""

    def __init__(self) -> None:
        super().__init__()
        self.said = plain_label("", "lead")
        self.said.setAccessibleName(_("Toward which world?"))
        self.strip = FigureView(_("Toward which world?"))
        self.board = FigureView(_("What each world expects"))
        self.caution = plain_label(caution(), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.strip, 2)
        column.addWidget(self.caution)
        column.addWidget(self.board, 4)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        from foresight.methods.signposts.figure import board, strip  # loads reportlab

        words = f"{verdict(document)} {movement(document)}".strip()
        self.said.setText(words)
        self.strip.show_figure(partial(strip, document), words)
        self.board.show_figure(partial(board, document), _("What each world expects of the signposts."))


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


class SignpostsWorkspace(Workspace):
    """What to watch, and what it says."""

    reads = (Scenarios, Signposts, Workshop)

    def build(self) -> None:
        self.today: Today = datetime.date.today
        self.add_view(_("Expectations"), lambda: BoardView(self.session))
        self.add_view(_("Which world"), WorldView)
        self.add_view(_("Calendar"), lambda: CalendarView(self.session, lambda: self.today(), self._deletion))
        self.entry = QuickEntry(
            self.session,
            _("Add a signpost: type what one could see and press Enter"),
            lambda text: add_signpost(Signpost(text=text)),
        )
        self.set_footer(self.entry)

    def make_inspector(self) -> QWidget:
        return Inspector(
            {Signpost: lambda: card(self.session, lambda: self.today())},
            _("Select a signpost to see it here, and to write down what was seen."),
        )

    def is_empty(self, document: Document) -> bool:
        return not document[Signposts].signposts

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("Which world is on its way?"),
            _(
                "A signpost is something one could see early: a number, a decision, a piece of news. Type one below, "
                "or begin with those that the worlds name already."
            ),
            [
                (_("Take them from the scenarios"), self.take),
                (_("Make scenarios"), lambda: self.wants_method.emit("scenarios")),
                (_("See the sample"), self.wants_sample.emit),
            ],
            "signpost",
        )

    @action(N_("Add signpost"), shortcut="Ins", icon="plus", primary=True)
    def add(self) -> None:
        """To the line in which one types it."""
        self.entry.setFocus()

    @action(N_("Take signposts from the scenarios"), icon="download", enabled="may_take")
    def take(self) -> None:
        """Make signposts of what the worlds name."""
        if self.may_take():
            self.session.seal()
            self.session.do(take_from_scenarios())
        else:
            self.session.said.emit(_("The scenarios name no signposts that are not here."))

    @action(N_("Move earlier"), shortcut="Alt+Up", icon="chevron-up", enabled="has_selection")
    def move_earlier(self) -> None:
        """One place up."""
        self._move(-1)

    @action(N_("Move later"), shortcut="Alt+Down", icon="chevron-down", enabled="has_selection")
    def move_later(self) -> None:
        """One place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        ids = [each.id for each in self.session.document[Signposts].signposts]
        chosen = self._selected()[0]
        to = ids.index(chosen) + by
        if 0 <= to < len(ids):
            self.session.do(move_signpost(chosen, to))

    @action(N_("Delete signpost"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete what is selected."""
        self.session.seal()
        self.session.do(self._deletion(self._selected()))

    def _deletion(self, ids: Sequence[Id]) -> Edit:
        return deletion(self.session.document, _("Delete signpost"), tuple(ids))

    def _selected(self) -> tuple[Id, ...]:
        held = self.session.document[Signposts].by_id
        return tuple(each for each in self.session.selection if each in held)

    def may_take(self) -> bool:
        """Whether the worlds name something that is no signpost yet."""
        return bool(told_in_scenarios(self.session.document))

    def has_selection(self) -> bool:
        """Whether a signpost is selected."""
        return bool(self._selected())
