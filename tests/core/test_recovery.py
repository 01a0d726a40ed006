"""Crash snapshots: found when their program is dead, never while it runs, never thrown away."""

import json
import os
import shutil
from pathlib import Path

import pytest

from foresight.core.files import write_whole
from foresight.core.lock import lock
from foresight.core.methods import slice_kinds
from foresight.core.problems import FileProblem
from foresight.core.recovery import Found, Recorder, discard, find, leave
from foresight.model.workshop import Workshop
from tests.core.child import child
from tests.core.samples import small_workshop

KINDS = slice_kinds()
RECORDS = """
import sys
from pathlib import Path
from foresight.core.recovery import Recorder
from tests.core.samples import small_workshop

recorder = Recorder()
for change in range(int(sys.argv[2])):
    recorder.record(small_workshop(), Path(sys.argv[1]) if sys.argv[1] else None, change + 1)
"""

FINDS = """
from foresight.core.methods import slice_kinds
from foresight.core.recovery import find

found = find(slice_kinds())
assert len(found) == 1
"""


def killed(path: str = "", changes: int = 1) -> None:
    """A program that keeps a snapshot after each change, and is killed."""
    with child(RECORDS, path, str(changes)):
        pass


def crashed(path: str = "", changes: int = 1) -> None:
    """The same without a program of its own: a recorder whose lock goes without a word."""
    recorder = Recorder()
    recorder.record(small_workshop(), Path(path) if path else None, changes)
    recorder._lock.release()


def only(found: list[Found]) -> Found:
    (one,) = found
    return one


@pytest.fixture
def root(private_home: Path) -> Path:
    return private_home / "recovery"


def test_a_workshop_that_was_never_saved_is_found_after_a_crash() -> None:
    killed(changes=3)
    found = only(find(KINDS))
    assert found.document == small_workshop()
    assert (found.path, found.changes) == (None, 3)


def test_the_file_it_belongs_to_is_known(tmp_path: Path) -> None:
    killed(path=str(tmp_path / "å.foresight"))
    assert only(find(KINDS)).path == tmp_path / "å.foresight"


def test_what_a_running_program_keeps_is_not_offered() -> None:
    with child(RECORDS, "", "1"):
        assert find(KINDS) == []
    assert len(find(KINDS)) == 1


def test_what_this_very_program_keeps_is_not_offered() -> None:
    recorder = Recorder()
    recorder.record(small_workshop(), None, 1)
    assert find(KINDS) == []
    recorder.close()


def test_what_one_has_found_another_does_not_find_until_it_is_left() -> None:
    killed()
    found = only(find(KINDS))
    assert find(KINDS) == []
    leave(found)
    assert only(find(KINDS)).folder == found.folder


def test_two_programs_that_start_at_once_do_not_find_the_same() -> None:
    killed()
    with child(FINDS):
        assert find(KINDS) == []
    assert len(find(KINDS)) == 1


def test_what_was_found_and_forgotten_is_found_again_until_it_is_discarded(root: Path) -> None:
    crashed()
    assert len(find(KINDS)) == 1
    discard(find(KINDS)[0])
    assert find(KINDS) == []
    assert list(root.iterdir()) == []


def test_a_program_that_ended_well_leaves_nothing(private_home: Path) -> None:
    recorder = Recorder()
    recorder.record(small_workshop(), None, 1)
    recorder.close()
    assert find(KINDS) == []
    assert [file for file in private_home.rglob("*") if file.is_file() and os.name == "posix"] == []


def test_a_saved_workshop_is_not_offered_and_its_window_can_go_on(root: Path) -> None:
    recorder = Recorder()
    recorder.record(small_workshop(), None, 1)
    recorder.clear()
    recorder.clear()
    (folder,) = root.iterdir()
    assert list(folder.iterdir()) == []
    recorder.record(small_workshop(), None, 2)
    assert len(list(folder.iterdir())) == 2
    recorder.close()


def test_a_program_that_died_without_changes_leaves_nothing_to_offer(root: Path) -> None:
    killed(changes=0)
    assert len(list(root.iterdir())) == 1
    assert find(KINDS) == []
    assert list(root.iterdir()) == []


def test_the_newest_comes_first(root: Path) -> None:
    crashed(path="/old")
    (old,) = root.iterdir()
    crashed(path="/new")
    os.utime(old / "snapshot.foresight", (1_000_000, 1_000_000))
    found = find(KINDS)
    assert [one.path for one in found] == [Path("/new"), Path("/old")]
    assert found[1].time == 1_000_000


@pytest.mark.parametrize("damage", [b"", b"\0" * 500, b"half of it"])
def test_a_damaged_snapshot_is_moved_aside_and_the_others_are_offered(root: Path, damage: bytes) -> None:
    crashed(path="/bad")
    (bad,) = root.iterdir()
    crashed(path="/good")
    (bad / "snapshot.foresight").write_bytes(damage)
    for _time in range(2):
        assert only(find(KINDS)).path == Path("/good")
        aside = root / f"damaged-{bad.name}"
        assert (aside / "snapshot.foresight").read_bytes() == damage
        assert not bad.exists()


@pytest.mark.parametrize(
    "note", ["", "{", "[]", "5", "{}", '{"path": 5, "changes": 1}', '{"path": null, "changes": "x"}', "\xff",
             '{"path": "/x", "changes": 1e999}']
)  # fmt: skip
def test_a_snapshot_whose_note_is_damaged_is_offered_all_the_same(root: Path, note: str) -> None:
    crashed(path="/x", changes=2)
    (folder,) = root.iterdir()
    (folder / "note.json").write_bytes(note.encode("latin-1"))
    found = only(find(KINDS))
    assert found.document == small_workshop()
    assert (found.path, found.changes) == (None, 0)


def test_killed_between_snapshot_and_note_the_work_is_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(path: Path, data: bytes) -> None:
        if path.name == "note.json":
            raise KeyboardInterrupt
        write_whole(path, data)

    recorder = Recorder()
    monkeypatch.setattr("foresight.core.recovery.write_whole", stop)
    with pytest.raises(KeyboardInterrupt):
        recorder.record(small_workshop(), Path("/x"), 2)
    recorder._lock.release()
    found = only(find(KINDS))
    assert (found.document, found.path) == (small_workshop(), None)


def test_another_program_that_looks_for_snapshots_does_not_disturb_one_that_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lock_before_making(name: Path) -> object:
        assert not name.exists(), "between making the folder and locking it the folder would look abandoned"
        return lock(name)

    monkeypatch.setattr("foresight.core.recovery.lock", lock_before_making)
    recorder = Recorder()
    recorder.record(small_workshop(), None, 1)
    recorder.close()


def test_a_full_disk_is_said_and_the_last_snapshot_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorder = Recorder()
    recorder.record(small_workshop(), None, 1)

    def full(handle: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(FileProblem, match="the disk is full"):
            recorder.record(small_workshop().put(Workshop()), None, 2)
    recorder._lock.release()
    assert only(find(KINDS)).document == small_workshop()
    assert json.loads(next(root.rglob("note.json")).read_text())["changes"] == 1


def test_a_folder_that_was_cleaned_away_while_the_program_runs_is_a_problem_in_words(root: Path) -> None:
    recorder = Recorder()
    shutil.rmtree(root)
    with pytest.raises(FileProblem, match="the folder is no longer there"):
        recorder.record(small_workshop(), None, 1)
    recorder.close()


def test_without_a_folder_of_its_own_the_program_says_so(private_home: Path) -> None:
    private_home.mkdir()
    (private_home / "recovery").write_text("a file where the folder should be")
    with pytest.raises(FileProblem, match="Foresight cannot use its own folder"):
        Recorder()
    with pytest.raises(FileProblem, match="Foresight cannot use its own folder"):
        find(KINDS)
