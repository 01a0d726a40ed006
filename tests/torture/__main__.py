"""Run the trials and print the table: ``python3 dev.py torture [NAME ...] [--count N | --short]``."""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

from tests.torture.table import ANSWERS, Row, Trial, all_trials, printed


def main(arguments: Sequence[str]) -> int:
    """Run all trials or those that are named; the exit status says whether every target is met."""
    trials = all_trials()
    parser = argparse.ArgumentParser(prog="python3 dev.py torture", description="What the program has to survive.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"all, or any of: {', '.join(trials)}")
    parser.add_argument("--count", type=int, help="how often each is tried")
    parser.add_argument("--short", action="store_true", help="as often as in dev.py test")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.names) - trials.keys())
    if unknown:
        parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(trials)}")
    counts = {name: options.count or (each.short if options.short else each.full) for name, each in trials.items()}
    rows = [_run(trials[name], counts[name]) for name in options.names or trials if counts[name]]
    processors = os.cpu_count()
    day = time.strftime("%Y-%m-%d")
    print(f"{day}: {processors} processors, {platform.system()}, Python {platform.python_version()}\n")
    print(printed(rows))
    return 1 if any(row.met is False for row in rows) else 0


def _run(trial: Trial, count: int) -> Row:
    print(f"{trial.name} ({count})", end=" ", flush=True, file=sys.stderr)
    begin = time.monotonic()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["FORESIGHT_HOME"] = str(Path(folder) / "home")
        row = trial.run(Path(folder), count)
    print(f"{ANSWERS[row.met]}, {time.monotonic() - begin:.0f} s", flush=True, file=sys.stderr)
    return row


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
