"""What the source marks for translation, and which catalogue answers for it.

The rule: the strings of a method, and those of reporting, stand in the ``nb.po`` beside them, all others in
``resources/nb.po``. What the shared catalogue has need not be repeated. Wherever a string stands, its translation is
the same, because the window puts all catalogues together.

``python -m tests.catalogues`` prints the entries that are missing, ready to be filled in.
"""

import ast
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from foresight.core.folders import RESOURCES
from foresight.core.naming import usual_label
from foresight.core.words import Entry, Key, read_po

PACKAGE = Path(__file__).resolve().parents[1] / "foresight"
SHARED = RESOURCES / "nb.po"
MARKERS = {"_": 1, "N_": 1, "ngettext": 2}
"""How many of the first arguments of each function are texts."""


@dataclass(frozen=True)
class Marked:
    """A text that the source marks: its forms (one, or singular and plural) and where it stands."""

    forms: tuple[str, ...]
    place: str


@dataclass(frozen=True)
class Catalogue:
    """A catalogue and the source files that it answers for."""

    path: Path
    sources: tuple[Path, ...]

    @property
    def name(self) -> str:
        """Its path inside the project."""
        return self.path.relative_to(PACKAGE.parent).as_posix()

    def entries(self) -> dict[Key, Entry]:
        """Its translations, none when there is no such file."""
        return read_po(self.path.read_text("utf-8")) if self.path.exists() else {}

    def marked(self) -> list[Marked]:
        """Every text that its sources mark."""
        return [marked for path in self.sources for marked in _marked(path)]


@cache
def _marked(path: Path) -> tuple[Marked, ...]:
    return tuple(marked_in(path.read_text("utf-8"), short(path)))


def short(path: Path) -> str:
    """The path of a source file inside the project."""
    return path.relative_to(PACKAGE.parent).as_posix()


def catalogues() -> tuple[Catalogue, ...]:
    """The shared catalogue first, then those of reporting and of each method."""
    methods = sorted(init.parent for init in (PACKAGE / "methods").glob("*/__init__.py"))
    others = [Catalogue(folder / "nb.po", tuple(_sources(folder))) for folder in (PACKAGE / "reporting", *methods)]
    taken = {path for catalogue in others for path in catalogue.sources}
    rest = tuple(path for path in _sources(PACKAGE) if path not in taken)
    return (Catalogue(SHARED, rest), *others)


def _sources(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.py")) if "tests" not in path.relative_to(PACKAGE).parts)


def marked_in(source: str, name: str) -> Iterator[Marked]:
    """The literal texts that a source file gives to the markers; what its values and their fields are called."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            texts = [str(argument.value) for argument in _texts_of(node) if isinstance(argument, ast.Constant)]
            if texts:
                yield Marked(tuple(texts), f"{name}:{node.lineno}")
        elif isinstance(node, ast.ClassDef):
            yield from (Marked(forms, f"{name}:{node.lineno}") for forms in _nouns(node))
            yield from (Marked((text,), f"{name}:{node.lineno}") for text in _labels(node))


def _texts_of(call: ast.Call) -> list[ast.expr]:
    """The arguments of a marker that are texts; none for any other call."""
    count = MARKERS.get(call.func.id, 0) if isinstance(call.func, ast.Name) else 0
    starred = any(isinstance(argument, ast.Starred) for argument in call.args[:count])
    return call.args[:1] if starred else call.args[:count]


def _nouns(kind: ast.ClassDef) -> Iterator[tuple[str, ...]]:
    """The ``noun`` pair that a class of values gives itself."""
    for name, _annotation, value in _assigned(kind):
        if name == "noun":
            yield tuple(ast.literal_eval(value))


def _labels(kind: ast.ClassDef) -> Iterator[str]:
    """What the fields of a class of values are called, but for those that it calls something else itself."""
    if not {ast.unparse(base) for base in kind.bases} & {"Value", "Entity", "Slice"}:
        return
    lines = list(_assigned(kind))
    own = [value for name, _annotation, value in lines if name == "labels"]
    called = {ast.literal_eval(key) for names in own if isinstance(names, ast.Dict) for key in names.keys if key}
    for name, annotation, _value in lines:
        if annotation and not annotation.startswith("ClassVar") and name not in {"id", *called}:
            yield usual_label(name)


def _assigned(kind: ast.ClassDef) -> Iterator[tuple[str, str, ast.expr]]:
    """What a class gives names to: name, annotation or "", and value (where there is none: the name)."""
    for line in kind.body:
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
            yield line.target.id, ast.unparse(line.annotation), line.value or line.target
        elif isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
            yield line.targets[0].id, "", line.value


def unreadable_marks(source: str, name: str) -> Iterator[str]:
    """Places where a marker is given a text that is put together on the spot, so that no catalogue can have it.

    ``_`` may be given a name, an attribute or an item of something: a text that was marked with ``N_`` elsewhere.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        for argument in _texts_of(node):
            literal = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            marker = node.func.id if isinstance(node.func, ast.Name) else ""
            elsewhere = isinstance(argument, (ast.Name, ast.Attribute, ast.Subscript, ast.Starred)) and marker != "N_"
            if not (literal or elsewhere):
                yield f"{name}:{node.lineno}: {ast.unparse(node)}"


def missing(catalogue: Catalogue, known: Iterable[Key]) -> list[Marked]:
    """What a catalogue's sources mark and neither it nor ``known`` (the shared catalogue) has, each once."""
    have = {*catalogue.entries(), *known}
    found = {marked.forms[0]: marked for marked in reversed(catalogue.marked()) if marked.forms[0] not in have}
    return list(reversed(found.values()))


def main() -> None:
    """Print what is missing in the form of the catalogues."""
    everything = catalogues()
    known = everything[0].entries()
    for catalogue in everything:
        for marked in missing(catalogue, known):
            print(f"#. {catalogue.name}, {marked.place}")
            for keyword, form in zip(("msgid", "msgid_plural"), marked.forms, strict=False):
                print(f"{keyword} {json.dumps(form, ensure_ascii=False)}")
            if len(marked.forms) == 1:
                print('msgstr ""\n')
            else:
                print('msgstr[0] ""\nmsgstr[1] ""\n')


if __name__ == "__main__":
    main()
