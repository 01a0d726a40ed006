"""The workspace of scenarios: the cross, the comparison, the telling, the list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.charts import FigureView
from foresight.kit.entry import QuickEntry
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState
from foresight.kit.moving import move_within, moving
from foresight.kit.table import Column, ListView
from foresight.kit.workspace import Workspace, deletion
from foresight.methods.scenarios.analysis import FIELDS, missing, word_count
from foresight.methods.scenarios.axes import where
from foresight.methods.scenarios.model import add_named, free_corner, move_scenario
from foresight.methods.scenarios.view_compare import CompareView
from foresight.methods.scenarios.view_cross import CrossView
from foresight.methods.scenarios.view_tell import TellView, scenario_form
from foresight.methods.scenarios.view_time import TimeView
from foresight.methods.scenarios.view_world import NAME_LENGTH
from foresight.model.drivers import Drivers
from foresight.model.quotes import Quotes
from foresight.model.ratings import Ratings
from foresight.model.scenarios import Axis, Scenario, Scenarios, add_cross, change_scenario, display_name, letter
from foresight.model.workshop import Workshop

TELL = 2
"""The index of the view in which a world is told."""


@dataclass(frozen=True)
class Row:
    """A scenario as a row of the list."""

    id: Id
    at: int
    scenario: Scenario
    place: str
    filled: int


def rows(document: Document) -> list[Row]:
    """All scenarios as rows."""
    return [
        Row(item.id, at, item, where(document, item), len(FIELDS) - len(missing(document, item)))
        for at, item in enumerate(document[Scenarios].scenarios)
    ]


class ScenariosWorkspace(Workspace):
    """Choose axes, name worlds, say what becomes of every driver, tell."""

    reads = (Drivers, Quotes, Ratings, Scenarios, Workshop)

    def build(self) -> None:
        self._begun = False
        self.add_view(_("Cross"), self._make_cross)
        self.add_view(_("Compare"), lambda: CompareView(self.session))
        self.add_view(_("Tell"), lambda: TellView(self.session))
        self.add_view(_("List"), self._make_list)
        self.add_view(_("Timelines"), TimeView)
        self.entry = QuickEntry(
            self.session, _("Add a scenario: type its name and press Enter"), add_named, limit=NAME_LENGTH
        )
        self.set_footer(self.entry)

    def _make_cross(self) -> QWidget:
        made = CrossView(self.session)
        made.opened.connect(self.tell)
        return made

    def _make_list(self) -> QWidget:
        columns = [
            Column("", lambda row: letter(row.at), key=lambda row: row.at, width=40),
            Column(_("Name"), lambda row: row.scenario.name, edit=_writes("name")),
            Column(_("Tagline"), lambda row: row.scenario.tagline, edit=_writes("tagline")),
            Column(_("Where it lies"), lambda row: row.place),
            Column(
                _("Words"),
                lambda row: str(word_count(row.scenario.narrative)),
                key=lambda row: word_count(row.scenario.narrative),
                numeric=True,
                width=80,
            ),
            Column(
                _("Fields"),
                lambda row: f"{row.filled}/{len(FIELDS)}",
                key=lambda row: row.filled,
                numeric=True,
                width=80,
            ),
        ]
        return ListView(self.session, _("Scenarios"), columns, rows, self._deletion, filterable=False)

    def make_inspector(self) -> QWidget:
        return Inspector(
            {Scenario: scenario_form(self.session, placed=True)}, _("Select a world to see and change it here.")
        )

    def is_empty(self, document: Document) -> bool:
        part = document[Scenarios]
        blank = not part.scenarios and part.x_axis == Axis() and part.y_axis == Axis()
        return blank and not document[Drivers].drivers and not self._begun

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("Worlds begin with two axes"),
            _(
                "Rate trends and make drivers first: then the drivers that matter most and are least certain are "
                "proposed as axes. Or type two axes of your own at once."
            ),
            [
                (_("Type two axes"), self._begin),
                (_("Rate trends"), lambda: self.wants_method.emit("trends")),
                (_("Make drivers"), lambda: self.wants_method.emit("network")),
                self.sample_offer,
            ],
            icon_name="scenarios",
        )

    def _begin(self) -> None:
        self._begun = True
        self.show_view(0)
        if isinstance(self.view, CrossView):
            self.view.y_box.setFocus()

    @action(N_("Make four scenarios"), icon="plus", enabled="has_room")
    def make_four(self) -> None:
        """A world in every corner of the cross that has none."""
        self._begun = True
        self.session.do(add_cross())

    @action(N_("Add scenario"), shortcut="Ins", icon="plus")
    def add_scenario(self) -> None:
        """To the line in which a name is typed."""
        self.entry.setFocus()

    @action(N_("Tell this world"), shortcut="Ctrl+Return", icon="edit", enabled="has_scenarios")
    def tell_selected(self) -> None:
        """To the page of the selected world."""
        self.show_view(TELL)

    def tell(self, scenario: Id) -> None:
        """To the page of this world."""
        self.session.select(scenario)
        self.show_view(TELL)
        if isinstance(self.view, TellView):
            self.view.begin()

    @action(N_("Next world"), shortcut="Ctrl+PgDown", icon="chevron-right", enabled="has_scenarios")
    def next_world(self) -> None:
        """Select the next world; after the last comes the first."""
        self._step(1)

    @action(N_("Previous world"), shortcut="Ctrl+PgUp", icon="chevron-left", enabled="has_scenarios")
    def previous_world(self) -> None:
        """Select the world before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        ids = [item.id for item in self.session.document[Scenarios].scenarios]
        at = ids.index(self.selected()) + by if self.selected() in ids else 0
        self.session.select(ids[at % len(ids)])

    move_earlier, move_later = moving()

    def move_by(self, places: int) -> None:
        """Move the selected world; its letter goes with its place."""
        move_within(self.session, self.session.document[Scenarios].scenarios, self.selected(), places, move_scenario)

    @action(N_("Delete scenario"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """The selected worlds, with what was said about them."""
        ids = {item.id for item in self.session.document[Scenarios].scenarios}
        self.session.seal()
        self.session.do(self._deletion([each for each in self.session.selection if each in ids]))

    def _deletion(self, ids: Sequence[Id]) -> Edit:
        return deletion(self.session.document, _("Delete scenario"), tuple(ids))

    @action(N_("Copy picture of the cross"), icon="copy", enabled="has_scenarios")
    def copy_picture(self) -> None:
        """On the clipboard."""
        self._figure().copy()

    @action(N_("Save picture of the cross…"), icon="image", enabled="has_scenarios")
    def save_picture(self) -> None:
        """As PNG, SVG or PDF."""
        self._figure().save()

    def _figure(self) -> FigureView:
        from foresight.methods.scenarios.figure import cross, cross_height

        document, width = self.session.document, 640
        made = FigureView(_("Scenarios"))
        made.setParent(self)
        made.resize(round(width * 1.35), round(cross_height(document, width) * 1.35))
        names = [display_name(document, item.id) for item in document[Scenarios].scenarios]
        made.show_figure(partial(cross, document), ", ".join(names))
        made.hide()
        return made

    def selected(self) -> Id:
        """The id of the selected scenario, or ""."""
        ids = {item.id for item in self.session.document[Scenarios].scenarios}
        return next((each for each in self.session.selection if each in ids), "")

    def has_room(self) -> bool:
        """Whether a corner of the cross is free."""
        return free_corner(self.session.document) is not None or not self.session.document[Scenarios].scenarios

    def has_scenarios(self) -> bool:
        """Whether there is a world."""
        return bool(self.session.document[Scenarios].scenarios)

    def has_selection(self) -> bool:
        """Whether a world is selected."""
        return bool(self.selected())


def _writes(name: str) -> Callable[[Row, str], Edit]:
    def edit(row: Row, text: str) -> Edit:
        return change_scenario(row.id, **{name: text[:NAME_LENGTH] if name == "name" else text})

    return edit
