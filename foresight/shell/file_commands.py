"""What the user does with files: new, open, save, recover; and the questions that may be needed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QTimer
from PySide6.QtWidgets import QFileDialog, QMainWindow

from foresight.core.document import Document
from foresight.core.methods import slice_kinds
from foresight.core.problems import ConflictProblem, Problem
from foresight.core.recovery import Found, discard, find
from foresight.core.storage import ENDING
from foresight.core.text import clean_line
from foresight.core.words import N_, _, language, ngettext
from foresight.kit.actions import action
from foresight.kit.problems import ask, tell
from foresight.kit.session import Session
from foresight.model.workshop import Workshop
from foresight.shell.banner import Banner
from foresight.shell.preferences import Preferences
from foresight.shell.workshop_file import WorkshopFile


class FileCommands(QMainWindow):
    """The file menu of the window."""

    session: Session
    file: WorkshopFile
    preferences: Preferences
    banner: Banner

    def show_workshop(self) -> None:
        """Leave the welcome page for the workshop that was just opened or begun."""
        raise NotImplementedError

    @action(N_("New"), shortcut="Ctrl+N", icon="new")
    def new_workshop(self) -> None:
        if self.may_leave():
            self.file.new(Document().put(Workshop(language=language())))
            self.show_workshop()

    @action(N_("Open…"), shortcut="Ctrl+O", icon="open")
    def open_workshop(self) -> None:
        folder = str(self.file.path.parent) if self.file.path else ""
        name, _kind = QFileDialog.getOpenFileName(self, _("Open workshop"), folder, self._kinds())
        if name:
            self.open_path(Path(name))

    @action(N_("Save"), shortcut="Ctrl+S", icon="save")
    def save_workshop(self) -> bool:
        """Save; asks for a name when there is none. Whether the workshop is on disk now."""
        self.session.seal()
        if self.file.path is None or self.session.read_only:
            return self.save_workshop_as()
        try:
            self.file.save()
        except ConflictProblem as problem:
            return self._settle_conflict(problem)
        except Problem as problem:
            tell(self, problem)
            return False
        self._say_saved()
        return True

    @action(N_("Save as…"), shortcut="Ctrl+Shift+S")
    def save_workshop_as(self) -> bool:
        """Ask for a name and save there. Whether the workshop is on disk now."""
        start = self.file.path or Path(self._proposed_name())
        name, _kind = QFileDialog.getSaveFileName(self, _("Save workshop as"), str(start), self._kinds())
        if not name:
            return False
        path = Path(name)
        if path.suffix != ENDING:
            path = path.with_name(path.name + ENDING)
        try:
            self.file.save_as(path)
        except Problem as problem:
            tell(self, problem)
            return False
        self.preferences.remember(path)
        self._say_saved()
        return True

    def open_path(self, path: Path) -> None:
        """Open a workshop file, after asking about what is unsaved."""
        if not self.may_leave():
            return
        try:
            opened = self.file.open(path)
        except Problem as problem:
            tell(self, problem)
            return
        self.preferences.remember(path)
        self.show_workshop()
        if opened.reading.repairs:
            repairs = " ".join(opened.reading.repairs)
            self.banner.say(_("The file was put right while it was read. {repairs}").format(repairs=repairs))
        if not opened.reading.writable:
            self.banner.say(_("This workshop was saved by a newer Foresight. You can read it; it is not saved over."))
        elif self.file.holder is not None:
            self._say_held()

    def open_copy(self, path: Path) -> None:
        """Open a sample or template as a new workshop."""
        if not self.may_leave():
            return
        try:
            self.file.open_copy(path)
        except Problem as problem:
            tell(self, problem)
            return
        self.show_workshop()

    def may_leave(self) -> bool:
        """Whether the present workshop may be left: it is saved, or the user says so."""
        if not self.file.is_modified:
            return True
        name = self.file.name or self.session.document[Workshop].title or _("Untitled workshop")
        question = _("Save the changes to “{name}”?").format(name=name[:80])
        answer = ask(self, _("Unsaved changes"), question, [_("Save"), _("Do not save")])
        return self.save_workshop() if answer == 0 else answer == 1

    def offer_recovery(self) -> None:
        """Offer what an earlier run left unsaved, newest first. Closing the message leaves it for the next start."""
        found = find(slice_kinds())
        if found:
            QTimer.singleShot(0, lambda: self._offer(found))

    def _offer(self, found: list[Found]) -> None:
        one = found[0]
        title = one.document[Workshop].title or (one.path.stem if one.path else _("Untitled workshop"))
        moment = QDateTime.fromSecsSinceEpoch(round(one.time))
        when = QLocale(language()).toString(moment, QLocale.FormatType.ShortFormat)
        changes = ngettext("{n} change", "{n} changes", one.changes).format(n=one.changes)
        text = _("“{title}” was not saved when Foresight last ended ({when}, {changes}).").format(
            title=title[:80], when=when, changes=changes
        )
        self.banner.say(
            text, [(_("Recover"), lambda: self._recover(one)), (_("Discard"), lambda: self._discard(found))]
        )

    def _recover(self, found: Found) -> None:
        if not self.may_leave():
            return
        try:
            self.file.restore(found)
        except Problem as problem:
            tell(self, problem)
            return
        self.show_workshop()
        self.banner.say(_("Recovered. Save it to keep it."))

    def _discard(self, found: list[Found]) -> None:
        discard(found[0])
        if found[1:]:
            self._offer(found[1:])

    def on_changed_by_others(self) -> None:
        """The file on disk was replaced by another program."""
        text = _("Another program changed the file of this workshop.")
        answers: list[tuple[str, Callable[[], object]]] = [(_("Load theirs"), self._load_theirs)]
        if self.file.is_modified:
            text = _("Another program changed the file of this workshop, and you have unsaved changes.")
            answers.append((_("Save mine under another name"), self.save_workshop_as))
        self.banner.say(text, answers)

    def _load_theirs(self) -> None:
        path = self.file.path
        if path is None:
            return
        self.file.keep_snapshot()
        try:
            self.file.open(path)
        except Problem as problem:
            tell(self, problem)

    def _settle_conflict(self, problem: ConflictProblem) -> bool:
        answers = [_("Save mine under another name"), _("Load theirs")]
        answer = ask(self, _("Changed by another program"), problem.message, answers)
        if answer == 0:
            return self.save_workshop_as()
        if answer == 1:
            self._load_theirs()
        return False

    def _say_held(self) -> None:
        holder = self.file.holder
        assert holder is not None
        who = holder.user or _("another program")
        text = _(
            "This workshop is open elsewhere: by {who} since {since}. Here you can read it, or save a copy."
        ).format(who=clean_line(who, 60), since=holder.since[11:16] or "?")
        self.banner.say(text, [(_("Take over"), self.file.take_over)])

    def _say_saved(self) -> None:
        self.session.said.emit(_("Saved"))

    def _proposed_name(self) -> str:
        title = self.session.document[Workshop].title or _("Workshop")
        safe = "".join(character if character.isalnum() or character in " -_" else " " for character in title)
        return clean_line(safe, 60) + ENDING

    def _kinds(self) -> str:
        return _("Foresight workshops (*.foresight)") + ";;" + _("All files (*)")
