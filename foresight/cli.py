"""The command line: briefs, checks and figures without a window (and without Qt).

Errors are one line on standard error with exit status 2, never a traceback.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from foresight import __version__
from foresight.core.brief import SIZES
from foresight.core.document import Document
from foresight.core.files import write_whole
from foresight.core.methods import Method, discover, resolve, slice_kinds
from foresight.core.problems import Problem
from foresight.core.storage import ENDING, open_file
from foresight.core.words import LANGUAGES, _, speak
from foresight.model.workshop import Workshop

PAGE_ENDINGS = (".html", ".htm")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Problem(f"{message} ({self.prog} --help)")


def fail(message: str) -> int:
    """Say what went wrong on one line; the exit status."""
    print("foresight: " + " ".join(message.split()), file=sys.stderr)
    return 2


def bad_use(arguments: Sequence[str], commands: Sequence[str]) -> int:
    """Answer arguments that are neither one of the commands nor one file; the exit status."""
    said = _("{word} is not a command. Commands: {commands}. To open a workshop, give one file.")
    return fail(said.format(word=arguments[0][:60], commands=", ".join(commands)))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python main.py",
        usage="python main.py [FILE] | COMMAND ...",
        description="Foresight carries a strategic-foresight workshop. Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"Foresight {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog="python main.py")
    brief = commands.add_parser("brief", help="write the brief as PDF, or as a page for a browser")
    brief.add_argument("file", type=Path)
    brief.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf", help="or OUT.html")
    brief.add_argument("--language", choices=LANGUAGES, help="default: the language of the workshop")
    brief.add_argument("--pages", type=int, choices=SIZES, default=8)
    check = commands.add_parser("check", help="say whether files are sound")
    check.add_argument("files", type=Path, nargs="+", metavar="FILE")
    analyse = commands.add_parser("analyse", help="print the figures of a method as JSON")
    analyse.add_argument("file", type=Path)
    analyse.add_argument("method", help="a method that the command 'methods' lists")
    commands.add_parser("methods", help="list the methods installed")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit status."""
    speak("en")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # texts and file names of all the world, whatever the terminal is set to
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    try:
        status = _run(_parser().parse_args(arguments))
        sys.stdout.flush()
        return status
    except Problem as problem:
        return fail(problem.message)
    except BrokenPipeError:  # whoever read our output has had enough (head)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _run(options: argparse.Namespace) -> int:
    match options.command:
        case "brief":
            return _brief(options)
        case "check":
            return _check(options.files)
        case "analyse":
            return _analyse(options.file, options.method)
        case _:
            return _methods()


def _read(path: Path) -> Document:
    return open_file(path, slice_kinds()).document


def _brief(options: argparse.Namespace) -> int:
    """Write the brief; what the output is called says whether it is a PDF or a page for a browser."""
    from foresight.reporting.brief import write_brief
    from foresight.reporting.page import make_page

    output: Path = options.output
    if output.suffix == ENDING:
        raise Problem(
            _("{name} would replace a workshop by its brief. Give a name that ends in .pdf.").format(name=output)
        )
    document = _read(options.file)
    language = options.language or document[Workshop].language
    if output.suffix.lower() in PAGE_ENDINGS:
        write_whole(output, make_page(document, options.pages, language).encode())
    else:
        write_brief(document, output, pages=options.pages, language=language, file_name=options.file.name)
    print(output)
    return 0


def _check(files: Sequence[Path]) -> int:
    """One line a file: sound, repaired with what was done, or what is wrong."""
    status = 0
    for path in files:
        try:
            reading = open_file(path, slice_kinds()).reading
        except Problem as problem:
            status = fail(f"{path}: {problem.message}")
            continue
        remarks = [*reading.repairs, *([] if reading.writable else [_("Written by a newer program.")])]
        print(f"{path}: {' '.join(remarks) or _('sound')}")
    return status


def _analyse(path: Path, wanted: str) -> int:
    able = [method for method in discover() if method.analyse]
    method = next((method for method in able if method.id == wanted), None)
    if method is None:
        names = ", ".join(method.id for method in able)
        raise Problem(_("There are no figures for {name}. Methods: {names}.").format(name=wanted, names=names))
    assert method.analyse is not None
    figures = resolve(method.analyse)(_read(path))
    print(json.dumps(figures, ensure_ascii=False, indent=2, allow_nan=False))
    return 0


def _methods() -> int:
    def line(method: Method) -> str:
        return f"{method.id:<14}{_(method.title):<16}{_(method.purpose)}"

    print("\n".join(line(method) for method in discover()))
    return 0
