"""Disks that are full, folders that may not be written, names that are too long: real ones, through the real window.

Without rights of its own (a program of the superuser is stripped of them first, because nothing is forbidden to it) and
with a small disk of its own, which only Linux gives to a program that asks.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QFileDialog

from foresight.core.document import Document
from foresight.core.storage import save
from foresight.model.workshop import set_workshop
from foresight.shell.start import Application, make_window
from foresight.shell.window import Window
from tests.core.child import ROOT
from tests.shell.conftest import Dialogs
from tests.torture.table import Row, Trial

DISK = 2_000_000
"""Bytes of the small disk."""

STRIP = ["setpriv", "--bounding-set", "-all"]
"""Nothing is forbidden to the superuser until these rights are gone."""


@dataclass(frozen=True)
class Case:
    """``spoil(folder)`` makes the folder of the open workshop one in which it cannot be saved."""

    spoil: Callable[[Path], object]
    said: str
    """What has to be said."""
    disk: bool = False
    """On the small disk."""
    name: str = "x.foresight"
    """What it is to be saved as."""


def _fill(folder: Path) -> None:
    room = shutil.disk_usage(folder).free
    (folder / "filling").write_bytes(b"\0" * (room - 300_000))


def _limit(_folder: Path) -> None:
    _limit_files(500_000)


def _limit_files(most: int) -> None:
    import resource  # there is none on Windows

    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def _make_read_only(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


CASES = {
    "folder gone": Case(shutil.rmtree, "the folder is no longer there"),
    "name too long": Case(lambda _folder: None, "the name is too long", name="x" * 300 + ".foresight"),
    "folder read-only": Case(lambda folder: folder.chmod(0o555), "you are not allowed to write there"),
    "file read-only": Case(lambda folder: (folder / "x.foresight").chmod(0o444), "you are not allowed to write there"),
    "folder locked up": Case(lambda folder: folder.chmod(0), "you are not allowed to write there"),
    "files limited in size": Case(_limit, "the file is too large for this disk"),
    "disk full": Case(_fill, "the disk is full", disk=True),
    "disk read-only": Case(_make_read_only, "the disk is read-only", disk=True),
}


def _try(window: Window, dialogs: Dialogs, case: Case, folder: Path) -> dict[str, object]:
    """Save what was changed where it cannot be saved; what was seen, and what is there."""
    folder.mkdir()
    if case.disk:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)], check=True)
    file = folder / "x.foresight"
    save(Document(foreign={"padding": ["x" * 1_000] * 1_000}), file)
    before = file.read_bytes()
    assert window.open_path(file)
    window.session.do(set_workshop(title="Changed"))
    dialogs.seen.clear()
    case.spoil(folder)
    with patch.object(QFileDialog, "getSaveFileName", lambda *_args: (str(folder / case.name), "")):
        window.commands["save_workshop" if case.name == file.name else "save_workshop_as"].trigger()
    marked = window.file.is_modified and window.isWindowModified()
    _limit_files(-1)
    if folder.exists() and not case.disk:
        folder.chmod(0o755)
    whole = not folder.exists() or file.read_bytes() == before
    left = [found.name for found in folder.glob(".*")] if folder.exists() else []
    window.file.new(Document())
    return {"said": dialogs.seen, "whole": whole, "marked": marked, "left": left}


def main(home: Path, names: Sequence[str]) -> None:
    """Print what came of each of these cases, a line of JSON each."""
    app = Application(sys.argv[:1])
    window = make_window(app, None)
    dialogs = Dialogs()
    for name in names:
        result = _try(window, dialogs, CASES[name], home / name.replace(" ", "-"))
        sys.stdout.write(json.dumps({"name": name, **result}) + "\n")
    window.close()


def _means(disk: bool) -> list[str] | None:
    """What stands before the command: to be given a disk of its own, or to lose rights; None where we may not."""
    if os.name != "posix":
        return None
    root = os.geteuid() == 0
    if not (disk or root):
        return []
    means = ["unshare", "--mount", *([] if root else ["--user", "--map-root-user"])] if disk else STRIP
    try:
        works = subprocess.run([*means, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return None
    return means if works else None


def _results(folder: Path, disk: bool) -> list[dict[str, Any]]:
    """What came of the cases on the small disk, or of the others; nothing where the system does not let us try."""
    means = _means(disk)
    if means is None:
        return []
    names = [name for name, case in CASES.items() if case.disk == disk]
    command = [*means, sys.executable, "-m", "tests.torture.refused", str(folder), *names]
    run = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, encoding="utf-8")
    return [json.loads(line) for line in run.stdout.splitlines()]


def saving_refused(folder: Path, _count: int) -> Row:
    """Each case once: what can be tried depends on the system, and what was not is said."""
    results = {each["name"]: each for disk in (False, True) for each in _results(folder, disk)}
    bad = [name for name, each in results.items() if not _is_well(CASES[name], each)]
    wrong = f" ({', '.join(bad)})" if bad else ""
    missing = [name for name in CASES if name not in results]
    untried = f"; the system does not let us try: {', '.join(missing)}" if missing else ""
    return Row(
        "real disks and folders that refuse",
        "old file whole, still unsaved, right words",
        f"{len(results) - len(bad)} of {len(results)} cases well{wrong}{untried}",
        not bad if results else None,
    )


def _is_well(case: Case, result: dict[str, Any]) -> bool:
    is_said = len(result["said"]) == 1 and case.said in result["said"][0]
    return is_said and result["whole"] and result["marked"] and not result["left"]


TRIALS = (Trial("refused", saving_refused, full=1, short=1),)

if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
