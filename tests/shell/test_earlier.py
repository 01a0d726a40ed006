"""Earlier versions: found again, opened as a copy, never in the way of the file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from foresight.core.backups import backup_folder
from foresight.kit.picking import Picker
from foresight.model.workshop import Workshop
from foresight.shell.window import Window
from tests.shell.conftest import Dialogs, OpenWindow, banner, edit, menu_action, title_in


def save_versions(window: Window, *titles: str) -> None:
    """Save the workshop under its name with each of these titles."""
    for title in titles:
        edit(window, title)
        assert window.save_workshop()


def test_a_version_that_was_saved_over_opens_as_a_copy(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    save_versions(window, "One", "Two", "Three")
    listed: list[str] = []

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, Picker)
        listed.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        qtbot.keyClicks(dialog.search, "one")
        dialog.accept()

    dialogs.expect(choose)
    menu_action(window, "Earlier versions…").trigger()

    assert [text.split(" – ")[0] for text in listed] == ["Two", "One", "Public sector 2040"]
    assert window.session.document[Workshop].title == "One"
    assert window.file.path is None
    assert title_in(plan) == "Three"
    assert banner(window) == "An earlier version, opened as a copy. Save it under a name to keep it."


def test_choosing_nothing_changes_nothing(qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs) -> None:
    window = open_window(plan)
    save_versions(window, "One")
    dialogs.expect(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    menu_action(window, "Earlier versions…").trigger()

    assert window.file.path == plan


def test_without_any_it_is_said(window: Window, dialogs: Dialogs) -> None:
    dialogs.click("OK")
    menu_action(window, "Earlier versions…").trigger()

    assert dialogs.seen == ["There are no earlier versions yet: one is kept whenever a workshop is saved."]


def test_what_cannot_be_opened_is_not_offered(open_window: OpenWindow, plan: Path, dialogs: Dialogs) -> None:
    window = open_window(plan)
    folder = backup_folder(window.session.document.doc_id)
    folder.mkdir(parents=True)
    (folder / "20260101T120000.000000Z-abc.foresight").write_bytes(b"not a workshop")
    (folder / "strange.foresight").write_bytes(plan.read_bytes())
    dialogs.click("OK")
    menu_action(window, "Earlier versions…").trigger()

    assert dialogs.seen[0].startswith("There are no earlier versions yet")
