"""Where the program keeps its own files: recovery snapshots, backups, locks, preferences, logs."""

import os
import sys
from pathlib import Path


def data_folder() -> Path:
    """The program's own folder for this user, made when missing. FORESIGHT_HOME overrides it (tests, portable use)."""
    chosen = os.environ.get("FORESIGHT_HOME")
    if chosen:
        folder = Path(chosen)
    elif sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA", Path.home())) / "Foresight"
    elif sys.platform == "darwin":
        folder = Path.home() / "Library" / "Application Support" / "Foresight"
    else:
        folder = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "foresight"
    folder.mkdir(0o700, parents=True, exist_ok=True)  # copies of workshops lie there: nobody else's business
    return folder


RESOURCES = Path(__file__).resolve().parents[2] / "resources"
"""Fonts, icons and catalogues that come with the program."""

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
"""Sample workshop files that come with the program."""
