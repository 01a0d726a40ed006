"""The workspace of missteps and experiments: two lists, what the worlds rest on, and lines to type in."""

import datetime
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit, together
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.entry import QuickEntry
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState
from foresight.kit.workspace import Workspace, deletion
from foresight.methods.missteps.analysis import misstep_from
from foresight.methods.missteps.view_card import experiment_card, misstep_card
from foresight.methods.missteps.view_entry import MisstepEntry
from foresight.methods.missteps.view_grounds import GroundsView
from foresight.methods.missteps.view_lists import ExperimentsView, MisstepsView
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.missteps import (
    Experiment,
    Misstep,
    Missteps,
    Result,
    add_experiments,
    add_missteps,
    change_experiment,
)
from foresight.model.quotes import Quotes
from foresight.model.scenarios import Scenarios
from foresight.model.workshop import Workshop

MISSTEPS, EXPERIMENTS, GROUNDS = range(3)


class MisstepsWorkspace(Workspace):
    """Try, fail, learn, share."""

    reads = (Drivers, Groups, Missteps, Quotes, Scenarios, Workshop)

    def build(self) -> None:
        self.today = datetime.date.today
        self.add_view(_("Missteps"), lambda: MisstepsView(self.session, self._deletion))
        self.add_view(_("Experiments"), self._make_experiments)
        self.add_view(_("What the worlds rest on"), self._make_grounds)
        self.entry = MisstepEntry(self.session)
        self.assumption = QuickEntry(
            self.session,
            _("Put something to the test: type an assumption and press Enter"),
            lambda text: add_experiments(Experiment(text=text)),
        )
        self.set_footer(self.entry)
        self.set_footer(self.assumption)

    def _make_experiments(self) -> QWidget:
        blank = EmptyState(
            _("Is it so? Try it out"),
            _("Type an assumption below, or take one over from what the worlds rest on. Then say how to test it most "
              "cheaply, what would make you stop, and by when you know."),
            [
                (_("Add experiment"), self.add_experiment),
                (_("What the worlds rest on"), lambda: self.show_view(GROUNDS)),
            ],
            "check",
        )  # fmt: skip
        return ExperimentsView(self.session, lambda: self.today(), self._deletion, blank)

    def _make_grounds(self) -> QWidget:
        made = GroundsView(self.session)
        made.wants_scenarios.connect(lambda: self.wants_method.emit("scenarios"))
        made.grid.current_moved.connect(lambda _row, _column: self._on_selection())
        return made

    def show_view(self, index: int) -> None:
        super().show_view(index)
        self.entry.setVisible(index == MISSTEPS)
        self.assumption.setVisible(index == EXPERIMENTS)

    def render_document(self, document: Document) -> None:
        self.entry.render_document(document)
        super().render_document(document)

    def is_empty(self, document: Document) -> bool:
        """While there is nothing, the first view says what this is for; the others say what to do."""
        part = document[Missteps]
        return self.view_index == MISSTEPS and not (part.missteps or part.experiments)

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("What did not work out, and what did it teach us?"),
            _("Type a misstep below: what you tried, what failed, what you learnt, whom you told. Then look at what "
              "the worlds take for granted, and put it to the test."),
            [
                (_("Add misstep"), self.add),
                (_("Put an assumption to the test"), lambda: self.show_view(GROUNDS)),
                self.sample_offer,
            ],
            "misstep",
        )  # fmt: skip

    def make_inspector(self) -> QWidget:
        return Inspector(
            {
                Misstep: lambda: misstep_card(self.session),
                Experiment: lambda: experiment_card(self.session),
            },
            _("Select a misstep or an experiment to see all of it here."),
        )

    @action(N_("Add misstep"), shortcut="Ins", icon="plus", primary=True)
    def add(self) -> None:
        """To the line in which one types it."""
        self.show_view(MISSTEPS)
        self.entry.setFocus()

    @action(N_("Add experiment"), shortcut="Ctrl+Shift+N", icon="plus")
    def add_experiment(self) -> None:
        """To the line in which one types an assumption."""
        self.show_view(EXPERIMENTS)
        self.assumption.setFocus()

    @action(N_("Put the assumption to the test"), icon="check", enabled="may_put")
    def put(self) -> None:
        """Make an experiment of what a world takes for granted."""
        if isinstance(self.view, GroundsView):
            self.view.put()

    @action(N_("It held"), icon="check", enabled="has_experiment")
    def mark_held(self) -> None:
        """The selected assumptions held."""
        self._mark("held")

    @action(N_("It fell"), icon="x", enabled="has_experiment")
    def mark_fell(self) -> None:
        """The selected assumptions fell."""
        self._mark("fell")

    def _mark(self, result: Result) -> None:
        self.session.seal()
        edits = [change_experiment(one, result=result) for one in self.session.selected(Experiment)]
        self.session.do(together(_("Change experiment"), edits))

    @action(N_("Tell as a misstep"), icon="share", enabled="has_fallen")
    def tell(self) -> None:
        """Make a misstep of the selected experiment in which an assumption fell."""
        held = self._fallen()
        self.session.seal()
        if held is not None and self.session.do(add_missteps(made := misstep_from(held))):
            self.show_view(MISSTEPS)
            self.session.select(made.id)

    @action(N_("Delete misstep or experiment"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete what is selected."""
        self.session.seal()
        self.session.do(self._deletion((*self.session.selected(Misstep), *self.session.selected(Experiment))))

    def _deletion(self, ids: Sequence[Id]) -> Edit:
        document = self.session.document
        some = any(document.find(one, Misstep) is not None for one in ids)
        return deletion(document, _("Delete misstep") if some else _("Delete experiment"), tuple(ids))

    def _fallen(self) -> Experiment | None:
        ids = self.session.selected(Experiment)
        held = self.session.document.find(ids[0], Experiment) if ids else None
        return held if held is not None and held.result == "fell" else None

    def may_put(self) -> bool:
        """Whether an assumption of a world is current that is not put to the test."""
        return isinstance(self.view, GroundsView) and self.view.may_put()

    def has_experiment(self) -> bool:
        """Whether an experiment is selected."""
        return bool(self.session.selected(Experiment))

    def has_fallen(self) -> bool:
        """Whether an experiment is selected in which the assumption fell."""
        return self._fallen() is not None

    def has_selection(self) -> bool:
        """Whether a misstep or an experiment is selected."""
        return bool(self.session.selected(Misstep) or self.session.selected(Experiment))
