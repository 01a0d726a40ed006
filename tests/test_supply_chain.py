"""The list of the packages, and the audit of them, as far as they go without the internet."""

import importlib.util
import json
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests import audit, sbom
from tests.locks import ALL, ROOT, RUNTIME, Locked, locked

PACKAGES = locked(RUNTIME)
A, B = Locked("a", "1.0", frozenset("1")), Locked("b", "2.0", frozenset("2"))


def listing(packages: list[Locked]) -> dict[str, Any]:
    """As cyclonedx-bom lists a lock."""
    return {
        "components": [
            {
                "name": each.name,
                "version": each.version,
                "description": f"requirements line 5: {each.name}",
                "externalReferences": [
                    {"url": "https://pypi.org", "hashes": [{"alg": "SHA-256", "content": one} for one in each.hashes]}
                ],
            }
            for each in packages
        ]
    }


def test_the_lock_names_what_the_program_imports_with_a_hash_of_every_file() -> None:
    held = {each.name: each for each in PACKAGES}
    assert {"numpy", "networkx", "pydantic", "pydantic-core", "pyside6-essentials", "reportlab"} <= held.keys()
    text = RUNTIME.read_text(encoding="utf-8")
    assert sum(len(each.hashes) for each in PACKAGES) == text.count("--hash=sha256:")
    assert f"numpy=={held['numpy'].version} " in text


def test_each_lock_holds_what_the_one_before_holds() -> None:
    runtime, development, everything = (
        {(each.name, each.version) for each in locked(ROOT / f"requirements{end}.txt")}
        for end in ("", "-dev", "-audit")
    )
    assert runtime < development < everything


def test_a_line_that_locks_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lock.txt").write_text("# by uv\nnumpy>=2\n")
    with pytest.raises(ValueError, match="numpy>=2"):
        locked(tmp_path / "lock.txt")


def test_a_list_is_complete_when_every_locked_package_and_hash_is_in_it() -> None:
    bom = listing(PACKAGES)
    assert sbom.missing(bom, PACKAGES) == []

    bom["components"][2]["externalReferences"][0]["hashes"].pop()
    bom["components"][0]["version"] = "0"
    assert sbom.missing(bom, PACKAGES) == [PACKAGES[0].name, PACKAGES[2].name]


def test_licences_come_from_the_installed_package_of_the_same_version() -> None:
    mit = [{"license": {"id": "MIT"}}]
    installed = {
        "components": [
            {"name": "A", "version": "1.0", "description": "Does a.", "licenses": mit},
            {"name": "b", "version": "1.9", "description": "Does b.", "licenses": mit},
        ]
    }
    first, second = sbom.with_licences(listing([A, B]), installed)["components"]
    assert (first["description"], first["licenses"]) == ("Does a.", mit)
    assert not {"description", "licenses"} & second.keys()


def test_an_option_is_no_name_of_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        sbom.main(["-h"])

    assert "FILE" in capsys.readouterr().out


@pytest.mark.skipif(not importlib.util.find_spec("cyclonedx_py"), reason="python3 dev.py sbom installs cyclonedx-bom")
def test_the_list_of_the_real_lock(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sbom.main([str(tmp_path / "new" / "sbom.json")]) == 0
    bom = json.loads((tmp_path / "new" / "sbom.json").read_text(encoding="utf-8"))
    assert (bom["bomFormat"], bom["metadata"]["component"]["name"]) == ("CycloneDX", "foresight")
    assert [each["name"] for each in bom["components"]] == [each.name for each in PACKAGES]
    assert bom["components"][0]["purl"].startswith("pkg:pypi/annotated-types@")
    assert {each["name"] for each in bom["components"] if each.get("licenses")} >= {"numpy", "pydantic", "pillow"}
    assert f"{len(PACKAGES)} packages" in capsys.readouterr().out


def test_an_incomplete_list_is_not_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sbom, "cyclonedx", lambda *arguments: listing(PACKAGES[1:]))
    assert sbom.main([str(tmp_path / "sbom.json")]) == 1
    assert capsys.readouterr().out == f"FAILED: the list is not complete, it lacks {PACKAGES[0].name}.\n"
    assert list(tmp_path.iterdir()) == []


def fine(package: Locked) -> dict[str, Any]:
    return {"name": package.name, "version": package.version, "vulns": []}


def test_an_audit_of_every_package_ends_well() -> None:
    assert audit.verdict([A, B], [fine(A), fine(B)]) == ([], "2 locked packages audited, no weakness known.", 0)


def test_a_known_weakness_fails_the_audit() -> None:
    weak = {**fine(B), "vulns": [{"id": "PYSEC-1", "fix_versions": ["2.1"]}, {"id": "PYSEC-2", "fix_versions": []}]}
    lines, sentence, status = audit.verdict([A, B], [fine(A), weak])
    assert lines == ["b 2.0: PYSEC-1, mended in 2.1", "b 2.0: PYSEC-2, mended in no version yet"]
    assert (sentence, status) == ("FAILED: 2 known weaknesses in the 2 locked packages.", 1)


@pytest.mark.parametrize(
    "answers", [[], [{"name": "a", "skip_reason": "not found"}, {"name": "b", "skip_reason": "x"}]]
)
def test_an_audit_that_could_ask_nobody_fails(answers: list[dict[str, Any]]) -> None:
    sentence = "FAILED: none of the 2 locked packages could be audited: is PyPI reachable?"
    assert audit.verdict([A, B], answers) == ([], sentence, 1)


def test_an_audit_of_some_packages_fails_and_names_the_others() -> None:
    sentence = "FAILED: 1 of the 2 locked packages could not be audited: b."
    assert audit.verdict([A, B], [fine(A)]) == ([], sentence, 1)
    assert audit.verdict([A, B], [fine(A), {"name": "b", "skip_reason": "not found"}]) == ([], sentence, 1)


@pytest.mark.parametrize("output", ["", "Traceback", "{}", "[]"])
def test_an_answer_that_makes_no_sense_fails_the_audit_of_the_real_lock(
    output: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def ran(command: list[str], **_options: object) -> SimpleNamespace:
        asked.extend(Path(command[command.index("--requirement") + 1]).read_text().splitlines())
        return SimpleNamespace(stdout=output, stderr="No route to host\n", returncode=0)

    monkeypatch.setattr(subprocess, "run", ran)
    assert audit.main() == 1
    assert asked == [f"{each.name}=={each.version}" for each in locked(ALL)]
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "No route to host"
    assert said[-1] == f"FAILED: none of the {len(asked)} locked packages could be audited: is PyPI reachable?"
