"""At the start: what an earlier run left unsaved is offered, newest first. "Later" leaves it to the next start."""

import datetime
from pathlib import Path

from foresight.core.methods import slice_kinds
from foresight.core.problems import Problem
from foresight.core.recovery import Found, discard, find, leave
from foresight.core.words import N_, _, moment, ngettext
from foresight.kit.problems import ask
from foresight.model.workshop import Workshop
from foresight.shell.file_commands import FileCommands

TOPIC = "recovery"


class Offers:
    """What was found for one window; while it is offered there, no other window finds it."""

    def __init__(self, window: FileCommands) -> None:
        self._window = window
        self._found: list[Found] = []

    def look(self) -> None:
        """Offer what can be recovered, if there is anything."""
        try:
            self._found = find(slice_kinds(), self._say_damaged)
        except Problem as problem:
            message = problem.message
            self._window.banner.say("unprotected", lambda: message)
            return
        self._offer()

    def leave(self) -> None:
        """Leave what is still offered to the next start."""
        self._window.banner.drop(TOPIC)
        while self._found:
            leave(self._found.pop())

    def _offer(self) -> None:
        if self._found:
            first = self._found[0]
            answers = [(N_("Recover"), self._recover), (N_("Discard"), self._discard)]
            self._window.banner.say(TOPIC, lambda: _text(first), answers, last=(N_("Later"), self.leave))

    def _recover(self) -> None:
        first = self._found.pop(0)
        if not self._window.may_leave():
            self._found.insert(0, first)
            self._offer()
            return
        self._offer()
        self._window.recover(first)

    def _discard(self) -> None:
        question = _("Discard the unsaved changes to “{name}” for good?").format(name=_name(self._found[0]))
        if ask(self._window, _("Unsaved changes"), question, [_("Discard")]) == 0:
            discard(self._found.pop(0))
        self._offer()

    def _say_damaged(self, aside: Path) -> None:
        text = _("A safety copy of an unsaved workshop is damaged and cannot be read. It is kept in {folder}.")
        self._window.banner.say("damaged", lambda: text.format(folder=aside))


def _text(found: Found) -> str:
    when = moment(datetime.datetime.fromtimestamp(found.time).astimezone())
    changes = ngettext("{n} change", "{n} changes", found.changes).format(n=found.changes)
    text = _("“{title}” was not saved when Foresight last ended ({when}, {changes}).")
    said = text.format(title=_name(found), when=when, changes=changes)
    place = _("Its file: {path}").format(path=found.path) if found.path else _("It was never in a file.")
    return f"{said} {place}"


def _name(found: Found) -> str:
    title = found.document[Workshop].title or (found.path.stem if found.path else "")
    return title[:80] or _("Untitled workshop")
