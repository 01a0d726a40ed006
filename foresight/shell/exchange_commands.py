"""Import and export: what methods read from files of other programs, and write for them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from foresight.core.document import Document
from foresight.core.files import write_whole
from foresight.core.methods import Exchange, Method, exchanges, resolve
from foresight.core.problems import Problem
from foresight.core.progress import Tick
from foresight.core.text import file_stem
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.problems import tell
from foresight.kit.saving import ask_where
from foresight.model.workshop import Workshop
from foresight.shell.navigation import Navigation

if TYPE_CHECKING:
    from foresight.core.differences import Difference
    from foresight.core.proposals import Proposal

KINDS = {
    ".csv": N_("Table as text (*.csv)"),
    ".xlsx": N_("Excel workbook (*.xlsx)"),
    ".graphml": N_("Graph (*.graphml)"),
    ".scw": N_("ScenarioWizard project (*.scw)"),
    ".sl": N_("ScenarioWizard solutions (*.sl)"),
    ".png": N_("Picture (*.png)"),
    ".svg": N_("Drawing (*.svg)"),
    ".pdf": N_("Document (*.pdf)"),
    ".ics": N_("Calendar (*.ics)"),
}
"""What files with these endings are called when one is saved."""

Kind = tuple[Method, Exchange]


class ExchangeCommands(Navigation):
    """Nothing that is read changes anything before it was shown and agreed to; then it is one step."""

    @action(N_("Import…"), icon="download")
    def import_file(self) -> None:
        """Choose a file and what is in it; show what it would change; change it."""
        if not self.session.may_edit():
            return
        kinds = exchanges("read")
        everything = _pattern(_("All that can be imported"), {end for _method, one in kinds for end in one.endings})
        patterns = {_pattern(_name(kind), kind[1].endings): kind for kind in kinds}
        filters = ";;".join([everything, *patterns, _("All files (*)")])
        name, chosen = QFileDialog.getOpenFileName(self, _("Import"), str(self._folder()), filters)
        if name:
            self.import_path(Path(name), patterns.get(chosen))

    def import_path(self, path: Path, kind: Kind | None = None) -> bool:
        """Import a file, after asking what is in it where its ending does not say so. Whether anything changed."""
        if not self.session.may_edit():
            return False
        kind = kind or self._asked_kind(_("What is in {name}?").format(name=path.name), _kinds_of(path))
        if kind is None:
            return False
        from foresight.kit.working import carried_out
        from foresight.shell.preview import Preview

        try:
            reading = _("Reading {name} …").format(name=path.name)
            found = carried_out(self, reading, _proposed, kind[1], self.session.document, path)
        except Problem as problem:
            tell(self, problem)
            return False
        if found is None or not Preview(self, path.name, *found).exec():
            return False
        self.session.seal()
        done = self.session.do(found[0].edit)
        self.show_method(kind[0].id)
        return done

    @action(N_("Export…"), icon="share")
    def export_file(self) -> None:
        """Choose what to write and where; write it."""
        kind = self._asked_kind(_("Export"), exchanges("write"))
        if kind is None:
            return
        title = self.session.document[Workshop].title or _("Workshop")
        proposed = file_stem(f"{title} {_(kind[1].title)}") + kind[1].endings[0]
        names = {ending: _(KINDS[ending]) if ending in KINDS else f"*{ending}" for ending in kind[1].endings}
        path = ask_where(self, _("Export"), self._folder() / proposed, names)
        if path is not None:
            self.export_path(path, kind)

    def export_path(self, path: Path, kind: Kind) -> None:
        """Write a file of this kind."""
        from foresight.kit.working import carried_out

        try:
            writing = _("Writing {name} …").format(name=path.name)
            made = carried_out(self, writing, _written, kind[1], self.session.document, path.suffix.lower())
            if made is not None:
                write_whole(path, made)
                self.session.said.emit(_("Exported: {name}").format(name=path.name))
        except Problem as problem:
            tell(self, problem)

    def _asked_kind(self, title: str, kinds: Sequence[Kind]) -> Kind | None:
        """The kind that the user means, those of what is shown first; no question where only one will do."""
        from foresight.kit.picking import pick

        if len(kinds) == 1:
            return kinds[0]
        by_id = {kind[1].id: kind for kind in sorted(kinds, key=lambda kind: kind[0].id != self.at)}
        items = [(key, f"{_name(kind)} ({', '.join(kind[1].endings)})") for key, kind in by_id.items()]
        chosen = pick(self, title, items, many=False)
        return by_id[chosen[0]] if chosen else None


def importable(path: Path) -> bool:
    """Whether some method may read a file with this ending."""
    return any(path.suffix.lower() in exchange.endings for _method, exchange in exchanges("read"))


def _kinds_of(path: Path) -> list[Kind]:
    """The kinds that a file with this ending may be; all of them for an ending that nobody knows."""
    kinds = exchanges("read")
    return [kind for kind in kinds if path.suffix.lower() in kind[1].endings] or list(kinds)


def _name(kind: Kind) -> str:
    method, exchange = kind
    return f"{_(method.title)}: {_(exchange.title)}"


def _pattern(name: str, endings: Sequence[str] | set[str]) -> str:
    """A kind of files as file dialogs have it; brackets in its name would be taken for endings."""
    return f"{name.replace('(', '').replace(')', '')} ({' '.join(f'*{ending}' for ending in sorted(endings))})"


def _proposed(
    exchange: Exchange, document: Document, path: Path, tick: Tick
) -> "tuple[Proposal, tuple[Difference, ...]]":
    """What the file proposes, and what that would change."""
    from foresight.core.proposals import changes

    assert exchange.read is not None
    proposal: Proposal = resolve(exchange.read)(document, path, tick)
    return proposal, changes(document, proposal)


def _written(exchange: Exchange, document: Document, ending: str, tick: Tick) -> bytes:
    assert exchange.write is not None
    made: bytes = resolve(exchange.write)(document, ending)
    return made
