"""What a foresight method contributes, and how the installed ones are found."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from foresight.core.document import Slice
from foresight.core.words import N_, add_catalogues

Group = Literal["prepare", "map", "imagine", "ourselves", "act", "deliver"]

Way = Literal["read", "write"]

GROUPS: dict[Group, str] = {
    "prepare": N_("Prepare"),
    "map": N_("Map out"),
    "imagine": N_("Imagine"),
    "ourselves": N_("Ourselves"),
    "act": N_("Act"),
    "deliver": N_("Deliver"),
}
"""The stages of a workshop, in working order."""


@dataclass(frozen=True)
class MethodCard:
    """What a leader needs at the point of use. All texts are marked with N_ and translated when shown."""

    minutes: str
    """How long it takes with a room, such as "30-45"."""
    say: tuple[str, ...]
    """What to say to the room."""
    steps: tuple[str, ...]
    mistakes: tuple[str, ...]
    """Common mistakes."""


@dataclass(frozen=True)
class Exchange:
    """A kind of file in which things of a method leave the workshop, or come into it."""

    id: str
    """What the command line calls it. No two have the same."""
    title: str
    """Marked with N_; what the file holds."""
    endings: tuple[str, ...]
    """Such as ".csv", in small letters; the usual one first."""
    write: str | None = None
    """(document, ending) -> the bytes of the file, in the present language."""
    read: str | None = None
    """(document, path, tick) -> proposals.Proposal. Raises Problem for a file that cannot be read."""
    usual: tuple[str, ...] = ()
    """The endings that mean this kind on the command line when several have them and nobody says which."""


@dataclass(frozen=True)
class Command:
    """A word of the command line that a method adds: ``python main.py WORD FILE``.

    FILE is a workshop, or any file that the method reads (``Method.exchanges``).
    """

    word: str
    """Small letters only. No two have the same."""
    purpose: str
    """What it does, for --help, which is in English."""
    run: str
    """(document, options) -> the text that is printed. Raises Problem."""
    options: str | None = None
    """(argparse.ArgumentParser) -> None; adds the command's own options."""


@dataclass(frozen=True)
class Method:
    """A foresight method: one folder. Contributions are "module:name" texts, loaded when first used."""

    id: str
    title: str
    """Marked with N_; a word or two for the rail."""
    purpose: str
    """Marked with N_; one sentence."""
    group: Group
    order: int
    """Working order across all groups."""
    icon: str = ""
    """The name of a drawing in resources/icons."""
    slices: tuple[type[Slice], ...] = ()
    """What it reads or writes."""
    home_of: tuple[type[Slice], ...] = ()
    """Those of them whose things are seen and changed first of all here: where a search leads to."""
    workspace: str | None = None
    """A kit.workspace.Workspace."""
    sections: str | None = None
    """(document, pages) -> tuple of brief.Section; pages is 2, 4 or 8."""
    making: str | None = None
    """document -> sentences that the brief adds to how it was made, in the present language."""
    appendix: str | None = None
    """document -> tuple of brief.Section on its appendix: everything that was judged."""
    report: str | None = None
    """document -> tuple of brief.Section with page "report", for the summary report: each gets a page of its own."""
    analyse: str | None = None
    """document -> the method's figures, as values that json.dumps takes."""
    findings: str | None = None
    """document -> tuple of findings.Finding: what its counts say across all groups, in the present language."""
    exchanges: tuple[Exchange, ...] = ()
    """Kinds of files for its things, in the order in which they are offered."""
    commands: tuple[Command, ...] = ()
    """Its words on the command line."""
    card: MethodCard | None = None


def resolve(reference: str) -> Callable[..., Any]:
    """The object that "module:name" names."""
    module, name = reference.split(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


@cache
def discover(package: str = "foresight.methods") -> tuple[Method, ...]:
    """The methods installed, in working order: every sub-package that has a METHOD."""
    root = importlib.import_module(package)
    found = []
    for module in pkgutil.iter_modules(root.__path__):
        if module.ispkg:
            folder = importlib.import_module(f"{package}.{module.name}")
            add_catalogues(Path(folder.__path__[0]))
            found.append(folder.METHOD)
    return tuple(sorted(found, key=lambda method: method.order))


def exchanges(way: Way) -> tuple[tuple[Method, Exchange], ...]:
    """Every kind of file that can be read, or written, with the method that it belongs to."""
    return tuple((method, one) for method in discover() for one in method.exchanges if getattr(one, way))


def commands() -> tuple[tuple[Method, Command], ...]:
    """Every command that the installed methods add to the command line, with its method."""
    return tuple((method, one) for method in discover() for one in method.commands)


@cache
def slice_kinds() -> tuple[type[Slice], ...]:
    """Every slice that an installed method reads or writes, by its key in the file."""
    kinds = {kind for method in discover() for kind in method.slices}
    return tuple(sorted(kinds, key=lambda kind: kind.key))
