"""A trial, its row of the table, and the table."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests import torture


@dataclass(frozen=True)
class Row:
    """What was measured, beside what is wanted."""

    test: str
    target: str
    measured: str
    met: bool | None
    """None where it could not be tried: ``measured`` says why."""


@dataclass(frozen=True)
class Trial:
    """One row of the table to be.

    ``run(folder, count)`` measures: ``folder`` is empty and its own, and the program keeps its own files in it too;
    ``count`` is how often it is tried.
    """

    name: str
    """What it is called on the command line."""
    run: Callable[[Path, int], Row]
    full: int
    """The count of ``python3 dev.py torture``."""
    short: int
    """The count that is part of ``python3 dev.py test``; 0 for one that is not: it measures time, or takes rights."""


ANSWERS = {True: "yes", False: "NO", None: "not tried"}


def all_trials() -> dict[str, Trial]:
    """The trials of every module of this package, by name."""
    names = [found.name for found in pkgutil.iter_modules(torture.__path__)]
    rows = [name for name in names if name not in {"__main__", "table"} and not name.startswith("test_")]
    modules = [importlib.import_module(f"{torture.__name__}.{name}") for name in rows]
    return {trial.name: trial for module in modules for trial in getattr(module, "TRIALS", ())}


def printed(rows: list[Row]) -> str:
    """The rows as a table in Markdown."""
    head = ("test", "target", "measured", "met")
    lines = [head, *((row.test, row.target, row.measured, ANSWERS[row.met]) for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    lines.insert(1, tuple("-" * width for width in widths))  # type: ignore[arg-type]
    padded = [[text.ljust(width) for text, width in zip(line, widths, strict=True)] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in padded)
