"""Are weaknesses known in the locked packages? ``python -m tests.audit`` asks PyPI's advisory service.

pip-audit ends well when it could ask nobody; here that is a failure.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.locks import ALL, Locked, locked, plain


def verdict(packages: list[Locked], answers: list[dict[str, Any]]) -> tuple[list[str], str, int]:
    """Each known weakness in a line, one closing sentence, and the exit status.

    ``answers``: the dependencies in pip-audit's report; those it was not told about have a ``skip_reason``.
    """
    audited = {plain(each["name"]): each.get("vulns", []) for each in answers if "skip_reason" not in each}
    lines = [
        f"{each.name} {each.version}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'no version yet'}"
        for each in packages
        for found in audited.get(each.name, [])
    ]
    unknown = [each.name for each in packages if each.name not in audited]
    if len(unknown) == len(packages):
        return lines, f"FAILED: none of the {len(packages)} locked packages could be audited: is PyPI reachable?", 1
    if unknown:
        said = f"FAILED: {len(unknown)} of the {len(packages)} locked packages could not be audited:"
        return lines, f"{said} {', '.join(unknown)}.", 1
    if lines:
        return lines, f"FAILED: {len(lines)} known weaknesses in the {len(packages)} locked packages.", 1
    return lines, f"{len(packages)} locked packages audited, no weakness known.", 0


def ask(packages: list[Locked]) -> list[dict[str, Any]]:
    """pip-audit's answer for each package; none when it could not ask at all."""
    with tempfile.TemporaryDirectory() as folder:
        # Without the conditions of the lock: packages for other systems are audited as well.
        names = Path(folder) / "packages.txt"
        names.write_text("".join(f"{each.name}=={each.version}\n" for each in packages), encoding="utf-8")
        options = ("--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off")
        command = [sys.executable, "-m", "pip_audit", "--requirement", str(names), *options]
        ran = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    try:
        answers: list[dict[str, Any]] = json.loads(ran.stdout)["dependencies"]
    except (json.JSONDecodeError, KeyError, TypeError):
        print(ran.stderr[-2000:].strip())
        return []
    return answers


def main() -> int:
    """Say what is known; the exit status."""
    packages = locked(ALL)
    lines, sentence, status = verdict(packages, ask(packages))
    print("\n".join([*lines, sentence]))
    return status


if __name__ == "__main__":
    sys.exit(main())
