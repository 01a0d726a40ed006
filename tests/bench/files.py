"""Opening and saving a workshop of 5 MB, against json of the same bytes."""

import itertools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from foresight.core.storage import save
from tests.bench.big import SAMPLE, five_megabytes
from tests.bench.measure import Row, in_turn, ratio_row

ROOT = Path(__file__).parents[2]
RUNS = 7

OPEN = """
import sys, time
from pathlib import Path
from foresight.core.methods import slice_kinds
from foresight.core.storage import open_file
path, small = map(Path, sys.argv[1:])
open_file(small, slice_kinds())
begin = time.perf_counter()
opened = open_file(path, slice_kinds())
print(time.perf_counter() - begin)
"""
"""The program has met a file before: what is made once, such as the validators, stands."""

LOAD = """
import json, sys, time
from pathlib import Path
text = Path(sys.argv[1]).read_bytes()
begin = time.perf_counter()
data = json.loads(text)
print(time.perf_counter() - begin)
"""


def _opened_and_loaded(path: Path) -> tuple[float, float]:
    """Seconds for the two, each in a process of its own: nobody opens the same large file again and again."""
    return _seconds(OPEN, path), _seconds(LOAD, path)


def _seconds(program: str, path: Path) -> float:
    command = [sys.executable, "-c", program, str(path), str(SAMPLE)]
    return float(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def rows() -> list[Row]:
    """Open and save, everything included: checks, copy of the old version, forcing it to the disk."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FORESIGHT_HOME"] = str(Path(folder) / "home")
        path = Path(folder) / "large.foresight"
        document = five_megabytes()
        save(document, path)
        text = path.read_bytes()
        data = json.loads(text)

        # What a save left alone the next one does not write anew; two workshops in turn share nothing.
        turns = itertools.cycle((five_megabytes(), document))

        opening = [min(times) for times in zip(*(_opened_and_loaded(path) for _run in range(RUNS)), strict=True)]
        saving = in_turn(lambda: save(next(turns), path), lambda: json.dumps(data))
        size = f"a workshop of {len(text) / 1e6:.1f} MB"
        return [
            ratio_row(f"open {size}", opening[0], "json.loads", opening[1], 3.0),
            ratio_row(f"save {size}", saving[0], "json.dumps", saving[1], 3.0),
        ]
