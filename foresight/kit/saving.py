"""Asking where to save."""

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from foresight.core.words import _
from foresight.kit.problems import ask


def documents() -> Path:
    """Where people keep what they make: their folder of documents, or else their own folder."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def ask_where(parent: QWidget, title: str, start: Path | str, kinds: Mapping[str, str]) -> Path | None:
    """Ask for a file to save to; None when nothing was chosen.

    ``start`` is a path, or a bare name that is proposed among the user's documents.
    ``kinds`` are endings with what the dialog calls them: ``{".pdf": "Document (*.pdf)"}``. A name without any of these
    endings gets that of the kind which was chosen; what that would replace is asked about, as the dialog could not.
    """
    from PySide6.QtWidgets import QFileDialog

    proposed = str(documents() / start)  # an absolute path stays as it is
    name, kind = QFileDialog.getSaveFileName(parent, title, proposed, ";;".join(kinds.values()))
    if not name:
        return None
    path = Path(name).absolute()
    if path.suffix.lower() in kinds:
        return path
    ending = next((ending for ending, text in kinds.items() if text == kind), next(iter(kinds)))
    path = path.with_name(path.name + ending)
    question = _("{name} is already there. Replace it?").format(name=path.name)
    is_there = os.path.exists(path)  # noqa: PTH110 - never raises, as Path.exists does for a name that is too long
    return None if is_there and ask(parent, title, question, [_("Replace")]) != 0 else path
