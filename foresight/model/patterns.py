"""What the counts of the cards say, in fixed sentences. Percent only for PERCENT groups or more."""

from foresight.core.words import _, ngettext, number, quoted
from foresight.model.cards import ANSWERS, Answer, Card
from foresight.model.tallies import FEWEST, Tally, Votes

PERCENT = 10
"""Of fewer groups only counts are given."""


def of_groups(count: int, n: int) -> str:
    """``8 of 9 groups``, ``8 of 12 groups (67%)``."""
    values = {"count": count, "n": n}
    if n < PERCENT:
        return ngettext("{count} of {n} group", "{count} of {n} groups", n).format(**values)
    return _("{count} of {n} groups ({percent}%)").format(percent=number(100 * count / n, 0), **values)


def of_all(count: int, n: int) -> str:
    """``3 of 8``, ``5 of 10 (50%)``, of things that the sentence names elsewhere."""
    if n < PERCENT:
        return _("{count} of {n}").format(count=count, n=n)
    return _("{count} of {n} ({percent}%)").format(count=count, n=n, percent=number(100 * count / n, 0))


def statement(card: Card, answer: Answer) -> str:
    """A statement of a card in quotation marks, without its full stop; "the first statement" where it is empty."""
    text = {"a": card.a, "b": card.b}.get(answer, "").rstrip(" .")
    if text:
        return quoted(text)
    named = _(ANSWERS[answer])
    return named[:1].lower() + named[1:]


def said_of(card: Card, votes: Votes) -> str:
    """What the groups say about a topic in one ballot; "" before anybody voted."""
    parts = [_chosen(card, votes)] if votes.n else []
    if votes.both:
        said = ngettext("{n} group found that both fit.", "{n} groups found that both fit.", votes.both)
        parts.append(said.format(n=votes.both))
    if votes.none:
        said = ngettext("{n} group found that neither fits.", "{n} groups found that neither fits.", votes.none)
        parts.append(said.format(n=votes.none))
    return " ".join(parts)


def _chosen(card: Card, votes: Votes) -> str:
    first, second = statement(card, "a"), statement(card, "b")
    if votes.n < FEWEST:
        said = _("So far {a} for {first}, {b} for {second}.")
        return said.format(a=votes.a, b=votes.b, first=first, second=second)
    if votes.label == "split":
        said = _("The room is split on {topic}: {groups} chose {first}, {b} chose {second}.")
        groups = of_groups(votes.a, votes.n)
        return said.format(topic=quoted(card.title), groups=groups, first=first, b=votes.b, second=second)
    leading = first if votes.a > votes.b else second
    if votes.label == "unanimous":
        return _("All {n} groups that voted chose {statement}.").format(n=votes.n, statement=leading)
    said = _("{groups} chose {statement}.")
    if votes.label == "leaning":
        said = _("The room leans to one side: {groups} chose {statement}.")
    return said.format(groups=of_groups(votes.most, votes.n), statement=leading)


def on_topic(title: str, said: str) -> str:
    """``said`` with the topic in front of it, unless it names the topic itself: "Silos: all 12 groups chose ..."."""
    if quoted(title) in said:
        return said
    return f"{title}: {said[:1].lower()}{said[1:]}" if said[:1].isalpha() else f"{title}: {said}"


def shift_of(tally: Tally) -> str:
    """What the discussion changed; "" unless both ballots have enough votes."""
    before, after = tally.first, tally.second
    if min(before.n, after.n) < FEWEST:
        return ""
    if (before.a, before.b) == (after.a, after.b):
        return _("The second vote, after the discussion, has the same counts.")
    answer: Answer = "a" if after.a >= after.b else "b"
    was = before.a if answer == "a" else before.b
    said = _("After the discussion {groups} chose {statement}; before it was {before}.")
    groups = of_groups(after.most, after.n)
    return said.format(groups=groups, statement=statement(tally.card, answer), before=of_groups(was, before.n))


def relevance_of(tally: Tally) -> str:
    """How many groups chose the topic among their cards; "" before anybody chose."""
    if not tally.selecting:
        return ""
    groups = of_groups(tally.selections, tally.selecting)
    return _("{topic} was chosen by {groups}.").format(topic=quoted(tally.card.title), groups=groups)


def drop_of(tally: Tally) -> str:
    """That many nominated the topic and few chose it; "" where it is not so."""
    if not tally.is_dropped:
        return ""
    said = _("{topic} was nominated by {nominated}, but chosen by {chosen}.")
    nominated = of_groups(tally.nominations, tally.nominating)
    chosen = of_groups(tally.selections, tally.selecting)
    return said.format(topic=quoted(tally.card.title), nominated=nominated, chosen=chosen)


def pattern_of(tally: Tally) -> str:
    """Everything that the counts of a topic say: relevance, drop-off, the vote, and what the discussion changed."""
    relevance = drop_of(tally) or relevance_of(tally)
    said = (relevance, said_of(tally.card, tally.first), shift_of(tally))
    return " ".join(text for text in said if text)
