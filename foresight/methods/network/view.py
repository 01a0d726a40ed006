"""The workspace of the driver network: canvas, matrix, plane, loops, lists."""

from PySide6.QtWidgets import QWidget

from foresight.core.document import Document, Id
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.entry import QuickEntry
from foresight.kit.labels import EmptyState
from foresight.kit.picking import pick
from foresight.kit.tasks import Runner
from foresight.methods.network.model import Network, place_new, turn_link
from foresight.methods.network.view_actions import CanvasWorkspace
from foresight.methods.network.view_board import Board
from foresight.methods.network.view_disagreements import DisagreementsView
from foresight.methods.network.view_edits import deleted
from foresight.methods.network.view_lists import ListsView
from foresight.methods.network.view_loops import LoopsView
from foresight.methods.network.view_matrix import MatrixView
from foresight.methods.network.view_panel import network_inspector
from foresight.methods.network.view_plane import PlaneView
from foresight.methods.network.view_scene import NetworkScene
from foresight.methods.network.view_whatif import WhatIfView
from foresight.model.drivers import Driver, Drivers, Link, driver_from, link_between
from foresight.model.groups import Groups
from foresight.model.judgements import Judgements
from foresight.model.ratings import ZONES, Ratings, standings
from foresight.model.trends import Trends


class NetworkWorkspace(CanvasWorkspace):
    """Make drivers, link them, see what moves what."""

    reads = (Drivers, Groups, Judgements, Network, Ratings, Trends)

    def build(self) -> None:
        self.scene = NetworkScene(self)
        self.runner = Runner(self)
        self.runner.done.connect(self.take_layout)
        self.add_view(_("Canvas"), self._make_board)
        self.add_view(_("Matrix"), lambda: MatrixView(self.session))
        self.add_view(_("Plane"), lambda: PlaneView(self.session))
        self.add_view(_("Loops"), lambda: LoopsView(self.session, self.scene))
        self.add_view(_("List"), lambda: ListsView(self.session))
        self.add_view(_("Groups"), lambda: DisagreementsView(self.session))
        self.add_view(_("What if"), lambda: WhatIfView(self.session, self.scene))
        self.entry = QuickEntry(
            self.session,
            _("Add a driver: type what one can have more or less of, and press Enter"),
            lambda text: place_new(Driver(title=text)),
        )
        self.set_footer(self.entry)

    def _make_board(self) -> QWidget:
        board = Board(self.session, self.scene, self.runner)
        board.canvas.delete_wanted.connect(self.delete_selected)
        board.canvas.pin_wanted.connect(self.toggle_pin)
        board.canvas.menu_wanted.connect(self.show_menu)
        return board

    def make_inspector(self) -> QWidget:
        return network_inspector(self.session)

    def is_empty(self, document: Document) -> bool:
        return not document[Drivers].drivers

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("What moves what?"),
            _(
                "Drivers are the forces behind the trends. Make them from your trends, the critical uncertainties "
                "first, or type your own below. Then say which of them act directly on which."
            ),
            [
                (_("Make drivers from trends…"), self.make_from_trends),
                self.sample_offer,
            ],
            icon_name="network",
        )

    # Actions

    @action(N_("Make drivers from trends…"), icon="trends", enabled="has_trends", primary=True)
    def make_from_trends(self) -> None:
        """Choose trends, the critical uncertainties first; each becomes a driver."""
        document = self.session.document
        if not document[Trends].trends:
            self.wants_method.emit("trends")
            return
        chosen = pick(self.window(), _("Make drivers from trends"), candidates(document))
        by_id = {trend.id: trend for trend in document[Trends].trends}
        if chosen:
            self.session.seal()
            self.session.do(place_new(*(driver_from(by_id[trend]) for trend in chosen)))

    @action(N_("Add driver"), shortcut="Ins", icon="plus")
    def add_driver(self) -> None:
        """To the line in which a driver is typed."""
        self.entry.setFocus()

    @action(N_("Turn link around"), shortcut="Ctrl+R", icon="refresh", enabled="has_turnable")
    def turn_selected(self) -> None:
        """The selected link runs the other way."""
        link = self._link()
        if link is not None:
            self.session.do(turn_link(link.id))

    @action(N_("Delete"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """The selected drivers and links, with what hangs on them."""
        made = deleted(self.session.document, self.session.selection)
        if made is not None:
            self.session.seal()
            self.session.do(made)

    # What is possible

    def has_trends(self) -> bool:
        return bool(self.session.document[Trends].trends)

    def has_selection(self) -> bool:
        document = self.session.document
        return any(one in document[part].by_id for one in self.session.selection for part in (Drivers, Network))

    def has_turnable(self) -> bool:
        link = self._link()
        return link is not None and link_between(self.session.document, link.target, link.source) is None

    # What they need

    def _link(self) -> Link | None:
        """The link that alone is selected, if so."""
        return self.session.document.find(self.session.selection[0], Link) if len(self.session.selection) == 1 else None


def candidates(document: Document) -> list[tuple[Id, str]]:
    """The trends that no driver is made of, the most critical first, those not rated last."""
    used = {trend for driver in document[Drivers].drivers for trend in driver.trends}
    rated = standings(document)
    free = [trend for trend in document[Trends].trends if trend.id not in used]
    free.sort(key=lambda trend: -rated[trend.id].criticality if trend.id in rated else 1)
    return [
        (trend.id, f"{trend.title}  ·  {_(ZONES[rated[trend.id].zone])}" if trend.id in rated else trend.title)
        for trend in free
    ]
