"""The workspace of the driver network: canvas, matrix, plane, loops, lists."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from foresight.core.document import Document, Id
from foresight.core.progress import Tick
from foresight.core.spacing import Point
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.entry import QuickEntry
from foresight.kit.labels import EmptyState
from foresight.kit.picking import pick
from foresight.kit.tasks import Runner
from foresight.kit.workspace import Workspace
from foresight.methods.network.layout import ARRANGEMENTS, Arrangement, arranged
from foresight.methods.network.model import Network, arrange, pin, pinned, place_new, turn_link
from foresight.methods.network.view_board import Board
from foresight.methods.network.view_canvas import NetworkCanvas
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

CANVAS = 0
"""The index of the canvas among the views."""
LARGE = 100
"""Drivers; the layout of more of them is made in the background."""


class NetworkWorkspace(Workspace):
    """Make drivers, link them, see what moves what."""

    reads = (Drivers, Groups, Judgements, Network, Ratings, Trends)

    def build(self) -> None:
        self.scene = NetworkScene(self)
        self.runner = Runner(self)
        self.runner.done.connect(self._take_layout)
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
        board.canvas.menu_wanted.connect(self._show_menu)
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
                (_("See the sample"), self.wants_sample.emit),
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

    @action(N_("Link drivers"), shortcut="Ctrl+L", icon="link", enabled="has_pair")
    def link_drivers(self) -> None:
        """Draw a link on the canvas: from the selected driver, or from any."""
        canvas = self._canvas()
        canvas.setFocus()
        canvas.begin_link()

    @action(N_("Turn link around"), shortcut="Ctrl+R", icon="refresh", enabled="has_turnable")
    def turn_selected(self) -> None:
        """The selected link runs the other way."""
        link = self._link()
        if link is not None:
            self.session.do(turn_link(link.id))

    @action(N_("Rename"), icon="edit", enabled="has_driver")
    def rename(self) -> None:
        """Type another title on the canvas."""
        driver = self._selected_drivers()[0]
        self._canvas().edit_title(driver)

    @action(N_("Pin or unpin"), icon="pin", enabled="has_driver")
    def toggle_pin(self) -> None:
        """Automatic layout leaves pinned drivers where they are."""
        chosen = self._selected_drivers()
        held = pinned(self.session.document)
        self.session.do(pin(chosen, not all(driver in held for driver in chosen)))

    @action(ARRANGEMENTS["forces"], shortcut="Ctrl+T", icon="network", enabled="has_pair")
    def untangle(self) -> None:
        """Linked drivers near each other."""
        self._arrange("forces")

    @action(ARRANGEMENTS["layers"], icon="layers", enabled="has_pair")
    def arrange_by_role(self) -> None:
        """A column for each role."""
        self._arrange("layers")

    @action(ARRANGEMENTS["circle"], icon="loop", enabled="has_pair")
    def arrange_in_circle(self) -> None:
        """All around a circle."""
        self._arrange("circle")

    @action(N_("Show all"), icon="maximize", enabled="has_driver_at_all")
    def show_all(self) -> None:
        """Fit the whole network in."""
        self._canvas().fit()

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

    def has_pair(self) -> bool:
        return len(self.session.document[Drivers].drivers) > 1

    def has_driver_at_all(self) -> bool:
        return bool(self.session.document[Drivers].drivers)

    def has_driver(self) -> bool:
        return bool(self._selected_drivers())

    def has_selection(self) -> bool:
        held = self.session.document[Drivers].by_id
        return any(one in held for one in self.session.selection)

    def has_turnable(self) -> bool:
        link = self._link()
        return link is not None and link_between(self.session.document, link.target, link.source) is None

    # What they need

    def _selected_drivers(self) -> list[Id]:
        held = self.session.document[Drivers].by_id
        return [one for one in self.session.selection if isinstance(held.get(one), Driver)]

    def _link(self) -> Link | None:
        """The link that alone is selected, if so."""
        return self.session.document.find(self.session.selection[0], Link) if len(self.session.selection) == 1 else None

    def _canvas(self) -> NetworkCanvas:
        """The canvas, shown."""
        self.show_view(CANVAS)
        assert isinstance(self.view, Board)
        return self.view.canvas

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(self.actions_for_menu())
        menu.exec(at)

    def _arrange(self, how: Arrangement) -> None:
        """Now when it is quick, else in the background."""
        document = self.session.document
        self._canvas()
        if len(document[Drivers].drivers) > LARGE:
            self.runner.start(_layout_of, document, how)
        else:
            self._take_layout((document, arranged(document, how)))

    def _take_layout(self, result: tuple[Document, dict[Id, Point]]) -> None:
        """Take over a layout, unless the network has changed meanwhile."""
        document, found = result
        if self.session.document.changed_since(document, (Drivers, Network)):
            self.session.said.emit(_("The network changed meanwhile, so nothing was arranged. Try again."))
            return
        self.session.seal()
        self.session.do(arrange(found))
        self._canvas().fit()


def _layout_of(document: Document, how: Arrangement, tick: Tick) -> tuple[Document, dict[Id, Point]]:
    """The layout of a document, and the document it is of."""
    return document, arranged(document, how, tick=tick)


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
