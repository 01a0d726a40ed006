"""The workspace of the brief: its pages as they will be printed, and the way to paper, PDF or a browser."""

from collections.abc import Iterator

from PySide6.QtGui import QImage

from foresight.core.files import write_whole
from foresight.core.methods import slice_kinds
from foresight.core.problems import Problem
from foresight.core.text import file_stem
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.printing import PAPER_DOTS, ask_and_print, preview_print
from foresight.kit.problems import tell
from foresight.kit.saving import ask_where
from foresight.kit.workspace import Workspace
from foresight.methods.brief.view_pages import Pages, picture
from foresight.model.workshop import Workshop
from foresight.reporting.raster import pictures


class BriefWorkspace(Workspace):
    """See, save and print the brief."""

    reads = slice_kinds()

    def build(self) -> None:
        self.pages = Pages(self.session)
        self.add_view(_("Pages"), lambda: self.pages)

    @action(N_("Save PDF…"), shortcut="Ctrl+E", icon="download", primary=True)
    def save_pdf(self) -> None:
        """Ask for a name and write the brief as it is now."""
        self._save(".pdf", _("Document (*.pdf)"))

    @action(N_("Print…"), shortcut="Ctrl+P", icon="print", primary=True)
    def print_brief(self) -> None:
        """Ask for a printer and print the pages."""
        ask_and_print(self, self._name(), self.on_paper)

    @action(N_("Print preview…"), shortcut="Ctrl+Shift+P", icon="eye")
    def preview_print(self) -> None:
        """Show the pages on the paper of a printer, with its paper sizes and margins."""
        preview_print(self, self._name(), self.on_paper)

    @action(N_("Save as web page…"), icon="world")
    def save_page(self) -> None:
        """Ask for a name and write the brief as one page for a browser: words and tables, without pictures."""
        self._save(".html", _("Web page (*.html)"))

    def _name(self) -> str:
        return self.session.document[Workshop].title or _("Brief")

    def on_paper(self) -> Iterator[QImage]:
        """The pages as large as they are printed."""
        return (picture(page) for page in pictures(self.pages.pdf, PAPER_DOTS))

    def _save(self, ending: str, kind: str) -> None:
        from foresight.reporting.page import make_page

        workshop = self.session.document[Workshop]
        proposed = (file_stem(workshop.title) or _("Brief")) + ending
        path = ask_where(self, _("Save brief"), proposed, {ending: kind})
        if path is None:
            return
        try:
            if ending == ".pdf":
                write_whole(path, self.pages.pdf)
            else:
                size, appendix = self.pages.size_chosen, self.pages.with_appendix
                page = make_page(self.session.document, size, workshop.language, appendix=appendix)
                write_whole(path, page.encode())
        except Problem as problem:
            tell(self, problem)
            return
        self.session.said.emit(_("Brief saved as {name}").format(name=path.name))
