"""Earlier versions: what saving replaced is kept for a while and can be opened again, as a copy."""

from dataclasses import dataclass
from pathlib import Path

from foresight.core.backups import all_backups, kept_at
from foresight.core.methods import slice_kinds
from foresight.core.problems import FileProblem
from foresight.core.storage import load
from foresight.core.words import _, moment
from foresight.model.workshop import Workshop

SHOWN_MOST = 30


@dataclass(frozen=True)
class Version:
    """A version that can be opened, and what it is called."""

    path: Path
    text: str


def earlier_versions() -> list[Version]:
    """The newest of them first. Raises FileProblem when the program's own folder cannot be read."""
    found = [_version(path) for path in all_backups()[:SHOWN_MOST]]
    return [version for version in found if version is not None]


def _version(path: Path) -> Version | None:
    try:
        title = load(path, slice_kinds())[Workshop].title or _("Untitled workshop")
        when = kept_at(path)
    except (FileProblem, ValueError):  # a file of another kind was replaced; we keep it, but cannot open it
        return None
    return Version(path, f"{title} – {moment(when)}")
