"""Project files of ScenarioWizard come back as they were; only what changed is written anew."""

import codecs
import difflib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foresight.core.decoding import decode
from foresight.core.document import Document
from foresight.core.encoding import encode
from foresight.core.methods import slice_kinds
from foresight.core.proposals import changes
from foresight.methods.cib.exchange_scw import write
from foresight.methods.cib.model import (
    CrossImpact,
    Original,
    add_descriptor,
    add_variant,
    change_descriptor,
    change_variant,
    move_descriptor,
    set_impact,
)
from foresight.methods.cib.scw import Name, Part, Project, keys
from foresight.methods.cib.scw_reading import parse
from foresight.methods.cib.scw_writing import write as write_project
from foresight.methods.cib.tests.projects import HOSTILE, PROJECT, SOMEWHERELAND, SOUND, taken
from foresight.methods.cib.tests.samples import somewhereland_document


def changed_lines(before: bytes, after: bytes) -> list[str]:
    """The lines that went and came."""
    old, new = before.decode("cp1252").split("\n"), after.decode("cp1252").split("\n")
    return [line for line in difflib.unified_diff(old, new, n=0, lineterm="") if line[:2] not in ("--", "++", "@@")]


@pytest.mark.parametrize("name", [*SOUND, "somewhereland"])
def test_a_file_comes_back_byte_for_byte(name: str, tmp_path: Path) -> None:
    data = (SOMEWHERELAND if name == "somewhereland" else HOSTILE / f"{name}.scw").read_bytes()
    document, _proposal = taken(data, tmp_path)
    reopened = decode(encode(document), slice_kinds())

    assert reopened.repairs == ()
    assert write(reopened.document, ".scw") == data
    again, proposal = taken(data, tmp_path, document)
    assert again is document
    assert changes(document, proposal) == ()


@pytest.mark.parametrize(
    "data",
    [
        PROJECT.encode(),
        PROJECT.replace("\n", "\r\n").encode(),
        PROJECT.replace("\n", "\r").encode(),
        codecs.BOM_UTF8 + PROJECT.replace("Taxes", "Skatter på øl").encode(),
        PROJECT.replace("Taxes", "Skatter på øl").encode("cp1252"),
        codecs.BOM_UTF16_BE + PROJECT.encode("utf-16-be"),
        PROJECT.replace("Taxes", "A\u200e\x07B").replace("\n", "\r\n", 3).encode(),
        PROJECT.rstrip("\n").encode(),
    ],
)
def test_line_ends_letters_and_marks_come_back(data: bytes, tmp_path: Path) -> None:
    document, _proposal = taken(data, tmp_path)

    assert write(decode(encode(document), slice_kinds()).document, ".scw") == data


def test_only_the_lines_of_what_changed_are_other_ones(tmp_path: Path) -> None:
    data = PROJECT.replace("\n", "\r\n").encode()
    document, _proposal = taken(data, tmp_path)
    part = document[CrossImpact]
    gov, eco = part.descriptors
    opened, closed, up, _down = part.variants
    for edit in (
        change_variant(opened.id, title="Open, and øpen"),
        change_variant(up.id, colour="123456"),
        set_impact(closed.id, up.id, value=2),
        change_descriptor(eco.id, essay="Money\nand more"),
    ):
        document = edit.apply(document)

    assert changed_lines(data, write(document, ".scw")) == [
        "- Open to all\r", "+ Open, and øpen\r",
        "-FFFFFF\r", "+123456\r",
        "- 0 , 0 ,-3 , 3 \r", "+ 0 , 0 , 2 , 3 \r",
        '-""\r', '+"Money\r', '+and more"\r',
    ]  # fmt: skip
    document = change_descriptor(gov.id, title="State").apply(document)
    after = write(document, ".scw").decode("cp1252")
    assert "# State -> \r\n\"Taxes\"" in after  # fmt: skip
    assert "Government" not in after


def test_a_text_for_which_the_file_has_no_place_brings_all_places(tmp_path: Path) -> None:
    data = (HOSTILE / "ok.scw").read_bytes()
    document, _proposal = taken(data, tmp_path)
    first = document[CrossImpact].descriptors[0].id
    after = write(change_descriptor(first, essay="Why").apply(document), ".scw")

    assert after.startswith(data[: data.index(b"# 0-0")])
    assert parse(after).project.texts == {(0,): "Why"}
    assert after.count(b"\n# ") == 1 + 2 + 4


def test_letters_that_the_file_cannot_hold_make_it_utf8(tmp_path: Path) -> None:
    document, _proposal = taken((HOSTILE / "latin1.scw").read_bytes(), tmp_path)
    first = document[CrossImpact].descriptors[0].id
    after = write(change_descriptor(first, title="Økonomi €").apply(document), ".scw")
    assert "&Økonomi €\n".encode("cp1252") in after
    after = write(change_descriptor(first, title="経済").apply(document), ".scw")
    assert after.startswith(codecs.BOM_UTF8)
    assert parse(after).project.parts[0].name.short == "経済"


def test_a_matrix_of_another_shape_is_written_anew_in_the_usual_form(tmp_path: Path) -> None:
    document, _proposal = taken(PROJECT.encode(), tmp_path)
    eco = document[CrossImpact].descriptors[1].id
    document = add_variant(eco, "sideways").apply(document)
    document = move_descriptor(eco, 0).apply(document)
    data = write(document, ".scw")
    project = parse(data).project

    assert data.startswith(b"$ ScenarioWizard 4.0\r\nA small world\r\n&Eco\r\n -up\r\n -down\r\n -sideways\r\n&Gov")
    assert b"\r\n 0 , 0 , 0 , 1 ,-1 \r\n" in data
    assert (project.sizes, project.colours[1]) == ((3, 2), "00aaFF")
    assert project.texts[1, 0] == "Taxes"
    assert project.texts[()].startswith("Whole:")


def test_reasons_of_judgements_stand_in_the_text_of_their_section_and_do_not_come_back_twice(tmp_path: Path) -> None:
    document = somewhereland_document()
    part = document[CrossImpact]
    source, target = part.variants[0].id, part.variants[3].id
    document = set_impact(source, target, reason="Hard times", value=-2).apply(document)
    data = write(document, ".scw")

    assert parse(data).project.texts == {(0, 1): "A1 → B1 -2: Hard times"}
    again, proposal = taken(data, tmp_path, document)
    assert (again, proposal.remarks) == (document, ())
    assert again is document


def test_a_damaged_copy_of_the_file_counts_for_nothing(tmp_path: Path) -> None:
    document, _proposal = taken(PROJECT.encode(), tmp_path)
    part = document[CrossImpact]
    for data in ("", "AAAA", "A", "eJwDAAAAAAE="):
        broken = document.put(part.but(originals=(Original(packed=data),)))
        assert parse(write(broken, ".scw")).project.rows == parse(PROJECT.encode()).project.rows


def test_a_project_comes_into_a_workshop_that_has_a_matrix(tmp_path: Path) -> None:
    document = add_descriptor("eco", ["Up", "level"]).apply(Document(doc_id="d"))
    eco = document[CrossImpact].descriptors[0]
    after, proposal = taken(PROJECT.encode(), tmp_path, document)
    part = after[CrossImpact]

    assert [each.title for each in part.descriptors] == ["Eco", "Government"]
    assert part.descriptors[0].id == eco.id
    assert [each.title for each in part.variants if each.descriptor == eco.id] == ["up", "level", "down"]
    assert len(part.impacts) == 8
    assert part.originals == ()
    assert {each.change for each in changes(document, proposal)} == {"added", "changed"}


NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8).map(lambda text: " ".join(text.split()))
TEXTS = st.text(st.sampled_from('ab#" \n&ø経'), max_size=12).map(str.strip)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Projects of any small shape, with names and texts full of the marks of the format."""
    parts = draw(st.lists(st.tuples(NAMES, st.lists(NAMES, min_size=1, max_size=3)), min_size=1, max_size=3))
    count = sum(len(variants) for _name, variants in parts)
    cells = st.lists(st.integers(-20, 20), min_size=count, max_size=count)
    texts = {key: draw(TEXTS) for key in keys(len(parts))}
    return Project(
        draw(NAMES),
        tuple(Part(Name(name, draw(NAMES)), tuple(Name(each, draw(NAMES)) for each in held)) for name, held in parts),
        tuple(draw(st.from_regex("[0-9A-Fa-f]{6}", fullmatch=True)) for _row in range(count)),
        tuple(tuple(draw(cells)) for _row in range(count)),
        {key: text for key, text in texts.items() if text},
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(project=projects())
def test_what_is_written_is_read_as_it_was_and_workshops_keep_it(project: Project, tmp_path: Path) -> None:
    data = write_project(project)
    held = parse(data).project
    assert (held.sizes, held.colours, held.rows) == (project.sizes, project.colours, project.rows)
    document, proposal = taken(data, tmp_path)
    assert proposal.remarks == ()
    assert write(document, ".scw") == data
