"""References: what a deletion takes along.

The rules are written in the types of the fields (see document.Ref); the code here only reads them, so it serves every
method, also those written later.
"""

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value

Kind = Literal["ref", "optional ref", "refs", "chain", "ref keys", "value", "optional value", "values", "value map"]
VALUES = ("value", "optional value", "values", "value map")


@dataclass(frozen=True)
class Removal:
    """The document after a deletion, and everything that went, the named things first."""

    document: Document
    gone: tuple[Value, ...]


def _is_ref(annotation: Any) -> bool:
    return get_origin(annotation) is Annotated and any(isinstance(m, RefMark) for m in get_args(annotation)[1:])


def _holds_value(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Value)


def _classify(annotation: Any) -> Kind | None:
    """What a field of this type holds, or None when deletion does not concern it."""
    if _is_ref(annotation):
        return "chain" if get_origin(get_args(annotation)[0]) is tuple else "ref"
    if _holds_value(annotation):
        return "value"
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _classify(args[0])
    if origin in (Union, types.UnionType):
        inner = {_classify(arg) for arg in args if arg is not type(None)}
        if "ref" in inner:
            return "optional ref"
        return "optional value" if "value" in inner else None
    if origin is tuple and Ellipsis in args:
        inner = {_classify(args[0])}
        return "refs" if "ref" in inner else "values" if "value" in inner else None
    if isinstance(origin, type) and issubclass(origin, Mapping):
        if _is_ref(args[0]) and not _mentions(args[1]):
            return "ref keys"
        return "value map" if _classify(args[1]) == "value" and not _mentions(args[0]) else None
    return None


def _mentions(annotation: Any) -> bool:
    """Whether there is a reference or a value anywhere in this type."""
    return _is_ref(annotation) or _holds_value(annotation) or any(map(_mentions, get_args(annotation)))


def _marked(annotation: Any) -> frozenset[str]:
    """The names of the classes that the references in this type may point at."""
    marks = [mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, RefMark)]
    return marks[0].kinds if marks else frozenset().union(*map(_marked, get_args(annotation)))


def _values_in(annotation: Any) -> tuple[type[Value], ...]:
    """The classes of values that stand in this type."""
    if _holds_value(annotation):
        return (annotation,)
    return tuple(kind for arg in get_args(annotation) for kind in _values_in(arg))


def _concerns(kind: type[Value]) -> bool:
    """Whether a value of this class can be deleted by its id, stands alone, or points at something."""
    return issubclass(kind, Entity) or bool(kind.alone) or bool(pointing(kind))


class Field(NamedTuple):
    name: str
    holds: Kind
    kinds: frozenset[str]
    """What its references may point at; empty: anything."""


@cache
def pointing(kind: type[Value]) -> tuple[Field, ...]:
    """The fields of ``kind`` that deletion concerns: they point at things or hold what does.

    Raises TypeError for a shape that there is no rule for.
    """
    fields = []
    for name, info in kind.model_fields.items():
        annotation = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        held = _classify(annotation)
        if held in VALUES and not any(map(_concerns, _values_in(annotation))):
            continue
        if held is not None:
            fields.append(Field(name, held, _marked(annotation)))
        elif _mentions(annotation):
            raise TypeError(f"{kind.__name__}.{name}: no rule says what a deletion does to {annotation}")
    return tuple(fields)


_GONE = object()


def _pruned(value: Value, doomed: set[Id], gone: list[Value]) -> Any:
    """``value`` without its doomed parts; itself when it has none; _GONE when it goes altogether."""
    if isinstance(value, Entity) and value.id in doomed:
        gone.append(value)
        return _GONE
    changes: dict[str, Any] = {}
    for name, kind, _kinds in pointing(type(value)):
        held = getattr(value, name)
        kept = _pruned_field(held, kind, doomed, gone)
        if kept is _GONE or (held and not kept and name in value.never_empty):
            gone.append(value)
            return _GONE
        if kept is not held:
            changes[name] = kept
    return value.but(**changes) if changes else value


def _pruned_field(held: Any, kind: Kind, doomed: set[Id], gone: list[Value]) -> Any:
    match kind:
        case "ref":
            return _GONE if held in doomed else held
        case "optional ref":
            return None if held in doomed else held
        case "refs":
            return tuple(ref for ref in held if ref not in doomed) if doomed.intersection(held) else held
        case "chain":
            return _GONE if doomed.intersection(held) else held
        case "ref keys":
            return {k: v for k, v in held.items() if k not in doomed} if doomed.intersection(held) else held
        case "value":
            return _pruned(held, doomed, gone)
        case "optional value":
            kept = held if held is None else _pruned(held, doomed, gone)
            return None if kept is _GONE else kept
        case "values":
            items = tuple(kept for item in held if (kept := _pruned(item, doomed, gone)) is not _GONE)
            return held if len(items) == len(held) and all(map(_same, items, held)) else items
        case "value map":
            entries = {k: kept for k, v in held.items() if (kept := _pruned(v, doomed, gone)) is not _GONE}
            return held if len(entries) == len(held) and all(entries[k] is held[k] for k in held) else entries


def _same(one: object, other: object) -> bool:
    return one is other


def removal(document: Document, ids: Iterable[Id]) -> Removal:
    """Remove the entities with these ids and whatever cannot be without them; says what went."""
    doomed = set(ids)
    while True:
        gone: list[Value] = []
        slices = [_pruned(part, doomed, gone) for part in document.slices.values()]
        followers = {value.id for value in gone if isinstance(value, Entity)} - doomed
        if not followers:
            break
        doomed |= followers
    named = [value for value in gone if isinstance(value, Entity)]
    rest = [value for value in gone if not isinstance(value, Entity)]
    return Removal(document.put(*(part for part in slices if isinstance(part, Slice))), (*named, *rest))


def remove(document: Document, ids: Iterable[Id]) -> Document:
    """``document`` without the entities with these ids and without whatever cannot be without them."""
    return removal(document, ids).document


def owners(value: Value) -> tuple[Id, ...]:
    """What this value cannot be without, in the order of its fields."""
    found: list[Id] = []
    for name, holds, _kinds in pointing(type(value)):
        if holds in ("ref", "chain"):
            held = getattr(value, name)
            found.extend((held,) if isinstance(held, str) else held)
    return tuple(found)


def missing_owners(document: Document) -> set[Id]:
    """What something in the document cannot be without, and is not there."""
    found: set[Id] = set()
    needed: set[Id] = set()
    for value in _walk(document.slices.values()):
        needed.update(owners(value))
        found.update((value.id,) if isinstance(value, Entity) else ())
    return needed - found


def _walk(values: Iterable[Value]) -> Iterator[Value]:
    """These values and all that lie in them."""
    for value in values:
        yield value
        for name, holds, _kinds in pointing(type(value)):
            held = getattr(value, name)
            if held and holds in VALUES:
                yield from _walk(held if holds == "values" else held.values() if holds == "value map" else (held,))


def refers(kind: type[Value], field: str) -> bool:
    """Whether this field of ``kind`` holds ids of other things."""
    return any(each.name == field and each.holds not in VALUES for each in pointing(kind))


def is_chain(kind: type[Value], field: str) -> bool:
    """Whether the ids in this field mean something only together."""
    return any(each.name == field and each.holds == "chain" for each in pointing(kind))
