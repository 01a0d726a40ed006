"""Other ids for some of the entities in a document, wherever they are pointed at."""

from collections.abc import Mapping
from typing import Any

from foresight.core.document import Document, Entity, Id, Slice, Value
from foresight.core.integrity import Kind, pointing


def renamed(document: Document, ids: Mapping[Id, Id]) -> Document:
    """``document`` where every entity with an id in ``ids`` has the other one; itself when there is nothing to do."""
    if not ids:
        return document
    parts = [_renamed(part, ids) for part in document.slices.values()]
    return document.put(*(part for part in parts if isinstance(part, Slice)))


def _renamed(value: Value, ids: Mapping[Id, Id]) -> Value:
    changes: dict[str, Any] = {}
    if isinstance(value, Entity) and value.id in ids:
        changes["id"] = ids[value.id]
    for name, kind, _kinds in pointing(type(value)):
        held = getattr(value, name)
        if held and (fresh := _renamed_field(held, kind, ids)) != held:
            changes[name] = fresh
    return value.but(**changes) if changes else value


def _renamed_field(held: Any, kind: Kind, ids: Mapping[Id, Id]) -> Any:
    match kind:
        case "ref" | "optional ref":
            return ids.get(held, held)
        case "refs" | "chain":
            return tuple(ids.get(ref, ref) for ref in held)
        case "ref keys":
            return {ids.get(key, key): item for key, item in held.items()}
        case "value" | "optional value":
            return _renamed(held, ids)
        case "values":
            return tuple(_renamed(item, ids) for item in held)
        case "value map":
            return {key: _renamed(item, ids) for key, item in held.items()}
