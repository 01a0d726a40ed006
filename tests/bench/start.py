"""From the start of the process to the first painted window: Foresight with the sample against a bare window of Qt."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.measure import Row, ratio_row

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "scenarios" / "public-sector-2040.en.foresight"
RUNS = 9

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.processEvents()
window.repaint()
print("painted", flush=True)
import os; os._exit(0)
"""

FULL = """
import os, sys
sys.path.insert(0, sys.argv[1])
from foresight import app
app.load_all_but_qt()
from PySide6.QtWidgets import QApplication
def painted(running):
    QApplication.processEvents()
    window = QApplication.activeWindow()
    window.repaint()
    assert window.workspace is not None
    print("painted", flush=True)
    os._exit(0)
QApplication.exec = painted
app.main(sys.argv[2:])
"""
"""The program as it is started by main.py, until its event loop would begin."""


def rows() -> list[Row]:
    """The two in turn, so that both meet the same machine; the least of each, to which nothing else has added."""
    bare, full = [], []
    with tempfile.TemporaryDirectory() as home:
        for _run in range(RUNS + 1):
            bare.append(_seconds(BARE, home))
            full.append(_seconds(FULL, home))
    return [
        ratio_row(
            "start to first painted window, with the sample",
            min(full[1:]),
            "bare QMainWindow",
            min(bare[1:]),
            2.0,
        )
    ]


def _seconds(program: str, home: str) -> float:
    # Byte code is kept, as it is for everyone who starts the program twice.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"FORESIGHT_HOME": home, "PYTHONPYCACHEPREFIX": str(Path(home) / "bytecode")}
    begin = time.perf_counter()
    command = [sys.executable, "-c", program, str(ROOT), str(SAMPLE)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = time.perf_counter() - begin
    assert line == "painted\n", "the program did not come up"
    return taken
