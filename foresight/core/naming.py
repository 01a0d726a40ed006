"""What things are called in words: by their own name, or by what they point at."""

from functools import cached_property

from foresight.core.document import Document, Entity, Id, Value
from foresight.core.integrity import owners
from foresight.core.words import _, ngettext

NAMING = ("title", "name", "text", "code")
"""The fields that name a thing, the best first."""


def own_name(value: Value) -> str:
    """The name that a thing has itself; "" when it has none."""
    named = (getattr(value, field, "") for field in NAMING)
    return next((text for text in named if isinstance(text, str) and text), "")


def noun(kind: type[Value], count: int = 1) -> str:
    """What ``count`` things of this kind are called: "trend", "trends"."""
    return ngettext(*kind.noun, count)


def field_label(kind: type[Value], field: str) -> str:
    """What a field is called: "Time to impact"."""
    label = kind.labels.get(field) or usual_label(field)
    return _(label)


def usual_label(field: str) -> str:
    """The text that stands in the catalogue for a field of this name, unless its class says otherwise."""
    return field.replace("_", " ").capitalize()


def inside(text: str) -> str:
    """``text`` as it is written in the middle of a sentence; abbreviations stay as they are."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


class Names:
    """What the things in one document are called."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __call__(self, value: Value) -> str:
        """Its own name; else of what it belongs to, "Trust → Climate"; else its number, "scenario 2"."""
        belongs = [name for ref in owners(value) if (name := self.of(ref))]
        return own_name(value) or value.joint.join(belongs) or self._numbered(value)

    def of(self, ref: Id) -> str:
        """The name of the entity with this id; "" when there is none."""
        found = self._document.find(ref, Entity)
        return "" if found is None else own_name(found) or self._numbered(found)

    def _numbered(self, value: Value) -> str:
        number = self._numbers.get(value.id) if isinstance(value, Entity) else None
        return f"{noun(type(value))} {number}" if number else noun(type(value))

    @cached_property
    def _numbers(self) -> dict[Id, int]:
        parts = self._document.slices.values()
        fields = [getattr(part, name) for part in parts for name in type(part).model_fields]
        return {
            item.id: number
            for held in fields
            if isinstance(held, tuple)
            for number, item in enumerate(held, 1)
            if isinstance(item, Entity)
        }
