"""Typing judgements, telling them in words, and whether each group of them sums to 0."""

from collections.abc import Sequence
from dataclasses import dataclass

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _, listed, ngettext, number, signed
from foresight.methods.cib.analysis import Board, board, scores
from foresight.methods.cib.engine.matrix import acting_on_themselves, standing, states_of, unbalanced_groups
from foresight.methods.cib.model import STRONGEST, CrossImpact, Impact, impacts, is_silent, set_impact, variants_of
from foresight.methods.cib.names import Names, names

MINUS = "-−–"
CLEAR = "\x7f"
TOLD = 2
"""Groups, and descriptors that would rather be different, that are named; of more the first of them."""


def typed_key(document: Document, source: Id, target: Id, character: str, *, negative: bool) -> Edit | None:
    """What a key does in a cell: a digit judges, a sign turns the number, Delete takes all away that was said.

    ``negative``: a minus was typed before. None when the key means nothing here.
    """
    held = impacts(document).get((source, target))
    value = held.value if held else 0
    if character == CLEAR:
        return set_impact(source, target, value=0, confidence=None, reason="")
    if character.isascii() and character.isdigit():
        return set_impact(source, target, value=-int(character) if negative else int(character))
    if character in MINUS and value > 0:
        return set_impact(source, target, value=-value)
    if character == "+" and value < 0:
        return set_impact(source, target, value=-value)
    return None


def typed_number(source: Id, target: Id, text: str) -> Edit | None:
    """What a number typed in full does; None for anything but a whole number within ±``STRONGEST``."""
    text = text.strip().translate(str.maketrans("−–", "--"))
    if not text:
        return set_impact(source, target, value=0)
    try:
        value = int(text)
    except ValueError:
        return None
    return set_impact(source, target, value=value) if abs(value) <= STRONGEST else None


def in_short(held: Impact | None) -> str:
    """A judgement as a cell shows it: +2, −1, 0 where somebody said so, nothing where nobody did."""
    return "" if held is None else signed(held.value)


def in_words(document: Document, source: Id, target: Id) -> str:
    """A judgement as a sentence."""
    name, held = names(document), impacts(document).get((source, target))
    if held is None:
        said = _("{source} does nothing to {target}")
    elif held.value > 0:
        said = _("{source} promotes {target}: {value}")
    elif held.value < 0:
        said = _("{source} hinders {target}: {value}")
    else:
        said = _("{source} does nothing to {target}, as was said")
    told = said.format(source=name.full(source), target=name.full(target), value=in_short(held))
    return f"{told}. {held.reason}" if held and held.reason else told


@dataclass(frozen=True)
class Group:
    """A judgement group: what one variant does to all variants of one descriptor."""

    source: Id
    target: Id
    """The descriptor."""
    total: int
    shift: int
    """What each of its judgements must lose for them to sum to 0; 0 where no whole number does that.

    Nor for a descriptor with one variant, which has nothing to be compared with."""


def unbalanced(document: Document) -> tuple[Group, ...]:
    """The judgement groups that do not sum to 0, as those of a standardised matrix do."""
    held = board(document)
    rows = [variant for variants in held.variants for variant in variants]
    found = []
    for row, at in unbalanced_groups(held.matrix):
        if held.places[rows[row]][0] != at:
            judged = held.matrix.scores[row, held.matrix.span(at)]
            found.append(Group(rows[row], held.descriptors[at], int(judged.sum()), _shift(judged.tolist())))
    return tuple(found)


def _shift(judged: Sequence[int]) -> int:
    shift, rest = divmod(sum(judged), len(judged))
    fits = rest == 0 and len(judged) > 1 and all(abs(value - shift) <= STRONGEST for value in judged)
    return shift if fits else 0


def balance_groups() -> Edit:
    """Take the same whole number from all judgements of a group, so that they sum to 0, wherever one does that.

    What is best in a descriptor stays best, so the same combinations hold together with the same consistency.
    """

    def apply(document: Document) -> Document:
        groups = [group for group in unbalanced(document) if group.shift]
        if not groups:
            return document
        variants, said = variants_of(document), impacts(document)
        for group in groups:
            for variant in variants[group.target]:
                pair = group.source, variant.id
                old = said.get(pair) or Impact(source=pair[0], target=pair[1])
                said[pair] = old.but(value=old.value - group.shift)
        fresh = tuple(held for held in said.values() if not is_silent(held))
        return document.put(document[CrossImpact].but(impacts=fresh))

    return Edit(_("Make groups sum to 0"), apply)


def check_in_words(document: Document) -> str:
    """Whether all groups sum to 0 and nothing acts on itself, in a sentence or two."""
    groups, name = unbalanced(document), names(document)
    told = [_group_told(name, group) for group in groups[:TOLD]]
    if not groups:
        said = _("All judgement groups sum to 0.")
    else:
        many = ngettext(
            "{n} judgement group does not sum to 0: {groups}",
            "{n} judgement groups do not sum to 0: {groups}",
            len(groups),
        )
        said = many.format(n=len(groups), groups="; ".join(told) + (" …" if len(groups) > TOLD else ""))
    held = board(document)
    own = [name[held.descriptors[at]] for at in acting_on_themselves(held.matrix)]
    return f"{said} {_('Acts on itself: {descriptors}.').format(descriptors=listed(own))}" if own else said


def _group_told(name: Names, group: Group) -> str:
    return f"{name.full(group.source)} → {name[group.target]} ({signed(group.total)})"


def standing_in_words(document: Document, variants: Sequence[Id]) -> str:
    """Whether a combination holds together, with its figures, or what would rather be different."""
    held = board(document)
    states = held.numbered(variants)
    if states is None:
        return ""
    found, name = standing(held.matrix, states_of(held.matrix, [states])), names(document)
    figures = _("consistency {consistency}, total impact {total}").format(
        consistency=number(int(found.consistency[0])), total=number(int(found.total_impact[0]))
    )
    lags = _lags(held, name, variants, (found.best - found.chosen)[0].tolist(), document)
    if not lags:
        return _("This combination holds together: {figures}.").format(figures=figures)
    if len(lags) > TOLD:
        more = ngettext("{n} more would change", "{n} more would change", len(lags) - TOLD)
        lags = [*lags[:TOLD], more.format(n=len(lags) - TOLD)]
    return _("This combination does not hold together: {lags} ({figures}).").format(lags=listed(lags), figures=figures)


def _lags(held: Board, name: Names, variants: Sequence[Id], leads: list[int], document: Document) -> list[str]:
    sums = scores(document, variants)
    said = []
    for at, lead in enumerate(leads):
        if lead > 0:
            best = max(held.variants[at], key=lambda variant: sums[variant])
            said.append(
                _("{descriptor} would rather be {variant}, by {lead}").format(
                    descriptor=name[held.descriptors[at]], variant=name.quoted(best), lead=lead
                )
            )
    return said
