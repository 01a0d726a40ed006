"""Names that systems do not like, for workshops and for what is exported."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from unittest import mock

from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from foresight.core.document import Document
from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.core.text import STEM_BYTES, clean_line
from foresight.model.workshop import Workshop
from foresight.shell.start import make_window
from foresight.shell.window import Window
from tests.torture.hostile import DATA
from tests.torture.table import Row, Trial

DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
FORBIDDEN = set('<>:"/\\|?*') | {chr(code) for code in range(32)}
GOES_THERE = {"", ".", ".."}
"""What a file dialog takes for a folder to go to, so that nobody can give it as a name."""


def names() -> list[str]:
    """The names, as they are kept in the repository: one a line, spaces and all."""
    return (DATA / "names" / "filenames.txt").read_text("utf-8").split("\n")


def is_safe(name: str) -> bool:
    """Whether every system takes this as the name of a file, and no command as an option."""
    stem = name.partition(".")[0]
    plain = PureWindowsPath(name).name == name == PurePosixPath(name).name and not FORBIDDEN & set(name)
    fine = name == name.strip(" .") and not name.startswith((".", "-"))
    return plain and fine and stem.lower() not in DEVICES and len(stem.encode()) <= STEM_BYTES


class Saver:
    """Answers the file dialog of a window: takes what it proposes or what a user types, in a folder."""

    def __init__(self, window: Window, folder: Path) -> None:
        self.window, self.folder = window, folder
        self.typed: str | None = None
        self.proposed: list[str] = []
        self.said: list[str] = []

    def choose(self, _parent: object, _title: str, start: str, *_rest: object) -> tuple[str, str]:
        """Stands for the dialog."""
        name = Path(start).name
        self.proposed.append(name)
        return f"{self.folder}/{name if self.typed is None else self.typed}", ""

    def read(self, box: QMessageBox) -> int:
        """Stands for the message box."""
        self.said.append(box.text())
        return 0

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Meanwhile no dialog waits for anybody."""
        with (
            mock.patch.object(QFileDialog, "getSaveFileName", self.choose),
            mock.patch.object(QMessageBox, "exec", lambda box: self.read(box)),
        ):
            yield

    def save(self, title: str, typed: str | None) -> bool:
        """Save a workshop of this title; whether it came back from the file, or words said why not."""
        self.typed = typed
        self.window.file.new(Document().put(Workshop(title=clean_line(title))))
        self.said.clear()
        if not self.window.save_workshop_as():
            return bool(self.said)
        path = self.window.file.path
        return path is not None and load(path, slice_kinds()) == self.window.session.document


def strange_names(folder: Path, count: int) -> Row:
    """The first ``count`` names as titles, with the file that is proposed, and typed as the name of the file."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    inside = folder / "a" / "b"
    inside.mkdir(parents=True)
    window = make_window(app, None)
    saver = Saver(window, inside)
    brief = window.methods[-1].id
    tried = names()[:count]
    wrong: list[str] = []
    with saver.answering():
        for name in tried:
            wrong += [] if saver.save(name, typed=None) else [f"{name!r} as a title is not saved"]
            window.show_method(brief)
            window.workspace.save_page()  # type: ignore[union-attr]
            if name not in GOES_THERE and not {"/", "\\"} & set(name):
                wrong += [] if saver.save("x", typed=name) else [f"{name!r} is neither saved nor refused in words"]
        window.file.new(Document())
        window.close()
        window.deleteLater()
    wrong += [f"{name!r} is proposed" for name in saver.proposed if not is_safe(name)]
    wrong += [f"{path.name!r} lies elsewhere" for path in folder.rglob("*") if _is_astray(path, folder)]
    measured = f"{len(tried)} names, {len(saver.proposed)} dialogs, {len(wrong)} wrong"
    return Row(
        "names that systems do not like, of workshops and exports",
        "a safe name proposed, saved or refused in words",
        "; ".join([measured, *wrong[:8]]),
        not wrong,
    )


def _is_astray(path: Path, folder: Path) -> bool:
    """Whether a workshop or an export lies where nobody said, or something unfinished anywhere."""
    return path.is_file() and path.parent != folder / "a" / "b" and not path.is_relative_to(folder / "home")


TRIALS = (Trial("names", strange_names, full=100, short=100),)
