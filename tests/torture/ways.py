"""A program of its own with little memory: it tries to open files by every way in and prints what it was told."""

import contextlib
import io
import json
import os
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from conftest import SAMPLE_EN
from foresight import cli
from foresight.core.methods import Exchange, Method, discover, exchanges, slice_kinds
from foresight.core.storage import ENDING, load
from foresight.kit.working import Working
from foresight.shell.offers import Offers
from foresight.shell.start import Application, make_window
from foresight.shell.window import Window

Way = Callable[[Path], str]
"""Tries to open the file; gives what was said."""


class Ways:
    """A window with a workshop, and the ways into it. ``said`` is what dialogs told since it was emptied."""

    def __init__(self, app: Application, out: Path) -> None:
        self.app, self.out = app, out
        self.said: list[str] = []
        self._wait = QDialog.exec
        QMessageBox.exec = lambda box: self.read(box)  # type: ignore[method-assign]
        QDialog.exec = lambda box: self.read(box)  # type: ignore[method-assign]
        self.document = load(SAMPLE_EN, slice_kinds())
        self.window = make_window(app, None)
        self.window.file.new(self.document)
        self.window.show_workshop()

    def read(self, dialog: QDialog) -> int:
        """Stands for exec: note what the dialog says, and cancel it; what only shows how far work is goes on."""
        if isinstance(dialog, Working):
            return self._wait(dialog)
        dialog.ensurePolished()
        dialog.grab()
        self.said.append(dialog.text() if isinstance(dialog, QMessageBox) else dialog.windowTitle())
        return 0

    @contextlib.contextmanager
    def choosing(self, path: Path) -> Iterator[None]:
        """Meanwhile this file is chosen in file dialogs."""
        QFileDialog.getOpenFileName = staticmethod(lambda *_arguments: (str(path), ""))  # type: ignore[assignment]
        QFileDialog.getOpenFileNames = staticmethod(lambda *_arguments: ([str(path)], ""))  # type: ignore[assignment]
        yield

    def by_menu(self, path: Path) -> str:
        with self.choosing(path):
            self.window.open_workshop()
        return ""

    def by_drop(self, path: Path) -> str:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        none = Qt.KeyboardModifier.NoModifier
        event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
        self.window.dropEvent(event)
        return ""

    def by_recent_list(self, path: Path) -> str:
        self.window.menu_bar.file_chosen.emit(path)
        return ""

    def as_template(self, path: Path) -> str:
        self.window.open_copy(path)
        return ""

    def by_event(self, path: Path) -> str:
        self.app.file_wanted.connect(self.window.open_path)
        self.app.file_wanted.emit(path)
        self.app.file_wanted.disconnect()
        return ""

    def by_argument(self, path: Path) -> str:
        window = make_window(self.app, str(path))
        end(window)
        return ""

    def by_merging(self, path: Path) -> str:
        with self.choosing(path):
            self.window.merge_files()
        return ""

    def by_import(self, kind: tuple[Method, Exchange]) -> Way:
        """A way in through importing this kind of file."""

        def run(path: Path) -> str:
            self.window.import_path(path, kind)
            return ""

        return run

    def by_recovery(self, path: Path) -> str:
        """As a snapshot that an earlier run left: it is offered, or moved aside and said so."""
        if not os.path.isfile(path):  # noqa: PTH113 - never raises, as Path.is_file does
            return "not a file"
        folder = Path(os.environ["FORESIGHT_HOME"]) / "recovery" / "left"
        folder.mkdir(parents=True)
        shutil.copy(path, folder / "snapshot.foresight")
        Offers(self.window).look()
        aside = folder.with_name("damaged-left")
        said = "moved aside" if aside.exists() else ""
        shutil.rmtree(aside, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        return said

    def by_command(self, *command: str) -> Way:
        """A way in on the command line; FILE stands for the file."""

        def run(path: Path) -> str:
            words = [str(path) if word == "FILE" else word for word in command]
            with contextlib.redirect_stderr(io.StringIO()) as stderr, contextlib.redirect_stdout(io.StringIO()) as out:
                status = cli.main(words)
            assert status in (0, 2)
            assert status == 0 or stderr.getvalue(), "refused without a word"
            assert command[0] == "import" or stderr.getvalue().count("\n") <= 1, "more than one line was said"
            return stderr.getvalue() or out.getvalue()

        return run

    def all(self) -> dict[str, Way]:
        """The ways, by name."""
        able = next(method.id for method in discover() if method.analyse)
        kinds = exchanges("read")
        out = str(self.out.with_suffix(ENDING))
        imports = {f"import {kind[1].id}": self.by_import(kind) for kind in kinds}
        commands = {
            f"cli import {kind.id}": self.by_command("import", "FILE", "-o", out, "--as", kind.id)
            for _method, kind in kinds
        }
        return {
            "menu": self.by_menu,
            "argument": self.by_argument,
            "drop": self.by_drop,
            "recent": self.by_recent_list,
            "template": self.as_template,
            "event": self.by_event,
            "merging": self.by_merging,
            "recovery": self.by_recovery,
            "cli check": self.by_command("check", "FILE"),
            "cli brief": self.by_command("brief", "FILE", "-o", str(self.out)),
            "cli analyse": self.by_command("analyse", "FILE", able),
            **imports,
            **commands,
        }


def end(window: Window) -> None:
    """Close a window without a question."""
    window.session.history.mark_saved(window.session.document)
    window.close()
    window.deleteLater()


def processor_time() -> float:
    """Seconds that this program and those it started worked."""
    return sum(os.times()[:4])


def tried(ways: Ways, name: str, way: Way, path: Path) -> dict[str, Any]:
    """What came of it."""
    ways.said.clear()
    fault, words, start, began = "", "", processor_time(), time.monotonic()
    try:
        words = way(path)
    except Exception:  # noqa: BLE001 - that there is any is what is looked for
        fault = traceback.format_exc()[-600:]
    seconds = processor_time() - start
    fault = fault or "".join(FAULTS)
    FAULTS.clear()
    changed = ways.window.session.document is not ways.document
    if changed:
        ways.window.file.new(ways.document)
    return {
        "way": name,
        "file": path.name[:60].encode("utf-8", "replace").decode(),
        "said": " ".join([words, *ways.said]).strip(),
        "fault": fault,
        "changed": changed,
        "seconds": seconds,
        "waited": time.monotonic() - began,
    }


HEAVY = 500_000
"""Bytes from which on a file is tried by every way only when all are."""
FAULTS: list[str] = []
"""What was raised where nobody waits for it, as in what a signal starts."""


def main(paths: list[Path], out: Path, count: int, megabytes: int) -> None:
    """Try all files by the first way and ``count`` of them by each other, and print the answers as JSON."""
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000,) * 2)
    sys.excepthook = lambda kind, error, trace: FAULTS.append("".join(traceback.format_exception(error))[-600:])
    ways = Ways(Application(sys.argv[:1]), out.with_suffix(".pdf"))
    light = [path for path in paths if not os.path.isfile(path) or path.stat().st_size < HEAVY]  # noqa: PTH113
    some = Random(1).sample(light, count) if count < len(light) else paths
    first, *others = ways.all().items()
    cases = [tried(ways, *first, path) for path in paths]
    cases += [tried(ways, *way, path) for way in others for path in some]
    end(ways.window)
    sys.stdout.write(json.dumps(cases) + "\n")


if __name__ == "__main__":
    main(
        [Path(name) for name in json.loads(Path(sys.argv[1]).read_text())],
        Path(sys.argv[2]),
        int(sys.argv[3]),
        int(sys.argv[4]),
    )
