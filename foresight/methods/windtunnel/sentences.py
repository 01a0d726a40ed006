"""Results in words."""

from collections.abc import Sequence

from foresight.core.document import Document
from foresight.core.words import _, listed, ngettext, number, quoted, signed
from foresight.methods.windtunnel.analysis import ADVICE, FEWEST, KINDS, WORKS, Result, ranked, results, worlds
from foresight.methods.windtunnel.model import FITS, scores
from foresight.model.scenarios import display_name

NAMED = 3
"""Options that are named in a sentence; of more the first of them."""


def result_sentence(document: Document, result: Result) -> str:
    """In how many worlds an option works, and what becomes of it in the others."""
    names = [quoted(display_name(document, world.id)) for world in worlds(document)]
    said = list(zip(names, result.scores, strict=True))
    if not result.said:
        return _("Not tested in any world yet.")
    parts = [_works(result)]
    told = (
        (_("fails in {worlds}"), [name for name, score in said if score is not None and score < 0]),
        (
            _("makes no difference in {worlds}"),
            [name for name, score in said if score is not None and 0 <= score < WORKS],
        ),
        (_("not tested in {worlds}"), [name for name, score in said if score is None]),
    )
    parts += [text.format(worlds=listed(where)) for text, where in told if where]
    return f"{'; '.join(parts)}."


def _works(result: Result) -> str:
    n = len(result.said)
    if result.works == 0:
        return ngettext("Works in none of {n} world", "Works in none of {n} worlds", n).format(n=n)
    if result.works == n and n > 1:
        return ngettext("Works in all {n} worlds", "Works in all {n} worlds", n).format(n=n)
    return ngettext("Works in {works} of {n} world", "Works in {works} of {n} worlds", n).format(
        works=result.works, n=n
    )


def figures_sentence(result: Result) -> str:
    """Least score, mean and greatest regret; "" while it is not tested everywhere."""
    if result.minimum is None or result.mean is None or result.max_regret is None:
        return ""
    return _("Least score {least}, mean {mean}; the best choice would have been better by {regret} at most.").format(
        least=signed(result.minimum), mean=signed(result.mean, 1), regret=number(result.max_regret)
    )


def kind_sentence(result: Result) -> str:
    """The class and what to do: "Opt-out: begin, and know when to stop."; "" while there is none."""
    if result.kind is None:
        return ""
    return _("{kind}: {advice}.").format(kind=_(KINDS[result.kind]), advice=_(ADVICE[result.kind]))


def scale_sentence() -> str:
    """What the scores mean."""
    return _("Score: −2 goes wrong, 0 makes no difference, +2 works very well; an option works from +1.")


def terms_sentence() -> str:
    """What the figures mean."""
    return _(
        "Least: the score in the world that suits it least. "
        "Regret: how much better the best option would have been, at most."
    )


def summary_sentence(document: Document, *, named: bool = True) -> str:
    """How many options work everywhere (``named``: and which), else how near the best comes; what is left to test."""
    held = results(document)
    if len(worlds(document)) < FEWEST:
        return _("Options are tested in at least two worlds.")
    tested = [result for result in ranked(held) if result.is_tested]
    parts = [_everywhere(tested, named)] if tested else []
    left = len(held) - len(tested)
    if left:
        untested = ngettext(
            "{n} option is not tested in every world yet.", "{n} options are not tested in every world yet.", left
        )
        parts.append(untested.format(n=left))
    return " ".join(parts)


def _everywhere(tested: Sequence[Result], named: bool) -> str:
    """``tested``: the best first, at least one."""
    n, best = len(tested), tested[0]
    sure = [quoted(result.option.text) for result in tested if result.kind == "no-regrets"]
    if not sure:
        return _("No option works in every world. Nearest comes {option}, which works in {works} of {worlds}.").format(
            option=quoted(best.option.text), works=best.works, worlds=len(best.scores)
        )
    said = ngettext(
        "{works} of {n} options works in every world", "{works} of {n} options work in every world", len(sure)
    )
    counted = said.format(works=len(sure), n=n)
    names = listed(sure) if len(sure) <= NAMED else ", ".join(sure[:NAMED]) + " …"
    return f"{counted}: {names}." if named else f"{counted}."


def score_sentence(document: Document, result: Result, at: int) -> str:
    """How an option fares in the scenario at this index, with the reason: for screen readers and tool tips."""
    world = worlds(document)[at]
    name, value = display_name(document, world.id), result.scores[at]
    held = scores(document).get((result.option.id, world.id))
    said = _("not tested") if value is None else f"{signed(value)}, {_(FITS[value])}"
    told = [f"{result.option.text}, {name}: {said}"]
    if held and held.why:
        told.append(held.why)
    if held and held.adaptation:
        told.append(_("What we would change: {text}").format(text=held.adaptation))
    return "\n".join(told)
