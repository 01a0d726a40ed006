#!/usr/bin/env python3
"""Sets up what is missing, then runs Foresight, its tests and its other chores: `python3 dev.py` lists them.

Standard library only, in syntax that Python 3.6 reads, so that an old Python can say what it lacks.
"""

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

if not (3, 11) <= sys.version_info[:2] <= (3, 14):
    sys.exit(
        "Foresight needs Python 3.11, 3.12, 3.13 or 3.14; this is Python {}.{}.\n"
        "Install one (https://www.python.org/downloads/) and name it, for example: python3.13 dev.py run\n"
        "(on Windows: py -3.13 dev.py run).".format(*sys.version_info[:2])
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
INTERPRETERS = {"nt": VENV / "Scripts" / "python.exe", "posix": VENV / "bin" / "python"}
PYTHON = INTERPRETERS[os.name]
STAMP = VENV / "installed.txt"
LOCKS = {name: ROOT / f"requirements{end}.txt" for name, end in (("run", ""), ("dev", "-dev"), ("audit", "-audit"))}
GROUPS = tuple(LOCKS)  # each holds what those before it hold
SERIES = "python{}.{}".format(*sys.version_info[:2])
SAMPLE = ROOT / "scenarios" / "public-sector-2040.en.foresight"
BRIEF = ROOT / "build" / "brief.pdf"
SBOM = ROOT / "build" / "sbom.json"


class Library(NamedTuple):
    """A shared library of the system that Qt needs, and the packages that hold it."""

    soname: str
    apt: str
    pacman: str


QT = (
    Library("libGL.so.1", "libgl1", "libglvnd"),
    Library("libEGL.so.1", "libegl1", "libglvnd"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus"),
)
QT_ON_X11 = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
QT_ON_WAYLAND = (
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "wayland"),
)


def has_screen() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"))


def missing_libraries(load: Callable[[str], object] = ctypes.CDLL) -> list[Library]:
    """The libraries that Qt needs on this Linux, and that `load` raises OSError for."""
    if sys.platform != "linux":
        return []
    screen = QT_ON_WAYLAND if os.environ.get("WAYLAND_DISPLAY") else QT_ON_X11 if os.environ.get("DISPLAY") else ()
    missing = []
    for library in (*QT, *screen):
        try:
            load(library.soname)
        except OSError:
            missing.append(library)
    return missing


def install_command(libraries: Iterable[Library], which: Callable[[str], object] = shutil.which) -> list[str]:
    """The command of this Linux that installs them; empty when its package tool is none that we know."""
    libraries = list(libraries)
    if which("apt-get"):
        return ["apt-get", "install", "--yes", "--no-install-recommends", *unique(each.apt for each in libraries)]
    for tool in ("dnf", "zypper"):  # these find a package by what it provides
        if which(tool):
            return [tool, "install", *(f"{each.soname}()(64bit)" for each in libraries)]
    if which("pacman"):
        return ["pacman", "-S", "--needed", *unique(each.pacman for each in libraries)]
    return []


def advice(libraries: list[Library], command: list[str]) -> str:
    problem = "Foresight needs system libraries that are missing here: " + ", ".join(each.soname for each in libraries)
    if not command:
        return f"{problem}.\nInstall them with your system's package tool, then start again."
    return f"{problem}.\nType this, then start again:\n\n  sudo {shlex.join(command)}\n"


def install_libraries() -> None:
    """Qt's system libraries: installed where we may (root with apt-get), else named with the command to type."""
    missing = missing_libraries()
    if not missing:
        return
    command = install_command(missing)
    if command[:1] != ["apt-get"] or os.geteuid() != 0:
        sys.exit(advice(missing, command))
    say("Installing Qt's system libraries")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # An update that failed for one of several package sources does not matter: the install tells.
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    subprocess.call([*command, "-qq"], env=quiet, stdout=subprocess.DEVNULL)
    if missing_libraries():
        sys.exit(advice(missing_libraries(), command))


def unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def say(text: str) -> None:
    print(f"== {text}", flush=True)


def fingerprint(group: str, lock: bytes) -> str:
    """What .venv holds when it is ready: a group of packages, locked, for one version of Python."""
    return f"{group} {hashlib.sha256(lock).hexdigest()} {SERIES}"


def is_ready(group: str) -> bool:
    if not (PYTHON.exists() and STAMP.exists()):
        return False
    installed = STAMP.read_text(encoding="utf-8")
    enough = GROUPS[GROUPS.index(group) :]
    return any(installed == fingerprint(each, LOCKS[each].read_bytes()) for each in enough)


def set_up(group: str) -> None:
    """Installs whatever `group` lacks; without work to do this takes milliseconds.

    The stamp goes before the first change and comes back after the last: an interrupted set-up leaves none, and the
    next start builds .venv anew.
    """
    install_libraries()
    if is_ready(group):
        return
    installed = STAMP.read_text(encoding="utf-8") if PYTHON.exists() and STAMP.exists() else ""
    STAMP.unlink(missing_ok=True)
    if not installed.endswith(f" {SERIES}"):
        create_environment()
    before = installed.split(" ")[0]
    group = before if before in GROUPS[GROUPS.index(group) :] else group
    say("Installing Python packages (once, a minute or so)")
    install("--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(LOCKS[group]))
    STAMP.write_text(fingerprint(group, LOCKS[group].read_bytes()), encoding="utf-8")


def create_environment() -> None:
    say(f"Creating {VENV}")
    if not (has("ensurepip") or has("pip")):
        sys.exit(f"This Python has no pip. On Debian and Ubuntu type: sudo apt-get install {SERIES}-venv")
    options = [] if has("ensurepip") else ["--without-pip"]
    if subprocess.call([base_python(), "-m", "venv", "--clear", *options, str(VENV)]) != 0:
        sys.exit(f"{VENV} could not be made (see above). Close what uses it, delete it and start again.")


def install(*arguments: str) -> None:
    """pip install into .venv, by its own pip or else (Debian without python3-venv) by this Python's."""
    own = subprocess.call([str(PYTHON), "-c", "import pip"], stderr=subprocess.DEVNULL) == 0
    pip = [str(PYTHON), "-m", "pip"] if own else [base_python(), "-m", "pip", "--python", str(PYTHON)]
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    if subprocess.call([*pip, "install", "--disable-pip-version-check", *quiet, *arguments]) != 0:
        sys.exit(
            "The Python packages could not be installed (see pip's message above). It needs the internet or a mirror\n"
            "(PIP_INDEX_URL), and 64-bit Windows, macOS or Linux with glibc 2.34 or newer. Start again to go on."
        )


def has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def base_python() -> str:
    """This Python, or the one it was made from when it is the one in .venv."""
    return str(getattr(sys, "_base_executable", sys.executable))


def python(*words: str) -> Callable[[list[str]], int]:
    """An action: .venv's Python with these words and the user's, in the project's folder."""
    return lambda arguments: subprocess.call([str(PYTHON), *words, *arguments], cwd=ROOT)


def run(arguments: list[str]) -> int:
    """The window; without a screen, the brief of the file (or of a sample) as PDF."""
    main = [str(PYTHON), str(ROOT / "main.py")]
    if has_screen():
        signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl+C is the window's to answer
        return subprocess.call([*main, *arguments])
    BRIEF.parent.mkdir(exist_ok=True)
    workshop = arguments or [str(SAMPLE)]
    print(f"No screen here, so this is the brief of {workshop[0]} instead of the window:", flush=True)
    return subprocess.call([*main, "brief", *workshop, "-o", str(BRIEF)])  # which prints the path


CHECKS = {
    "format": python("-m", "ruff", "format", "--check"),
    "lint": python("-m", "ruff", "check"),
    "types": python("-m", "mypy"),
    "imports": python("-m", "tests.import_rules"),
}


ON_EVERY_CORE = ("--numprocesses", "auto", "--dist", "worksteal")


def test(arguments: list[str]) -> int:
    """Every check, also after one failed, and pytest last: its closing line ends the output."""
    results = {}
    for name, check in CHECKS.items():
        say(name)
        start = time.monotonic()
        results[name] = "ok" if check([]) == 0 else "FAILED"
        print(f"{name}: {results[name]} ({time.monotonic() - start:.1f} s)", flush=True)
    say("tests ({})".format(", ".join(f"{name} {result}" for name, result in results.items())))
    code = python("-m", "pytest", *ON_EVERY_CORE)(arguments)
    return code or int("FAILED" in results.values())


def tidy(arguments: list[str]) -> int:
    return python("-m", "ruff", "check", "--fix")(arguments) | python("-m", "ruff", "format")(arguments)


LOCKING = (
    *("--universal", "--python-version", "3.11", "--fork-strategy", "fewest"),  # one set for every system and Python
    *("--generate-hashes", "--no-annotate", "--custom-compile-command", "python3 dev.py lock"),
)


def lock(arguments: list[str]) -> int:
    """Resolves pyproject.toml anew for all systems and Pythons; `--upgrade` takes newer versions than now locked."""
    install("uv")
    resolve = python("-m", "uv", "--quiet", "pip", "compile", "pyproject.toml", *LOCKING)
    runtime, development, everything = (lock.name for lock in LOCKS.values())
    return (
        resolve(["--output-file", runtime, *arguments])
        or resolve(["--output-file", development, "--group", "dev", "--constraints", runtime, *arguments])
        or resolve(["--output-file", everything, "--group", "audit", "--constraints", development, *arguments])
    )


def sbom(arguments: list[str]) -> int:
    words = [each if each.startswith("-") else str(Path(each).absolute()) for each in arguments]
    return python("-m", "tests.sbom")(words or [str(SBOM)])


class Command(NamedTuple):
    usage: str
    group: str
    act: Callable[[list[str]], int]


COMMANDS = {
    "run": Command("[FILE]        start Foresight; without a screen, write a brief as PDF", "run", run),
    "test": Command("[PYTEST ...]  all that must pass: format, lint, types, imports, tests", "dev", test),
    "bench": Command("             measure how long things take", "dev", python("-m", "tests.bench")),
    "torture": Command(
        "[NAME ...]    kill it, damage files, fill disks; measure", "dev", python("-m", "tests.torture")
    ),
    "format": Command("             put the source in form", "dev", tidy),
    "audit": Command(
        "             look up known weaknesses of all locked packages", "audit", python("-m", "tests.audit")
    ),
    "sbom": Command("[FILE]        list the packages it runs with, as CycloneDX (build/sbom.json)", "audit", sbom),
    "lock": Command("[--upgrade]   write requirements*.txt anew from pyproject.toml", "run", lock),
}


def main(arguments: list[str]) -> int:
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print("Usage: python3 dev.py COMMAND\n")
        for name, each in COMMANDS.items():
            print(f"  {name:8}{each.usage}")
        return 0 if arguments in ([], ["-h"], ["--help"]) else 2
    try:
        set_up(command.group)
        return command.act(arguments[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
