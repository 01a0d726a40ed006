"""The counts of the cards: the published numbers, the rounds, the order, and what the counts say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.words import speaking
from foresight.model.cards import Card, CardCategory, Cards, Nomination, Selection, StatementVote, vote
from foresight.model.groups import Group, Groups
from foresight.model.patterns import drop_of, of_groups, pattern_of, relevance_of, said_of, shift_of
from foresight.model.tallies import (
    Corner,
    Label,
    Tally,
    Votes,
    by_category,
    most_chosen_first,
    most_disputed_first,
    tallies,
)

CARD = Card(id="c1", title="Silos", a="Silos hold us back.", b="Silos make somebody answerable")


def counted(votes: Votes = Votes(), selections: int = 0, nominations: int = 0, of: int = 12) -> Tally:  # noqa: B008
    return Tally(CARD, 1, nominations, of, selections, of, votes, Votes())


def room(groups: int = 12) -> Document:
    tables = tuple(Group(id=f"g{n}", name=f"Table {n}") for n in range(groups))
    cards = (CARD.but(category="k2"), Card(id="c2", title="Delegation", category="k1"), Card(id="c3", title="Law"))
    kinds = (CardCategory(id="k1", name="Steering"), CardCategory(id="k2", name="Interaction"))
    return Document().put(Groups(groups=tables), Cards(categories=kinds, cards=cards))


@pytest.mark.parametrize(
    ("a", "b", "share", "polarisation", "label"),
    [
        (6, 6, 0.5, 1, "split"),
        (12, 0, 1, 0, "unanimous"),
        (0, 12, 0, 0, "unanimous"),
        (11, 1, 0.917, 0.167, "near-unanimous"),
        (8, 4, 0.667, 0.667, "clear majority"),
        (7, 5, 0.583, 0.833, "split"),
        (10, 2, 0.833, 0.333, "clear majority"),
        (9, 1, 0.9, 0.2, "near-unanimous"),
        (5, 3, 0.625, 0.75, "leaning"),
        (6, 4, 0.6, 0.8, "split"),
        (2, 1, 0.667, 0.667, "clear majority"),
        (1, 1, 0.5, 1, None),
        (2, 0, 1, 0, None),
    ],
)
def test_how_united_the_room_is(a: int, b: int, share: float, polarisation: float, label: Label | None) -> None:
    votes = Votes(a, b, both=2, none=1)
    assert votes.share == pytest.approx(share, abs=5e-4)
    assert votes.polarisation == pytest.approx(polarisation, abs=5e-4)
    assert (votes.n, votes.said, votes.label) == (a + b, a + b + 3, label)


def test_nobody_voted() -> None:
    votes = Votes(both=2)
    assert (votes.n, votes.share, votes.polarisation, votes.label) == (0, None, None, None)


@given(st.integers(0, 100), st.integers(0, 100))
def test_the_sides_may_be_exchanged(a: int, b: int) -> None:
    one, other = Votes(a, b), Votes(b, a)
    assert (one.label, one.polarisation) == (other.label, other.polarisation)
    assert one.polarisation is None or 0 <= one.polarisation <= 1


def test_rounds_are_counted_apart() -> None:
    document = room()
    part = document[Cards].but(
        nominations=tuple(Nomination(group=f"g{n}", card="c1") for n in range(10)),
        selections=tuple(Selection(group=f"g{n}", card="c1") for n in range(2))
        + tuple(Selection(group=f"g{n}", card="c2") for n in range(8)),
        votes=tuple(StatementVote(group=f"g{n}", card="c1", answer="a" if n < 2 else "both") for n in range(3)),
    )
    first, second, third = tallies(document.put(part))
    assert (first.nominations, first.nominating, first.selections, first.selecting) == (10, 10, 2, 8)
    assert (first.nomination_rate, first.selection_rate, first.drop_off) == (1, 0.25, 0.75)
    assert first.is_dropped
    assert not second.is_dropped
    assert (first.first, first.second) == (Votes(2, 0, 1), Votes())
    assert (second.selection_rate, second.drop_off, third.selections) == (1, -1, 0)


def test_an_edit_is_counted_at_once() -> None:
    document = room()
    for n in range(4):
        document = vote(f"g{n}", "c1", "a").apply(document)
    document = vote("g0", "c1", "b", 2).apply(document)
    assert tallies(document)[0].first == Votes(4)
    assert tallies(document)[0].votes == Votes(0, 1)
    assert tallies(vote("g3", "c1", "b").apply(document))[0].first == Votes(3, 1)
    assert tallies(room())[0].first == Votes()


def test_no_rate_before_a_round_was_held() -> None:
    first = tallies(room())[0]
    assert (first.nomination_rate, first.selection_rate, first.drop_off, first.corner) == (None, None, None, None)
    assert pattern_of(first) == ""


@pytest.mark.parametrize(
    ("votes", "selections", "corner"),
    [
        (Votes(12), 6, "agenda"),
        (Votes(8, 4), 12, "agenda"),
        (Votes(7, 5), 12, "fight"),
        (Votes(6, 6), 5, "leave"),
        (Votes(11, 1), 5, "settled"),
        (Votes(1, 1), 12, None),
    ],
)
def test_corners(votes: Votes, selections: int, corner: Corner | None) -> None:
    assert counted(votes, selections).corner == corner


def test_orders() -> None:
    document = room()
    cast = [("c1", "aaab"), ("c2", "aabb"), ("c3", "ab")]
    for card, said in cast:
        for n, answer in enumerate(said):
            document = vote(f"g{n}", card, "a" if answer == "a" else "b").apply(document)
    chosen = (Selection(group="g1", card="c3"), Selection(group="g2", card="c3"), Selection(group="g2", card="c2"))
    held = tallies(document.put(document[Cards].but(selections=chosen)))
    assert [tally.card.id for tally in most_disputed_first(held)] == ["c2", "c1", "c3"]
    assert [tally.card.id for tally in most_chosen_first(held)] == ["c3", "c2", "c1"]


def test_categories_in_their_order_and_the_rest() -> None:
    found = by_category(room())
    assert [(kind.name if kind else "", [tally.number for tally in held]) for kind, held in found] == [
        ("Steering", [2]),
        ("Interaction", [1]),
        ("", [3]),
    ]


# In words


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        (Votes(12), "All 12 groups that voted chose “Silos hold us back”."),
        (Votes(11, 1), "11 of 12 groups (92%) chose “Silos hold us back”."),
        (Votes(1, 7), "7 of 8 groups chose “Silos make somebody answerable”."),
        (Votes(5, 3), "The room leans to one side: 5 of 8 groups chose “Silos hold us back”."),
        (
            Votes(6, 6),
            "The room is split on “Silos”: 6 of 12 groups (50%) chose “Silos hold us back”, "
            "6 chose “Silos make somebody answerable”.",
        ),
        (Votes(1, 1), "So far 1 for “Silos hold us back”, 1 for “Silos make somebody answerable”."),
        (Votes(both=1, none=2), "1 group found that both fit. 2 groups found that neither fits."),
        (Votes(), ""),
    ],
)
def test_sentence_of_a_vote(votes: Votes, said: str) -> None:
    assert said_of(CARD, votes) == said


def test_a_statement_without_words() -> None:
    assert said_of(Card(title="Law"), Votes(3)) == "All 3 groups that voted chose the first statement."


def test_percent_only_of_ten_or_more() -> None:
    assert [of_groups(1, 1), of_groups(6, 9), of_groups(6, 10)] == [
        "1 of 1 group",
        "6 of 9 groups",
        "6 of 10 groups (60%)",
    ]


def test_many_nominated_and_few_chose() -> None:
    assert drop_of(counted(selections=3, nominations=10)) == (
        "“Silos” was nominated by 10 of 12 groups (83%), but chosen by 3 of 12 groups (25%)."
    )
    assert drop_of(counted(selections=8, nominations=10)) == ""
    assert relevance_of(counted(selections=8)) == "“Silos” was chosen by 8 of 12 groups (67%)."


def test_what_the_discussion_changed() -> None:
    tally = Tally(CARD, 1, 0, 0, 0, 0, Votes(6, 6), Votes(3, 9))
    assert shift_of(tally) == (
        "After the discussion 9 of 12 groups (75%) chose “Silos make somebody answerable”; "
        "before it was 6 of 12 groups (50%)."
    )
    same = Tally(CARD, 1, 0, 0, 0, 0, Votes(6, 6), Votes(6, 6))
    assert shift_of(same) == "The second vote, after the discussion, has the same counts."
    assert shift_of(Tally(CARD, 1, 0, 0, 0, 0, Votes(6, 6), Votes(2))) == ""


def test_norwegian() -> None:
    card = Card(title="Siloer", a="Siloene hindrer.", b="Siloene gir ansvar.")
    with speaking("nb"):
        tally = Tally(card, 1, 12, 12, 11, 12, Votes(11, 1), Votes(6, 6))
        assert pattern_of(tally) == (
            "«Siloer» ble valgt av 11 av 12 grupper (92 %). 11 av 12 grupper (92 %) valgte "
            "«Siloene hindrer». Etter diskusjonen valgte 6 av 12 grupper (50 %) «Siloene hindrer»; "
            "før var det 11 av 12 grupper (92 %)."
        )
        assert said_of(card, Votes(6, 6)).startswith("Rommet er delt om «Siloer»: 6 av 12 grupper (50 %) valgte")
