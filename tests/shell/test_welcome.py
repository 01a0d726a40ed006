"""The welcome page: begin, go on, look at a sample."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from conftest import SAMPLE_EN, SAMPLE_NB
from foresight.core.document import Document
from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.shell.welcome import Welcome
from foresight.shell.window import Window
from tests.shell.conftest import Choose, Dialogs, OpenWindow, edit, shown_texts

# The welcome page


def test_the_first_focus_is_on_a_new_workshop(qtbot: QtBot, window: Window) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "New workshop"

    qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert window.workspace is not None


def welcome_button(window: Window, text: str) -> QPushButton:
    """The button of the welcome page with this text."""
    found = [one for one in window.pages.findChildren(Welcome)[-1].findChildren(QPushButton) if one.text() == text]
    assert found, f"no {text} on the welcome page"
    return found[0]


@pytest.mark.parametrize(("name", "path"), [("Public sector 2040", SAMPLE_EN), ("Offentlig sektor 2040", SAMPLE_NB)])
def test_a_sample_opens_as_an_unsaved_copy(window: Window, name: str, path: Path, choose: Choose) -> None:
    welcome_button(window, name).click()
    sample = load(path, slice_kinds())

    assert window.file.path is None
    assert not window.file.is_modified
    assert window.session.document.doc_id != sample.doc_id
    assert window.session.document == Document(sample.slices, sample.foreign, window.session.document.doc_id)
    assert path not in window.preferences.recent
    assert window.status.state.text().startswith("Not in a file yet · 36 trends · ")

    before = path.read_bytes()
    choose(None)
    edit(window, "Mine")
    assert not window.save_workshop()
    assert path.read_bytes() == before


def test_a_template_begins_a_workshop(window: Window) -> None:
    welcome_button(window, "Trends and drivers 2040").click()

    assert window.file.path is None
    assert window.workspace is not None


def test_recent_files_open_with_a_click_and_missing_ones_are_grey(
    open_window: OpenWindow, plan: Path, tmp_path: Path
) -> None:
    open_window(plan).close()
    gone = tmp_path / "gone.foresight"
    window = open_window()
    window.preferences.remember(gone)
    window.show_welcome()

    assert not welcome_button(window, "gone").isEnabled()
    welcome_button(window, "plan").click()
    assert window.file.path == plan

    window.show_welcome()
    welcome_button(window, "Clear list").click()
    assert window.preferences.recent == ()
    assert "Workshops you open appear here." in shown_texts(window.pages)


def test_a_recent_file_that_went_away_since_is_said_in_one_sentence(
    open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    window.new_workshop()
    window.show_welcome()
    plan.unlink()
    dialogs.click("OK")
    welcome_button(window, "plan").click()

    assert dialogs.seen == ["There is no file plan.foresight."]
    assert window.at == ""
