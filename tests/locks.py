"""What the lock files of the project say."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
RUNTIME = ROOT / "requirements.txt"
ALL = ROOT / "requirements-audit.txt"
"""It holds what running, developing and auditing need."""


class Locked(NamedTuple):
    """A package that is locked."""

    name: str
    version: str
    hashes: frozenset[str]
    """SHA-256 of each file that may be installed."""


def plain(name: str) -> str:
    """The name of a package in the one spelling that all its spellings have in common."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(lock: Path) -> list[Locked]:
    """The packages in a lock file, those for other systems too. Raises ValueError for a line of an unknown shape."""
    lines = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return [_package(line) for line in lines if line and not line.startswith("#")]


def _package(line: str) -> Locked:
    found = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", line)
    hashes = frozenset(re.findall(r"--hash=sha256:([0-9a-f]{64})", line))
    if found is None or not hashes:
        raise ValueError(f"Not a locked package: {line[:80]}")
    return Locked(plain(found[1]), found[2], hashes)
