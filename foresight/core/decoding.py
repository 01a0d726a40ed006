"""Workshop documents from text.

Reading takes two ways. A text that is just as this program would write it is read by pydantic in one go and written
again: if the same bytes come out, nothing in it can be odd. Any other text (another version, edited by hand, damaged,
hostile) is read slowly and carefully.
"""

import gc
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model
from pydantic_core import to_json

from foresight.core.document import Document, Entity, Id, Slice, Value, new_id
from foresight.core.encoding import FORMAT, SCHEMA, body_checksum, collector_paused, is_file_text, slice_text
from foresight.core.integrity import remove
from foresight.core.problems import FileProblem
from foresight.core.strict_json import is_bearable, parse
from foresight.core.survey import References, Survey
from foresight.core.words import _, ngettext

_BODY_BEGINS = b'"slices": {\n'
_BODY_ENDS = b"\n}\n}\n"
TOLD_MOST = 500
"""Things that were taken out and are told one by one."""


@dataclass(frozen=True)
class Reading:
    """A document that was read, and what had to be done for it."""

    document: Document
    repairs: tuple[str, ...] = ()
    """What was put right, each in a sentence."""
    writable: bool = True
    """False: written by a newer program; saving over it would lose what this one does not know."""
    taken_out: tuple[str, ...] = ()
    """What the repairs took out, thing by thing."""


def decode(text: bytes, kinds: Sequence[type[Slice]]) -> Reading:
    """The document in ``text``, with slices of these ``kinds``; others are kept as read.

    Raises FileProblem, with one sentence, for anything that is not a sound workshop file.
    """
    if not is_bearable(text):
        raise FileProblem(_("The file is larger than any workshop and is not read. Check that it is a workshop file."))
    with collector_paused():
        reading = _decode_own(text, tuple(kinds)) or _decode_carefully(text, tuple(kinds))
        # Counts as old from now on, in no time: else the collector looks at all of it as soon as it may.
        gc.freeze()
        gc.unfreeze()
    return reading


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
        schema_=(int, Field(alias="schema")),
        min_reader=(int, ...),
        app=(str, ...),
        doc_id=(Id, ...),
        sha256=(str, ...),
        slices=(slices, ...),
    )


def _decode_own(text: bytes, kinds: tuple[type[Slice], ...]) -> Reading | None:
    """The fast way: None unless the text is exactly what this program would write."""
    try:
        envelope: Any = _envelope(kinds).model_validate_json(text)
    except ValidationError:
        return None
    held = {kind: getattr(envelope.slices, kind.key) for kind in kinds}
    slices = {kind: _without_version(part) for kind, part in held.items() if part is not None}
    document = Document(slices, dict(envelope.slices.__pydantic_extra__ or {}), envelope.doc_id)
    for part in slices.values():
        slice_text(part, proven=True)
    if not is_file_text(text, document, envelope.app):
        return None
    survey = Survey(document)
    return None if survey.has_doubles else _checked(document, document, survey.references())


def _without_version(part: Slice) -> Slice:
    (part.__pydantic_extra__ or {}).pop("version", None)
    return part


def _signs(item: Any) -> list[Any]:
    """What tells this entry from all others."""
    signs: list[Any] = [item.id] if isinstance(item, Entity) else []
    if isinstance(item, Value) and item.alone:
        signs.append((type(item), attrgetter(*item.alone)(item)))
    return signs


def _without_doubles(document: Document) -> tuple[Document, int]:
    """The document where every entry stands once (the first stays), and how many went."""
    seen: set[Any] = set()
    doubles = 0

    def is_first(item: Any) -> bool:
        signs = _signs(item)
        first = seen.isdisjoint(signs)
        seen.update(signs if first else ())
        return first

    for part in document.slices.values():
        held = {name: getattr(part, name) for name in type(part).model_fields}
        kept = {name: tuple(filter(is_first, items)) for name, items in held.items() if isinstance(items, tuple)}
        doubles += sum(len(held[name]) - len(items) for name, items in kept.items())
        document = document.put(part.but(**kept))
    return document, doubles


def _checked(
    as_read: Document, document: Document, found: References, repairs: tuple[str, ...] = (), writable: bool = True
) -> Reading:
    """The reading, with references that point nowhere (``found``) taken out; ``as_read`` is before any repair."""
    dangling, misdirected = found
    if misdirected:
        raise FileProblem(
            _("The file is damaged: an entry is used as something that it is not. Open a backup of the workshop."),
            details=", ".join(sorted(misdirected)),
        )
    if dangling:
        document = remove(document, dangling)
        sentence = ngettext(
            "{n} reference to something that is not in the file was taken out.",
            "{n} references to things that are not in the file were taken out.",
            len(dangling),
        )
        repairs = (*repairs, sentence.format(n=len(dangling)))
    return Reading(document, repairs, writable, _taken_out(as_read, document))


def _taken_out(before: Document, after: Document) -> tuple[str, ...]:
    if before is after:
        return ()
    from foresight.core.differences import differences, line

    found = differences(before, after)
    more = ngettext("{n} more", "{n} more", len(found) - TOLD_MOST).format(n=len(found) - TOLD_MOST)
    return (*map(line, found[:TOLD_MOST]), *([more] if len(found) > TOLD_MOST else []))


def _decode_carefully(text: bytes, kinds: tuple[type[Slice], ...]) -> Reading:
    data, cleaned = parse(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FileProblem(_("This is not a Foresight workshop file. Choose a file that ends in .foresight."))
    minimum, schema, slices = data.get("min_reader"), data.get("schema"), data.get("slices")
    if type(minimum) is not int or type(schema) is not int or schema < 1 or not isinstance(slices, dict):
        raise FileProblem(_("The beginning of the file is damaged. Open a backup of the workshop."))
    known = {kind.key: kind for kind in kinds}
    writable = minimum <= SCHEMA and not any(_is_newer(known[key], slices[key]) for key in known.keys() & slices.keys())
    try:
        parts = {known[key]: _slice(known[key], value) for key, value in slices.items() if key in known}
    except FileProblem as problem:
        if writable:
            raise
        raise FileProblem(
            _("The file was saved by a newer Foresight and cannot be read by this one. Install the newer one."),
            details=problem.details,
        ) from problem
    foreign = {key: value for key, value in slices.items() if key not in known}
    document = Document(parts, foreign, _doc_id(data.get("doc_id")))
    unlike = not _is_as_written(text, data.get("sha256"), document)
    as_read, survey, doubles = document, Survey(document), 0
    if survey.has_doubles:
        document, doubles = _without_doubles(document)
        survey = Survey(document)
    return _checked(as_read, document, survey.references(), tuple(_repairs(unlike, cleaned, doubles)), writable)


def _is_newer(kind: type[Slice], data: Any) -> bool:
    version = data.get("version") if isinstance(data, dict) else None
    return type(version) is int and version > kind.version


def _slice(kind: type[Slice], data: Any) -> Slice:
    damaged = FileProblem(_("The part {name} of the file is damaged. Open a backup.").format(name=kind.key))
    if not isinstance(data, dict):
        raise damaged
    data = dict(data)
    version = data.pop("version", 1)
    if type(version) is not int or version < 1:
        raise damaged
    if version < kind.version:
        try:
            data = kind.migrate(data, version)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            # A migration may take for granted that an old program wrote what it reads.
            raise damaged from error
    try:
        return kind.model_validate_json(to_json(data))
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = " > ".join(str(step + 1) if isinstance(step, int) else step[:40] for step in (kind.key, *first["loc"]))
        raise FileProblem(
            _("The file holds a value that does not fit at {place}. Correct it there or open a backup.").format(
                place=place
            ),
            details=first["msg"],
        ) from error


def _doc_id(data: Any) -> Id:
    return data if isinstance(data, str) and re.fullmatch(r"[A-Za-z0-9_-]{1,64}", data) else new_id()


def _is_as_written(text: bytes, checksum: Any, document: Document) -> bool:
    """Whether the slices are what the program that wrote the checksum wrote, but for the layout of the text."""
    if not isinstance(checksum, str):
        return True
    start, end = text.find(_BODY_BEGINS) + len(_BODY_BEGINS), text.rfind(_BODY_ENDS)
    return checksum in (hashlib.sha256(text[start:end]).hexdigest(), body_checksum(document))


def _repairs(unlike: bool, cleaned: int, doubles: int) -> Iterator[str]:
    if unlike:
        yield _(
            "Its checksum did not fit: something other than Foresight changed it, or it is damaged. Look it through."
        )
    if cleaned:
        yield ngettext(
            "Invisible characters were taken out of {n} text.",
            "Invisible characters were taken out of {n} texts.",
            cleaned,
        ).format(n=cleaned)
    if doubles:
        sentence = ngettext("{n} double entry was taken out.", "{n} double entries were taken out.", doubles)
        yield sentence.format(n=doubles)
