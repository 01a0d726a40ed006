"""The phases in their order, and a line in which new ones are typed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.entry import QuickEntry
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.methods.journey.model import Journey, Phase, add_phase, change_phase, remove_phases


class PhasesView(QWidget):
    """Every phase with how much lies in it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.list = ListView(
            session,
            _("Phases"),
            _columns(session),
            lambda document: document[Journey].phases,
            _remove,
            filterable=False,
        )
        self.entry = QuickEntry(session, _("Add a phase: type its name and press Enter"), _add)
        hint = _("Placements that lie in a deleted phase alone go with it; answers stay, in no phase.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(plain_label(hint, "small"))
        column.addWidget(self.entry)
        self.setFocusProxy(self.list)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.list.render_document(document)


def _add(name: str) -> Edit:
    return add_phase(Phase(name=name))


def _remove(ids: Sequence[Id]) -> Edit:
    return remove_phases(*ids)


def _columns(session: Session) -> list[Column]:
    def number(phase: Phase) -> int:
        return 1 + [one.id for one in session.document[Journey].phases].index(phase.id)

    def placements(phase: Phase) -> int:
        return sum(phase.id in one.phases for one in session.document[Journey].placements)

    def answers(phase: Phase) -> int:
        return sum(phase.id == one.phase for one in session.document[Journey].deep_dives)

    def renamed(phase: Phase, text: str) -> Edit:
        return change_phase(phase.id, name=text)

    return [
        Column(_("No."), lambda phase: str(number(phase)), key=number, numeric=True, width=44),
        Column(_("Phase"), lambda phase: phase.name, edit=renamed),
        Column(_("Placements"), lambda phase: str(placements(phase)), key=placements, numeric=True, width=110),
        Column(_("Answers"), lambda phase: str(answers(phase)), key=answers, numeric=True, width=90),
    ]
