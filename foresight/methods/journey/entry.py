"""What people write on a slip about a topic and a phase, as it is typed in."""

import re

from pydantic import TypeAdapter, ValidationError

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.text import PROSE_LENGTH, Code, clean_line, clean_prose
from foresight.core.words import _
from foresight.methods.journey.model import DeepDive, Journey, add_deep_dives
from foresight.model.groups import Groups, Participant, add_participants

_codes: TypeAdapter[str] = TypeAdapter(Code)
_phase_first = re.compile(r"\s*([1-9][0-9]?)[\s.:)]+(?=\S)(.*)", re.DOTALL)


def code_of(text: str) -> str:
    """A participant's code as typed, "" for nothing. Raises EditRefused for what looks like a name."""
    code = clean_line(text)
    if not code:
        return ""
    try:
        return _codes.validate_python(code)
    except ValidationError:
        raise EditRefused(_("A code is one word of letters and digits, such as 01-3, never a name.")) from None


def answer_of(document: Document, text: str, phase: Id | None) -> tuple[str, Id | None]:
    """The words of a slip and its phase: ``2 Ask those who will use it`` is about the second phase.

    Without a number of a phase in front it is about ``phase``.
    """
    found = _phase_first.fullmatch(text)
    phases = document[Journey].phases
    if found and int(found[1]) <= len(phases):
        return found[2].strip(), phases[int(found[1]) - 1].id
    return text.strip(), phase


def add_slip(code: str, card: Id, text: str, phase: Id | None = None, *, consent: bool = False) -> Edit:
    """Add an individual answer typed in one line; somebody whose code is new joins the participants.

    Raises EditRefused for a code that is none.
    """

    def apply(document: Document) -> Document:
        typed = code_of(code)
        known = {person.code: person.id for person in document[Groups].participants}
        if typed and typed not in known:
            person = Participant(code=typed)
            document = add_participants(person).apply(document)
            known[typed] = person.id
        words, where = answer_of(document, clean_prose(text, PROSE_LENGTH), phase)
        answer = DeepDive(text=words, card=card, phase=where, participant=known.get(typed), consent=consent)
        return add_deep_dives(answer).apply(document)

    return Edit(_("Add answer"), apply)
