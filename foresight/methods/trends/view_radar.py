"""The trend radar: blips are dragged to another ring or sector."""

from collections.abc import Sequence
from math import cos, degrees, pi, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QHBoxLayout, QStyleOptionGraphicsItem, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit, together
from foresight.core.words import _
from foresight.kit.labels import plain_label
from foresight.kit.theme import colour, font
from foresight.methods.trends.analysis import Row, blind_spots
from foresight.methods.trends.dots import RING_TINTS
from foresight.methods.trends.placing import RADII, at_bearing, cell_at, radar
from foresight.methods.trends.view_canvas import DotCanvas
from foresight.methods.trends.view_dots import Dot, dot_radius, paint_key
from foresight.methods.trends.view_lens import Lens
from foresight.methods.trends.view_rating import Rater
from foresight.methods.trends.view_tray import Tray
from foresight.methods.trends.view_twin import WIDEST, Heap, Twin
from foresight.model.trends import CATEGORIES, RINGS, Category, Kind, Ring, Trend, change_trend


class Disc(QGraphicsItem):
    """What lies under the blips: rings and sectors with their names."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.area = QRectF()
        self.whole = 1.0
        """The radius in pixels; the centre is the origin."""
        self.counts: dict[Category, int] = {}
        self.kinds: Sequence[Kind] = ()

    def boundingRect(self) -> QRectF:
        return self.area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(QPen(colour("line"), 1))
        for ring, share in reversed(list(zip(RINGS, RADII, strict=True))):
            painter.setBrush(colour(RING_TINTS[ring]))
            painter.drawEllipse(QPointF(0, 0), share * self.whole, share * self.whole)
        for sector in range(len(CATEGORIES)):
            x, y = at_bearing(self.whole, sector * tau / len(CATEGORIES))
            painter.drawLine(QPointF(0, 0), QPointF(x, -y))
        self._paint_rings(painter)
        self._paint_sectors(painter)
        tall = QFontMetricsF(font("small")).height()
        paint_key(painter, self.kinds, QPointF(self.area.left() + 4, self.area.bottom() - tall), self.area.width())

    def _paint_rings(self, painter: QPainter) -> None:
        """The names of the rings, upwards along the first boundary; the last may reach over the rim."""
        over = 10.0
        for (ring, name), inner, outer in zip(RINGS.items(), (0.0, *RADII), RADII, strict=False):
            room = (outer - inner) * self.whole - 4 + (over if outer == RADII[-1] else 0)
            face = font("small")
            wide = QFontMetricsF(face).horizontalAdvance(_(name))
            if wide > room:
                face.setPixelSize(max(9, int(face.pixelSize() * room / wide)))
            metrics = QFontMetricsF(face)
            half = metrics.horizontalAdvance(_(name)) / 2 + 2
            painter.save()
            painter.translate(0, -(inner + outer) / 2 * self.whole - (over / 2 if outer == RADII[-1] else 0))
            painter.rotate(-90)
            box = QRectF(-half, -metrics.height() / 2, 2 * half, metrics.height())
            painter.fillRect(box, colour(RING_TINTS[ring]))
            painter.setFont(face)
            painter.setPen(colour("muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _(name))
            painter.restore()

    def _paint_sectors(self, painter: QPainter) -> None:
        """The names of the sectors around the rim, each with how many trends it shows."""
        face = font("small", semibold=True)
        tall = QFontMetricsF(face).height()
        painter.setFont(face)
        for index, (category, name) in enumerate(CATEGORIES.items()):
            n = self.counts.get(category, 0)
            angle = (index + 0.5) * tau / len(CATEGORIES)
            upper = cos(angle) > -0.01
            x, y = at_bearing(self.whole + 3 + tall / 2, angle)
            painter.save()
            painter.translate(x, -y)
            painter.rotate(degrees(angle) if upper else degrees(angle - pi))
            painter.setPen(colour("ink" if n else "muted"))
            painter.drawText(QRectF(-150, -tall / 2, 300, tall), Qt.AlignmentFlag.AlignCenter, f"{_(name)} {n}")
            painter.restore()


class RadarCanvas(DotCanvas):
    """The radar with its blips; the tray below holds what has no ring yet."""

    def __init__(self, lens: Lens, rater: Rater) -> None:
        super().__init__(lens, rater, _("Trend radar"))
        self.disc = Disc()
        self.tray = Tray()
        for item in (self.disc, self.tray):
            self.scene().addItem(item)
        lens.turned.connect(self.arrange)

    def lay_out(self, document: Document, area: QRectF) -> None:
        shown = self.lens.shown(document)
        ringless = [row.id for row in shown if row.trend.ring is None]
        title = _("Not on the radar yet: {n}").format(n=len(ringless)) if ringless else ""
        disc = self.disc
        disc.kinds = tuple({row.trend.kind for row in shown})
        key = 24.0 if set(disc.kinds) - {"trend"} else 0.0
        self.tray.fill(title, ringless, QRectF(area))
        rim = QFontMetricsF(font("small")).height() + 8
        room = area.height() - self.tray.height - key
        disc.whole = max(60.0, min(area.width(), room) / 2 - rim)
        centre = QPointF(area.center().x(), area.top() + room / 2)
        disc.prepareGeometryChange()
        disc.setPos(centre)
        disc.area = area.adjusted(0, 0, 0, -self.tray.height).translated(-centre)
        disc.counts = {
            c: sum(row.trend.category == c and row.trend.ring is not None for row in shown) for c in CATEGORIES
        }
        disc.update()
        layout = radar((row.trend for row in shown), dot_radius() / disc.whole)
        places = {blip.trend: centre + QPointF(blip.x, -blip.y) * disc.whole for blip in layout.blips}
        radii = {
            **dict.fromkeys(places, layout.radius * disc.whole),
            **dict.fromkeys(self.tray.places, self.tray.radius),
        }
        self.show_dots(shown, {**places, **self.tray.places}, radii)
        for row in shown:
            if row.id in places:
                self.dots[row.id].show_status(row.trend.status, centre)

    def cell_under(self, at: QPointF) -> tuple[Category, Ring] | None:
        """The sector and ring at a point of the canvas, or None outside the radar."""
        point = (at - self.disc.pos()) / self.disc.whole
        return cell_at((point.x(), -point.y()))

    def on_dropped(self, dots: Sequence[Dot]) -> None:
        edits = []
        for dot in dots:
            if dot.row is not None:
                category, ring = self.cell_under(dot.pos()) or (dot.row.trend.category, None)
                edits.append(change_trend(dot.row.id, category=category, ring=ring))
        self._do(edits)

    def reading_at(self, dot: Dot) -> str:
        under = self.cell_under(dot.pos())
        return f"{_(CATEGORIES[under[0]])}, {_(RINGS[under[1]])}" if under else _("Not on the radar")

    def on_arrow(self, trends: Sequence[Id], across: int, up: int) -> None:
        """Up and down: outwards and inwards; left and right: to the next sector, clockwise to the right."""
        held = [trend for one in trends if (trend := self.session.document.find(one, Trend)) is not None]
        self._do([change_trend(trend.id, **_moved(trend, across, up)) for trend in held])

    def _do(self, edits: list[Edit]) -> None:
        if edits:
            self.session.do(together(edits[0].label, edits))


def _moved(trend: Trend, across: int, up: int) -> dict[str, str]:
    """The category and ring one step on; a trend without a ring comes to the outermost."""
    categories, rings = list(CATEGORIES), list(RINGS)
    category = categories[(categories.index(trend.category) + across) % len(categories)]
    ring = rings[-1] if trend.ring is None else rings[min(len(rings) - 1, max(0, rings.index(trend.ring) + up))]
    return {"category": category, "ring": ring}


class RadarView(QWidget):
    """The radar, and beside it every number with its name, by sector; empty sectors are named."""

    def __init__(self, lens: Lens, rater: Rater) -> None:
        super().__init__()
        self.lens = lens
        self.canvas = RadarCanvas(lens, rater)
        self.twin = Twin(lens.session, rater, _("Trends by category"))
        self.warning = plain_label("", "small")
        side = QWidget()
        side.setMaximumWidth(WIDEST)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.twin, 1)
        beside.addWidget(self.warning)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.canvas, 2)
        row.addWidget(side, 1)
        self.setFocusProxy(self.canvas)
        lens.turned.connect(lambda: self._render_twin(lens.session.document))

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.canvas.render_document(document)
        self._render_twin(document)

    def _render_twin(self, document: Document) -> None:
        shown = self.lens.shown(document)
        heaps = [Heap(_(name), "raised", _of(shown, category), _("none yet")) for category, name in CATEGORIES.items()]
        self.twin.show_heaps(heaps)
        said = blind_spots(document)
        self.warning.setText(said)
        self.warning.setVisible(bool(said))


def _of(shown: Sequence[Row], category: Category) -> tuple[Row, ...]:
    """The trends of a sector, ring by ring from the centre outwards."""
    rings = [*RINGS, None]
    found = [row for row in shown if row.trend.category == category]
    return tuple(sorted(found, key=lambda row: rings.index(row.trend.ring)))
