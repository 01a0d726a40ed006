"""Cards, the three rounds with them, quotes, and who said them."""

import pytest
from pydantic import ValidationError

from foresight.core.document import Document
from foresight.core.history import Edit, History
from foresight.model.cards import (
    Card,
    CardCategory,
    Cards,
    Selection,
    add_cards,
    add_deck,
    change_card,
    comment,
    move_card,
    nominate,
    number_of,
    remove_from_deck,
    select_card,
    vote,
    vote_of,
)
from foresight.model.groups import (
    Group,
    Groups,
    Participant,
    add_participants,
    change_participant,
    remove_groups,
    remove_participants,
)
from foresight.model.quotes import Quote, Quotes, add_quotes, change_quote, printable


def room() -> Document:
    return Document().put(
        Groups(groups=(Group(id="g1", name="Table 1"), Group(id="g2", name="Table 2"))),
        Cards(
            categories=(CardCategory(id="k", name="Steering"),),
            cards=(Card(id="c1", title="Silos", category="k"), Card(id="c2", title="Delegation", category="k")),
        ),
    )


def test_the_rounds_are_kept_apart() -> None:
    document = room()
    for edit in (nominate("g1", "c1"), select_card("g1", "c2", rank=1), vote("g1", "c2", "a")):
        document = edit.apply(document)
    part = document[Cards]
    assert [held.card for held in part.nominations] == ["c1"]
    assert part.selections == (Selection(group="g1", card="c2", rank=1),)
    assert vote_of(document, "g1", "c2") == part.votes[0]
    assert vote_of(document, "g1", "c2", ballot=2) is None


@pytest.mark.parametrize(
    ("there", "back"),
    [
        (nominate("g1", "c1"), nominate("g1", "c1", is_nominated=False)),
        (select_card("g1", "c1"), select_card("g1", "c1", is_selected=False)),
        (vote("g1", "c1", "b"), vote("g1", "c1", None)),
    ],
)
def test_what_is_said_twice_counts_once_and_can_be_taken_back(there: Edit, back: Edit) -> None:
    document = there.apply(room())
    assert there.apply(document) is document
    assert back.apply(document)[Cards] == room()[Cards]
    assert back.apply(room())[Cards] == room()[Cards]


def test_a_changed_mind_keeps_its_place_and_its_comment() -> None:
    document = vote("g2", "c1", "b").apply(vote("g1", "c1", "a").apply(room()))
    document = comment("g1", "c1", "it depends").apply(document)
    document = vote("g1", "c1", "both").apply(document)
    assert [(held.group, held.answer, held.comment) for held in document[Cards].votes] == [
        ("g1", "both", "it depends"),
        ("g2", "b", ""),
    ]
    assert comment("g1", "c2", "nothing was voted").apply(document) is document


def test_nobody_votes_who_is_not_there() -> None:
    document = room()
    for edit in (nominate("x", "c1"), select_card("g1", "x"), vote("x", "x", "a")):
        assert edit.apply(document) is document


def test_a_deck_is_added_changed_and_cut_with_what_hangs_on_it() -> None:
    history = History(room())
    history.do(add_deck([CardCategory(id="m", name="Method")], [Card(id="c3", title="Trying out", category="m")]))
    history.do(add_cards(Card(id="c4", title="Spread")))
    history.do(move_card("c4", 0))
    history.do(change_card("c4", a="by itself", b="by design"))
    assert [number_of(history.document, card) for card in ("c4", "c1", "x")] == [1, 2, 0]
    history.do(vote("g1", "c3", "a"))
    history.do(remove_from_deck("m"))
    assert history.document[Cards].cards[-1] == Card(id="c3", title="Trying out")
    history.do(remove_from_deck("c3"))
    assert not history.document[Cards].votes
    while history.undo_label:
        history.undo()
    assert history.document[Cards] == room()[Cards]


def test_a_group_that_goes_takes_its_votes_along() -> None:
    document = nominate("g2", "c1").apply(vote("g1", "c1", "a").apply(room()))
    after = remove_groups("g1").apply(document)[Cards]
    assert (after.votes, len(after.nominations)) == ((), 1)


def test_nobody_is_named_without_consent() -> None:
    with pytest.raises(ValidationError, match="only with consent"):
        Participant(code="A1", name="Kari")
    document = add_participants(Participant(id="p", code="A1", name="Kari", consent=True)).apply(room())
    assert change_participant("p", consent=False).apply(document)[Groups].participants[0].name == ""


def test_a_code_stands_for_one_person() -> None:
    document = add_participants(Participant(id="p", code="A1"), Participant(code="A1"), Participant(id="q", code="A2"))
    there = document.apply(room())
    assert [person.code for person in there[Groups].participants] == ["A1", "A2"]
    assert change_participant("q", code="A1").apply(there) is there
    assert change_participant("q", code="A3").apply(there)[Groups].participants[1].code == "A3"
    assert [person.id for person in remove_participants("p").apply(there)[Groups].participants] == ["q"]


def test_only_quotes_with_consent_are_printed() -> None:
    quotes = (Quote(id="q1", text="We try again.", about="c1"), Quote(id="q2", text="Nobody asked us.", consent=True))
    document = add_quotes(*quotes).apply(room())
    assert [quote.id for quote in printable(document)] == ["q2"]
    document = change_quote("q1", consent=True).apply(document)
    assert [quote.id for quote in printable(document, "c1")] == ["q1"]
    after = remove_from_deck("c1").apply(document)[Quotes].quotes[0]
    assert (after.about, after.text) == (None, "We try again.")
