"""Workshop documents as text: readable JSON, UTF-8, stable order, one entity a line.

Two texts can be compared line by line, and a person can rescue one with an editor. Reading is in decoding.py.
"""

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from foresight import __version__
from foresight.core.document import Document, Slice
from foresight.core.problems import FileProblem
from foresight.core.strict_json import is_bearable
from foresight.core.words import _

FORMAT = "foresight"
SCHEMA = 1
MIN_READER = 1
"""The oldest schema whose programs may write what this one writes."""

_last: dict[type[Slice], tuple[Slice, bytes]] = {}
"""The text of the latest slice of each kind: what an edit left alone is not written anew at the next save."""


def encode(document: Document) -> bytes:
    """The document as the text of a workshop file, checked that it can be read again.

    Raises FileProblem when it is larger than may be read again.
    """
    text = file_text(document, __version__)
    if not is_bearable(text):
        raise FileProblem(_("The workshop is too large to save (more than 32 MB). Delete what is not needed."))
    return text


def file_text(document: Document, app: str) -> bytes:
    """The text of a workshop file as the program of version ``app`` would write it."""
    body = body_text(document)
    head = {
        "format": FORMAT,
        "schema": SCHEMA,
        "min_reader": MIN_READER,
        "app": app,
        "doc_id": document.doc_id,
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    lines = b"".join(to_json(key) + b": " + to_json(value) + b",\n" for key, value in head.items())
    return b"{\n" + lines + b'"slices": {\n' + body + b"\n}\n}\n"


def body_text(document: Document) -> bytes:
    """The text of all slices: what the checksum in the file is of."""
    parts: dict[str, bytes] = {kind.key: slice_text(part) for kind, part in document.slices.items()}
    for key, data in document.foreign.items():
        parts[key] = _foreign_text(data)
    return b",\n".join(to_json(key) + b": " + parts[key] for key in sorted(parts))


def slice_text(part: Slice, *, proven: bool = False) -> bytes:
    """The text of a slice. ``proven``: it was just read from such text, so reading it again would tell nothing."""
    kind = type(part)
    known = _last.get(kind)
    if known is not None and known[0] is part:
        return known[1]
    fields = [b'"version": %d' % kind.version]
    held = {name: getattr(part, name) for name in kind.model_fields}
    unknown = part.__pydantic_extra__ or {}
    fields += [to_json(name) + b": " + _field_text(value) for name, value in {**held, **unknown}.items()]
    text = b"{\n" + b",\n".join(fields) + b"\n}"
    if not proven:
        with collector_paused():
            kind.model_validate_json(text)
    _last[kind] = part, text
    return text


@contextmanager
def collector_paused() -> Iterator[None]:
    """Python's cycle collector looks at every new object again and again while thousands of entities are made: it
    costs a third of the time of reading, and there are no cycles."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _field_text(value: Any) -> bytes:
    if not (isinstance(value, (tuple, list)) and value and isinstance(value[0], (BaseModel, dict))):
        return to_json(value)
    return b"[\n" + b",\n".join([_item_text(item) for item in value]) + b"\n]"


def _item_text(item: Any) -> bytes:
    # The model's own serialiser spares a look-up per entity: a third of the time of saving.
    return item.__pydantic_serializer__.to_json(item) if isinstance(item, BaseModel) else to_json(item)


def _foreign_text(data: Any) -> bytes:
    if not isinstance(data, dict):
        return to_json(data)
    return b"{\n" + b",\n".join(to_json(key) + b": " + _field_text(value) for key, value in data.items()) + b"\n}"
