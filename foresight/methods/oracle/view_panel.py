"""The panel at the right: all fields of a question, or the name of a theme."""

from typing import Any

from PySide6.QtWidgets import QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.fields import (
    MIXED,
    CheckField,
    ChoiceField,
    Field,
    Form,
    LineField,
    NumberField,
    ProseField,
    RefField,
    RefsField,
    WrappedField,
)
from foresight.kit.groups import group_choices
from foresight.kit.inspector import Inspector
from foresight.kit.labels import plain_label
from foresight.kit.quotes import QuotesField
from foresight.kit.session import Session
from foresight.model.drivers import Drivers
from foresight.model.oracle import (
    CHANGES,
    MOST_VOTES,
    TEXT_LENGTH,
    TYPES,
    Oracle,
    Question,
    Theme,
    answer,
    change_question,
    change_theme,
)
from foresight.model.scenarios import Scenarios, display_name

Choices = list[tuple[Id, str]]


class AnswersField(Field):
    """A text for every world. ``edited`` carries (scenario, text)."""

    def __init__(self) -> None:
        super().__init__("answers", _("What the oracle answers"))
        self.title.hide()  # until there are worlds
        self.fields: dict[Id, ProseField] = {}
        self._names: Choices = []

    def show_document(self, document: Document) -> None:
        names = [(world.id, display_name(document, world.id)) for world in document[Scenarios].scenarios]
        if names == self._names:
            return
        self._names = names
        for old in self.fields.values():
            self.column.removeWidget(old)
            old.deleteLater()
        self.fields = {world: self._made(world, name) for world, name in names}
        self.title.setVisible(bool(names))

    def _made(self, world: Id, name: str) -> ProseField:
        field = ProseField(world, name, lines=2)
        field.edited.connect(lambda text: self.edited.emit((world, text)))
        field.left.connect(self.left)
        self.column.addWidget(field)
        return field

    def show_value(self, value: Any) -> None:
        for world, field in self.fields.items():
            field.show_value(MIXED if value is MIXED else value.get(world, ""))


class WordingsField(Field):
    """How a question was asked on cards that were joined with it; only shown."""

    def __init__(self) -> None:
        super().__init__("wordings", _("Also asked as"))
        self.shown = plain_label("", "muted")
        self.put(self.shown)

    def show_value(self, value: Any) -> None:
        held = () if value is MIXED else value
        self.shown.setText("\n".join(f"– {text}" for text in held))
        self.setVisible(bool(held))


def panel(session: Session) -> QWidget:
    """The inspector of the oracle."""
    question = Form(
        session,
        [
            WrappedField("text", _("Question"), limit=TEXT_LENGTH),
            RefsField("themes", _("Themes"), _themes),
            NumberField("votes", _("Votes"), 0, MOST_VOTES),
            AnswersField(),
            ChoiceField("changes_action", _("Would the answer change what we do now?"), _changes(), "–"),
            RefsField("drivers", _("Drivers"), _drivers),
            ChoiceField("type", _("Kind of question"), {key: _(text) for key, text in TYPES.items()}, "–"),
            RefField("group", _("Asked by"), group_choices, _("Nobody in particular")),
            RefsField("also", _("Asked by as well"), group_choices),
            WordingsField(),
            CheckField("anonymous", _("Do not say who asks")),
        ],
        _write,
    )
    theme = Form(session, [LineField("name", _("Theme")), QuotesField(session)], change_theme)
    return Inspector({Question: question, Theme: theme}, _("Select a question or a theme to see and change it here."))


def _write(question: Id, **changes: Any) -> Edit:
    ((name, value),) = changes.items()
    if name == "answers":
        world, text = value
        return answer(question, world, text)
    return change_question(question, **changes)


def _changes() -> dict[int, str]:
    return {degree: _(text) for degree, text in enumerate(CHANGES)}


def _themes(document: Document) -> Choices:
    return [(theme.id, theme.name) for theme in document[Oracle].themes]


def _drivers(document: Document) -> Choices:
    return [(driver.id, driver.title) for driver in document[Drivers].drivers]
