"""The network as a scene: drivers are items, links are curves that the canvas draws beneath them.

``render_document`` compares the document with what is there and changes only what is different.
"""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, QPointF, QRectF, QSignalBlocker
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from foresight.core.document import Document, Id
from foresight.core.spacing import Point
from foresight.methods.network.analysis import parts
from foresight.methods.network.marks import clear_share, on_bow
from foresight.methods.network.model import NODE, pinned, places
from foresight.methods.network.view_links import MARK, Curve, CurveIndex, Piece, paint_quickly
from foresight.methods.network.view_nodes import FAR, DriverItem
from foresight.methods.network.view_overlay import Overlay
from foresight.model.drivers import Drivers

MANY = 300
"""Links; as many are drawn in full at every scale, more of them only from NEAR on and when nothing moves."""
NEAR = 0.6
FADED = 0.22
"""Opacity of what is beside the point."""
OVER = 12.0
"""How far head, mark and bars of a link reach beyond its curve."""
AROUND = 600.0
"""How far one can move beyond the outermost drivers."""


class NetworkScene(QGraphicsScene):
    """Drivers and links, and which of them are selected or stand out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.drivers: dict[Id, DriverItem] = {}
        self.curves: dict[Id, Curve] = {}
        self._extent = QRectF()
        self._index = CurveIndex()
        self._of: dict[Id, set[Id]] = {}
        self._selected: set[Id] = set()
        self._dragged: set[Id] = set()
        self._overlay: Overlay | None = None

    # The document

    def render_document(self, document: Document) -> None:
        """Show this document."""
        moved = self._render_drivers(document)
        fresh = {link.id: link for link in document[Drivers].links}
        for gone in [one for one in self.curves if one not in fresh]:
            self._remove_curve(gone)
        for link in fresh.values():
            known = self.curves.get(link.id)
            if known is None or known.link is not link or link.source in moved or link.target in moved:
                if known is not None:
                    self._remove_curve(link.id)
                ends = self.drivers[link.source].pos(), self.drivers[link.target].pos()
                self._add_curve(Curve(link, *ends))
        if len(fresh) <= MANY:
            self._place_marks(fresh)

    def _place_marks(self, links: Iterable[Id]) -> None:
        """Put the signs of links where they lie neither under drivers nor on each other, as far as there is room."""
        taken: list[Point] = []
        rects = [item.sceneBoundingRect() for item in self.drivers.values()]
        for curve in map(self.curves.__getitem__, links):
            near = [
                (rect.left(), rect.top(), rect.right(), rect.bottom())
                for rect in rects
                if rect.intersects(curve.bounds)
            ]
            share = clear_share(curve.bow, 0.5, (0.15, 0.85), near, taken, MARK)
            if share != curve.share:
                curve.put_mark(share)
                self._redraw(curve)
            taken.append(on_bow(curve.bow, share))

    def _render_drivers(self, document: Document) -> set[Id]:
        """Show the drivers; the ids of those that are new or elsewhere than before."""
        spots, held, part = places(document), pinned(document), parts(document)
        for gone in [one for one in self.drivers if one not in spots]:
            self.removeItem(self.drivers.pop(gone))
        moved = set()
        for driver in document[Drivers].drivers:
            item = self.drivers.get(driver.id)
            if item is None:
                item = self.drivers[driver.id] = DriverItem(driver)
                self.addItem(item)
                moved.add(driver.id)
            spot = QPointF(*spots[driver.id])
            if item.pos() != spot:
                item.setPos(spot)
                moved.add(driver.id)
            item.show_driver(driver, part[driver.id].role, driver.id in held)
        self._extent = self.extent()
        if moved:
            self.setSceneRect(self.sceneRect().united(self._extent.adjusted(-AROUND, -AROUND, AROUND, AROUND)))
        return moved

    def extent(self, ids: Iterable[Id] | None = None) -> QRectF:
        """The rectangle around these drivers, all by default."""
        spots = [self.drivers[one].pos() for one in (self.drivers if ids is None else ids)]
        if not spots:
            return QRectF()
        xs, ys = [spot.x() for spot in spots], [spot.y() for spot in spots]
        area = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
        return area.adjusted(-NODE[0] / 2, -NODE[1] / 2, NODE[0] / 2, NODE[1] / 2)

    def _add_curve(self, curve: Curve) -> None:
        self.curves[curve.link.id] = curve
        for end in (curve.link.source, curve.link.target):
            self._of.setdefault(end, set()).add(curve.link.id)
        self._index.add(curve)
        self._redraw(curve)

    def _remove_curve(self, link: Id) -> None:
        curve = self.curves.pop(link)
        for end in (curve.link.source, curve.link.target):
            self._of[end].discard(link)
        self._index.discard(curve)
        self._redraw(curve)

    def _redraw(self, curve: Curve) -> None:
        self.invalidate(curve.bounds, QGraphicsScene.SceneLayer.AllLayers)

    # What stands out

    def show_selection(self, ids: Collection[Id]) -> None:
        """Show these drivers and links as selected."""
        before, self._selected = self._selected, set(ids)
        with QSignalBlocker(self):
            for driver in (before ^ self._selected) & self.drivers.keys():
                self.drivers[driver].setSelected(driver in self._selected)
        for link in (before ^ self._selected) & self.curves.keys():
            self._redraw(self.curves[link])

    def show_overlay(self, overlay: Overlay | None) -> None:
        """Let the drivers and links of an overlay stand out and fade the others; None: all are equal."""
        self._overlay = overlay
        for driver, item in self.drivers.items():
            item.setOpacity(1.0 if overlay is None or driver in overlay.drivers else FADED)
            item.set_badge(overlay.drivers.get(driver, "") if overlay else "")
        self.invalidate(self.sceneRect(), QGraphicsScene.SceneLayer.AllLayers)

    # Dragging

    def begin_drag(self, drivers: Iterable[Id]) -> None:
        """From now on these drivers move, and their links with them."""
        for driver in drivers:
            self._dragged |= self._of.get(driver, set())
        for link in self._dragged:
            self._index.discard(self.curves[link])
            self._redraw(self.curves[link])

    def follow(self) -> None:
        """Draw the links of the dragged drivers to where those are now."""
        for link in self._dragged:
            old = self.curves[link]
            ends = self.drivers[old.link.source].pos(), self.drivers[old.link.target].pos()
            self.curves[link] = Curve(old.link, *ends)
            self.update(old.bounds.united(self.curves[link].bounds))

    def end_drag(self) -> None:
        """The dragged drivers stand still again."""
        for link in self._dragged:
            self._index.add(self.curves[link])
            self._redraw(self.curves[link])
        self._dragged = set()

    # Drawing

    def link_at(self, point: QPointF, reach: float) -> Id | None:
        """The link that passes a point within ``reach``, or None."""
        curve = self._index.at(point, reach)
        return curve.link.id if curve else None

    def draw_links(self, painter: QPainter, areas: Iterable[QRectF], moving: bool) -> bool:
        """Draw what lies in these areas beneath the drivers; whether it would look the same if nothing moved."""
        scale = painter.worldTransform().m11()
        are_many = len(self.curves) > MANY
        is_small = scale < FAR or (are_many and scale < NEAR)
        quickly = is_small or (are_many and moving)
        reach = 1 / scale if quickly else OVER
        if self._overlay is not None:
            painter.setOpacity(FADED)
        if are_many and scale < FAR:
            paint_quickly(painter, ((curve.link.sign, curve.chord) for curve in self._curves_in(areas, reach)))
            return True
        pieces: dict[Piece, None] = {}
        for area in areas:
            pieces |= self._index.near(area.adjusted(-reach, -reach, reach, reach))
        if quickly:
            paint_quickly(painter, ((piece.sign, piece.line) for piece in pieces))
        else:
            for curve in {piece.curve: None for piece in pieces}:
                curve.paint(painter)
        return is_small or not quickly

    def _curves_in(self, areas: Iterable[QRectF], reach: float) -> Iterable[Curve]:
        """The curves whose rectangle touches one of the areas."""
        wanted = [area.adjusted(-reach, -reach, reach, reach) for area in areas]
        still = [curve for curve in self.curves.values() if curve.link.id not in self._dragged]
        if any(area.contains(self._extent) for area in wanted):
            return still
        return [curve for curve in still if any(area.intersects(curve.bounds) for area in wanted)]

    def draw_above(self, painter: QPainter) -> None:
        """Draw the links that are selected, dragged or stand out, over everything."""
        standing_out = self._overlay.links if self._overlay else frozenset()
        above = self._dragged | ((self._selected | standing_out) & self.curves.keys())
        for link in above:
            self.curves[link].paint(painter, chosen=link in self._selected)
