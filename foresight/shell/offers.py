"""At the start: what an earlier run left unsaved is offered, newest first. Closing the message leaves it for later."""

import datetime

from foresight.core.methods import slice_kinds
from foresight.core.problems import Problem
from foresight.core.recovery import Found, discard, find
from foresight.core.words import N_, _, moment, ngettext
from foresight.kit.problems import ask
from foresight.model.workshop import Workshop
from foresight.shell.file_commands import FileCommands

TOPIC = "recovery"


def offer_recovery(window: FileCommands) -> None:
    """Offer what can be recovered, if there is anything."""
    try:
        found = find(slice_kinds())
    except Problem as problem:
        message = problem.message
        window.banner.say("unprotected", lambda: message)
        return
    _offer(window, found)


def _offer(window: FileCommands, found: list[Found]) -> None:
    if not found:
        return
    first = found[0]
    window.banner.say(
        TOPIC,
        lambda: _text(first),
        [(N_("Recover"), lambda: window.recover(first)), (N_("Discard"), lambda: _discard(window, found))],
    )


def _discard(window: FileCommands, found: list[Found]) -> None:
    question = _("Discard the unsaved changes to “{name}” for good?").format(name=_name(found[0]))
    sure = ask(window, _("Unsaved changes"), question, [_("Discard")]) == 0
    if sure:
        discard(found[0])
    _offer(window, found[1:] if sure else found)


def _text(found: Found) -> str:
    when = moment(datetime.datetime.fromtimestamp(found.time).astimezone())
    changes = ngettext("{n} change", "{n} changes", found.changes).format(n=found.changes)
    text = _("“{title}” was not saved when Foresight last ended ({when}, {changes}).")
    return text.format(title=_name(found), when=when, changes=changes)


def _name(found: Found) -> str:
    title = found.document[Workshop].title or (found.path.stem if found.path else "")
    return title[:80] or _("Untitled workshop")
