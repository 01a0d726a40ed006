"""Links as groups judge them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.history import History
from foresight.model.drivers import Driver, Drivers, Sign, link_between, remove_drivers, set_link
from foresight.model.groups import Group, Groups, remove_groups
from foresight.model.judgements import (
    Judgement,
    Judgements,
    Verdict,
    differs,
    disagreements,
    judge,
    judgement_of,
    take_verdicts,
    verdict,
    verdicts,
    withdraw,
)


def room(groups: int = 5) -> Document:
    return Document().put(
        Drivers(drivers=tuple(Driver(id=name, title=name.upper()) for name in "abc")),
        Groups(groups=tuple(Group(id=f"g{n}", name=f"Table {n}") for n in range(1, groups + 1))),
    )


def said(text: str) -> list[Judgement]:
    """ "+3 -2 ?1 0" as the judgements of g1, g2, ... about a pair."""
    made = []
    for n, word in enumerate(text.split(), 1):
        sign: Sign = word[0] if word[0] in "+-?" else "+"  # type: ignore[assignment]
        made.append(Judgement(source="a", target="b", group=f"g{n}", strength=int(word[-1]), sign=sign))
    return made


def judged(document: Document, text: str, source: str = "a", target: str = "b") -> Document:
    for one in said(text):
        document = judge(source, target, one.group, one.strength, one.sign).apply(document)
    return document


@pytest.mark.parametrize(
    ("words", "strength", "sign", "spread", "width"),
    [
        ("+2", 2, "+", 0.0, 0),
        ("+1 +3", 2, "+", 1.0, 2),
        ("+1 +2", 2, "+", 0.5, 1),  # halfway counts as the higher one
        ("+3 +3 -3", 3, "+", 3.0, 6),
        ("+3 -3", 3, "?", 3.0, 6),  # no majority for a direction
        ("?2 +2 +2", 2, "+", 1.0, 2),
        ("?2 ?2 +2", 2, "?", 1.0, 2),
        ("0 0 +3", 0, "+", 1.5, 3),
        ("0 0", 0, "+", 0.0, 0),
        ("-1 -2 -3 -3 0", 2, "-", 2.0, 3),
    ],
)
def test_what_groups_say_together(words: str, strength: int, sign: Sign, spread: float, width: int) -> None:
    held = verdict(said(words))
    assert (held.strength, held.sign, held.width) == (strength, sign, width)
    assert held.spread == spread


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from("+-?")), min_size=1, max_size=12), st.randoms())
def test_the_order_of_the_groups_does_not_matter(words: list[tuple[int, Sign]], random: object) -> None:
    made = [
        Judgement(source="a", target="b", group=f"g{n}", strength=strength, sign=sign)
        for n, (strength, sign) in enumerate(words)
    ]
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    def figures(held: Verdict) -> tuple[object, ...]:
        return held.strength, held.sign, held.spread, held.width, held.is_split, held.is_contested

    assert figures(verdict(made)) == figures(verdict(shuffled))


def test_the_link_says_what_the_groups_say_together() -> None:
    document = judged(room(), "+1")
    link = link_between(document, "a", "b")
    assert link is not None
    assert (link.strength, link.sign) == (1, "+")
    document = judged(document, "+1 -3 -3")
    assert link_between(document, "a", "b") == link.but(strength=3, sign="-")


def test_judging_is_one_step_that_can_be_undone() -> None:
    history = History(room())
    before = history.document
    assert history.do(judge("a", "b", "g1", 2, "-"))
    assert judgement_of(history.document, "a", "b", "g1") is not None
    assert not history.do(judge("a", "b", "g1", 2, "-"))
    history.undo()
    assert history.document is before


def test_a_judgement_of_none_makes_no_link_and_silences_one_that_is_there() -> None:
    assert link_between(judged(room(), "0"), "a", "b") is None
    document = judged(set_link("a", "b", strength=2).apply(room()), "0")
    held = link_between(document, "a", "b")
    assert held is not None
    assert held.strength == 0


def test_nothing_is_judged_that_is_not_there() -> None:
    document = room()
    for source, target, group in (("a", "a", "g1"), ("x", "b", "g1"), ("a", "x", "g1"), ("a", "b", "x")):
        assert judge(source, target, group, 3).apply(document) is document
        assert withdraw(source, target, group).apply(document) is document


def test_a_withdrawn_judgement_no_longer_counts() -> None:
    document = withdraw("a", "b", "g2").apply(judged(room(), "+1 +3"))
    link = link_between(document, "a", "b")
    assert link is not None
    assert link.strength == 1
    document = withdraw("a", "b", "g1").apply(document)
    assert not document[Judgements].judgements
    assert link_between(document, "a", "b") == link, "the link itself stays"


def test_disagreements_come_widest_first() -> None:
    document = judged(room(), "+1 +3")
    document = judged(document, "+3 -3", "b", "c")
    document = judged(document, "+2 +2", "a", "c")
    assert [pair for pair, _held in disagreements(document)] == [("b", "c"), ("a", "b")]
    assert [held.is_contested for _pair, held in disagreements(document)] == [True, True]
    assert not verdict(said("+1 +2")).is_contested


def test_after_a_discussion_the_network_may_say_something_else() -> None:
    document = judged(room(), "+1 +3")
    assert not differs(document, "a", "b")
    document = set_link("a", "b", strength=3).apply(document)
    assert differs(document, "a", "b")
    assert not differs(document, "b", "c")
    document = take_verdicts().apply(document)
    assert not differs(document, "a", "b")
    assert take_verdicts(("a", "b")).apply(document) is document


def test_judgements_go_with_their_group_and_their_drivers() -> None:
    document = judged(judged(room(), "+1 +3"), "+2", "b", "c")
    assert [one.group for one in remove_groups("g1").apply(document)[Judgements].judgements] == ["g2"]
    assert list(verdicts(remove_drivers("a").apply(document))) == [("b", "c")]


def test_a_contradicted_link_without_strength_is_no_difference() -> None:
    document = judged(room(), "0")
    assert not differs(document, "a", "b")
    assert differs(set_link("a", "b").apply(document), "a", "b")
