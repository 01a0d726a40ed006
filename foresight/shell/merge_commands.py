"""Merging: other workshop files into this one, or what another program saved into what is here."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.problems import Problem
from foresight.core.words import N_, _, ngettext
from foresight.kit.actions import action
from foresight.kit.problems import tell
from foresight.kit.tasks import apart
from foresight.shell.version_commands import VersionCommands


class MergeCommands(VersionCommands):
    """Nothing that comes from another file changes anything before it was shown; then it is one step."""

    @action(N_("Merge other workshops into this one…"), icon="layers")
    def merge_files(self) -> None:
        """Choose files of other groups, show what they would bring, and take it in."""
        if not self.session.may_edit():
            return
        kinds = _("Foresight workshops (*.foresight)") + ";;" + _("All files (*)")
        title = _("Merge other workshops into this one")
        names, _kind = QFileDialog.getOpenFileNames(self, title, str(self._folder()), kinds)
        if names:
            self.merge_paths([Path(name) for name in names])

    def merge_paths(self, paths: Sequence[Path]) -> bool:
        """Show what these files would bring and, if that is wanted, take it in. Whether anything changed."""
        from foresight.shell.merge_report import Heading, MergeReport
        from foresight.shell.merging import incoming

        self.session.seal()
        found = apart(incoming, self.session.document, paths, self.file.path)
        n = found.files
        text = ngettext("{n} workshop to merge into this one", "{n} workshops to merge into this one", n)
        heading = Heading(_("Merge workshops"), text.format(n=n), found.notes)
        if not MergeReport(self, heading, found.merged, asks=True).exec():
            return False
        done = self.session.do(_step(_("Merge workshops"), found.merged.document))
        self.session.seal()
        self.session.said.emit(_("Merged"))
        return done

    def merge_theirs(self) -> None:
        """Merge what another program saved into what is here, and tell what was done. Nothing is saved yet."""
        from foresight.shell.merge_report import Heading, MergeReport
        from foresight.shell.merging import merged_with_disk

        assert self.file.path is not None
        self.session.seal()
        try:
            merged, opened = apart(merged_with_disk, self.file.path, self.file.base, self.session.document)
        except Problem as problem:
            tell(self, problem)
            return
        if not self.file.take_disk(opened, _step(_("Merge with what is on disk"), merged.document)):
            return
        self.banner.drop("disk")
        self.banner.say("read", _merged_text, [(N_("Save"), self.save_workshop)] if self.file.is_modified else [])
        text = _("What another program saved is merged into what is here.")
        notes = (*opened.reading.repairs, *opened.reading.taken_out)
        MergeReport(self, Heading(_("Merged"), text, notes), merged, asks=False).exec()


def _step(label: str, document: Document) -> Edit:
    return Edit(label, lambda _present: document)


def _merged_text() -> str:
    return _("Merged with what another program saved. Look it through, then save it; undo takes it back.")
