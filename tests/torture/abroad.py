"""The same work in other countries: the file has the same bytes whatever time zone and language the system has."""

import hashlib
import itertools
import locale
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QThreadPool

from foresight.core.folders import SCENARIOS
from foresight.methods.network.model import move_drivers
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.ratings import rate
from foresight.model.trends import Trends, change_trend
from foresight.model.workshop import set_workshop
from foresight.shell.start import Application, make_window
from tests.core.child import ROOT
from tests.torture.table import Row, Trial

SAMPLE = SCENARIOS / "public-sector-2040.en.foresight"
ZONES = ("UTC", "Pacific/Kiritimati", "Europe/Oslo")
HOME = "C"
"""The language of every other test."""
LANGUAGES = (HOME, "tr_TR.UTF-8", "nb_NO.UTF-8", "de_DE.UTF-8")
LANES = 2


def main(file: str) -> None:
    """Open the sample in the window, change it, save it as ``file``; print where we seem to be, and its checksum."""
    app = Application(sys.argv[:1])
    window = make_window(app, str(SAMPLE))
    session = window.session
    trend, group = session.document[Trends].trends[0].id, session.document[Groups].groups[0].id
    driver = session.document[Drivers].drivers[0].id
    if os.environ.get("LC_ALL") != HOME:
        for method in window.methods:  # what cannot be shown abroad raises here
            window.show_method(method.id)
    for edit in (
        set_workshop(title="İstanbul ıi Åse ß", date="2026-03-29"),
        change_trend(trend, title="Økt I/i", tags=("Æ", "a", "Z")),
        rate(trend, group, impact=4.5, uncertainty=1.25),
        move_drivers({driver: (1234.5, -0.25)}),
    ):
        session.do(edit)
    window.file.save_as(Path(file))
    window.close()
    QThreadPool.globalInstance().waitForDone()
    place = f"{time.strftime('%z')} {locale.setlocale(locale.LC_ALL)}"
    sys.stdout.write(f"{hashlib.sha256(Path(file).read_bytes()).hexdigest()} {place}\n")


def _made(folder: Path, language: str) -> bool:
    """Whether this language is there now; it is made in ``folder`` where the system has what that takes."""
    if language == HOME:
        return True
    tool = shutil.which("localedef")
    name, _dot, characters = language.partition(".")
    command = [str(tool), "-i", name, "-f", characters, str(folder / language)]
    return tool is not None and subprocess.run(command, capture_output=True, check=False).returncode == 0


def _saved(folder: Path, zone: str, language: str) -> tuple[str, str]:
    """The checksum of the file that is saved there, and where the program thought it was."""
    home = folder / f"{zone.replace('/', '-')}-{language}"
    home.mkdir()
    env = {**os.environ, "TZ": zone, "LC_ALL": language, "LOCPATH": str(folder), "FORESIGHT_HOME": str(home / "home")}
    command = [sys.executable, "-m", "tests.torture.abroad", str(home / "x.foresight")]
    run = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=env, encoding="utf-8")
    checksum, _space, place = run.stdout.strip().partition(" ")
    return checksum, place


def saved_abroad(folder: Path, count: int) -> Row:
    """Save in at most so many of the combinations; languages that the system lacks and cannot make are left out."""
    places = [*zip(ZONES, LANGUAGES, strict=False), *itertools.product(ZONES, LANGUAGES)]
    chosen = list(dict.fromkeys(places))[:count]
    languages = [language for language in sorted({language for _zone, language in chosen}) if _made(folder, language)]
    with ThreadPoolExecutor(LANES) as pool:
        runs = [pool.submit(_saved, folder, *place) for place in chosen if place[1] in languages]
    outcomes = [run.result() for run in runs]
    different = len({checksum for checksum, _place in outcomes}) - 1
    where = ", ".join([*sorted({zone for zone, _language in chosen}), *languages])
    return Row(
        "time zone and language of the system",
        "0 files differ",
        f"{different} of {len({place for _checksum, place in outcomes})} places differ ({where})",
        different == 0,
    )


TRIALS = (Trial("abroad", saved_abroad, full=12, short=2),)

if __name__ == "__main__":
    main(sys.argv[1])
