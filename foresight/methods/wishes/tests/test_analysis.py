"""Counts and sentences of the wishes, with exact numbers."""

import pytest

from foresight.core.document import Document, Id
from foresight.core.methods import discover
from foresight.core.words import speaking
from foresight.methods.wishes.analysis import answered, open_themes, piles, ranked, sector_of, unanswered
from foresight.methods.wishes.findings import findings
from foresight.methods.wishes.model import Wish, Wishes, WishTheme, remove_wish_themes, sort_wish
from foresight.methods.wishes.sentences import most_wished, of_wishes, summary, taken_up, total
from foresight.methods.wishes.summary import figures
from foresight.model.commitments import Ask, Commitment, Commitments, remove_commitments
from foresight.model.groups import Group, Groups, Participant
from foresight.model.scenarios import Scenario, Scenarios

discover()  # for the catalogues

THEMES = (WishTheme(id="time", name="Time"), WishTheme(id="money", name="Money"), WishTheme(id="law", name="Law"))
ANSWERS = {"a": ("c",), "d": ("s", "k")}
PLACED = {"a": "time", "b": "time", "c1": "money", "d": "time", "e": None, "f": "money", "g": None}


def wished() -> Document:
    """Seven wishes: three about time (two taken up), two about money, none about law, two without a theme."""
    wishes = tuple(
        Wish(id=one, text=f"Wish {one}", theme=theme, answers=ANSWERS.get(one, ())) for one, theme in PLACED.items()
    )
    return Document().put(
        Groups(groups=(Group(id="g1", name="Table 1"), Group(id="g2", name="Table 2"))),
        Commitments(commitments=(Commitment(id="c", text="Try"),), asks=(Ask(id="k", text="Help"),)),
        Scenarios(scenarios=(Scenario(id="s", name="Leap"),)),
        Wishes(themes=THEMES, wishes=wishes),
    )


def sorted_into(**counts: int) -> Wishes:
    """So many wishes under themes of these names; those under "none" without one."""
    themes = {name: WishTheme(id=name, name=name) for name in counts if name != "none"}
    wishes = [Wish(text="x", theme=None if name == "none" else name) for name, n in counts.items() for _one in range(n)]
    return Wishes(themes=tuple(themes.values()), wishes=tuple(wishes))


def test_the_wall_begins_with_what_is_not_sorted_the_newest_first() -> None:
    found = piles(wished()[Wishes])
    assert [(pile.name, [wish.id for wish in pile.wishes]) for pile in found] == [
        ("", ["g", "e"]), ("Time", ["a", "b", "d"]), ("Money", ["c1", "f"]), ("Law", [])
    ]  # fmt: skip


def test_themes_are_ranked_by_their_wishes() -> None:
    part = wished()[Wishes]
    assert [(pile.name, pile.n, pile.answered) for pile in ranked(part)] == [
        ("Time", 3, 2), ("Money", 2, 0), ("", 2, 0)
    ]  # fmt: skip
    assert [wish.id for wish in unanswered(part)] == ["b", "c1", "f", "g", "e"]
    assert [pile.name for pile in open_themes(part)] == ["Money"]
    assert answered(part.wishes) == 2


def test_what_takes_up_a_wish_goes_when_it_is_deleted() -> None:
    document = remove_commitments("c").apply(wished())
    assert answered(document[Wishes].wishes) == 1


def test_the_wishes_of_a_deleted_theme_stay() -> None:
    document = remove_wish_themes("time").apply(wished())
    assert len(document[Wishes].wishes) == 7
    assert [pile.name for pile in ranked(document[Wishes])] == ["Money", ""]


def test_sorting_into_a_theme_that_is_gone_does_nothing() -> None:
    document = wished()
    assert sort_wish("a", "nothing").apply(document) is document


@pytest.mark.parametrize(
    ("count", "n", "said"), [(3, 9, "3 of 9 wishes"), (7, 30, "7 of 30 wishes (23%)"), (5, 10, "5 of 10 wishes (50%)")]
)
def test_percent_only_of_ten_or_more(count: int, n: int, said: str) -> None:
    assert of_wishes(count, n) == said


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (sorted_into(), ""),
        (sorted_into(a=2), ""),
        (sorted_into(none=5), ""),
        (sorted_into(a=1, b=1, c=1), ""),
        (sorted_into(a=3, b=1), "The largest theme is “a”, with 3 of 4 wishes. Next comes “b” (1)."),
        (
            sorted_into(a=4, b=6, c=2, d=1),
            "The largest theme is “b”, with 6 of 13 wishes (46%). Next come “a” (4) and “c” (2).",
        ),
        (sorted_into(a=2, b=2), "The largest themes are “a” and “b”, with 2 of 4 wishes each."),
        (sorted_into(a=2, b=2, c=2, d=2), "No theme stands out: the largest ones have 2 wishes each."),
    ],
)
def test_what_is_wished_for_most(part: Wishes, said: str) -> None:
    assert most_wished(part) == said


@pytest.mark.parametrize(
    ("n", "up", "said"),
    [
        (2, 1, ""),
        (3, 0, "No wish is taken up yet by a commitment, an ask or a scenario."),
        (3, 3, "All 3 wishes are taken up by a commitment, an ask or a scenario."),
        (3, 1, "1 of 3 wishes is taken up by a commitment, an ask or a scenario."),
        (12, 4, "4 of 12 wishes (33%) are taken up by a commitment, an ask or a scenario."),
    ],
)
def test_the_share_that_is_taken_up(n: int, up: int, said: str) -> None:
    wishes = tuple(Wish(text="x", answers=("s",) if at < up else ()) for at in range(n))
    assert taken_up(Wishes(wishes=wishes)) == said


def test_all_of_it_in_a_few_sentences() -> None:
    part = wished()[Wishes]
    assert total(part) == "The room has written 7 wishes in 2 themes."
    assert summary(part) == (
        "The room has written 7 wishes in 2 themes. The largest theme is “Time”, with 3 of 7 wishes. "
        "Next comes “Money” (2). 2 of 7 wishes are taken up by a commitment, an ask or a scenario. "
        "None of the 2 wishes about “Money” is taken up."
    )
    with speaking("nb"):
        assert most_wished(part) == "Det største temaet er «Time», med 3 av 7 ønsker. Deretter kommer «Money» (2)."


def test_findings_carry_their_counts() -> None:
    found = {finding.key: finding for finding in findings(wished())}
    assert list(found) == ["themes", "answered", "open:money"]
    assert found["themes"].counts == (("Wishes", "7"), ("Time", "3"), ("Money", "2"))
    assert found["answered"].counts == (("Wishes", "7"), ("Taken up", "2"))
    assert found["open:money"].about == "money"
    assert findings(Document()) == ()


def test_findings_cost_nothing_while_the_wishes_are_the_same() -> None:
    document = wished()
    assert findings(document) is findings(document.put(Groups()))


def test_where_somebody_comes_from_is_known_by_the_code() -> None:
    people = (Participant(id="p", code="1", sector="County"),)
    document = Document().put(Groups(participants=people))
    said: list[tuple[Id | None, str]] = [("p", ""), ("p", "State"), (None, "")]
    assert [sector_of(document, Wish(text="x", participant=who, sector=where)) for who, where in said] == [
        "County", "State", ""
    ]  # fmt: skip


def test_figures() -> None:
    found = figures(wished())
    assert found["n"] == 7
    assert found["themes"][0] == {"name": "Time", "n": 3, "share": 3 / 7, "answered": 2}
    assert found["answered"] == {"n": 7, "count": 2, "share": 2 / 7}
    assert found["unanswered"] == ["Wish b", "Wish c1", "Wish f", "Wish g", "Wish e"]
    assert found["sentences"]["answered"]["nb"].startswith("2 av 7 ønsker er fulgt opp")
    empty = figures(Document())
    assert (empty["n"], empty["answered"], empty["themes"], empty["sentences"]) == (
        0, {"n": 0, "count": 0, "share": None}, [], {}
    )  # fmt: skip


def test_the_wishes_of_the_sample(sample: Document) -> None:
    part = sample[Wishes]
    assert [(pile.name, pile.n, pile.answered) for pile in ranked(part)] == [
        ("Working across", 8, 6),
        ("Room to try", 7, 5),
        ("Money that follows the task", 5, 5),
        ("Those it is for", 4, 4),
        ("Spreading what works", 4, 3),
        ("Time", 3, 0),
    ]
    assert {wish.group for wish in part.wishes} == {f"g{n:02}" for n in range(1, 13)}
    people = [sample.find(wish.participant, Participant) for wish in part.wishes if wish.participant]
    assert {(person.id, person.group) for person in people if person} == {
        (wish.participant, wish.group) for wish in part.wishes if wish.participant
    }
    assert summary(part) == (
        "The room has written 31 wishes in 6 themes. The largest theme is “Working across”, with 8 of 31 wishes (26%). "
        "Next come “Room to try” (7) and “Money that follows the task” (5). 23 of 31 wishes (74%) are taken up by a "
        "commitment, an ask or a scenario. None of the 3 wishes about “Time” is taken up."
    )
