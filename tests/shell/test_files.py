"""Beginning, saving and leaving a workshop, and every question on the way."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from conftest import SAMPLE_EN
from foresight.kit.saving import documents
from foresight.model.workshop import Workshop
from foresight.shell.window import Window
from tests.shell.conftest import CONTROL, SHIFT, Choose, Dialogs, OpenWindow, edit, menu_action, title_in


def caption(window: Window) -> str:
    """What the system shows as the title of the window."""
    return window.windowHandle().title()


# Beginning


def test_a_new_workshop_is_empty_speaks_our_language_and_needs_no_saving(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)

    assert not window.file.is_modified
    assert window.file.path is None
    assert window.session.document[Workshop].language == "en"
    assert window.workspace is not None
    assert caption(window) == "Untitled workshop – Foresight"
    assert window.status.state.text() == "Not in a file yet"


def test_the_title_star_comes_with_a_change_and_goes_when_it_is_undone(
    qtbot: QtBot, open_window: OpenWindow, plan: Path
) -> None:
    window = open_window(plan)
    assert caption(window) == "plan.foresight – Foresight"

    edit(window, "Another day")
    assert caption(window) == "plan.foresight* – Foresight"
    assert window.status.state.text().startswith("Unsaved changes; a safety copy is kept · ")

    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert caption(window) == "plan.foresight – Foresight"
    assert window.status.state.text().startswith("Saved ")

    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert caption(window) == "plan.foresight* – Foresight"
    assert window.session.document[Workshop].title == "Another day"


def test_undo_and_redo_say_what_they_do(window: Window) -> None:
    window.new_workshop()
    undo, redo = window.commands["undo"], window.commands["redo"]
    assert (undo.isEnabled(), undo.text(), redo.isEnabled()) == (False, "Undo", False)

    edit(window, "A day")
    assert (undo.isEnabled(), undo.text()) == (True, "Undo “Change workshop”")
    assert undo.toolTip() == "<qt>Undo: Change workshop</qt>"

    undo.trigger()
    assert (undo.isEnabled(), redo.isEnabled(), redo.text()) == (False, True, "Redo “Change workshop”")


def test_on_the_welcome_page_nothing_unseen_can_be_undone(window: Window) -> None:
    window.new_workshop()
    edit(window, "A day")
    menu_action(window, "Welcome page").trigger()

    assert not window.commands["undo"].isEnabled()
    assert window.session.document[Workshop].title == "A day"


# Saving


def test_the_first_save_asks_for_a_name_and_adds_the_ending(
    qtbot: QtBot, window: Window, tmp_path: Path, choose: Choose
) -> None:
    window.new_workshop()
    edit(window, "Our day")
    choose(tmp_path / "our day")
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)

    assert title_in(tmp_path / "our day.foresight") == "Our day"
    assert not window.file.is_modified
    assert window.preferences.recent == (tmp_path / "our day.foresight",)
    assert window.status.state.text().startswith("Saved ")
    assert caption(window) == "our day.foresight – Foresight"


def test_the_name_proposed_is_the_title_without_what_no_file_may_be_called(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def asked(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        proposed.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(asked))
    window.new_workshop()
    assert not window.save_workshop_as()
    edit(window, 'Ærlig/talt: "2040" <b>')
    assert not window.save_workshop_as()

    window.preferences.remember(Path("elsewhere").absolute() / "another.foresight")
    assert not window.save_workshop_as()

    name = "Ærlig talt 2040 b.foresight"
    others = Path("elsewhere").absolute()
    assert [Path(path) for path in proposed] == [documents() / "Workshop.foresight", documents() / name, others / name]


def test_saving_again_writes_the_same_file_without_a_question(
    qtbot: QtBot, open_window: OpenWindow, plan: Path
) -> None:
    window = open_window(plan)
    edit(window, "Saved twice")
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)

    assert title_in(plan) == "Saved twice"
    assert not window.file.is_modified


def test_save_as_goes_on_with_the_new_file(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, tmp_path: Path, choose: Choose
) -> None:
    window = open_window(plan)
    before = plan.read_bytes()
    edit(window, "The copy")
    choose(tmp_path / "copy.foresight")
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL | SHIFT)
    edit(window, "The copy, later")
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)

    assert plan.read_bytes() == before
    assert title_in(tmp_path / "copy.foresight") == "The copy, later"


def test_a_name_without_ending_replaces_no_file_that_the_dialog_did_not_ask_about(
    window: Window, plan: Path, choose: Choose, dialogs: Dialogs
) -> None:
    window.new_workshop()
    edit(window, "New")
    choose(plan.with_suffix(""))
    dialogs.click("Cancel")
    assert not window.save_workshop_as()
    assert title_in(plan) != "New"

    dialogs.click("Replace")
    assert window.save_workshop_as()
    assert title_in(plan) == "New"
    assert dialogs.seen[0] == "plan.foresight is already there. Replace it?"


def test_a_save_that_fails_says_so_and_keeps_everything_unsaved(
    open_window: OpenWindow, plan: Path, tmp_path: Path, choose: Choose, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    edit(window, "Kept")
    choose(tmp_path / "missing" / "x.foresight")
    dialogs.click("Cancel")
    assert not window.save_workshop_as()

    assert window.file.path == plan
    assert window.file.is_modified
    assert dialogs.seen == [
        "x.foresight could not be saved: the folder is no longer there. Save under another name or place."
    ]


# Leaving what is unsaved


def leave_by_new(window: Window) -> None:
    menu_action(window, "New").trigger()


def leave_by_open(window: Window) -> None:
    menu_action(window, "Open…").trigger()


def leave_by_quit(window: Window) -> None:
    menu_action(window, "Quit").trigger()


LEAVING = pytest.mark.parametrize("leave", [leave_by_new, leave_by_open, leave_by_quit])


@LEAVING
def test_cancel_stays_with_the_unsaved_workshop(
    leave: Callable[[Window], None], open_window: OpenWindow, plan: Path, choose: Choose, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    edit(window, "Unsaved")
    choose(SAMPLE_EN)
    dialogs.click("Cancel")
    leave(window)

    assert window.isVisible()
    assert window.session.document[Workshop].title == "Unsaved"
    assert window.file.is_modified
    assert dialogs.seen == ["Save the changes to “plan”?"]


@LEAVING
def test_do_not_save_leaves_the_file_as_it_was(
    leave: Callable[[Window], None], open_window: OpenWindow, plan: Path, choose: Choose, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    before = plan.read_bytes()
    edit(window, "Unsaved")
    choose(SAMPLE_EN)
    dialogs.click("Do not save")
    leave(window)

    assert plan.read_bytes() == before
    assert not window.file.is_modified or not window.isVisible()


@LEAVING
def test_save_saves_and_leaves(
    leave: Callable[[Window], None], open_window: OpenWindow, plan: Path, choose: Choose, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    edit(window, "Saved on the way out")
    choose(SAMPLE_EN)
    dialogs.click("Save")
    leave(window)

    assert title_in(plan) == "Saved on the way out"
    assert window.file.path != plan or not window.isVisible()


def test_escape_in_the_question_stays(qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs) -> None:
    window = open_window(plan)
    edit(window, "Unsaved")
    dialogs.expect(lambda box: qtbot.keyClick(box, Qt.Key.Key_Escape))

    assert not window.close()
    assert window.isVisible()


def test_a_save_that_is_cancelled_on_the_way_out_stays(window: Window, choose: Choose, dialogs: Dialogs) -> None:
    window.new_workshop()
    edit(window, "Never saved")
    choose(None)
    dialogs.click("Save")

    assert not window.close()
    assert window.file.is_modified


def test_without_changes_nothing_is_asked(open_window: OpenWindow, plan: Path) -> None:
    window = open_window(plan)
    assert window.close()
