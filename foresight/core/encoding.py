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
READ_AT_ONCE = 100
"""Things of a slice that are read again together before they are saved."""

_last: dict[type[Slice], tuple[Slice, bytes]] = {}
"""The text of the latest slice of each kind: what an edit left alone is not written anew at the next save."""


def encode(document: Document) -> bytes:
    """The document as the text of a workshop file, checked that it can be read again.

    Raises FileProblem when it is larger than may be read again.
    """
    text = b"".join(_file_parts(document, __version__))
    if not is_bearable(text):
        raise FileProblem(_("The workshop is too large to save (more than 32 MB). Delete what is not needed."))
    return text


def is_file_text(text: bytes, document: Document, app: str) -> bool:
    """Whether ``text`` is just what the program of version ``app`` would write."""
    end = 0
    for part in _file_parts(document, app):
        if not text.startswith(part, end):
            return False
        end += len(part)
    return end == len(text)


def _file_parts(document: Document, app: str) -> list[bytes]:
    """A workshop file as the program of version ``app`` would write it, in parts that follow each other."""
    body = _body_parts(document)
    head = {
        "format": FORMAT,
        "schema": SCHEMA,
        "min_reader": MIN_READER,
        "app": app,
        "doc_id": document.doc_id,
        "sha256": _checksum(body),
    }
    lines = [to_json(key) + b": " + to_json(value) + b",\n" for key, value in head.items()]
    return [b"{\n", *lines, b'"slices": {\n', *body, b"\n}\n}\n"]


def body_checksum(document: Document) -> str:
    """The checksum in the file: of the text of all slices."""
    return _checksum(_body_parts(document))


def _checksum(parts: list[bytes]) -> str:
    checksum = hashlib.sha256()
    for part in parts:
        checksum.update(part)
    return checksum.hexdigest()


def _body_parts(document: Document) -> list[bytes]:
    texts = {kind.key: slice_text(part) for kind, part in document.slices.items()}
    texts |= {key: _foreign_text(data) for key, data in document.foreign.items()}
    parts = [part for key in sorted(texts) for part in (b",\n", to_json(key) + b": ", texts[key])]
    return parts[1:]


def slice_text(part: Slice, *, proven: bool = False) -> bytes:
    """The text of a slice. ``proven``: it was just read from such text, so reading it again would tell nothing."""
    kind = type(part)
    known = _last.get(kind)
    if known is not None and known[0] is part:
        return known[1]
    held = {name: getattr(part, name) for name in kind.model_fields}
    unknown = part.__pydantic_extra__ or {}
    pieces = {name: _pieces(value) for name, value in {**held, **unknown}.items()}
    fields = [to_json(name) + b": " + _joined(text) for name, text in pieces.items()]
    text = b"{\n" + b",\n".join([b'"version": %d' % kind.version, *fields]) + b"\n}"
    if not proven:
        with collector_paused():
            _require_readable(kind, pieces)
    _last[kind] = part, text
    return text


def _require_readable(kind: type[Slice], pieces: dict[str, bytes | list[bytes]]) -> None:
    """Raises pydantic.ValidationError, a ValueError, for a text that could not be read again.

    It is read a few things at a time, because nothing else in the program can go on meanwhile: a window would stand
    still for as long as the largest slice takes.
    """
    lone = [to_json(name) + b": " + text for name, text in pieces.items() if isinstance(text, bytes)]
    kind.model_validate_json(b"{" + b",".join(lone) + b"}")
    lists = {name: texts for name, texts in pieces.items() if isinstance(texts, list)}
    for name, texts in lists.items():
        for at in range(0, len(texts), READ_AT_ONCE):
            few = b",".join(texts[at : at + READ_AT_ONCE])
            kind.model_validate_json(b"{" + to_json(name) + b": [" + few + b"]}")


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


def _pieces(value: Any) -> bytes | list[bytes]:
    """The text of the value of a field; of a list of things, that of each."""
    if not (isinstance(value, (tuple, list)) and value and isinstance(value[0], (BaseModel, dict))):
        return to_json(value)
    kinds = set(map(type, value))
    if len(kinds) == 1 and isinstance(value[0], BaseModel):
        write = value[0].__pydantic_serializer__.to_json  # spares a look-up per entity: a third of the time of saving
        return [write(item) for item in value]
    return list(map(to_json, value))


def _joined(text: bytes | list[bytes]) -> bytes:
    return text if isinstance(text, bytes) else b"[\n" + b",\n".join(text) + b"\n]"


def _foreign_text(data: Any) -> bytes:
    if not isinstance(data, dict):
        return to_json(data)
    return b"{\n" + b",\n".join(to_json(key) + b": " + _joined(_pieces(value)) for key, value in data.items()) + b"\n}"
