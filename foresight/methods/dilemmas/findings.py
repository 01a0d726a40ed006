"""What the rounds show, category by category: which topics won, where the room agrees, where it is split."""

from collections.abc import Sequence, Set
from functools import lru_cache

from foresight.core.document import Document, Id
from foresight.core.findings import Finding
from foresight.core.memo import for_latest
from foresight.core.naming import noun
from foresight.core.words import N_, Language, _, language, listed, ngettext, quoted
from foresight.model.cards import CardCategory, Cards
from foresight.model.patterns import drop_of, of_groups, on_topic, said_of, shift_of
from foresight.model.tallies import Label, Tally, Votes, by_category, most_chosen_first, tallies

NAMED = 3
"""Topics chosen equally often that are named; more of them are counted."""
NEAR, THIRDS_OF = 0.03, 6
"""So near two thirds the larger side is for its share to be called that, of so many votes or more."""
HEADS: dict[Label, str] = {
    "unanimous": N_("Everybody agrees on {topic}."),
    "near-unanimous": N_("Nearly everybody agrees on {topic}."),
    "clear majority": N_("A clear majority agrees on {topic}."),
}
"""How the sentence on a vote begins; about a split room the votes themselves say it."""


def findings(document: Document) -> tuple[Finding, ...]:
    """For each category what was chosen most, then every vote, the most chosen topics first, then what was dropped."""
    return _findings(document[Cards], language())


@for_latest
def _findings(part: Cards, _language: Language) -> tuple[Finding, ...]:
    document = Document({Cards: part})
    ordered = most_chosen_first(tallies(document))
    top = frozenset(tally.card.id for tally in ordered if tally.selections == ordered[0].selections)
    return tuple(finding for kind, held in by_category(document) for finding in _of_category(kind, held, top))


def _of_category(category: CardCategory | None, held: Sequence[Tally], top: Set[Id]) -> list[Finding]:
    title = _("No category") if category is None else category.name or noun(CardCategory)
    key = "" if category is None else category.id
    ordered = most_chosen_first(held)
    found = [_winners(title, key, ordered, top)] if ordered[0].selections else []
    found += [_vote(title, key, tally, language()) for tally in ordered if tally.first.said or tally.second.said]
    return found + [_dropped(title, key, tally) for tally in ordered if tally.is_dropped]


def _winners(title: str, key: str, ordered: Sequence[Tally], top: Set[Id]) -> Finding:
    """The topics of a category that most groups chose; ``top`` are those of the whole deck."""
    first = ordered[0]
    won = [tally for tally in ordered if tally.selections == first.selections]
    if len(won) > NAMED:
        said = _("{n} topics were chosen equally often, each by {groups}.")
    elif top <= {tally.card.id for tally in won}:
        said = ngettext(
            "Of all topics {topics} was chosen most often: by {groups}.",
            "Of all topics {topics} were chosen most often: each by {groups}.",
            len(won),
        )
    else:
        said = ngettext(
            "Here {topics} was chosen most often: by {groups}.",
            "Here {topics} were chosen most often: each by {groups}.",
            len(won),
        )
    groups = of_groups(first.selections, first.selecting)
    named = listed([quoted(tally.card.title) for tally in won])
    counts = tuple((f"{tally.number} {tally.card.title}", _of(tally.selections, tally.selecting)) for tally in ordered)
    return Finding(
        f"winners:{key}",
        title,
        said.format(n=len(won), topics=named, groups=groups),
        counts,
        first.card.id if len(won) == 1 else key or None,
        key,
    )


@lru_cache(maxsize=1_000)
def _vote(title: str, key: str, tally: Tally, _language: Language) -> Finding:
    """Which statement describes the topic, and what the discussion changed."""
    votes = tally.first if tally.first.said else tally.second
    head, said = _head(tally.card.title, votes), said_of(tally.card, votes)
    said = f"{head} {said}" if head else on_topic(tally.card.title, said)
    text = " ".join(part for part in (said, shift_of(tally)) if part)
    return Finding(f"vote:{tally.card.id}", title, text, _vote_counts(tally), tally.card.id, key)


def _head(topic: str, votes: Votes) -> str:
    if votes.label is None:
        return ""
    if votes.n >= THIRDS_OF and abs(votes.most / votes.n - 2 / 3) <= NEAR:
        return _("On {topic} about two thirds stand against one third.").format(topic=quoted(topic))
    return _(HEADS[votes.label]).format(topic=quoted(topic)) if votes.label in HEADS else ""


def _vote_counts(tally: Tally) -> tuple[tuple[str, str], ...]:
    first, second = _("First statement"), _("Second statement")
    held = [(first, tally.first.a), (second, tally.first.b)]
    held += [(name, n) for name, n in ((_("Both"), tally.first.both), (_("Neither"), tally.first.none)) if n]
    if tally.second.said:
        after = _("{what}, after the discussion")
        held += [(after.format(what=first), tally.second.a), (after.format(what=second), tally.second.b)]
    return tuple((name, str(n)) for name, n in held)


def _dropped(title: str, key: str, tally: Tally) -> Finding:
    counts = (
        (_("Nominated"), _of(tally.nominations, tally.nominating)),
        (_("Chosen"), _of(tally.selections, tally.selecting)),
    )
    return Finding(f"dropped:{tally.card.id}", title, drop_of(tally), counts, tally.card.id, key)


def _of(count: int, n: int) -> str:
    return f"{count} / {n}"
