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
from typing import TYPE_CHECKING, NoReturn

from foresight import __version__
from foresight.core.brief import SIZES
from foresight.core.decoding import Reading
from foresight.core.document import Document
from foresight.core.files import write_whole
from foresight.core.methods import Command, Exchange, Method, Way, commands, discover, exchanges, resolve, slice_kinds
from foresight.core.problems import Problem
from foresight.core.progress import no_tick
from foresight.core.storage import ENDING, open_file, save
from foresight.core.words import LANGUAGES, _, speak, speaking
from foresight.model.workshop import Workshop

if TYPE_CHECKING:
    from foresight.core.proposals import Proposal

PAGE_ENDINGS = (".html", ".htm")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Problem(f"{message} ({self.prog} --help)")


def fail(message: str) -> int:
    """Say what went wrong on one line; the exit status."""
    print("foresight: " + " ".join(message.split()), file=sys.stderr)
    return 2


def bad_use(arguments: Sequence[str], words: Sequence[str]) -> int:
    """Answer arguments that are neither one of the commands nor one file; the exit status."""
    said = _("{word} is not a command. Commands: {commands}. To open a workshop, give one file.")
    return fail(said.format(word=arguments[0][:60], commands=", ".join(words)))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python main.py",
        usage="python main.py [FILE] | COMMAND ...",
        description="Foresight carries a strategic-foresight workshop. Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"Foresight {__version__}")
    words = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog="python main.py")
    brief = words.add_parser("brief", help="write the brief as PDF, or as a page for a browser")
    brief.add_argument("file", type=Path)
    brief.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf", help="or OUT.html")
    brief.add_argument("--language", choices=LANGUAGES, help="default: the language of the workshop")
    brief.add_argument("--pages", type=int, choices=SIZES, default=8)
    brief.add_argument("--appendix", action="store_true", help="add all judgements with their reasons")
    check = words.add_parser("check", help="say whether files are sound")
    check.add_argument("files", type=Path, nargs="+", metavar="FILE")
    analyse = words.add_parser("analyse", help="print the figures of a method as JSON")
    analyse.add_argument("file", type=Path)
    analyse.add_argument("method", help="a method that the command 'methods' lists")
    words.add_parser("methods", help="list the methods installed")
    taken = words.add_parser(
        "import",
        help="take over a table or a graph",
        description="Cells that need a look are listed; then nothing is written, unless --yes agrees to that.",
    )
    taken.add_argument("input", type=Path, metavar="IN", help=_endings("read"))
    taken.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.foresight", help="made, or added to")
    taken.add_argument("--as", dest="kind", metavar="KIND", help=_ids("read"))
    taken.add_argument("--yes", action="store_true", help="agree to what is listed, and write the rest")
    given = words.add_parser("export", help="write a table, a graph or a picture for other programs")
    given.add_argument("file", type=Path)
    given.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help=_endings("write"))
    given.add_argument("--as", dest="kind", metavar="KIND", help=_ids("write"))
    given.add_argument("--language", choices=LANGUAGES, help="default: the language of the workshop")
    for method, one in commands():
        added = words.add_parser(one.word, help=one.purpose)
        added.add_argument("file", type=Path, metavar="FILE", help="a workshop, or a file that 'import' reads")
        added.set_defaults(added=(method, one))
        if one.options:
            resolve(one.options)(added)
    return parser


def _endings(way: Way) -> str:
    return ", ".join(dict.fromkeys(ending for _method, one in exchanges(way) for ending in one.endings))


def _ids(way: Way) -> str:
    return "what the file holds: " + ", ".join(one.id for _method, one in exchanges(way))


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
        case "import":
            return _import(options)
        case "export":
            return _export(options)
        case "methods":
            return _methods()
        case _:
            method, command = options.added
            return _added(method, command, options)


def _read(path: Path) -> Document:
    """The document in a file; what had to be put right is said on standard error."""
    reading = open_file(path, slice_kinds()).reading
    _say_repairs(path, reading)
    return reading.document


def _say_repairs(path: Path, reading: Reading) -> None:
    for said in (*reading.repairs, *reading.taken_out):
        print(f"{path}: {said}", file=sys.stderr)


def _say_remarks(path: Path, proposal: "Proposal") -> None:
    for line in (*proposal.notes, *(remark.text for remark in proposal.remarks)):
        print(f"{path}: {line}", file=sys.stderr)


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
        write_whole(output, make_page(document, options.pages, language, appendix=options.appendix).encode())
    else:
        write_brief(document, output, options.pages, language, options.file.name, appendix=options.appendix)
    print(output)
    return 0


def _check(files: Sequence[Path]) -> int:
    """One line a file: sound, repaired with what was done, or what is wrong; below it what was taken out."""
    status = 0
    for path in files:
        try:
            reading = open_file(path, slice_kinds()).reading
        except Problem as problem:
            status = fail(f"{path}: {problem.message}")
            continue
        remarks = [*reading.repairs, *([] if reading.writable else [_("Written by a newer program.")])]
        print(f"{path}: {' '.join(remarks) or _('sound')}")
        for said in reading.taken_out:
            print(f"  {said}")
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


def _added(method: Method, command: Command, options: argparse.Namespace) -> int:
    """Run a command of a method; a file of another program is first taken over into an empty workshop."""
    path: Path = options.file
    foreign = [one for one in method.exchanges if one.read and path.suffix.lower() in one.endings]
    if foreign:
        empty = Document()
        proposal = resolve(str(foreign[0].read))(empty, path, tick=no_tick)
        _say_remarks(path, proposal)
        document = proposal.edit.apply(empty)
    else:
        document = _read(path)
    print(resolve(command.run)(document, options))
    return 0


def _methods() -> int:
    def line(method: Method) -> str:
        return f"{method.id:<14}{_(method.title):<16}{_(method.purpose)}"

    print("\n".join(line(method) for method in discover()))
    return 0


def _import(options: argparse.Namespace) -> int:
    """Add what a file holds to a workshop, a new one where there is none; remarks stop it unless --yes."""
    from foresight.core.differences import summary
    from foresight.core.proposals import changes

    output: Path = options.output
    if output.suffix != ENDING:
        raise Problem(_("{name} must be a workshop: give a name that ends in .foresight.").format(name=output))
    read = resolve(str(_exchange("read", options.input, options.kind).read))
    is_there = os.path.exists(output)  # noqa: PTH110 - never raises, as Path.exists does for a name that is too long
    opened = open_file(output, slice_kinds()) if is_there else None
    if opened is not None:
        _say_repairs(output, opened.reading)
    if opened is not None and not opened.reading.writable:
        raise Problem(_("{name} was saved by a newer Foresight and is not changed.").format(name=output))
    document = opened.document if opened is not None else Document()
    proposal = read(document, options.input, tick=no_tick)
    _say_remarks(options.input, proposal)
    if proposal.remarks and not options.yes:
        raise Problem(_("Nothing was written. Put right what is listed above, or agree to it with --yes."))
    found = changes(document, proposal)
    if found or opened is None:
        save(proposal.edit.apply(document), output, opened.stamp if opened is not None else None)
    print(f"{output}: {summary(found) or _('nothing new')}")
    return 0


def _export(options: argparse.Namespace) -> int:
    output: Path = options.output
    write = resolve(str(_exchange("write", output, options.kind).write))
    document = _read(options.file)
    with speaking(options.language or document[Workshop].language):
        write_whole(output, write(document, output.suffix.lower()))
    print(output)
    return 0


def _exchange(way: Way, path: Path, kind: str | None) -> Exchange:
    """The one kind of file that is meant, by its id or else by the ending of the name.

    Where several kinds have this ending it is the usual one, and that is said.
    """
    ending = path.suffix.lower()
    fitting = [one for _method, one in exchanges(way) if ending in one.endings]
    chosen = [one for one in fitting if kind in (None, one.id)]
    if not fitting:
        said = _("{name} has none of these endings: {endings}.")
        raise Problem(said.format(name=path, endings=_endings(way)))
    usual = [one for one in chosen if ending in one.usual]
    if kind is None and len(chosen) > 1 and len(usual) == 1:
        said = _("{name} is taken for: {kind}. Other kinds: --as {others}.")
        others = "|".join(one.id for one in fitting if one is not usual[0])
        print(said.format(name=path, kind=_(usual[0].title), others=others), file=sys.stderr)
        return usual[0]
    if len(chosen) != 1:
        said = _("{name} may hold several things. Say which with --as: {kinds}.")
        raise Problem(said.format(name=path, kinds=", ".join(f"{one.id} ({_(one.title)})" for one in fitting)))
    return chosen[0]
