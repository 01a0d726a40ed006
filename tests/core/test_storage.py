"""Workshop files on disk: saved whole, never over somebody else's work, with a copy of what was there before."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from foresight.core.backups import KEPT, backup_folder, backups
from foresight.core.document import Document
from foresight.core.encoding import encode
from foresight.core.methods import slice_kinds
from foresight.core.problems import ConflictProblem, FileProblem
from foresight.core.storage import Stamp, changed_on_disk, load, open_file, read_bytes, save
from foresight.model.workshop import Workshop
from tests.core.samples import small_workshop

KINDS = slice_kinds()
posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX file modes, links and pipes")
not_root = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere, whatever the mode says"
)


def titled(title: str) -> Document:
    document = small_workshop()
    return document.put(document[Workshop].but(title=title))


def title_in(path: Path) -> str:
    return load(path, KINDS)[Workshop].title


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds workshop files and nothing else."""
    made = tmp_path / "Ny mappe 😀"
    made.mkdir()
    return made


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "skole og åpenhet.foresight"


@pytest.fixture
def umask() -> Iterator[int]:
    old = os.umask(0o022)
    yield 0o022
    os.umask(old)


def test_saved_and_opened_again(path: Path, folder: Path) -> None:
    stamp = save(small_workshop(), path)
    opened = open_file(path, KINDS)
    assert opened.document == small_workshop()
    assert opened.stamp == stamp
    assert path.read_bytes() == encode(small_workshop())
    assert list(folder.iterdir()) == [path]


def test_saving_over_needs_the_stamp_of_what_lies_there(path: Path) -> None:
    first = save(titled("A"), path)
    second = save(titled("B"), path, first)
    assert title_in(path) == "B"
    with pytest.raises(ConflictProblem, match=r"skole og åpenhet\.foresight was changed by another program"):
        save(titled("C"), path, first)
    assert title_in(path) == "B"
    save(titled("C"), path, second)
    assert title_in(path) == "C"


def test_a_file_that_went_away_is_a_conflict(path: Path, folder: Path) -> None:
    stamp = save(titled("A"), path)
    path.unlink()
    with pytest.raises(ConflictProblem):
        save(titled("B"), path, stamp)
    assert list(folder.iterdir()) == []


def test_a_conflict_writes_nothing_and_keeps_no_copy(path: Path, folder: Path) -> None:
    stamp = save(titled("A"), path)
    path.write_bytes(b"theirs")
    with pytest.raises(ConflictProblem):
        save(titled("B"), path, stamp)
    assert path.read_bytes() == b"theirs"
    assert backups("small") == ()
    assert list(folder.iterdir()) == [path]


def test_without_a_stamp_what_is_there_is_replaced_and_kept_as_a_copy(path: Path) -> None:
    path.write_bytes(b"something else")
    save(titled("A"), path)
    assert title_in(path) == "A"
    assert [copy.read_bytes() for copy in backups("small")] == [b"something else"]


def test_the_file_on_disk_is_told_apart_from_the_one_that_was_saved(path: Path, folder: Path) -> None:
    stamp = save(titled("A"), path)
    assert not changed_on_disk(path, stamp)
    os.utime(path)
    assert not changed_on_disk(path, stamp)
    text = path.read_bytes()
    path.write_bytes(text.replace(b'"title": "A"', b'"title": "B"'))
    os.utime(path, ns=(stamp.modified, stamp.modified))
    assert path.stat().st_size == stamp.size
    assert changed_on_disk(path, stamp)
    other = folder / "other"
    other.write_bytes(text)
    other.replace(path)
    assert not changed_on_disk(path, stamp)
    path.unlink()
    assert changed_on_disk(path, stamp)
    path.mkdir()
    assert changed_on_disk(path, stamp)


@pytest.mark.parametrize("versions", [2, 5, KEPT + 4])
def test_the_ten_latest_versions_before_the_present_one_are_kept(path: Path, versions: int) -> None:
    for number in range(versions):
        save(titled(f"Version {number}"), path)
    kept = [title_in(copy) for copy in backups("small")]
    assert kept == [f"Version {number}" for number in reversed(range(versions - 1))][:KEPT]
    assert len(list(backup_folder("small").iterdir())) == len(kept)


def test_saving_the_same_twice_keeps_no_copy(path: Path) -> None:
    save(titled("A"), path)
    save(titled("A"), path)
    assert backups("small") == ()


def test_the_same_old_version_is_kept_once(path: Path) -> None:
    save(titled("A"), path)
    old = path.read_bytes()
    save(titled("B"), path)
    path.write_bytes(old)
    save(titled("C"), path)
    assert [title_in(copy) for copy in backups("small")] == ["A"]


def test_copies_of_different_workshops_do_not_mix(folder: Path) -> None:
    for name in ("one", "other"):
        document = Document({}, doc_id=name)
        save(document, folder / name)
        save(document.put(Workshop(title=name)), folder / name)
    assert len(backups("one")) == len(backups("other")) == 1
    assert backups("never saved") == ()


def test_saving_goes_on_when_no_copy_can_be_kept(path: Path, private_home: Path) -> None:
    save(titled("A"), path)
    private_home.mkdir(exist_ok=True)
    (private_home / "backups").write_text("a file where the folder should be")
    save(titled("B"), path)
    assert title_in(path) == "B"


def test_a_document_id_from_a_file_cannot_lead_out_of_the_backups(
    path: Path, tmp_path: Path, private_home: Path
) -> None:
    precious = [tmp_path / f"{number:02}.foresight" for number in range(20)]
    for file in precious:
        file.write_bytes(b"precious")
    path.write_bytes(encode(Document({Workshop: Workshop()}, doc_id="../..")))
    opened = open_file(path, KINDS)
    save(opened.document.put(Workshop(title="x")), path, opened.stamp)
    assert all(file.exists() for file in precious)
    assert [found.parent.parent for found in backups(opened.document.doc_id)] == [private_home / "backups"]


def test_a_workshop_that_is_saved_over_stays_among_its_own_versions(path: Path) -> None:
    save(Document({}, doc_id="theirs").put(Workshop(title="Theirs")), path)
    save(Document({}, doc_id="mine").put(Workshop(title="Mine")), path)
    assert backups("mine") == ()
    assert [title_in(copy) for copy in backups("theirs")] == ["Theirs"]


@posix
def test_a_link_stays_a_link(path: Path, folder: Path) -> None:
    save(titled("A"), path)
    link = folder / "link.foresight"
    link.symlink_to(path.name)
    stamp = open_file(link, KINDS).stamp
    save(titled("B"), link, stamp)
    assert link.is_symlink()
    assert title_in(path) == "B"
    assert sorted(folder.iterdir()) == sorted([link, path])


@posix
def test_a_link_that_leads_nowhere_yet_is_filled(path: Path, folder: Path) -> None:
    link = folder / "link.foresight"
    link.symlink_to(path.name)
    save(titled("A"), link)
    assert link.is_symlink()
    assert title_in(path) == "A"


@posix
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o666])
def test_the_mode_is_kept(path: Path, umask: int, mode: int) -> None:
    save(titled("A"), path)
    path.chmod(mode)
    save(titled("B"), path)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
def test_a_new_file_has_the_mode_that_new_files_have(path: Path, umask: int) -> None:
    save(titled("A"), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask


@posix
def test_what_the_program_keeps_is_nobody_elses_business(path: Path, private_home: Path) -> None:
    save(titled("A"), path)
    save(titled("B"), path)
    assert stat.S_IMODE(private_home.stat().st_mode) == 0o700


def test_a_write_protected_file_is_not_replaced(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(titled("A"), path)
    monkeypatch.setattr(os, "access", lambda name, mode: False)
    with pytest.raises(FileProblem, match=r"you are not allowed to write there\. The old version is still there"):
        save(titled("B"), path)
    assert title_in(path) == "A"
    assert list(folder.iterdir()) == [path]


@not_root
def test_a_folder_that_may_not_be_written(path: Path, folder: Path) -> None:
    save(titled("A"), path)
    folder.chmod(0o500)
    with pytest.raises(FileProblem, match="you are not allowed to write there"):
        save(titled("B"), path)
    folder.chmod(0o700)
    assert title_in(path) == "A"


def test_a_folder_that_is_gone(folder: Path) -> None:
    with pytest.raises(FileProblem, match=r"x\.foresight could not be saved: the folder is no longer there\. Save"):
        save(titled("A"), folder / "gone" / "x.foresight")


def test_a_folder_of_that_name(folder: Path) -> None:
    with pytest.raises(FileProblem, match="is a folder"):
        save(titled("A"), folder)


@posix
def test_a_name_that_is_too_long_and_one_that_just_fits(folder: Path) -> None:
    with pytest.raises(FileProblem, match=r"could not be saved: the name is too long\. Save under another name"):
        save(titled("A"), folder / ("x" * 256))
    save(titled("A"), folder / ("x" * 255))
    assert title_in(folder / ("x" * 255)) == "A"


@posix
@pytest.mark.parametrize("name", ["nul\0", "\ud800"])
def test_a_name_that_the_system_cannot_have(folder: Path, name: str) -> None:
    with pytest.raises(FileProblem, match="could not be saved"):
        save(titled("A"), folder / name)
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_name_that_is_no_text(folder: Path) -> None:
    path = folder / os.fsdecode(b"half \x80.foresight")
    save(titled("A"), path)
    assert title_in(path) == "A"


def test_a_workshop_that_cannot_be_encoded_touches_no_file(path: Path) -> None:
    save(titled("A"), path)
    broken = Workshop.model_construct(**{**dict(Workshop()), "title": "two\nlines"})
    with pytest.raises(ValueError, match="title"):
        save(Document().put(broken), path)
    assert title_in(path) == "A"


def test_reading_says_what_is_wrong(folder: Path) -> None:
    with pytest.raises(FileProblem, match=r"There is no file x\.foresight\."):
        read_bytes(folder / "x.foresight")
    with pytest.raises(FileProblem, match=r"is a folder\. Choose a workshop file"):
        read_bytes(folder)
    with pytest.raises(FileProblem, match="could not be read: embedded null"):
        read_bytes(folder / "a\0b")


@posix
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    pipe = folder / "pipe.foresight"
    os.mkfifo(pipe)
    with pytest.raises(FileProblem, match="is not a file"):
        read_bytes(pipe)
    with pytest.raises(FileProblem, match="is not a file"):
        save(titled("A"), pipe)
    assert changed_on_disk(pipe, Stamp("", 0, 0))


def test_reading_what_may_not_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> os.stat_result:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(FileProblem, match=r"You are not allowed to read skole og åpenhet\.foresight\."):
        read_bytes(path)


def test_a_disk_that_fails_while_reading(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path) -> os.stat_result:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "stat", fail)
    with pytest.raises(FileProblem, match="could not be read: the disk reports an error"):
        read_bytes(path)


def test_a_file_beyond_the_cap_is_not_read_whole(folder: Path) -> None:
    huge = folder / "huge.foresight"
    with huge.open("wb") as file:
        file.truncate(33 * 1024**2)
    with pytest.raises(FileProblem, match="larger than 32 MB"):
        load(huge, KINDS)
    with pytest.raises(FileProblem, match="larger than 32 MB"):
        save(titled("A"), huge)
    assert huge.stat().st_size == 33 * 1024**2
