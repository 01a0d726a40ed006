"""What the balance of the forces and the counts of the factors say, in fixed sentences."""

from foresight.core.document import Document
from foresight.core.words import N_, _, listed, ngettext, number, quoted
from foresight.methods.forces.analysis import Balance, FactorTally, World, balance, strongest_first, worlds
from foresight.methods.forces.model import CORNERS
from foresight.model.patterns import PERCENT
from foresight.model.scenarios import display_name
from foresight.model.trends import DIRECTIONS, Direction

MESSAGES: dict[Direction, str] = {
    "weight": N_("What has been holds us back: {share} lie in the weight of the past."),
    "push": N_("Events carry us along: {share} lie in the push of the present."),
    "pull": N_("Our picture of the future leads us: {share} lie in the pull of the future."),
}
SHORT: dict[Direction, str] = {
    "weight": N_("the past holds back"),
    "push": N_("events carry along"),
    "pull": N_("the future leads"),
}
"""The same in a few words, below a small picture."""

NAMED = 2
"""Forces of a corner that are named."""


def points(count: int, all_of_them: int, n: int) -> str:
    """``16 of 31 points of strength``; with the percentage for PERCENT forces or more."""
    values = {"count": count, "all": all_of_them}
    if n < PERCENT:
        return _("{count} of {all} points of strength").format(**values)
    percent = number(100 * count / all_of_them, 0)
    return _("{count} of {all} points of strength ({percent}%)").format(percent=percent, **values)


def count_sentence(held: Balance) -> str:
    """How many forces there are, and the strength of each corner; "" without any."""
    if not held.n:
        return ""
    said = _("{forces}. Strength: past {past}, present {present}, future {future}.")
    forces = ngettext("{n} force", "{n} forces", held.n).format(n=held.n)
    past, present, future = (held.sums[corner] for corner in CORNERS)
    return said.format(forces=forces, past=past, present=present, future=future)


def balance_sentence(held: Balance) -> str:
    """Which corner has more than half of the strength, or that none has; "" for fewer than FEWEST forces."""
    if not held.is_enough:
        return ""
    if held.leading is None:
        strongest = max(CORNERS, key=lambda corner: held.sums[corner])
        said = _("No corner has more than half of the strength; the most, {share}, is in the {corner}.")
        return said.format(share=_share(held, strongest), corner=corner_inside(strongest))
    return _(MESSAGES[held.leading]).format(share=_share(held, held.leading))


def _share(held: Balance, corner: Direction) -> str:
    return points(held.sums[corner], held.total, held.n)


def corner_inside(corner: Direction) -> str:
    """The name of a corner as it is written in the middle of a sentence."""
    name = _(DIRECTIONS[corner])
    return name[:1].lower() + name[1:]


def corner_name(corner: Direction) -> str:
    """A corner in one word."""
    return {"weight": _("Past"), "push": _("Present"), "pull": _("Future")}[corner]


def short_message(held: Balance) -> str:
    """The balance in a few words; "" for fewer than FEWEST forces."""
    if not held.is_enough:
        return ""
    return _(SHORT[held.leading]) if held.leading else _("no corner leads")


def strongest_sentence(document: Document, corner: Direction) -> str:
    """The strongest forces of a corner; "" where there are none."""
    held = strongest_first(document, corner)
    if not held:
        return ""
    named = [_("{force} ({strength})").format(force=quoted(one.text), strength=one.strength) for one in held[:NAMED]]
    return f"{_(DIRECTIONS[corner])}: {listed(named)}."


def world_sentence(document: Document, world: World) -> str:
    """What is different in a scenario: its balance, and which corner gains most against today."""
    name = quoted(display_name(document, world.scenario))
    said = f"{name}: {short_message(world.balance)}" if world.balance.is_enough else name
    today = balance(document)
    change = {corner: (world.balance.share(corner) or 0) - (today.share(corner) or 0) for corner in CORNERS}
    gains = max(CORNERS, key=lambda corner: change[corner])
    if not world.balance.is_enough or change[gains] <= 0:
        return f"{said}."
    gained = _("compared with today the {corner} gains most").format(corner=corner_inside(gains))
    return f"{said}; {gained}."


def worlds_sentence(document: Document) -> str:
    """Whether the worlds differ in what leads; "" for fewer than two worlds of which enough is said."""
    held = [world for world in worlds(document) if world.balance.is_enough]
    if len(held) < 2:
        return ""
    leading = {world.balance.leading for world in held}
    if len(leading) == 1:
        return _("The same corner leads in all {n} worlds: are they different enough?").format(n=len(held))
    return " ".join(world_sentence(document, world) for world in held)


def factor_sentence(tally: FactorTally) -> str:
    """What a factor does to how many groups: ``“Limited money” promotes for 5 groups and inhibits for 4 groups.``"""
    votes = tally.votes
    if not votes.said:
        return ""
    counted = (
        (votes.a, ngettext("promotes for {n} group", "promotes for {n} groups", votes.a)),
        (votes.b, ngettext("inhibits for {n} group", "inhibits for {n} groups", votes.b)),
        (votes.both, ngettext("does both for {n} group", "does both for {n} groups", votes.both)),
        (votes.none, ngettext("does neither for {n} group", "does neither for {n} groups", votes.none)),
    )
    said = [text.format(n=count) for count, text in counted if count]
    return f"{quoted(tally.factor.title)} {listed(said)} (n = {votes.said})."
