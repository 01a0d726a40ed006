"""The workspace of trends: the map, the radar, the list.

The program begins here, so what is not seen at once is imported when it is first needed.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import N_, _, number
from foresight.kit.actions import action
from foresight.kit.entry import QuickEntry
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState
from foresight.kit.table import Column, ListView
from foresight.kit.workspace import Workspace, deletion
from foresight.methods.trends.analysis import Measure, Row
from foresight.methods.trends.model import driver_of, lines_at_medians, lines_at_middle, make_drivers, renumber
from foresight.methods.trends.placing import radar
from foresight.methods.trends.view_lens import Lens, LensBar
from foresight.methods.trends.view_map import MapView
from foresight.methods.trends.view_rating import Rater
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.ratings import ZONES, Ratings
from foresight.model.trends import (
    CATEGORIES,
    KINDS,
    RINGS,
    Category,
    Trend,
    Trends,
    add_trend,
    change_trend,
    move_trend,
)

if TYPE_CHECKING:
    from foresight.kit.charts import FigureView
    from foresight.kit.fields import Form

MAP, RADAR, LIST = range(3)


class TrendEntry(QWidget):
    """The line in which trends are typed in, for a category that stays chosen."""

    def __init__(self, workspace: "TrendsWorkspace") -> None:
        super().__init__()
        self.line = QuickEntry(workspace.session, _("Add a trend: type and press Enter"), self._edit)
        self.category = QComboBox()
        self.category.setAccessibleName(_("Category of new trends"))
        self.category.addItems([_(name) for name in CATEGORIES.values()])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.category)
        self.setFocusProxy(self.line)

    def _edit(self, text: str) -> Edit:
        categories: tuple[Category, ...] = get_args(Category)
        return add_trend(Trend(title=text, category=categories[self.category.currentIndex()]))


class TrendsWorkspace(Workspace):
    """Collect trends, rate them, see what is critical."""

    reads = (Drivers, Groups, Ratings, Trends)

    def build(self) -> None:
        self.lens = Lens(self.session)
        self.rater = Rater(self.lens, self)
        self.bar = LensBar(self.lens)
        self.set_bar(self.bar)
        self.add_view(_("Map"), self._make_map)
        self.add_view(_("Radar"), self._make_radar)
        self.add_view(_("List"), self._make_list)
        self.entry = TrendEntry(self)
        self.set_footer(self.entry)

    def take_focus(self) -> None:
        """Collecting comes first: the line to type in, whichever view is shown."""
        self.entry.line.setFocus()

    def _make_map(self) -> QWidget:
        made = MapView(self.lens, self.rater)
        made.canvas.wants_delete.connect(self.delete_trends)
        made.twin.wants_delete.connect(self.delete_trends)
        return made

    def _make_radar(self) -> QWidget:
        from foresight.methods.trends.view_radar import RadarView

        made = RadarView(self.lens, self.rater)
        made.canvas.wants_delete.connect(self.delete_trends)
        made.twin.wants_delete.connect(self.delete_trends)
        return made

    def _make_list(self) -> QWidget:
        made = ListView(
            self.session, _("Trends"), _columns(), self.lens.shown, self._deletion, filterable=False
        )  # fmt: skip
        self.lens.turned.connect(lambda: made.render_document(self.session.document))
        return made

    def render_document(self, document: Document) -> None:
        self.bar.render_document(document)
        self.bar.setVisible(not self.is_empty(document))
        super().render_document(document)

    def is_empty(self, document: Document) -> bool:
        return not document[Trends].trends

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("What moves our world?"),
            _("A trend is a direction of change that can be seen today. Collect them here, category by category, let "
              "each table rate how much they matter and how sure we are, and see which uncertainties are critical."),
            [(_("Add a trend"), self.entry.line.setFocus), self.sample_offer],
            "trends",
        )  # fmt: skip

    def make_inspector(self) -> QWidget:
        return Inspector({Trend: self._make_card}, _("Select a trend to see its card and change it here."))

    def _make_card(self) -> "Form":
        from foresight.methods.trends.view_card import card

        return card(self.session)

    # What is possible now

    def _selected(self) -> tuple[Id, ...]:
        held = self.session.document[Trends].by_id
        return tuple(one for one in self.session.selection if one in held)

    def has_trend(self) -> bool:
        """Whether a trend is selected."""
        return bool(self._selected())

    def has_trends(self) -> bool:
        """Whether there is a trend at all."""
        return bool(self.session.document[Trends].trends)

    def may_make_driver(self) -> bool:
        """Whether a trend is selected of which no driver was made."""
        return any(driver_of(self.session.document, one) is None for one in self._selected())

    def has_groups(self) -> bool:
        """Whether there are several groups to go through."""
        return len(self.session.document[Groups].groups) > 1

    # Actions

    @action(N_("Add trend"), shortcut="Ins", icon="plus")
    def add_trend(self) -> None:
        """To the line in which trends are typed."""
        self.entry.line.setFocus()

    @action(N_("Find trends"), shortcut="Ctrl+F", icon="search", enabled="has_trends")
    def find_trends(self) -> None:
        """To the search line."""
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    @action(N_("Show all trends"), icon="filter", enabled="has_trends")
    def show_all(self) -> None:
        """Take the filter away."""
        self.bar.show_all()

    @action(N_("Rate as the next group"), shortcut="Ctrl+G", icon="chevron-right", enabled="has_groups")
    def next_group(self) -> None:
        """Show the ratings of the next group; after the last one, the median of all."""
        groups = [None, *(group.id for group in self.session.document[Groups].groups)]
        self.lens.look_as(groups[(groups.index(self.lens.group) + 1) % len(groups)])

    @action(N_("Make driver"), shortcut="Ctrl+D", icon="network", enabled="may_make_driver")
    def make_driver(self) -> None:
        """Make a driver of each selected trend that has none."""
        self.session.seal()
        self.session.do(make_drivers(self.session.document, self._selected()))

    @action(N_("Number lower"), shortcut="Ctrl+Up", icon="chevron-up", enabled="has_trend")
    def move_up(self) -> None:
        """The selected trend gets the number before its own."""
        self._move(-1)

    @action(N_("Number higher"), shortcut="Ctrl+Down", icon="chevron-down", enabled="has_trend")
    def move_down(self) -> None:
        """The selected trend gets the number after its own."""
        self._move(1)

    def _move(self, step: int) -> None:
        order = list(self.session.document[Trends].by_id)
        trend = self._selected()[0]
        self.session.do(move_trend(trend, max(0, order.index(trend) + step)))

    @action(N_("Number clockwise as on the radar"), icon="radar", enabled="has_trends")
    def number_clockwise(self) -> None:
        """Number the trends clockwise, from the inner ring outwards."""
        blips = radar(self.session.document[Trends].trends).blips
        self.session.seal()
        self.session.do(renumber([blip.trend for blip in blips]))

    @action(N_("Zone lines at the middle"), icon="axes", enabled="has_trends")
    def lines_at_middle(self) -> None:
        """Put the lines between the zones at 3."""
        self.session.seal()
        self.session.do(lines_at_middle())

    @action(N_("Zone lines at the medians"), icon="axes", enabled="has_trends")
    def lines_at_medians(self) -> None:
        """Put the lines between the zones so that half of the trends lie on each side."""
        self.session.seal()
        self.session.do(lines_at_medians(self.session.document))

    @action(N_("Copy picture"), shortcut="Ctrl+Shift+C", icon="copy", enabled="has_trends")
    def copy_picture(self) -> None:
        """Put the map or the radar, with the names beside it, on the clipboard."""
        made = self._picture()
        made.copy()
        made.deleteLater()
        self.session.said.emit(_("The picture is on the clipboard."))

    @action(N_("Save picture…"), icon="download", enabled="has_trends")
    def save_picture(self) -> None:
        """Save the map or the radar, with the names beside it, as PNG, SVG or PDF."""
        made = self._picture()
        made.save()
        made.deleteLater()

    def _picture(self) -> "FigureView":
        from foresight.methods.trends.view_picture import picture

        return picture(self.lens, self, of_radar=self.view_index == RADAR)

    @action(N_("Delete trend"), shortcut="Ctrl+Delete", icon="trash", enabled="has_trend")
    def delete_trends(self) -> None:
        """Delete the selected trends; the name of the step says what went along."""
        if chosen := self._selected():
            self.delete(_("Delete trend"), *chosen)

    def _deletion(self, ids: Sequence[Id]) -> Edit:
        return deletion(self.session.document, _("Delete trend"), tuple(ids))


def _columns() -> list[Column]:
    rings, zones = [*RINGS, None], [*ZONES, None]
    return [
        Column(_("No."), lambda row: str(row.number), key=lambda row: row.number, numeric=True, width=44),
        Column(_("Trend"), lambda row: row.trend.title, edit=_retitled),
        Column(_("Category"), lambda row: _(CATEGORIES[row.trend.category]), width=100),
        Column(_("Kind"), lambda row: _(KINDS[row.trend.kind]), width=92),
        Column(
            _("Ring"),
            lambda row: _(RINGS[row.trend.ring]) if row.trend.ring else "–",
            key=lambda row: rings.index(row.trend.ring),
            width=92,
        ),
        Column(
            _("Zone"),
            lambda row: _(ZONES[row.zone]) if row.zone else "–",
            key=lambda row: zones.index(row.zone),
            width=142,
        ),
        _scores(_("Impact"), lambda row: row.impact),
        _scores(_("Uncertainty"), lambda row: row.uncertainty),
        Column(_("n"), lambda row: str(_n(row)), key=_n, numeric=True, width=34),
    ]


def _scores(title: str, of: Callable[[Row], Measure | None]) -> Column:
    """The median, and the quartiles where they differ."""

    def text(row: Row) -> str:
        found = of(row)
        if found is None:
            return "–"
        spread = f" ({number(found.lower)}–{number(found.upper)})" if found.spread else ""
        return number(found.median) + spread

    def key(row: Row) -> float:
        found = of(row)
        return found.median if found else 0.0

    return Column(title, text, key=key, numeric=True, width=88)


def _n(row: Row) -> int:
    return row.standing.n if row.standing else 0


def _retitled(row: Any, text: str) -> Edit | None:
    return change_trend(row.id, title=text) if text else None
