"""A long day: thousands of edits in a real window, with undo, snapshots and briefs. Does it get slow or fat?"""

import contextlib
import ctypes
import gc
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from pydantic import ValidationError

from foresight.core.history import Edit
from tests.core.child import ROOT
from tests.torture.edits import edit_of, edits
from tests.torture.table import Row, Trial
from tests.torture.values import NoneFits, Source, present

WORDS = ("Trust", "Who pays?", "Fewer at work", "Endring – og så?", "<b>&")
EVERY = 100
"""Edits between two looks at memory and open files."""
WARM = 3_000
"""Edits until all that is kept for speed is there: undo, caches, pictures."""
ENOUGH = 2 * WARM
"""Edits from which on the growth of memory, and the slowest in a hundred, can be told."""
SLOPE, SLOW = 1.0, 0.050
"""Megabytes for 1,000 edits; seconds for 99 of 100 edits, in the thread of the window."""


def soak(folder: Path, count: int) -> Row:
    """``count`` edits in a program of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.torture.soak", str(count)],
        cwd=ROOT,
        env={**os.environ, "FORESIGHT_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    return judged(json.loads(ran.stdout.splitlines()[-1]), count)


def judged(found: dict[str, Any], count: int) -> Row:
    """The row of the table that these figures come to."""
    seconds = sorted(found["seconds"])
    share = 0.99 if count >= ENOUGH else 0.9
    slowest = seconds[int(len(seconds) * share)]
    looks = [look for look in found["looks"] if look["edits"] >= min(WARM, count // 2)]
    files = {look["files"] for look in looks}
    growth = slope([look["edits"] / 1_000 for look in looks], [look["memory"] for look in looks])
    memory = f"{growth:+.2f} MB for 1,000 edits" if count >= ENOUGH else "memory: too few edits to tell"
    measured = (
        f"{count} edits, {found['undone']} undone, {found['snapshots']} snapshots, {found['briefs']} briefs: {memory}, "
        f"p{share * 100:.0f} {slowest * 1_000:.0f} ms, {'/'.join(map(str, sorted(files)))} files open"
    )
    is_told = count >= ENOUGH  # else it only shows that the trial works
    is_fine = not is_told or (growth < SLOPE and slowest < SLOW)
    return Row(
        "a long day in one window",
        f"< {SLOPE:g} MB for 1,000 edits, p99 < {SLOW * 1_000:.0f} ms, files constant",
        measured,
        is_fine and len(files) <= 1,
    )


def slope(xs: list[float], ys: list[float]) -> float:
    """How much y grows with x, by least squares; 0 for fewer than two points."""
    if len(xs) < 2:
        return 0.0
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


class Day:
    """A leader who works on, and what was measured meanwhile."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QApplication

        from conftest import SAMPLE_EN
        from foresight.shell.start import make_window

        self.app = QApplication([])
        self.window = make_window(self.app, None)
        self.window.open_copy(SAMPLE_EN)
        self.beginning = self.window.session.document
        self.random = Random(1)
        self.things = self._things()
        self.found: dict[str, Any] = {"seconds": [], "looks": [], "undone": 0, "snapshots": 0, "briefs": 0}

    def _things(self) -> int:
        return sum(map(len, present(self.window.session.document).values()))

    def settle(self) -> None:
        """Let what goes on beside the window come to its end."""
        from PySide6.QtCore import QThreadPool

        for _round in range(3):
            self._paint()
            QThreadPool.globalInstance().waitForDone()
        self._paint()

    def _paint(self) -> None:
        """Do what waits to be done; what is to be deleted later would else wait for an event loop of its own."""
        from PySide6.QtCore import QEvent

        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def warm_up(self) -> None:
        """The first visit of each workspace loads what it needs."""
        for method in self.window.methods:
            self.window.show_method(method.id)
            self._paint()

    def live(self, count: int) -> None:
        """So many edits; now and then another workspace, a snapshot, a brief."""
        methods = [method.id for method in self.window.methods if method.group != "deliver"]
        for number in range(1, count + 1):
            self.edit()
            if number % 20 == 0:
                self.window.show_method(self.random.choice(methods))
            if number % 50 == 0:
                self.window.file.snapshots.keep()
                self.found["snapshots"] += 1
            if number % 200 == 0 or number == count:
                self.brief()
            if number % EVERY == 0 or number == count:
                self.look(number)

    def edit(self) -> None:
        """One edit that changes something, timed until it is painted; undone at once if things came or went."""
        session = self.window.session
        before = session.document
        while session.document is before:
            edit = self._some_edit()
            start = time.thread_time()
            if edit is not None and session.do(edit):
                self._paint()
                self.found["seconds"].append(time.thread_time() - start)
        came_or_went = self._things() != self.things
        if came_or_went or self.random.random() < 0.1:
            session.undo()
            self.found["undone"] += 1
            if not came_or_went and self.random.random() < 0.5:
                session.redo()
        session.seal()

    def _some_edit(self) -> Edit | None:
        document = self.window.session.document
        source = Source(self.random, present(document), lambda limit: self.random.choice(WORDS)[:limit])
        try:
            edit = edit_of(edits()[self.random.choice(list(edits()))], document, source)
            edit.apply(document)
        except (NoneFits, ValidationError):
            return None
        return edit

    def brief(self) -> None:
        """Look at the brief."""
        self.window.show_method(self.window.methods[-1].id)
        self.settle()
        self.window.show_method(self.window.methods[0].id)
        self.found["briefs"] += 1

    def look(self, number: int) -> None:
        """Note how much memory is used, in MB, and how many files are open; 0 where the system does not tell."""
        self.window.session.do(Edit("Begin again", lambda _present: self.beginning))  # what was added is no growth
        self.settle()
        gc.collect()
        process = Path("/proc/self")
        if not process.exists():
            self.found["looks"].append({"edits": number, "memory": 0.0, "files": 0})
            return
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)  # what was used once and is free (the pages of a brief) is no growth
        pages = int((process / "statm").read_text().split()[1])
        files = len(list((process / "fd").iterdir()))
        self.found["looks"].append({"edits": number, "memory": pages * 4096 / 1e6, "files": files})


def main(count: int) -> None:
    """Live a day, and print what was measured as JSON."""
    day = Day()
    if count >= ENOUGH:
        day.warm_up()
    day.live(count)
    day.window.session.history.mark_saved(day.window.session.document)
    day.window.close()
    sys.stdout.write(json.dumps(day.found) + "\n")


TRIALS = (Trial("soak", soak, full=10_000, short=20),)

if __name__ == "__main__":
    main(int(sys.argv[1]))
