"""``summary FILE``: the summary across groups, as a report or as text."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from foresight.core.document import Document
from foresight.core.files import write_whole
from foresight.core.problems import Problem
from foresight.core.words import LANGUAGES, Language, _, speaking
from foresight.methods.summary.report import make_page, make_summary
from foresight.methods.summary.writing import as_text, write
from foresight.model.workshop import Workshop


def options(parser: ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("-o", "--output", type=Path, metavar="OUT.pdf", help="or OUT.html, OUT.md, OUT.txt")
    parser.add_argument("--language", choices=LANGUAGES, help="default: the language of the workshop")


def run(document: Document, options: Namespace) -> str:
    """Write the report and say where; without an output, the summary as text."""
    language: Language = options.language or document[Workshop].language
    output: Path | None = options.output
    if output is None:
        with speaking(language):
            return as_text(document).rstrip("\n")
    write_whole(output, made(document, output, language, options.file.name))
    return str(output)


def made(document: Document, output: Path, language: Language, file_name: str) -> bytes:
    """The summary as the bytes of a file of this name. Raises Problem for an ending that means nothing here."""
    match output.suffix.lower():
        case ".pdf":
            return make_summary(document, language, file_name)
        case ".html" | ".htm":
            return make_page(document, language).encode()
        case ".md" | ".txt" as ending:
            with speaking(language):
                return write(document, ending)
    raise Problem(_("{name} must end in .pdf, .html, .md or .txt.").format(name=output))
