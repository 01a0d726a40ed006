"""Solutions and tables of the matrix, out and in."""

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.history import together
from foresight.core.problems import Problem
from foresight.core.progress import no_tick
from foresight.core.proposals import Proposal, changes
from foresight.core.words import speaking
from foresight.methods.cib import exchange_matrix, exchange_sl
from foresight.methods.cib.analysis import board
from foresight.methods.cib.model import CrossImpact, add_descriptor, keep, set_impact
from foresight.methods.cib.sl import parse
from foresight.methods.cib.tests.matrices import somewhereland_expected
from foresight.methods.cib.tests.samples import chosen, somewhereland_document

SOLUTIONS = """$ ScenarioWizard 3.0
Solution set
2

" 1 2 2 1 1 2",35,0,0,9,"First"
" 1 1 1 1 1 1",1,-3,0,2,""
"""
SIZES = (3, 3, 3, 2, 3, 3)


@pytest.fixture(scope="module")
def document() -> Document:
    """The worked example."""
    return somewhereland_document()


def proposed(kind: object, text: str | bytes, path: Path, document: Document) -> Proposal:
    """What a file with this text proposes."""
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    found: Proposal = kind.read(document, path, no_tick)  # type: ignore[attr-defined]
    return found


# Solutions


def test_solutions_have_their_figures_and_names(document: Document) -> None:
    named = keep(chosen(document, (1, 3, 1, 2, 3, 3)), name='Say "no"').apply(document)
    lines = exchange_sl.write(named, ".sl").decode("cp1252").split("\r\n")

    assert lines[:4] == ["$ ScenarioWizard 3.0", "Solution set", "10", ""]
    expected = sorted(somewhereland_expected()["scenarios_1based"], key=lambda each: each["z"])
    assert lines[4:] == [
        f'" {" ".join(map(str, each["z"]))}",{each["basin_global"]},{each["consistency_value"]},0,{each["TIS"]},'
        + ("\"Say 'no'\"" if each["z"] == [1, 3, 1, 2, 3, 3] else '""')
        for each in expected
    ] + [""]


def test_solutions_of_nothing() -> None:
    assert exchange_sl.write(Document(), ".sl").endswith(b"\r\n0\r\n\r\n")


def test_solutions_are_kept_once(document: Document, tmp_path: Path) -> None:
    proposal = proposed(exchange_sl, SOLUTIONS, tmp_path / "a.sl", document)
    after = proposal.edit.apply(document)
    kept = after[CrossImpact].combinations

    assert [(each.variants, each.name) for each in kept] == [
        (chosen(document, (1, 2, 2, 1, 1, 2)), "First"),
        (chosen(document, (1, 1, 1, 1, 1, 1)), ""),
    ]
    assert (proposal.remarks, len(changes(document, proposal))) == ((), 2)
    assert proposal.notes == (
        "1 of the combinations does not hold together here: it may come from another version of the matrix.",
    )
    assert proposal.edit.apply(after) is after


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("$ S", "S", "Line 1: A file of solutions begins with “$ ScenarioWizard 3.0”, and this one does not."),
        ("Solution set", "&A", "Line 2: Here “Solution set” is needed. A project has a name that ends in .scw."),
        ("\n2\n", "\nmany\n", "Line 3: Here the number of combinations is needed."),
        (' 1 2 2 1 1 2"', ' 1 2 2 1 1"', "Line 5: The combination has 5 variants, and the workshop has 6 descriptors "
                                         "with variants."),
        (" 1 2 2 1", " 1 2 2 3", "Line 5: Descriptor 4 has 2 variants, and variant 3 is named here."),
        (" 1 2 2 1", " 0 2 2 1", "Line 5: Descriptor 1 has 3 variants, and variant 0 is named here."),
        ('1",1,-3', '1",1-3', "Line 6: “\" 1 1 1 1 1 1\",1-3,0,2,\"\"” is no combination: variants in quotation marks, "
                              "four numbers and a comment are needed."),
        ('" 1 2', '" 1 1 1 1 1 1",1,1,0,1,""\n' * 500 + '" 1 2',
         "Line 505: There are more than 500 combinations in the file. Keep in it those that the team works with."),
    ],
)  # fmt: skip
def test_malformed_solutions_are_refused_with_the_line(old: str, new: str, said: str) -> None:
    assert old in SOLUTIONS
    with pytest.raises(Problem) as refused:
        parse(SOLUTIONS.replace(old, new, 1).encode(), SIZES)
    assert refused.value.message == said


def test_a_file_that_was_cut_off_is_remarked_on() -> None:
    found, remarks = parse(SOLUTIONS.replace("\n2\n", "\n1241136\n").encode(), SIZES)

    assert len(found) == 2
    assert [each.text for each in remarks] == [
        "line 3: The file says that it holds 1241136 combinations, and there are 2."
    ]


def test_solutions_without_a_matrix_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        proposed(exchange_sl, SOLUTIONS, tmp_path / "a.sl", Document())
    assert refused.value.message == (
        "A file of solutions makes sense only with its matrix. Import the project (.scw) first."
    )


LINES = SOLUTIONS.split("\n")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 5), st.text(max_size=30), st.integers(0, 20))
def test_damaged_solutions_are_read_or_refused(at: int, text: str, place: int) -> None:
    lines = [*LINES]
    lines[at] = lines[at][:place] + text + lines[at][place + len(text) :]
    try:
        found, _remarks = parse("\n".join(lines).encode("utf-8", "replace"), SIZES)
    except Problem as problem:
        assert problem.message.startswith("Line ")  # noqa: PT017 - or else it is read
        return
    assert all(len(each.states) == 6 for each in found)


# Tables


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_matrix_as_a_table_comes_back(document: Document, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"m{ending}"
    with speaking("nb"):
        data = exchange_matrix.write(document, ending)
    new = proposed(exchange_matrix, data, path, Document(doc_id="d"))
    after = new.edit.apply(Document(doc_id="d"))

    assert new.remarks == ()
    assert board(after).matrix.scores.tolist() == board(document).matrix.scores.tolist()
    assert board(after).matrix.sizes == SIZES
    assert proposed(exchange_matrix, data, path, document).edit.apply(document) is document
    assert proposed(exchange_matrix, data, path, after).edit.apply(after) is after


def test_how_the_table_looks(tmp_path: Path) -> None:
    document = together("", [add_descriptor("=Gov", ["open", "shut"]), add_descriptor("Eco", ["up"])]).apply(Document())
    opened, _shut, up = (variant.id for variant in document[CrossImpact].variants)
    document = set_impact(opened, up, value=-2).apply(document)
    document = set_impact(up, opened, value=0, confidence=2).apply(document)
    lines = exchange_matrix.write(document, ".csv").decode("utf-8-sig").splitlines()

    assert lines == [
        ",acts on →,'=Gov,'=Gov,Eco", ",,open,shut,up", "'=Gov,open,–,–,-2", "'=Gov,shut,–,–,", "Eco,up,0,,–",
    ]  # fmt: skip
    path = tmp_path / "m.xlsx"
    path.write_bytes(exchange_matrix.write(document, ".xlsx"))
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(path).worksheets[0].iter_rows()]
    assert rows[2] == ["=Gov", "open", "–", "–", -2]


def test_a_table_changes_what_it_names_and_adds_what_is_new(tmp_path: Path) -> None:
    document = add_descriptor("Gov", ["open", "shut"]).apply(Document(doc_id="d"))
    table = ";;gov;;Eco;\n;;Open;shut;up;down\nGov;open;–;–;2;-2\n;Shut;;;0;1,5\nEco;up;x;+3;;\n;;1;;;\n"
    proposal = proposed(exchange_matrix, table, tmp_path / "m.csv", document)
    after = proposal.edit.apply(document)
    part = after[CrossImpact]

    assert [each.title for each in part.descriptors] == ["Gov", "Eco"]
    assert [each.title for each in part.variants] == ["open", "shut", "up", "down"]
    named = {each.id: each.title for each in part.variants}
    assert {(named[each.source], named[each.target]): each.value for each in part.impacts} == {
        ("open", "up"): 2, ("open", "down"): -2, ("up", "shut"): 3,
    }  # fmt: skip
    assert [each.text for each in proposal.remarks] == [
        "row 4, column F: “1,5” is no judgement: a whole number from −20 to 20 is needed. It is left out.",
        "row 6, column C: This cell has no variant in its row or column. It is left out.",
    ]


def test_equal_names_are_told_apart_by_numbers(tmp_path: Path) -> None:
    edits = [add_descriptor("A", ["x", "x"]), add_descriptor("A", ["x", ""])]
    document = together("", edits).apply(Document(doc_id="d"))
    variants = [variant.id for variant in document[CrossImpact].variants]
    document = set_impact(variants[1], variants[3], value=1).apply(document)
    data = exchange_matrix.write(document, ".csv")

    assert data.decode("utf-8-sig").splitlines()[1] == ",,x,x (2),x,B2"
    assert proposed(exchange_matrix, data, tmp_path / "m.csv", document).edit.apply(document) is document


NO_MATRIX = "There is no matrix here: two rows and two columns in front must hold descriptors and variants."


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("a;b;c\n", NO_MATRIX),
        (";A1;A2;B1\nA1;0;0;2\nA2;0;0;-1\nB1;1;-1;0\n", NO_MATRIX),
        (
            ";;A;A\n;;x;X\nA;x;;\n",
            "row 2, column D: the variant “X” of “A” comes twice. Give every variant a name of its own.",
        ),
        (";;" + "A;" * 9 + "\n;;1;2;3;4;5;6;7;8;9\nA;1;\n", "“A” would have more than 8 variants."),
    ],
)
def test_tables_that_are_no_matrix_are_refused(table: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(Problem) as refused:
        proposed(exchange_matrix, table, tmp_path / "m.csv", Document())
    assert refused.value.message == said
