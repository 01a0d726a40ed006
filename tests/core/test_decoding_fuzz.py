"""Whatever happens to the bytes of a good file, it is read soundly or refused with a sentence; nothing else."""

import copy
import hashlib
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.decoding import decode
from foresight.core.encoding import encode
from foresight.core.methods import slice_kinds
from foresight.core.problems import FileProblem
from foresight.core.survey import references
from tests.core.samples import small_workshop

KINDS = slice_kinds()
GOOD = encode(small_workshop())
DATA = json.loads(GOOD)

quick = settings(max_examples=300, deadline=None)
places = st.integers(0, len(GOOD))


def survive(text: bytes) -> None:
    """The text is refused, or it gives a document that is sound, can be saved and comes back the same."""
    try:
        reading = decode(text, KINDS)
    except FileProblem:
        return
    assert references(reading.document) == (set(), set())
    written = encode(reading.document)
    again = decode(written, KINDS)
    assert again.document == reading.document
    assert again.repairs == ()
    assert encode(again.document) == written


def with_checksum(text: bytes) -> bytes:
    """``text`` with the checksum of its own slices, so that damage does not show by it."""
    body = text.partition(b'"slices": {\n')[2].removesuffix(b"\n}\n}\n")
    return re.sub(rb'"sha256": "[^"]*"', b'"sha256": "%s"' % hashlib.sha256(body).hexdigest().encode(), text, count=1)


@quick
@given(places)
def test_cut_off(end: int) -> None:
    survive(GOOD[:end])


@quick
@given(places, places)
def test_a_piece_missing(one: int, other: int) -> None:
    survive(with_checksum(GOOD[: min(one, other)] + GOOD[max(one, other) :]))


@quick
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(1, 255)), min_size=1, max_size=4), st.booleans())
def test_bytes_flipped(flips: list[tuple[int, int]], hide: bool) -> None:
    text = bytearray(GOOD)
    for place, mask in flips:
        text[place] ^= mask
    survive(with_checksum(bytes(text)) if hide else bytes(text))


@quick
@given(places, places, places)
def test_a_piece_of_the_file_put_in_elsewhere(one: int, other: int, to: int) -> None:
    piece = GOOD[min(one, other) : max(one, other)]
    survive(with_checksum(GOOD[:to] + piece + GOOD[to:]))


@quick
@given(
    places, st.binary(max_size=12) | st.sampled_from([b"\\ud800", b"NaN", b"1e400", b'"id":"t1",', b"\xff", b"[" * 99])
)
def test_something_strange_put_in(to: int, strange: bytes) -> None:
    survive(with_checksum(GOOD[:to] + strange + GOOD[to:]))


@quick
@given(st.binary(max_size=60))
def test_any_bytes(text: bytes) -> None:
    survive(text)


lines = GOOD.splitlines(keepends=True)


@quick
@given(st.lists(st.sampled_from(lines), max_size=30), st.integers(0, 9))
def test_lines_lost_doubled_and_mixed_as_in_a_merge(mixed: list[bytes], head: int) -> None:
    survive(with_checksum(b"".join(lines[:head] + mixed + lines[-2:])))


@quick
@given(st.data())
def test_lines_swapped(data: st.DataObject) -> None:
    one, other = (data.draw(st.integers(8, len(lines) - 1)) for _ in range(2))
    changed = list(lines)
    changed[one], changed[other] = changed[other], changed[one]
    survive(with_checksum(b"".join(changed)))


text_values = st.text(max_size=5) | st.sampled_from(["t1", "d1", "d2", "g1", "s1", "q1", "low", "x" * 300, "\ud800"])
plain_values = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | text_values
)
json_values = st.recursive(
    plain_values,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text_values, inner, max_size=3),
    max_leaves=6,
)


def paths(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The places in the data that can be replaced."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [place for key, value in inner for place in [(*at, key), *paths(value, (*at, key))]]


@quick
@given(st.lists(st.tuples(st.sampled_from(paths(DATA)), json_values), min_size=1, max_size=3))
def test_any_value_replaced_by_any_other(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    data = copy.deepcopy(DATA)
    for (*way, last), value in changes:
        place = data
        try:
            for step in way:
                place = place[step]
            place[last] = copy.deepcopy(value)
        except (LookupError, TypeError):
            continue  # an earlier change took this place away
    survive(json.dumps(data).encode())


openings = [match.end() for match in re.finditer(rb"\{\n?(?=\")", GOOD)]


@quick
@given(st.sampled_from(openings), text_values)
def test_a_field_twice_is_never_read_as_if_it_stood_there_once(opening: int, name: str) -> None:
    field = json.dumps(name).encode() + b":1,"
    with pytest.raises(FileProblem):
        decode(with_checksum(GOOD[:opening] + field + field + GOOD[opening:]), KINDS)
