"""Every hostile file through every way in: answered in words, at once, and the open workshop stays as it is."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from foresight.core.encoding import encode
from tests.core.child import ROOT
from tests.torture.table import Row, Trial
from tests.torture.values import filled

DATA = ROOT / "tests" / "data" / "hostile"
SECONDS = 2.0
"""Processor time for one file by one way: how busy the machine is does not count."""
PATIENCE = 30.0
"""Seconds on the clock, on a machine that has much else to do."""
ALL = 1_000
"""More than there are."""
MEGABYTES = 2_000
"""Address space of the whole program."""


def damaged() -> dict[str, Callable[[bytes], bytes]]:
    """Workshop files that nobody saved, made from a good one."""
    head = b'{"format": "foresight", "schema": 1, "min_reader": 1, "slices": {"other": %s}}'
    return {
        "empty": lambda good: b"",
        "nothing but zeros": lambda good: bytes(1000),
        "cut": lambda good: good[: len(good) // 2],
        "doubled": lambda good: good + good,
        "UTF-16": lambda good: good.decode().encode("utf-16"),
        "Latin-1": lambda good: good.replace(b"abc", b"\xe6\xf8\xe5"),
        "merge marks": lambda good: good.replace(b"\n", b"\n<<<<<<< HEAD\n", 3),
        "no number": lambda good: head % b"[NaN, -Infinity]",
        "no finite number": lambda good: head % b"1e400",
        "long number": lambda good: head % (b"9" * 100_000),
        "surrogate": lambda good: good.replace(b'"abc"', b'"\\ud800"', 1) + b"}",
        "field twice": lambda good: good.replace(b'"schema": 1,', b'"schema": 1,"schema": 1,'),
        "deep": lambda good: b"[" * 100_000 + b"]" * 100_000,
        "deep objects": lambda good: b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
        "many lists": lambda good: head % (b"[" + b"[]," * 9_000_000 + b"[]]"),
        "many fields": lambda good: head % (b"{" + b",".join(b'"%d":1' % n for n in range(2_000_000)) + b"}"),
        "many escapes": lambda good: good.replace(b'"abc"', b'"' + b"\\u0041" * 5_000_000 + b'"', 1),
        "many entries": lambda good: good.replace(b'"trends": [\n', b'"trends": [\n' + b'{"id":"x"},' * 2_000_000),
        "too large": lambda good: good + b" " * 33 * 1024 * 1024,
        "newer": lambda good: good.replace(b'"min_reader": 1', b'"min_reader": 9').replace(b'"abc"', b"7"),
        "wrong values": lambda good: good.replace(b'"abc"', b'{"abc": []}'),
        "wrong kinds": lambda good: good.replace(b'"trend0"', b'"driver0"'),
    }


def made(folder: Path) -> list[Path]:
    """The damaged workshop files in the folder, and things that are no files."""
    good = encode(filled(lambda limit: "abc"[:limit]))
    paths = []
    for name, damage in damaged().items():
        path = folder / f"{name}.foresight"
        path.write_bytes(damage(good))
        paths.append(path)
    inside, loop = folder / "folder.foresight", folder / "loop.foresight"
    inside.mkdir()
    loop.symlink_to(loop)
    paths += [inside, loop, folder / "gone.foresight", folder / ("x" * 300), folder / "nul\0.foresight"]
    if os.name == "posix":
        os.mkfifo(folder / "pipe.foresight")
        paths += [folder / "pipe.foresight", Path("/dev/zero"), folder / "\udcff\n.foresight"]
    return paths


def stored() -> list[Path]:
    """The hostile files of all kinds that are kept in the repository."""
    return sorted(path for path in DATA.rglob("*") if path.is_file() and path.parent.name not in {"hostile", "names"})


def hostile(folder: Path, count: int) -> Row:
    """All files from the menu, and ``count`` of them by every other way."""
    own = folder / "files"
    own.mkdir()
    paths = folder / "paths.json"
    paths.write_text(json.dumps([str(path) for path in (*made(own), *stored())]))
    ran = subprocess.run(
        [sys.executable, "-m", "tests.torture.ways", str(paths), str(folder / "out"), str(count), str(MEGABYTES)],
        cwd=ROOT,
        env={**os.environ, "FORESIGHT_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        errors="replace",
        timeout=900,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    return judged(json.loads(ran.stdout.splitlines()[-1]), in_time=count >= ALL)


def judged(cases: list[dict[str, Any]], *, in_time: bool) -> Row:
    """The row of the table that these answers come to; whether they came ``in_time`` is looked at or not."""
    faults = [case for case in cases if case["fault"]]
    silent = [case for case in cases if not case["said"]]
    changed = [case for case in cases if case["changed"]]
    late = [case for case in cases if case["seconds"] >= SECONDS or case["waited"] >= PATIENCE]
    slow = late if in_time else []
    bad = faults + silent + changed + slow
    wrong = [f"{case['way']} {case['file']}: {case['fault'] or case['seconds']}" for case in bad]
    longest = max(case["seconds"] for case in cases)
    ways = {case["way"] for case in cases}
    measured = (
        f"{len({case['file'] for case in cases})} files, {len(ways)} ways, {len(cases)} answers: {len(faults)} faults, "
        f"{len(silent)} silent, {len(changed)} changed the workshop, longest {longest:.2f} s"
    )
    return Row(
        "hostile files by every way in, 2 GB of memory",
        f"0 faults, 0 without words, 0 changed, < {SECONDS:g} s each",
        "; ".join([measured, *wrong[:5]]),
        not wrong,
    )


TRIALS = (Trial("hostile", hostile, full=ALL, short=6),)
