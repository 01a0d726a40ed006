"""One file, several programs: two windows, and files that change on disk."""

import getpass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from foresight.core.folders import data_folder
from foresight.core.methods import slice_kinds
from foresight.core.storage import Stamp, load, save
from foresight.model.workshop import Workshop, set_workshop
from foresight.shell import ownership, workshop_file
from tests.core.child import child
from tests.core.test_lock import HOLDS
from tests.shell.conftest import CONTROL, Choose, Dialogs, OpenWindow, banner, banner_button, edit, title_in

# Two windows


def test_the_second_window_reads_says_who_writes_and_can_take_over(
    qtbot: QtBot, open_window: OpenWindow, plan: Path
) -> None:
    first, second = open_window(plan), open_window(plan)
    assert not first.session.read_only
    assert second.session.read_only
    assert f"open elsewhere: by {getpass.getuser()} since" in banner(second)
    assert second.status.state.text().startswith("Read only")

    banner_button(second, "Take over").click()
    qtbot.waitUntil(lambda: not second.session.read_only)
    assert banner(second) == ""
    assert first.session.read_only
    assert banner(first) == "Another window took this workshop over. Here you can read it, or save a copy."
    assert not first.session.do(set_workshop(title="No longer"))
    edit(second, "From the second")
    assert second.save_workshop()
    assert title_in(plan) == "From the second"


def test_what_is_unsaved_where_another_window_took_over_is_not_lost(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    first, second = open_window(plan), open_window(plan)
    edit(first, "Unsaved")
    second.file.take_over()
    qtbot.waitUntil(lambda: first.session.read_only and not second.session.read_only)
    assert banner(first).startswith("Another window took this workshop over. What you changed is still here")
    assert first.session.document[Workshop].title == "Unsaved"
    assert first.file.is_modified
    second.session.do(set_workshop(place="Tromsø"))
    assert second.save_workshop()

    first.file.take_over()
    qtbot.waitUntil(lambda: not first.session.read_only)
    assert second.session.read_only
    dialogs.click("Merge")
    dialogs.expect(lambda dialog: dialog.close())
    assert not first.save_workshop()
    assert first.save_workshop()
    saved = load(plan, slice_kinds())[Workshop]
    assert (saved.title, saved.place) == ("Unsaved", "Tromsø")


def test_taking_over_what_was_saved_meanwhile_reads_it_first(qtbot: QtBot, open_window: OpenWindow, plan: Path) -> None:
    first, second = open_window(plan), open_window(plan)
    edit(first, "Saved meanwhile")
    assert first.save_workshop()
    second.file.take_over()
    qtbot.waitUntil(lambda: not second.session.read_only)

    assert second.session.document[Workshop].title == "Saved meanwhile"
    assert not second.file.is_modified


def test_a_program_that_does_not_answer_keeps_the_file(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ownership, "TRIES", 2)
    monkeypatch.setattr(ownership, "TRY_EVERY", 1)
    with child(HOLDS, str(plan)):
        window = open_window(plan)
        banner_button(window, "Take over").click()
        qtbot.waitUntil(lambda: "does not answer" in banner(window))
        assert window.session.read_only
    banner_button(window, "Try again").click()
    assert not window.session.read_only


def test_a_lock_is_not_given_away_while_the_file_is_being_saved(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = open_window(plan), open_window(plan)
    edit(first, "Saved whole")
    seen: list[bool] = []

    def slow(*args: Any, **more: Any) -> Stamp:
        qtbot.waitUntil(lambda: bool(list((data_folder() / "locks").glob("*.wanted"))))
        seen.append(first.session.read_only)
        return save(*args, **more)

    monkeypatch.setattr(workshop_file, "save", slow)
    QTimer.singleShot(0, second.file.take_over)
    monkeypatch.setattr(workshop_file, "apart", lambda function: function())
    assert first.save_workshop()
    assert seen == [False]
    qtbot.waitUntil(lambda: first.session.read_only and not second.session.read_only)
    assert second.session.document[Workshop].title == "Saved whole"


def test_a_read_only_window_refuses_in_words_and_a_copy_can_be_changed(
    open_window: OpenWindow, plan: Path, tmp_path: Path, choose: Choose
) -> None:
    open_window(plan)
    second = open_window(plan)
    assert not second.session.do(set_workshop(title="No"))
    assert banner(second) == ("This workshop is open for reading only. Save it under another name to change it.")

    choose(tmp_path / "copy.foresight")
    assert second.save_workshop()
    edit(second, "Yes")
    assert second.save_workshop()
    assert title_in(tmp_path / "copy.foresight") == "Yes"
    assert banner(second) == ""


def test_a_file_that_another_window_has_open_is_not_saved_over(
    open_window: OpenWindow, plan: Path, choose: Choose, dialogs: Dialogs
) -> None:
    first, second = open_window(plan), open_window()
    second.new_workshop()
    edit(second, "Not there")
    before = plan.read_bytes()
    choose(plan)
    dialogs.click("Cancel")
    assert not second.save_workshop()

    assert plan.read_bytes() == before
    assert dialogs.seen == ["plan.foresight is open in another window. Choose another name."]
    assert first.file.path == plan


def test_when_the_first_window_closes_the_next_to_open_the_file_may_write(open_window: OpenWindow, plan: Path) -> None:
    first = open_window(plan)
    first.close()

    assert not open_window(plan).session.read_only


def test_opening_the_open_file_again_does_not_make_it_read_only(open_window: OpenWindow, plan: Path) -> None:
    window = open_window(plan)
    window.open_path(plan)

    assert not window.session.read_only


# What others do to the file


def change_on_disk(path: Path, title: str) -> None:
    """Another program saves the workshop."""
    document = load(path, slice_kinds())
    save(document.put(document[Workshop].but(title=title)), path)


def test_a_file_changed_on_disk_is_noticed_and_can_be_loaded(qtbot: QtBot, open_window: OpenWindow, plan: Path) -> None:
    window = open_window(plan)
    change_on_disk(plan, "Theirs")
    qtbot.waitUntil(lambda: banner(window) == "Another program changed the file of this workshop.")

    banner_button(window, "Load theirs").click()
    assert window.session.document[Workshop].title == "Theirs"
    assert not window.file.is_modified
    assert banner(window) == ""


def test_loading_theirs_over_unsaved_changes_can_be_undone(qtbot: QtBot, open_window: OpenWindow, plan: Path) -> None:
    window = open_window(plan)
    edit(window, "Mine")
    change_on_disk(plan, "Theirs")
    qtbot.waitUntil(lambda: "and you have unsaved changes" in banner(window))
    banner_button(window, "Load theirs").click()
    assert window.session.document[Workshop].title == "Theirs"

    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.session.document[Workshop].title == "Mine"
    assert window.file.is_modified
    assert window.save_workshop()
    assert title_in(plan) == "Mine"


def test_mine_can_be_saved_under_another_name(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, tmp_path: Path, choose: Choose
) -> None:
    window = open_window(plan)
    edit(window, "Mine")
    change_on_disk(plan, "Theirs")
    qtbot.waitUntil(lambda: banner(window) != "")
    choose(tmp_path / "mine.foresight")
    banner_button(window, "Save mine under another name").click()

    assert title_in(plan) == "Theirs"
    assert title_in(tmp_path / "mine.foresight") == "Mine"
    assert window.file.path == tmp_path / "mine.foresight"


@pytest.mark.parametrize("answer", ["Save mine under another name", "Load theirs", "Cancel"])
def test_a_conflict_at_save_never_overwrites(
    answer: str, open_window: OpenWindow, plan: Path, tmp_path: Path, choose: Choose, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    edit(window, "Mine")
    change_on_disk(plan, "Theirs")
    choose(tmp_path / "mine.foresight")
    dialogs.click(answer)
    saved = window.save_workshop()

    assert title_in(plan) == "Theirs"
    assert saved == (answer == "Save mine under another name")
    assert (tmp_path / "mine.foresight").exists() == saved
    assert window.session.document[Workshop].title == ("Theirs" if answer == "Load theirs" else "Mine")


def test_a_file_that_was_deleted_is_noticed_and_can_be_saved_again(
    qtbot: QtBot, open_window: OpenWindow, plan: Path
) -> None:
    window = open_window(plan)
    plan.unlink()
    qtbot.waitUntil(lambda: "no longer there" in banner(window))
    assert window.file.is_modified

    banner_button(window, "Save it again").click()
    assert load(plan, slice_kinds()) == window.session.document
    assert not window.file.is_modified
    assert banner(window) == ""


def test_our_own_saving_is_no_change_by_others(qtbot: QtBot, open_window: OpenWindow, plan: Path) -> None:
    window = open_window(plan)
    heard: list[str] = []
    window.file.changed_by_others.connect(lambda: heard.append(title_in(plan)))
    edit(window, "Mine")
    assert window.save_workshop()
    change_on_disk(plan, "Theirs")
    qtbot.waitUntil(lambda: bool(heard))

    assert heard == ["Theirs"]


def test_what_was_said_about_one_workshop_is_not_said_about_the_next(
    qtbot: QtBot, open_window: OpenWindow, plan: Path
) -> None:
    window = open_window(plan)
    change_on_disk(plan, "Theirs")
    qtbot.waitUntil(lambda: banner(window) != "")
    window.new_workshop()

    assert banner(window) == ""
