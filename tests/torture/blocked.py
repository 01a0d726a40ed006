"""How long the window stands still while a workshop of 5 MB is saved, and while its crash snapshot is kept."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer

from foresight.app import load_all_but_qt
from foresight.core import encoding
from foresight.core.folders import data_folder
from foresight.core.storage import save
from foresight.model.workshop import set_workshop
from foresight.shell.start import Application, make_window
from foresight.shell.window import Window
from tests.bench.big import five_megabytes
from tests.core.child import ROOT
from tests.torture.table import Row, Trial

TICK = 5
"""Milliseconds between two looks at the clock."""
MOST = 50
"""Milliseconds that the window may stand still."""
AFTERWARDS = 300
"""Milliseconds that are watched after the act: the file was replaced, and the window hears of it."""


class Clock:
    """Looks at the time whenever the window has a moment."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.worst, self._last = max(self.worst, now - self._last), now

    def watched(self, act: Callable[[], object]) -> float:
        """Milliseconds of the longest time without a tick, from the beginning of ``act`` until a while after it."""
        self.worst, self._last = 0.0, time.perf_counter()
        self._timer.start()
        act()
        _rest()
        self._timer.stop()
        return 1000 * (self.worst - TICK / 1000)


def _rest() -> None:
    loop = QEventLoop()
    QTimer.singleShot(AFTERWARDS, loop.quit)
    loop.exec()


def _edit(window: Window, title: str) -> None:
    window.session.seal()
    window.session.do(set_workshop(title=title))
    Application.processEvents()
    encoding._last.clear()  # the worst case: everything is written anew, not only what was edited


def _save(window: Window) -> None:
    assert window.save_workshop()


def _snapshot(window: Window) -> None:
    loop = QEventLoop()
    window.file.snapshots._runner.busy_changed.connect(loop.quit)
    window.file.snapshots.keep()
    loop.exec()
    assert list(data_folder().glob("recovery/*/note.json"))


def main(file: str, count: int) -> None:
    """Print the longest stops, in milliseconds: a line for a save, a snapshot, and as long without either."""
    load_all_but_qt()
    app = Application(sys.argv[:1])
    window, clock = make_window(app, file), Clock()
    gc.freeze()  # as the program does once the window stands
    gc.enable()
    _rest()
    for number in range(count):
        _edit(window, f"Number {number}")
        snapshot = clock.watched(partial(_snapshot, window))
        _edit(window, f"Number {number}, saved")
        saving = clock.watched(partial(_save, window))
        sys.stdout.write(f"{saving} {snapshot} {clock.watched(_rest)}\n")
    window.close()


def blocked_while_saving(folder: Path, count: int) -> Row:
    """The worst of so many saves."""
    file = folder / "large.foresight"
    save(five_megabytes(), file)
    command = [sys.executable, "-m", "tests.torture.blocked", str(file), str(count)]
    lines = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, text=True).stdout.splitlines()
    saves, snapshots, idle = zip(*(map(float, line.split()) for line in lines), strict=True)
    return Row(
        f"save {file.stat().st_size / 1e6:.1f} MB in the window",
        f"never blocked > {MOST} ms",
        f"{max(saves):.0f} ms at worst in {count} saves (median {sorted(saves)[count // 2]:.0f} ms), "
        f"{max(snapshots):.0f} ms in {count} crash snapshots; {max(idle):.0f} ms with nothing to do",
        max(*saves, *snapshots) <= MOST,
    )


TRIALS = (Trial("blocked", blocked_while_saving, full=30, short=0),)

if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
