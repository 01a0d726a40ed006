"""All links of the canvas: which are shown, where they run, and how they are drawn at each scale."""

from collections.abc import Callable, Collection, Iterable, Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

from foresight.core.document import Id
from foresight.core.spacing import Point
from foresight.methods.network.marks import STEPS, Rect, clear_share, hidden, on_bow
from foresight.methods.network.model import NODE
from foresight.methods.network.view_links import BENDS, MARK, Curve, CurveIndex, Piece, paint_quickly
from foresight.methods.network.view_nodes import FAR
from foresight.model.drivers import Link

MANY = 300
"""Links; as many are drawn in full at every scale, more of them only from NEAR on and when nothing moves."""
NEAR = 0.6
OVER = 12.0
"""How far head, mark and bars of a link reach beyond its curve."""
GAP = 5.0
"""Between a link and a driver that it passes."""


class LinkLayer:
    """Curves by the ids of their links. ``redraw(area)`` is called for what must be painted anew."""

    def __init__(self, redraw: Callable[[QRectF], None]) -> None:
        self.curves: dict[Id, Curve] = {}
        self.least = 0
        """Weaker links are not shown."""
        self._contested: Collection[Id] = ()
        self._redraw = redraw
        self._index = CurveIndex()
        self._of: dict[Id, set[Id]] = {}
        self._dragged: set[Id] = set()

    # What there is

    def render(self, links: Collection[Link], spots: Mapping[Id, QPointF], moved: Collection[Id]) -> None:
        """Show these links between drivers at these points; those at ``moved`` ones run anew."""
        fresh = {link.id: link for link in links}
        gone = [one for one in self.curves if one not in fresh]
        for one in gone:
            self._remove(one)
        changed = bool(gone or moved)
        for link in fresh.values():
            known = self.curves.get(link.id)
            if known is None or known.link is not link or link.source in moved or link.target in moved:
                if known is not None:
                    self._remove(link.id)
                self._add(Curve(link, spots[link.source], spots[link.target]))
                changed = True
        if changed and len(fresh) <= MANY:
            self._clear_up([_box(spot) for spot in spots.values()], fresh)

    def _clear_up(self, boxes: list[Rect], links: Iterable[Id]) -> None:
        """Let links run around boxes, and put the signs where they are seen, as far as there is room."""
        pairs = {(curve.link.source, curve.link.target) for curve in self.curves.values()}
        taken: list[Point] = []
        for link in links:
            curve = self.curves[link]
            bend = _clear_bend(curve, boxes, (curve.link.target, curve.link.source) in pairs)
            if bend != curve.bend:
                self._remove(link)
                way, curve = curve.way, Curve(curve.link, *curve.ends, bend)
                curve.way = way
                self._add(curve)
            share = _clear_share(curve, boxes, taken)
            if share != curve.share:
                curve.put_mark(share)
                self._redraw(curve.bounds)
            taken.append(on_bow(curve.bow, share))

    def show_contested(self, links: Collection[Id]) -> None:
        """Mark these links, and only these, as seen differently by groups."""
        before, self._contested = self._contested, links
        for link in set(before) ^ set(links):
            curve = self.curves.get(link)
            if curve is not None:
                curve.is_contested = link in links
                self._redraw(curve.bounds)

    def shows_link(self, link: Link) -> bool:
        """Whether a link is strong enough to be shown."""
        return link.strength >= self.least

    def show_from(self, least: int) -> None:
        """Show only links that are at least so strong (0..3)."""
        for curve in self.curves.values():
            self._index.discard(curve)
        self.least = least
        for curve in self.curves.values():
            self._put_in(curve)

    def _put_in(self, curve: Curve) -> None:
        if self.shows_link(curve.link):
            self._index.add(curve)

    def _add(self, curve: Curve) -> None:
        self.curves[curve.link.id] = curve
        curve.is_contested = curve.link.id in self._contested
        for end in (curve.link.source, curve.link.target):
            self._of.setdefault(end, set()).add(curve.link.id)
        self._put_in(curve)
        self._redraw(curve.bounds)

    def _remove(self, link: Id) -> None:
        curve = self.curves.pop(link)
        for end in (curve.link.source, curve.link.target):
            self._of[end].discard(link)
        self._index.discard(curve)
        self._redraw(curve.bounds)

    # Dragging

    def begin_drag(self, drivers: Iterable[Id]) -> None:
        """From now on these drivers move, and their links with them."""
        links = {link for driver in drivers for link in self._of.get(driver, ())}
        self._dragged = {link for link in links if self.shows_link(self.curves[link].link)}
        for link in self._dragged:
            self._index.discard(self.curves[link])
            self._redraw(self.curves[link].bounds)

    def follow(self, spots: Callable[[Id], QPointF]) -> QRectF:
        """Let the links of the dragged drivers run to where those are now; the area that must be painted."""
        area = QRectF()
        for link in self._dragged:
            old = self.curves[link]
            fresh = Curve(old.link, spots(old.link.source), spots(old.link.target), old.bend)
            self.curves[link] = fresh
            area = area.united(old.bounds).united(fresh.bounds)
        return area

    def end_drag(self) -> None:
        """The dragged drivers stand still again."""
        for link in self._dragged:
            self._index.add(self.curves[link])
            self._redraw(self.curves[link].bounds)
        self._dragged = set()

    # Drawing

    def at(self, point: QPointF, reach: float) -> Id | None:
        """The link that passes a point within ``reach``, or None."""
        curve = self._index.at(point, reach)
        return curve.link.id if curve else None

    def draw(self, painter: QPainter, areas: Iterable[QRectF], everything: QRectF, moving: bool) -> bool:
        """Draw what lies in these areas; whether it would look the same if nothing moved."""
        scale = painter.worldTransform().m11()
        are_many = len(self.curves) > MANY
        is_small = scale < FAR or (are_many and scale < NEAR)
        quickly = is_small or (are_many and moving)
        reach = 1 / scale if quickly else OVER
        wide = [area.adjusted(-reach, -reach, reach, reach) for area in areas]
        if are_many and scale < FAR:
            curves = self._in(wide, everything)
            paint_quickly(painter, ((curve.link.sign, curve.chord) for curve in curves), moving)
            return not moving
        pieces: dict[Piece, None] = {}
        for area in wide:
            pieces |= self._index.near(area)
        if quickly:
            paint_quickly(painter, ((piece.sign, piece.line) for piece in pieces), moving)
        else:
            for curve in {piece.curve: None for piece in pieces}:
                curve.paint(painter)
        return not (quickly and moving)

    def _in(self, areas: Collection[QRectF], everything: QRectF) -> Iterable[Curve]:
        """The curves whose rectangles touch one of the areas."""
        still = [
            curve for link, curve in self.curves.items() if link not in self._dragged and self.shows_link(curve.link)
        ]
        if any(area.contains(everything) for area in areas):
            return still
        return [curve for curve in still if any(area.intersects(curve.bounds) for area in areas)]

    def draw_above(self, painter: QPainter, selected: Collection[Id], standing_out: Collection[Id]) -> None:
        """Draw the links that are selected, dragged or stand out, over everything, also those that are else hidden."""
        for link in self._dragged | ({*selected, *standing_out} & self.curves.keys()):
            thin = link in self._dragged and len(self.curves) > MANY
            self.curves[link].paint(painter, link in selected, thin)


def _box(middle: QPointF) -> Rect:
    x, y = middle.x(), middle.y()
    return x - NODE[0] / 2, y - NODE[1] / 2, x + NODE[0] / 2, y + NODE[1] / 2


def _near(boxes: Iterable[Rect], area: QRectF) -> list[Rect]:
    """The boxes that touch an area."""
    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
    return [box for box in boxes if box[0] <= right and box[2] >= left and box[1] <= bottom and box[3] >= top]


def _clear_bend(curve: Curve, boxes: list[Rect], is_mutual: bool) -> float:
    """How a link bows so that boxes hide least of it; not to where the link back runs.

    Found anew only where something else stands in its way than when it was found.
    """
    reach = QLineF(*curve.ends).length() * max(BENDS) / 2 + GAP
    area = QRectF(*curve.ends).normalized().adjusted(-reach, -reach, reach, reach)
    others = [box for box in _near(boxes, area) if not _at_end(box, curve.ends)]
    if curve.way == (others, is_mutual):
        return curve.bend
    curve.way = others, is_mutual
    best, least = BENDS[0], STEPS
    for bend in BENDS:
        if bend > 0 or not is_mutual:
            behind = hidden(Curve(curve.link, *curve.ends, bend).bow, others, GAP) if others else 0
            if behind < least:
                best, least = bend, behind
        if not least:
            break
    return best


def _clear_share(curve: Curve, boxes: list[Rect], taken: Iterable[Point]) -> float:
    """Where on a link the mark of its sign is seen, found anew only where it stands beside something else."""
    area = curve.bounds.adjusted(-MARK, -MARK, MARK, MARK)
    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
    marks = [point for point in taken if left <= point[0] <= right and top <= point[1] <= bottom]
    beside = _near(boxes, curve.bounds), marks
    if curve.beside == beside:
        return curve.share
    curve.beside = beside
    return clear_share(curve.bow, 0.5, (0.15, 0.85), *beside, MARK)


def _at_end(box: Rect, ends: tuple[QPointF, QPointF]) -> bool:
    """Whether a box is that of one of the two drivers."""
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    return any(abs(end.x() - middle[0]) < 0.5 and abs(end.y() - middle[1]) < 0.5 for end in ends)
