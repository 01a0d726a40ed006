"""Versions: kept by themselves and by name, compared with what is there now, restored, opened as a copy."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from foresight.core import backups
from foresight.core.backups import backup_folder, versions
from foresight.core.document import Document
from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.kit.labels import EmptyState
from foresight.model.groups import Group, Groups, add_group
from foresight.model.trends import Trend, Trends, add_trend
from foresight.model.workshop import Workshop
from foresight.shell.comparing import restored
from foresight.shell.versions import Versions
from foresight.shell.window import Window
from tests.looking import clipped, nameless
from tests.shell.conftest import CONTROL, SHIFT, Dialogs, OpenWindow, banner, edit, menu_action, press, title_in

DOWN, TAB, ENTER, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def minutes(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Say how many minutes after noon of 2 March 2026 it is when versions are kept."""
    noon = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)

    def at(minute: int) -> None:
        monkeypatch.setattr(backups, "_now", lambda: noon + datetime.timedelta(minutes=minute))

    return at


def save_versions(window: Window, *titles: str) -> None:
    """Save the workshop under its name with each of these titles."""
    for title in titles:
        edit(window, title)
        assert window.save_workshop()


def type_name(qtbot: QtBot, name: str) -> Callable[[QWidget], None]:
    """Type this into the dialog that asks for the name of a version, and press Enter."""

    def typed(dialog: QWidget) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.selectAll()
        qtbot.keyClicks(field, name)
        qtbot.keyClick(field, ENTER)

    return typed


def read(qtbot: QtBot, dialog: QWidget) -> Versions:
    """The dialog, once it has read the chosen version and looked for other workshops."""
    assert isinstance(dialog, Versions)
    qtbot.waitUntil(lambda: not dialog._runner.busy and not dialog._looker.busy)
    return dialog


def cells(dialog: Versions, column: int) -> list[str]:
    """What a column of the list says."""
    model = dialog.list.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def lines(dialog: Versions) -> list[str]:
    """What is different, thing by thing."""
    return [dialog.lines.item(row).text() for row in range(dialog.lines.count())]


def open_versions(window: Window, dialogs: Dialogs, act: Callable[[QWidget], object]) -> None:
    """Choose File > Versions… and do this with the window that opens."""
    dialogs.expect(act)
    menu_action(window, "Versions…").trigger()


# Looking


def test_each_version_says_when_it_was_kept_and_what_happened_since(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs, minutes: Callable[[int], None]
) -> None:
    window = open_window(plan)
    trends = len(window.session.document[Trends].trends)
    for minute, title in enumerate(["One", "Two", "Three"]):
        minutes(minute)
        save_versions(window, title)
    window.session.do(add_trend(Trend(title="Fewer at work")))
    window.session.do(add_trend(Trend(title="More robots")))
    local = datetime.datetime(2026, 3, 2, 12, 2, tzinfo=datetime.UTC).astimezone()
    seen: list[object] = []

    def look(dialog: QWidget) -> None:
        found = read(qtbot, dialog)
        seen.append(cells(found, 0)[0])
        seen.append(found.list.rowCount())
        seen.extend([found.heading.text(), found.since.text(), lines(found)])
        qtbot.keyClick(found.list, DOWN)
        read(qtbot, found)
        seen.append(found.holds.text().split(" · ")[0])
        seen.append(found.restore_button.isEnabled())

    open_versions(window, dialogs, look)
    when = f"2 March 2026 {local:%H:%M}"
    assert seen[:3] == [when, 3, when]
    assert seen[3] == "Since then: 2 trends added, title changed"
    assert seen[4] == ["Added: trend “Fewer at work”", "Added: trend “More robots”", "Changed: title"]
    assert seen[5:] == [f"{trends} trends", True]
    assert window.file.path == plan


def test_a_version_like_now_says_so_and_cannot_be_restored(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    dialogs.expect(type_name(qtbot, "as it is"))
    menu_action(window, "Keep a version…").trigger()

    def look(dialog: QWidget) -> None:
        found = read(qtbot, dialog)
        assert found.since.text() == "Nothing is different from now."
        assert not found.restore_button.isEnabled()
        assert found.copy_button.isEnabled()

    open_versions(window, dialogs, look)


def test_a_damaged_version_says_so_and_can_only_be_deleted(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    save_versions(window, "One")
    (version,) = versions(window.session.document.doc_id)
    version.path.write_bytes(b"{")

    def look(dialog: QWidget) -> None:
        found = read(qtbot, dialog)
        assert found.holds.text().startswith("The file is damaged or was cut off at line 1.")
        assert not found.restore_button.isEnabled()
        assert not found.copy_button.isEnabled()
        dialogs.click("Delete")
        found.delete_button.click()
        assert isinstance(found.stack.currentWidget(), EmptyState)
        assert found.list.rowCount() == 0

    open_versions(window, dialogs, look)
    assert versions(window.session.document.doc_id) == ()


def test_without_any_it_is_said_how_they_come_about(qtbot: QtBot, window: Window, dialogs: Dialogs) -> None:
    window.new_workshop()

    def keep_one(dialog: QWidget) -> None:
        found = read(qtbot, dialog)
        page = found.stack.currentWidget()
        assert isinstance(page, EmptyState)
        assert page.accessibleName() == "No versions yet"
        dialogs.expect(type_name(qtbot, "at the start"))
        qtbot.mouseClick(page.findChild(QPushButton), Qt.MouseButton.LeftButton)
        read(qtbot, found)
        assert cells(found, 1) == ["at the start"]

    open_versions(window, dialogs, keep_one)


# Keeping


def test_a_version_is_kept_under_a_name_also_of_a_workshop_without_a_file(
    qtbot: QtBot, window: Window, dialogs: Dialogs
) -> None:
    window.new_workshop()
    edit(window, "Voted")
    dialogs.expect(type_name(qtbot, "after vote 1"))
    press(qtbot, window, Qt.Key.Key_K, CONTROL | SHIFT)

    (version,) = versions(window.session.document.doc_id)
    assert version.name == "after vote 1"
    assert load(version.path, slice_kinds()) == window.session.document
    assert window.statusBar().currentMessage() == "Kept as “after vote 1”"
    assert window.file.is_modified


@pytest.mark.parametrize("answer", ["escape", "no name"])
def test_a_version_without_a_name_is_not_kept(qtbot: QtBot, window: Window, dialogs: Dialogs, answer: str) -> None:
    window.new_workshop()
    dialogs.expect((lambda dialog: qtbot.keyClick(dialog, ESCAPE)) if answer == "escape" else type_name(qtbot, "   "))
    menu_action(window, "Keep a version…").trigger()

    assert versions(window.session.document.doc_id) == ()


def test_a_version_that_cannot_be_kept_is_told(
    qtbot: QtBot, window: Window, dialogs: Dialogs, private_home: Path
) -> None:
    window.new_workshop()
    (private_home / "backups").write_text("in the way")
    dialogs.expect(type_name(qtbot, "after vote 1"))
    dialogs.click("OK")
    menu_action(window, "Keep a version…").trigger()

    assert dialogs.seen[1].startswith("The version could not be kept: ")


def test_a_version_is_named_renamed_and_deleted_only_when_one_is_sure(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    save_versions(window, "One", "Two")
    doc_id = window.session.document.doc_id

    def work(dialog: QWidget) -> None:
        found = read(qtbot, dialog)
        qtbot.keyClick(found.list, DOWN)
        for name in ("before lunch", "after lunch"):
            dialogs.expect(type_name(qtbot, name))
            qtbot.keyClick(found.rename_button, Qt.Key.Key_Space)
            assert cells(found, 1) == ["", name]
            assert found.heading.text() == name
        dialogs.click("Cancel")
        found.delete_button.click()
        assert len(versions(doc_id)) == 2
        dialogs.click("Delete")
        found.delete_button.click()
        assert cells(found, 1) == [""]

    open_versions(window, dialogs, work)
    assert "Delete the version “after lunch” for good? This cannot be undone." in dialogs.seen
    assert [version.name for version in versions(doc_id)] == [""]


# Going back


def test_a_version_is_restored_and_undo_brings_everything_back(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    save_versions(window, "One", "Two")
    before = window.session.document

    def restore(dialog: QWidget) -> None:
        found = read(qtbot, dialog)
        assert found.focusWidget() is found.list
        qtbot.keyClick(found.list, DOWN)
        read(qtbot, found)
        qtbot.keyClick(found.list, ENTER)

    open_versions(window, dialogs, restore)
    assert window.session.document[Workshop].title == "Public sector 2040"
    assert window.session.document.doc_id == before.doc_id
    assert window.file.path == plan
    assert window.file.is_modified
    assert banner(window) == "Restored. Undo brings back what was here; save to keep what is here now."
    assert title_in(plan) == "Two"

    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert window.session.document is before
    assert not window.file.is_modified
    window.redo()
    assert window.save_workshop()
    names = [load(version.path, slice_kinds())[Workshop].title for version in versions(before.doc_id)]
    assert names[0] == "Two"


def test_what_was_in_no_file_is_among_the_versions_after_restoring(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    save_versions(window, "One")
    edit(window, "Not saved")

    def restore(dialog: QWidget) -> None:
        found = read(qtbot, dialog)
        found.restore_button.click()

    open_versions(window, dialogs, restore)
    newest = versions(window.session.document.doc_id)[0]
    assert load(newest.path, slice_kinds())[Workshop].title == "Not saved"


def test_a_version_opens_as_a_copy_and_the_file_stays_as_it_is(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    save_versions(window, "One", "Two")
    doc_id = window.session.document.doc_id
    open_versions(window, dialogs, lambda dialog: read(qtbot, dialog).copy_button.click())

    assert window.session.document[Workshop].title == "One"
    assert window.session.document.doc_id != doc_id
    assert window.file.path is None
    assert title_in(plan) == "Two"
    assert banner(window) == "An earlier version, opened as a copy. Save it under a name to keep it."


def test_looking_changes_nothing(qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs) -> None:
    window = open_window(plan)
    save_versions(window, "One")
    before = window.session.document
    open_versions(window, dialogs, lambda dialog: qtbot.keyClick(read(qtbot, dialog), ESCAPE))

    assert window.session.document is before
    assert not window.file.is_modified


def test_a_read_only_workshop_is_not_restored(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    first = open_window(plan)
    save_versions(first, "One")
    second = open_window(plan)

    def look(dialog: QWidget) -> None:
        found = read(qtbot, dialog)
        assert found.since.text() != ""
        assert not found.restore_button.isEnabled()
        assert found.copy_button.isEnabled()

    open_versions(second, dialogs, look)


def test_versions_of_another_workshop_can_be_opened_also_when_its_file_is_gone(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    first = open_window(plan)
    save_versions(first, "One", "Two")
    first.close()
    plan.unlink()
    window = open_window()

    def choose(dialog: QWidget) -> None:
        found = read(qtbot, dialog)
        assert [found.workshops.itemText(at) for at in range(found.workshops.count())] == ["This workshop", "One"]
        found.workshops.setFocus()
        qtbot.keyClick(found.workshops, DOWN)
        read(qtbot, found)
        assert found.list.rowCount() == 2
        assert found.since.text() == ""
        assert not found.restore_button.isEnabled()
        found.copy_button.click()

    open_versions(window, dialogs, choose)
    assert window.session.document[Workshop].title == "One"


def test_files_that_are_no_versions_are_not_shown(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    folder = backup_folder(window.session.document.doc_id)
    folder.mkdir(parents=True)
    (folder / "strange.foresight").write_bytes(plan.read_bytes())

    def look(dialog: QWidget) -> None:
        assert isinstance(read(qtbot, dialog).stack.currentWidget(), EmptyState)

    open_versions(window, dialogs, look)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_every_control_has_a_name_and_room_for_its_words(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs, language: str
) -> None:
    window = open_window(plan)
    save_versions(window, "One <b>two</b>")
    window.speak(language)  # type: ignore[arg-type]
    seen: list[object] = []

    def look(dialog: QWidget) -> None:
        found = read(qtbot, dialog)
        QApplication.processEvents()
        seen.extend([sorted(nameless(found)), list(clipped(found))])

    dialogs.expect(look)
    window.show_versions()
    assert seen == [[], []]


# The document that comes out


def test_restoring_shares_what_is_the_same_and_takes_over_the_rest() -> None:
    group = add_group(Group(name="Table 1")).apply(Document())
    present = group.put(Workshop(title="Now"))
    version = Document({Groups: Groups(groups=(Group(**dict(group[Groups].groups[0])),))}, {"x": {"a": 1}}, "other")
    made = restored(present, version)
    assert made[Groups] is present[Groups]
    assert made[Workshop] == Workshop()
    assert made.foreign == {"x": {"a": 1}}
    assert made.doc_id == present.doc_id
    assert restored(made, version) is made
