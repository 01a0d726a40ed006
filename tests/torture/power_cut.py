"""The power fails while the program saves: on a disk of its own, whose file system is stopped as a cut would stop it.

The program may mount disks only as the superuser of a Linux that lets it; elsewhere this is not tried.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from foresight.core.backups import backup_folder
from foresight.core.storage import save
from tests.core.child import ROOT
from tests.torture.killed_saving import number_in
from tests.torture.saver import workshop
from tests.torture.table import Row, Trial

DISK = 64_000_000
"""Bytes of the disk."""
SHUTDOWN, WITHOUT_FLUSH = 0x8004587D, 2
"""ext4's EXT4_IOC_SHUTDOWN, and its flag for: nothing more reaches the disk, not even the journal."""
LONGEST = 0.5
"""Seconds of saving before the power fails, at most."""


@contextmanager
def _mounted(image: Path, place: Path) -> Iterator[None]:
    """``noauto_da_alloc`` takes away the care that ext4 takes of programs that do not force their files to the disk."""
    subprocess.run(["mount", "-o", "loop,noauto_da_alloc", str(image), str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _cut(place: Path) -> None:
    import fcntl  # there is none on Windows

    handle = os.open(place, os.O_RDONLY)
    try:
        fcntl.ioctl(handle, SHUTDOWN, WITHOUT_FLUSH.to_bytes(4, sys.byteorder))
    finally:
        os.close(handle)


def _saved_until_cut(place: Path, seconds: float) -> int:
    """Let the program save for so long, then cut the power; the number of the last save that it acknowledged before."""
    command = [sys.executable, "-m", "tests.torture.saver", str(place / "x.foresight")]
    env = {**os.environ, "FORESIGHT_HOME": str(place / "home")}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT, env=env
    ) as saver:
        assert saver.stdout is not None
        said = [saver.stdout.readline()]
        time.sleep(seconds)
        end = time.monotonic()
        _cut(place)
        saver.kill()
        said += [line for line in saver.stdout if line.endswith("\n")]
    return max(int(number) for number, moment in map(str.split, said) if float(moment) < end)


def main(folder: Path, count: int) -> None:
    """Print for each cut how many files are unreadable, and how many acknowledged saves are lost."""
    image, place, chance = folder / "disk", folder / "place", Random(3)
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(DISK)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True)
    os.environ["FORESIGHT_HOME"] = str(place / "home")
    with _mounted(image, place):
        save(workshop("cut"), place / "x.foresight")
    for _cut_number in range(count):
        with _mounted(image, place):
            said = _saved_until_cut(place, chance.uniform(0, LONGEST))
        with _mounted(image, place):
            unreadable, lost = _looked_at(place / "x.foresight", said)
            sys.stdout.write(f"{unreadable} {lost}\n")


def _looked_at(path: Path, said: int) -> tuple[int, int]:
    """How many files are unreadable, and how many acknowledged saves are lost; then all is well again."""
    found = number_in(path)
    bad = [copy for copy in backup_folder("cut").glob("*.foresight") if number_in(copy) is None]
    for copy in bad:
        copy.unlink()
    if found is None:
        save(workshop("cut"), path)
    return len(bad) + (found is None), 0 if found is None else max(0, said - found)


def power_cut(folder: Path, count: int) -> Row:
    """Cut the power so many times."""
    tools = [shutil.which(name) for name in ("unshare", "mount", "mkfs.ext4")]
    test, target = "power cut while saving 1 MB", "0 unreadable, 0 acknowledged saves lost"
    if not all(tools) or os.geteuid() != 0:
        return Row(test, target, "needs the superuser of a Linux with ext4", None)
    command = ["unshare", "--mount", sys.executable, "-m", "tests.torture.power_cut", str(folder), str(count)]
    run = subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=ROOT, text=True)
    results = [tuple(map(int, line.split())) for line in run.stdout.splitlines()]
    unreadable, lost = map(sum, zip(*results, strict=True))
    return Row(test, target, f"{unreadable} unreadable, {lost} lost ({len(results)} cuts)", unreadable == lost == 0)


TRIALS = (Trial("power-cut", power_cut, full=40, short=0),)

if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
