"""Opening files: by argument, menu, drop; files that cannot be read, or only be read."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.model.cards import Card, add_cards
from foresight.model.groups import Group, add_group
from foresight.model.workshop import set_workshop
from foresight.shell.listing import Listing
from foresight.shell.window import Window
from tests.shell.conftest import Choose, Dialogs, OpenWindow, banner, banner_button, edit, menu_action, title_in

# Opening


def test_a_file_given_as_argument_is_open_and_remembered(open_window: OpenWindow, plan: Path) -> None:
    window = open_window(plan)

    assert window.file.path == plan
    assert window.workspace is not None
    assert window.preferences.recent == (plan,)
    assert window.session.document == load(plan, slice_kinds())


def test_a_workshop_opens_where_it_has_something(window: Window) -> None:
    first = Document()
    grouped = add_group(Group(name="Table 1")).apply(first)
    carded = add_cards(Card(title="Silos")).apply(grouped)
    for document, place in ((first, "room"), (grouped, "room"), (carded, "dilemmas")):
        window.session.open(document)
        window.show_workshop()
        assert window.at == place


def test_a_file_given_by_a_short_name_is_remembered_by_its_whole_path(
    open_window: OpenWindow, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)
    window = open_window(Path("plan.foresight"))

    assert window.file.path == plan
    assert window.preferences.recent == (plan,)


def test_what_others_opened_before_is_in_the_menu(open_window: OpenWindow, plan: Path, tmp_path: Path) -> None:
    window = open_window(plan)
    gone = tmp_path / "gone.foresight"
    window.preferences.remember(gone)
    window.new_workshop()

    assert not menu_action(window, "gone").isEnabled()
    menu_action(window, "plan").trigger()
    assert window.file.path == plan

    menu_action(window, "Clear list").trigger()
    assert window.preferences.recent == ()


def test_a_file_dropped_on_the_window_is_opened(window: Window, plan: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(plan))])
    place, copy = QPointF(500, 400), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), copy, data, button, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(place, copy, data, button, keys))

    assert window.file.path == plan


def test_a_link_dropped_on_the_window_is_not_taken(window: Window) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/plan.foresight")])
    enter = QDragEnterEvent(
        QPointF(5, 5).toPoint(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, enter)

    assert not enter.isAccepted()


def newer(text: bytes) -> bytes:
    """The file as a program would write it that no longer lets this one write."""
    document = json.loads(text)
    return json.dumps({**document, "schema": 99, "min_reader": 99}).encode()


BAD = {
    "empty": lambda text: b"",
    "cut off": lambda text: text[: len(text) // 2],
    "foreign": lambda text: b'{"name": "package", "version": "1.0"}',
    "picture": lambda text: b"\x89PNG\r\n\x1a\n" + bytes(200),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_file_that_cannot_be_read_gives_one_sentence_and_changes_nothing(
    kind: str, open_window: OpenWindow, plan: Path, tmp_path: Path, choose: Choose, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    edit(window, "Still here")
    window.session.history.mark_saved(window.session.document)
    document, at = window.session.document, window.at
    bad = tmp_path / "bad.foresight"
    bad.write_bytes(BAD[kind](plan.read_bytes()))
    before = bad.read_bytes()
    choose(bad)
    dialogs.click("OK")
    menu_action(window, "Open…").trigger()

    assert window.session.document is document
    assert (window.file.path, window.at) == (plan, at)
    assert bad.read_bytes() == before
    assert bad not in window.preferences.recent
    (said,) = dialogs.seen
    assert said.endswith(".")
    assert "\n" not in said


def test_a_bad_file_given_as_argument_leads_to_the_welcome_page(
    open_window: OpenWindow, tmp_path: Path, dialogs: Dialogs
) -> None:
    dialogs.click("OK")
    window = open_window(tmp_path / "nowhere.foresight")

    assert dialogs.seen == ["There is no file nowhere.foresight."]
    assert window.at == ""
    assert window.focusWidget().isVisible()


def test_a_file_of_a_newer_program_can_be_read_and_is_never_saved_over(
    open_window: OpenWindow, plan: Path, tmp_path: Path, choose: Choose, dialogs: Dialogs
) -> None:
    plan.write_bytes(newer(plan.read_bytes()))
    before = plan.read_bytes()
    window = open_window(plan)
    assert "saved by a newer Foresight" in banner(window)
    assert window.status.state.text().startswith("Read only")

    assert not window.session.do(set_workshop(title="Not taken"))
    choose(plan)
    dialogs.click("Cancel")
    assert not window.save_workshop()
    assert dialogs.seen == ["plan.foresight was saved by a newer Foresight and is not saved over. Choose another name."]
    assert plan.read_bytes() == before

    choose(tmp_path / "mine.foresight")
    assert window.save_workshop()
    edit(window, "Mine")
    assert window.save_workshop()
    assert title_in(tmp_path / "mine.foresight") == "Mine"


def test_a_repaired_file_says_what_was_done_and_wants_to_be_saved(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    text = plan.read_text("utf-8")
    data = json.loads(text)
    trends = data["slices"]["trends"]
    trends["trends"] = trends["trends"][1:]
    data.pop("sha256", None)
    plan.write_text(json.dumps(data), "utf-8")
    window = open_window(plan)

    assert banner(window).startswith("The file was put right while it was read.")
    assert window.file.is_modified

    shown: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, Listing)
        shown.extend(dialog.lines.item(row).text() for row in range(dialog.lines.count()))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    dialogs.expect(look)
    banner_button(window, "Show what was taken out").click()
    assert {line.split(" “")[0] for line in shown} >= {"Removed: rating", "Changed: driver"}
    assert all(line.startswith(("Removed: ", "Changed: ")) for line in shown), shown
