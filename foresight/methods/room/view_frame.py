"""The page with the frame of the day: what is asked, where and when, and what the brief says on top."""

from itertools import chain, repeat
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _, ngettext
from foresight.kit.fields import ChoiceField, DateField, Field, Form, LineField, LinesField, NumberField, ProseField
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.room.analysis import MESSAGES, WORDS_MOST, word_count
from foresight.model.groups import participants
from foresight.model.workshop import Workshop, set_workshop

PAGE_WIDTH = 720
LANGUAGES = {"en": "English", "nb": "Norsk bokmål"}
"""Each in its own language, as on every language switch."""


class FramePage(QWidget):
    """A form of the whole workshop."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.form = Form(session, _fields(), set_workshop)
        self.form.setMaximumWidth(scaled(PAGE_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.setFocusProxy(self.form.fields[0])

    def render_document(self, document: Document) -> None:
        """Show the workshop of this document."""
        self.form.show_entities(document, (document[Workshop],))


def _fields() -> tuple[Field | QWidget | tuple[Field | QWidget, ...], ...]:
    return (
        LineField("title", _("Title")),
        ProseField(
            "question", _("Focal question"), _("What do we want to be able to answer at the end of the day?"), 2
        ),
        (LineField("organisation", _("Organisation")), LineField("leader", _("Workshop leader"))),
        (LineField("place", _("Place")), DateField("date", _("Date"))),
        (NumberField("horizon", _("Horizon year"), 1900, 2300), AttendanceField()),
        plain_label(_("For the brief"), "lead"),
        MessagesField(),
        LinesField("conversation", _("Questions for the next strategic conversation"), _("one a line"), 4),
        (ChoiceField("language", _("Language of the brief"), LANGUAGES), DateField("follow_up", _("Follow-up date"))),
        ProseField("note", _("What a reader must know about the data"), _("such as that ratings are examples"), 3),
        LinesField("sources", _("Sources"), _("one a line"), 4),
    )


class AttendanceField(NumberField):
    """How many took part; nothing said means the sum of the groups, which it shows."""

    def __init__(self) -> None:
        super().__init__("participants", _("Participants"), 0, 100_000, none=_("as many as in the groups"))

    def show_document(self, document: Document) -> None:
        """Say how many that is."""
        n = participants(document)
        self.box.setSpecialValueText(_("{n}, as in the groups").format(n=n))


class MessagesField(Field):
    """The key messages, each with a count of its words."""

    def __init__(self) -> None:
        super().__init__("messages", _("Key messages"))
        self.column.setSpacing(8)
        self.parts: list[MessageField] = []
        self._make_room(MESSAGES)
        self.title.setBuddy(self.parts[0])
        self.setFocusProxy(self.parts[0])

    def _make_room(self, count: int) -> None:
        """A file may hold more messages than a brief should have: none of them is hidden."""
        for number in range(len(self.parts) + 1, count + 1):
            part = MessageField(number)
            part.edited.connect(lambda _text: self.edited.emit(self._value()))
            part.left.connect(self.left)
            self.column.addWidget(part)
            self.parts.append(part)

    def _value(self) -> tuple[str, ...]:
        return tuple(text for part in self.parts if (text := part.message))

    def show_value(self, value: Any) -> None:
        """Show these messages. What is typed stays in its place (below an empty one) as long as it means the same."""
        if value == self._value():
            return
        self._make_room(len(value))
        for part, text in zip(self.parts, chain(value, repeat("")), strict=False):
            part.show_value(text)


class MessageField(ProseField):
    """One message: text that is stored as one line, wrapped on the screen."""

    def __init__(self, number: int) -> None:
        super().__init__("message", _("Message {n}").format(n=number), lines=2)
        self.text.textChanged.connect(self._show_count)

    @property
    def message(self) -> str:
        """The message as it is stored."""
        return clean_line(self.text.toPlainText())

    def show_value(self, value: Any) -> None:
        """Show the text and its count."""
        super().show_value(value)
        self._show_count()

    def _value(self) -> str:
        return self.message

    def _show_count(self) -> None:
        words = word_count(self.message)
        count = ngettext("{n} word", "{n} words", words).format(n=words)
        whole = len(" ".join(self.text.toPlainText().split())) <= LINE_LENGTH
        if not whole:
            count = _("only the first {most} characters are kept").format(most=LINE_LENGTH)
        elif words > WORDS_MOST:
            count = _("{words}, at most {most}").format(words=count, most=WORDS_MOST)
        self.title.setText(f"{self.label} · {count}" if words else self.label)
        self.title.setProperty("role", "muted" if whole and words <= WORDS_MOST else "danger")
        self.title.style().polish(self.title)
