"""Saving that fails says why and offers another place; saving that takes long leaves the window alive."""

import errno
import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from foresight.core.backups import versions
from foresight.core.encoding import encode
from foresight.core.methods import slice_kinds
from foresight.core.recovery import find
from foresight.core.storage import Stamp, save
from foresight.core.words import byte_size
from foresight.model.workshop import Workshop, set_workshop
from foresight.shell import snapshots, workshop_file
from foresight.shell.window import Window
from tests.shell.conftest import Choose, Dialogs, OpenWindow, banner, edit, title_in


@pytest.fixture(autouse=True)
def no_snapshots(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the file is written."""
    monkeypatch.setattr(snapshots, "AFTER", 600_000)


@pytest.fixture
def fault(monkeypatch: pytest.MonkeyPatch) -> list[OSError]:
    """While something is in here, the disk answers every write with it."""
    held: list[OSError] = []
    write = os.write

    def stand_in(handle: int, data: bytes) -> int:
        if held:
            raise held[0]
        return write(handle, data)

    monkeypatch.setattr(os, "write", stand_in)
    return held


def require_unsaved(window: Window, plan: Path, title: str) -> None:
    """Nothing is lost: the old file, and what is in the window."""
    assert title_in(plan) == "Public sector 2040"
    assert window.session.document[Workshop].title == title
    assert window.file.path == plan
    assert window.file.is_modified
    assert window.isWindowModified()


REASONS = {
    errno.EACCES: "you are not allowed to write there",
    errno.EROFS: "the disk is read-only",
    errno.ENOENT: "the folder is no longer there",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EIO: "the disk reports an error",
}


def test_a_save_that_fails_says_why_and_keeps_everything(
    open_window: OpenWindow, plan: Path, dialogs: Dialogs, fault: list[OSError]
) -> None:
    window = open_window(plan)
    edit(window, "Mine")
    for code, reason in REASONS.items():
        fault[:] = [OSError(code, os.strerror(code))]
        dialogs.click("Cancel")
        assert not window.save_workshop()

        require_unsaved(window, plan, "Mine")
        assert dialogs.seen[-1] == (
            f"plan.foresight could not be saved: {reason}. The old version is still there; "
            "save under another name or place."
        )
    assert window.file.snapshots._timer.isActive(), "the work is not protected any more"


def test_a_full_disk_says_how_much_is_missing_and_another_place_can_be_chosen_at_once(
    open_window: OpenWindow,
    plan: Path,
    tmp_path: Path,
    choose: Choose,
    dialogs: Dialogs,
    monkeypatch: pytest.MonkeyPatch,
    fault: list[OSError],
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=20_000))
    window = open_window(plan)
    edit(window, "Mine")
    fault.append(OSError(errno.ENOSPC, "No space left on device"))
    choose(tmp_path / "stick.foresight")

    def elsewhere(dialog: QWidget) -> None:
        fault.clear()
        require_unsaved(window, plan, "Mine")
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save in another place…").click()

    dialogs.expect(elsewhere)
    assert window.save_workshop()

    missing = byte_size(len(encode(window.session.document)) - 20_000)
    assert f"the disk is full, {missing} more is needed." in dialogs.seen[0]
    assert title_in(tmp_path / "stick.foresight") == "Mine"
    assert title_in(plan) == "Public sector 2040"
    assert window.file.path == tmp_path / "stick.foresight"
    assert not window.file.is_modified


def test_a_file_that_a_sync_tool_holds_is_waited_for_and_then_there_is_a_rescue_copy(
    open_window: OpenWindow, plan: Path, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, waits, held = Path.replace, list[tuple[float, bool]](), [True]
    here = threading.get_ident()

    def stand_in(self: Path, target: Path) -> Path:
        if target == plan and held:
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", stand_in)
    monkeypatch.setattr(time, "sleep", lambda pause: waits.append((pause, threading.get_ident() == here)))
    window = open_window(plan)
    edit(window, "Mine")
    dialogs.click("Cancel")
    assert not window.save_workshop()

    require_unsaved(window, plan, "Mine")
    assert sum(pause for pause, _in_window in waits) >= 5
    assert not any(in_window for _pause, in_window in waits)
    (copy,) = (version for version in versions(window.session.document.doc_id) if version.name)
    assert f"A rescue copy of your work is under File > Versions and lies in {copy.path}." in dialogs.seen[0]
    assert title_in(copy.path) == "Mine"

    held.clear()
    assert window.save_workshop()
    assert title_in(plan) == "Mine"


def test_without_a_copy_of_the_version_before_the_save_counts_and_it_is_said(
    open_window: OpenWindow, plan: Path, private_home: Path
) -> None:
    window = open_window(plan)
    edit(window, "Mine")
    (private_home / "backups").write_text("in the way")
    assert window.save_workshop()

    assert title_in(plan) == "Mine"
    assert not window.file.is_modified
    assert banner(window).startswith("The workshop was saved, but no copy of the version before could be kept: ")


# While it is being saved


def slowly(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], object], *, written: bool = False) -> None:
    """Let saving wait, before or after the file is ``written``, until ``meanwhile`` was done in the window."""
    came, done = threading.Event(), threading.Event()

    def wait(*args: Any, **kwargs: Any) -> Stamp:
        stamp = save(*args, **kwargs) if written else None
        came.set()
        assert done.wait(10), "the window stood still"
        return stamp or save(*args, **kwargs)

    def look() -> None:
        if came.is_set() and not done.is_set():
            timer.stop()
            meanwhile()
            done.set()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(1)
    monkeypatch.setattr(workshop_file, "save", wait)


def test_what_comes_in_while_the_file_is_written_is_not_taken_for_saved(
    open_window: OpenWindow, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(plan)
    edit(window, "Saved")
    slowly(monkeypatch, lambda: window.session.do(set_workshop(title="Came in")))
    assert window.save_workshop()

    assert title_in(plan) == "Saved"
    assert window.session.document[Workshop].title == "Came in"
    assert window.file.is_modified
    assert window.file.snapshots._timer.isActive()
    window.undo()
    assert not window.file.is_modified


def test_while_the_file_is_written_it_is_neither_saved_again_nor_left(
    open_window: OpenWindow, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(plan)
    edit(window, "Saved")
    answers: list[bool] = []

    def meanwhile() -> None:
        answers.extend([window.save_workshop(), window.save_workshop_as(), window.may_leave(), window.close()])

    slowly(monkeypatch, meanwhile)
    assert window.save_workshop()

    assert answers == [False, False, False, False]
    assert window.isVisible()
    assert title_in(plan) == "Saved"
    assert find(slice_kinds()) == []


def test_saving_that_takes_its_time_says_so(
    open_window: OpenWindow, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workshop_file, "SLOW", 0)
    window = open_window(plan)
    edit(window, "Saved")
    said: list[str] = []
    window.session.said.connect(said.append)
    slowly(monkeypatch, QApplication.processEvents)
    assert window.save_workshop()

    assert said == ["Saving…", "Saved"]


def test_our_own_writing_is_not_taken_for_somebody_elses(
    open_window: OpenWindow, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(plan)
    heard: list[str] = []
    window.file.changed_by_others.connect(lambda: heard.append("others"))
    edit(window, "Saved")

    slowly(monkeypatch, window.file._look_at_disk, written=True)
    assert window.save_workshop()

    assert heard == []
    assert title_in(plan) == "Saved"
