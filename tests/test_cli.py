"""The command line, through main.py as people call it: what it answers, and one line for every error."""

import json
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pypdfium2
import pytest

from conftest import SAMPLE_EN, SAMPLE_NB
from foresight import __version__, cli
from foresight.app import all_commands, main
from foresight.core.methods import commands, discover, slice_kinds
from foresight.core.storage import ENDING, load
from foresight.model.drivers import Drivers

ROOT = Path(__file__).parents[1]
COMMANDS = all_commands()
Ran = subprocess.CompletedProcess[str]


def run(*arguments: object, folder: Path = ROOT) -> Ran:
    """Call the program with these arguments in this process, which is much quicker."""
    words, out, err = [str(argument) for argument in arguments], StringIO(), StringIO()
    with chdir(folder), redirect_stdout(out), redirect_stderr(err):
        try:
            status = main(words)
        except SystemExit as ended:  # argparse ends --help and --version so
            status = int(ended.code or 0)
    return subprocess.CompletedProcess(words, status, out.getvalue(), err.getvalue())


def called(*arguments: object, folder: Path = ROOT, **environment: str) -> Ran:
    """Call main.py with these arguments."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def refused(ran: Ran) -> str:
    """The one line on standard error of a call that was refused."""
    assert ran.returncode == 2
    assert ran.stdout == ""
    (line,) = ran.stderr.splitlines()
    assert line.startswith("foresight: ")
    return line.removeprefix("foresight: ")


def squeezed(text: str) -> str:
    return "".join(text.replace("\ufffe", "").split()).replace("-", "")


def pdf_text(path: Path) -> tuple[int, str]:
    """How many pages a PDF has, and its text."""
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    finally:
        document.close()
    return len(pages), "\n".join(pages)


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A workshop file that was cut off."""
    path = tmp_path / "damaged.foresight"
    path.write_bytes(SAMPLE_EN.read_bytes()[:5_000])
    return path


# brief


def test_a_brief_of_eight_pages_in_the_language_of_the_workshop(tmp_path: Path) -> None:
    ran = called("brief", SAMPLE_NB, "-o", tmp_path / "b.pdf")
    pages, text = pdf_text(tmp_path / "b.pdf")

    assert (ran.returncode, ran.stdout.strip(), ran.stderr) == (0, str(tmp_path / "b.pdf"), "")
    assert pages == 8
    assert "Offentlig sektor 2040" in text
    assert SAMPLE_NB.name in text


@pytest.mark.parametrize(("pages", "language", "word"), [(2, "nb", "Drivkrefter"), (4, "en", "Public sector 2040")])
def test_a_brief_of_another_size_in_another_language(pages: int, language: str, word: str, tmp_path: Path) -> None:
    out = tmp_path / "b.pdf"
    ran = run("brief", SAMPLE_EN, "-o", out, "--pages", pages, "--language", language)
    count, text = pdf_text(out)

    assert ran.returncode == 0
    assert count == pages
    assert word.casefold() in text.casefold()


def test_a_brief_with_all_judgements_has_them_after_its_pages(tmp_path: Path) -> None:
    ran = run("brief", SAMPLE_EN, "-o", tmp_path / "b.pdf", "--pages", 2, "--appendix")
    count, text = pdf_text(tmp_path / "b.pdf")

    assert ran.returncode == 0
    assert count > 2
    document = load(SAMPLE_EN, slice_kinds())
    reasons = {link.rationale for link in document[Drivers].links}
    said = squeezed(text)
    assert [reason for reason in reasons if squeezed(reason) not in said] == []
    assert squeezed("All cross-impact judgements") in said


def test_the_same_call_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert called("brief", SAMPLE_EN, "-o", tmp_path / name, "--pages", 2).returncode == 0

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_brief_as_a_page_for_a_browser(tmp_path: Path) -> None:
    out = tmp_path / "b.html"
    ran = run("brief", SAMPLE_EN, "-o", out)

    assert ran.returncode == 0
    assert out.read_text("utf-8").startswith('<!DOCTYPE html>\n<html lang="en-GB">')


def test_a_brief_into_a_missing_folder_is_refused(tmp_path: Path) -> None:
    said = refused(run("brief", SAMPLE_EN, "-o", tmp_path / "no" / "b.pdf"))

    assert said == "b.pdf could not be saved: the folder is no longer there. Save under another name or place."


def test_a_brief_never_replaces_a_workshop(tmp_path: Path) -> None:
    plan = tmp_path / "plan.foresight"
    plan.write_bytes(SAMPLE_EN.read_bytes())
    said = refused(run("brief", plan, "-o", plan))

    assert "would replace a workshop by its brief" in said
    assert plan.read_bytes() == SAMPLE_EN.read_bytes()


# check


def test_sound_files_are_said_to_be_sound_each_on_a_line() -> None:
    ran = run("check", SAMPLE_EN, SAMPLE_NB)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines() == [f"{SAMPLE_EN}: sound", f"{SAMPLE_NB}: sound"]


def test_one_damaged_file_among_several_fails_and_the_others_are_still_looked_at(damaged: Path) -> None:
    ran = run("check", damaged, SAMPLE_EN, damaged.with_name("missing.foresight"))

    assert ran.returncode == 2
    assert ran.stdout.splitlines() == [f"{SAMPLE_EN}: sound"]
    first, second = ran.stderr.splitlines()
    assert first.startswith(f"foresight: {damaged}: ")
    assert second == f"foresight: {damaged.with_name('missing.foresight')}: There is no file missing.foresight."


def test_a_file_that_could_be_repaired_says_what_was_done(tmp_path: Path) -> None:
    path = tmp_path / "repaired.foresight"
    data = json.loads(SAMPLE_EN.read_bytes())
    data["slices"]["trends"]["trends"].pop(0)
    path.write_text(json.dumps(data), "utf-8")
    ran = run("check", path)

    assert ran.returncode == 0
    line, *taken_out = ran.stdout.splitlines()
    assert line.startswith(f"{path}: ")
    assert not line.endswith("sound")
    assert any(said.startswith("  Removed: rating “") for said in taken_out)

    brief = run("brief", path, "-o", tmp_path / "brief.html")
    assert brief.returncode == 0
    said = [told.removeprefix(f"{path}: ") for told in brief.stderr.splitlines()]
    assert " ".join(said) == " ".join([line.removeprefix(f"{path}: "), *map(str.strip, taken_out)])


def test_a_folder_is_no_workshop(tmp_path: Path) -> None:
    assert refused(run("check", tmp_path)).endswith("is a folder. Choose a workshop file.")


# analyse, methods


@pytest.mark.parametrize("method", [method.id for method in discover() if method.analyse])
def test_the_figures_of_a_method_as_json(method: str) -> None:
    ran = run("analyse", SAMPLE_EN, method)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert isinstance(json.loads(ran.stdout), dict)


def test_an_unknown_method_is_answered_with_those_there_are() -> None:
    able = ", ".join(method.id for method in discover() if method.analyse)

    assert refused(run("analyse", SAMPLE_EN, "astrology")) == (f"There are no figures for astrology. Methods: {able}.")


def test_the_methods_are_listed_in_working_order() -> None:
    ran = run("methods")

    assert ran.returncode == 0
    assert [line.split()[0] for line in ran.stdout.splitlines()] == [method.id for method in discover()]


# Help, version, wrong use


@pytest.mark.parametrize("arguments", [("--help",), ("-h",)])
def test_help_lists_every_command(arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert all(f"\n    {command} " in ran.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    ran = run(command, "--help")

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(f"usage: python main.py {command}")


def test_version() -> None:
    assert called("--version").stdout == f"Foresight {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("brief",), "the following arguments are required: file, -o/--output (python main.py brief --help)"),
        (("brief", SAMPLE_EN), "the following arguments are required: -o/--output (python main.py brief --help)"),
        (("brief", SAMPLE_EN, "-o", "x.pdf", "--pages", "3"), "argument --pages: invalid choice: 3 (choose"),
        (("brief", SAMPLE_EN, "-o", "x.pdf", "--language", "de"), "argument --language: invalid choice: 'de'"),
        (("brief", "missing.foresight", "-o", "x.pdf"), "There is no file missing.foresight."),
        (("check",), "the following arguments are required: FILE (python main.py check --help)"),
        (("analyse", SAMPLE_EN), "the following arguments are required: method (python main.py analyse --help)"),
        (("methods", "more"), "unrecognized arguments: more"),
        (("--nonsense",), "the following arguments are required: COMMAND"),
        ((SAMPLE_EN, SAMPLE_NB), f"{str(SAMPLE_EN)[:60]} is not a command. Commands: {', '.join(COMMANDS)}."),
        (("paint", SAMPLE_EN), f"paint is not a command. Commands: {', '.join(COMMANDS)}."),
    ],
)  # fmt: skip
def test_wrong_use_is_answered_in_one_line(arguments: tuple[object, ...], said: str, tmp_path: Path) -> None:
    assert refused(run(*arguments, folder=tmp_path)).startswith(said)
    assert list(tmp_path.iterdir()) == []


def test_methods_add_words_of_small_letters_each_of_its_own() -> None:
    words = [one.word for _method, one in commands()]

    assert len({*COMMANDS}) == len(COMMANDS)
    assert all(word.isascii() and word.isalpha() and word == word.lower() for word in words)


def test_the_commands_that_are_known_are_those_that_are_parsed() -> None:
    listed = cli._parser().format_help().split("COMMAND\n")[1].split("options:")[0]

    assert tuple(line.split()[0] for line in listed.splitlines() if line.strip()) == COMMANDS


# Names, output, surroundings


@pytest.mark.parametrize("name", ["-x.foresight", "--help.foresight", "brief", "a b.foresight", "æøå.foresight"])
def test_a_file_may_be_called_anything(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(SAMPLE_EN.read_bytes())
    ran = called("check", "--", name, folder=tmp_path)

    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"{name}: sound\n", "")


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_norwegian_letters_come_out_whatever_the_terminal_is_set_to(locale: str, tmp_path: Path) -> None:
    path = tmp_path / "ærlig.foresight"
    path.write_bytes(SAMPLE_NB.read_bytes())
    ran = called("check", path, LC_ALL=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")

    assert (ran.returncode, ran.stdout) == (0, f"{path}: sound\n")


@pytest.mark.skipif(os.name != "posix", reason="names that are no text are a thing of POSIX")
def test_a_name_that_is_no_text_is_said_as_it_is(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.foresight")
    ran = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "check", name], cwd=tmp_path, capture_output=True, check=False
    )

    assert ran.returncode == 2
    assert ran.stderr == b"foresight: caf\xe9.foresight: There is no file caf\xe9.foresight.\n"


def test_whoever_has_read_enough_ends_the_output_without_a_word() -> None:
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "analyse", str(SAMPLE_EN), "network"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait() == 0

    assert said == b""


def test_a_workshop_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / f"plan{ENDING}"
    path.write_bytes(SAMPLE_EN.read_bytes())
    path.chmod(0o400)
    run("check", path)
    run("analyse", path, "trends")
    run("brief", path, "-o", tmp_path / "b.pdf", "--pages", 2)

    assert path.read_bytes() == SAMPLE_EN.read_bytes()
    assert load(path, slice_kinds()) == load(SAMPLE_EN, slice_kinds())
    assert {file.name for file in tmp_path.iterdir()} <= {path.name, "b.pdf", "home"}


# What is loaded

LOADED = """
import json, runpy, sys
sys.argv = ["main.py", *sys.argv[1:]]
try:
    runpy.run_path("main.py", run_name="__main__")
except SystemExit as ended:
    assert ended.code == 0, ended.code
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules})))
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_loads_qt(command: str, tmp_path: Path) -> None:
    method = next(method.id for method in discover() if method.analyse)
    arguments: dict[str, list[object]] = {
        "brief": [SAMPLE_EN, "-o", tmp_path / "b.pdf", "--pages", 2],
        "check": [SAMPLE_EN],
        "analyse": [SAMPLE_EN, method],
        "methods": [],
        "import": [tmp_path / "links.csv", "--as", "edges", "-o", tmp_path / "new.foresight"],
        "export": [SAMPLE_EN, "--as", "canvas", "-o", tmp_path / "canvas.png"],
    }
    (tmp_path / "links.csv").write_text("from,to\nTrust,Climate\n", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, command, *map(str, arguments.get(command, [SAMPLE_EN]))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    loaded = set(json.loads(ran.stdout.splitlines()[-1]))

    assert loaded & {"PySide6", "shiboken6"} == set()
    assert "foresight" in loaded
