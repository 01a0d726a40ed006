"""What every method keeps to, tested over whatever methods are installed: a deleted folder deletes its tests."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from conftest import SAMPLE_EN, SAMPLE_NB, OpenWorkspace
from foresight.core.brief import SIZES, Section, Size
from foresight.core.decoding import decode
from foresight.core.document import Document, Id, Slice
from foresight.core.encoding import encode
from foresight.core.folders import RESOURCES
from foresight.core.methods import GROUPS, Method, discover, resolve, slice_kinds
from foresight.core.naming import own_name
from foresight.core.words import LANGUAGES, Language, speaking
from foresight.kit.actions import ActionMark
from foresight.kit.fields import Form, LineField
from foresight.kit.workspace import Workspace
from foresight.shell.palette import thing_entries
from foresight.shell.window import Window
from tests.huge import huge
from tests.looking import nameless

ROOT = Path(__file__).resolve().parents[1]
METHODS = discover()
SAMPLES = {"en": SAMPLE_EN, "nb": SAMPLE_NB}


def each(methods: list[Method]) -> pytest.MarkDecorator:
    """A test for each of these methods, named by its id."""
    return pytest.mark.parametrize("method", methods, ids=lambda method: method.id)


each_method = each(list(METHODS))
with_workspace = each([method for method in METHODS if method.workspace])
with_sections = each([method for method in METHODS if method.sections])
with_figures = each([method for method in METHODS if method.analyse])


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """The workshops that every method must cope with."""
    samples = {language: decode(path.read_bytes(), slice_kinds()).document for language, path in SAMPLES.items()}
    return {"empty": Document(doc_id="empty"), **samples, "huge": huge()}


each_document = pytest.mark.parametrize("name", ["empty", "en", "nb", "huge"])

# Metadata


def test_ids_places_and_slice_keys_are_unique() -> None:
    assert len({method.id for method in METHODS}) == len(METHODS)
    assert len({method.order for method in METHODS}) == len(METHODS)
    assert len({kind.key for kind in slice_kinds()}) == len(slice_kinds())


@each_method
def test_a_method_says_what_it_is(method: Method) -> None:
    assert method.id == resolve(f"foresight.methods.{method.id}:METHOD").id  # type: ignore[attr-defined]
    assert method.group in GROUPS
    assert method.title
    assert method.purpose.endswith((".", "?"))
    assert (RESOURCES / "icons" / f"{method.icon}.svg").is_file()
    assert all(issubclass(kind, Slice) for kind in method.slices)


@each([method for method in METHODS if method.workspace])
def test_a_method_has_a_card_for_the_leader(method: Method) -> None:
    card = method.card
    assert card is not None
    assert card.minutes
    assert card.say
    assert card.steps
    assert card.mistakes


@each_method
def test_what_a_method_names_is_there(method: Method) -> None:
    for reference in (
        method.workspace,
        method.sections,
        method.making,
        method.appendix,
        method.analyse,
        method.findings,
        method.report,
    ):
        assert reference is None or callable(resolve(reference))


# Files


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples_load_without_repairs(language: Language) -> None:
    reading = decode(SAMPLES[language].read_bytes(), slice_kinds())

    assert reading.repairs == ()
    assert reading.writable
    assert reading.document.foreign == {}


@each_document
def test_slices_come_back_from_a_file_as_they_were(name: str, documents: dict[str, Document]) -> None:
    document = documents[name]
    reading = decode(encode(document), slice_kinds())

    assert reading.document == document
    assert reading.repairs == ()
    assert encode(reading.document) == encode(document)


# Figures and sections


@with_figures
@each_document
def test_figures_are_plain_json(method: Method, name: str, documents: dict[str, Document]) -> None:
    assert method.analyse is not None
    figures = resolve(method.analyse)(documents[name])

    assert isinstance(figures, dict)
    assert json.loads(json.dumps(figures, allow_nan=False)) == json.loads(json.dumps(figures))


@with_figures
def test_figures_of_the_sample_say_something(method: Method, sample: Document) -> None:
    assert method.analyse is not None
    assert resolve(method.analyse)(sample)


@each([method for method in METHODS if method.analyse and method.findings])
def test_figures_of_what_groups_said_have_counts_and_sentences_in_both_languages(
    method: Method, sample: Document
) -> None:
    assert method.analyse is not None
    held = list(_under((), resolve(method.analyse)(sample)))
    names = {name for path, _value in held for name in path}
    told = {language: [text for path, text in held if path[-1] == language] for language in LANGUAGES}

    assert "n" in names
    assert names & {"count", "counts", "share", "shares"}
    assert any(told["en"])
    assert [bool(text) for text in told["en"]] == [bool(text) for text in told["nb"]]
    assert [one for one, other in zip(*told.values(), strict=True) if one == other != ""] == []


def _under(path: tuple[Any, ...], value: Any) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Everything that is no heap of other things, with the way to it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if inner is None:
        yield path, value
    for name, held in inner or ():
        yield from _under((*path, name), held)


@each([method for method in METHODS if method.findings])
@each_document
def test_findings_rest_on_counts_and_are_the_same_in_both_languages(
    method: Method, name: str, documents: dict[str, Document]
) -> None:
    assert method.findings is not None
    found = {}
    for language in LANGUAGES:
        with speaking(language):
            found[language] = resolve(method.findings)(documents[name])

    assert isinstance(found["en"], tuple)
    keys = [finding.key for finding in found["en"]]
    assert len(set(keys)) == len(keys)
    assert [finding.key for finding in found["nb"]] == keys
    for finding in chain.from_iterable(found.values()):
        assert finding.text
        assert finding.chapter
        assert finding.counts
        assert all(label and count for label, count in finding.counts)


@with_sections
@pytest.mark.parametrize("pages", SIZES)
@each_document
def test_sections_print(method: Method, pages: Size, name: str, documents: dict[str, Document]) -> None:
    from foresight.reporting.brief import render

    document = documents[name]
    language: Language = "nb" if name == "nb" else "en"
    with speaking(language):
        sections = _sections(method, document, pages)
        printed = render(sections, document, pages, language) if sections else b""

    if name == "empty":
        assert all(section.blocks for section in sections)
    if printed:
        assert len(pypdfium2.PdfDocument(BytesIO(printed))) >= 1


@each([method for method in METHODS if method.report])
@each_document
def test_pages_of_the_summary_report_print(method: Method, name: str, documents: dict[str, Document]) -> None:
    from foresight.reporting.report import make_report

    document = documents[name]
    language: Language = "nb" if name == "nb" else "en"
    assert method.report is not None
    with speaking(language):
        pages = resolve(method.report)(document)
        printed = make_report(pages, document, "Report", language) if pages else b""

    assert all(page.page == "report" and page.title for page in pages)
    assert name == "huge" or bool(pages) == (name != "empty")
    if printed:
        assert len(pypdfium2.PdfDocument(BytesIO(printed))) >= len(pages)


def _sections(method: Method, document: Document, pages: Size) -> tuple[Section, ...]:
    assert method.sections is not None
    sections: tuple[Section, ...] = resolve(method.sections)(document, pages)
    assert isinstance(sections, tuple)
    return sections


# Workspaces


def _views(workspace: Workspace) -> Iterator[int]:
    """Show each view in turn, or the workspace itself when it has none, and let it paint."""
    for index in range(max(workspace.view_count, 1)):
        workspace.show_view(index)
        QApplication.processEvents()
        assert not workspace.grab().isNull()
        yield index


def _one_of_each(method: Method, document: Document) -> list[Id]:
    """The first entity of every kind that the method reads."""
    found: dict[type, Id] = {}
    for part in method.slices:
        for entity in document[part].entities():
            found.setdefault(type(entity), entity.id)
    return list(found.values())


@with_workspace
@pytest.mark.parametrize("name", ["empty", "en", "huge"])
def test_showing_a_workspace_changes_nothing(
    method: Method, name: str, documents: dict[str, Document], open_workspace: OpenWorkspace
) -> None:
    document = documents[name]
    workspace, session = open_workspace(method.id, document)
    inspector = workspace.inspector

    for _index in _views(workspace):
        for entity in _one_of_each(method, document):
            session.select(entity)
        workspace.render_document(document)
    if inspector is not None:
        inspector.grab()

    assert session.document is document
    assert session.history.undo_label is None


@with_workspace
def test_a_workspace_follows_from_one_document_to_another(
    method: Method, documents: dict[str, Document], open_workspace: OpenWorkspace
) -> None:
    workspace, session = open_workspace(method.id, documents["huge"])
    for name in ("empty", "en", "huge", "empty"):
        session.select(*_one_of_each(method, session.document))
        session.open(documents[name])
        for _index in _views(workspace):
            assert session.document is documents[name]
    assert session.selection == ()


@with_workspace
def test_views_open_inside_the_window(method: Method, sample: Document, open_workspace: OpenWorkspace) -> None:
    """A part that is shown before it has its place flashes up as a window of its own, and takes the keys away."""
    workspace, _session = open_workspace(method.id, sample)
    for _index in _views(workspace):
        assert QApplication.activeWindow() is workspace


@with_workspace
@pytest.mark.parametrize("name", ["empty", "en"])
def test_every_control_has_a_name(
    method: Method, name: str, documents: dict[str, Document], open_workspace: OpenWorkspace
) -> None:
    document = documents[name]
    workspace, session = open_workspace(method.id, document)
    found = {fault for _index in _views(workspace) for fault in nameless(workspace)}
    if workspace.inspector is not None:
        workspace.inspector.show()
        for entity in _one_of_each(method, document):
            session.select(entity)
            found |= nameless(workspace.inspector)

    assert not found, "\n".join(sorted(found))


@with_workspace
def test_labels_show_text_as_it_is_and_fields_take_what_the_model_takes(
    method: Method, sample: Document, open_workspace: OpenWorkspace
) -> None:
    workspace, session = open_workspace(method.id, sample)
    found: set[str] = set()
    for _index in _views(workspace):
        for entity in _one_of_each(method, sample):
            session.select(entity)
            for root in filter(None, (workspace, workspace.inspector)):
                found.update(_rich_labels(root), _wide_fields(root))
    assert not found, "\n".join(sorted(found))


def _rich_labels(root: QWidget) -> Iterator[str]:
    """Labels whose text Qt would look through for mark-up."""
    for label in root.findChildren(QLabel):
        if label.text() and label.textFormat() != Qt.TextFormat.PlainText:
            yield f"label: {label.text()}"


def _wide_fields(root: QWidget) -> Iterator[str]:
    """Fields in forms in which one can write more than the model holds."""
    for form in (form for form in root.findChildren(Form) if form.shown):
        held = type(form.shown[0]).model_json_schema()["properties"]
        for field in form.fields:
            most = held.get(field.name, {}).get("maxLength")
            taken = field.line.maxLength() if isinstance(field, LineField) else getattr(field, "limit", None)
            if most is not None and taken is not None and taken > most:
                yield f"{type(form.shown[0]).__name__}.{field.name}: {taken}, the model holds {most}"


@with_workspace
def test_no_key_means_two_things(method: Method, sample: Document, open_workspace: OpenWorkspace) -> None:
    workspace, _session = open_workspace(method.id, sample)
    for _index in _views(workspace):
        pass
    everywhere = [*_window_keys(), *_own_keys(workspace)]
    inside = {
        key
        for widget in workspace.findChildren(QWidget)
        if not isinstance(widget.parent(), Workspace) or widget.actions()
        for key in _own_keys(widget, shared=workspace)
    }

    assert [key for key, times in Counter(everywhere).items() if times > 1] == []
    assert not inside.intersection(everywhere)


def _own_keys(owner: QWidget, shared: QWidget | None = None) -> list[str]:
    """The keys of a widget's actions and shortcuts, without those of actions that are ``shared``'s."""
    known = shared.actions() if shared is not None else []
    keys = [key for made in owner.actions() if made not in known for key in made.shortcuts()]
    keys += [shortcut.key() for shortcut in owner.findChildren(QShortcut, options=_DIRECT)]
    return [key.toString() for key in keys if not key.isEmpty()]


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def _window_keys() -> list[str]:
    """The keys of the window that holds the workspaces."""
    marks = {
        name: member.__action__
        for kind in reversed(Window.__mro__)
        for name, member in vars(kind).items()
        if isinstance(getattr(member, "__action__", None), ActionMark)
    }
    keys = [mark.shortcut for mark in marks.values() if mark.shortcut]
    keys += [f"Alt+{number}" for number in range(1, 10)]
    return [QKeySequence(key).toString() for key in keys]


# Imports

IMPORT_EACH = """
import importlib, json, pkgutil, sys
from foresight.core.methods import discover
found = {}
for method in discover():
    folder = importlib.import_module("foresight.methods." + method.id)
    for module in pkgutil.iter_modules(folder.__path__):
        if not module.name.startswith("view") and module.name != "tests":
            importlib.import_module(folder.__name__ + "." + module.name)
    qt = [name for name in sys.modules if name.split(".")[0] == "PySide6" or name.startswith("foresight.kit")]
    found[method.id] = qt
    for name in qt:
        del sys.modules[name]
print(json.dumps(found))
"""

IMPORT_WORKSPACES = """
import json, sys
from foresight.core.methods import discover, resolve
found = {}
for method in discover():
    before = set(sys.modules)
    if method.workspace:
        resolve(method.workspace)
    new = {name.split(".")[0] for name in set(sys.modules) - before}
    found[method.id] = sorted(new & {"networkx", "numpy", "reportlab", "pypdfium2"})
print(json.dumps(found))
"""


def _run(program: str, folder: Path = ROOT) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def qt_imported() -> Any:
    """What of Qt the modules of each method import that should need none."""
    return json.loads(_run(IMPORT_EACH))


@pytest.fixture(scope="module")
def heavy_imported() -> Any:
    """What each workspace imports of the libraries that take long to load."""
    return json.loads(_run(IMPORT_WORKSPACES))


@each_method
def test_all_but_the_views_work_without_qt(method: Method, qt_imported: dict[str, list[str]]) -> None:
    assert qt_imported[method.id] == []


@with_workspace
def test_a_workspace_opens_without_heavy_libraries(method: Method, heavy_imported: dict[str, list[str]]) -> None:
    assert heavy_imported[method.id] == []


# Deleting a method

WITHOUT_ONE = """
import sys
from pathlib import Path
from foresight.core.decoding import decode
from foresight.core.encoding import encode
from foresight.core.methods import discover, slice_kinds
for path in Path("scenarios").glob("*.foresight"):
    text = path.read_bytes()
    reading = decode(text, slice_kinds())
    assert reading.repairs == (), reading.repairs
    assert encode(reading.document) == text, path.name
import runpy
sys.argv = ["main.py", "methods"]
runpy.run_path("main.py", run_name="__main__")
"""


@pytest.fixture(scope="module")
def copy_of_the_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program without its tests, in a folder of its own."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "foresight", folder / "foresight", ignore=shutil.ignore_patterns("tests"))
    shutil.copytree(ROOT / "scenarios", folder / "scenarios")
    shutil.copy(ROOT / "main.py", folder)
    return folder


@each_method
def test_without_its_folder_everything_else_goes_on(method: Method, copy_of_the_program: Path, tmp_path: Path) -> None:
    folder = copy_of_the_program / "foresight" / "methods" / method.id
    aside = tmp_path / method.id
    shutil.move(folder, aside)
    try:
        listed = _run(WITHOUT_ONE, copy_of_the_program)
    finally:
        shutil.move(aside, folder)

    assert [line.split()[0] for line in listed.splitlines()] == [m.id for m in METHODS if m.id != method.id]


def test_nothing_is_at_home_in_two_methods() -> None:
    homes = [kind for method in discover() for kind in method.home_of]
    assert len(homes) == len(set(homes))
    assert all(set(method.home_of) <= set(method.slices) for method in discover())


@pytest.mark.parametrize("method", [method for method in discover() if method.home_of], ids=lambda method: method.id)
def test_a_search_leads_to_where_a_thing_is_at_home(method: Method, sample: Document) -> None:
    led: list[tuple[str, Id]] = []
    for entry in thing_entries(discover(), sample, lambda *to: led.append(to)):
        entry.act()
    named = {one.id for kind in method.home_of for one in sample[kind].entities() if own_name(one)}
    assert {entity for to, entity in led if to == method.id} == named
