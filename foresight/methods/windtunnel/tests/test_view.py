"""The workspace of the wind tunnel, driven as a person does: keys and mouse, then the document, then undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.kit.charts import FigureView
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState
from foresight.kit.session import Session
from foresight.methods.windtunnel.model import WindTunnel, scores
from foresight.methods.windtunnel.tests.samples import tunnel
from foresight.methods.windtunnel.view import WindTunnelWorkspace
from foresight.methods.windtunnel.view_grid import OptionGrid
from foresight.methods.windtunnel.view_options import OptionsView
from foresight.methods.windtunnel.view_panel import Panel
from foresight.methods.windtunnel.view_picture import PictureView

Opened = tuple[WindTunnelWorkspace, Session]


def opened(open_workspace: OpenWorkspace, document: Document | None = None) -> Opened:
    workspace, session = open_workspace("windtunnel", document)
    assert isinstance(workspace, WindTunnelWorkspace)
    return workspace, session


def view_of(workspace: WindTunnelWorkspace) -> OptionsView:
    assert isinstance(workspace.view, OptionsView)
    return workspace.view


def go_to(grid: OptionGrid, row: int, column: int) -> None:
    grid.setFocus()
    grid.setCurrentIndex(grid.cells.index(row, column))


def score(session: Session, option: str, at: int) -> int | None:
    held = scores(session.document).get((option, f"w{at}"))
    return held.value if held else None


def texts(session: Session) -> list[str]:
    return [option.text for option in session.document[WindTunnel].options]


def test_options_are_typed_one_after_the_other(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace)
    QTest.keyClick(workspace, Qt.Key.Key_Insert)
    assert workspace.entry.hasFocus()
    for text in ("Train people", "Share data"):
        qtbot.keyClicks(workspace.entry, text)
        qtbot.keyClick(workspace.entry, Qt.Key.Key_Return)
    assert texts(session) == ["Train people", "Share data"]
    session.undo()
    assert texts(session) == ["Train people"]


def test_pasted_lines_become_options_in_one_step(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace)
    QGuiApplication.clipboard().setText("Train\nShare\nBuild")
    workspace.entry.setFocus()
    qtbot.keyClick(workspace.entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert texts(session) == ["Train", "Share", "Build"]
    session.undo()
    assert texts(session) == []


def test_digits_and_a_minus_judge_while_arrows_walk(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace, tunnel({"Train": (None,) * 4}))
    view = view_of(workspace)
    go_to(view.grid, 0, 0)
    for keys in ("2", "-1", "0", "1-"):
        qtbot.keyClicks(view.grid, keys)
        qtbot.keyClick(view.grid, Qt.Key.Key_Right)
    assert [score(session, "train", at) for at in range(4)] == [2, -1, 0, -1]
    assert view.grid.currentIndex().column() == 4
    assert view.said.text().startswith("Opt-in: prepare, and know when to begin. Works in 1 of 4 worlds;")
    while session.history.undo_label:
        session.undo()
    assert [score(session, "train", at) for at in range(4)] == [None] * 4
    assert view.said.text() == "Not tested in any world yet."


def test_plus_takes_a_minus_away_and_delete_clears(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace, tunnel({"Train": (-2, 1)}, worlds=2))
    grid = view_of(workspace).grid
    go_to(grid, 0, 0)
    qtbot.keyClicks(grid, "+")
    assert score(session, "train", 0) == 2
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert score(session, "train", 0) is None
    session.undo()
    session.undo()
    assert score(session, "train", 0) == -2


def test_another_digit_is_refused_with_the_reason(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace, tunnel({"Train": (1, 1)}, worlds=2))
    grid = view_of(workspace).grid
    go_to(grid, 0, 0)
    with qtbot.waitSignal(session.said) as said:
        qtbot.keyClicks(grid, "3")
    assert said.args == ["A score is a whole number from −2 to +2."]
    assert score(session, "train", 0) == 1


def test_nothing_is_judged_in_the_column_of_the_classes(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace, tunnel())
    before, grid = session.document, view_of(workspace).grid
    go_to(grid, 0, 4)
    qtbot.keyClicks(grid, "2-1")
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert session.document is before
    assert session.selection == ("train",)


def test_enter_writes_why(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace, tunnel())
    grid = view_of(workspace).grid
    go_to(grid, 1, 3)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    editor = grid.findChild(QPlainTextEdit)
    assert isinstance(editor, QPlainTextEdit)
    qtbot.keyClicks(editor, "Nobody dares")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert scores(session.document)["share", "w3"].why == "Nobody dares"
    assert score(session, "share", 3) == -1
    session.undo()
    assert scores(session.document)["share", "w3"].why == ""


def test_a_cell_that_is_clicked_opens_its_score(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace, tunnel())
    grid, panel = view_of(workspace).grid, workspace.inspector
    assert isinstance(panel, Panel)
    place = grid.visualRect(grid.cells.index(1, 3)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.selection == ("share", "w3")
    assert panel.stack.currentWidget() is panel.score
    assert (panel.score.option.text(), panel.score.world.text()) == ("Share", "World D")
    box = panel.score.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert box.currentText() == "−1  works badly"
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert score(session, "share", 3) == 0
    why, adaptation = panel.score.findChildren(QPlainTextEdit)
    qtbot.keyClicks(why, "So")
    qtbot.keyClicks(adaptation, "Less")
    held = scores(session.document)["share", "w3"]
    assert (held.why, held.adaptation) == ("So", "Less")
    for _step in range(3):
        session.undo()
    assert session.document[WindTunnel] == tunnel()[WindTunnel]


def test_the_name_of_an_option_leads_to_the_option(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace, tunnel())
    grid, panel = view_of(workspace).grid, workspace.inspector
    assert isinstance(panel, Panel)
    grid.setFocus()
    header = grid.verticalHeader()
    at = header.viewport().rect().center()
    at.setY(header.sectionViewportPosition(2) + 8)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.selection == ("build",)
    assert isinstance(panel.stack.currentWidget(), Inspector)
    text, description = panel.options.findChildren(QPlainTextEdit)
    qtbot.keyClicks(description, "A bridge")
    qtbot.keyClicks(text, "!")
    option = session.document[WindTunnel].options[2]
    assert (option.text.replace("!", ""), option.description) == ("Build", "A bridge")
    session.undo()
    assert session.document[WindTunnel].options[2].text == "Build"


def test_what_is_selected_elsewhere_is_gone_to(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, tunnel())
    view = view_of(workspace)
    session.select("sell")
    assert (view.grid.currentIndex().row(), view.grid.currentIndex().column()) == (3, 4)
    session.select("wait", "w1")
    assert (view.grid.currentIndex().row(), view.grid.currentIndex().column()) == (4, 1)
    assert view.said.text().startswith("Opt-in")


def test_options_move_and_go(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace, tunnel())
    grid = view_of(workspace).grid
    go_to(grid, 1, 2)
    qtbot.keyClick(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts(session) == ["Share", "Train", "Build", "Sell", "Wait"]
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, 2)
    qtbot.keyClick(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(grid, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert texts(session) == ["Train", "Build", "Sell", "Wait"]
    assert session.history.undo_label == "Delete option (4 tests in worlds)"
    session.undo()
    session.undo()
    assert session.document[WindTunnel] == tunnel()[WindTunnel]


def test_without_worlds_one_is_led_to_them(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, _session = opened(open_workspace, tunnel({"Train": ()}, worlds=0))
    view = view_of(workspace)
    assert view.message.text() == "Options are tested in at least two worlds."
    with qtbot.waitSignal(workspace.wants_method) as wanted:
        qtbot.mouseClick(view.make_worlds, Qt.MouseButton.LeftButton)
    assert wanted.args == ["scenarios"]
    other, _session = opened(open_workspace, tunnel())
    assert view_of(other).make_worlds.isHidden()


def test_an_empty_workspace_says_how_to_begin(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, _session = opened(open_workspace)
    empty = workspace.stack.currentWidget()
    assert isinstance(empty, EmptyState)
    buttons = {button.text(): button for button in empty.findChildren(QPushButton)}
    with qtbot.waitSignal(workspace.wants_method) as wanted:
        qtbot.mouseClick(buttons["Make scenarios"], Qt.MouseButton.LeftButton)
    assert wanted.args == ["scenarios"]
    qtbot.mouseClick(buttons["Type an option"], Qt.MouseButton.LeftButton)
    assert workspace.entry.hasFocus()


def test_the_picture_is_drawn_and_leaves_the_program(
    open_workspace: OpenWorkspace, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace, _session = opened(open_workspace, tunnel())
    qtbot.keyClick(workspace, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(workspace.view, PictureView)
    assert workspace.view.said.text() == "1 of 5 options works in every world: “Train”."
    for ending in ("png", "svg", "pdf"):
        path = tmp_path / f"tunnel.{ending}"
        workspace.view.figure.export(path)
        assert path.stat().st_size > 1_000
    workspace.copy_picture()
    copied = QGuiApplication.clipboard().image()
    assert copied.width() > 1_500
    assert workspace.findChildren(FigureView)


def test_a_picture_of_many_options_scrolls(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, tunnel({f"Option {n}": (1, 2) for n in range(40)}, worlds=2))
    workspace.show_view(1)
    QApplication.processEvents()
    view = workspace.view
    assert isinstance(view, PictureView)
    assert view.area.verticalScrollBar().maximum() > 0
    assert view.area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("worlds", [0, 1, 12])
def test_any_number_of_worlds_is_shown(open_workspace: OpenWorkspace, worlds: int) -> None:
    workspace, _session = opened(open_workspace, tunnel({"Train": (1,) * worlds, "Share": (2,) * worlds}, worlds))
    grid = view_of(workspace).grid
    assert grid.cells.columnCount() == worlds + 1
    for index in range(2):
        workspace.show_view(index)
        QApplication.processEvents()
        assert not workspace.grab().isNull()


def test_a_workshop_that_is_read_only_stays_as_it_is(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace, tunnel())
    session.read_only = True
    before, grid = session.document, view_of(workspace).grid
    go_to(grid, 0, 0)
    with qtbot.waitSignal(session.refused):
        qtbot.keyClicks(grid, "0")
    assert session.document is before
