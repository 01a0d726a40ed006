"""Killed while it saves: a whole version is there, and none that was said to be saved is lost."""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from foresight.core.backups import backup_folder
from foresight.core.methods import slice_kinds
from foresight.core.problems import FileProblem
from foresight.core.storage import load, save
from foresight.model.workshop import Workshop
from tests.core.child import ROOT
from tests.torture.saver import workshop
from tests.torture.table import Row, Trial

KINDS = slice_kinds()
LANES = 2
WATCHED = 3
"""Saves that are timed before the one in which the program is killed."""
STAGES = {
    "copying": "in the backup",
    "writing": "in the new file",
    "named": "after the rename",
    "between": "between these",
}
"""How far a save had come."""


@dataclass(frozen=True)
class Death:
    """What a kill left behind."""

    unreadable: int
    lost: bool
    where: str
    """One of STAGES."""


def number_in(path: Path) -> int | None:
    """Which save the file is from; None if it cannot be read."""
    try:
        return int(load(path, KINDS)[Workshop].title)
    except FileProblem:
        return None


def _kill(path: Path, moment: float) -> Death:
    """Kill the saver at ``moment`` (0 to 1) of a save, and look at what is there."""
    command = [sys.executable, "-m", "tests.torture.saver", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as saver:
        assert saver.stdout is not None
        said = [saver.stdout.readline()]
        begin = time.monotonic()
        said += [saver.stdout.readline() for _save in range(WATCHED)]
        time.sleep(moment * (time.monotonic() - begin) / WATCHED)
        saver.kill()
        said += [line for line in saver.stdout if line.endswith("\n")]
    acknowledged = int(said[-1].split()[0])
    found, copies = number_in(path), backup_folder(path.parent.name)
    where = "named" if found == acknowledged + 1 else "between"
    for stage, place in (("writing", path.parent), ("copying", copies)):
        for left in place.glob(".*.tmp"):
            where = stage
            left.unlink()
    newest = sorted(copies.glob("*.foresight"))[-2:]  # the others were looked at before
    unreadable = sum(number_in(file) is None for file in (path, *newest))
    if found is None:  # counted; the next program needs one to go on with
        save(workshop(path.parent.name), path)
    return Death(unreadable, found is not None and found not in (acknowledged, acknowledged + 1), where)


def _lane(folder: Path, moments: list[float]) -> list[Death]:
    folder.mkdir()
    path = folder / "x.foresight"
    save(workshop(folder.name), path)
    return [_kill(path, moment) for moment in moments]


def killed_while_saving(folder: Path, count: int) -> Row:
    """Kill at so many moments, spread evenly over a save, in random order."""
    moments = [(number + 0.5) / count for number in range(count)]
    random.Random(1).shuffle(moments)
    shares = [moments[lane::LANES] for lane in range(LANES)]
    with ThreadPoolExecutor(LANES) as pool:
        lanes = pool.map(_lane, [folder / f"lane{lane}" for lane in range(LANES)], shares)
    deaths = [death for lane in lanes for death in lane]
    unreadable, lost = sum(death.unreadable for death in deaths), sum(death.lost for death in deaths)
    stages = ", ".join(f"{sum(death.where == where for death in deaths)} {words}" for where, words in STAGES.items())
    return Row(
        "kill -9 while saving 1 MB",
        "0 unreadable, 0 acknowledged saves lost",
        f"{unreadable} unreadable, {lost} lost ({count} kills: {stages})",
        unreadable == lost == 0,
    )


TRIALS = (Trial("killed-saving", killed_while_saving, full=200, short=2),)
