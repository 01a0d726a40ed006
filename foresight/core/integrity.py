"""References: what a deletion takes along, and which references point nowhere.

The rules are written in the types of the fields (see document.Ref); the code here only reads them, so it serves every
method, also those written later.
"""

import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value

Kind = Literal["ref", "optional ref", "refs", "chain", "ref keys", "value", "optional value", "values", "value map"]


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
    if origin is tuple:
        inner = {_classify(arg) for arg in args if arg is not Ellipsis}
        return "refs" if "ref" in inner else "values" if "value" in inner else None
    if isinstance(origin, type) and issubclass(origin, Mapping):
        if _is_ref(args[0]):
            return "ref keys"
        return "value map" if _classify(args[1]) == "value" else None
    return None


@cache
def _plan(kind: type[Value]) -> tuple[tuple[str, Kind], ...]:
    """The fields of ``kind`` that deletion concerns."""
    fields = []
    for name, info in kind.model_fields.items():
        annotation = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        held = _classify(annotation)
        if held is not None:
            fields.append((name, held))
    return tuple(fields)


_GONE = object()


def _pruned(value: Value, doomed: set[Id], gone: list[Value]) -> Any:
    """``value`` without its doomed parts; itself when it has none; _GONE when it goes altogether."""
    if isinstance(value, Entity) and value.id in doomed:
        gone.append(value)
        return _GONE
    changes: dict[str, Any] = {}
    for name, kind in _plan(type(value)):
        held = getattr(value, name)
        kept = _pruned_field(held, kind, doomed, gone)
        if kept is _GONE:
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


def _survey(value: Value, ids: set[Id], refs: set[Id]) -> None:
    """Collect the ids of all entities in ``value`` and the ids that it points at."""
    if isinstance(value, Entity):
        ids.add(value.id)
    for name, kind in _plan(type(value)):
        held = getattr(value, name)
        if not held:
            continue
        if kind in ("ref", "optional ref"):
            refs.add(held)
        elif kind in ("refs", "chain", "ref keys"):
            refs.update(held)
        elif kind in ("value", "optional value"):
            _survey(held, ids, refs)
        else:
            for item in held.values() if kind == "value map" else held:
                _survey(item, ids, refs)


def dangling(document: Document) -> set[Id]:
    """The ids that are pointed at and do not exist. ``remove(document, dangling(document))`` repairs."""
    ids: set[Id] = set()
    refs: set[Id] = set()
    for part in document.slices.values():
        _survey(part, ids, refs)
    return refs - ids
