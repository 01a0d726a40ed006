"""What things are called in words: by their own name, or by what they point at."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from foresight.core.document import Document, Entity, Id, Value
from foresight.core.integrity import owners, refers
from foresight.core.words import _, ngettext, number, quoted

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


def beginning(text: str) -> str:
    """``text`` as it is written at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def thing(kind: type[Value], name: str) -> str:
    """What it is and what it is called: "trend “Fewer at work”"; a thing without a name: "scenario 2"."""
    own = noun(kind)
    return name if re.fullmatch(rf"{re.escape(own)}( \d+)?", name) else f"{own} {quoted(name)}"


class Names:
    """What the things in a document are called; what is not in the first is looked for in the next."""

    def __init__(self, *documents: Document) -> None:
        self._documents = documents

    def __call__(self, value: Value) -> str:
        """Its own name; else of what it belongs to, "Trust → Climate"; else its number, "scenario 2"."""
        own = own_name(value)
        if own and (isinstance(value, Entity) or own == getattr(value, "name", "")):
            return own
        belongs = [name for ref in owners(value) if (name := self.of(ref))]
        return value.joint.join(belongs) or own or self._numbered(value)

    def of(self, ref: Id) -> str:
        """The name of the entity with this id; "" when there is none."""
        found = next((each for document in self._documents if (each := document.find(ref, Entity))), None)
        return "" if found is None else own_name(found) or self._numbered(found)

    def _numbered(self, value: Value) -> str:
        number = self._numbers.get(value.id) if isinstance(value, Entity) else None
        return f"{noun(type(value))} {number}" if number else noun(type(value))

    @cached_property
    def _numbers(self) -> dict[Id, int]:
        parts = [part for document in reversed(self._documents) for part in document.slices.values()]
        fields = [getattr(part, name) for part in parts for name in type(part).model_fields]
        return {
            item.id: number
            for held in fields
            if isinstance(held, tuple)
            for number, item in enumerate(held, 1)
            if isinstance(item, Entity)
        }

    def thing(self, value: Value) -> str:
        """What it is and what it is called: "trend “Fewer at work”"."""
        return thing(type(value), self(value))

    def content(self, kind: type[Value], field: str, held: Any) -> str:
        """What a field of ``kind`` holds, in words and whole; "–" for nothing."""
        return self.words(held, of_things=refers(kind, field))

    def words(self, held: Any, *, of_things: bool = False) -> str:
        """Whatever stands in a field, in words; "–" for nothing. ``of_things``: texts are ids of things."""
        return self._words(held, of_things=of_things) or "–"

    def _words(self, held: Any, *, of_things: bool) -> str:
        match held:
            case bool():
                return _("Yes") if held else _("No")
            case int() | float():
                return number(held, 0 if held == int(held) else 2)
            case str():
                return quoted(self.of(held) or held if of_things else held) if held else ""
            case tuple() | list():
                return ", ".join(self._words(item, of_things=of_things) for item in held)
            case Mapping():
                pairs = ((self.of(key) or key, self._words(item, of_things=False)) for key, item in held.items())
                return ", ".join(f"{key}: {text}" for key, text in pairs)
            case Value():
                return self._fields(held)
            case _:
                return ""

    def _fields(self, value: Value) -> str:
        kind = type(value)
        said = ((name, getattr(value, name)) for name in kind.model_fields if name != "id")
        parts = [f"{inside(field_label(kind, name))}: {self.content(kind, name, held)}" for name, held in said if held]
        return "; ".join(parts)
