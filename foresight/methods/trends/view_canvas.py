"""A canvas with numbered dots: select, drag, walk and rate them. The map and the radar fill it in."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsScene

from foresight.core.document import Document, Id
from foresight.kit.canvas import Canvas
from foresight.methods.trends.analysis import Row
from foresight.methods.trends.view_dots import Dot, Words
from foresight.methods.trends.view_lens import Lens
from foresight.methods.trends.view_rating import Rater

SMALLEST = 240, 220
"""The least width and height that is laid out, in pixels; a smaller window scrolls."""
WALK = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class DotCanvas(Canvas):
    """Dots with a place each, and a tray for those without. ``wants_delete`` when the Delete key was pressed."""

    wants_delete = Signal()

    def __init__(self, lens: Lens, rater: Rater, name: str) -> None:
        self._held = QGraphicsScene()
        super().__init__(self._held, name)
        self.lens, self.rater, self.session = lens, rater, lens.session
        self.dots: dict[Id, Dot] = {}
        self.words = Words()
        self._held.addItem(self.words)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.session.selection_changed.connect(self.show_selection)
        rater.given_up.connect(self.arrange)

    # What the map and the radar fill in.

    @abstractmethod
    def lay_out(self, document: Document, area: QRectF) -> None:
        """Put everything in its place on this area: call ``show_dots``."""

    @abstractmethod
    def on_dropped(self, dots: Sequence[Dot]) -> None:
        """These dots were dragged somewhere else."""

    @abstractmethod
    def reading_at(self, dot: Dot) -> str:
        """What it would mean to drop the dot where it is."""

    @abstractmethod
    def on_arrow(self, trends: Sequence[Id], across: int, up: int) -> None:
        """An arrow key: -1, 0 or 1 to the right and up, for these trends."""

    # What they use.

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.arrange()

    def arrange(self) -> None:
        """Put everything in its place; whatever is being dragged goes home."""
        room = self.viewport().size()
        area = QRectF(0, 0, max(room.width(), SMALLEST[0]), max(room.height(), SMALLEST[1]))
        self._held.setSceneRect(area)
        self.lay_out(self.session.document, area)
        self.show_selection()

    def show_dots(self, rows: Sequence[Row], places: Mapping[Id, QPointF], radii: Mapping[Id, float]) -> None:
        """Show these trends at these points, and no others."""
        for gone in self.dots.keys() - places.keys():
            self._held.removeItem(self.dots.pop(gone))
        movable = not self.session.read_only
        for row in rows:
            if row.id not in places:
                continue
            if row.id not in self.dots:
                self.dots[row.id] = Dot(self._on_drop, self._on_drag)
                self._held.addItem(self.dots[row.id])
            self.dots[row.id].show_row(row, places[row.id], radii[row.id], movable=movable)

    def fit(self, area: QRectF | None = None, margin: float = 24.0) -> None:
        """Everything, at life size: the picture always fills the window."""
        self.resetTransform()
        self.arrange()
        self.zoomed.emit(self.scale_now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    # Selection

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._take_selection()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._take_selection()

    def _take_selection(self) -> None:
        chosen = [dot for dot in self.dots.values() if dot.isSelected() and dot.row is not None]
        self.session.select(*(dot.row.id for dot in sorted(chosen, key=_number) if dot.row))

    def show_selection(self) -> None:
        """Show what is selected in the session, with its title when it is one trend."""
        chosen = set(self.session.selection)
        for trend, dot in self.dots.items():
            dot.setSelected(trend in chosen)
        only = [self.dots[trend] for trend in chosen if trend in self.dots]
        if len(only) == 1 and only[0].row is not None:
            self._say(f"{only[0].row.number} {only[0].row.trend.title}", only[0])
        else:
            self.words.hide()

    def _say(self, text: str, dot: Dot) -> None:
        self.words.show_beside(text, dot.pos(), dot.radius + 3, self._held.sceneRect())

    # Dragging

    def _on_drag(self, dot: Dot) -> None:
        self._say(self.reading_at(dot), dot)

    def _on_drop(self) -> None:
        moved = [dot for dot in self.dots.values() if dot.pos() != dot.home]
        self.session.seal()
        self.on_dropped(moved)
        if self.rater.is_asking:
            return
        self.arrange()

    # Keys

    def selected(self) -> tuple[Id, ...]:
        """The selected trends that are on the canvas."""
        return tuple(trend for trend in self.session.selection if trend in self.dots)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        key, chosen = Qt.Key(event.key()), self.selected()
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and key in arrows and chosen:
            self.on_arrow(chosen, *arrows[key])
        elif plain and (key in WALK or key in arrows):
            self.walk(WALK.get(key, 1))
        elif plain and key == Qt.Key.Key_Delete and chosen:
            self.wants_delete.emit()
        elif plain and key == Qt.Key.Key_Escape and chosen:
            self.session.select()
        elif not self.rater.hear(event, chosen, self._below(chosen)):
            super().keyPressEvent(event)

    def walk(self, step: int) -> None:
        """Select the next trend on the canvas by number, or the one before for a step of -1."""
        order = [dot.row.id for dot in sorted(self.dots.values(), key=_number) if dot.row is not None]
        chosen = self.selected()
        if order:
            at = order.index(chosen[0]) + step if chosen else 0
            self.session.select(order[at % len(order)])

    def _below(self, trends: Sequence[Id]) -> QPoint:
        """Where to ask about these trends, on the screen."""
        at = self.mapFromScene(self.dots[trends[0]].pos()) if trends else self.viewport().rect().center()
        return self.viewport().mapToGlobal(at)


def _number(dot: Dot) -> int:
    return dot.row.number if dot.row else 0
