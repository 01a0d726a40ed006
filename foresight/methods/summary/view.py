"""The workspace of the summary: read it, put it right, and give it to people on paper or as a file."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from foresight.core.document import Document, Entity
from foresight.core.files import write_whole
from foresight.core.methods import slice_kinds
from foresight.core.problems import Problem
from foresight.core.text import file_stem
from foresight.core.words import N_, Language, _
from foresight.kit.actions import action, refresh_enabled
from foresight.kit.labels import EmptyState
from foresight.kit.printing import PAPER_DOTS, ask_and_print, image, preview_print
from foresight.kit.problems import tell
from foresight.kit.saving import ask_where
from foresight.kit.tasks import apart
from foresight.kit.workspace import Workspace
from foresight.methods.summary.analysis import Sentence
from foresight.methods.summary.command import made
from foresight.methods.summary.lines import lines
from foresight.methods.summary.model import keep_wording, leave_out, take_back
from foresight.methods.summary.report import make_summary
from foresight.methods.summary.view_panel import Act, Panel
from foresight.methods.summary.view_reading import ReadingView
from foresight.model.workshop import Workshop
from foresight.reporting.raster import pictures


class SummaryWorkspace(Workspace):
    """What all groups together said."""

    reads = slice_kinds()

    def build(self) -> None:
        self.reading = ReadingView(self.session)
        self.reading.text.moved.connect(self._follow)
        self.reading.text.left_out.connect(self.leave_out)
        self.add_view(_("Summary"), lambda: self.reading)

    def is_empty(self, document: Document) -> bool:
        return not lines(document, self.reading.language)

    def render_document(self, document: Document) -> None:
        super().render_document(document)
        if self.is_empty(document):  # the reading is not shown, and the panel shows its current sentence
            self.reading.render_document(document)
            refresh_enabled(self)

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("What did the room say?"),
            _("The summary writes itself from the counts: votes on dilemmas, wishes, questions, commitments and the "
              "rest. Nothing was counted yet."),
            [
                (_("Go to the dilemmas"), lambda: self.wants_method.emit("dilemmas")),
                self.sample_offer,
            ],
            "summary",
        )  # fmt: skip

    def make_inspector(self) -> QWidget:
        acts = (
            Act(_("Show where it comes from"), self.show_origin),
            Act(_("Reword"), self.reword),
            Act(_("It still holds"), self.keep_wording, lambda sentence: sentence.is_outdated),
            Act(_("Take the program’s sentence"), self.take_back, lambda sentence: sentence.wording is not None),
            Act(_("Leave out"), self.leave_out, lambda sentence: not sentence.is_out),
            Act(_("Take in again"), self.leave_out, lambda sentence: sentence.is_out),
        )
        return Panel(lambda: self.reading.text.line, acts)

    @property
    def sentence(self) -> Sentence | None:
        """The current sentence, if it is one."""
        line = self.reading.text.line
        return line.sentence if line is not None and line.kind == "sentence" else None

    def _follow(self) -> None:
        """What the current sentence is about is selected, so that it is found again elsewhere."""
        about = self.sentence.finding.about if self.sentence is not None else None
        known = about is not None and self.session.document.find(about, Entity) is not None
        if self.reading.text.hasFocus():
            self.session.select(*((about,) if about is not None and known else ()))
        self._on_selection()

    def has_sentence(self) -> bool:
        """Whether the current line is a sentence."""
        return self.sentence is not None

    def is_reworded(self) -> bool:
        """Whether the current sentence has the leader's words."""
        return self.sentence is not None and self.sentence.wording is not None

    def is_outdated(self) -> bool:
        """Whether the numbers under the current sentence changed since it was worded."""
        return self.sentence is not None and self.sentence.is_outdated

    def is_told(self) -> bool:
        """Whether there is anything to print."""
        return bool(self.reading.text.held.lines)

    @action(N_("Reword sentence"), shortcut="F2", icon="edit", enabled="has_sentence")
    def reword(self) -> None:
        """Let the current sentence be written anew."""
        if self.sentence is not None:
            self.reading.text.write(self.sentence.key, "sentence")

    @action(N_("Take the program’s sentence"), shortcut="Ctrl+Backspace", icon="undo", enabled="is_reworded")
    def take_back(self) -> None:
        """Drop the leader's words for the current sentence."""
        if self.sentence is not None:
            self.session.seal()
            self.session.do(take_back(self.sentence.key, self.reading.language))

    @action(N_("My wording still holds"), shortcut="Ctrl+Shift+Return", icon="check", enabled="is_outdated")
    def keep_wording(self) -> None:
        """Keep the leader's words with the numbers as they are now."""
        if self.sentence is not None:
            self.session.seal()
            self.session.do(keep_wording(self.sentence.key, self.reading.language, self.sentence.basis))

    @action(N_("Leave sentence out, or take it in"), icon="eye-off", enabled="has_sentence")
    def leave_out(self) -> None:
        """Leave the current sentence out, or take it in again (the Delete key)."""
        if self.sentence is not None:
            self.session.seal()
            self.session.do(leave_out(self.sentence.key, not self.sentence.is_out))

    @action(N_("Add note to chapter"), shortcut="Ctrl+Shift+N", icon="note", enabled="is_told")
    def write_note(self) -> None:
        """Let the note of the current chapter be written."""
        line = self.reading.text.line
        if line is not None:
            self.reading.text.write(line.part.key, "note")

    @action(N_("Next with changed numbers"), shortcut="F8", icon="chevron-down", enabled="is_told")
    def next_outdated(self) -> None:
        """To the next sentence whose numbers changed after it was worded."""
        if not self.reading.text.go_to_next_outdated():
            self.session.said.emit(_("No sentence was overtaken by its numbers."))

    @action(N_("Show where it comes from"), shortcut="Ctrl+Return", icon="target", enabled="has_sentence")
    def show_origin(self) -> None:
        """Go to the method whose counts these are, with what the sentence is about selected."""
        sentence = self.sentence
        if sentence is not None:
            about = sentence.finding.about
            self.wants_method.emit(sentence.method)
            if about is not None and self.session.document.find(about, Entity) is not None:
                self.session.select(about)

    @action(N_("Save report…"), shortcut="Ctrl+E", icon="download", primary=True, enabled="is_told")
    def save_report(self) -> None:
        """Ask for a name and write the summary: as PDF, as a page for a browser, or as text."""
        kinds = {
            ".pdf": _("Document (*.pdf)"),
            ".html": _("Web page (*.html)"),
            ".md": _("Markdown file (*.md)"),
            ".txt": _("Text (*.txt)"),
        }
        document, language = self.session.document, self.reading.language
        proposed = " ".join((file_stem(document[Workshop].title), _("summary"))).strip() + ".pdf"
        path = ask_where(self, _("Save summary"), proposed, kinds)
        if path is None:
            return
        try:
            _write(path, document, language)
        except Problem as problem:
            tell(self, problem)
            return
        self.session.said.emit(_("Summary saved as {name}").format(name=path.name))

    @action(N_("Print…"), shortcut="Ctrl+P", icon="print", primary=True, enabled="is_told")
    def print_report(self) -> None:
        """Ask for a printer and print the report."""
        ask_and_print(self, _("Summary"), self.on_paper)

    @action(N_("Print preview…"), shortcut="Ctrl+Shift+P", icon="eye", enabled="is_told")
    def preview_report(self) -> None:
        """Show the pages of the report on the paper of a printer."""
        preview_print(self, _("Summary"), self.on_paper)

    def on_paper(self) -> Iterator[QImage]:
        """The pages of the report as large as they are printed."""
        document = self.session.document
        pdf = apart(_pdf, document, self.reading.language)
        return (image(page.pixels, page.width, page.height) for page in pictures(pdf, PAPER_DOTS))


def _pdf(document: Document, language: Language) -> bytes:
    return make_summary(document, language, document[Workshop].title)


def _write(path: Path, document: Document, language: Language) -> None:
    write_whole(path, apart(made, document, path, language, document[Workshop].title))
