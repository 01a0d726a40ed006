"""The few ways in which entities in a slice change. Each returns the same slice when nothing changed."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args

from foresight.core.document import Entity, Id, Slice

S = TypeVar("S", bound=Slice)


@cache
def _field_of(slice_kind: type[Slice], entity_kind: type[Entity]) -> str:
    """The name of the field of the slice that is a tuple of these entities."""
    for name, field in slice_kind.model_fields.items():
        if entity_kind in get_args(field.annotation):
            return name
    raise TypeError(f"{slice_kind.__name__} holds no {entity_kind.__name__}")


def added(part: S, *entities: Entity, at: int | None = None) -> S:
    """``part`` with ``entities`` (all of one kind) at index ``at``, by default at the end."""
    if not entities:
        return part
    name = _field_of(type(part), type(entities[0]))
    held: tuple[Entity, ...] = getattr(part, name)
    index = len(held) if at is None else at
    return part.but(**{name: (*held[:index], *entities, *held[index:])})


def changed(part: S, entity: Id, **changes: Any) -> S:
    """``part`` where the entity with this id has these fields; unchanged when there is no such entity."""
    return replaced(part, entity, lambda old: old.but(**changes))


def replaced(part: S, entity: Id, new: Callable[[Any], Entity]) -> S:
    """``part`` where the entity with this id is ``new(old)``; unchanged when there is no such entity."""
    old = part.by_id.get(entity)
    if old is None:
        return part
    fresh = new(old)
    if fresh is old:
        return part
    name = _field_of(type(part), type(old))
    return part.but(**{name: tuple(fresh if item is old else item for item in getattr(part, name))})


def moved(part: S, entity: Id, to: int) -> S:
    """``part`` where the entity with this id stands at index ``to`` (counted without it) among its like."""
    old = part.by_id.get(entity)
    if old is None:
        return part
    name = _field_of(type(part), type(old))
    rest = tuple(item for item in getattr(part, name) if item is not old)
    return part.but(**{name: (*rest[:to], old, *rest[to:])})
