"""Two versions of a workshop made one: nothing that somebody added or changed goes without being said.

With a base (what both versions came from) a change on one side is taken over, and a deletion too unless the other side
changed or uses the thing. Without one, all that is on either side is kept. Where both sides say something different
about the same, mine stays and theirs is told in words.
"""

import hashlib
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from foresight.core.differences import Difference, differences, line
from foresight.core.document import Document, Entity, Id, Slice
from foresight.core.encoding import encode
from foresight.core.integrity import missing_owners, remove
from foresight.core.mixing import Mix
from foresight.core.naming import Names, beginning
from foresight.core.renaming import renamed
from foresight.core.survey import dangling
from foresight.core.words import _


@dataclass(frozen=True)
class Merged:
    """Two versions made one."""

    document: Document
    """My very document when theirs brings nothing."""
    brought: tuple[Difference, ...]
    """What is different from mine."""
    remarks: tuple[str, ...]
    """Where the two did not agree, and what was done about it, each in a sentence."""


def merge(base: Document | None, mine: Document, theirs: Document) -> Merged:
    """``theirs`` merged into ``mine``; ``base`` is what both came from, None when that is not known.

    All three must be sound (``survey.dangling`` finds nothing), as every document that was read is.
    """
    base, theirs = _with_like_ids(base, mine, theirs)
    known = _entities(mine).keys() | _entities(theirs).keys()
    mix, needed = Mix(base, mine, theirs), set[Id]()
    document = mix.document()
    while base is not None and (more := (missing_owners(document) & known) - needed):
        needed |= more
        mix = Mix(_without(base, needed), mine, theirs)  # what is not in the base is kept, whoever has it
        document = mix.document()
    kept, repairs = _sound(document)
    kept = mine if kept == mine else kept
    remarks = (*_said_of(needed, document), *dict.fromkeys(mix.remarks), *repairs)
    return Merged(kept, differences(mine, kept), remarks)


def merge_all(mine: Document, others: Iterable[Document]) -> Merged:
    """Independent workshops merged into ``mine``, in an order that does not depend on the one in which they come."""
    document = mine
    remarks: list[str] = []
    for other in sorted(others, key=encode):
        merged = merge(None, document, other)
        document = merged.document
        remarks.extend(merged.remarks)
    return Merged(document, differences(mine, document), tuple(dict.fromkeys(remarks)))


def _with_like_ids(base: Document | None, mine: Document, theirs: Document) -> tuple[Document | None, Document]:
    """Base and theirs, where what is the same thing as in mine has the same id, and what is another has another."""
    ours, known = _entities(mine), _entities(theirs)
    before = _entities(base) if base is not None else {}
    fresh = {
        entity.id: hashlib.sha256(f"{theirs.doc_id} {entity.id}".encode()).hexdigest()[:16]
        for entity in known.values()
        if type(ours.get(entity.id, before.get(entity.id, entity))) is not type(entity)
    }
    theirs = renamed(theirs, fresh)
    known = _entities(theirs) if fresh else known
    new = [entity for entity in ours.values() if before.get(entity.id) != entity]  # an old one may be deleted there
    by_sign = {_sign(entity): entity.id for entity in new if type(entity).alone}
    same = {
        entity.id: by_sign[_sign(entity)]
        for entity in known.values()
        if type(entity).alone and entity.id not in ours and by_sign.get(_sign(entity), entity.id) not in known
    }
    return renamed(base, same) if base is not None else None, renamed(theirs, same)


def _without(document: Document, ids: set[Id]) -> Document:
    """The document without these entities, whatever points at them."""
    for part in document.slices.values():
        held = {name: getattr(part, name) for name in type(part).model_fields}
        kept = {
            name: tuple(item for item in items if not (isinstance(item, Entity) and item.id in ids))
            for name, items in held.items()
            if isinstance(items, tuple)
        }
        document = document.put(part.but(**kept))
    return document


def _said_of(needed: set[Id], document: Document) -> Iterator[str]:
    names = Names(document)
    for entity in _entities(document).values():
        if entity.id in needed:
            said = _("{thing} was deleted on one side and is needed on the other: it was kept.")
            yield said.format(thing=beginning(names.thing(entity)))


def _entities(document: Document) -> dict[Id, Entity]:
    return {entity.id: entity for part in document.slices.values() for entity in part.entities()}


def _sign(entity: Entity) -> Hashable:
    """What no two entities of this kind may share."""
    return type(entity), attrgetter(*type(entity).alone)(entity)


def _sound(document: Document) -> tuple[Document, tuple[str, ...]]:
    """The document without references that point nowhere and without doubles, and what that took away."""
    kept = remove(document, dangling(document))
    kept = remove(kept, [double for part in kept.slices.values() for double in _doubles(part)])
    said = _("To keep the workshop sound: {change}.")
    names = Names(document)
    return kept, tuple(said.format(change=_whole(each, names)) for each in differences(document, kept))


def _whole(each: Difference, names: Names) -> str:
    """A difference in words, with all that goes lost with a thing that was removed."""
    held = names.words(each.before) if each.change == "removed" and each.before is not None else ""
    return f"{line(each)} ({held})" if held else line(each)


def _doubles(part: Slice) -> list[Id]:
    """The entities that share with an earlier one what no two may share."""
    seen: set[Hashable] = set()
    found = []
    for entity in part.entities():
        if type(entity).alone:
            found.extend([entity.id] if _sign(entity) in seen else [])
            seen.add(_sign(entity))
    return found
