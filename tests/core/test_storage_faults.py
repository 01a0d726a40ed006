"""Disks that are full, that fail and that lie: one whole version is always there.

Every call of saving fails once in tests/torture/faults.py, and the program is killed while it saves beside it.
"""

import errno
import os
import shutil
import stat
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from foresight.core.backups import backups, versions
from foresight.core.encoding import encode
from foresight.core.files import write_whole
from foresight.core.methods import slice_kinds
from foresight.core.problems import FileProblem, HeldProblem
from foresight.core.storage import load, save
from foresight.model.workshop import Workshop
from tests.core.samples import small_workshop

KINDS = slice_kinds()
OLD = small_workshop()
NEW = OLD.put(OLD[Workshop].but(title="New"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workshop file, alone in its folder."""
    folder = tmp_path / "folder"
    folder.mkdir()
    save(OLD, folder / "x.foresight")
    return folder / "x.foresight"


def failing(number: int) -> Callable[..., Any]:
    def fail(*args: Any, **kwargs: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


CALLS: dict[str, tuple[Any, str]] = {
    "open": (os, "open"),
    "write": (os, "write"),
    "fsync": (os, "fsync"),
    "close": (os, "close"),
    "mode": (os, "fchmod"),
    "read back": (Path, "read_bytes"),
    "replace": (Path, "replace"),
    "stat": (Path, "stat"),
    "access": (os, "access"),
    "real path": (os.path, "realpath"),
}
REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EIO: "the disk reports an error",
    errno.EACCES: "you are not allowed to",
    errno.EROFS: "the disk is read-only",
}
REASONED = ("open", "write", "fsync", "replace")
HELD = {**dict.fromkeys(REASONED), "replace": errno.EACCES}
"""What does not mean what it says: a file may not be replaced while another program holds it."""


def require_whole(path: Path, problem: FileProblem | None) -> None:
    """One whole version lies there, the one that the answer says, and nothing else lies beside it."""
    assert path.read_bytes() == encode(NEW if problem is None else OLD)
    assert [found.name for found in path.parent.iterdir()] == ["x.foresight"]
    for copy in backups("small"):
        assert load(copy, KINDS) == OLD


@pytest.mark.parametrize(
    ("call", "code"), [(call, code) for call in REASONED for code in REASONS if code != HELD[call]]
)
def test_the_reason_is_said_in_words(path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int) -> None:
    owner, name = CALLS[call]
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, failing(code))
        with pytest.raises(FileProblem) as caught:
            save(NEW, path)
    assert caught.value.message.startswith(f"x.foresight could not be saved: {REASONS[code]}")
    assert "The old version is still there" in caught.value.message
    require_whole(path, caught.value)
    assert backups("small") == ()


@pytest.mark.skipif(os.name != "posix", reason="Windows cannot force a folder to the disk and need not")
def test_the_new_file_is_on_the_disk_before_it_has_its_name_and_the_name_before_it_counts(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    sync, replace = os.fsync, Path.replace

    def watched_sync(handle: int) -> None:
        events.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def watched_replace(self: Path, target: Path) -> Path:
        events.append("replace")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", watched_sync)
    monkeypatch.setattr(Path, "replace", watched_replace)
    write_whole(path, encode(NEW))
    assert events == ["file", "replace", "folder"]


def test_writing_in_small_pieces_still_writes_everything(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:777]))
    save(NEW, path)
    require_whole(path, None)


@pytest.mark.parametrize("lie", [lambda data: data[:-1], lambda data: b"\0" * len(data), lambda data: data[:0]])
def test_a_disk_that_says_it_wrote_and_did_not_is_found_out(
    path: Path, monkeypatch: pytest.MonkeyPatch, lie: Callable[[bytes], bytes]
) -> None:
    real = os.write

    def write(handle: int, data: memoryview) -> int:
        real(handle, lie(bytes(data)))
        return len(data)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", write)
        with pytest.raises(FileProblem, match="the disk gave other bytes back than were written") as caught:
            save(NEW, path)
    require_whole(path, caught.value)


@pytest.mark.skipif(os.name != "posix", reason="needs links and pipes")
def test_a_trap_in_the_place_of_the_temporary_file_is_not_written_through(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = path.with_name("victim")
    victim.write_bytes(b"precious")
    (path.parent / ".foresight-0.tmp").symlink_to(victim)
    monkeypatch.setattr("secrets.token_hex", lambda size: "0")
    with pytest.raises(FileProblem):
        write_whole(path, b"new")
    assert victim.read_bytes() == b"precious"
    assert load(path, KINDS) == OLD


@pytest.mark.skipif(os.name != "posix", reason="needs links and pipes")
def test_a_pipe_is_not_replaced_by_a_file(path: Path) -> None:
    pipe = path.with_name("pipe")
    os.mkfifo(pipe)
    with pytest.raises(FileProblem, match="it is not a file"):
        write_whole(pipe, b"new")
    assert pipe.is_fifo()


def test_a_disk_that_takes_no_bytes_is_not_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda handle, data: 0)
        with pytest.raises(FileProblem, match="the disk reports an error") as caught:
            save(NEW, path)
    require_whole(path, caught.value)


def test_stopping_the_program_while_it_writes_leaves_no_temporary_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(handle: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", stop)
        with pytest.raises(KeyboardInterrupt):
            write_whole(path, b"new")
    assert [found.name for found in path.parent.iterdir()] == ["x.foresight"]
    assert load(path, KINDS) == OLD


class Pauses(list[float]):
    """How long was waited each time, in seconds; nobody really waits."""


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> Pauses:
    """The pauses that are made."""
    made = Pauses()
    monkeypatch.setattr(time, "sleep", made.append)
    return made


def sharing_violation(number: int) -> OSError:
    """Windows' answer while a virus scanner or sync tool has the file open."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


ANSWERS = {
    "Windows 5": sharing_violation(5),
    "Windows 32": sharing_violation(32),
    "Windows 33": sharing_violation(33),
    "network disk, not allowed": PermissionError(errno.EACCES, "Permission denied"),
    "network disk, busy": OSError(errno.EBUSY, "Device or resource busy"),
}


def held(path: Path, answer: OSError, times: int = 1_000_000) -> Callable[[Path, Path], Path]:
    """Replacing this file is refused so many times; others can be replaced."""
    real, left = Path.replace, times

    def replace(self: Path, target: Path) -> Path:
        nonlocal left
        if target == path:
            left -= 1
            if left >= 0:
                raise answer
        return real(self, target)

    return replace


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_file_that_another_program_reads_is_waited_for(
    path: Path, monkeypatch: pytest.MonkeyPatch, pauses: Pauses, answer: OSError
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held(path, answer, 4))
        save(NEW, path)
    assert pauses == [0.05, 0.1, 0.2, 0.4]
    require_whole(path, None)
    assert [version.name for version in versions("small")] == [""]


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_file_that_is_held_for_good_leaves_a_rescue_copy_and_says_where(
    path: Path, monkeypatch: pytest.MonkeyPatch, pauses: Pauses, answer: OSError
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held(path, answer))
        with pytest.raises(HeldProblem) as caught:
            save(NEW, path)
    assert 5 <= sum(pauses) <= 7
    assert pauses == sorted(pauses)
    assert path.read_bytes() == encode(OLD)
    assert [found.name for found in path.parent.iterdir()] == ["x.foresight"]
    (copy,) = (version for version in versions("small") if version.name)
    assert copy.name == "Not saved in x.foresight"
    assert load(copy.path, KINDS) == NEW
    assert caught.value.message == (
        "x.foresight could not be saved: another program holds it, or you are not allowed to replace it. The old "
        f"version is still there. A rescue copy of your work is under File > Versions and lies in {copy.path}. "
        "Try again in a moment, or save under another name or place."
    )


def test_trying_again_keeps_no_second_rescue_copy(path: Path, monkeypatch: pytest.MonkeyPatch, pauses: Pauses) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held(path, sharing_violation(32)))
        for _attempt in range(3):
            with pytest.raises(HeldProblem):
                save(NEW, path)
    assert [version.name for version in versions("small") if version.name] == ["Not saved in x.foresight"]


def test_without_room_for_a_rescue_copy_nothing_is_said_about_one(
    path: Path, monkeypatch: pytest.MonkeyPatch, pauses: Pauses, private_home: Path
) -> None:
    private_home.mkdir(exist_ok=True)
    (private_home / "backups").write_text("a file where the folder should be")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held(path, sharing_violation(32)))
        with pytest.raises(HeldProblem, match="save under another name or place") as caught:
            save(NEW, path)
    assert "rescue" not in caught.value.message
    assert path.read_bytes() == encode(OLD)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_any_other_refusal_is_not_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch, pauses: Pauses, code: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing(code))
        with pytest.raises(FileProblem):
            write_whole(path, b"new")
    assert pauses == []


@pytest.mark.parametrize(
    ("free", "said"),
    [
        (0, "the disk is full, {need} kB more is needed."),
        (1_500, "the disk is full, {less} kB more is needed."),
        (10**9, "the disk is full."),
    ],
)
def test_a_full_disk_says_how_much_is_missing(
    path: Path, monkeypatch: pytest.MonkeyPatch, free: int, said: str
) -> None:
    size = len(encode(NEW))
    asked: list[Path] = []

    def usage(folder: str) -> Any:
        asked.append(Path(folder))
        assert [found.name for found in path.parent.iterdir()] == ["x.foresight"], "what was begun still takes room"
        return SimpleNamespace(free=free)

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", failing(errno.ENOSPC))
        patch.setattr(shutil, "disk_usage", usage)
        with pytest.raises(FileProblem) as caught:
            write_whole(path, encode(NEW))
    words = said.format(need=-(-size // 1_000), less=-(-(size - 1_500) // 1_000))
    assert f"x.foresight could not be saved: {words} The old version is still there" in caught.value.message
    assert asked == [path.parent]


def test_when_no_copy_of_the_old_version_can_be_kept_the_save_goes_on_and_it_is_said(
    path: Path, private_home: Path
) -> None:
    private_home.mkdir(exist_ok=True)
    (private_home / "backups").write_text("a file where the folder should be")
    said: list[str] = []
    save(NEW, path, warn=lambda problem: said.append(problem.message))
    assert load(path, KINDS) == NEW
    (sentence,) = said
    assert sentence.startswith("The workshop was saved, but no copy of the version before could be kept: ")


def test_a_network_disk_that_renames_and_loses_the_answer_has_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def lose_the_answer(self: Path, target: Path) -> Path:
        replace(self, target)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", lose_the_answer)
        save(NEW, path)
    require_whole(path, None)


def test_what_a_killed_program_left_is_swept_an_hour_later_and_nothing_else(path: Path) -> None:
    names = (".foresight-0123456789ab.tmp", ".foresight-ba9876543210.tmp", ".0123456789ab.tmp", "foresight-x.tmp")
    for name in names:
        path.with_name(name).write_bytes(b"half")
        os.utime(path.with_name(name), (1, 1))
    os.utime(path.with_name(names[1]))

    save(NEW, path)

    assert sorted(found.name for found in path.parent.iterdir()) == sorted([path.name, *names[1:]])
