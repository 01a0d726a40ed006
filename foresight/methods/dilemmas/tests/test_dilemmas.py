"""Dilemmas without a window: the deck, the keys, the figures, the pictures, the page in the brief."""

import json
from collections import Counter
from itertools import pairwise

import pytest

from foresight.core.brief import Bullets, Columns, Heading, Picture, Text
from foresight.core.document import Document
from foresight.core.history import History
from foresight.core.look import DARK, LIGHT, Look
from foresight.core.methods import discover
from foresight.core.picture import Circle, Polygon
from foresight.methods.dilemmas.analysis import figures
from foresight.methods.dilemmas.deck import TOPICS, add_ready_made, deck, lacking
from foresight.methods.dilemmas.keying import TAKEN_BACK, Round, keyed, marks
from foresight.methods.dilemmas.report import sections
from foresight.methods.dilemmas.tests.rooms import gathering, room, voted
from foresight.model.cards import (
    Card,
    CardCategory,
    Cards,
    Selection,
    add_cards,
    add_category,
    remove_from_deck,
    vote_of,
)
from foresight.model.groups import Group, Groups
from foresight.model.quotes import Quote, add_quotes
from foresight.model.tallies import tallies
from foresight.model.workshop import Workshop

# The deck


def test_the_deck_has_fifteen_topics_and_six_in_reserve_in_six_categories() -> None:
    categories, cards = deck("en")
    assert len(cards) == 15 + 6
    assert len(categories) == 6
    sizes = Counter(card.category for card in cards)
    assert [sizes[category.id] for category in categories] == [3, 3, 4, 2, 5, 4]
    assert all(card.title and card.a and card.b for card in cards)
    assert [card.title for card in cards][5:7] == ["Silos", "Other actors"]


def test_the_deck_speaks_the_language_of_the_workshop() -> None:
    discover()
    document = add_ready_made().apply(Document().put(Workshop(language="nb")))
    part = document[Cards]
    assert part.categories[0].name == "Kultur og tankesett"
    assert (part.cards[5].title, part.cards[5].a) == ("Siloer", "Inndelingen i sektorer står i veien for innovasjon.")
    english = {card.title for card in deck("en")[1]}
    assert not english & {card.title for card in part.cards}


def test_only_what_is_lacking_is_added() -> None:
    history = History(Document())
    history.do(add_category(CardCategory(id="own", name="Interaction")))
    history.do(add_ready_made())
    part = history.document[Cards]
    assert [category.name for category in part.categories].count("Interaction") == 1
    assert next(card for card in part.cards if card.title == "Silos").category == "own"
    assert not lacking(history.document)
    assert not history.do(add_ready_made())
    silos = next(card.id for card in part.cards if card.title == "Silos")
    history.do(remove_from_deck(silos))
    assert lacking(history.document)
    history.do(add_ready_made())
    titles = [card.title for card in history.document[Cards].cards]
    assert len(titles) == len(set(titles)) == len(TOPICS)


# Keys


@pytest.mark.parametrize(
    ("which", "key", "shown"),
    [
        ("nominated", "x", "×"),
        ("nominated", "a", None),
        ("chosen", "2", "2"),
        ("nominated", "2", None),
        ("chosen", " ", "×"),
        ("chosen", "a", "× A"),
        ("chosen", "B", "× B"),
        ("statement", "b", "B"),
        ("statement", "+", "+"),
        ("after", "-", "−"),
        ("after", "x", None),
        ("statement", "7", None),
    ],
)
def test_what_a_key_writes(which: Round, key: str, shown: str | None) -> None:
    document = room(2)
    made = keyed(document, which, "g2", "k-silos", key)
    after = made.apply(document) if made else document
    assert marks(after, which) == ({("g2", "k-silos"): shown} if shown else {})


def test_a_statement_alone_chooses_nothing_and_rounds_stay_apart() -> None:
    document = room(2)
    for which, key in (("statement", "a"), ("after", "b")):
        made = keyed(document, which, "g1", "k-silos", key)  # type: ignore[arg-type]
        assert made is not None
        document = made.apply(document)
    assert not document[Cards].selections
    first, second = vote_of(document, "g1", "k-silos"), vote_of(document, "g1", "k-silos", 2)
    assert (first.answer if first else "", second.answer if second else "") == ("a", "b")


def test_taking_back_a_chosen_card_takes_its_vote_along() -> None:
    history = History(room(2))
    for key in ("a", TAKEN_BACK):
        made = keyed(history.document, "chosen", "g1", "k-silos", key)
        assert made is not None
        history.do(made)
    assert (history.document[Cards].selections, history.document[Cards].votes) == ((), ())
    history.undo()
    assert marks(history.document, "chosen") == {("g1", "k-silos"): "× A"}


def test_a_rank_stays_when_the_vote_is_typed() -> None:
    document = room(2)
    document = document.put(document[Cards].but(selections=(Selection(group="g1", card="k-silos", rank=2),)))
    made = keyed(document, "chosen", "g1", "k-silos", "b")
    assert made is not None
    after = made.apply(document)
    assert after[Cards].selections[0].rank == 2
    assert marks(after, "chosen") == {("g1", "k-silos"): "2 B"}


# Figures


def test_figures_for_other_programs() -> None:
    discover()
    found = json.loads(json.dumps(figures(gathering())))
    assert found["groups"] == {"nominating": 12, "choosing": 12, "voting": 12}
    cards = {card["title"]: card for card in found["cards"]}
    silos, driven, law = cards["Silos"], cards["Driven by employees or leaders"], cards["Regulation"]
    assert silos["vote"] == {
        "n": 12,
        "counts": {"a": 12, "b": 0, "both": 0, "none": 0},
        "share": 1.0,
        "label": "unanimous",
        "polarisation": 0.0,
    }
    assert (silos["category"], silos["number"], silos["corner"]) == ("Interaction", 6, "agenda")
    assert (driven["vote"]["label"], driven["vote"]["polarisation"], driven["corner"]) == ("split", 1.0, "fight")
    assert law["vote_after"]["counts"] == {"a": 3, "b": 8, "both": 0, "none": 0}
    assert cards["Unlearning of old practice"]["drop_off"] == pytest.approx(10 / 12 - 2 / 12)
    assert silos["sentence"] == {
        "en": "All 12 groups that voted chose “The division into sectors stands in the way of innovation”.",
        "nb": "Alle de 12 gruppene som stemte, valgte «The division into sectors stands in the way of innovation».",
    }
    assert found["most_disputed"][:2] == ["Driven by employees or leaders", "Frames and capacity"]


def test_figures_of_nothing() -> None:
    assert figures(Document()) == {
        "groups": {"nominating": 0, "choosing": 0, "voting": 0},
        "cards": [],
        "most_disputed": [],
    }


# Pictures


def corners(drawn: object) -> list[tuple[float, float]]:
    shapes = drawn.plain()  # type: ignore[attr-defined]
    return [place for shape in shapes if isinstance(shape, Polygon) for place in shape.points]


def test_bars_lie_on_both_sides_of_the_middle() -> None:
    from foresight.methods.dilemmas.figure import BAR, bars, bars_height

    held = tuple(tally for tally in tallies(gathering()) if tally.first.n)
    height = bars_height(held, 480)
    drawn = bars(held, 480, height, LIGHT)
    full = [shape for shape in drawn.plain() if isinstance(shape, Polygon) and shape.fill == LIGHT.accent.lower()]
    widths = sorted(max(x for x, _y in shape.points) - min(x for x, _y in shape.points) for shape in full)
    unit = widths[-1] / 12
    assert [round(width / unit) for width in widths] == [2, 3, 6, 8, 12]
    assert {round(max(x for x, _y in shape.points), 3) for shape in full} == {312.0}
    assert all(abs(max(y for _x, y in shape.points) - min(y for _x, y in shape.points) - BAR) < 1e-6 for shape in full)


@pytest.mark.parametrize("look", [LIGHT, DARK])
@pytest.mark.parametrize("size", [(230.0, 175.0), (700.0, 420.0)])
def test_pictures_stay_inside_their_frame(look: Look, size: tuple[float, float]) -> None:
    from foresight.methods.dilemmas.figure import bars, bars_height
    from foresight.methods.dilemmas.figure_map import topic_map

    held, (width, height) = tallies(gathering()), size
    tall = bars_height(held, width)
    for drawn, room_for in ((bars(held, width, tall, look), tall), (topic_map(held, width, height, look), height)):
        assert corners(drawn)
        assert all(-1e-6 <= x <= width + 1e-6 and -1e-6 <= y <= room_for + 1e-6 for x, y in corners(drawn))


def test_dots_of_the_map_lie_in_their_corners_and_not_on_each_other() -> None:
    from foresight.methods.dilemmas.figure_map import RADIUS, topic_map

    document = room()
    for card in document[Cards].cards:
        document = voted(document, card.id, 12, 0)
    dots = [shape for shape in topic_map(tallies(document), 700, 420, LIGHT).plain() if isinstance(shape, Circle)]
    assert len(dots) == 21
    for one, other in pairwise(sorted(dot.centre for dot in dots)):
        assert abs(one[0] - other[0]) + abs(one[1] - other[1]) >= RADIUS
    assert all(dot.centre[0] > 230 for dot in dots)


# The brief


def test_no_section_before_enough_groups_voted_or_in_a_short_brief() -> None:
    assert sections(Document(), 8) == ()
    assert sections(voted(room(), "k-silos", 2, 0), 8) == ()
    assert sections(gathering(), 4) == ()
    assert sections(gathering(), 2) == ()


def test_the_page_in_the_brief() -> None:
    document = add_quotes(
        Quote(text="One does not exclude the other.", about="k-driven", consent=True),
        Quote(text="Never print this.", about="k-driven"),
        Quote(text="About nothing.", consent=True),
    ).apply(gathering())
    (section,) = sections(document, 8)
    lead, both = section.blocks
    assert section.page == "people"
    assert lead == Text("21 topics with two statements that pull apart; 12 groups voted.")
    assert isinstance(both, Columns)
    ((picture,), beside) = both.columns
    assert isinstance(picture, Picture)
    assert picture.twin is not None
    assert picture.twin.rows[0] == ("6 Silos", "12", "12", "0", "0", "0", "Unanimous")
    headings = [block.text for block in beside if isinstance(block, Heading)]
    assert headings == ["Shared agenda", "Worth a fight", "Nominated by many, chosen by few"]
    bullets = [item for block in beside if isinstance(block, Bullets) for item in block.items]
    assert bullets[0].startswith("Silos: all 12 groups that voted chose “The division into sectors stands in the way")
    assert bullets[2].startswith("The room is split on “Driven by employees or leaders”: 6 of 12 groups (50%) chose")
    assert bullets[3] == (
        "“Unlearning of old practice” was nominated by 10 of 12 groups (83%), but chosen by 2 of 12 groups (17%)."
    )
    quotes = [block.text for block in beside if isinstance(block, Text)]
    assert quotes == ["One does not exclude the other.", "Driven by employees or leaders"]


def test_the_gist_shows_both_corners() -> None:
    (section,) = sections(gathering(), 8)
    (both,) = section.gist
    assert isinstance(both, Columns)
    ((picture,), (bullets,)) = both.columns
    assert isinstance(picture, Picture)
    assert picture.twin is not None
    assert [row[0] for row in picture.twin.rows] == [
        "6 Silos",
        "10 Frames and capacity",
        "3 Driven by employees or leaders",
    ]
    assert bullets == Bullets(
        (
            "Shared agenda: “Silos”, “Frames and capacity” and “Regulation”.",
            "A fight worth having: “Driven by employees or leaders”.",
        )
    )


def test_a_card_without_category_or_words_prints() -> None:
    document = add_cards(Card(id="bare", title="Law")).apply(Document().put(Groups(groups=room()[Groups].groups)))
    (section,) = sections(voted(document, "bare", 3, 0), 8)
    assert "Law: all 3 groups that voted chose the first statement." in str(section)
    assert Group(id="g1", name="Table 1", size=9) in document[Groups].groups
