"""What the ratings of the room say in sentences, for the summary across groups."""

from foresight.core.document import Document
from foresight.core.findings import Finding
from foresight.core.memo import for_latest
from foresight.core.words import Language, _, language, number, quoted
from foresight.methods.orientation.analysis import OnLine, Summary, all_together, drawn_circles, enough, point_names
from foresight.methods.orientation.circles import TIMES, Drawings
from foresight.methods.orientation.model import Orientation
from foresight.methods.orientation.parts import Part, by_organisation
from foresight.methods.orientation.rounds import paired, whole
from foresight.methods.orientation.sentences import (
    change_sentence,
    circles_sentence,
    line_sentence,
    pairs_sentence,
    shares_sentence,
    unity_sentence,
)

Counts = tuple[tuple[str, str], ...]

APART = 0.3
"""Kinds of organisation whose centres of gravity lie at least so far apart are told from each other."""


def findings(document: Document) -> tuple[Finding, ...]:
    """The centre of gravity, how far apart people are, what the day changed, shares, and who looks furthest ahead."""
    return _findings(document[Orientation], language())


@for_latest
def _findings(part: Orientation, _spoken: Language) -> tuple[Finding, ...]:
    document = Document().put(part)
    said, names, voice, both = enough(all_together(document)), point_names(document), whole(document), paired(document)
    found = (
        ("gravity", line_sentence(said, names), _line_counts(said, names)),
        ("unity", unity_sentence(voice), _spread_counts(voice.latest)),
        ("change", change_sentence(voice), _line_counts(said, names)),
        ("pairs", pairs_sentence(both), _pair_counts(document)),
        ("shares", shares_sentence(said), _share_counts(said)),
        *_kinds(by_organisation(document)),
        ("circles", circles_sentence(drawn_circles(document)), _circle_counts(drawn_circles(document))),
    )
    chapter = _("Where we look: past, present, future")
    return tuple(Finding(key, chapter, text, counts) for key, text, counts in found if text)


def _line_counts(said: Summary, names: tuple[str, ...]) -> Counts:
    """How many chose each point, in each ballot that there was."""
    rows = (
        (_("Now"), said.line_now),
        (_("After the day"), said.line_after),
        (_("Should be"), said.line_should),
    )
    return tuple(
        (f"{title}, {name}", str(count))
        for title, line in rows
        if line
        for name, count in zip(names, line.counts, strict=True)
    )


def _spread_counts(line: OnLine | None) -> Counts:
    if line is None:
        return ()
    return (
        (_("People"), str(line.n)),
        (_("Near or far future"), str(line.counts[3] + line.counts[4])),
        (_("Median"), number(line.median)),
        (_("Middle half"), f"{number(line.lower)}–{number(line.upper)}"),
    )


def _pair_counts(document: Document) -> Counts:
    both = paired(document)
    if both is None:
        return ()
    names = (_("Moved ahead"), _("Moved back"), _("Stayed"))
    return tuple((name, str(n)) for name, n in zip(names, (both.ahead, both.back, both.same), strict=True))


def _share_counts(said: Summary) -> Counts:
    rows = ((_("Now"), said.shares_now), (_("Should be"), said.shares_should))
    return tuple((title, str(shares.n)) for title, shares in rows if shares)


def _circle_counts(drawn: Drawings | None) -> Counts:
    if drawn is None:
        return ()
    return ((_("People"), str(drawn.n)), *((_(name), str(drawn.largest[time])) for time, name in TIMES.items()))


def _kinds(parts: tuple[Part, ...]) -> tuple[tuple[str, str, Counts], ...]:
    """Which kind of organisation looks furthest ahead and which least; nothing where they lie close together."""
    held = [(part.name, part.summary.line_now) for part in parts if part.name]
    means = sorted(((line.mean, name, line) for name, line in held if line), key=lambda each: each[:2])
    if len(means) < 2 or means[-1][0] - means[0][0] < APART:
        return ()
    (_low, least, back), (_high, most, ahead) = means[0], means[-1]
    text = _("Of the kinds of organisation {most} looks furthest ahead ({high}, n = {n}) and {least} least far "
             "({low}, n = {m}).")  # fmt: skip
    said = text.format(
        most=quoted(most),
        high=number(ahead.mean, 1),
        n=ahead.n,
        least=quoted(least),
        low=number(back.mean, 1),
        m=back.n,
    )
    counts = tuple((name, number(line.mean, 1)) for _mean, name, line in reversed(means))
    return (("kinds", said, counts),)
