"""The document: immutable values in slices, one slice for each part of a workshop.

An edit makes a new document that shares everything it did not touch, so undo is a list of documents, a background
thread may read one without a lock, and "what changed?" is a comparison of identities.
"""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Annotated, Any, ClassVar, Self, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from foresight.core.text import Code

Id = Code


def new_id() -> Id:
    """A random identifier, 16 hexadecimal digits."""
    return secrets.token_hex(8)


class RefMark:
    """Marks a string as the id of another entity, so that integrity.py finds it.

    ``kinds`` are the names of the classes of entities that it may point at; none: any.
    """

    def __init__(self, *kinds: str) -> None:
        self.kinds = frozenset(kinds)


Ref = Annotated[Id, RefMark()]
"""The id of an entity. What a deletion does follows from the type of the field: a required Ref takes its owner along,
``Ref | None`` becomes None, a Ref in a tuple or as a key of a mapping drops out."""

Chain = Annotated[tuple[Id, ...], RefMark()]
"""Ids that mean something only together: the deletion of any of them takes the owner along."""


def _stop_at_first_error(schema: Any) -> None:
    """Let every tuple in the schema stop at its first error: a hostile file could have millions, a kilobyte each."""
    if isinstance(schema, dict):
        if schema.get("type") == "tuple":
            schema["fail_fast"] = True
        for inner in schema.values():
            _stop_at_first_error(inner)
    elif isinstance(schema, list):
        for inner in schema:
            _stop_at_first_error(inner)


class Value(BaseModel):
    """An immutable piece of a document. Types are strict; fields written by a newer program are kept."""

    model_config = ConfigDict(frozen=True, strict=True, extra="allow", allow_inf_nan=False)

    noun: ClassVar[tuple[str, str]] = ("entry", "entries")
    """What one and many of them are called, in the catalogue as a plural."""
    alone: ClassVar[tuple[str, ...]] = ()
    """Fields whose values no two of them in one place share; a file that says otherwise is put right."""
    never_empty: ClassVar[tuple[str, ...]] = ()
    """Fields that are tuples of references; what loses the last item of one goes with it."""
    whole: ClassVar[tuple[str, ...]] = ()
    """Fields that are tuples whose items mean something only together: two versions of one are not mixed."""
    joint: ClassVar[str] = " – "
    """Stands between the names of what one of them belongs to, where it has no name itself."""
    labels: ClassVar[Mapping[str, str]] = {}
    """What fields are called in words (marked with N_), where their own names do not say it."""
    aside: ClassVar[bool] = False
    """Whether it says nothing of the matter itself, such as a place on a canvas: a preview passes over it."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        _stop_at_first_error(schema)
        return schema

    def but(self, **changes: Any) -> Self:
        """A validated copy with ``changes``; ``self`` when nothing is different.

        Raises TypeError for a field that does not exist, pydantic.ValidationError for a value that does not fit.
        """
        unknown = changes.keys() - type(self).model_fields.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        if all(getattr(self, name) == value for name, value in changes.items()):
            return self
        present = {name: getattr(self, name) for name in type(self).model_fields}
        made = type(self).model_validate({**present, **(self.__pydantic_extra__ or {}), **changes})
        # Validation copies tuples and mappings; what did not change is shared again.
        made.__dict__.update((name, value) for name, value in present.items() if name not in changes)
        return made


class Entity(Value):
    """A Value that others can point at."""

    id: Id = Field(default_factory=new_id)


class Slice(Value):
    """One part of a document, with its own file version."""

    key: ClassVar[str]
    """Its name in the file."""
    version: ClassVar[int] = 1

    @classmethod
    def migrate(cls, data: dict[str, Any], version: int) -> dict[str, Any]:
        """``data`` as written by file ``version`` (< cls.version), in today's shape."""
        raise NotImplementedError(f"{cls.__name__} cannot read version {version}")

    def forget_index(self) -> None:
        """Let go of ``by_id`` (it is made anew when needed): in an undo step it would be most of the memory."""
        self.__dict__.pop("by_id", None)

    @cached_property
    def by_id(self) -> Mapping[Id, Entity]:
        """Every entity that lies in a tuple of this slice, by its id."""
        return {entity.id: entity for entity in self.entities()}

    def entities(self) -> Iterator[Entity]:
        """The entities that lie in tuples of this slice, in order."""
        for name in _entity_fields(type(self)):
            yield from (item for item in getattr(self, name) if isinstance(item, Entity))


@cache
def _entity_fields(kind: type[Slice]) -> tuple[str, ...]:
    """The fields that are tuples of entities; tuples of other values, which may be thousands, need not be walked."""

    def may_hold(annotation: Any) -> bool:
        if isinstance(annotation, type):
            return issubclass(annotation, Entity)
        return any(may_hold(part) for part in get_args(annotation))

    return tuple(
        name
        for name, field in kind.model_fields.items()
        if get_origin(field.annotation) is tuple and may_hold(field.annotation)
    )


S = TypeVar("S", bound=Slice)
E = TypeVar("E", bound=Entity)


@cache
def _empty(kind: type[S]) -> S:
    return kind()


@dataclass(frozen=True, eq=False)
class Document:
    """All slices of a workshop, and what this program does not know and keeps for others."""

    slices: Mapping[type[Slice], Slice] = field(default_factory=dict)
    foreign: Mapping[str, Any] = field(default_factory=dict)
    """Slices of methods that this program does not have, as read."""
    doc_id: Id = field(default_factory=new_id)

    def __getitem__(self, kind: type[S]) -> S:
        """The slice of this kind; an empty one when the document has none."""
        held = self.slices.get(kind)
        return held if isinstance(held, kind) else _empty(kind)

    def __eq__(self, other: object) -> bool:
        """Equal content: an absent slice equals an empty one; the doc_id counts."""
        if not isinstance(other, Document):
            return NotImplemented
        kinds = self.slices.keys() | other.slices.keys()
        same = all(self[kind] is other[kind] or self[kind] == other[kind] for kind in kinds)
        return same and self.foreign == other.foreign and self.doc_id == other.doc_id

    __hash__ = object.__hash__

    def put(self, *slices: Slice) -> "Document":
        """A document with these slices instead of its own; ``self`` when nothing is different."""
        changed = {type(new): new for new in slices if new is not self[type(new)]}
        return Document({**self.slices, **changed}, self.foreign, self.doc_id) if changed else self

    def changed_since(self, other: "Document", kinds: tuple[type[Slice], ...]) -> bool:
        """Whether any slice of these kinds is another object than in ``other``."""
        return any(self[kind] is not other[kind] for kind in kinds)

    def find(self, entity: Id, kind: type[E]) -> E | None:
        """The entity of this kind with this id, or None."""
        for part in self.slices.values():
            found = part.by_id.get(entity)
            if isinstance(found, kind):
                return found
        return None
