"""Workshop documents as text and back: readable JSON, UTF-8, stable order, one entity a line.

Two texts can be compared line by line, and a person can rescue one with an editor.

Reading takes two ways. A text that is just as this program would write it is read by pydantic in one go and written
again: if the same bytes come out, nothing in it can be odd. Any other text (another version, edited by hand, damaged,
hostile) is read slowly and carefully.
"""

import gc
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, ValidationError, create_model
from pydantic_core import from_json, to_json

from foresight import __version__
from foresight.core.document import Document, Slice
from foresight.core.integrity import dangling, remove
from foresight.core.problems import FileProblem
from foresight.core.text import clean_prose
from foresight.core.words import _, ngettext

FORMAT = "foresight"
SCHEMA = 1
MIN_READER = 1
"""The oldest schema whose programs may write what this one writes."""
BYTES_MOST = 32 * 1024 * 1024
DEPTH_MOST = 40
ENTITIES_MOST = 100_000


@dataclass(frozen=True)
class Reading:
    """A document that was read, and what had to be done for it."""

    document: Document
    repairs: tuple[str, ...] = ()
    """What was put right, each in a sentence."""
    writable: bool = True
    """False: written by a newer program; saving over it would lose what this one does not know."""


_last: dict[type[Slice], tuple[Slice, bytes]] = {}
"""The text of the latest slice of each kind: what an edit left alone is not written anew at the next save."""


def encode(document: Document) -> bytes:
    """The document as the text of a workshop file, checked that it can be read again.

    Raises FileProblem when it is larger than may be read again.
    """
    parts: dict[str, bytes] = {kind.key: _encode_slice(part) for kind, part in document.slices.items()}
    for key, data in document.foreign.items():
        parts[key] = _encode_foreign(data)
    body = b",\n".join(to_json(key) + b": " + parts[key] for key in sorted(parts))
    head = {
        "format": FORMAT,
        "schema": SCHEMA,
        "min_reader": MIN_READER,
        "app": __version__,
        "doc_id": document.doc_id,
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    lines = b"".join(to_json(key) + b": " + to_json(value) + b",\n" for key, value in head.items())
    text = b"{\n" + lines + b'"slices": {\n' + body + b"\n}\n}\n"
    if len(text) > BYTES_MOST:
        raise FileProblem(_("The workshop is too large to save (more than 32 MB). Delete what is not needed."))
    return text


def _encode_slice(part: Slice, *, proven: bool = False) -> bytes:
    """The text of a slice. ``proven``: it was just read from such text, so reading it again would tell nothing."""
    kind = type(part)
    known = _last.get(kind)
    if known is not None and known[0] is part:
        return known[1]
    fields = [b'"version": %d' % kind.version]
    held = {name: getattr(part, name) for name in kind.model_fields}
    unknown = {name: value for name, value in (part.__pydantic_extra__ or {}).items() if name != "version"}
    fields += [to_json(name) + b": " + _encode_field(value) for name, value in {**held, **unknown}.items()]
    text = b"{\n" + b",\n".join(fields) + b"\n}"
    if not proven:
        with _collector_paused():
            kind.model_validate_json(text)
    _last[kind] = part, text
    return text


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Python's cycle collector looks at every new object again and again while thousands of entities are made: it
    costs a third of the time of reading, and there are no cycles."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _encode_field(value: Any) -> bytes:
    if not (isinstance(value, (tuple, list)) and value and isinstance(value[0], (BaseModel, dict))):
        return to_json(value)
    return b"[\n" + b",\n".join([_encode_item(item) for item in value]) + b"\n]"


def _encode_item(item: Any) -> bytes:
    # The model's own serialiser spares a look-up per entity: a third of the time of saving.
    return item.__pydantic_serializer__.to_json(item) if isinstance(item, BaseModel) else to_json(item)


def _encode_foreign(data: Any) -> bytes:
    if not isinstance(data, dict):
        return to_json(data)
    return b"{\n" + b",\n".join(to_json(key) + b": " + _encode_field(value) for key, value in data.items()) + b"\n}"


def decode(text: bytes, kinds: Sequence[type[Slice]]) -> Reading:
    """The document in ``text``, with slices of these ``kinds``; others are kept as read.

    Raises FileProblem, with one sentence, for anything that is not a sound workshop file.
    """
    if len(text) > BYTES_MOST:
        raise FileProblem(_("The file is larger than 32 MB and is not read. Check that it is a workshop file."))
    return _decode_own(text, tuple(kinds)) or _decode_carefully(text, tuple(kinds))


@cache
def _envelope(kinds: tuple[type[Slice], ...]) -> type[BaseModel]:
    """A model of a file of today's version, strict and without any field of its own choice."""
    strict = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)
    fields: dict[str, Any] = {kind.key: (kind | None, None) for kind in kinds}
    slices = create_model("Slices", __config__=ConfigDict(strict=True, extra="allow", allow_inf_nan=False), **fields)
    return create_model(
        "Envelope",
        __config__=strict,
        format=(str, ...),
        schema_=(int, ...),
        min_reader=(int, ...),
        app=(str, ...),
        doc_id=(str, ...),
        sha256=(str, ...),
        slices=(slices, ...),
    )


def _decode_own(text: bytes, kinds: tuple[type[Slice], ...]) -> Reading | None:
    """The fast way: None unless the text is exactly what this program would write."""
    try:
        with _collector_paused():
            envelope: Any = _envelope(kinds).model_validate_json(text.replace(b'"schema": 1,', b'"schema_": 1,', 1))
    except ValidationError:
        return None
    held = {kind: getattr(envelope.slices, kind.key) for kind in kinds}
    slices = {kind: _without_version(part) for kind, part in held.items() if part is not None}
    document = Document(slices, dict(envelope.slices.__pydantic_extra__ or {}), envelope.doc_id)
    for part in slices.values():
        _encode_slice(part, proven=True)
    if encode(document) != text or _entity_count(document) > ENTITIES_MOST:
        return None
    return _checked(document, ())


def _without_version(part: Slice) -> Slice:
    (part.__pydantic_extra__ or {}).pop("version", None)
    return part


def _entity_count(document: Document) -> int:
    return sum(len(part.by_id) for part in document.slices.values())


def _checked(document: Document, repairs: tuple[str, ...], writable: bool = True) -> Reading:
    """The reading, with references that point nowhere taken out."""
    lost = dangling(document)
    if lost:
        document = remove(document, lost)
        sentence = ngettext(
            "{n} reference to something that is not in the file was taken out.",
            "{n} references to things that are not in the file were taken out.",
            len(lost),
        )
        repairs = (*repairs, sentence.format(n=len(lost)))
    return Reading(document, repairs, writable)


def _decode_carefully(text: bytes, kinds: tuple[type[Slice], ...]) -> Reading:
    data = _parse(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FileProblem(_("This is not a Foresight workshop file. Choose a file that ends in .foresight."))
    minimum, schema, slices = data.get("min_reader"), data.get("schema"), data.get("slices")
    if type(minimum) is not int or type(schema) is not int or schema < 1 or not isinstance(slices, dict):
        raise FileProblem(_("The beginning of the file is damaged. Open a backup of the workshop."))
    _require_shallow(data)
    repairs = list(_repaired_text(slices))
    known = {kind.key: kind for kind in kinds}
    parts = {known[key]: _slice(known[key], value) for key, value in slices.items() if key in known}
    foreign = {key: value for key, value in slices.items() if key not in known}
    document = Document(parts, foreign)
    if re.fullmatch(r"[A-Za-z0-9_-]{1,64}", str(data.get("doc_id", ""))):
        document = replace(document, doc_id=str(data["doc_id"]))
    document, doubled = _without_doubles(document)
    if doubled:
        repairs.append(
            ngettext(
                "{n} entry that had the identifier of another was taken out.",
                "{n} entries that had the identifier of another were taken out.",
                doubled,
            ).format(n=doubled)
        )
    if _entity_count(document) > ENTITIES_MOST:
        raise FileProblem(_("The file holds more than 100,000 entries and is not read."))
    return _checked(document, tuple(repairs), writable=minimum <= SCHEMA)


def _parse(text: bytes) -> Any:
    if not text.strip():
        raise FileProblem(_("The file is empty. Open a backup of the workshop."))
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileProblem(_("The file is in UTF-16. Save it as UTF-8 and open it again."))
    try:
        return json.loads(
            text.decode("utf-8-sig"),
            object_pairs_hook=_unique,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except UnicodeDecodeError as error:
        raise FileProblem(
            _("The file is damaged: byte {position} is not UTF-8. Open a backup.").format(position=error.start + 1)
        ) from error
    except json.JSONDecodeError as error:
        raise FileProblem(
            _("The file is damaged or was cut off at line {line}. Open a backup of the workshop.").format(
                line=error.lineno
            ),
            details=str(error),
        ) from error
    except (RecursionError, ValueError) as error:
        raise FileProblem(
            _("The file holds something that no workshop file holds: {what}.").format(what=_reason(error))
        ) from error


def _reason(error: Exception) -> str:
    return _("brackets nested too deep") if isinstance(error, RecursionError) else str(error)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(_("the field {name} twice in one place").format(name=clean_prose(twice, 40)))
    return found


def _no_constant(text: str) -> float:
    raise ValueError(_("the number {text}").format(text=text))


def _finite(text: str) -> float:
    value = float(text)
    if abs(value) == float("inf"):
        raise ValueError(_("the number {text}").format(text=text[:40]))
    return value


def _require_shallow(data: Any) -> None:
    level = [data]
    for _depth in range(DEPTH_MOST):
        level = [child for item in level for child in _children(item)]
        if not level:
            return
    raise FileProblem(_("The file is nested deeper than any workshop file and is not read."))


def _children(item: Any) -> Iterator[Any]:
    if isinstance(item, dict):
        yield from item.values()
    elif isinstance(item, list):
        yield from item


def _repaired_text(slices: dict[str, Any]) -> Iterator[str]:
    """Clean every string in place; says so once when any was changed."""
    changed = 0

    def clean(item: Any) -> Any:
        nonlocal changed
        if isinstance(item, str):
            fresh = clean_prose(item, len(item))
            changed += fresh != item
            return fresh
        if isinstance(item, dict):
            for key, value in item.items():
                item[key] = clean(value)
        elif isinstance(item, list):
            item[:] = [clean(value) for value in item]
        return item

    clean(slices)
    if changed:
        yield ngettext(
            "Invisible characters were taken out of {n} text.",
            "Invisible characters were taken out of {n} texts.",
            changed,
        ).format(n=changed)


def _slice(kind: type[Slice], data: Any) -> Slice:
    if not isinstance(data, dict) or type(data.get("version", 1)) is not int:
        raise FileProblem(_("The part {name} of the file is damaged. Open a backup.").format(name=kind.key))
    data = dict(data)
    version = cast(int, data.pop("version", 1))
    if version < kind.version:
        data = kind.migrate(data, version)
    try:
        return kind.model_validate_json(to_json(data))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = " > ".join(str(step + 1) if isinstance(step, int) else step for step in (kind.key, *first["loc"]))
        raise FileProblem(
            _("The file holds a value that does not fit at {place}. Correct it there or open a backup.").format(
                place=place
            ),
            details=str(error),
        ) from error


def _without_doubles(document: Document) -> tuple[Document, int]:
    """The document where every id stands once (the first stays), and how many entries went."""
    seen: set[str] = set()
    doubled = 0
    for part in list(document.slices.values()):
        changes: dict[str, Any] = {}
        for name in type(part).model_fields:
            held = getattr(part, name)
            if not (isinstance(held, tuple) and held and hasattr(held[0], "id")):
                continue
            kept = []
            for item in held:
                if item.id in seen:
                    doubled += 1
                else:
                    seen.add(item.id)
                    kept.append(item)
            if len(kept) < len(held):
                changes[name] = tuple(kept)
        if changes:
            document = document.put(part.but(**changes))
    return document, doubled


def slices_of(text: bytes) -> Mapping[str, Any]:
    """The slices of a workshop file as plain data, for looking at; raises ValueError when it is no JSON."""
    data = from_json(text)
    return cast(Mapping[str, Any], data["slices"])
