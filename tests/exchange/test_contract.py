"""What every kind of file keeps to, over whatever methods are installed."""

import csv
import re
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from conftest import SAMPLE_NB
from foresight.core.decoding import decode
from foresight.core.document import Document, Entity
from foresight.core.methods import Exchange, exchanges, resolve, slice_kinds
from foresight.core.problems import Problem
from foresight.core.progress import no_tick
from foresight.core.proposals import Proposal, changes
from foresight.core.words import Language, speaking
from foresight.exchange.formulas import RUNS

WRITTEN = [(one, ending) for _method, one in exchanges("write") for ending in one.endings]
BOTH = [(one, ending) for one, ending in WRITTEN if one.read]
READ = [(one, ending) for _method, one in exchanges("read") for ending in one.endings]


def each(pairs: list[tuple[Exchange, str]]) -> pytest.MarkDecorator:
    """A test for each kind and ending."""
    return pytest.mark.parametrize(("exchange", "ending"), pairs, ids=[f"{one.id}{ending}" for one, ending in pairs])


def written(exchange: Exchange, document: Document, path: Path, language: Language) -> Path:
    """The file that is written in this language."""
    assert exchange.write is not None
    with speaking(language):
        path.write_bytes(resolve(exchange.write)(document, path.suffix))
    return path


def read(exchange: Exchange, document: Document, path: Path) -> Proposal:
    """What the file proposes, in English."""
    assert exchange.read is not None
    found: Proposal = resolve(exchange.read)(document, path, no_tick)
    return found


def test_ids_are_unique_and_endings_small() -> None:
    ids = {one.id for way in ("read", "write") for _method, one in exchanges(way)}
    kinds = {one for way in ("read", "write") for _method, one in exchanges(way)}

    assert len(ids) == len(kinds)
    assert all(one.endings and all(end == end.lower() and end[0] == "." for end in one.endings) for one in kinds)


@each(WRITTEN)
def test_an_empty_workshop_can_be_written(exchange: Exchange, ending: str) -> None:
    assert exchange.write is not None
    assert resolve(exchange.write)(Document(), ending)


@each(BOTH)
def test_what_was_written_changes_nothing_when_it_is_read_into_the_same_workshop(
    exchange: Exchange, ending: str, tmp_path: Path
) -> None:
    document = decode(SAMPLE_NB.read_bytes(), slice_kinds()).document
    path = written(exchange, document, tmp_path / f"f{ending}", "nb")
    proposal = read(exchange, document, path)

    assert proposal.remarks == ()
    assert changes(document, proposal) == ()
    assert proposal.edit.apply(document) is document


@each(BOTH)
def test_an_empty_workshop_gets_what_was_written_and_one_more_reading_adds_nothing(
    exchange: Exchange, ending: str, sample: Document, tmp_path: Path
) -> None:
    path = written(exchange, sample, tmp_path / f"f{ending}", "en")
    first = read(exchange, Document(), path)
    after = first.edit.apply(Document())

    assert first.remarks == ()
    assert changes(Document(), first)
    assert read(exchange, after, path).edit.apply(after) is after


@each([(one, ending) for one, ending in READ if ending != ".xlsx"])
def test_a_file_of_something_else_is_a_problem_in_a_sentence(exchange: Exchange, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"f{ending}"
    path.write_text("<p>Dear diary,\ntoday &amp; tomorrow</p>\n")

    with pytest.raises(Problem) as refused:
        read(exchange, Document(), path)
    assert refused.value.message.endswith((".", "?"))


TABLES = [(one, ending) for one, ending in WRITTEN if ending in (".csv", ".xlsx")]


def running(document: Document) -> Document:
    """The document with a sign before each title, name and other text that makes a formula of it in a spreadsheet."""
    for part in document.slices.values():
        for name in type(part).model_fields:
            held = getattr(part, name)
            if isinstance(held, tuple) and held and isinstance(held[0], Entity):
                document = document.put(document[type(part)].but(**{name: tuple(map(_running, held))}))
    return document


def _running(entity: Entity) -> Entity:
    texts = {name: getattr(entity, name) for name in _limited(type(entity))}
    return entity.but(**{name: f"={text[:100]}" for name, text in texts.items() if text})


@cache
def _limited(kind: type[Entity]) -> list[str]:
    """The fields that hold a text."""
    return [name for name, field in kind.model_json_schema()["properties"].items() if "maxLength" in field]


@each(TABLES)
def test_no_text_runs_as_a_formula(exchange: Exchange, ending: str, sample: Document, tmp_path: Path) -> None:
    path = written(exchange, running(sample), tmp_path / f"f{ending}", "en")
    if ending == ".csv":
        cells = [cell for row in csv.reader(path.read_text("utf-8-sig").splitlines()) for cell in row]
        assert any(cell.startswith("'=") for cell in cells)
        assert not [cell for cell in cells if cell.startswith(RUNS) and not re.fullmatch(r"[+-]?[0-9.]+", cell)]
    else:
        sheets = openpyxl.load_workbook(path).worksheets
        held = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
        assert any(str(cell.value).startswith("=") for cell in held)
        assert {cell.data_type for cell in held} <= {"s", "n"}
