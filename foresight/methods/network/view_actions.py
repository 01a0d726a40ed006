"""What one does with the canvas of the network by menu, key or palette."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from foresight.core.document import Document, Id
from foresight.core.progress import Tick
from foresight.core.spacing import Point
from foresight.core.words import N_, _
from foresight.kit.actions import action, fill_menu
from foresight.kit.tasks import Runner
from foresight.kit.workspace import Workspace
from foresight.methods.network.aligning import ALIGNMENTS, Alignment, aligned
from foresight.methods.network.clusters import clusters_of, free_name, group, ungroup, with_members
from foresight.methods.network.layout import ARRANGEMENTS, arranged
from foresight.methods.network.model import Arrangement, Cluster, Network, arrange, move_drivers, pin, pinned, places
from foresight.methods.network.view_board import Board
from foresight.methods.network.view_canvas import NetworkCanvas
from foresight.methods.network.view_tools import SHOWN
from foresight.model.drivers import Drivers

CANVAS = 0
"""The index of the canvas among the views."""
LARGE = 100
"""Drivers; the layout of more of them is made in the background."""
CLUSTER, ALIGN, ARRANGE, SHOW = N_("Cluster"), N_("Align"), N_("Arrange"), N_("Show")
"""The menus in which actions stand."""

Layout = tuple[Document, Arrangement, dict[Id, Point]]
"""The document of which it is a layout, how it was made, and where drivers go."""


class CanvasWorkspace(Workspace):
    """The part of the workspace that concerns the canvas. ``runner`` makes large layouts."""

    runner: Runner

    @action(N_("Find a driver"), shortcut="Ctrl+F", icon="search", enabled="has_any")
    def find_driver(self) -> None:
        """Type part of a title and go there."""
        line = self.board().tools.search
        line.setFocus()
        line.selectAll()

    @action(N_("Link drivers"), shortcut="Ctrl+L", icon="link", enabled="has_pair")
    def link_drivers(self) -> None:
        """Draw a link on the canvas: from the selected driver, or from any."""
        canvas = self.canvas()
        canvas.setFocus()
        canvas.begin_link()

    @action(N_("Rename"), icon="edit", enabled="has_named")
    def rename(self) -> None:
        """Type another title of the selected driver, or name of the selected cluster, on the canvas."""
        canvas = self.canvas()
        if canvas.cluster is not None:
            canvas.edit_name(canvas.cluster.id)
        else:
            canvas.edit_title(self.chosen_drivers()[0])

    @action(N_("Select all drivers"), shortcut="Ctrl+A", enabled="is_on_canvas")
    def select_all(self) -> None:
        """All drivers, whatever they are linked with."""
        self.session.select(*(driver.id for driver in self.session.document[Drivers].drivers))

    # Clusters

    @action(N_("Make a cluster"), shortcut="Ctrl+G", icon="square", enabled="has_driver", menu=CLUSTER)
    def make_cluster(self) -> None:
        """The selected drivers become one cluster, which one names at once."""
        canvas = self.canvas()
        made = Cluster(name=free_name(self.session.document), drivers=tuple(self.chosen_drivers()))
        self.session.seal()
        if self.session.do(group(made)):
            self.session.select(made.id)
            canvas.edit_name(made.id)

    @action(N_("Dissolve cluster"), shortcut="Ctrl+Shift+G", enabled="has_clustered", menu=CLUSTER)
    def dissolve_cluster(self) -> None:
        """The selected clusters go and their drivers stay; selected drivers leave their clusters."""
        self.session.seal()
        self.session.do(ungroup(self.session.selection))

    @action(N_("Select the whole cluster"), shortcut="Ctrl+Shift+A", enabled="has_clustered", menu=CLUSTER)
    def select_cluster(self) -> None:
        """The clusters in which the selected drivers are."""
        self.session.select(*clusters_of(self.session.document, self.session.selection))

    # Alignment

    @action(ALIGNMENTS["left"], enabled="has_several", menu=ALIGN)
    def align_left(self) -> None:
        """All as far left as the one farthest left."""
        self._align("left")

    @action(ALIGNMENTS["centre"], enabled="has_several", menu=ALIGN)
    def align_centre(self) -> None:
        """All below each other."""
        self._align("centre")

    @action(ALIGNMENTS["right"], enabled="has_several", menu=ALIGN)
    def align_right(self) -> None:
        """All as far right as the one farthest right."""
        self._align("right")

    @action(ALIGNMENTS["top"], enabled="has_several", menu=ALIGN)
    def align_top(self) -> None:
        """All as high as the highest."""
        self._align("top")

    @action(ALIGNMENTS["middle"], enabled="has_several", menu=ALIGN)
    def align_middle(self) -> None:
        """All beside each other."""
        self._align("middle")

    @action(ALIGNMENTS["bottom"], enabled="has_several", menu=ALIGN)
    def align_bottom(self) -> None:
        """All as low as the lowest."""
        self._align("bottom")

    @action(ALIGNMENTS["across"], enabled="has_three", menu=ALIGN)
    def distribute_across(self) -> None:
        """The same distance from each to the next, from left to right."""
        self._align("across")

    @action(ALIGNMENTS["down"], enabled="has_three", menu=ALIGN)
    def distribute_down(self) -> None:
        """The same distance from each to the next, from top to bottom."""
        self._align("down")

    # Layouts

    @action(ARRANGEMENTS["forces"], shortcut="Ctrl+T", icon="network", enabled="has_pair", menu=ARRANGE)
    def untangle(self) -> None:
        """Linked drivers near each other."""
        self._arrange("forces")

    @action(ARRANGEMENTS["layers"], icon="layers", enabled="has_pair", menu=ARRANGE)
    def arrange_by_role(self) -> None:
        """A column for each role."""
        self._arrange("layers")

    @action(ARRANGEMENTS["circle"], icon="loop", enabled="has_pair", menu=ARRANGE)
    def arrange_in_circle(self) -> None:
        """All around a circle."""
        self._arrange("circle")

    @action(N_("Pin or unpin"), icon="pin", enabled="has_driver", menu=ARRANGE)
    def toggle_pin(self) -> None:
        """Automatic layout leaves pinned drivers where they are."""
        chosen = self.chosen_drivers()
        held = pinned(self.session.document)
        self.session.do(pin(chosen, not all(driver in held for driver in chosen)))

    # What is shown

    @action(N_("Show all"), icon="maximize", enabled="has_any", menu=SHOW)
    def show_all(self) -> None:
        """Fit the whole network in."""
        self.canvas().fit()

    @action(N_("Neighbours alone"), shortcut="Ctrl+Shift+F", icon="target", enabled="has_driver", menu=SHOW)
    def focus_neighbours(self) -> None:
        """The selected driver and its neighbours; again: one step farther; again: the whole network."""
        canvas = self.canvas()
        canvas.setFocus()
        canvas.step_focus()

    @action(N_("Overview map"), shortcut="Ctrl+M", icon="map", enabled="has_any", menu=SHOW)
    def toggle_map(self) -> None:
        """Show or hide the whole network in small."""
        self.board().tools.map.toggle()

    @action(SHOWN[0], enabled="has_any", menu=SHOW)
    def show_every_link(self) -> None:
        """Hide none."""
        self.board().tools.show_links_from(0)

    @action(SHOWN[2], enabled="has_any", menu=SHOW)
    def show_moderate_links(self) -> None:
        """Hide weak links."""
        self.board().tools.show_links_from(2)

    @action(SHOWN[3], enabled="has_any", menu=SHOW)
    def show_strong_links(self) -> None:
        """Hide all but strong links."""
        self.board().tools.show_links_from(3)

    # What is possible

    def has_any(self) -> bool:
        return bool(self.session.document[Drivers].drivers)

    def has_pair(self) -> bool:
        return len(self.session.document[Drivers].drivers) > 1

    def is_on_canvas(self) -> bool:
        return self.view_index == CANVAS and self.has_any()

    def has_driver(self) -> bool:
        return bool(self.chosen_drivers())

    def has_several(self) -> bool:
        return len(self.chosen_drivers()) > 1

    def has_three(self) -> bool:
        return len(self.chosen_drivers()) > 2

    def has_clustered(self) -> bool:
        return bool(clusters_of(self.session.document, self.session.selection))

    def has_named(self) -> bool:
        return self.has_driver()

    # What they need

    def chosen_drivers(self) -> list[Id]:
        """The drivers that are selected, and those in selected clusters."""
        return with_members(self.session.document, self.session.selection)

    def board(self) -> Board:
        """The canvas with its tools, shown."""
        self.show_view(CANVAS)
        assert isinstance(self.view, Board)
        return self.view

    def canvas(self) -> NetworkCanvas:
        """The canvas, shown."""
        return self.board().canvas

    def show_menu(self, at: QPoint) -> None:
        """All actions, at a point of the screen."""
        menu = QMenu(self)
        fill_menu(menu, self.actions_for_menu())
        menu.exec(at)

    def _align(self, how: Alignment) -> None:
        spots = places(self.session.document)
        self.session.seal()
        self.session.do(move_drivers(aligned({one: spots[one] for one in self.chosen_drivers()}, how)))

    def _arrange(self, how: Arrangement) -> None:
        """Now when it is quick, else in the background."""
        document = self.session.document
        self.board()
        if len(document[Drivers].drivers) > LARGE:
            self.runner.start(_layout_of, document, how)
        else:
            self.take_layout((document, how, arranged(document, how)))

    def take_layout(self, result: Layout) -> None:
        """Take over a layout, unless the network has changed meanwhile."""
        document, how, found = result
        if self.session.document.changed_since(document, (Drivers, Network)):
            self.session.said.emit(_("The network changed meanwhile, so nothing was arranged. Try again."))
            return
        self.session.seal()
        if not self.session.do(arrange(found, how)) and not self.session.read_only:
            self.session.said.emit(_("Nothing moves: the picture is as clear as it gets."))
        self.canvas().fit()


def _layout_of(document: Document, how: Arrangement, tick: Tick) -> Layout:
    return document, how, arranged(document, how, tick=tick)
