"""The figures of orientation for other programs: all together, in parts, and what the ballots say."""

from typing import Any

from foresight.core.document import Document
from foresight.core.words import in_each_language
from foresight.methods.orientation.analysis import (
    InTriangle,
    OnLine,
    Summary,
    all_together,
    drawn_circles,
    enough,
    point_names,
)
from foresight.methods.orientation.circles import KINDS, TIMES
from foresight.methods.orientation.parts import Part, by_group, by_organisation
from foresight.methods.orientation.rounds import Voice, dissent_first, paired, stability, told, whole
from foresight.methods.orientation.sentences import circles_sentence, line_sentence, rounds_sentence, shares_sentence


def figures(document: Document) -> dict[str, Any]:
    """The method's figures for ``analyse``: all together, by group and by kind of organisation, and the ballots.

    What fewer than FEWEST people said is kept back everywhere.
    """
    return {
        "points": list(point_names(document)),
        "all": _summary(enough(all_together(document))),
        "groups": [_part(part) for part in by_group(document)],
        "organisations": [_part(part) for part in by_organisation(document)],
        "feedback": _voice(whole(document)),
        "dissent_first": [{"name": voice.name, **_voice(voice)} for voice in dissent_first(document)],
        "pairs": _pairs(document),
        "circles": _circles(document),
        "sentence": in_each_language(_sentence, document),
    }


def _sentence(document: Document) -> str:
    said, names = enough(all_together(document)), point_names(document)
    parts = (
        line_sentence(said, names),
        rounds_sentence(whole(document), paired(document)),
        shares_sentence(said),
        circles_sentence(drawn_circles(document)),
    )
    return " ".join(part for part in parts if part)


def _part(part: Part) -> dict[str, Any]:
    return {"name": part.name, **_summary(part.summary)}


def _summary(said: Summary) -> dict[str, Any]:
    return {
        "n": said.n,
        "line_now": _line(said.line_now),
        "line_should": _line(said.line_should),
        "line_gap": said.line_gap,
        "line_after": _line(said.line_after),
        "shares_now": _shares(said.shares_now),
        "shares_should": _shares(said.shares_should),
        "gap": said.gap,
        "shares_after": _shares(said.shares_after),
    }


def _line(line: OnLine | None) -> dict[str, Any] | None:
    if line is None:
        return None
    return {
        "n": line.n,
        "mean": line.mean,
        "median": line.median,
        "quartiles": [line.lower, line.upper],
        "counts": list(line.counts),
        "shares": [count / line.n for count in line.counts],
    }


def _shares(shares: InTriangle | None) -> dict[str, Any] | None:
    if shares is None:
        return None
    return {
        "n": shares.n,
        "past": shares.past,
        "present": shares.present,
        "future": shares.future,
        "point": list(shares.centroid),
        "balance": shares.balance,
        "dispersion": shares.dispersion,
    }


def _voice(voice: Voice) -> dict[str, Any]:
    before, after = voice.before, voice.after
    moved = stability(before, after) if before and after else None
    return {
        "before": _told(before),
        "after": _told(after),
        "shift": {"median": moved.median, "deviation": moved.deviation} if moved else None,
    }


def _told(line: OnLine | None) -> dict[str, Any] | None:
    """What the room is told of a ballot; ``polarisation`` is 1 - Cns: 0 when all agree, 1 half at each end."""
    if line is None:
        return None
    found = told(line)
    return {
        "n": found.n,
        "median": found.median,
        "quartiles": [found.lower, found.upper],
        "spread": found.spread,
        "mean": found.mean,
        "deviation": found.deviation,
        "agreement": found.agreement,
        "consensus": found.consensus,
        "polarisation": 1 - found.consensus,
        "label": "narrow" if found.is_narrow else "wide",
    }


def _pairs(document: Document) -> dict[str, Any] | None:
    found = paired(document)
    if found is None:
        return None
    return {"n": found.n, "ahead": found.ahead, "same": found.same, "back": found.back, "change": found.change}


def _circles(document: Document) -> dict[str, Any] | None:
    found = drawn_circles(document)
    if found is None:
        return None
    return {
        "n": found.n,
        "largest": {time: found.largest[time] for time in TIMES},
        "kinds": {kind: found.kinds[kind] for kind in KINDS},
        "relatedness": found.relatedness,
    }
