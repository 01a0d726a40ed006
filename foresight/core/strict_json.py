"""JSON from strangers: plain data, or a FileProblem with one sentence."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn

from foresight.core.problems import FileProblem
from foresight.core.text import clean_prose
from foresight.core.words import _

BYTES_MOST = 32 * 1024 * 1024
PARTS_MOST = 150_000
"""Objects and lists. Each costs memory many times its text; a workshop with 3,000 trends has 56,000."""
VALUES_MOST = 1_000_000
FIELDS_MOST = 20_000
"""In one object."""
DEPTH_MOST = 40
DIGITS_MOST = 400

_token = re.compile(r'("[^"\\]*+(?:\\.[^"\\]*+)*+")\s*+(:?)|[{}]|[-+\w.]+')
"""A string and whether it names a field, a bracket of an object, or a number or word."""

_string = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)

# Characters that clean_prose takes out or replaces (JSON itself refuses those below the blank), and the escapes that
# may stand for them. An escaped backslash before a letter is caught too, which only costs time.
_suspicious = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]" + r'|\\[^"\\/nt]')


def is_bearable(text: bytes) -> bool:
    """Whether a text may be read without taking too much memory. What people write in their texts does not count."""
    if len(text) > BYTES_MOST:
        return False
    commas = text.count(b",")
    if commas > 4 * VALUES_MOST:
        return False
    if commas <= VALUES_MOST and _holds_few_parts(text):
        return True
    bare = _string.sub(b"", text)
    return bare.count(b",") <= VALUES_MOST and _holds_few_parts(bare)


def _holds_few_parts(text: bytes) -> bool:
    return text.count(b"{") + text.count(b"[") <= PARTS_MOST


def parse(text: bytes) -> tuple[Any, int]:
    """The data in ``text``, and how many strings in it had characters that nobody can see (they are taken out).

    Raises FileProblem for what is not UTF-8 and JSON, and for what JSON allows and no program writes: a field twice in
    one place, numbers that are none, thousands of digits or of brackets.
    """
    if not text.strip():
        raise FileProblem(_("The file is empty. Open a backup of the workshop."))
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FileProblem(_("The file is in UTF-16. Save it as UTF-8 and open it again."))
    try:
        string = text.decode("utf-8-sig")
        data = json.loads(
            string, object_pairs_hook=_unique, parse_constant=_odd_number, parse_float=_finite, parse_int=_whole
        )
    except _Twice as error:
        _refuse(
            _("the field {name} twice in one place").format(name=_short(error.word)), _line_twice(string, error.word)
        )
    except _OddNumber as error:
        _refuse(_("the number {text}").format(text=_short(error.word)), _line_of(string, error.word))
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
    except RecursionError:
        _refuse(_("brackets nested too deep"))
    _require_shallow(data)
    return _cleaned(data) if _suspicious.search(string) else (data, 0)


class _Odd(Exception):
    """Something that JSON allows and no program writes."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


class _Twice(_Odd):
    """The name of a field that stands twice in one place."""


class _OddNumber(_Odd):
    """The digits or the word that is no number here."""


def _refuse(what: str, line: int | None = None) -> NoReturn:
    said = _("The file holds something that no workshop file holds: {what}. Open a backup of the workshop.")
    if line is not None:
        what = _("{what} (line {line})").format(what=what, line=line)
    raise FileProblem(said.format(what=what))


def _short(word: str) -> str:
    return clean_prose(word if len(word) <= 40 else f"{word[:40]}…", 41)


def _line_of(string: str, word: str) -> int:
    """The line of a number or word outside all texts."""
    return _line_at(string, next(token.start() for token in _token.finditer(string) if token[0].startswith(word)))


def _line_twice(string: str, name: str) -> int:
    """The line where a field of this name is for the second time in one object."""
    is_named = []
    for token in _token.finditer(string):
        if token[0] == "{":
            is_named.append(False)
        elif token[0] == "}":
            is_named.pop()
        elif token[2] and json.loads(token[1]) == name:
            if is_named[-1]:
                return _line_at(string, token.start())
            is_named[-1] = True
    raise AssertionError(name)


def _line_at(string: str, place: int) -> int:
    return string.count("\n", 0, place) + 1


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(pairs) > FIELDS_MOST:
        _refuse(_("thousands of fields in one place"))
    if len(found) < len(pairs):
        raise _Twice(Counter(key for key, _value in pairs).most_common(1)[0][0])
    return found


def _odd_number(text: str) -> NoReturn:
    raise _OddNumber(text)


def _finite(text: str) -> float:
    value = float(text)
    if abs(value) == float("inf"):
        _odd_number(text)
    return value


def _whole(text: str) -> int:
    if len(text) > DIGITS_MOST:
        _odd_number(text)
    return int(text)


def _require_shallow(data: Any) -> None:
    level = [data]
    for _depth in range(DEPTH_MOST):
        level = [child for item in level for child in _children(item)]
        if not level:
            return
    _refuse(_("brackets nested too deep"))


def _children(item: Any) -> Iterator[Any]:
    if isinstance(item, dict):
        yield from item.values()
    elif isinstance(item, list):
        yield from item


def _cleaned(data: Any) -> tuple[Any, int]:
    """``data`` with every string cleaned in place, and how many were changed."""
    changed = 0

    def clean(item: Any) -> Any:
        nonlocal changed
        if isinstance(item, str):
            fresh = clean_prose(item, len(item))
            changed += fresh != item
            return fresh
        if isinstance(item, dict):
            for key, value in item.items():
                if clean_prose(key, len(key)) != key:
                    _refuse(_("invisible characters in the name of a field"))
                item[key] = clean(value)
        elif isinstance(item, list):
            item[:] = [clean(value) for value in item]
        return item

    return clean(data), changed
