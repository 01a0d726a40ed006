"""Versions: what was kept of a workshop, what is different since, and the ways back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from foresight.core.backups import NAME_LENGTH, Version, delete_version, rename_version, versions
from foresight.core.document import Document, Id
from foresight.core.problems import Problem
from foresight.core.text import clean_line
from foresight.core.words import _, spoken_moment
from foresight.kit.labels import EmptyState, button, plain_label
from foresight.kit.limits import limit_line
from foresight.kit.problems import ask, tell
from foresight.kit.tasks import Runner
from foresight.shell.comparing import Comparison, compared, other_workshops
from foresight.shell.version_list import VersionList


def ask_version_name(parent: QWidget, name: str = "") -> str:
    """What a version is to be called; "" when it is to have no name after all."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(_("Keep a version"))
    dialog.setLabelText(_("What is this version called? For example: after vote 1"))
    dialog.setTextValue(name)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    limit_line(field, NAME_LENGTH)
    field.setAccessibleName(_("Name of the version"))
    field.setMinimumWidth(380)
    return clean_line(dialog.textValue(), NAME_LENGTH) if dialog.exec() else ""


class Versions(QDialog):
    """The versions of the ``present`` workshop (or another one), each beside what is there now.

    Closed with an answer, ``wanted`` says what to do with ``version``: "restore" or "copy". ``keep`` keeps the present
    workshop as a version; ``may_restore`` is False where nothing can be changed.
    """

    def __init__(
        self, parent: QWidget, present: Document, keep: Callable[[], object], *, may_restore: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Versions"))
        self.resize(940, 580)
        self.wanted = ""
        self.comparison: Comparison | None = None
        self._present, self._keep, self._may_restore = present, keep, may_restore
        self._runner, self._looker = Runner(self), Runner(self)
        self._runner.done.connect(self._show_comparison)
        self._runner.failed.connect(self._show_problem)
        self._looker.done.connect(self._add_workshops)
        self._looker.failed.connect(self._show_problem)
        self.workshops = QComboBox()
        self.workshops.setAccessibleName(_("Workshop"))
        self.workshops.addItem(_("This workshop"), present.doc_id)
        self.workshops.currentIndexChanged.connect(lambda _index: self.show_versions())
        self.list = VersionList()
        self.list.itemSelectionChanged.connect(self._compare)
        self.heading = plain_label("", "lead")
        self.holds = plain_label("", "muted")
        self.since = plain_label("", "semibold")
        self.lines = QListWidget()
        self.lines.setAccessibleName(_("What is different since then"))
        self.lines.setWordWrap(True)
        self._buttons()
        self._lay_out()
        self.show_versions()
        self.list.setFocus()
        self._looker.start(other_workshops, present.doc_id)

    def _buttons(self) -> None:
        self.keep_button = button(_("Keep a version…"), self._on_keep, icon_name="plus")
        self.rename_button = button(_("Name…"), self._on_rename)
        self.delete_button = button(_("Delete…"), self._on_delete)
        self.copy_button = button(_("Open as a copy"), partial(self._answer, "copy"))
        self.restore_button = button(_("Restore"), partial(self._answer, "restore"), role="primary")
        self.restore_button.setDefault(True)  # Enter in the list restores; undo brings everything back
        self.close_button = button(_("Close"), self.reject)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(16)
        top = QHBoxLayout()
        self.workshops_label = plain_label(_("Workshop"), wrap=False)
        self.workshops_label.setBuddy(self.workshops)
        top.addWidget(self.workshops_label)
        top.addWidget(self.workshops, 1)
        column.addLayout(top)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._two_panes())
        self.stack.addWidget(_nothing_yet(self._on_keep))
        column.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for one in (self.keep_button, self.rename_button, self.delete_button):
            row.addWidget(one)
        row.addStretch()
        for one in (self.close_button, self.copy_button, self.restore_button):
            row.addWidget(one)
        column.addLayout(row)
        self._show_workshops(False)

    def _two_panes(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.list, 5)
        right = QVBoxLayout()
        right.setSpacing(8)
        for one in (self.heading, self.holds, self.since):
            right.addWidget(one)
        right.addWidget(self.lines, 1)
        row.addLayout(right, 4)
        return page

    # What is shown

    @property
    def version(self) -> Version | None:
        """The version that is chosen."""
        return self.list.chosen()

    @property
    def doc_id(self) -> Id:
        """The workshop whose versions are shown."""
        chosen: Id = self.workshops.currentData()
        return chosen

    def show_versions(self, chosen: Version | None = None) -> None:
        """Show what there is of the chosen workshop."""
        try:
            found = versions(self.doc_id)
        except Problem as problem:
            found = ()
            tell(self, problem)
        self.stack.setCurrentIndex(0 if found else 1)
        self.keep_button.setVisible(bool(found) and self.doc_id == self._present.doc_id)
        for one in (self.rename_button, self.delete_button, self.copy_button, self.restore_button):
            one.setVisible(bool(found))
        self.list.show_versions(found, chosen)
        self._compare()

    def _compare(self) -> None:
        self.comparison = None
        version = self.version
        self.heading.setText(version.name or spoken_moment(version.time) if version else "")
        self.holds.setText(_("Reading…") if version else "")
        self._show_since("")
        self._runner.cancel()
        if version is not None:
            own = self.doc_id == self._present.doc_id
            self._runner.start(compared, version.path, self._present if own else None)
        self._enable()

    def _show_comparison(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.holds.setText(comparison.holds)
        if self.doc_id == self._present.doc_id:
            said = _("Since then: {changes}").format(changes=comparison.since)
            self._show_since(said if comparison.since else _("Nothing is different from now."))
        self.lines.addItems(comparison.lines)
        self._enable()

    def _show_problem(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        self.holds.setText(error.message)

    def _show_since(self, text: str) -> None:
        self.since.setText(text)
        self.lines.clear()

    def _add_workshops(self, others: list[tuple[Id, str]]) -> None:
        for doc_id, title in others:
            self.workshops.addItem(title, doc_id)
        self._show_workshops(bool(others))
        self._enable()

    def _show_workshops(self, shown: bool) -> None:
        self.workshops.setVisible(shown)
        self.workshops_label.setVisible(shown)

    def _enable(self) -> None:
        version, comparison = self.version, self.comparison
        for one in (self.rename_button, self.delete_button):
            one.setEnabled(version is not None)
        self.copy_button.setEnabled(comparison is not None)
        self.restore_button.setEnabled(comparison is not None and bool(comparison.since) and self._may_restore)

    # What is done

    def _answer(self, wanted: str) -> None:
        self.wanted = wanted
        self.accept()

    def _on_keep(self) -> None:
        self._keep()
        self.show_versions()

    def _on_rename(self) -> None:
        version = self.version
        name = ask_version_name(self, version.name) if version is not None else ""
        if version is not None and name:
            self._attempt(partial(rename_version, version, name))
            self.show_versions(version)

    def _on_delete(self) -> None:
        version = self.version
        if version is None:
            return
        called = version.name or spoken_moment(version.time)
        question = _("Delete the version “{name}” for good? This cannot be undone.").format(name=called)
        if ask(self, _("Versions"), question, [_("Delete")]) == 0:
            self._attempt(partial(delete_version, version))
            self.show_versions()

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Problem as problem:
            tell(self, problem)


def _nothing_yet(keep: Callable[[], object]) -> EmptyState:
    text = _(
        "Whenever a workshop is saved, the version before is kept. You can also keep one yourself, "
        "with a name: after vote 1."
    )
    return EmptyState(_("No versions yet"), text, [(_("Keep a version…"), keep)], "history")
