"""Import and export on the command line: by ending, remarks on standard error, nothing written unless all is well."""

import json
from pathlib import Path

import pytest

from conftest import SAMPLE_EN, SAMPLE_NB
from foresight import cli
from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.model.drivers import Drivers

Out = pytest.CaptureFixture[str]


def run(capsys: Out, *arguments: object) -> tuple[int, str, str]:
    """The exit status and what was said on standard output and on standard error."""
    status = cli.main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_table_goes_out_in_the_language_of_the_workshop_and_comes_into_a_new_one(capsys: Out, tmp_path: Path) -> None:
    table, new = tmp_path / "links.csv", tmp_path / "new.foresight"

    assert run(capsys, "export", SAMPLE_NB, "-o", table, "--as", "edges") == (0, f"{table}\n", "")
    assert table.read_text("utf-8-sig").startswith("Fra;Til;Styrke;Fortegn")
    status, out, err = run(capsys, "import", table, "-o", new, "--as", "edges")
    assert (status, out, err) == (0, f"{new}: 14 drivers added, 52 links added\n", "")
    assert len(load(new, slice_kinds())[Drivers].links) == 52


def test_a_second_import_adds_to_the_workshop_that_is_there_and_writes_nothing_new(capsys: Out, tmp_path: Path) -> None:
    graph, plan = tmp_path / "g.graphml", tmp_path / "plan.foresight"
    plan.write_bytes(SAMPLE_EN.read_bytes())

    assert run(capsys, "export", SAMPLE_EN, "-o", graph)[0] == 0
    assert run(capsys, "import", graph, "-o", plan) == (0, f"{plan}: nothing new\n", "")
    assert plan.read_bytes() == SAMPLE_EN.read_bytes()


def test_remarks_stop_the_import_unless_they_are_agreed_to(capsys: Out, tmp_path: Path) -> None:
    table, new = tmp_path / "links.csv", tmp_path / "new.foresight"
    table.write_text("from,to,strength\nTrust,Climate,3\nClimate,Trust,lots\n", "utf-8")
    remark = f"{table}: row 3, column C: “lots” is not a strength (0, 1, 2 or 3). This link is left out.\n"

    status, out, err = run(capsys, "import", table, "-o", new, "--as", "edges")
    assert (status, out) == (2, "")
    assert err == (
        f"{remark}foresight: Nothing was written. Put right what is listed above, or agree to it with --yes.\n"
    )
    assert not new.exists()
    status, out, err = run(capsys, "import", table, "-o", new, "--as", "edges", "--yes")
    assert (status, out, err) == (0, f"{new}: 2 drivers added, 1 link added\n", remark)
    assert len(load(new, slice_kinds())[Drivers].links) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("export", SAMPLE_EN, "-o", "a.csv", "--as", "canvas"),
            "a.csv may hold several things. Say which with --as: ",
        ),
        (("export", SAMPLE_EN, "-o", "a.doc"), "a.doc has none of these endings: "),
        (("export", "no.foresight", "-o", "a.graphml"), "There is no file no.foresight."),
        (("import", "a.csv", "-o", "new.foresight", "--as", "edges"), "There is no file a.csv."),
        (("import", "a.csv", "-o", "new.csv"), "new.csv must be a workshop: give a name that ends in .foresight."),
        (("import", "a.csv"), "the following arguments are required: -o/--output"),
    ],
)
def test_wrong_use_is_answered_in_one_line(
    arguments: tuple[object, ...], said: str, capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capsys, *arguments)

    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"foresight: {said}")
    assert list(tmp_path.iterdir()) in ([], [tmp_path / "home"])


@pytest.mark.parametrize(("name", "kind"), [("a.csv", "edges"), ("a.xlsx", "workbook"), ("a.svg", "canvas")])
def test_the_ending_alone_means_the_usual_kind_and_that_is_said(
    name: str, kind: str, capsys: Out, tmp_path: Path
) -> None:
    usual, asked = tmp_path / name, tmp_path / f"asked-{name}"
    status, out, err = run(capsys, "export", SAMPLE_EN, "-o", usual)
    assert (status, out) == (0, f"{usual}\n")
    assert err.startswith(f"{usual} is taken for: ")
    assert "--as " in err
    assert run(capsys, "export", SAMPLE_EN, "-o", asked, "--as", kind)[2] == ""
    if name != "a.xlsx":  # a workbook holds the time at which it was written
        assert usual.read_bytes() == asked.read_bytes()


def test_a_table_of_links_comes_in_by_its_ending(capsys: Out, tmp_path: Path) -> None:
    table, new = tmp_path / "links.csv", tmp_path / "new.foresight"
    table.write_text("from,to,strength\nTrust,Silos,2\n", "utf-8")
    status, out, err = run(capsys, "import", table, "-o", new, "--yes")
    assert (status, out) == (0, f"{new}: 2 drivers added, 1 link added\n")
    assert err.startswith(f"{table} is taken for: Links, one to a row.")


def test_a_workshop_of_a_newer_program_is_not_changed(capsys: Out, tmp_path: Path) -> None:
    table, plan = tmp_path / "links.csv", tmp_path / "plan.foresight"
    table.write_text("from,to\nA,B\n", "utf-8")
    data = json.loads(SAMPLE_EN.read_bytes())
    data |= {"schema": 7, "min_reader": 2}
    plan.write_text(json.dumps(data), "utf-8")
    before = plan.read_bytes()
    status, _out, err = run(capsys, "import", table, "-o", plan, "--as", "edges")

    assert status == 2
    assert "newer" in err
    assert plan.read_bytes() == before
