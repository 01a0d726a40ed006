"""The command palette and the overview of keys: everything the window can do is found there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from conftest import SAMPLE_EN
from foresight.model.trends import Trends
from foresight.shell.palette import Entry, Palette, matching
from foresight.shell.window import Window
from tests.shell.conftest import CONTROL, Dialogs, edit, menu_action, press


def typed(qtbot: QtBot, text: str, *then: Qt.Key) -> Callable[[QWidget], None]:
    """Type into the palette, press further keys, and Enter."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, Palette)
        assert QApplication.focusWidget() is dialog.line
        qtbot.keyClicks(dialog.line, text)
        for key in (*then, Qt.Key.Key_Return):
            qtbot.keyClick(dialog.line, key)

    return answer


def test_a_command_a_method_and_a_trend_are_found_by_name(qtbot: QtBot, window: Window, dialogs: Dialogs) -> None:
    window.open_copy(SAMPLE_EN)
    edit(window, "Changed")
    dialogs.expect(typed(qtbot, "undo"))
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    assert not window.file.is_modified

    last = window.methods[-1]
    dialogs.expect(typed(qtbot, f"go to {last.title.lower()}"))
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    assert window.at == last.id

    trend = window.session.document[Trends].trends[7]
    dialogs.expect(typed(qtbot, trend.title))
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    assert window.session.selection == (trend.id,)
    assert Trends in next(method.slices for method in window.methods if method.id == window.at)


def test_the_arrows_walk_what_was_found_while_one_types(qtbot: QtBot, window: Window, dialogs: Dialogs) -> None:
    rows: list[int] = []

    def walk(dialog: QWidget) -> None:
        assert isinstance(dialog, Palette)
        qtbot.keyClicks(dialog.line, "go to")
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
            qtbot.keyClick(dialog.line, key)
            rows.append(dialog.list.currentRow())
        chosen = dialog.list.currentItem().text()
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
        rows.append([method.title for method in window.methods].index(chosen))

    dialogs.expect(walk)
    press(qtbot, window, Qt.Key.Key_K, CONTROL)

    assert rows[:5] == [1, 2, 1, 0, len(window.methods) - 1]
    assert window.at == window.methods[rows[5]].id


def test_escape_does_nothing(qtbot: QtBot, window: Window, dialogs: Dialogs) -> None:
    dialogs.expect(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    press(qtbot, window, Qt.Key.Key_K, CONTROL)

    assert window.at == ""


def test_enter_where_nothing_was_found_stays(qtbot: QtBot, window: Window, dialogs: Dialogs) -> None:
    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, Palette)
        qtbot.keyClicks(dialog.line, "no such thing anywhere")
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
        assert dialog.list.count() == 0
        assert dialog.isVisible()

    dialogs.expect(answer)
    menu_action(window, "Search or command").trigger()


ENTRIES = [Entry(text, "Go to", lambda: None) for text in ("Network", "Work together", "A new network of work")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["Network", "Work together", "A new network of work"]),
        ("work", ["Work together", "A new network of work", "Network"]),
        ("WORK  net", ["A new network of work", "Network"]),
        ("go together", ["Work together"]),
        ("x", []),
    ],
)
def test_matching_holds_every_word_and_beginnings_come_first(words: str, found: list[str]) -> None:
    assert [entry.text for entry in matching(ENTRIES, words)] == found


# The overview


def overview(window: Window, dialogs: Dialogs) -> list[tuple[str, str, str]]:
    """The rows of the overview of keys."""
    rows: list[tuple[str, str, str]] = []

    def read(dialog: QWidget) -> None:
        (table,) = dialog.findChildren(QTableWidget)
        for at in range(table.rowCount()):
            where, what, keys = (table.model().index(at, column).data() for column in range(3))
            rows.append((where, what, keys))

    dialogs.expect(read)
    menu_action(window, "Keyboard shortcuts").trigger()
    return rows


def test_the_overview_lists_every_action_with_its_keys(window: Window, dialogs: Dialogs) -> None:
    window.open_copy(SAMPLE_EN)
    workspace = window.workspace
    assert workspace is not None
    rows = overview(window, dialogs)
    shown = {(what, keys) for _where, what, keys in rows}

    actions: list[QAction] = [*window.actions(), *workspace.actions_for_menu()]
    assert {(one.iconText(), one.shortcut().toString()) for one in actions} <= shown
    assert {where for where, _what, _keys in rows} >= {"File", "Edit", "View", "Help", "Everywhere"}
    assert ("Everywhere", "Another way of looking", f"Ctrl+1 – Ctrl+{workspace.view_count}") in rows
