"""The summary in a language that is chosen, with how much of it there is above it."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import LANGUAGE_NAMES, LANGUAGES, Language, _, ngettext
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.methods.summary.lines import Line, lines
from foresight.methods.summary.view_text import SummaryText
from foresight.model.workshop import Workshop


class ReadingView(QWidget):
    """The summary in a language that is chosen, and how much of it there is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.chosen: Language | None = None
        """The language that was chosen here; None: that of the workshop."""
        self.text = SummaryText(session)
        self.said = plain_label("", "muted")
        self.tongue = QComboBox()
        self.tongue.setAccessibleName(_("Language of the summary"))
        self.tongue.addItems([LANGUAGE_NAMES[each] for each in LANGUAGES])
        self.tongue.activated.connect(self._choose)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.tongue)
        top.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.text, 1)
        self.setFocusProxy(self.text)

    @property
    def language(self) -> Language:
        """The language in which the summary is shown, saved and printed."""
        chosen = self.chosen or self.session.document[Workshop].language
        return LANGUAGES[LANGUAGES.index(chosen)]  # this very text, so that what was worked out is found again

    def render_document(self, document: Document) -> None:
        """Show the summary of this document."""
        self.tongue.setCurrentIndex(LANGUAGES.index(self.language))
        held = lines(document, self.language)
        self.text.show_lines(held, self.language)
        self.said.setText(overview(held))

    def _choose(self, index: int) -> None:
        self.chosen = LANGUAGES[index]
        self.render_document(self.session.document)


def overview(held: tuple[Line, ...]) -> str:
    """``62 sentences · 2 in your words · 1 with changed numbers · 3 left out``."""
    sentences = [line.sentence for line in held if line.kind == "sentence" and line.sentence is not None]
    own = sum(each.wording is not None for each in sentences)
    outdated, out = sum(each.is_outdated for each in sentences), sum(each.is_out for each in sentences)
    said = [ngettext("{n} sentence", "{n} sentences", len(sentences)).format(n=len(sentences))]
    if own:
        said.append(_("{n} in your words").format(n=own))
    if outdated:
        said.append(_("{n} with changed numbers").format(n=outdated))
    if out:
        said.append(_("{n} left out").format(n=out))
    return " · ".join(said)
