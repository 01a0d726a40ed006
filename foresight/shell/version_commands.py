"""What the user does with versions: keep one under a name, look at them, go back to one."""

from foresight.core.backups import Version, keep_backup, keep_version
from foresight.core.document import Document
from foresight.core.encoding import encode
from foresight.core.history import Edit
from foresight.core.problems import Problem
from foresight.core.words import N_, _, quoted, spoken_moment
from foresight.kit.actions import action
from foresight.kit.problems import tell
from foresight.kit.tasks import apart
from foresight.shell.file_commands import FileCommands


class VersionCommands(FileCommands):
    """The part of the file menu that is about versions."""

    @action(N_("Keep a version…"), shortcut="Ctrl+Shift+K", icon="flag")
    def keep_version(self) -> None:
        """Keep the workshop as it is now under a name, also one that has no file yet."""
        from foresight.shell.versions import ask_version_name

        self.session.seal()
        document = self.session.document
        name = ask_version_name(self)
        if not name:
            return
        try:
            apart(_keep, document, name)
        except Problem as problem:
            tell(self, problem)
            return
        self.session.said.emit(_("Kept as {name}").format(name=quoted(name)))

    @action(N_("Versions…"), icon="history")
    def show_versions(self) -> None:
        """Look at what was kept; restore one, or open it as a copy."""
        from foresight.shell.versions import Versions

        self.session.seal()
        dialog = Versions(self, self.session.document, self.keep_version, may_restore=not self.session.read_only)
        dialog.exec()
        version, comparison = dialog.version, dialog.comparison
        if version is not None and comparison is not None and dialog.wanted == "restore":
            self._restore(version, comparison.document)
        elif version is not None and dialog.wanted == "copy" and self.open_copy(version.path):
            self.banner.say("read", lambda: _("An earlier version, opened as a copy. Save it under a name to keep it."))
        dialog.deleteLater()

    def _restore(self, version: Version, document: Document) -> None:
        from foresight.shell.comparing import restored

        before = self.session.document
        if self.file.is_modified:
            try:  # what is in no file yet can be undone to only until the window closes
                apart(_keep_copy, before)
            except Problem as problem:
                self.file.unprotected.emit(problem)
        label = _("Restore {version}").format(version=quoted(version.name or spoken_moment(version.time)))
        self.session.seal()
        self.session.do(Edit(label, lambda present: restored(present, document)))
        self.session.seal()
        self.banner.say("read", lambda: _("Restored. Undo brings back what was here; save to keep what is here now."))


def _keep(document: Document, name: str) -> None:
    keep_version(document.doc_id, encode(document), name)


def _keep_copy(document: Document) -> None:
    keep_backup(document.doc_id, encode(document))
