"""The start of the program, in processes of its own: what it loads, what it opens, how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SAMPLE_EN

ROOT = Path(__file__).parents[2]
HEAVY = {"networkx", "numpy", "pypdfium2", "reportlab"}

STARTS = """
import json, sys
from PySide6.QtWidgets import QApplication

def seen(app):
    QApplication.processEvents()
    window = next(one for one in app.topLevelWidgets() if hasattr(one, "open_copy"))
    window.repaint()
    DO
    print(json.dumps({
        "loaded": sorted({name.split(".")[0] for name in sys.modules}),
        "at": window.at, "path": str(window.file.path), "workspaces": list(window.workspaces),
    }))
    return 0

QApplication.exec = seen
from foresight.app import main
sys.exit(main(sys.argv[1:]))
"""


def start(*arguments: str, folder: Path = ROOT, do: str = "pass") -> dict[str, object]:
    """Start the program, let it paint, do something with ``window`` and ``app``; what it was like then."""
    ran = subprocess.run(
        [sys.executable, "-c", STARTS.replace("DO", do), *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr
    state: dict[str, object] = json.loads(ran.stdout.splitlines()[-1])
    return state


@pytest.mark.parametrize("arguments", [(), (str(SAMPLE_EN),)], ids=["welcome", "sample"])
def test_the_window_comes_up_without_the_libraries_that_take_long_to_load(arguments: tuple[str, ...]) -> None:
    state = start(*arguments)

    loaded = state["loaded"]
    assert isinstance(loaded, list)
    assert HEAVY & set(loaded) == set()
    assert state["path"] == (arguments[0] if arguments else "None")


def test_only_the_workspace_that_is_shown_is_made() -> None:
    state = start(str(SAMPLE_EN))

    assert state["workspaces"] == [state["at"]]


@pytest.mark.parametrize("name", ["-plan.foresight", "brief", "--help"])
def test_a_file_whose_name_looks_like_something_else_opens_after_two_dashes(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(SAMPLE_EN.read_bytes())

    assert start("--", name, folder=tmp_path)["path"] == str(tmp_path / name)


def test_macos_asks_for_a_file_by_an_event() -> None:
    open_event = (
        "from PySide6.QtCore import QUrl; from PySide6.QtGui import QFileOpenEvent; "
        f"app.sendEvent(app, QFileOpenEvent({str(SAMPLE_EN)!r}))"
    )

    assert start(do=open_event)["path"] == str(SAMPLE_EN)


def test_the_program_ends_well_while_the_brief_is_being_made() -> None:
    last = "window.methods[-1].id"

    assert start(str(SAMPLE_EN), do=f"window.show_method({last}); QApplication.processEvents()")["at"] == "brief"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_the_program_says_what_works_without_one() -> None:
    screenless = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    ran = subprocess.run(
        [sys.executable, "-c", STARTS.replace("DO", "pass")],
        env={key: value for key, value in os.environ.items() if key not in screenless} | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )

    assert ran.stderr.splitlines()[0] == (
        "foresight: There is no screen here. python main.py --help lists what works without one."
    )
