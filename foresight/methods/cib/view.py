"""The workspace of cross-impact balances."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from foresight.core.document import Document, Id
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.entry import QuickEntry
from foresight.kit.labels import EmptyState
from foresight.kit.moving import move_within, moving
from foresight.kit.picking import pick
from foresight.kit.workspace import Workspace
from foresight.methods.cib.entry import descriptor_from
from foresight.methods.cib.model import (
    CrossImpact,
    Descriptor,
    Variant,
    from_drivers,
    move_descriptor,
    move_variant,
    variants_of,
)
from foresight.methods.cib.view_chosen import Chosen
from foresight.methods.cib.view_descriptors import DescriptorsView
from foresight.methods.cib.view_panel import Panel, judged_pair
from foresight.model.drivers import Drivers
from foresight.model.scenarios import Scenarios

if TYPE_CHECKING:
    from foresight.methods.cib.view_solving import Solving
    from foresight.methods.cib.view_surviving import Surviving

WHY = 4
"""The index of the view that explains a combination."""


class CrossImpactWorkspace(Workspace):
    """Descriptors, what each does to each, and the combinations that hold together.

    Views that compute are imported when they are first shown: numpy is not loaded before.
    """

    reads = (CrossImpact, Drivers, Scenarios)

    def build(self) -> None:
        self.chosen = Chosen(self.session, self)
        self.add_view(_("Descriptors"), lambda: DescriptorsView(self.session))
        self.add_view(_("Matrix"), self._make_matrix)
        self.add_view(_("Scenarios"), self._make_scenarios)
        self.add_view(_("Tableau"), self._make_tableau)
        self.add_view(_("Why"), self._make_why)
        self.add_view(_("Map"), self._make_map)
        self.add_view(_("Field"), self._make_field)
        self.entry = QuickEntry(
            self.session,
            _("Add a descriptor: type “Climate policy: strict / lax / none” and press Enter"),
            descriptor_from,
        )
        self.set_footer(self.entry)

    def _make_matrix(self) -> QWidget:
        from foresight.methods.cib.view_matrix import MatrixView

        return MatrixView(self.session, self.chosen, self.solving)

    def _make_scenarios(self) -> QWidget:
        from foresight.methods.cib.view_scenarios import ScenariosView

        made = ScenariosView(self.session, self.chosen, self.solving)
        made.opened.connect(lambda: self.show_view(WHY))
        return made

    def _make_tableau(self) -> QWidget:
        from foresight.methods.cib.view_tableau import TableauView

        return TableauView(self.session, self.solving)

    def _make_why(self) -> QWidget:
        from foresight.methods.cib.view_why import WhyView

        return WhyView(self.session, self.chosen, self.solving, self.surviving)

    def _make_map(self) -> QWidget:
        from foresight.methods.cib.view_map import MapView

        made = MapView(self.session, self.chosen, self.solving, self.surviving)
        made.naming.wanted.connect(lambda: self.wants_method.emit("scenarios"))
        return made

    def _make_field(self) -> QWidget:
        from foresight.methods.cib.view_field import FieldView

        made = FieldView(self.session, self.chosen)
        made.opened.connect(lambda: self.show_view(WHY))
        return made

    @cached_property
    def surviving(self) -> "Surviving":
        """How robust the combinations are, for the views that tell it."""
        from foresight.methods.cib.view_surviving import Surviving

        return Surviving(self.session, self)

    @cached_property
    def solving(self) -> "Solving":
        """What the views of combinations share: one search for all of them."""
        from foresight.methods.cib.view_solving import Solving

        return Solving(self.session, self)

    def make_inspector(self) -> QWidget:
        return Panel(self.session)

    def render_document(self, document: Document) -> None:
        self.entry.setVisible(self.view_index == 0 or self.is_empty(document))
        super().render_document(document)

    def is_empty(self, document: Document) -> bool:
        return not document[CrossImpact].descriptors

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("Which outcomes go together?"),
            _(
                "Begin with five to eight descriptors: what may turn out in a few ways, such as “Climate policy: "
                "strict / lax / none”. Make them from drivers, or type them below, one a line."
            ),
            [
                (_("From drivers…"), self.choose_drivers),
                (_("Type a descriptor"), self.entry.setFocus),
                self.sample_offer,
            ],
            icon_name="matrix",
        )

    @action(N_("Make descriptors from drivers…"), icon="plus", enabled="has_drivers")
    def choose_drivers(self) -> None:
        """Choose drivers that are no descriptor yet."""
        document = self.session.document
        used = {held.driver for held in document[CrossImpact].descriptors}
        items = [(each.id, each.title) for each in document[Drivers].drivers if each.id not in used]
        if not items:
            self.session.said.emit(_("There is no driver that is not a descriptor yet."))
            return
        chosen = pick(self.window(), _("Make descriptors from drivers"), items)
        if chosen:
            self.session.seal()
            self.session.do(from_drivers(*chosen))

    @action(N_("Add descriptor"), shortcut="Ins", icon="plus")
    def add_one(self) -> None:
        """To the line in which descriptors are typed."""
        self.show_view(0)
        self.entry.setFocus()

    move_earlier, move_later = moving(enabled="has_movable")

    def move_by(self, places: int) -> None:
        """Move the selected descriptor, or the selected variant within its descriptor."""
        document, chosen = self.session.document, self.movable()
        variant = document.find(chosen, Variant)
        if variant is not None:
            move_within(self.session, variants_of(document)[variant.descriptor], chosen, places, move_variant)
        else:
            move_within(self.session, document[CrossImpact].descriptors, chosen, places, move_descriptor)

    @action(N_("Delete selected"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Descriptors, variants or kept combinations, with what hangs on them."""
        self.delete(_("Delete"), *self._own_selection())

    def _own_selection(self) -> list[Id]:
        """What is selected of this method; a cell of the matrix is nothing that could be deleted."""
        part = self.session.document[CrossImpact]
        if judged_pair(self.session.document, self.session.selection):
            return []
        return [each for each in self.session.selection if each in part.by_id]

    def movable(self) -> Id:
        """The one descriptor or variant that is selected, or ""."""
        document, own = self.session.document, self._own_selection()
        is_one = len(own) == 1 and (document.find(own[0], Descriptor) or document.find(own[0], Variant))
        return own[0] if is_one else ""

    def has_movable(self) -> bool:
        """Whether one descriptor or variant is selected."""
        return bool(self.movable())

    def has_selection(self) -> bool:
        """Whether something of this method is selected."""
        return bool(self._own_selection())

    def has_drivers(self) -> bool:
        """Whether there is a driver."""
        return bool(self.session.document[Drivers].drivers)
