"""The figures, and the command ``cib``: JSON for programs, a table for people, one sentence for every error."""

import json
import signal
from pathlib import Path

import numpy as np
import pytest

from foresight import cli
from foresight.core.document import Document
from foresight.core.history import together
from foresight.core.storage import save
from foresight.methods.cib.analysis import solve
from foresight.methods.cib.engine.matrix import Matrix
from foresight.methods.cib.engine.search import Domains, _Search
from foresight.methods.cib.model import CrossImpact, exclude, force, keep, set_tolerance
from foresight.methods.cib.summary import figures, found, weighed
from foresight.methods.cib.tests.matrices import somewhereland_expected
from foresight.methods.cib.tests.projects import HOSTILE, SOMEWHERELAND
from foresight.methods.cib.tests.samples import chosen, document_of, somewhereland_document

Out = pytest.CaptureFixture[str]


def run(capsys: Out, *arguments: object) -> tuple[int, str, str]:
    """The exit status and what was said on standard output and on standard error."""
    status = cli.main(["cib", *(str(argument) for argument in arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


def workshop(document: Document, folder: Path) -> Path:
    """A file with this document."""
    path = folder / "w.foresight"
    save(document, path, None)
    return path


def test_a_project_as_json_exactly_as_promised(capsys: Out) -> None:
    status, out, err = run(capsys, SOMEWHERELAND, "--weights", "--json")
    answer = json.loads(out)
    expected = sorted(somewhereland_expected()["scenarios_1based"], key=lambda each: each["z"])

    assert (status, err, out.count("\n")) == (0, "", 1)
    assert list(answer) == ["descriptors", "variants", "space", "count", "complete", "scenarios"]
    assert (answer["descriptors"][0], answer["variants"][3]) == ("A. Government", ["D1", "D2"])
    assert (answer["space"], answer["count"], answer["complete"]) == ("486", 10, True)
    assert answer["scenarios"] == [
        {
            "states": each["z"],
            "consistency": each["consistency_value"],
            "total_impact": each["TIS"],
            "weight": each["basin_global"],
        }
        for each in expected
    ]


def test_weights_are_left_out_unless_asked_for_and_the_limit_is_of_the_list_alone(capsys: Out) -> None:
    answer = json.loads(run(capsys, SOMEWHERELAND, "--json", "--limit", 1)[1])

    assert (answer["count"], answer["complete"]) == (10, True)
    assert answer["scenarios"] == [{"states": [1, 2, 2, 1, 1, 2], "consistency": 0, "total_impact": 9}]
    assert json.loads(run(capsys, SOMEWHERELAND, "--json", "--limit", 0, "--weights")[1])["scenarios"] == []


@pytest.mark.parametrize("tolerance", range(6))
def test_weaker_consistency(tolerance: int, capsys: Out) -> None:
    answer = json.loads(run(capsys, SOMEWHERELAND, "--inconsistency", tolerance, "--json")[1])
    assert answer["count"] == somewhereland_expected()["count_inconsistency_le"][str(tolerance)]


def test_a_workshop_says_what_its_conditions_leave(capsys: Out, tmp_path: Path) -> None:
    document = somewhereland_document()
    third = chosen(document, (3, 1, 1, 1, 1, 1))[0]
    path = workshop(together("", [force(third), set_tolerance(5)]).apply(document), tmp_path)

    own = json.loads(run(capsys, path, "--json")[1])
    strict = json.loads(run(capsys, path, "--json", "--inconsistency", 0)[1])
    assert strict["count"] == 4
    assert own["count"] > 4
    assert {each["states"][0] for each in own["scenarios"]} == {3}


def test_a_table_for_people(capsys: Out) -> None:
    status, out, err = run(capsys, SOMEWHERELAND, "--weights", "--limit", 2)

    assert (status, err) == (0, "")
    said, blank, heads, row, _second = out.splitlines()
    assert (said, blank) == ("10 of 486 combinations hold together. The first 2 are listed.", "")
    assert heads.split("  ")[:2] == ["A. Government", "B. Foreign policy"]
    assert "  D. Distribution of weal…  " in heads
    assert heads.endswith("  Consistency  Total impact  Weight")
    assert row.split() == ["A1", "B2", "C2", "D1", "E1", "F2", "0", "9", "35"]
    assert row.index("B2") == heads.index("B. Foreign")


def test_ctrl_c_stops_a_search_with_what_was_found_so_far(capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGINT)
    narrowed = _Search._narrowed

    def pressed(self: _Search, nodes: Domains) -> Domains:
        signal.raise_signal(signal.SIGINT)
        return narrowed(self, nodes)

    monkeypatch.setattr(_Search, "_narrowed", pressed)

    assert run(capsys, SOMEWHERELAND) == (0, "Stopped: 0 combinations found so far, of 486. There may be more.\n", "")
    assert json.loads(run(capsys, SOMEWHERELAND, "--json")[1])["complete"] is False
    assert signal.getsignal(signal.SIGINT) is before


def test_what_is_odd_in_a_project_is_said_on_standard_error(capsys: Out) -> None:
    path = HOSTILE / "latin1.scw"
    status, out, err = run(capsys, path, "--json")

    assert (status, json.loads(out)["variants"][0]) == (0, ["lav", "høy", "må"])
    assert err == (
        f"{path}: The file was read as Windows-1252. Check letters such as æ, ø and å.\n"
        f"{path}: 2 judgement groups do not sum to 0: the matrix is not standardised.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((HOSTILE / "rows_extra.scw",), "Line 36: The matrix has more than 6 rows.\n"),
        (("missing.scw",), "There is no file missing.scw.\n"),
        (("missing.foresight",), "There is no file missing.foresight.\n"),
        ((SOMEWHERELAND, "--inconsistency", "21"), "argument --inconsistency: 21 is not a whole number from 0 to 20 "),
        ((SOMEWHERELAND, "--limit", "-1"), "argument --limit: -1 is not a whole number from 0 to 1000000000 "),
        ((SOMEWHERELAND, "--limit", "²"), "argument --limit: ² is not a whole number from 0 to 1000000000 "),
        ((), "the following arguments are required: FILE "),
    ],
)
def test_errors_are_one_sentence(arguments: tuple[object, ...], said: str, capsys: Out) -> None:
    status, out, err = run(capsys, *arguments)

    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"foresight: {said}")


def test_a_workshop_without_a_matrix_is_refused(capsys: Out, tmp_path: Path) -> None:
    assert run(capsys, workshop(Document(), tmp_path)) == (
        2, "", "foresight: There is no cross-impact matrix in the file.\n",
    )  # fmt: skip


def test_estimated_weights_carry_their_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foresight.methods.cib.engine.succession.EXACT", 100)
    answer = solve(somewhereland_document())
    listed = found(answer, weighed(answer, None), None)["scenarios"]
    exact = {tuple(each["z"]): each["basin_global"] for each in somewhereland_expected()["scenarios_1based"]}

    for each in listed:
        low, high = each["weight_interval"]
        assert low <= each["weight"] <= high
        assert abs(each["weight"] - exact[tuple(each["states"])]) <= 5
    assert any(each["weight_interval"][0] < each["weight_interval"][1] for each in listed)


def test_figures_of_somewhereland() -> None:
    document = somewhereland_document()
    document = keep(chosen(document, (1, 2, 2, 1, 1, 2))).apply(document)
    told = figures(document)

    assert {key: told[key] for key in ("space", "count", "complete", "judgements", "kept", "tolerance")} == {
        "space": "486", "count": 10, "complete": True, "judgements": 126, "kept": 1, "tolerance": 0,
    }  # fmt: skip
    assert told["standardisation"] == {"judgement_groups": 102, "unbalanced": [], "acting_on_themselves": []}
    assert [each["states"] for each in told["scenarios"]][:2] == [[1, 2, 2, 1, 1, 2], [1, 3, 1, 2, 3, 3]]


def test_figures_name_what_breaks_the_method() -> None:
    scores = np.zeros((4, 4), dtype=np.int64)
    scores[0, 2], scores[1, 0] = 3, 1
    document = document_of(Matrix((2, 2), scores))
    first, _second, third, _fourth = (each.id for each in document[CrossImpact].variants)
    document = together("", [exclude(first, third), force(third)]).apply(document)
    told = figures(document)

    assert told["standardisation"]["unbalanced"] == [
        {"descriptor": "A", "variant": "a1", "target": "B", "sum": 3},
        {"descriptor": "A", "variant": "a2", "target": "A", "sum": 1},
    ]
    assert told["standardisation"]["acting_on_themselves"] == ["A"]
    assert (told["forced"], told["exclusions"]) == (["b1"], 1)


def test_figures_of_nothing() -> None:
    told = figures(Document())
    assert (told["space"], told["count"], told["scenarios"], told["descriptors"]) == ("0", 0, [], [])
