"""The window of trends, driven as a person does."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from foresight.core.document import Document, Id
from foresight.core.words import speaking
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState
from foresight.kit.session import Session
from foresight.kit.table import ListView
from foresight.kit.workspace import Workspace
from foresight.methods.trends.analysis import Row
from foresight.methods.trends.tests import samples
from foresight.methods.trends.view import LIST, RADAR, TrendsWorkspace
from foresight.methods.trends.view_canvas import DotCanvas
from foresight.methods.trends.view_card import DriverField, RatingsField
from foresight.methods.trends.view_map import MapCanvas, MapView
from foresight.methods.trends.view_radar import RadarCanvas, RadarView
from foresight.methods.trends.view_rating import scores_of
from foresight.methods.trends.view_twin import Heap
from foresight.model.drivers import Drivers
from foresight.model.groups import Group, Groups
from foresight.model.ratings import Ratings, rating_of
from foresight.model.trends import Trend, Trends

Open = Callable[[str, Document | None], tuple[Workspace, Session]]
Opened = tuple[TrendsWorkspace, Session]


@pytest.fixture
def open_trends(open_workspace: Open) -> Callable[[Document | None], Opened]:
    """Open the workspace on a document."""

    def opened(document: Document | None) -> Opened:
        workspace, session = open_workspace("trends", document)
        assert isinstance(workspace, TrendsWorkspace)
        return workspace, session

    return opened


def room_of(*trends: Trend) -> Document:
    """Trends, and nobody who rated them yet."""
    return Document().put(Trends(trends=trends))


def map_of(workspace: TrendsWorkspace) -> MapCanvas:
    assert isinstance(workspace.view, MapView)
    return workspace.view.canvas


def radar_of(workspace: TrendsWorkspace) -> RadarCanvas:
    workspace.show_view(RADAR)
    assert isinstance(workspace.view, RadarView)
    return workspace.view.canvas


def scores(session: Session, trend: Id, group: Id) -> tuple[float | None, float | None] | None:
    found = rating_of(session.document, trend, group)
    return (found.impact, found.uncertainty) if found else None


def send(canvas: DotCanvas, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    port = canvas.viewport()
    event = QMouseEvent(kind, at, port.mapToGlobal(at), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(port, event)


def drag(canvas: DotCanvas, start: QPointF, end: QPointF, *, release: bool = True) -> None:
    """With the left button, from one point of the scene to another."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    here, there = (QPointF(canvas.mapFromScene(point)) for point in (start, end))
    send(canvas, QEvent.Type.MouseButtonPress, here, left, left)
    for step in range(1, 5):
        send(canvas, QEvent.Type.MouseMove, here + (there - here) * step / 4, none, left)
    if release:
        send(canvas, QEvent.Type.MouseButtonRelease, there, left, none)


def place(canvas: MapCanvas, impact: float, uncertainty: float) -> QPointF:
    return canvas.ground.frame.point(canvas.ground.frame.plane.at(impact, uncertainty))


def drag_to(canvas: MapCanvas, trend: Id, impact: float, uncertainty: float) -> None:
    drag(canvas, canvas.dots[trend].pos(), place(canvas, impact, uncertainty))


def listed(workspace: TrendsWorkspace) -> dict[str, list[str]]:
    """The headings of the list beside the picture, with the titles under each."""
    assert isinstance(workspace.view, MapView | RadarView)
    lines = workspace.view.twin.lines.lines
    found: dict[str, list[str]] = {}
    for line in lines:
        if isinstance(line, Heap):
            found[line.title] = []
        elif isinstance(line, Row):
            found[list(found)[-1]].append(line.trend.title)
    return found


# Entry


def test_trends_are_typed_one_after_the_other(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(None)
    assert isinstance(workspace.stack.currentWidget(), EmptyState)
    assert not workspace.bar.isVisible()
    qtbot.keyClick(workspace, Qt.Key.Key_Insert)
    line = workspace.entry.line
    assert line.hasFocus()
    for text in ("Trust", "Silos"):
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [trend.title for trend in session.document[Trends].trends] == ["Trust", "Silos"]
    assert line.text() == ""
    assert listed(workspace) == {"Not rated yet": ["Trust", "Silos"]}
    session.undo()
    assert [trend.title for trend in session.document[Trends].trends] == ["Trust"]
    session.undo()
    assert isinstance(workspace.stack.currentWidget(), EmptyState)


def test_the_chosen_category_stays_for_the_next_trends(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(None)
    workspace.entry.category.setFocus()
    qtbot.keyClick(workspace.entry.category, Qt.Key.Key_Down)
    for text in ("AI", "Robots"):
        qtbot.keyClicks(workspace.entry.line, text)
        qtbot.keyClick(workspace.entry.line, Qt.Key.Key_Return)
    assert {trend.category for trend in session.document[Trends].trends} == {"technological"}


# Rating on the map


def test_a_drag_rates_for_the_chosen_group_in_one_step(open_trends: Callable[..., Opened]) -> None:
    workspace, session = open_trends(samples.workshop())
    workspace.lens.look_as("g2")
    canvas = map_of(workspace)
    before = session.document
    drag_to(canvas, "trust", 1.6, 4.4)
    assert scores(session, "trust", "g2") == (1.5, 4.5)
    assert scores(session, "trust", "g1") == (5, 5)
    assert session.history.steps == ("Rate",)
    assert session.selection == ("trust",)
    session.undo()
    assert session.document is before
    assert canvas.dots["trust"].pos() == canvas.dots["trust"].home


def test_a_twitch_of_the_hand_is_no_drag(open_trends: Callable[..., Opened]) -> None:
    workspace, session = open_trends(samples.workshop())
    workspace.lens.look_as("g2")
    canvas = map_of(workspace)
    home = canvas.dots["trust"].pos()
    drag(canvas, home, home + QPointF(3, 2))
    assert session.history.undo_label is None
    assert session.selection == ("trust",)


def test_without_groups_a_drag_makes_the_room_a_group_in_the_same_step(open_trends: Callable[..., Opened]) -> None:
    with speaking("nb"):
        workspace, session = open_trends(room_of(samples.trend("Trust")))
        assert workspace.bar.rater.currentText() == "Rommet"
        drag_to(map_of(workspace), "trust", 4, 5)
    (room,) = session.document[Groups].groups
    assert room.name == "Rommet"
    assert scores(session, "trust", room.id) == (4, 5)
    session.undo()
    assert session.document[Groups].groups == ()
    assert session.document[Ratings].ratings == ()


def test_for_whom_a_drag_rates_is_asked_when_several_could(open_trends: Callable[..., Opened]) -> None:
    workspace, session = open_trends(samples.workshop())
    canvas = map_of(workspace)
    drag_to(canvas, "trust", 2, 2)
    menu = workspace.rater.menu
    assert menu is not None
    assert session.history.undo_label is None
    names = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert names == ["Table 1", "Table 2", "Table 3", "Table 4"]
    menu.actions()[3].trigger()
    assert scores(session, "trust", "g3") == (2, 2)
    assert workspace.lens.group == "g3"
    assert workspace.bar.rater.currentText() == "Table 3"


def test_a_drag_without_an_answer_goes_back(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    canvas = map_of(workspace)
    home = canvas.dots["trust"].pos()
    drag_to(canvas, "trust", 2, 2)
    assert canvas.dots["trust"].pos() != home
    assert workspace.rater.menu is not None
    qtbot.keyClick(workspace.rater.menu, Qt.Key.Key_Escape)
    assert canvas.dots["trust"].pos() == home
    assert session.history.undo_label is None
    assert not workspace.rater.is_asking


def test_the_tray_holds_what_is_not_rated_and_takes_it_back(open_trends: Callable[..., Opened]) -> None:
    workspace, session = open_trends(samples.workshop())
    workspace.lens.look_as("g1")
    canvas = map_of(workspace)
    assert list(canvas.tray.places) == ["quantum"]
    assert canvas.tray.title == "Not rated by Table 1 yet: 1"
    drag_to(canvas, "quantum", 3, 3)
    assert scores(session, "quantum", "g1") == (3, 3)
    assert canvas.tray.places == {}
    workspace.lens.look_as("g2")
    drag(canvas, canvas.dots["trust"].pos(), canvas.tray.boundingRect().center())
    assert scores(session, "trust", "g2") is None
    assert "trust" in canvas.tray.places


def test_digits_rate_impact_and_with_shift_uncertainty(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    workspace.lens.look_as("g4")
    canvas = map_of(workspace)
    session.select("quantum")
    qtbot.keyClick(canvas, Qt.Key.Key_4)
    assert scores(session, "quantum", "g4") == (4, None)
    qtbot.keyClick(canvas, Qt.Key.Key_2, Qt.KeyboardModifier.ShiftModifier)
    assert scores(session, "quantum", "g4") == (4, 2)
    assert session.history.steps == ("Rate",)
    qtbot.keyClick(canvas, Qt.Key.Key_Backspace)
    assert scores(session, "quantum", "g4") is None
    session.select("trust")
    qtbot.keyClick(canvas, Qt.Key.Key_9)
    assert scores(session, "trust", "g4") is None


@pytest.mark.parametrize(("typed", "score"), [("!", 1), ('"', 2), ("@", 2), ("#", 3), ("¤", 4), ("$", 4), ("%", 5)])
def test_shift_and_a_digit_work_whatever_they_type(typed: str, score: float, qapp: QApplication) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, ord(typed), Qt.KeyboardModifier.ShiftModifier, typed)
    assert scores_of(event) == {"uncertainty": score}


def test_arrows_move_the_selected_dots_by_half_a_step(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    workspace.lens.look_as("g1")
    canvas = map_of(workspace)
    session.select("trust", "ageing")
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert scores(session, "trust", "g1") == (4.5, 5)
    assert scores(session, "ageing", "g1") == (4.5, 1.5)
    assert session.history.steps == ("Rate",)
    session.select("quantum")
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert scores(session, "quantum", "g1") == (3, 3)


def test_pages_walk_the_dots_by_number(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    canvas = map_of(workspace)
    canvas.setFocus()
    for wanted in ("trust", "ageing", "fashion"):
        qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
        assert session.selection == (wanted,)
    qtbot.keyClick(canvas, Qt.Key.Key_PageUp)
    assert session.selection == ("ageing",)
    assert canvas.words.text() == "2 Ageing"
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not session.selection
    assert not canvas.words.isVisible()


def test_zone_lines_are_dragged(open_trends: Callable[..., Opened]) -> None:
    workspace, session = open_trends(samples.workshop())
    canvas = map_of(workspace)
    upright, level = canvas.lines
    drag(canvas, place(canvas, 3, 1.2), place(canvas, 4.2, 1.2))
    assert (session.document[Ratings].impact_line, session.document[Ratings].uncertainty_line) == (4.25, 3)
    drag(canvas, place(canvas, 1.2, 3), place(canvas, 1.2, 4.6))
    assert session.document[Ratings].uncertainty_line == 4.5
    assert listed(workspace)["Givens"] == ["Trust"]
    session.undo()
    session.undo()
    assert session.document[Ratings].impact_line == 3
    assert upright.x() == pytest.approx(place(canvas, 3, 3).x())
    assert level.y() == pytest.approx(place(canvas, 3, 3).y())


def test_zone_lines_go_to_the_medians_and_back(open_trends: Callable[..., Opened]) -> None:
    workspace, session = open_trends(samples.workshop())
    workspace.lines_at_medians()
    lines = session.document[Ratings]
    assert (lines.impact_line, lines.uncertainty_line) == (2.75, 2.5)
    workspace.lines_at_middle()
    assert session.document[Ratings].impact_line == 3


def test_nothing_moves_in_a_workshop_opened_for_reading(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    session.read_only = True
    workspace.lens.look_as("g1")
    canvas = map_of(workspace)
    before = session.document
    drag_to(canvas, "trust", 1, 1)
    drag(canvas, place(canvas, 3, 1.2), place(canvas, 4.2, 1.2))
    session.select("trust")
    with qtbot.waitSignal(session.refused):
        qtbot.keyClick(canvas, Qt.Key.Key_1)
    assert session.document is before


# The list beside, selection, groups


def test_the_list_beside_names_every_dot_by_zone(open_trends: Callable[..., Opened]) -> None:
    workspace, session = open_trends(samples.workshop())
    assert listed(workspace) == {
        "Critical uncertainties": ["Trust"],
        "Givens": ["Ageing"],
        "Watch": ["Fashion"],
        "Drop": ["Silos"],
        "Not rated yet": ["Quantum"],
    }
    workspace.lens.look_as("g4")
    assert listed(workspace) == {"Not rated yet": [trend.title for trend in session.document[Trends].trends]}


def test_the_list_and_the_map_select_together(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    view = workspace.view
    assert isinstance(view, MapView)
    at = view.twin.visualRect(view.twin.lines.index(3)).center()
    qtbot.mouseClick(view.twin.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.selection == ("ageing",)
    assert view.canvas.dots["ageing"].isSelected()
    dot = view.canvas.mapFromScene(view.canvas.dots["trust"].pos())
    qtbot.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=dot)
    assert session.selection == ("trust",)
    assert [index.row() for index in view.twin.selectedIndexes()] == [1]
    workspace.lens.look_as("g1")
    qtbot.keyClick(view.twin, Qt.Key.Key_2)
    assert scores(session, "trust", "g1") == (2, 5)


def test_arrows_in_the_list_pass_over_headings(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    assert isinstance(workspace.view, MapView)
    session.select("trust")
    seen: list[Id] = []
    for _step in range(4):
        qtbot.keyClick(workspace.view.twin, Qt.Key.Key_Down)
        seen += session.selection
    assert seen == ["ageing", "fashion", "silos", "quantum"]


def test_the_next_group_is_a_key_away(open_trends: Callable[..., Opened]) -> None:
    workspace, _session = open_trends(samples.workshop())
    seen = []
    for _step in range(5):
        workspace.next_group()
        seen.append(workspace.lens.group)
    assert seen == ["g1", "g2", "g3", "g4", None]


def test_a_group_that_goes_is_no_longer_looked_at(open_trends: Callable[..., Opened]) -> None:
    workspace, session = open_trends(samples.workshop())
    workspace.lens.look_as("g4")
    session.open(samples.workshop().put(Groups(groups=(Group(id="g1", name="Table 1"),)), Ratings()))
    assert workspace.lens.group is None
    assert workspace.bar.rater.currentText() == "Table 1"


# Search and filters


def test_search_and_filters_leave_what_fits(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, _session = open_trends(samples.workshop())
    qtbot.keyClick(workspace, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert workspace.bar.search.hasFocus()
    qtbot.keyClicks(workspace.bar.search, "eighty")
    assert listed(workspace) == {"Givens": ["Ageing"]}
    assert list(map_of(workspace).dots) == ["ageing"]
    assert workspace.bar.count.text() == "1 of 5 shown"
    qtbot.keyClick(workspace.bar.search, Qt.Key.Key_Escape)
    assert len(map_of(workspace).dots) == 5
    qtbot.mouseClick(workspace.bar.fold, Qt.MouseButton.LeftButton)
    box = workspace.bar.boxes["category"]
    assert box.isVisible()
    box.setFocus()
    qtbot.keyClicks(box, "pol")
    assert box.currentText() == "Political"
    assert list(map_of(workspace).dots) == ["trust", "silos"]
    qtbot.mouseClick(workspace.bar.clear, Qt.MouseButton.LeftButton)
    assert len(map_of(workspace).dots) == 5
    assert box.currentText() == "All categories"


def test_a_tag_that_goes_no_longer_filters(open_trends: Callable[..., Opened]) -> None:
    workspace, session = open_trends(samples.workshop())
    workspace.lens.look_for(tag="demography")
    assert list(map_of(workspace).dots) == ["ageing"]
    session.select("ageing")
    workspace.delete_trends()
    assert len(map_of(workspace).dots) == 4


# The radar


def test_blips_are_dragged_to_another_sector_and_ring(open_trends: Callable[..., Opened]) -> None:
    workspace, session = open_trends(samples.workshop())
    canvas = radar_of(workspace)
    assert list(canvas.tray.places) == ["quantum"]
    target = canvas.disc.pos() + QPointF(0.1, 0.85) * canvas.disc.whole
    drag(canvas, canvas.dots["quantum"].pos(), target)
    moved = session.document.find("quantum", Trend)
    assert moved is not None
    assert (moved.category, moved.ring) == ("economic", "far")
    assert session.history.steps == ("Change trend",)
    drag(canvas, canvas.dots["quantum"].pos(), QPointF(5, 5))
    moved = session.document.find("quantum", Trend)
    assert moved is not None
    assert moved.ring is None
    session.undo()
    session.undo()
    moved = session.document.find("quantum", Trend)
    assert moved is not None
    assert (moved.category, moved.ring) == ("technological", None)


def test_arrows_move_blips_between_rings_and_sectors(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    canvas = radar_of(workspace)
    session.select("silos")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right):
        qtbot.keyClick(canvas, key)
    silos = session.document.find("silos", Trend)
    assert silos is not None
    assert (silos.category, silos.ring) == ("values", "far")


def test_empty_sectors_are_told_beside_the_radar(open_trends: Callable[..., Opened]) -> None:
    workspace, _session = open_trends(samples.workshop())
    radar_of(workspace)
    assert isinstance(workspace.view, RadarView)
    assert workspace.view.warning.text() == "No trends yet in these categories: Economic, Environmental and Values."
    assert listed(workspace)["Political"] == ["Silos", "Trust"]
    assert listed(workspace)["Values"] == []


def test_trends_are_numbered_clockwise_from_the_centre(open_trends: Callable[..., Opened]) -> None:
    workspace, session = open_trends(samples.workshop())
    workspace.number_clockwise()
    order = [trend.title for trend in session.document[Trends].trends]
    assert order == ["Ageing", "Silos", "Fashion", "Trust", "Quantum"]
    session.undo()
    assert session.document[Trends].trends[0].title == "Trust"


# The list


def test_the_list_shows_all_trends_and_sorts_them(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    workspace.show_view(LIST)
    view = workspace.view
    assert isinstance(view, ListView)
    header = view.table.horizontalHeader()
    impact = [column.title for column in view.model.columns].index("Impact")
    at = QPoint(header.sectionViewportPosition(impact) + 5, 5)
    for _click in range(2):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [row.trend.title for row in view.model.rows][:2] == ["Trust", "Ageing"]
    view.table.setCurrentIndex(view.model.index(0, 1))
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    editor = view.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "Distrust")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.document[Trends].trends[0].title == "Distrust")


# Cards and drivers


def panel(workspace: TrendsWorkspace, qtbot: QtBot) -> QWidget:
    inspector = workspace.inspector
    assert isinstance(inspector, Inspector)
    qtbot.addWidget(inspector)
    inspector.resize(312, 650)
    inspector.show()
    qtbot.waitExposed(inspector)
    return inspector


def test_a_card_is_changed_in_the_panel(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    session.select("quantum")
    inspector = panel(workspace, qtbot)
    assert isinstance(inspector, Inspector)
    fields = {field.name: field for field in inspector.forms[Trend].fields}
    assert set(Trend.model_fields) - fields.keys() == set()
    qtbot.keyClicks(fields["summary"].focusProxy(), "Computers of another kind.")
    qtbot.keyClicks(fields["tags"].focusProxy(), "technology, far")
    trend = session.document.find("quantum", Trend)
    assert trend is not None
    assert (trend.summary, trend.tags) == ("Computers of another kind.", ("technology", "far"))
    session.undo()
    session.undo()
    trend = session.document.find("quantum", Trend)
    assert trend is not None
    assert (trend.summary, trend.tags) == ("", ())


def test_ratings_are_typed_group_by_group(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    session.select("trust")
    inspector = panel(workspace, qtbot)
    ratings = inspector.findChild(RatingsField)
    assert isinstance(ratings, RatingsField)
    grid = ratings.grid
    cells = grid.cells.cells
    assert list(cells.rows) == ["Table 1", "Table 2", "Table 3", "Table 4", "Median"]
    assert [cells.text(0, 0), cells.text(0, 1), cells.text(1, 0), cells.text(3, 0)] == ["5", "5 (+1)", "4 (−0.7)", "–"]
    assert [cells.text(4, 0), cells.text(4, 1)] == ["5 (n 3)", "4 (n 3)"]
    grid.setCurrentIndex(grid.cells.index(3, 0))
    qtbot.keyClick(grid, Qt.Key.Key_1)
    grid.setCurrentIndex(grid.cells.index(3, 1))
    grid.cells.setData(grid.cells.index(3, 1), "2,5")
    assert scores(session, "trust", "g4") == (1, 2.5)
    grid.cells.setData(grid.cells.index(3, 1), "7")
    assert scores(session, "trust", "g4") == (1, 2.5)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert scores(session, "trust", "g4") == (1, None)
    assert grid.cells.cells.text(4, 0) == "4.5 (n 4)"


def test_a_trend_becomes_a_driver_once(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    session.select("trust", "silos")
    assert workspace.may_make_driver()
    qtbot.keyClick(workspace, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    drivers = session.document[Drivers].drivers
    assert [(driver.title, driver.trends) for driver in drivers] == [("Trust", ("trust",)), ("Silos", ("silos",))]
    assert not workspace.may_make_driver()
    session.select("trust")
    field = panel(workspace, qtbot).findChild(DriverField)
    assert isinstance(field, DriverField)
    assert field.said.text() == "Trust"
    assert not field.make.isVisible()
    session.undo()
    assert session.document[Drivers].drivers == ()
    assert field.make.isVisible()


def test_deleting_says_what_goes_along(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    before = session.document
    canvas = map_of(workspace)
    session.select("trust")
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert session.history.undo_label == "Delete trend (3 ratings)"
    assert "trust" not in canvas.dots
    session.undo()
    assert session.document == before
    workspace.show_view(LIST)
    session.select("fashion")
    table = workspace.findChild(QTableView)
    assert table is not None
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert session.history.undo_label == "Delete trend (2 ratings)"


def test_numbers_change_by_moving_trends(open_trends: Callable[..., Opened], qtbot: QtBot) -> None:
    workspace, session = open_trends(samples.workshop())
    session.select("silos")
    qtbot.keyClick(workspace, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert [trend.id for trend in session.document[Trends].trends] == ["trust", "ageing", "silos", "fashion", "quantum"]
    qtbot.keyClick(workspace, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert [trend.id for trend in session.document[Trends].trends][3] == "silos"


def test_three_hundred_trends_are_all_in_the_list(open_trends: Callable[..., Opened]) -> None:
    workspace, _session = open_trends(room_of(*samples.many(300)[Trends].trends))
    assert sum(len(titles) for titles in listed(workspace).values()) == 300
    canvas = map_of(workspace)
    assert 0 < len(canvas.tray.places) < 300
    assert all(canvas.sceneRect().contains(dot.pos()) for dot in canvas.dots.values())


def test_the_picture_goes_to_the_clipboard_and_into_files(
    open_trends: Callable[..., Opened],
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace, _session = open_trends(samples.workshop())
    qapp.clipboard().clear()
    qtbot.keyClick(workspace, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert qapp.clipboard().image().width() > 2000
    saved = tmp_path / "radar.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(saved), "Drawing (*.svg)"))
    radar_of(workspace)
    workspace.save_picture()
    drawn = saved.read_text("utf-8")
    assert "<title>Trend radar</title>" in drawn
    assert all(f">{trend}<" in drawn for trend in ("Trust", "Ageing", "Fashion", "Silos", "Quantum"))
