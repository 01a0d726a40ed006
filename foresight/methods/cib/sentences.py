"""Why a combination holds or not, in sentences."""

from collections.abc import Sequence
from itertools import pairwise

from foresight.core.document import Id
from foresight.core.words import _, ngettext, number, signed
from foresight.methods.cib.engine.mending import Fight, Pull
from foresight.methods.cib.engine.succession import Path, Weight, Weights
from foresight.methods.cib.model import impacts
from foresight.methods.cib.names import Names, names
from foresight.methods.cib.why import Case, NewJudgement

UNSURE = 2
"""How sure one is, at most, of a judgement that is called unsure."""
PERCENT = 100


def headline(held: Case) -> str:
    """Whether the combination holds, in one sentence."""
    if held.clashes or held.unwanted:
        return _("It does not hold together: it has in it what was ruled out.")
    if held.lost:
        count = len({fight.descriptor for fight in held.lost})
        return ngettext(
            "It does not hold together: in {n} descriptor another variant would win.",
            "It does not hold together: in {n} descriptors another variant would win.",
            count,
        ).format(n=count)
    if held.inconsistency:
        return _("It holds only within the tolerance: another variant may lead by {n}.").format(n=held.tolerance)
    return _("It holds together: in every descriptor the chosen variant has the best score.")


def figures(held: Case) -> str:
    """Consistency value and total impact score, in words."""
    return _("Consistency value {value}, total impact {total}").format(
        value=signed(int(held.standing.consistency[0])), total=signed(int(held.standing.total_impact[0]))
    )


def reasons(held: Case, most: int | None = None) -> list[str]:
    """What stands against the combination; if nothing does, where it is closest to falling.

    Of the rivals that lead, the first ``most`` are told with the judgements behind them, the others in one line.
    """
    called = names(held.document)
    said = [_clash(called, each.one, each.other, each.reason) for each in held.clashes]
    said += [_unwanted(called, wanted) for wanted in held.unwanted]
    beaten = [fight for fight in held.fights if fight.lead > 0]
    told = len(beaten) if most is None else most
    said += [fight_words(held, called, fight) for fight in beaten[:told]]
    if beaten[told:]:
        said.append("\n".join(_beats(held, called, fight) for fight in beaten[told:]))
    if not beaten and held.fights:
        said.append(_closest(held, called, held.fights[0]))
    return said


def _clash(called: Names, one: Id, other: Id, reason: str) -> str:
    said = _("{one} and {other} cannot go together").format(one=called.full(one), other=called.full(other))
    return f"{said}: {reason}" if reason else f"{said}."


def _unwanted(called: Names, wanted: Sequence[Id]) -> str:
    return _("Only worlds with {variants} are looked for.").format(
        variants=_either([called.full(each) for each in wanted])
    )


def _either(items: list[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return _("{most} or {last}").format(most=", ".join(items[:-1]), last=items[-1])


def fight_words(held: Case, called: Names, fight: Fight) -> str:
    """Which variant beats the chosen one, by how much, and because of which judgements."""
    return "\n".join([_beats(held, called, fight), *_pulls(held, called, fight)])


def _beats(held: Case, called: Names, fight: Fight) -> str:
    rival, chosen = _ends(held, fight)
    return _("{descriptor}: {rival} ({high}) beats {chosen} ({low}) by {lead}.").format(
        descriptor=called[called.owner[chosen]],
        rival=called.quoted(rival),
        high=signed(fight.rival_score),
        chosen=called.quoted(chosen),
        low=signed(fight.chosen_score),
        lead=fight.lead,
    )


def _closest(held: Case, called: Names, fight: Fight) -> str:
    rival, chosen = _ends(held, fight)
    words = {
        "descriptor": called[called.owner[chosen]],
        "chosen": called.quoted(chosen),
        "score": signed(fight.chosen_score),
        "rival": called.quoted(rival),
    }
    if not fight.lead:
        said = _("{descriptor}: it only just holds, {rival} scores as high as {chosen} ({score}).").format(**words)
    else:
        said = ngettext(
            "{descriptor}: closest to falling, {chosen} ({score}) is only {n} ahead of {rival}.",
            "{descriptor}: closest to falling, {chosen} ({score}) is {n} ahead of {rival}.",
            -fight.lead,
        ).format(n=-fight.lead, **words)
    return "\n".join([said, *_pulls(held, called, fight)])


def _ends(held: Case, fight: Fight) -> tuple[Id, Id]:
    """The rival and the chosen variant."""
    variants = held.board.variants[fight.descriptor]
    return variants[fight.rival], variants[held.state[fight.descriptor]]


def _pulls(held: Case, called: Names, fight: Fight) -> list[str]:
    rival, chosen = _ends(held, fight)
    return [_pull(held, called, each, rival, chosen) for each in fight.pulls]


def _pull(held: Case, called: Names, pull: Pull, rival: Id, chosen: Id) -> str:
    """One line: what a variant does to the two, with the reasons that were given."""
    source = held.variants[pull.source]
    if pull.on_rival > pull.on_chosen:
        said = _favours(called, source, (rival, pull.on_rival), (chosen, pull.on_chosen))
    else:
        said = _favours(called, source, (chosen, pull.on_chosen), (rival, pull.on_rival))
    judged = [impacts(held.document).get((source, target)) for target in (rival, chosen)]
    given = dict.fromkeys(each.reason for each in judged if each is not None and each.reason)
    if any(each is not None and each.confidence is not None and each.confidence <= UNSURE for each in judged):
        said = _("{words}, not sure").format(words=said)
    return f"– {said}: {'; '.join(given)}" if given else f"– {said}"


def _favours(called: Names, source: Id, more: tuple[Id, int], less: tuple[Id, int]) -> str:
    """A variant acts better on ``more`` than on ``less``."""
    (up, high), (down, low) = more, less
    words = {
        "source": called.full(source),
        "up": called.quoted(up),
        "high": signed(high),
        "down": called.quoted(down),
        "low": signed(low),
    }
    if high > 0 > low:
        return _("{source} promotes {up} ({high}) and restricts {down} ({low})").format(**words)
    if high > 0 == low:
        return _("{source} promotes {up} ({high})").format(**words)
    if high > 0:
        return _("{source} promotes {up} ({high}) more than {down} ({low})").format(**words)
    if high == 0:
        return _("{source} restricts {down} ({low})").format(**words)
    return _("{source} restricts {down} ({low}) more than {up} ({high})").format(**words)


def other_variant(called: Names, variant: Id, instead_of: Id) -> str:
    """A proposal to choose another variant."""
    return _("{descriptor}: {new} instead of {old}").format(
        descriptor=called[called.owner[variant]], new=called.quoted(variant), old=called.quoted(instead_of)
    )


def other_judgement(called: Names, proposed: NewJudgement) -> str:
    """A proposal to judge otherwise, with how sure one was."""
    said = _("{source} on {target}: {new} instead of {old}").format(
        source=called.full(proposed.source),
        target=called.full(proposed.target),
        new=signed(proposed.new),
        old=signed(proposed.old),
    )
    if proposed.held is None:
        return _("{words} (nobody judged it)").format(words=said)
    if proposed.held.confidence is None:
        return said
    return _("{words} (sure: {n} of 5)").format(words=said, n=proposed.held.confidence)


def steps(called: Names, way: Sequence[Sequence[Id]]) -> list[str]:
    """What jumps in each step of a succession, one sentence for each combination after the first."""
    said = []
    for before, after in pairwise(way):
        jumps = [
            _("{descriptor} becomes {variant}").format(descriptor=called[called.owner[new]], variant=called.quoted(new))
            for old, new in zip(before, after, strict=True)
            if old != new
        ]
        said.append(", ".join(jumps))
    return said


def ending(way: Path) -> str:
    """Where a succession ends."""
    count = len(way.steps) - 1
    if not way.settles:
        back = _("step {n}").format(n=way.back_to) if way.back_to else _("the start")
        said = _("It goes round and never settles: after step {last} it is back at {back}.")
        return said.format(last=len(way.steps), back=back)
    if not count:
        return _("It stays: nothing pulls it elsewhere.")
    return ngettext("It settles after {n} step.", "It settles after {n} steps.", count).format(n=count)


def weight_words(weight: Weight, of: Weights) -> str:
    """How many starting points lead to a combination."""
    if of.exact:
        return _("{n} of {all} starting points lead here ({share} %).").format(
            n=weight.count, all=of.tried, share=_percent(weight.share)
        )
    return _("About {share} % of starting points lead here ({low} to {high} %, from {n} tried).").format(
        share=_percent(weight.share), low=_percent(weight.low), high=_percent(weight.high), n=of.tried
    )


def _percent(share: float) -> str:
    return number(share * PERCENT, 0 if share in (0, 1) or 0.01 <= share <= 0.99 else 1)
