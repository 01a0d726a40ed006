"""What the user does with files: new, open, save; and the questions that may be needed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMainWindow

from foresight.core.decoding import Reading
from foresight.core.document import Document
from foresight.core.problems import ConflictProblem, Problem
from foresight.core.recovery import Found
from foresight.core.storage import ENDING, Opened
from foresight.core.text import clean_line, file_stem
from foresight.core.words import N_, _, language
from foresight.kit.actions import action
from foresight.kit.problems import ask, tell, tell_and_ask
from foresight.kit.saving import ask_where, documents
from foresight.kit.session import Session
from foresight.model.workshop import Workshop
from foresight.shell.banner import Answer, Banner
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

    def render_anew(self) -> None:
        """Show everything anew: what may be edited changed."""
        raise NotImplementedError

    def merge_theirs(self) -> None:
        """Merge what another program saved into what is here."""
        raise NotImplementedError

    # Actions

    @action(N_("New"), shortcut="Ctrl+N", icon="new")
    def new_workshop(self) -> None:
        if self.may_leave():
            self.file.new(Document().put(Workshop(language=language())))
            self.show_workshop()

    @action(N_("Open…"), shortcut="Ctrl+O", icon="open")
    def open_workshop(self) -> None:
        kinds = _("Foresight workshops (*.foresight)") + ";;" + _("All files (*)")
        name, _kind = QFileDialog.getOpenFileName(self, _("Open workshop"), str(self._folder()), kinds)
        if name:
            self.open_path(Path(name))

    @action(N_("Save"), shortcut="Ctrl+S", icon="save")
    def save_workshop(self) -> bool:
        """Save; asks for a name when there is none. Whether the workshop is on disk now."""
        self.session.seal()
        if self.file.is_saving:
            return False
        if self.file.path is None or self.session.read_only:
            return self.save_workshop_as()
        try:
            self.file.save()
        except ConflictProblem as problem:
            return self._settle_conflict(problem)
        except Problem as problem:
            return self._save_elsewhere(problem)
        self._say_saved()
        return True

    @action(N_("Save as…"), shortcut="Ctrl+Shift+S")
    def save_workshop_as(self) -> bool:
        """Ask for a name and save there. Whether the workshop is on disk now."""
        path = self._asked_name() if not self.file.is_saving else None
        if path is None:
            return False
        was_read_only = self.session.read_only
        try:
            self.file.save_as(path)
        except Problem as problem:
            return self._save_elsewhere(problem)
        self.preferences.remember(path)
        self._say_saved()
        if was_read_only:
            self.render_anew()
        return True

    def _save_elsewhere(self, problem: Problem) -> bool:
        """Say why saving failed and offer another place. Whether the workshop is on disk now."""
        answer = tell_and_ask(self, _("Not saved"), problem, [_("Save in another place…")])
        return self.save_workshop_as() if answer == 0 else False

    def _asked_name(self) -> Path | None:
        proposed = (file_stem(self.session.document[Workshop].title) or _("Workshop")) + ENDING
        kinds = {ENDING: _("Foresight workshops (*.foresight)")}
        return ask_where(self, _("Save workshop as"), self.file.path or self._folder() / proposed, kinds)

    def _folder(self) -> Path:
        """Where this workshop lies, or the one that was open last, or the user's documents."""
        known = [self.file.path] if self.file.path else self.preferences.recent
        return known[0].parent if known else documents()

    # Opening and leaving

    def open_path(self, path: Path) -> bool:
        """Open a workshop file, after asking about what is unsaved. Whether it is open now."""
        path = path.absolute()
        if not self.may_leave():
            return False
        try:
            opened = self.file.open(path)
        except Problem as problem:
            tell(self, problem)
            return False
        self.preferences.remember(path)
        self.show_workshop()
        self._say_about(opened)
        return True

    def open_copy(self, path: Path) -> bool:
        """Open a sample, a template or an earlier version as a new workshop. Whether it is open now."""
        if not self.may_leave():
            return False
        try:
            opened = self.file.open_copy(path)
        except Problem as problem:
            tell(self, problem)
            return False
        self.show_workshop()
        self._say_repairs(opened.reading)
        return True

    def recover(self, found: Found) -> None:
        """Open a crash snapshot instead of what is open."""
        self.file.restore(found)
        self.show_workshop()
        self.banner.say("read", lambda: _("Recovered. Save it to keep it."))

    def may_leave(self) -> bool:
        """Whether the present workshop may be left: it is saved, or the user says so."""
        if self.file.is_saving:
            return False
        if not self.file.is_modified:
            return True
        title = self.session.document[Workshop].title
        name = self.file.path.stem if self.file.path else title or _("Untitled workshop")
        question = _("Save the changes to “{name}”?").format(name=name[:80])
        answer = ask(self, _("Unsaved changes"), question, [_("Save"), _("Do not save")])
        return self.save_workshop() if answer == 0 else answer == 1

    def _say_about(self, opened: Opened) -> None:
        reading = opened.reading
        self._say_repairs(reading)
        if not reading.writable:
            self.banner.say(
                "read only",
                lambda: _("This workshop was saved by a newer Foresight. You can read it; it is not saved over."),
            )
        elif self.file.holder is not None:
            self.banner.say("read only", self._held_text, [(N_("Take over"), self._take_over)])

    def _say_repairs(self, reading: Reading) -> None:
        """What was put right, and on demand everything that this took out."""
        if not reading.repairs:
            return
        text = _("The file was put right while it was read. {repairs}").format(repairs=" ".join(reading.repairs))
        answers: list[Answer] = []
        if reading.taken_out:
            answers.append((N_("Show what was taken out"), lambda: self._show_taken_out(text, reading.taken_out)))
        self.banner.say("repairs", lambda: text, answers)

    def _show_taken_out(self, text: str, lines: Sequence[str]) -> None:
        from foresight.shell.listing import Listing

        Listing(self, _("Taken out"), text, lines).exec()

    # Who may write

    def _held_text(self) -> str:
        holder = self.file.holder
        user, since = (holder.user, holder.since[11:16]) if holder is not None else ("", "")
        text = _("This workshop is open elsewhere: by {who} since {since}. Here you can read it, or save a copy.")
        return text.format(who=clean_line(user, 60) or _("another program"), since=since or "?")

    def _take_over(self) -> None:
        self.banner.say("read only", lambda: _("The window that has this workshop open is asked to hand it over …"))
        self.file.take_over()

    def on_rights_changed(self) -> None:
        """This window took the workshop over, or another one did."""
        self.banner.drop("refused", "read only")
        if self.file.holder is not None:
            answers: list[Answer] = [(N_("Take it back"), self._take_over)]
            if self.file.is_modified:
                answers.insert(0, (N_("Save mine under another name"), self.save_workshop_as))
            self.banner.say("read only", self._lost_text, answers)
        self.render_anew()

    def on_unanswered(self) -> None:
        """The other window did not hand the workshop over."""
        said = N_("The window that has this workshop open does not answer. Close it there, or save a copy here.")
        self.banner.say("read only", lambda: _(said), [(N_("Try again"), self._take_over)])

    def _lost_text(self) -> str:
        if self.file.is_modified:
            return _("Another window took this workshop over. What you changed is still here, but not in the file.")
        return _("Another window took this workshop over. Here you can read it, or save a copy.")

    # What others do to the file

    def on_changed_by_others(self) -> None:
        """The file on disk was replaced or removed by another program."""
        answers: list[Answer] = []
        if self.file.is_gone:
            answers.append((N_("Save it again"), self.save_workshop))
        else:
            if self.file.is_modified and not self.session.read_only:
                answers.append((N_("Merge"), self.merge_theirs))
            if not (self.file.is_modified and self.session.read_only):  # what is here could not be brought back
                answers.append((N_("Load theirs"), self._load_theirs))
            if self.file.is_modified:
                answers.append((N_("Save mine under another name"), self.save_workshop_as))
        self.banner.say("disk", self._disk_text, answers)

    def _disk_text(self) -> str:
        if self.file.is_gone:
            return _("The file of this workshop is no longer there: it was moved or deleted.")
        if self.file.is_modified:
            return _("Another program changed the file of this workshop, and you have unsaved changes.")
        return _("Another program changed the file of this workshop.")

    def _load_theirs(self) -> None:
        was_read_only = self.session.read_only
        try:
            opened = self.file.reload()
        except Problem as problem:
            tell(self, problem)
            return
        self.banner.drop("disk")
        self._say_about(opened)
        if self.session.read_only != was_read_only:
            self.render_anew()

    def _settle_conflict(self, problem: ConflictProblem) -> bool:
        answers = [_("Merge"), _("Save mine under another name"), _("Load theirs")]
        answer = ask(self, _("Changed by another program"), problem.message, answers)
        if answer == 1:
            return self.save_workshop_as()
        if answer == 0:
            self.merge_theirs()
        elif answer == 2:
            self._load_theirs()
        return False

    def _say_saved(self) -> None:
        self.banner.drop("disk", "read only", "refused")
        self.session.said.emit(_("Saved"))
