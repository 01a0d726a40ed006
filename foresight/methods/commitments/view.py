"""The workspace of commitments: what we take on, what we ask of others, and what to look after."""

import datetime
from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit, together
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.labels import EmptyState
from foresight.kit.moving import move_within, moving
from foresight.kit.workspace import Workspace, deletion
from foresight.methods.commitments.view_entry import ask_line, commitment_line
from foresight.methods.commitments.view_follow import FollowUpView, Today
from foresight.methods.commitments.view_lists import ask_list, commitment_list
from foresight.methods.commitments.view_panel import panel
from foresight.model.cards import Cards
from foresight.model.commitments import (
    Ask,
    Commitment,
    Commitments,
    Status,
    change_commitment,
    move_ask,
    move_commitment,
    support,
)
from foresight.model.groups import Groups
from foresight.model.quotes import Quotes
from foresight.model.scenarios import Scenarios
from foresight.model.trends import Trends
from foresight.model.workshop import Workshop

TAKEN, ASKED = 0, 1
"""The views."""


class CommitmentsWorkspace(Workspace):
    """What people take on, and what they ask of others."""

    reads = (Cards, Commitments, Groups, Quotes, Scenarios, Trends, Workshop)

    def build(self) -> None:
        self.today: Today = datetime.date.today
        self.add_view(_("Commitments"), lambda: commitment_list(self.session, self._deletion))
        self.add_view(_("Asks"), lambda: ask_list(self.session, self._deletion))
        self.add_view(_("Follow-up"), lambda: FollowUpView(self.session, lambda: self.today(), self._deletion))
        self.taken, self.asked = commitment_line(self.session), ask_line(self.session)
        self.lines = QStackedWidget()
        for line in (self.taken, self.asked):
            self.lines.addWidget(line)
        self.lines.setMaximumHeight(max(self.taken.sizeHint().height(), self.asked.sizeHint().height()))
        self.set_footer(self.lines)

    def show_view(self, index: int) -> None:
        super().show_view(index)
        self.lines.setCurrentWidget(self.asked if index == ASKED else self.taken)
        self.lines.setVisible(index in (TAKEN, ASKED))

    def render_document(self, document: Document) -> None:
        self.taken.render_document(document)
        self.asked.render_document(document)
        super().render_document(document)

    def make_inspector(self) -> QWidget:
        return panel(self.session)

    def is_empty(self, document: Document) -> bool:
        return not (document[Commitments].commitments or document[Commitments].asks)

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("What will you take on?"),
            _("One commitment each: something you decide about yourself, with a first small step and a date. What you "
              "have no say in becomes an ask to others."),
            [
                (_("Add a commitment"), self.add_commitment),
                (_("Add an ask"), self.add_ask),
                self.sample_offer,
            ],
            "commitments",
        )  # fmt: skip

    def has_commitment(self) -> bool:
        """Whether a commitment is selected."""
        return bool(self.session.selected(Commitment))

    def has_ask(self) -> bool:
        """Whether an ask is selected."""
        return bool(self.session.selected(Ask))

    def has_selection(self) -> bool:
        """Whether a commitment or an ask is selected."""
        return self.has_commitment() or self.has_ask()

    @action(N_("Add commitment"), shortcut="Ins", icon="plus", primary=True)
    def add_commitment(self) -> None:
        """To the line in which commitments are typed."""
        self.show_view(TAKEN)
        self.taken.line.setFocus()

    @action(N_("Add ask"), shortcut="Ctrl+Shift+N", icon="question")
    def add_ask(self) -> None:
        """To the line in which asks are typed."""
        self.show_view(ASKED)
        self.asked.line.setFocus()

    @action(N_("Mark as begun"), shortcut="Ctrl+B", icon="play", enabled="has_commitment")
    def begin(self) -> None:
        """The selected commitments have begun."""
        self._mark("begun")

    @action(N_("Mark as done"), shortcut="Ctrl+J", icon="check", enabled="has_commitment")
    def finish(self) -> None:
        """The selected commitments are done."""
        self._mark("done")

    def _mark(self, status: Status) -> None:
        self._change(_("Change status"), status=status)

    @action(N_("Gain confirmed, or not"), shortcut="Ctrl+U", icon="star", enabled="has_commitment")
    def confirm(self) -> None:
        """The one who takes the gain out has agreed to it; if that stands for all selected, it no longer does."""
        held = [self.session.document.find(each, Commitment) for each in self.session.selected(Commitment)]
        is_sure = all(each.confirmed for each in held if each is not None)
        self._change(_("Confirm gain"), confirmed=not is_sure)

    def _change(self, label: str, **changes: object) -> None:
        self.session.seal()
        edits = [change_commitment(each, **changes) for each in self.session.selected(Commitment)]
        if edits:
            self.session.do(together(label, edits))

    @action(N_("One vote more"), shortcut="+", icon="chevron-up", enabled="has_ask")
    def vote_more(self) -> None:
        """One more vote for the selected asks."""
        self._vote(1)

    @action(N_("One vote less"), shortcut="-", icon="chevron-down", enabled="has_ask")
    def vote_less(self) -> None:
        """One vote less for the selected asks."""
        self._vote(-1)

    def _vote(self, by: int) -> None:
        edits = [support(ask, by) for ask in self.session.selected(Ask)]
        if edits:
            self.session.do(together(_("Vote"), edits))

    move_earlier, move_later = moving()

    def move_by(self, places: int) -> None:
        """Move the first selected commitment and the first selected ask."""
        part = self.session.document[Commitments]
        for kind, held, move in ((Commitment, part.commitments, move_commitment), (Ask, part.asks, move_ask)):
            for chosen in self.session.selected(kind)[:1]:
                move_within(self.session, held, chosen, places, move)

    @action(N_("Delete commitment or ask"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete what is selected."""
        self.session.seal()
        self.session.do(self._deletion((*self.session.selected(Commitment), *self.session.selected(Ask))))

    def _deletion(self, ids: Sequence[Id]) -> Edit:
        document = self.session.document
        is_ask = bool(ids) and document.find(ids[0], Ask) is not None
        label = _("Delete ask") if is_ask else _("Delete commitment")
        return deletion(document, label, tuple(ids))
