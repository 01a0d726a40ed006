"""After a crash: what was unsaved is offered, and nothing that was saved ever comes back."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool, QTimer
from pytestqt.qtbot import QtBot

from foresight.core import recovery
from foresight.core.files import write_whole
from foresight.core.methods import slice_kinds
from foresight.core.problems import FileProblem
from foresight.core.recovery import Recorder, find, leave
from foresight.core.storage import load, save
from foresight.model.workshop import Workshop
from foresight.shell import snapshots
from foresight.shell.window import Window
from tests.core.child import child
from tests.shell.conftest import CONTROL, Dialogs, OpenWindow, banner, banner_button, edit, title_in

EDITS = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from foresight.model.workshop import set_workshop
from foresight.shell import snapshots
from foresight.shell.start import Application, make_window

snapshots.AFTER = 0
app = Application([])
window = make_window(app, sys.argv[1] or None)
if not sys.argv[1]:
    window.new_workshop()
for title in sys.argv[2:]:
    window.session.seal()
    window.session.do(set_workshop(title=title))
kept = window.file.snapshots
while kept._recorder is None or kept._runner.busy or not (kept._recorder._folder / "snapshot.foresight").exists():
    app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
"""
"""A program in which somebody types titles and that is killed once the last one is in a snapshot."""


def killed(file: Path | None, *titles: str) -> None:
    """Run it."""
    with child(EDITS, str(file or ""), *titles):
        pass


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Snapshots are kept at the first pause."""
    monkeypatch.setattr(snapshots, "AFTER", 0)


# Offered at the next start


def test_unsaved_work_of_a_killed_program_is_offered_and_recovered(open_window: OpenWindow, plan: Path) -> None:
    before = plan.read_bytes()
    killed(plan, "First", "Second")
    window = open_window()
    assert banner(window).startswith("“Second” was not saved when Foresight last ended (")
    assert "2 changes" in banner(window)

    banner_button(window, "Recover").click()
    assert window.session.document[Workshop].title == "Second"
    assert window.file.path == plan
    assert window.file.is_modified
    assert banner(window) == "Recovered. Save it to keep it."
    assert plan.read_bytes() == before

    assert window.save_workshop()
    assert title_in(plan) == "Second"
    window.close()
    assert find(slice_kinds()) == []


def test_a_workshop_that_was_never_saved_is_recovered_too(open_window: OpenWindow) -> None:
    killed(None, "Never saved")
    window = open_window()
    banner_button(window, "Recover").click()

    assert window.session.document[Workshop].title == "Never saved"
    assert window.file.path is None
    assert window.file.is_modified


def test_closing_the_message_keeps_it_for_later(open_window: OpenWindow) -> None:
    killed(None, "Later")
    first = open_window()
    banner_button(first, "Later").click()
    assert banner(first) == ""
    first.close()

    assert "“Later” was not saved" in banner(open_window())


def test_escape_in_the_message_means_later(qtbot: QtBot, open_window: OpenWindow) -> None:
    killed(None, "Later")
    window = open_window()
    recover = banner_button(window, "Recover")
    recover.setFocus()
    qtbot.keyClick(recover, Qt.Key.Key_Escape)
    assert banner(window) == ""
    assert len(find(slice_kinds())) == 1


def test_escape_on_the_welcome_page_means_later(qtbot: QtBot, open_window: OpenWindow) -> None:
    killed(None, "Later")
    window = open_window()
    focused = window.focusWidget()
    assert focused is not None
    assert not window.banner.isAncestorOf(focused)
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert banner(window) == ""
    assert len(find(slice_kinds())) == 1


def test_it_is_said_which_file_it_belongs_to(open_window: OpenWindow, plan: Path) -> None:
    killed(plan, "Of a file")
    killed(None, "Of none")
    window = open_window()
    assert banner(window).endswith("It was never in a file.")
    banner_button(window, "Recover").click()
    banner_button(window, "Close").click()
    assert banner(window).endswith(f"Its file: {plan}")


def test_two_windows_never_offer_the_same(open_window: OpenWindow) -> None:
    killed(None, "Only once")
    first, second = open_window(), open_window()
    assert "“Only once”" in banner(first)
    assert banner(second) == ""

    first.close()
    assert "“Only once”" in banner(open_window())


def test_a_damaged_copy_is_told_and_kept(open_window: OpenWindow, private_home: Path) -> None:
    killed(None, "Damaged")
    (copy,) = kept(private_home)
    copy.write_bytes(b"{")
    window = open_window()
    aside = private_home / "recovery" / f"damaged-{copy.parent.name}"
    assert banner(window).endswith(f"is damaged and cannot be read. It is kept in {aside}.")
    assert (aside / copy.name).read_bytes() == b"{"


def test_the_offer_outlives_other_work_and_another_language(open_window: OpenWindow, plan: Path) -> None:
    killed(None, "Still there")
    window = open_window(plan)
    assert "“Still there” was not saved" in banner(window)

    window.new_workshop()
    window.speak("nb")
    assert "«Still there» var ikke lagret" in banner(window)


def test_several_are_offered_one_after_the_other(open_window: OpenWindow, dialogs: Dialogs) -> None:
    killed(None, "One")
    killed(None, "Two")
    window = open_window()
    shown = [banner(window)]
    dialogs.click("Discard")
    banner_button(window, "Discard").click()
    shown.append(banner(window))
    assert ["“Two”" in shown[0], "“One”" in shown[1]] == [True, True]

    dialogs.click("Cancel")
    banner_button(window, "Discard").click()
    assert "“One”" in banner(window)
    dialogs.click("Discard")
    banner_button(window, "Discard").click()
    assert banner(window) == ""
    assert find(slice_kinds()) == []


def test_recovering_asks_about_what_is_unsaved_here(open_window: OpenWindow, plan: Path, dialogs: Dialogs) -> None:
    killed(None, "Recovered")
    window = open_window(plan)
    edit(window, "Here")
    dialogs.click("Cancel")
    banner_button(window, "Recover").click()

    assert window.session.document[Workshop].title == "Here"
    assert "“Recovered” was not saved" in banner(window)


def test_a_recovered_workshop_does_not_overwrite_what_others_saved_since(
    open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    killed(plan, "Mine")
    (found,) = find(slice_kinds())
    document = load(plan, slice_kinds())
    save(document.put(document[Workshop].but(title="Theirs")), plan)
    leave(found)
    window = open_window()
    banner_button(window, "Recover").click()
    dialogs.click("Cancel")

    assert not window.save_workshop()
    assert dialogs.seen == ["plan.foresight was changed by another program since it was opened. Nothing was saved."]
    assert title_in(plan) == "Theirs"
    assert found.path == plan


@pytest.mark.parametrize("damage", ["deleted", "damaged"])
def test_work_is_recovered_also_when_its_file_is_gone_or_damaged(
    damage: str, open_window: OpenWindow, plan: Path
) -> None:
    killed(plan, "All there is")
    if damage == "deleted":
        plan.unlink()
    else:
        plan.write_bytes(b"{")
    window = open_window()
    banner_button(window, "Recover").click()

    assert window.session.document[Workshop].title == "All there is"
    assert window.file.path is None
    assert window.file.is_modified


def test_a_recovered_workshop_is_protected_from_the_next_crash(open_window: OpenWindow, private_home: Path) -> None:
    killed(None, "Twice")
    window = open_window()
    banner_button(window, "Recover").click()
    (held,) = (private_home / "recovery").glob("*/snapshot.foresight")

    assert title_in(held) == "Twice"
    assert find(slice_kinds()) == []


# Kept while one works


def kept(home: Path) -> list[Path]:
    """The snapshots that lie there."""
    return list((home / "recovery").glob("*/snapshot.foresight"))


def protected(qtbot: QtBot, window: Window, home: Path, title: str) -> None:
    """Make a change and wait until it is in a snapshot."""
    edit(window, title)
    qtbot.waitUntil(lambda: [title_in(path) for path in kept(home)] == [title])
    qtbot.waitUntil(lambda: not window.file.snapshots._runner.busy)


def test_a_save_an_undo_to_the_saved_state_and_a_close_leave_no_snapshot(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, private_home: Path
) -> None:
    window = open_window(plan)
    protected(qtbot, window, private_home, "One")
    assert window.save_workshop()
    assert kept(private_home) == []

    protected(qtbot, window, private_home, "Two")
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: kept(private_home) == [])

    protected(qtbot, window, private_home, "Three")
    window.session.history.mark_saved(window.session.document)
    window.close()
    assert not (private_home / "recovery").exists() or list((private_home / "recovery").iterdir()) == []


def test_opening_another_workshop_drops_the_snapshot_of_the_one_before(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, private_home: Path, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    protected(qtbot, window, private_home, "Given up")
    dialogs.click("Do not save")
    window.new_workshop()

    assert kept(private_home) == []


def test_uninterrupted_work_is_kept_all_the_same(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "AFTER", 50)
    window = open_window(plan)
    typing = QTimer()
    typing.timeout.connect(lambda: edit(window, f"No pause {len(window.session.history.steps)}"))
    edit(window, "First")
    typing.start(10)
    qtbot.waitUntil(lambda: bool(kept(private_home)))
    typing.stop()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, threading.Event]]:
    """A snapshot that is being written waits here: (it came, let it go). Whoever clears lets it go first."""
    came, go = threading.Event(), threading.Event()
    clear = Recorder.clear

    def wait(path: Path, data: bytes) -> None:
        came.set()
        go.wait(10)
        write_whole(path, data)

    def let_go_and_clear(recorder: Recorder) -> None:
        go.set()
        clear(recorder)

    monkeypatch.setattr(recovery, "write_whole", wait)
    monkeypatch.setattr(Recorder, "clear", let_go_and_clear)
    yield came, go
    go.set()


def test_a_snapshot_that_is_being_written_while_the_file_is_saved_does_not_stay(
    qtbot: QtBot,
    open_window: OpenWindow,
    plan: Path,
    private_home: Path,
    gate: tuple[threading.Event, threading.Event],
) -> None:
    window = open_window(plan)
    edit(window, "Saved")
    qtbot.waitUntil(gate[0].is_set)
    assert window.save_workshop()
    QThreadPool.globalInstance().waitForDone()

    assert kept(private_home) == []


def test_a_snapshot_that_waits_for_its_turn_while_the_file_is_saved_is_not_written(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, private_home: Path
) -> None:
    pool, busy = QThreadPool.globalInstance(), threading.Event()
    threads = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    try:
        pool.start(lambda: busy.wait(10))
        window = open_window(plan)
        edit(window, "Saved")
        qtbot.waitUntil(lambda: window.file.snapshots._runner.busy)
        assert window.save_workshop()
    finally:
        busy.set()
        pool.waitForDone()
        pool.setMaxThreadCount(threads)

    assert kept(private_home) == []


def test_without_room_for_snapshots_the_user_is_told_and_works_on(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> None:
        raise FileProblem("The disk is full.")

    monkeypatch.setattr(recovery, "write_whole", full)
    window = open_window(plan)
    edit(window, "Unprotected")
    qtbot.waitUntil(lambda: banner(window) == "The disk is full.")

    assert window.save_workshop()


def test_without_a_folder_for_locks_and_snapshots_files_open_and_save(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, private_home: Path
) -> None:
    private_home.mkdir()
    for name in ("locks", "recovery"):
        (private_home / name).write_text("in the way")
    window = open_window()
    assert "cannot use its own folder" in banner(window)
    window.open_path(plan)
    edit(window, "Open")
    qtbot.waitUntil(lambda: "Unsaved work is not protected" in banner(window))

    assert not window.session.read_only
    assert window.save_workshop()
    assert title_in(plan) == "Open"
