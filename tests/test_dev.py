"""dev.py, as far as it goes without changing this machine."""

import ast
import os
from pathlib import Path

import pytest

import dev

MISSING = [dev.QT[0], dev.QT[1], dev.QT_ON_X11[0]]


def test_an_old_python_can_read_it_up_to_the_message() -> None:
    source = Path(dev.__file__).read_text(encoding="utf-8")

    tree = ast.parse(source, feature_version=(3, 6))

    imports = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    modules = {name.name for node in imports if isinstance(node, ast.Import) for name in node.names}
    assert "importlib.metadata" not in modules  # came with 3.8
    assert all(isinstance(node, ast.Import) or node.module != "__future__" for node in imports)
    check = next(node for node in tree.body if isinstance(node, ast.If))
    first_definition = next(node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Assign))
    assert check.lineno < first_definition.lineno
    assert "Foresight needs Python 3.11" in ast.unparse(check)


def test_every_lock_change_and_every_group_has_its_own_fingerprint() -> None:
    first = dev.fingerprint("run", b"a==1")

    assert dev.fingerprint("run", b"a==1") == first
    assert dev.fingerprint("run", b"a==2") != first
    assert dev.fingerprint("dev", b"a==1") != first


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three locks and an environment in which nothing is installed yet."""
    venv = tmp_path / ".venv"
    venv.mkdir()
    (venv / "python").touch()
    for group in dev.GROUPS:
        (tmp_path / f"{group}.txt").write_bytes(group.encode())
    monkeypatch.setattr(dev, "PYTHON", venv / "python")
    monkeypatch.setattr(dev, "STAMP", venv / "installed.txt")
    monkeypatch.setattr(dev, "LOCKS", {group: tmp_path / f"{group}.txt" for group in dev.GROUPS})
    monkeypatch.setattr(dev, "install_libraries", lambda: None)
    return tmp_path


def test_an_environment_is_ready_while_its_lock_and_its_python_stay(checkout: Path) -> None:
    assert not dev.is_ready("run")

    dev.STAMP.write_text(dev.fingerprint("run", b"run"))
    assert dev.is_ready("run")
    assert not dev.is_ready("dev")

    (checkout / "run.txt").write_bytes(b"newer")
    assert not dev.is_ready("run")


def test_what_development_needs_holds_what_running_needs(checkout: Path) -> None:
    dev.STAMP.write_text(dev.fingerprint("dev", b"dev"))

    assert dev.is_ready("run")

    dev.PYTHON.unlink()
    assert not dev.is_ready("run")


def test_what_auditing_needs_holds_what_everything_else_needs(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(dev, "install", lambda *arguments: installed.append(arguments[-1]))
    dev.STAMP.write_text(dev.fingerprint("run", b"run"))

    dev.set_up("audit")
    dev.set_up("dev")
    dev.set_up("run")

    assert installed == [str(checkout / "audit.txt")]
    assert dev.is_ready("audit")


def test_an_interrupted_set_up_starts_anew_the_next_time(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []

    def interrupt(*arguments: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "create_environment", lambda: steps.append("create"))
    monkeypatch.setattr(dev, "install", interrupt)
    dev.STAMP.write_text(dev.fingerprint("run", b"an older lock"))
    with pytest.raises(KeyboardInterrupt):
        dev.set_up("run")
    assert steps == []  # a finished environment is brought up to date as it is ...

    monkeypatch.setattr(dev, "install", lambda *arguments: steps.append("install"))
    dev.set_up("run")
    dev.set_up("run")
    assert steps == ["create", "install"]  # ... a half-made one is not trusted, and a ready one left alone


def test_running_after_development_keeps_the_development_packages(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    monkeypatch.setattr(dev, "install", lambda *arguments: installed.append(arguments[-1]))
    dev.STAMP.write_text(dev.fingerprint("dev", b"an older lock"))

    dev.set_up("run")

    assert installed == [str(checkout / "dev.txt")]
    assert dev.is_ready("dev")


def test_missing_libraries_are_those_that_do_not_load(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)

    def load(soname: str) -> None:
        if soname in ("libEGL.so.1", "libxcb-cursor.so.0", "libwayland-egl.so.1"):
            raise OSError(soname)

    assert [each.soname for each in dev.missing_libraries(load)] == ["libEGL.so.1"]
    monkeypatch.setenv("DISPLAY", ":0")
    assert [each.soname for each in dev.missing_libraries(load)] == ["libEGL.so.1", "libxcb-cursor.so.0"]
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert [each.soname for each in dev.missing_libraries(load)] == ["libEGL.so.1", "libwayland-egl.so.1"]
    monkeypatch.setattr("sys.platform", "win32")
    assert dev.missing_libraries(load) == []


@pytest.mark.parametrize(
    ("tool", "line"),
    [
        ("apt-get", "sudo apt-get install --yes --no-install-recommends libgl1 libegl1 libxcb-cursor0"),
        ("dnf", "sudo dnf install 'libGL.so.1()(64bit)' 'libEGL.so.1()(64bit)' 'libxcb-cursor.so.0()(64bit)'"),
        ("pacman", "sudo pacman -S --needed libglvnd xcb-util-cursor"),
    ],
)
def test_the_command_to_type_fits_the_system(tool: str, line: str) -> None:
    command = dev.install_command(MISSING, which=lambda name: name == tool)

    assert f"\n  {line}\n" in dev.advice(MISSING, command)


def test_an_unknown_system_is_told_what_is_missing() -> None:
    command = dev.install_command(MISSING, which=lambda name: None)

    assert command == []
    assert "libGL.so.1, libEGL.so.1, libxcb-cursor.so.0" in dev.advice(MISSING, command)


def test_only_root_with_apt_installs_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "missing_libraries", lambda: MISSING)
    monkeypatch.setattr(dev, "install_command", lambda libraries: ["apt-get", "install", "libgl1"])
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)

    with pytest.raises(SystemExit, match="sudo apt-get install libgl1"):
        dev.install_libraries()


def test_the_environments_python_is_where_this_system_puts_it() -> None:
    assert dev.INTERPRETERS["posix"].parts[-3:] == (".venv", "bin", "python")
    assert dev.INTERPRETERS["nt"].parts[-3:] == (".venv", "Scripts", "python.exe")


def test_the_list_of_packages_goes_where_the_user_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran: list[tuple[str, ...]] = []

    def call(command: list[str], **_options: object) -> int:
        ran.append(tuple(command))
        return 0

    monkeypatch.setattr("subprocess.call", call)
    monkeypatch.chdir(tmp_path)

    assert (dev.sbom([]), dev.sbom(["list.json"])) == (0, 0)

    assert [words[-1] for words in ran] == [str(dev.SBOM), str(tmp_path / "list.json")]


def test_an_unknown_command_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == 2

    listing = capsys.readouterr().out
    assert all(f"\n  {name} " in listing for name in dev.COMMANDS)


def test_all_checks_run_and_one_failure_fails_the_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []

    def pytest_passes(arguments: list[str]) -> int:
        ran.append(arguments)
        return 0

    monkeypatch.setattr(dev, "CHECKS", {"lint": lambda arguments: 1, "types": lambda arguments: 0})
    monkeypatch.setattr(dev, "python", lambda *words: pytest_passes)

    assert dev.test(["-k", "one"]) == 1

    assert ran == [["-k", "one"]]
    assert capsys.readouterr().out.endswith("== tests (lint FAILED, types ok)\n")
