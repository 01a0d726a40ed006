"""The panel at the right: an option, or how it fares in the world whose cell is selected."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH
from foresight.core.words import _, signed
from foresight.kit.fields import ChoiceField, Form, ProseField, WrappedField
from foresight.kit.inspector import Inspector
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.methods.windtunnel.model import FITS, Fit, Option, Score, change_option, scores, set_score
from foresight.model.scenarios import Scenario, display_name


class Panel(QWidget):
    """An option and a scenario that are selected together stand for how it fares there."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(_("Inspector"))
        self.options = Inspector(
            {Option: lambda: _option_form(session)}, _("Select an option or a cell of the table to change it here.")
        )
        self.score = ScorePanel(session)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.options)
        self.stack.addWidget(self.score)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def render_selection(self, document: Document, ids: Sequence[Id]) -> None:
        """Show what is selected."""
        pair = selected_pair(document, ids)
        if pair is None:
            self.options.render_selection(document, ids)
        else:
            self.score.render_pair(document, *pair)
        self.stack.setCurrentWidget(self.options if pair is None else self.score)


def selected_option(document: Document, ids: Sequence[Id]) -> Option | None:
    """The first option among these."""
    return next((option for option in (document.find(each, Option) for each in ids) if option), None)


def selected_pair(document: Document, ids: Sequence[Id]) -> tuple[Option, Scenario] | None:
    """The option and the scenario that are selected, nothing else; None when something else is."""
    if len(ids) != 2:
        return None
    option, scenario = document.find(ids[0], Option), document.find(ids[1], Scenario)
    return (option, scenario) if option and scenario else None


class ScorePanel(QWidget):
    """How an option fares in a world: the score, why, and what would have to change."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._pair: tuple[Id, Id] = ("", "")
        self.option, self.world = plain_label("", "semibold"), plain_label("", "semibold")
        self.form = Form(
            session,
            [
                ChoiceField("value", _("Score"), _fits(), _("not tested")),
                ProseField("why", _("Why"), _("What in this world makes it work, or not?"), lines=5),
                ProseField("adaptation", _("What we would change"), _("So that it works better here"), lines=5),
            ],
            self._write,
        )
        for label in (self.option, self.world):  # a word that never ends must not make the panel wider
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(_("If we do this"), "small"))
        column.addWidget(self.option)
        column.addWidget(plain_label(_("how does it fare in this world?"), "small"))
        column.addWidget(self.world)
        column.addSpacing(6)
        column.addWidget(self.form, 1)

    def _write(self, **changes: Any) -> Edit:
        return set_score(*self._pair, **changes)

    def render_pair(self, document: Document, option: Option, scenario: Scenario) -> None:
        """Show how ``option`` fares in ``scenario``."""
        self._pair = option.id, scenario.id
        self.option.setText(option.text)
        self.world.setText(display_name(document, scenario.id))
        held = scores(document).get(self._pair) or Score(option=option.id, scenario=scenario.id)
        self.form.show_entities(document, [held])


def _fits() -> dict[Fit, str]:
    return {value: f"{signed(value)}  {_(words)}" for value, words in FITS.items()}


def _option_form(session: Session) -> Form:
    fields = [
        WrappedField("text", _("Option"), lines=3, limit=LINE_LENGTH),
        ProseField(
            "description", _("Description"), _("What does it mean in practice: who does what, and when?"), lines=8
        ),
    ]
    return Form(session, fields, change_option)
