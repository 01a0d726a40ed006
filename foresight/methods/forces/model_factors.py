"""Promoters and inhibitors: one factor can help some groups, hold others back, and do both to a third."""

from typing import Annotated, Any, Literal

from foresight.core.document import Document, Entity, Id, RefMark, Slice, Value
from foresight.core.edits import added, changed, moved
from foresight.core.history import Edit
from foresight.core.integrity import remove
from foresight.core.text import Line, Prose
from foresight.core.words import N_, _
from foresight.model.groups import Group, GroupRef

Effect = Literal["promotes", "inhibits", "both", "neither"]
EFFECTS: dict[Effect, str] = {
    "promotes": N_("Promotes"),
    "inhibits": N_("Inhibits"),
    "both": N_("Both promotes and inhibits"),
    "neither": N_("Neither promotes nor inhibits"),
}

FactorRef = Annotated[Id, RefMark("Factor")]


class Factor(Entity):
    """Something that may help change along or hold it back."""

    noun = ("factor", "factors")

    title: Line
    evidence: Prose = ""
    """What others have found."""
    source: Line = ""


class FactorJudgement(Value):
    """What a factor does where a group comes from."""

    noun = ("judgement", "judgements")
    alone = ("group", "factor")

    group: GroupRef
    factor: FactorRef
    effect: Effect


class Factors(Slice):
    """All factors in the order of their numbers, and what the groups say of them."""

    key = "factors"

    factors: tuple[Factor, ...] = ()
    judgements: tuple[FactorJudgement, ...] = ()


def add_factors(*factors: Factor) -> Edit:
    """Add factors at the end."""
    label = _("Add factor") if len(factors) == 1 else _("Add factors")
    return Edit(label, lambda document: document.put(added(document[Factors], *factors)))


def change_factor(factor: Id, **changes: Any) -> Edit:
    """Change fields of a factor; typing in one field is one step."""
    return Edit(
        _("Change factor"),
        lambda document: document.put(changed(document[Factors], factor, **changes)),
        merge=(factor, *sorted(changes)),
    )


def move_factor(factor: Id, to: int) -> Edit:
    """Move a factor to index ``to``."""
    return Edit(_("Move factor"), lambda document: document.put(moved(document[Factors], factor, to)))


def remove_factors(*factors: Id) -> Edit:
    """Remove factors with what the groups said of them."""
    return Edit(_("Delete factor"), lambda document: remove(document, factors))


def judge_factor(group: Id, factor: Id, effect: Effect | None) -> Edit:
    """What a factor does where a group comes from; None takes it back. Nothing happens when one of them is gone."""

    def apply(document: Document) -> Document:
        part = document[Factors]
        if document.find(group, Group) is None or document.find(factor, Factor) is None:
            return document
        kept = tuple(held for held in part.judgements if (held.group, held.factor) != (group, factor))
        if effect is None:
            return document.put(part.but(judgements=kept))
        fresh = FactorJudgement(group=group, factor=factor, effect=effect)
        return document if fresh in part.judgements else document.put(part.but(judgements=(*kept, fresh)))

    return Edit(_("Judge factor"), apply, merge=("factor", group, factor))
