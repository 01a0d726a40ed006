"""The workspace of the forces: the triangle, the worlds, and what promotes and inhibits."""

from PySide6.QtWidgets import QWidget

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.entry import QuickEntry
from foresight.kit.labels import EmptyState
from foresight.kit.moving import move_within, moving
from foresight.kit.picking import pick
from foresight.kit.workspace import Workspace
from foresight.methods.forces.model import CORNERS, Force, Forces, move_force
from foresight.methods.forces.model_factors import Factor, Factors, add_factors, move_factor
from foresight.methods.forces.proposing import proposals, take_over
from foresight.methods.forces.view_corners import CornersView
from foresight.methods.forces.view_factors import DividedView, FactorsView
from foresight.methods.forces.view_panel import Panel
from foresight.methods.forces.view_worlds import WorldsView
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.missteps import Missteps
from foresight.model.quotes import Quotes
from foresight.model.ratings import Ratings
from foresight.model.scenarios import Scenarios
from foresight.model.trends import Trends

TRIANGLE, WORLDS, FACTORS, DIVIDED = range(4)


class ForcesWorkspace(Workspace):
    """What weighs, pushes and draws."""

    reads = (Drivers, Factors, Forces, Groups, Missteps, Quotes, Ratings, Scenarios, Trends)

    def build(self) -> None:
        self.begun = False
        self.add_view(_("Triangle"), self._make_corners)
        self.add_view(_("By world"), self._make_worlds)
        self.add_view(_("Promoters and inhibitors"), self._make_factors)
        self.add_view(_("Divided"), DividedView)
        self.entry = QuickEntry(self.session, _("Add a factor that promotes or inhibits, and press Enter"), _new_factor)
        self.set_footer(self.entry)

    def _make_corners(self) -> QWidget:
        made = CornersView(self.session)
        made.deleted.connect(lambda force: self.delete(_("Delete force"), force))
        return made

    def _make_worlds(self) -> QWidget:
        made = WorldsView(self.session)
        made.wants_scenarios.connect(lambda: self.wants_method.emit("scenarios"))
        return made

    def _make_factors(self) -> QWidget:
        made = FactorsView(self.session)
        made.wants_groups.connect(lambda: self.wants_method.emit("room"))
        return made

    def show_view(self, index: int) -> None:
        super().show_view(index)
        self.entry.setVisible(index == FACTORS)

    def is_empty(self, document: Document) -> bool:
        return not (self.begun or document[Forces].forces or document[Factors].factors)

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("What holds us, what pushes us, what draws us?"),
            _("Collect what weighs from the past, what pushes now and what draws from the future. The dot shows where "
              "they balance. Beside it: what helps some of us and holds others back."),
            [
                (_("Begin with the triangle"), self.add_force),
                (_("Take over from trends and drivers…"), self.take_over),
                self.sample_offer,
            ],
            "forces",
        )  # fmt: skip

    def make_inspector(self) -> QWidget:
        return Panel(self.session)

    def has_selection(self) -> bool:
        """Whether a force or a factor is selected."""
        return bool(self.session.selected(Force) or self.session.selected(Factor))

    def has_proposals(self) -> bool:
        """Whether there is anything that could be taken over."""
        return bool(proposals(self.session.document))

    def _begin(self, view: int) -> None:
        """Show a view also while there is nothing in it."""
        self.begun = True
        self.show_view(view)
        self.render_document(self.session.document)

    @action(N_("Add force"), shortcut="Ins", icon="plus", primary=True)
    def add_force(self) -> None:
        """To the line of a corner: that of the selected force, else the first."""
        self._begin(TRIANGLE)
        if isinstance(self.view, CornersView):
            force = next((self.session.document.find(one, Force) for one in self.session.selected(Force)), None)
            self.view.corners[force.corner if force else CORNERS[0]].entry.setFocus()

    @action(N_("Add factor"), shortcut="Ctrl+Shift+N", icon="tag")
    def add_factor(self) -> None:
        """To the line in which factors are typed."""
        self._begin(FACTORS)
        self.entry.setFocus()

    @action(N_("Take over from trends and drivers…"), icon="download", enabled="has_proposals")
    def take_over(self) -> None:
        """Choose among trends, drivers and missteps; each becomes a force."""
        offered = [(one.source.id, one.described) for one in proposals(self.session.document)]
        if not offered:
            self.session.said.emit(_("There is nothing to take over yet: no trend, no driver, no misstep."))
            return
        chosen = pick(self.window(), _("Take over as forces"), offered)
        if chosen:
            self.session.seal()
            self.session.do(take_over(self.session.document, chosen))
            self.show_view(TRIANGLE)

    move_earlier, move_later = moving()

    def move_by(self, places: int) -> None:
        """Move the selected force within its corner, or the selected factor."""
        document = self.session.document
        for one in self.session.selection[:1]:
            if force := document.find(one, Force):
                self._move_force(force, places)
            elif document.find(one, Factor):
                move_within(self.session, document[Factors].factors, one, places, move_factor)

    def _move_force(self, force: Force, places: int) -> None:
        forces = self.session.document[Forces].forces
        like = [each for each in forces if each.corner == force.corner]
        move_within(self.session, like, force.id, places, lambda one, to: move_force(one, forces.index(like[to])))

    @action(N_("Delete force or factor"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete the selected forces, else factors."""
        for kind, label in ((Force, _("Delete force")), (Factor, _("Delete factor"))):
            if found := self.session.selected(kind):
                self.delete(label, *found)
                return


def _new_factor(text: str) -> Edit:
    return add_factors(Factor(title=text))
