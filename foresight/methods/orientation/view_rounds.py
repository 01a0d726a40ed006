"""Feedback to the room between ballots: how far apart people are, the groups least at one with themselves first."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.look import Look
from foresight.core.words import _
from foresight.kit.labels import plain_label
from foresight.kit.tall import TallFigure
from foresight.methods.orientation.analysis import point_names
from foresight.methods.orientation.rounds import dissent_first, paired, whole
from foresight.methods.orientation.sentences import rounds_sentence


class RoundsView(QWidget):
    """The strips, and what they say in words."""

    def __init__(self) -> None:
        super().__init__()
        self.strips = TallFigure(_("Feedback"))
        self.said = plain_label("", "lead")
        self.explained = plain_label(
            _("Groups least at one with themselves come first. Dots are people, the bar holds the middle half of "
              "them, the upright line is the median. The spread is the width of the bar; consensus is 1 when "
              "all say the same and 0 when half of them stand at each end."),
            "small",
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.strips, 1)
        column.addWidget(self.explained)
        self.setFocusProxy(self.strips)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        voices = [voice for voice in (whole(document), *dissent_first(document)) if voice.latest]
        names = point_names(document)
        said = rounds_sentence(whole(document), paired(document))
        self.said.setText(said or _("Feedback needs at least three people with a point on the line."))
        self.explained.setVisible(bool(voices))

        # The figure loads reportlab, so it is imported when it is first drawn.
        def draw(width: float, height: float, look: Look) -> object:
            from foresight.methods.orientation.figure_rounds import strips

            return strips(voices, names, width, height, look)

        def tall(_width: float) -> float:
            from foresight.methods.orientation.figure_rounds import strips_height

            return strips_height(voices)

        self.strips.show_figure(draw, self.said.text(), tall)
