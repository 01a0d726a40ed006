"""Rating by digits, arrows and drags: whose rating it is, is asked when it is not clear."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from foresight.core.document import Id
from foresight.core.words import _
from foresight.kit.actions import plain
from foresight.methods.trends.model import Scores
from foresight.methods.trends.view_lens import Lens
from foresight.model.groups import Groups
from foresight.model.ratings import HIGH, LOW, MIDDLE

SHIFTED = {"!": 1, '"': 2, "@": 2, "#": 3, "£": 3, "§": 3, "¤": 4, "$": 4, "%": 5}
"""What Shift and a digit type on common keyboards."""
STEP = 0.5
"""How far an arrow key moves a rating."""


class Rater(QObject):
    """Sets ratings for the group of the lens. While all groups are shown together, a menu asks for whom.

    ``given_up`` when the menu was left without an answer.
    """

    given_up = Signal()

    def __init__(self, lens: Lens, parent: QWidget) -> None:
        super().__init__(parent)
        self.lens = lens
        self.menu: QMenu | None = None
        self._parent = parent

    @property
    def is_asking(self) -> bool:
        """Whether the menu waits for an answer."""
        return self.menu is not None

    def rate(self, scores: Mapping[Id, Scores], at: QPoint) -> None:
        """Set scores of trends; ``at`` is where to ask, on the screen."""
        session = self.lens.session
        if not scores:
            return
        if self.lens.may_rate or session.read_only:
            self.lens.rate(scores)
            return
        menu = QMenu(self._parent)
        menu.setAccessibleName(_("Rate as"))
        menu.addSection(_("Rate as"))
        for group in session.document[Groups].groups:
            made = menu.addAction(plain(group.name or "–"))
            made.triggered.connect(lambda _checked=False, group=group.id: self._answered(group, scores))
        menu.aboutToHide.connect(self._left)
        self.menu = menu
        menu.popup(at)

    def _answered(self, group: Id, scores: Mapping[Id, Scores]) -> None:
        self.lens.look_as(group)
        self.lens.rate(scores)
        name = self.lens.group_name(self.lens.session.document)
        self.lens.session.said.emit(_("Rating as {group}").format(group=name))

    def _left(self) -> None:
        """The menu goes, before it says what was chosen if anything was: until then all is as before."""
        menu, self.menu = self.menu, None
        if menu is not None:
            menu.deleteLater()
        self.given_up.emit()

    def nudge(self, trends: Sequence[Id], across: int, up: int, at: QPoint) -> None:
        """Move trends by half a step: ``across`` in impact, ``up`` in uncertainty; unrated ones begin in the middle."""
        places = self.lens.places(self.lens.session.document)
        scores: dict[Id, Scores] = {}
        for trend in trends:
            impact, uncertainty = places.get(trend, (MIDDLE, MIDDLE))
            if trend in places:
                impact, uncertainty = _held(impact + across * STEP), _held(uncertainty + up * STEP)
            scores[trend] = {"impact": impact, "uncertainty": uncertainty}
        self.rate(scores, at)

    def hear(self, event: QKeyEvent, trends: Sequence[Id], at: QPoint) -> bool:
        """A key: 1 to 5 rates impact, with Shift uncertainty, Backspace takes the rating away. False for any other."""
        wanted = scores_of(event)
        if wanted is None or not trends:
            return False
        self.rate(dict.fromkeys(trends, wanted), at)
        return True


def scores_of(event: QKeyEvent) -> Scores | None:
    """What a key says about a rating, or None."""
    modifiers = event.modifiers()
    if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return None
    if event.key() == Qt.Key.Key_Backspace:
        return {"impact": None, "uncertainty": None}
    digit = event.key() - Qt.Key.Key_0.value
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if shift and not 1 <= digit <= HIGH:
        digit = SHIFTED.get(event.text(), 0)
    if not 1 <= digit <= HIGH:
        return None
    return {"uncertainty": float(digit)} if shift else {"impact": float(digit)}


def _held(score: float) -> float:
    return min(HIGH, max(LOW, score))
