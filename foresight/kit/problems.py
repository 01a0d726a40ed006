"""Dialogs: only to ask, or to tell what would otherwise be missed. Text in them is plain text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from foresight.core.problems import Problem
from foresight.core.words import _
from foresight.kit.actions import plain

CLIP = 500


def message_box(parent: QWidget | None, title: str, text: str, details: str = "") -> QMessageBox:
    """A message box whose texts are shown literally."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text[:CLIP])
    if details:
        box.setDetailedText(details[:20_000])
    return box


def tell(parent: QWidget | None, problem: Problem) -> None:
    """Show a problem; returns when it was read."""
    box = message_box(parent, _("Foresight"), problem.message, problem.details)
    box.setIcon(QMessageBox.Icon.Warning)
    box.exec()


def ask(parent: QWidget | None, title: str, text: str, answers: Sequence[str]) -> int | None:
    """Ask; the index of the chosen answer (the first is the default), None on Escape."""
    box = message_box(parent, title, text)
    box.setIcon(QMessageBox.Icon.Question)
    return _answer(box, answers)


def tell_and_ask(parent: QWidget | None, title: str, problem: Problem, answers: Sequence[str]) -> int | None:
    """Show a problem with what can be done about it; the index of the chosen answer, None on Escape."""
    box = message_box(parent, title, problem.message, problem.details)
    box.setIcon(QMessageBox.Icon.Warning)
    return _answer(box, answers)


def _answer(box: QMessageBox, answers: Sequence[str]) -> int | None:
    roles = [QMessageBox.ButtonRole.AcceptRole] + [QMessageBox.ButtonRole.ActionRole] * (len(answers) - 1)
    made: list[QPushButton] = [box.addButton(plain(text), role) for text, role in zip(answers, roles, strict=True)]
    cancel = box.addButton(plain(_("Cancel")), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(made[0])
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    return next((index for index, one in enumerate(made) if one is clicked), None)
