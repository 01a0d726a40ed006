"""The impact x uncertainty map: dots are dragged, nudged or typed to their ratings."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QHBoxLayout, QStyleOptionGraphicsItem, QWidget

from foresight.core.document import Document, Id
from foresight.core.words import _, number
from foresight.kit.theme import colour, font, look
from foresight.methods.trends.analysis import Row, impact_words, into_zones, uncertainty_words
from foresight.methods.trends.dots import CROSSES
from foresight.methods.trends.placing import Plane, burst
from foresight.methods.trends.view_canvas import DotCanvas
from foresight.methods.trends.view_dots import Dot, dot_radius, paint_key
from foresight.methods.trends.view_lens import Lens
from foresight.methods.trends.view_lines import Frame, ZoneLine
from foresight.methods.trends.view_rating import Rater
from foresight.methods.trends.view_tray import Tray
from foresight.methods.trends.view_twin import Heap, Twin
from foresight.model.ratings import ZONES, Ratings, Zone
from foresight.model.trends import Kind


class Ground(QGraphicsItem):
    """What lies under the dots: zones, scales, crosses."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.area = QRectF()
        self.frame = Frame(Plane(1, 1), 0, 0, 0)
        self.lines = Ratings()
        self.crosses: list[tuple[QRectF, QPointF]] = []
        """The middle half of the ratings of a trend as a rectangle, and the point its cross goes through."""
        self.leads: list[tuple[QPointF, QPointF]] = []
        """From the dot of a group to the median of all."""
        self.kinds: Sequence[Kind] = ()

    def boundingRect(self) -> QRectF:
        return self.area

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        self._paint_zones(painter)
        self._paint_scales(painter)
        painter.setPen(QPen(colour("muted"), 1, Qt.PenStyle.DotLine))
        for own, median in self.leads:
            painter.drawLine(own, median)
        painter.setPen(QPen(colour("muted"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for _own, median in self.leads:
            painter.drawEllipse(median, 4, 4)
        for middle, at in self.crosses:
            if middle.width() > 1:
                _bar(painter, QPointF(middle.left(), at.y()), QPointF(middle.right(), at.y()), QPointF(0, 3))
            if middle.height() > 1:
                _bar(painter, QPointF(at.x(), middle.top()), QPointF(at.x(), middle.bottom()), QPointF(3, 0))

    def _paint_zones(self, painter: QPainter) -> None:
        frame, whole = self.frame, self.frame.whole
        face = font("small", semibold=True)
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        for zone, (x1, y1, x2, y2) in frame.plane.zones(self.lines).items():
            upper, right = zone in ("critical", "watch"), zone in ("critical", "given")
            top = whole.top() if upper else frame.point((0, y2)).y()
            bottom = frame.point((0, y1)).y() if upper else whole.bottom()
            box = QRectF(whole.left() + x1, top, x2 - x1, bottom - top)
            painter.fillRect(box, colour(zone))
            painter.setPen(colour("ink"))
            words = metrics.elidedText(_(ZONES[zone]), Qt.TextElideMode.ElideRight, box.width() - 12)
            y = box.top() if upper else box.bottom() - frame.strip
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            place = QRectF(box.left() + 6, y, box.width() - 12, frame.strip)
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_scales(self, painter: QPainter) -> None:
        frame, whole = self.frame, self.frame.whole
        face = font("small")
        metrics = QFontMetricsF(face)
        tall = metrics.height()
        painter.setFont(face)
        painter.setPen(colour("muted"))
        for score in range(1, 6):
            at = frame.point(frame.plane.at(score, score))
            painter.drawText(QRectF(at.x() - 20, whole.bottom() + 1, 40, tall), _CENTRE, str(score))
            painter.drawText(QRectF(whole.left() - 24, at.y() - tall / 2, 20, tall), _RIGHT, str(score))
        _paint_axis(painter, impact_words(), QRectF(whole.left(), whole.bottom() + tall + 2, whole.width(), tall))
        painter.save()
        painter.translate(self.area.left(), whole.bottom())
        painter.rotate(-90)
        _paint_axis(painter, uncertainty_words(), QRectF(0, 0, whole.height(), tall))
        painter.restore()
        paint_key(painter, self.kinds, QPointF(whole.left(), whole.bottom() + 2.5 * tall + 8), whole.width())


_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _paint_axis(painter: QPainter, words: tuple[str, str, str], box: QRectF) -> None:
    """What both ends of a scale mean, and its name in the middle where there is room."""
    low, name, high = words
    face, bold = font("small"), font("small", semibold=True)
    metrics = QFontMetricsF(face)
    half = box.width() / 2 - 4
    painter.setFont(face)
    painter.setPen(colour("muted"))
    painter.drawText(box, _LEFT, metrics.elidedText(low, Qt.TextElideMode.ElideRight, half))
    painter.drawText(box, _RIGHT, metrics.elidedText(high, Qt.TextElideMode.ElideRight, half))
    ends = 2 * max(metrics.horizontalAdvance(low), metrics.horizontalAdvance(high))
    if ends + QFontMetricsF(bold).horizontalAdvance(name) + 16 <= box.width():
        painter.setFont(bold)
        painter.setPen(colour("ink"))
        painter.drawText(box, _CENTRE, name)


def _bar(painter: QPainter, start: QPointF, end: QPointF, cap: QPointF) -> None:
    painter.drawLine(start, end)
    for at in (start, end):
        painter.drawLine(at - cap, at + cap)


class MapCanvas(DotCanvas):
    """The plane with its dots; the tray below holds what is not rated yet."""

    def __init__(self, lens: Lens, rater: Rater) -> None:
        super().__init__(lens, rater, _("Map of impact and uncertainty"))
        self.ground = Ground()
        self.tray = Tray()
        self.lines = ZoneLine(self.session, across=True), ZoneLine(self.session, across=False)
        for item in (self.ground, self.tray, *self.lines):
            self.scene().addItem(item)
        self._picture: object = None
        lens.turned.connect(self.arrange)

    def lay_out(self, document: Document, area: QRectF) -> None:
        lens = self.lens
        shown, places = lens.shown(document), lens.places(document)
        kept = [(row.id, row.number, row.trend.kind, row.trend.status) for row in shown]
        picture = (area, document[Ratings], lens.group_name(document), kept, places, look(), dot_radius())
        if picture == self._picture:  # titles and texts may be others: nothing has to move or to be painted anew
            homes = {trend: dot.home for trend, dot in self.dots.items()}
            self.show_dots(shown, homes, {trend: dot.radius for trend, dot in self.dots.items()})
            return
        self._picture = picture
        unrated = [row for row in shown if row.id not in places]
        kinds = {row.trend.kind for row in shown}
        self.tray.fill(_tray_title(lens, document, len(unrated)), [row.id for row in unrated], area)
        tall = QFontMetricsF(font("small")).height()
        left, strip = area.left() + tall + 28, tall + 8
        key = tall + 6 if kinds - {"trend"} else 0
        below = 2 * tall + 6 + key + self.tray.height
        plane = Plane(area.right() - left - 4, area.height() - below - 2 * strip - 4)
        frame = Frame(plane, left, area.top() + 4, strip)
        lines = document[Ratings]
        points, radius = burst(places, lines, plane, dot_radius())
        dots = {trend: frame.point(point) for trend, point in points.items()}
        ground = self.ground
        ground.prepareGeometryChange()
        ground.area, ground.frame, ground.lines, ground.kinds = area, frame, lines, tuple(kinds)
        for line in self.lines:
            line.show_lines(lines, frame)
        radii = {**dict.fromkeys(dots, radius), **dict.fromkeys(self.tray.places, self.tray.radius)}
        self.show_dots(shown, {**dots, **self.tray.places}, radii)

    def show_selection(self) -> None:
        super().show_selection()
        self._show_crosses()

    def _show_crosses(self) -> None:
        """The spread around each dot; of selected trends only when there are many, or a single group is looked at."""
        ground, lens, chosen = self.ground, self.lens, self.session.selection
        on_map = [row for row in lens.shown(self.session.document) if row.id in self.dots]
        on_map = [row for row in on_map if row.id not in self.tray.places]
        if lens.group is not None or len(on_map) > CROSSES:
            on_map = [row for row in on_map if row.id in chosen]
        crosses: list[tuple[QRectF, QPointF]] = []
        leads: list[tuple[QPointF, QPointF]] = []
        for row in on_map:
            middle, at = _middle_half(row, ground.frame), self.dots[row.id].home
            if lens.group is not None and row.standing is not None:
                own = at
                at = ground.frame.point(ground.frame.plane.at(row.standing.impact, row.standing.uncertainty))
                leads.append((own, at))
            if middle is not None:
                crosses.append((middle, at))
        if (crosses, leads) != (ground.crosses, ground.leads):
            ground.crosses, ground.leads = crosses, leads
            ground.update()

    def on_dropped(self, dots: Sequence[Dot]) -> None:
        scores: dict[Id, Mapping[str, float | None]] = {}
        for dot in dots:
            if dot.row is None:
                continue
            if self.tray.holds(dot.pos()):
                if dot.row.id not in self.tray.places:
                    scores[dot.row.id] = {"impact": None, "uncertainty": None}
                continue
            impact, uncertainty = self.ground.frame.scores(dot.pos())
            scores[dot.row.id] = {"impact": impact, "uncertainty": uncertainty}
        at = self.mapFromScene(dots[0].pos()) if dots else self.viewport().rect().center()
        self.rater.rate(scores, self.viewport().mapToGlobal(at))

    def reading_at(self, dot: Dot) -> str:
        if self.tray.holds(dot.pos()):
            return _("Not rated")
        impact, uncertainty = self.ground.frame.scores(dot.pos())
        return _("Impact {impact}, uncertainty {uncertainty}").format(
            impact=number(impact), uncertainty=number(uncertainty)
        )

    def on_arrow(self, trends: Sequence[Id], across: int, up: int) -> None:
        self.rater.nudge(trends, across, up, self._below(trends))


def _middle_half(row: Row, frame: Frame) -> QRectF | None:
    """The rectangle of the quartiles of both scales, or None without ratings."""
    if row.impact is None or row.uncertainty is None:
        return None
    low = frame.point(frame.plane.at(row.impact.lower, row.uncertainty.lower))
    high = frame.point(frame.plane.at(row.impact.upper, row.uncertainty.upper))
    return QRectF(low, high).normalized()


def _tray_title(lens: Lens, document: Document, count: int) -> str:
    group = lens.group_name(document)
    if not count:
        return ""
    if group:
        return _("Not rated by {group} yet: {n}").format(group=group, n=count)
    return _("Not rated yet: {n}").format(n=count)


class MapView(QWidget):
    """The map, and beside it every number with its name, by zone."""

    def __init__(self, lens: Lens, rater: Rater) -> None:
        super().__init__()
        self.lens = lens
        self.canvas = MapCanvas(lens, rater)
        self.twin = Twin(lens.session, rater, _("Trends by zone"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.canvas, 2)
        row.addWidget(self.twin, 1)
        self.setFocusProxy(self.canvas)
        lens.turned.connect(lambda: self._render_twin(lens.session.document))

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.canvas.render_document(document)
        self._render_twin(document)

    def _render_twin(self, document: Document) -> None:
        lens = self.lens
        held = into_zones(lens.shown(document), lens.places(document), document[Ratings])
        names: dict[Zone | None, str] = {**{zone: _(name) for zone, name in ZONES.items()}, None: _("Not rated yet")}
        self.twin.show_heaps([Heap(names[zone], zone or "raised", rows) for zone, rows in held.items() if rows])
