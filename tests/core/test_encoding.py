"""Workshop documents as text: canonical, readable, and the same after reading."""

import gc
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from foresight import __version__
from foresight.core.decoding import decode
from foresight.core.document import Document, Entity, Slice
from foresight.core.encoding import encode
from foresight.core.folders import SCENARIOS
from foresight.core.methods import slice_kinds
from foresight.core.problems import FileProblem
from foresight.core.text import Line, Prose
from foresight.model.drivers import Drivers
from foresight.model.trends import Trend, Trends, change_trend
from foresight.model.workshop import Workshop
from tests.core.samples import small_workshop

KINDS = slice_kinds()


def reread(document: Document) -> Document:
    return decode(encode(document), KINDS).document


def test_what_was_written_is_read_again() -> None:
    document = small_workshop()
    reading = decode(encode(document), KINDS)
    assert reading.document == document
    assert (reading.repairs, reading.writable) == ((), True)


@pytest.mark.parametrize("document", [Document(), Document({Trends: Trends()}), small_workshop()])
def test_reading_and_writing_gives_the_same_bytes(document: Document) -> None:
    text = encode(document)
    assert encode(decode(text, KINDS).document) == text


@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.foresight")), ids=lambda path: path.name)
def test_the_samples_are_written_as_they_were_read(path: Path) -> None:
    text = path.read_bytes()
    reading = decode(text, KINDS)
    assert (reading.repairs, reading.writable) == ((), True)
    assert encode(reading.document) == text


def test_the_order_in_which_slices_were_made_does_not_matter() -> None:
    document = small_workshop()
    turned = Document(dict(reversed(list(document.slices.items()))), doc_id=document.doc_id)
    assert encode(turned) == encode(document)


def test_one_entity_is_one_line() -> None:
    lines = encode(small_workshop()).decode().splitlines()
    assert [line for line in lines if '"id":"l2"' in line] == [
        '{"id":"l2","source":"d2","target":"d3","strength":1,"sign":"+","potential":false,"delay":"short",'
        '"confidence":null,"rationale":""},'
    ]
    assert '"horizon": 2045,' in lines


def test_a_changed_entity_changes_its_line_and_the_checksum_only() -> None:
    before = small_workshop()
    after = change_trend("t2", title="Maskiner").apply(before)
    pairs = zip(encode(before).splitlines(), encode(after).splitlines(), strict=True)
    changed = [old.split(b":")[0] for old, new in pairs if old != new]
    assert changed == [b'"sha256"', b'{"id"']


def test_the_text_is_utf8_json_that_any_program_reads() -> None:
    text = encode(small_workshop())
    data = json.loads(text)
    assert list(data) == ["format", "schema", "min_reader", "app", "doc_id", "sha256", "slices"]
    assert (data["format"], data["schema"], data["min_reader"], data["app"]) == ("foresight", 1, 1, __version__)
    assert list(data["slices"]) == sorted(data["slices"])
    assert "Færre i arbeid".encode() in text
    assert b"\r" not in text
    assert text.endswith(b"}\n")


def test_the_checksum_is_that_of_the_slices() -> None:
    text = encode(small_workshop())
    body = text.split(b'"slices": {\n')[1].removesuffix(b"\n}\n}\n")
    assert json.loads(text)["sha256"] == hashlib.sha256(body).hexdigest()


def test_a_file_of_another_release_with_the_same_content_is_read_without_a_word() -> None:
    text = encode(small_workshop())
    other = re.sub(rb'"app": "[^"]*"', b'"app": "99.1"', text)
    reading = decode(other, KINDS)
    assert (reading.document, reading.repairs, reading.writable) == (small_workshop(), (), True)
    assert encode(reading.document) == text


def test_unknown_fields_survive_reading_editing_and_saving() -> None:
    data = json.loads(encode(small_workshop()))
    data["slices"]["trends"]["trends"][0]["mood"] = {"deep": [1, {"x": 2.5}], "none": None}
    data["slices"]["trends"]["trends"][0]["evidence"][0]["weight"] = 3
    data["slices"]["trends"]["colours"] = [{"of": "t1"}, {"of": "t2"}]
    data["slices"]["workshop"]["weather"] = "mild"
    document = decode(json.dumps(data).encode(), KINDS).document
    edited = change_trend("t1", title="New").apply(document)
    edited = edited.put(edited[Workshop].but(title="New too"))
    slices = json.loads(encode(reread(edited)))["slices"]
    trend = slices["trends"]["trends"][0]
    assert (trend["title"], trend["mood"]) == ("New", {"deep": [1, {"x": 2.5}], "none": None})
    assert trend["evidence"][0]["weight"] == 3
    assert slices["trends"]["colours"] == [{"of": "t1"}, {"of": "t2"}]
    assert slices["workshop"]["weather"] == "mild"
    assert slices["workshop"]["title"] == "New too"


def test_slices_of_methods_that_are_not_there_are_written_back_byte_by_byte() -> None:
    text = encode(small_workshop())
    few = [kind for kind in KINDS if kind in (Trends, Workshop)]
    reading = decode(text, few)
    assert reading.document.foreign.keys() == {
        "drivers", "groups", "network", "oracle", "orientation", "ratings", "scenarios"
    }  # fmt: skip
    assert encode(reading.document) == text
    edited = change_trend("t2", title="New").apply(reading.document)
    back = decode(encode(edited), KINDS).document
    assert back[Drivers] == small_workshop()[Drivers]
    assert back[Trends].trends[1].title == "New"


@pytest.mark.parametrize("held", [[], {}, None, "text", 5, [1, [2]], {"a": {}}, {"version": 9, "x": [{"y": []}, 3]}])
def test_a_foreign_slice_may_be_anything(held: Any) -> None:
    document = Document({}, {"other": held}, doc_id="x")
    assert reread(document) == document
    assert encode(reread(document)) == encode(document)


class Big(Entity):
    text: Prose = ""


class Bigs(Slice):
    key = "bigs"

    bigs: tuple[Big, ...] = ()
    tags: tuple[tuple[Line, ...], ...] = ()


def test_more_than_could_be_read_again_is_not_written() -> None:
    large = Bigs(bigs=tuple(Big(text="x" * 20_000) for _ in range(1_700)))
    with pytest.raises(FileProblem, match="too large to save"):
        encode(Document().put(large))
    many = Bigs(tags=((),) * 400_000)
    with pytest.raises(FileProblem, match="too large to save"):
        encode(Document().put(many))


class Picky(Slice):
    key = "picky"

    word: Line = ""


def test_what_could_not_be_read_again_is_not_written() -> None:
    broken = Picky.model_construct(word="two\nlines")
    with pytest.raises(ValueError, match="word"):
        encode(Document().put(broken))


def test_what_an_edit_left_alone_is_not_written_anew_but_what_it_changed_is() -> None:
    document = small_workshop()
    encode(document)
    edited = document.put(Trends(trends=(Trend(id="t1", title="Alone"),)))
    assert json.loads(encode(edited))["slices"]["trends"]["trends"][0]["title"] == "Alone"
    assert json.loads(encode(document))["slices"]["trends"]["trends"][0]["title"] == "Færre i arbeid"


def test_the_cycle_collector_works_again_afterwards() -> None:
    encode(small_workshop())
    assert gc.isenabled()
    with pytest.raises(FileProblem):
        decode(b"{", KINDS)
    assert gc.isenabled()
