"""The wall of questions: a column for every theme; below, what the marks mean and what the questions show together."""

from foresight.core.document import Document
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.wall import CardWall
from foresight.methods.oracle.sentences import drivers_sentence, summary_sentence
from foresight.methods.oracle.view_card import QUESTIONS
from foresight.methods.oracle.view_key import WorldKey
from foresight.model.scenarios import Scenarios, display_name


class Wall(CardWall):
    """All questions by theme."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, QUESTIONS)
        self.key = WorldKey()
        self.said = plain_label("", "small")
        self.outer.addWidget(self.key)
        self.outer.addWidget(self.said)

    def render_document(self, document: Document) -> None:
        """Show the questions of this document."""
        super().render_document(document)
        self.key.show_worlds([display_name(document, world.id) for world in document[Scenarios].scenarios])
        self.said.setText(f"{summary_sentence(document)} {drivers_sentence(document)}".strip())
