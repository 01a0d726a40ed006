"""A walk through the whole program in a process of its own: no network, and nothing written but where it belongs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SAMPLE_EN

ROOT = Path(__file__).parents[2]

WALK = """
import json, os, sys
from pathlib import Path

events = []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
REACHES = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.", "os.system", "os.exec", "os.spawn",
           "os.posix_spawn", "webbrowser.")

def hear(event, arguments):
    if event == "open":
        name, mode, flags = arguments
        if isinstance(name, (str, bytes)) and (flags & WRITING or set(mode or "") & set("wax+")):
            events.append(("write", os.fsdecode(name)))
    elif event in CHANGES:
        paths = arguments[:2] if event in ("os.rename", "os.link", "os.symlink") else arguments[:1]
        events.extend(("write", os.fsdecode(os.fspath(path))) for path in paths if not isinstance(path, int))
    elif event.startswith(REACHES):
        events.append(("reach", f"{event} {arguments!r}"[:200]))

sys.addaudithook(hear)
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from foresight.shell import snapshots, start

snapshots.AFTER = 0
sample, chosen = sys.argv[1], Path(sys.argv[2])

def settle():
    for _round in range(5):
        QApplication.processEvents()
        QThreadPool.globalInstance().waitForDone()

def choose(name):
    QFileDialog.getSaveFileName = staticmethod(lambda *_arguments: (str(chosen / name), ""))

def walk(app):
    window = next(one for one in app.topLevelWidgets() if hasattr(one, "open_copy"))
    window.open_copy(Path(sample))
    window.speak("nb")
    window.show_theme("dark")
    for method in window.methods:
        window.show_method(method.id)
        for view in range(window.workspace.view_count):
            window.workspace.show_view(view)
            for part in method.slices:
                window.session.select(*[entity.id for entity in window.session.document[part].entities()][:1])
            settle()
        window.method_card()
    window.speak("en")
    window.show_theme("light")
    settle()
    for command in (window.search, window.shortcuts, window.about, window.preferences_dialog):
        QTimer.singleShot(0, lambda: QApplication.activeModalWidget().close())
        command()
    window.presenter()
    window.presenter()
    from foresight.model.workshop import set_workshop
    window.session.do(set_workshop(title="Walked through"))
    settle()
    choose("mine.foresight")
    assert window.save_workshop()
    brief = window.methods[-1].id
    window.show_method(brief)
    settle()
    choose("brief.pdf")
    window.workspace.save_pdf()
    window.close()
    settle()
    return 0

QApplication.exec = walk
start.run_window(None)
print(json.dumps(events))
"""


def test_nothing_reaches_out_and_nothing_is_written_elsewhere(tmp_path: Path) -> None:
    home, user, chosen = tmp_path / "foresight-home", tmp_path / "user", tmp_path / "chosen"
    for folder in (user, chosen):
        folder.mkdir()
    environment = {**os.environ, "FORESIGHT_HOME": str(home), "HOME": str(user), "PYTHONDONTWRITEBYTECODE": "1"}
    environment |= {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(user / "cache"), "TMPDIR": str(user)}
    ran = subprocess.run(
        [sys.executable, "-c", WALK, str(SAMPLE_EN), str(chosen)],
        cwd=user,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    events = json.loads(ran.stdout.splitlines()[-1])

    assert [what for kind, what in events if kind == "reach"] == []
    written = {Path(what) for kind, what in events if kind == "write"}
    assert {path.parent for path in written} >= {chosen, home / "recovery"}
    elsewhere = {path for path in written if not any(path.is_relative_to(own) for own in (home, chosen))}
    assert elsewhere - {Path(os.devnull)} == set()
    assert {path.name for path in chosen.iterdir()} == {"mine.foresight", "brief.pdf"}
    left = [path for path in user.rglob("*") if path.is_file() and "fontconfig" not in path.parts]
    assert left == []
    assert {path.name for path in home.iterdir()} <= {
        "preferences.ini", "foresight.log", "crash.log", "locks", "recovery", "backups"
    }  # fmt: skip
    log = home / "foresight.log"
    assert not log.exists() or "Walked" not in log.read_text("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="a folder that nobody may make is a thing of POSIX")
def test_without_a_folder_of_its_own_the_program_says_so_and_ends(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    ran = subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        env={**os.environ, "FORESIGHT_HOME": str(tmp_path / "file" / "home"), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )

    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-1].startswith("foresight: Foresight cannot start: its own folder ")
    assert "Traceback" not in ran.stderr
