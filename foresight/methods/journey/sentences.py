"""What the placements and the answers say, in fixed sentences. Percent only for PERCENT groups or more."""

from collections.abc import Sequence

from foresight.core.document import Document
from foresight.core.words import _, listed, ngettext, number, quoted
from foresight.methods.journey.analysis import (
    FEWEST,
    Crowd,
    Place,
    crowds,
    hottest,
    least_agreed_first,
    places,
    placing_groups,
    voices,
    widest_first,
)
from foresight.methods.journey.model import LEVELS, Journey, Level
from foresight.model.patterns import of_groups

NAMED = 4
"""Topics that are named in a sentence."""


def level_name(level: Level) -> str:
    """What a level is called in the middle of a sentence."""
    name = _(LEVELS[level])
    return name[:1].lower() + name[1:]


def named(held: Sequence[Place], most: int = NAMED) -> str:
    """``“Silos”, “Delegation” and 3 more``."""
    names = [quoted(place.card.title) for place in held]
    rest = len(names) - most
    if rest > 1:
        names[most:] = [ngettext("{n} more", "{n} more", rest).format(n=rest)]
    return listed(names)


def summary_sentence(document: Document) -> str:
    """How many groups placed how many cards, and how many of those are cross-cutting."""
    held = places(document)
    if not held:
        return _("Nobody has placed a card yet.")
    n = placing_groups(document)
    groups = ngettext("{n} group", "{n} groups", n).format(n=n)
    said = ngettext("{groups} placed {n} topic.", "{groups} placed {n} topics.", len(held))
    return f"{said.format(groups=groups, n=len(held))} {cross_sentence(document)}".strip()


def cross_sentence(document: Document) -> str:
    """Which topics are cross-cutting; "" before anything was placed."""
    held = places(document)
    if not held:
        return ""
    across = [place for place in widest_first(held) if place.is_cross_cutting]
    if not across:
        return _("None of them runs through half of the phases or more.")
    said = ngettext(
        "{count} of {n} topics runs through half of the phases or more: {topics}.",
        "{count} of {n} topics run through half of the phases or more: {topics}.",
        len(across),
    )
    return said.format(count=len(across), n=len(held), topics=named(across))


def hottest_sentence(document: Document) -> str:
    """Where most groups meet; "" before anything was placed."""
    crowd = hottest(document)
    if crowd is None:
        return ""
    n = placing_groups(document)
    equal = sum(other.groups == crowd.groups for row in crowds(document) for other in row)
    values = {"cell": _cell(crowd), "n": crowd.groups, "cards": _cards(crowd.cards)}
    if equal == 1 and n >= FEWEST:
        said = _("Most groups meet at {cell}: {groups} placed {cards} there.")
        return said.format(groups=of_groups(crowd.groups, n), **values)
    if crowd.groups == n and n >= FEWEST:
        said = _("Most lies at {cell}: all {n} groups placed cards there, {count} in all.")
        return said.format(count=crowd.cards, **values)
    said = ngettext(
        "Most lies at {cell}: {n} group placed {cards} there.", "Most lies at {cell}: {n} groups placed {cards} there.",
        crowd.groups,
    )  # fmt: skip
    return said.format(**values)


def _cards(n: int) -> str:
    return ngettext("{n} card", "{n} cards", n).format(n=n)


def _cell(crowd: Crowd) -> str:
    return _("{phase} / {level}").format(phase=quoted(crowd.phase.name), level=level_name(crowd.level))


def apart_sentence(document: Document) -> str:
    """About which topic the groups are furthest apart; "" where nothing can be concluded or all are of one mind."""
    ordered = least_agreed_first(places(document))
    agreed = ordered[0].agreement if ordered else None
    if agreed is None or agreed == 1:
        return ""
    said = _(
        "The groups are furthest apart on where {topic} belongs: agreement {agreed} among {n} groups, "
        "from 0 (no cell in common) to 1 (the same cells)."
    )
    return said.format(topic=quoted(ordered[0].card.title), agreed=number(agreed, 1), n=ordered[0].n)


def together_sentence(document: Document) -> str:
    """About which topic they agree most; "" where there is no more than one to compare."""
    ordered = least_agreed_first(places(document))
    if len(ordered) < 2 or ordered[-1].agreement == ordered[0].agreement:
        return ""
    said = _("They agree most about {topic}: {agreed} among {n} groups.")
    most = ordered[-1]
    return said.format(topic=quoted(most.card.title), agreed=number(most.agreement or 0, 1), n=most.n)


def place_sentence(document: Document, place: Place) -> str:
    """What the groups say about one topic: who placed it, how far it reaches, how alike they see it."""
    n, phases = place.n, place.phases
    topic = quoted(place.card.title)
    if n < FEWEST:
        said = ngettext("{topic} was placed by {n} group so far.", "{topic} was placed by {n} groups so far.", n)
        return said.format(topic=topic, n=n)
    reach = _("{topic} was placed by {n} groups and reaches over {span} of {phases} phases (median).")
    parts = [reach.format(topic=topic, n=n, span=number(place.span), phases=phases)]
    if place.is_cross_cutting:
        parts.append(_("It is cross-cutting."))
    parts.append(_peak_sentence(document, place))
    if place.agreement is not None:
        said = _("Agreement: {agreed}, from 0 (no cell in common) to 1 (the same cells).")
        parts.append(said.format(agreed=number(place.agreement, 1)))
    return " ".join(parts)


def _peak_sentence(document: Document, place: Place) -> str:
    """In which cell most groups see it."""
    most = max(map(max, place.heat))
    level, at = next((row, at) for row, counts in enumerate(place.heat) for at, n in enumerate(counts) if n == most)
    phase = document[Journey].phases[at]
    said = _("Most see it at {cell}: {groups}.")
    cell = _("{phase} / {level}").format(phase=quoted(phase.name), level=level_name(tuple(LEVELS)[level]))
    return said.format(cell=cell, groups=of_groups(most, place.n))


def answers_sentence(document: Document) -> str:
    """How many individual answers there are, about what most of them are, and how many may be quoted; "" for none."""
    answers = document[Journey].deep_dives
    held = voices(document)
    if not held:
        return ""
    n = len(answers)
    most = max(held, key=lambda each: len(each.answers))
    said = ngettext("{n} individual answer", "{n} individual answers", n).format(n=n)
    topics = ngettext("{answers} about {n} topic", "{answers} about {n} topics", len(held))
    begun = topics.format(answers=said, n=len(held))
    quotable = sum(answer.consent for answer in answers)
    whole = _("{begun}, most of them ({most}) about {topic}; {quotable} may be quoted.")
    if len(held) == 1:
        whole = _("{begun}, {topic}; {quotable} may be quoted.")
    return whole.format(begun=begun, most=len(most.answers), topic=quoted(most.card.title), quotable=quotable)
