"""The workspace of signposts: what each world expects, which world it looks like, who looks when."""

import datetime
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.charts import FigureView
from foresight.kit.entry import QuickEntry
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState, plain_label
from foresight.kit.moving import move_within, moving
from foresight.kit.workspace import Workspace, deletion
from foresight.methods.signposts.model import (
    Signpost,
    Signposts,
    add_signpost,
    move_signpost,
    take_from_scenarios,
    told_in_scenarios,
)
from foresight.methods.signposts.sentences import caution, movement, verdict
from foresight.methods.signposts.view_calendar import CalendarView
from foresight.methods.signposts.view_card import Today, card
from foresight.methods.signposts.view_grid import BoardView
from foresight.model.scenarios import Scenarios
from foresight.model.workshop import Workshop


class WorldView(QWidget):
    """Toward which world: the answer in words, the strip, the board."""

    def __init__(self) -> None:
        super().__init__()
        self.said = plain_label("", "lead")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # for words that never end
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
                self.sample_offer,
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

    move_earlier, move_later = moving()

    def move_by(self, places: int) -> None:
        """Move the selected signpost."""
        move_within(
            self.session, self.session.document[Signposts].signposts, self._selected()[0], places, move_signpost
        )

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
