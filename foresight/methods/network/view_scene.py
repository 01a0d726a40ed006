"""The network as a scene: drivers and clusters are items, links are curves that the canvas draws beneath them.

``render_document`` compares the document with what is there and changes only what is different.
"""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, QPointF, QRectF, QSignalBlocker
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from foresight.core.document import Document, Id
from foresight.methods.network.analysis import ROLE_TINTS, parts
from foresight.methods.network.model import NODE, Cluster, Network, pinned, places
from foresight.methods.network.view_clusters import ClusterItem
from foresight.methods.network.view_layer import MANY, LinkLayer
from foresight.methods.network.view_links import Curve
from foresight.methods.network.view_names import Name
from foresight.methods.network.view_nodes import DriverItem, common_size
from foresight.methods.network.view_overlay import Overlay
from foresight.model.drivers import Drivers
from foresight.model.judgements import contested_links

FADED = 0.22
"""Opacity of what is beside the point."""
QUIET = 0.5
"""Opacity of the frames of clusters meanwhile."""
NAME = 50.0
"""Room for the name above a cluster."""
NAMED = 60
"""Drivers that are named at most when all are too small for their titles."""
AROUND = 600.0
"""How far one can move beyond the outermost drivers."""


class NetworkScene(QGraphicsScene):
    """Drivers, clusters and links, and which of them are selected or stand out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.drivers: dict[Id, DriverItem] = {}
        self.clusters: dict[Id, ClusterItem] = {}
        self.links = LinkLayer(lambda area: self.invalidate(area, QGraphicsScene.SceneLayer.AllLayers))
        self.overlay: Overlay | None = None
        self._extent = QRectF()
        self._sizes: dict[int, int] = {}
        self._selected: set[Id] = set()
        self._dragged: set[Id] = set()

    @property
    def curves(self) -> dict[Id, Curve]:
        """Every link as it is drawn."""
        return self.links.curves

    # The document

    def render_document(self, document: Document) -> None:
        """Show this document."""
        moved = self._render_drivers(document)
        spots = {driver: item.pos() for driver, item in self.drivers.items()}
        self.links.render(document[Drivers].links, spots, moved)
        self.links.show_contested(contested_links(document))
        self._render_clusters(document)

    def _render_drivers(self, document: Document) -> set[Id]:
        """Show the drivers; the ids of those that are new or elsewhere than before."""
        self._sizes = {}
        spots, held, part = places(document), pinned(document), parts(document)
        for gone in [one for one in self.drivers if one not in spots]:
            self.removeItem(self.drivers.pop(gone))
        moved = set()
        for driver in document[Drivers].drivers:
            item = self.drivers.get(driver.id)
            if item is None:
                item = self.drivers[driver.id] = DriverItem(driver, self._common_size)
                self.addItem(item)
                moved.add(driver.id)
            spot = QPointF(*spots[driver.id])
            if item.pos() != spot:
                item.setPos(spot)
                moved.add(driver.id)
            item.show_driver(driver, part[driver.id].role, driver.id in held)
        if moved:
            self._extent = self.extent()
            self.setSceneRect(self.sceneRect().united(self._extent.adjusted(-AROUND, -AROUND, AROUND, AROUND)))
        return moved

    def _render_clusters(self, document: Document) -> None:
        held = {cluster.id: cluster for cluster in document[Network].clusters if cluster.drivers}
        for gone in [one for one in self.clusters if one not in held]:
            self.removeItem(self.clusters.pop(gone))
        for cluster in held.values():
            if cluster.id not in self.clusters:
                self.clusters[cluster.id] = ClusterItem(cluster)
                self.clusters[cluster.id].setOpacity(1.0 if self.overlay is None else QUIET)
                self.addItem(self.clusters[cluster.id])
            item = self.clusters[cluster.id]
            self._show_cluster(item, cluster)
            item.set_chosen(cluster.id in self._selected)

    def _show_cluster(self, item: ClusterItem, cluster: Cluster) -> None:
        inside = set(cluster.drivers)
        spots = {driver: found.pos() for driver, found in self.drivers.items()}
        members = [spot for driver, spot in spots.items() if driver in inside]
        item.show_cluster(cluster, members, (spot for driver, spot in spots.items() if driver not in inside))

    def _common_size(self, wanted: int) -> int:
        """The size of type for most titles where one would like ``wanted``."""
        if wanted not in self._sizes:
            self._sizes[wanted] = common_size(list(self.drivers.values()), wanted)
        return self._sizes[wanted]

    def extent(self, ids: Iterable[Id] | None = None) -> QRectF:
        """The rectangle around these drivers, all by default."""
        spots = [self.drivers[one].pos() for one in (self.drivers if ids is None else ids)]
        if not spots:
            return QRectF()
        xs, ys = [spot.x() for spot in spots], [spot.y() for spot in spots]
        area = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
        return area.adjusted(-NODE[0] / 2, -NODE[1] / 2, NODE[0] / 2, NODE[1] / 2)

    def whole(self) -> QRectF:
        """The rectangle around everything: the names of clusters, and links unless there are many."""
        area = self.extent()
        for curve in self.curves.values() if len(self.curves) <= MANY else ():
            area = area.united(curve.bounds)
        for item in self.clusters.values():
            area = area.united(item.frame.adjusted(0, -NAME, 0, 0))
        return area

    # What is shown and stands out

    def show_selection(self, ids: Collection[Id]) -> None:
        """Show these drivers, clusters and links as selected."""
        before, self._selected = self._selected, set(ids)
        with QSignalBlocker(self):
            for driver in (before ^ self._selected) & self.drivers.keys():
                self.drivers[driver].setSelected(driver in self._selected)
        for cluster, item in self.clusters.items():
            item.set_chosen(cluster in self._selected)
        for link in (before ^ self._selected) & self.curves.keys():
            self.invalidate(self.curves[link].bounds, QGraphicsScene.SceneLayer.AllLayers)

    def show_overlay(self, overlay: Overlay | None) -> None:
        """Let the drivers and links of an overlay stand out and fade the others; None: all are equal."""
        self.overlay = overlay
        for driver, item in self.drivers.items():
            item.setOpacity(1.0 if overlay is None or driver in overlay.drivers else FADED)
            item.set_badge(overlay.drivers.get(driver, "") if overlay else "")
        for cluster in self.clusters.values():
            cluster.setOpacity(1.0 if overlay is None else QUIET)
        self._redraw_all()

    def drop_overlay(self, overlay: Overlay | None) -> None:
        """No longer show this overlay; another one that has taken its place stays."""
        if self.overlay is overlay:
            self.show_overlay(None)

    def show_links_from(self, least: int) -> None:
        """Show only links that are at least so strong, and those that are selected."""
        self.links.show_from(least)
        self._redraw_all()

    def _redraw_all(self) -> None:
        self.invalidate(self.sceneRect(), QGraphicsScene.SceneLayer.AllLayers)

    # Dragging

    def begin_drag(self, drivers: Iterable[Id]) -> None:
        """From now on these drivers move, and their links with them."""
        self._dragged = set(drivers)
        self.links.begin_drag(self._dragged)
        self.update()

    def follow(self) -> None:
        """Draw the links and clusters of the dragged drivers to where those are now."""
        if not self._dragged:
            return
        self.update(self.links.follow(lambda driver: self.drivers[driver].pos()))
        for item in self.clusters.values():
            if not self._dragged.isdisjoint(item.cluster.drivers):
                self._show_cluster(item, item.cluster)

    def end_drag(self) -> None:
        """The dragged drivers stand still again."""
        self._dragged = set()
        self.links.end_drag()

    # Drawing

    def link_at(self, point: QPointF, reach: float) -> Id | None:
        """The link that passes a point within ``reach``, or None."""
        return self.links.at(point, reach)

    def cluster_at(self, point: QPointF, scale: float) -> Id | None:
        """The cluster whose name or frame is at a point, or None."""
        return next((one for one, item in self.clusters.items() if item.is_at(point, scale)), None)

    def draw_links(self, painter: QPainter, areas: Iterable[QRectF], moving: bool) -> bool:
        """Draw what lies in these areas beneath the drivers; whether it would look the same if nothing moved."""
        if self.overlay is not None:
            painter.setOpacity(FADED)
        return self.links.draw(painter, areas, self._extent, moving)

    def named(self) -> list[Name]:
        """The titles that one wants to read however small the drivers are: of those selected or standing out."""
        if self._dragged:
            return []
        standing_out = self.overlay.drivers if self.overlay else ()
        wanted = dict.fromkeys([*(one for one in self.drivers if one in self._selected), *standing_out])
        items = [self.drivers[one] for one in wanted if one in self.drivers][:NAMED]
        return [
            Name(item.pos(), item.driver.title, ROLE_TINTS[item.role], item.isSelected())
            for item in items
            if item.driver is not None
        ]

    def draw_above(self, painter: QPainter) -> None:
        """Draw the links that are selected, dragged or stand out, over everything."""
        self.links.draw_above(painter, self._selected, self.overlay.links if self.overlay else ())
