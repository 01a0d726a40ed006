"""What the rounds show in sentences, and the pages of the summary report."""

import pytest

from foresight.core.brief import Bullets, Table, Text
from foresight.core.document import Document
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.methods.dilemmas.findings import findings
from foresight.methods.dilemmas.report_pages import pages
from foresight.methods.dilemmas.tests.rooms import gathering, nominated, room, voted
from foresight.model.cards import change_category, vote
from foresight.model.patterns import on_topic
from foresight.model.quotes import Quote, add_quotes


def said(document: Document, key: str) -> str:
    """The sentence with this key."""
    return next(finding.text for finding in findings(document) if finding.key == key)


def test_nothing_is_found_before_anything_was_counted() -> None:
    assert findings(Document()) == ()
    assert findings(room()) == ()
    assert pages(room()) == ()


def test_a_category_begins_with_what_was_chosen_most_then_votes_then_what_was_dropped() -> None:
    assert [(finding.chapter, finding.key) for finding in findings(gathering())] == [
        ("Culture and mindset", "winners:k-culture"),
        ("Culture and mindset", "vote:k-driven"),
        ("Framework conditions", "winners:k-frames"),
        ("Framework conditions", "vote:k-money"),
        ("Framework conditions", "vote:k-law"),
        ("Interaction", "winners:k-interaction"),
        ("Interaction", "vote:k-silos"),
        ("Implementation and effect", "winners:k-effect"),
        ("Implementation and effect", "vote:k-unlearning"),
        ("Implementation and effect", "dropped:k-unlearning"),
    ]


@pytest.mark.parametrize(
    ("a", "b", "begins"),
    [
        (12, 0, "Everybody agrees on “Silos”. All 12 groups that voted chose “The division"),
        (11, 1, "Nearly everybody agrees on “Silos”. 11 of 12 groups (92%) chose “The division"),
        (10, 2, "A clear majority agrees on “Silos”. 10 of 12 groups (83%) chose “The division"),
        (8, 4, "On “Silos” about two thirds stand against one third. 8 of 12 groups (67%) chose"),
        (4, 8, "On “Silos” about two thirds stand against one third. 8 of 12 groups (67%) chose"),
        (2, 1, "A clear majority agrees on “Silos”. 2 of 3 groups chose"),
        (7, 5, "The room is split on “Silos”: 7 of 12 groups (58%) chose “The division"),
        (6, 6, "The room is split on “Silos”: 6 of 12 groups (50%) chose “The division"),
        (5, 3, "Silos: the room leans to one side: 5 of 8 groups chose “The division"),
        (1, 1, "Silos: so far 1 for “The division"),
    ],
)
def test_a_vote_is_said_by_how_united_the_room_is(a: int, b: int, begins: str) -> None:
    assert said(voted(room(), "k-silos", a, b), "vote:k-silos").startswith(begins)


def test_a_statement_with_the_topic_in_it_does_not_name_the_topic() -> None:
    assert on_topic("Law", "So far 1 for “Lawyers decide”.") == "Law: so far 1 for “Lawyers decide”."
    assert on_topic("Law", "The room is split on “Law”.") == "The room is split on “Law”."


def test_what_the_discussion_changed_follows_the_vote() -> None:
    text = said(gathering(), "vote:k-law")
    assert text.startswith("The room is split on “Regulation”: 6 of 11 groups (55%)")
    assert text.endswith("before it was 5 of 11 groups (45%).")


def test_the_most_chosen_of_all_is_told_from_the_most_chosen_of_a_category() -> None:
    document = voted(voted(voted(room(), "k-silos", 12, 0), "k-others", 12, 0), "k-law", 6, 5)

    assert said(document, "winners:k-interaction") == (
        "Of all topics “Silos” and “Other actors” were chosen most often: each by 12 of 12 groups (100%)."
    )
    assert said(document, "winners:k-frames") == "Here “Regulation” was chosen most often: by 11 of 12 groups (92%)."


def test_many_nominations_and_few_choices_are_said_with_both_counts() -> None:
    finding = next(each for each in findings(gathering()) if each.key == "dropped:k-unlearning")
    assert finding.text.startswith("“Unlearning of old practice” was nominated by 10 of 12 groups (83%)")
    assert finding.counts == (("Nominated", "10 / 12"), ("Chosen", "2 / 12"))
    assert finding.about == "k-unlearning"


def test_every_sentence_carries_its_counts() -> None:
    law = next(each for each in findings(gathering()) if each.key == "vote:k-law")
    assert [count for _name, count in law.counts] == ["6", "5", "3", "8"]
    assert law.about == "k-law"


def test_norwegian_sentences_are_norwegian() -> None:
    discover()
    with speaking("nb"):
        assert said(gathering(), "vote:k-silos").startswith("Alle er enige om «Silos». Alle")
        assert said(voted(room(), "k-money", 8, 4), "vote:k-money").startswith("Om «Frames and capacity» står omtrent")


def test_a_vote_changes_its_own_sentence_and_a_new_name_changes_no_key() -> None:
    before = findings(gathering())
    after = findings(vote("g7", "k-driven", "a").apply(gathering()))
    assert [old.key for old, new in zip(before, after, strict=True) if old.text != new.text] == ["vote:k-driven"]

    renamed = findings(change_category("k-culture", name="Culture").apply(gathering()))
    assert [each.key for each in renamed] == [each.key for each in before]
    assert {each.chapter for each in renamed if each.chapter_key == "k-culture"} == {"Culture"}


def test_each_category_has_a_page_with_its_sentences_its_counts_and_what_may_be_quoted() -> None:
    quotes = (Quote(text="Yes!", about="k-silos", consent=True), Quote(text="No!", about="k-silos"))
    document = add_quotes(*quotes).apply(nominated(gathering(), "k-silos", 12))
    made = {page.title: page for page in pages(document)}

    assert list(made) == ["Culture and mindset", "Framework conditions", "Interaction", "Implementation and effect"]
    page = made["Interaction"]
    (bullets,) = [block for block in page.blocks if isinstance(block, Bullets)]
    assert bullets.items == tuple(each.text for each in findings(document) if each.chapter == "Interaction")
    (table,) = [block for block in page.blocks if isinstance(block, Table)]
    assert [row[0] for row in table.rows] == ["6 Silos", "7 Other actors"]
    assert [block.text for block in page.blocks if isinstance(block, Text)] == ["Yes!", "Silos"]
