"""The locked packages that Foresight runs with, as a CycloneDX list: ``python -m tests.sbom FILE``.

cyclonedx-bom reads names, versions and hashes in the lock; the licences are those that the installed packages declare.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.locks import ROOT, RUNTIME, Locked, locked, plain


def with_licences(listed: dict[str, Any], installed: dict[str, Any]) -> dict[str, Any]:
    """The list ``listed`` with the licences and descriptions of the same packages in ``installed``."""
    known = {_key(each): each for each in installed["components"]}
    for component in listed["components"]:
        same = known.get(_key(component), {})
        component.pop("description", None)  # the line of the lock
        component.update({name: same[name] for name in ("description", "licenses") if same.get(name)})
    return listed


def missing(bom: dict[str, Any], packages: list[Locked]) -> list[str]:
    """The names of the packages that the list lacks, or whose hashes it lacks."""
    held = {_key(component): _hashes(component) for component in bom["components"]}
    return [each.name for each in packages if held.get((each.name, each.version), frozenset()) != each.hashes]


def _key(component: dict[str, Any]) -> tuple[str, str]:
    return plain(component["name"]), component["version"]


def _hashes(component: dict[str, Any]) -> frozenset[str]:
    references = component.get("externalReferences", ())
    return frozenset(each["content"] for reference in references for each in reference.get("hashes", ()))


def cyclonedx(*arguments: str) -> dict[str, Any]:
    """What the tool lists. Ends the program with the tool's words when it fails."""
    command = [sys.executable, "-m", "cyclonedx_py", *arguments, "--output-reproducible"]
    ran = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8")
    if ran.returncode:
        sys.exit(f"FAILED: cyclonedx-bom could not list the packages.\n{ran.stderr}")
    bom: dict[str, Any] = json.loads(ran.stdout)
    return bom


def main(arguments: list[str]) -> int:
    """Write the list to the file that is named; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.sbom", description="List the packages it runs with.")
    parser.add_argument("path", type=Path, metavar="FILE", help="where the list is written, as CycloneDX JSON")
    path: Path = parser.parse_args(arguments).path
    packages = locked(RUNTIME)
    listed = cyclonedx("requirements", str(RUNTIME), "--pyproject", "pyproject.toml")
    bom = with_licences(listed, cyclonedx("environment", "--no-validate", sys.executable))
    lacking = missing(bom, packages)
    if lacking:
        print(f"FAILED: the list is not complete, it lacks {', '.join(lacking)}.")
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(bom, indent=2) + "\n", encoding="utf-8")
    bare = [component["name"] for component in bom["components"] if "licenses" not in component]
    print(f"{path}: {len(packages)} packages; no licence is known of: {', '.join(bare) or 'none of them'}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
