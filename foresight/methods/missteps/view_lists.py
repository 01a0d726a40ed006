"""Missteps and experiments in lists, each below a sentence that says how it stands."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.columns import writes, writes_day, writes_name
from foresight.kit.groups import group_column
from foresight.kit.labels import EmptyState, told_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.methods.missteps.analysis import agenda, is_overdue
from foresight.methods.missteps.sentences import due_words, tests_words, told_words, unshared_words
from foresight.model.missteps import RESULTS, Experiment, Misstep, Missteps, change_experiment, change_misstep
from foresight.model.scenarios import display_name

Today = Callable[[], datetime.date]
"""What day it is: nothing but what is overdue depends on it."""
LINES = 3
"""Lines of a row: what was learnt is seen whole."""
Remove = Callable[[Sequence[Id]], Edit]


class _Told(QWidget):
    """A sentence above a list; ``blank`` instead of both while the list has nothing."""

    def __init__(self, words: Callable[[Document], str], made: ListView, blank: EmptyState | None = None) -> None:
        super().__init__()
        self._words, self.list, self._blank = words, made, blank
        self.said = told_label("lead")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        if blank is not None:
            column.addWidget(blank, 1)
        self.setFocusProxy(self.list)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        words = self._words(document)
        self.said.setText(words)
        self.list.render_document(document)
        if self._blank is not None:
            self.said.setVisible(bool(words))
            self.list.setVisible(bool(words))
            self._blank.setVisible(not words)


class MisstepsView(_Told):
    """What was tried, what failed, what was learnt and who was told."""

    def __init__(self, session: Session, remove: Remove) -> None:
        listed = ListView(session, _("Missteps"), _misstep_columns(session), _missteps, remove, lines=LINES)
        super().__init__(_misstep_words, listed)


class ExperimentsView(_Told):
    """Assumptions that are put to the test: those that wait for a result first, by their day."""

    def __init__(self, session: Session, today: Today, remove: Remove, blank: EmptyState) -> None:
        listed = ListView(
            session, _("Experiments"), _experiment_columns(session, today), _experiments, remove, lines=LINES
        )
        super().__init__(lambda document: _experiment_words(document, today()), listed, blank)


def _missteps(document: Document) -> Sequence[Misstep]:
    return document[Missteps].missteps


def _experiments(document: Document) -> Sequence[Experiment]:
    return (*agenda(document), *(one for one in document[Missteps].experiments if one.result != "open"))


def _misstep_words(document: Document) -> str:
    said = f"{told_words(document)} {unshared_words(document)}".strip()
    return said or _("No missteps yet: type one below.")


def _experiment_words(document: Document, today: datetime.date) -> str:
    return f"{tests_words(document)} {due_words(document, today)}".strip()


def _misstep_columns(session: Session) -> list[Column]:
    return [
        Column(_("What we tried"), lambda row: row.text, edit=writes_name(change_misstep)),
        Column(_("What failed"), lambda row: row.failed, edit=writes(change_misstep, "failed")),
        Column(_("What we learnt"), lambda row: row.learnt, edit=writes(change_misstep, "learnt")),
        Column(_("Shared with whom"), lambda row: row.shared, edit=writes(change_misstep, "shared"), width=150),
        group_column(session, change_misstep, spared=True),
        Column(_("When it was"), lambda row: row.when, edit=writes(change_misstep, "when"), width=84, spared=True),
    ]


def _experiment_columns(session: Session, today: Today) -> list[Column]:
    def world(row: Experiment) -> str:
        return display_name(session.document, row.scenario) if row.scenario else ""

    def result(row: Experiment) -> str:
        return _("Overdue") if is_overdue(row, today()) else _(RESULTS[row.result])

    return [
        Column(_("Assumption"), lambda row: row.text, edit=writes_name(change_experiment)),
        Column(_("Scenario"), world, width=120, spared=True),
        Column(_("Cheapest test"), lambda row: row.test, edit=writes(change_experiment, "test")),
        Column(_("We stop if"), lambda row: row.stop, edit=writes(change_experiment, "stop"), spared=True),
        Column(
            _("By when"),
            lambda row: row.by,
            key=lambda row: row.by or "9",
            edit=writes_day(change_experiment, "by"),
            width=92,
            firm=True,
        ),
        Column(
            _("Who tries it"), lambda row: row.owner, edit=writes(change_experiment, "owner"), width=110, spared=True
        ),
        Column(_("Result"), result, width=104),
    ]
