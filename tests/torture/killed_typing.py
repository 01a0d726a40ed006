"""The whole program killed while somebody types: after the next start at most the last two seconds are lost."""

import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from foresight.core.document import Document
from foresight.core.storage import save
from foresight.model.workshop import Workshop
from tests.core.child import ROOT
from tests.torture.table import Row, Trial

LANES = 4
"""Programs at a time: they wait most of the time."""
MOST = 2.0
"""Seconds of work that may be lost."""
LONGEST = 4.0
"""Seconds that one types at most."""


@dataclass(frozen=True)
class Death:
    """What a kill cost."""

    typed: int
    lost: int
    seconds: float
    """How long before the kill the first letter was typed that is lost; 0 when none is."""
    recovered: bool


def _program(home: Path, act: str, file: Path | None) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.torture.typist", act, *([str(file)] if file else [])]
    env = {**os.environ, "FORESIGHT_HOME": str(home)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=env)


def _kill(folder: Path, seconds: float, number: int, *, saved: bool) -> Death:
    """Type for so long, kill, start again, accept what is offered and count."""
    folder.mkdir()
    file = folder / "x.foresight" if saved else None
    if file is not None:
        save(Document().put(Workshop()), file)
    with _program(folder / "home", str(number), file) as typist:
        assert typist.stdout is not None
        lines = [typist.stdout.readline()]
        time.sleep(seconds)
        end = time.monotonic()
        typist.kill()
        lines += [line for line in typist.stdout if line.endswith("\n")]
    times = {int(line.split()[0]): float(line.split()[1]) for line in lines}
    with _program(folder / "home", "look", file) as again:
        assert again.stdout is not None
        letters, offers = map(int, again.stdout.read().split())
    first_lost = times.get(letters + 1, end)
    return Death(len(times), max(0, len(times) - letters), max(0.0, end - first_lost), bool(offers))


def killed_while_typing(folder: Path, count: int) -> Row:
    """Kill so many programs; every other workshop was never saved."""
    chance = random.Random(2)
    lasting = [LONGEST * (number + 0.5) / count for number in range(count)]
    chance.shuffle(lasting)
    with ThreadPoolExecutor(LANES) as pool:
        runs = [
            pool.submit(_kill, folder / str(number), seconds, number, saved=number % 2 == 1)
            for number, seconds in enumerate(lasting)
        ]
    deaths = [run.result() for run in runs]
    worst = max(death.seconds for death in deaths)
    typed, lost, recovered = (sum(getattr(death, name) for death in deaths) for name in ("typed", "lost", "recovered"))
    return Row(
        "kill -9 of the program while typing",
        f"at most the last {MOST:.0f} s lost",
        f"{worst:.1f} s at worst; {lost} of {typed} letters in {count} kills ({-(-count // 2)} of them of "
        f"workshops never saved), {recovered} recovered",
        worst <= MOST,
    )


TRIALS = (Trial("killed-typing", killed_while_typing, full=50, short=1),)
