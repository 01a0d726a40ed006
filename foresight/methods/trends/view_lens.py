"""What the views look through: whose ratings are shown, and which trends."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.memo import for_latest
from foresight.core.spacing import Point
from foresight.core.words import _
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.theme import icon
from foresight.methods.trends.analysis import Filter, Row, rows, tags
from foresight.methods.trends.model import Scores, rate_as
from foresight.model.groups import Group, Groups
from foresight.model.ratings import ZONES, Ratings
from foresight.model.trends import CATEGORIES, KINDS, RINGS


class Lens(QObject):
    """Whose ratings the map shows and sets, and which trends pass the filter. ``turned`` when one of them changed."""

    turned = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.group: Id | None = None
        """None: the median of all groups."""
        self.filter = Filter()
        self.table = for_latest(rows)
        """document -> all trends with their figures."""
        self._shown = for_latest(_shown)

    def shown(self, document: Document) -> tuple[Row, ...]:
        """The trends that pass the filter."""
        return self._shown(self.table(document), self.filter)

    def places(self, document: Document) -> dict[Id, Point]:
        """Impact and uncertainty of each trend shown that is rated on both: the group's, or the median of all."""
        shown = self.shown(document)
        if self.group is None:
            return {
                row.id: (row.standing.impact, row.standing.uncertainty) for row in shown if row.standing is not None
            }
        own = {rating.subject: rating for rating in document[Ratings].ratings if rating.group == self.group}
        found = {}
        for row in shown:
            rating = own.get(row.id)
            if rating is not None and rating.impact is not None and rating.uncertainty is not None:
                found[row.id] = (rating.impact, rating.uncertainty)
        return found

    def group_name(self, document: Document) -> str:
        """The name of the group whose ratings are shown; "" for the median of all."""
        found = document.find(self.group, Group) if self.group else None
        return found.name if found else ""

    @property
    def may_rate(self) -> bool:
        """Whether it is clear whose rating is set: a group is chosen, or there is one at most."""
        return self.group is not None or len(self.session.document[Groups].groups) < 2

    def rate(self, scores: Mapping[Id, Scores]) -> bool:
        """Set scores of trends for the group; only while ``may_rate``."""
        return self.session.do(rate_as(self.group, scores))

    def look_as(self, group: Id | None) -> None:
        """Show the ratings of this group, or the median of all for None."""
        if group != self.group:
            self.session.seal()
            self.group = group
            self.turned.emit()

    def look_for(self, **wishes: Any) -> None:
        """Change the filter."""
        wanted = replace(self.filter, **wishes)
        if wanted != self.filter:
            self.filter = wanted
            self.turned.emit()

    def forget_group(self, document: Document) -> None:
        """Back to the median when the group is gone."""
        if self.group is not None and document.find(self.group, Group) is None:
            self.group = None


def _shown(table: tuple[Row, ...], wanted: Filter) -> tuple[Row, ...]:
    return table if wanted == Filter() else tuple(row for row in table if wanted.admits(row))


class _Search(QLineEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class LensBar(QWidget):
    """The controls of the lens: whose ratings, search, and a row of filters that folds away."""

    def __init__(self, lens: Lens) -> None:
        super().__init__()
        self.lens = lens
        self._groups: list[Id | None] = [None]
        self._wishes: dict[str, list[Any]] = {}
        self.boxes: dict[str, QComboBox] = {}
        self.rater = _box(_("Rating as"))
        self.rater.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.rater.setMaximumWidth(280)
        self.rater.activated.connect(lambda at: lens.look_as(self._groups[at]))
        self.search = _Search()
        self.search.setPlaceholderText(_("Find trends"))
        self.search.setAccessibleName(_("Find trends"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(220)
        self.search.textChanged.connect(lambda text: lens.look_for(text=text))
        self.fold = QToolButton()
        self.fold.setText(_("Filter"))
        self.fold.setIcon(icon("filter"))
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setCheckable(True)
        self.fold.setAccessibleName(_("Filter"))
        self.count = plain_label("", "muted", wrap=False)
        self.clear = QToolButton()
        self.clear.setText(_("Show all"))
        self.clear.setAccessibleName(_("Show all"))
        self.clear.clicked.connect(self.show_all)
        self._lay_out()
        lens.turned.connect(self._show_wishes)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        title = plain_label(_("Rating as"), "muted", wrap=False)
        title.setBuddy(self.rater)
        top.addWidget(title)
        top.addWidget(self.rater)
        top.addStretch()
        top.addWidget(self.count)
        top.addWidget(self.clear)
        top.addWidget(self.search)
        top.addWidget(self.fold)
        folded = QWidget()
        row = QHBoxLayout(folded)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for name, every in _wishes():
            box = self.boxes[name] = _box(every)
            box.activated.connect(lambda at, name=name: self.lens.look_for(**{name: self._wishes[name][at]}))
            row.addWidget(box, 1)
        folded.hide()
        self.fold.toggled.connect(folded.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(folded)

    def show_all(self) -> None:
        """Take the filter away."""
        self.search.clear()
        self.lens.look_for(category=None, kind=None, ring=None, zone=None, tag="")

    def render_document(self, document: Document) -> None:
        """Learn what groups and tags there are."""
        self.lens.forget_group(document)
        held = document[Groups].groups
        self._groups = [None, *(group.id for group in held)] if len(held) != 1 else [None]
        names = [_("All groups (median)"), *(group.name for group in held)] if len(held) > 1 else []
        _fill(self.rater, names or [held[0].name if held else _("Room")])
        known = tags(document)
        if self.lens.filter.tag and self.lens.filter.tag not in known:
            self.lens.filter = replace(self.lens.filter, tag="")
        options: dict[str, Mapping[Any, str]] = {
            "category": CATEGORIES, "kind": KINDS, "ring": RINGS, "zone": ZONES
        }  # fmt: skip
        for name, every in _wishes():
            texts = dict.fromkeys(known) if name == "tag" else options[name]
            self._wishes[name] = ["" if name == "tag" else None, *texts]
            _fill(self.boxes[name], [every, *(_(text) if text else key for key, text in texts.items())])
        self.boxes["tag"].setEnabled(bool(known))
        self._show_wishes()

    def _show_wishes(self) -> None:
        lens = self.lens
        self.rater.setCurrentIndex(self._groups.index(lens.group) if lens.group in self._groups else 0)
        for name, box in self.boxes.items():
            box.setCurrentIndex(self._wishes[name].index(getattr(lens.filter, name)))
        if self.search.text() != lens.filter.text:
            self.search.setText(lens.filter.text)
        document = lens.session.document
        is_narrow = lens.filter != Filter()
        self.count.setText(
            _("{shown} of {all} shown").format(shown=len(lens.shown(document)), all=len(lens.table(document)))
            if is_narrow
            else ""
        )
        self.clear.setVisible(is_narrow)


def _wishes() -> tuple[tuple[str, str], ...]:
    """The fields of the filter that have a box, each with its text for "no wish"."""
    return (
        ("category", _("All categories")),
        ("kind", _("All kinds")),
        ("ring", _("All rings")),
        ("zone", _("All zones")),
        ("tag", _("All tags")),
    )


def _box(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(10)
    return made


def _fill(box: QComboBox, texts: list[str]) -> None:
    if texts != [box.itemText(at) for at in range(box.count())]:
        box.clear()
        box.addItems(texts)
