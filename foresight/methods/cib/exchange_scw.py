"""The cross-impact matrix as a project of ScenarioWizard: out, and back in."""

from collections.abc import Iterator
from pathlib import Path

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.progress import Tick
from foresight.core.proposals import Proposal
from foresight.core.words import _, ngettext
from foresight.exchange.encodings import WINDOWS
from foresight.exchange.files import read_small
from foresight.methods.cib.model import CrossImpact
from foresight.methods.cib.originals import packed
from foresight.methods.cib.scw import Project, Source
from foresight.methods.cib.scw_form import drafted, form_of, project_of
from foresight.methods.cib.scw_reading import parse
from foresight.methods.cib.scw_writing import write as write_project


def write(document: Document, ending: str) -> bytes:
    """The matrix as a project file; what is as it was read stands there as it stood."""
    form = form_of(document)
    return write_project(project_of(document, form), form.source)


def read(document: Document, path: Path, tick: Tick) -> Proposal:
    """What this project would make of the matrix. Raises Problem, with the number of the line."""
    data = read_small(path)
    source = parse(data)
    after = _imported(document, source, data)
    label = _("Import cross-impact matrix")
    edit = Edit(label, lambda held: after if held is document else _imported(held, source, data))
    return Proposal(edit, source.remarks, tuple(_notes(source)))


def _imported(document: Document, source: Source, data: bytes) -> Document:
    """The document with what the project says; the file is kept where it could not be given back as it came without."""
    after = document.put(drafted(document, source.project))
    if write(after, ".scw") == data:
        return after
    original = packed(data)
    if original is None:
        return after
    keeping = after.put(after[CrossImpact].but(originals=(original,)))
    return keeping if write(keeping, ".scw") == data else after


def _notes(source: Source) -> Iterator[str]:
    if source.encoding == WINDOWS:
        yield _("The file was read as Windows-1252. Check letters such as æ, ø and å.")
    groups, themselves = _unbalanced(source.project), _acting_on_themselves(source.project)
    if groups:
        said = ngettext(
            "{n} judgement group does not sum to 0: the matrix is not standardised.",
            "{n} judgement groups do not sum to 0: the matrix is not standardised.",
            groups,
        )
        yield said.format(n=groups)
    if themselves:
        said = ngettext(
            "{n} descriptor acts on itself, which the method does not foresee. It counts as it stands.",
            "{n} descriptors act on themselves, which the method does not foresee. They count as they stand.",
            themselves,
        )
        yield said.format(n=themselves)


def _spans(project: Project) -> Iterator[slice]:
    """The rows of each descriptor."""
    start = 0
    for size in project.sizes:
        yield slice(start, start + size)
        start += size


def _unbalanced(project: Project) -> int:
    """The judgement groups that do not sum to 0."""
    return sum(sum(row[span]) != 0 for span in _spans(project) for row in project.rows)


def _acting_on_themselves(project: Project) -> int:
    """The descriptors with a judgement on themselves."""
    return sum(any(any(row[span]) for row in project.rows[span]) for span in _spans(project))
