"""Who has a workshop open."""

import datetime
import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from foresight.core.lock import Holder, Lock, ask_for, ask_no_longer, lock
from foresight.core.problems import FileProblem
from tests.core.child import child

HOLDS = "import sys; from pathlib import Path; from foresight.core.lock import lock; held = lock(Path(sys.argv[1]))"


def taken(path: Path) -> Lock:
    held = lock(path)
    assert isinstance(held, Lock)
    return held


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.foresight"


def test_the_second_is_told_who_has_it(path: Path) -> None:
    held = taken(path)
    holder = lock(path)
    assert isinstance(holder, Holder)
    assert holder.process == os.getpid()
    since = datetime.datetime.fromisoformat(holder.since)
    assert abs(datetime.datetime.now().astimezone() - since) < datetime.timedelta(minutes=1)
    held.release()


def test_a_released_lock_can_be_taken_again_and_leaves_nothing_behind(path: Path, private_home: Path) -> None:
    for _time in range(3):
        taken(path).release()
    if os.name == "posix":
        assert list((private_home / "locks").iterdir()) == []


def test_locks_of_different_files_do_not_meet(path: Path, tmp_path: Path) -> None:
    one, other = taken(path), taken(tmp_path / "y.foresight")
    one.release()
    other.release()


def test_releasing_twice_does_not_take_the_lock_from_the_next(path: Path) -> None:
    first = taken(path)
    first.release()
    second = taken(path)
    first.release()
    assert isinstance(lock(path), Holder)
    second.release()


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_two_names_of_a_file_have_one_lock(path: Path, tmp_path: Path) -> None:
    path.write_text("x")
    link = tmp_path / "link"
    link.symlink_to(path)
    held = taken(link)
    assert isinstance(lock(path), Holder)
    held.release()


def test_another_program_holds_it_until_it_is_killed(path: Path) -> None:
    with child(HOLDS, str(path)) as other:
        holder = lock(path)
        assert isinstance(holder, Holder)
        assert holder.process == other.pid
    taken(path).release()


@pytest.mark.skipif(os.name != "posix", reason="Windows lets nobody take the name of an open file away")
def test_a_lock_taken_while_another_lets_go_is_a_lock(
    path: Path, private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between opening and locking the file its name was taken away: the lock on the nameless file protects nothing."""
    import fcntl

    real, calls = fcntl.flock, 0

    def flock(file: BinaryIO, how: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            (name,) = (private_home / "locks").iterdir()
            name.unlink()
        real(file, how)

    monkeypatch.setattr(fcntl, "flock", flock)
    held = taken(path)
    assert calls == 2
    assert isinstance(lock(path), Holder)
    held.release()


def test_an_unreadable_note_still_means_that_somebody_has_it(path: Path, private_home: Path) -> None:
    held = taken(path)
    (note,) = (private_home / "locks").glob("*.json")
    for text in ("", "{", "[]", "{}", '{"user": 1, "process": "x", "since": ""}', "\xff"):
        note.write_bytes(text.encode("latin-1"))
        assert lock(path) == Holder("", 0, "")
    note.unlink()
    assert lock(path) == Holder("", 0, "")
    held.release()


def test_without_a_folder_of_its_own_the_program_says_so(path: Path, private_home: Path) -> None:
    private_home.write_text("a file where the folder should be")
    with pytest.raises(FileProblem, match="Foresight cannot use its own folder"):
        lock(path)


@pytest.mark.skipif(os.name != "posix", reason="Windows has locks everywhere")
def test_a_file_system_without_locks_does_not_keep_people_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: object, how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    taken(path).release()


def test_who_has_it_learns_who_asks_for_it(path: Path, private_home: Path) -> None:
    held = taken(path)
    assert held.wanted_by is None
    ask_for(path)
    wanted_by = held.wanted_by
    assert wanted_by is not None
    assert wanted_by.process == os.getpid()

    ask_no_longer(path)
    assert held.wanted_by is None
    held.release()
    if os.name == "posix":
        assert list((private_home / "locks").iterdir()) == []


def test_who_was_asked_for_it_is_gone_so_the_next_is_not_asked(path: Path) -> None:
    ask_for(path)
    held = taken(path)
    assert held.wanted_by is None
    held.release()


def test_asking_without_a_folder_of_its_own_is_a_problem_in_words(path: Path, private_home: Path) -> None:
    private_home.mkdir()
    (private_home / "locks").write_text("in the way")
    with pytest.raises(FileProblem):
        ask_for(path)
    ask_no_longer(path)
