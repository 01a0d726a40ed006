"""The workspace of the change journey: placing, the matrix, the counts, individual answers, the phases."""

from PySide6.QtWidgets import QWidget

from foresight.core.document import Document, Id
from foresight.core.history import together
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.labels import EmptyState
from foresight.kit.workspace import Workspace
from foresight.methods.journey.model import (
    DeepDive,
    Journey,
    Phase,
    add_phase,
    is_quoted,
    move_phase,
    take_as_quote,
    usual,
    usual_phases,
)
from foresight.methods.journey.view_answers import AnswersView
from foresight.methods.journey.view_matrix import CountsView, MatrixView
from foresight.methods.journey.view_panel import Panel
from foresight.methods.journey.view_phases import PhasesView
from foresight.methods.journey.view_place import PlaceView
from foresight.model.cards import Cards
from foresight.model.groups import Groups
from foresight.model.quotes import Quotes

ANSWERS, PHASES = 3, 4


class JourneyWorkspace(Workspace):
    """Cards over the phases of a change."""

    reads = (Journey, Cards, Groups, Quotes)

    def build(self) -> None:
        self.add_view(_("Placing"), self._make_place)
        self.add_view(_("Matrix"), MatrixView)
        self.add_view(_("Counts"), lambda: CountsView(self.session))
        self.add_view(_("Answers"), lambda: AnswersView(self.session))
        self.add_view(_("Phases"), lambda: PhasesView(self.session))

    def _make_place(self) -> QWidget:
        made = PlaceView(self.session)
        made.wants.connect(self.wants_method)
        return made

    def is_empty(self, document: Document) -> bool:
        return not (document[Journey].phases or document[Journey].deep_dives)

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("When on the way does each topic matter?"),
            _("The tables lay their cards over the phases of a change, on the level of the project, the system or the "
              "culture. Many topics turn out to run through most phases. Begin with five usual phases; you can rename "
              "them."),
            [(_("Use the usual phases"), self.use_usual_phases), self.sample_offer],
            "journey",
        )  # fmt: skip

    def make_inspector(self) -> QWidget:
        return Panel(self.session)

    def has_selection(self) -> bool:
        """Whether an answer or a phase is selected."""
        return any(self.session.selected(kind) for kind in (DeepDive, Phase))

    def has_phases(self) -> bool:
        """Whether there are phases."""
        return bool(self.session.document[Journey].phases)

    def are_phases_unusual(self) -> bool:
        """Whether the phases are others than the usual ones."""
        document = self.session.document
        return document[Journey].phases != usual(document)

    def may_take(self) -> bool:
        """Whether an answer is selected that may be quoted and is not yet."""
        return bool(self._takeable())

    def may_move_back(self) -> bool:
        """Whether a phase is selected that is not the first."""
        return self._place() > 0

    def may_move_on(self) -> bool:
        """Whether a phase is selected that is not the last."""
        return 0 <= self._place() < len(self.session.document[Journey].phases) - 1

    def _place(self) -> int:
        """Where the selected phase stands; -1 when none or several are selected."""
        chosen = self.session.selected(Phase)
        ids = [phase.id for phase in self.session.document[Journey].phases]
        return ids.index(chosen[0]) if len(chosen) == 1 else -1

    def _takeable(self) -> list[Id]:
        document = self.session.document
        held = [document.find(one, DeepDive) for one in self.session.selected(DeepDive)]
        return [one.id for one in held if one and one.consent and one.text and not is_quoted(document, one)]

    @action(N_("Add individual answer"), shortcut="Ins", icon="plus", primary=True, enabled="has_phases")
    def add_answer(self) -> None:
        """To the line in which slips are typed."""
        self.show_view(ANSWERS)
        if isinstance(self.view, AnswersView):
            self.view.entry.setFocus()

    @action(N_("Take as quote"), icon="quote", enabled="may_take")
    def take_quote(self) -> None:
        """Take the selected answers over among the quotes."""
        self.session.seal()
        self.session.do(together(_("Take as quote"), [take_as_quote(one) for one in self._takeable()]))

    @action(N_("Add phase"), shortcut="Ctrl+Shift+N", icon="path")
    def add_new_phase(self) -> None:
        """Add a phase at the end; its name is typed in the inspector or the list."""
        self.session.seal()
        made = Phase(name=_("New phase"))
        if self.session.do(add_phase(made)):
            self.show_view(PHASES)
            self.session.select(made.id)

    @action(N_("Move phase back"), shortcut="Ctrl+Shift+Up", icon="chevron-up", enabled="may_move_back")
    def move_back(self) -> None:
        """One place towards the beginning."""
        self._move(-1)

    @action(N_("Move phase on"), shortcut="Ctrl+Shift+Down", icon="chevron-down", enabled="may_move_on")
    def move_on(self) -> None:
        """One place towards the end."""
        self._move(1)

    def _move(self, by: int) -> None:
        self.session.seal()
        self.session.do(move_phase(self.session.selected(Phase)[0], self._place() + by))

    @action(N_("Use the usual phases"), icon="refresh", enabled="are_phases_unusual")
    def use_usual_phases(self) -> None:
        """The five usual phases, in the language of the workshop."""
        self.session.seal()
        self.session.do(usual_phases())

    @action(N_("Delete answer or phase"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete the selected answers, else phases."""
        for kind, label in ((DeepDive, _("Delete answer")), (Phase, _("Delete phase"))):
            if found := self.session.selected(kind):
                self.delete(label, *found)
                return
