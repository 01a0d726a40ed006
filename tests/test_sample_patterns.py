"""The sample's dilemma rounds against what the summary of the gathering reports, line by line (source document 003).

Published are the winners, who agreed and who did not; the counts are made up so that they say the same.
"""

from collections import Counter
from typing import get_args

import pytest

from foresight.core.document import Document
from foresight.core.words import Language, speaking
from foresight.model.cards import Cards
from foresight.model.patterns import drop_of, said_of, shift_of
from foresight.model.tallies import Tally, by_category, most_chosen_first, most_disputed_first, tallies
from tests.build_samples import sample

LANGUAGES: tuple[Language, ...] = get_args(Language)
DAYS = {language: sample(language) for language in LANGUAGES}
DAY = DAYS["en"]
SAID: dict[str, tuple[str, str]] = {
    "driven": (
        "The room is split on “Driven by employees or leaders”: 4 of 8 groups chose “Innovation is worth most when the "
        "employees drive it”, 4 chose “Innovation is worth most when the leaders drive it”. "
        "2 groups found that both fit.",
        "Rommet er delt om «Medarbeider- eller lederdrevet»: 4 av 8 grupper valgte «Innovasjon er mest verdt når "
        "medarbeiderne driver den», 4 valgte «Innovasjon er mest verdt når lederne driver den». "
        "2 grupper mente at begge passer.",
    ),
    "delegation": (
        "All 11 groups that voted chose “It takes leaders with the courage to let others decide”.",
        "Alle de 11 gruppene som stemte, valgte «Det trengs ledere som våger å la andre bestemme».",
    ),
    "silos": (
        "All 12 groups that voted chose “The division into sectors stands in the way of innovation”.",
        "Alle de 12 gruppene som stemte, valgte «Inndelingen i sektorer står i veien for innovasjon».",
    ),
    "others": (
        "All 12 groups that voted chose “The public sector innovates only together with others”.",
        "Alle de 12 gruppene som stemte, valgte «Offentlig sektor får til innovasjon bare sammen med andre».",
    ),
    "budget": (
        "10 of 11 groups (91%) chose “The way we budget preserves the way we work”.",
        "10 av 11 grupper (91\u00a0%) valgte «Måten vi budsjetterer på, bevarer måten vi arbeider på».",
    ),
    "law": (
        "The room is split on “Regulation”: 5 of 9 groups chose “The rules leave us room that we do not use, and they "
        "can be changed”, 4 chose “Innovation comes to a halt where it meets the rules”.",
        "Rommet er delt om «Regelverk»: 5 av 9 grupper valgte «Regelverket gir handlingsrom som vi ikke bruker, og det "
        "kan endres», 4 valgte «Innovasjonen stanser der den møter regelverket».",
    ),
    "money": (
        "6 of 9 groups chose “There is room for innovation within the money we have”.",
        "6 av 9 grupper valgte «Det er rom for innovasjon innenfor pengene vi har».",
    ),
    "line": (
        "7 of 8 groups chose “Innovation belongs in the daily work, so that nothing has to be handed over”.",
        "7 av 8 grupper valgte «Innovasjon hører hjemme i det daglige arbeidet, så ingenting må leveres over».",
    ),
    "system": (
        "All 11 groups that voted chose “Working on the whole system, across fields and levels, gives more effect”.",
        "Alle de 11 gruppene som stemte, valgte «Å arbeide med hele systemet, på tvers av fag og nivåer, gir størst "
        "effekt».",
    ),
    "spread": (
        "All 10 groups that voted chose “Good solutions spread only where somebody is given the task of spreading "
        "them”.",
        "Alle de 10 gruppene som stemte, valgte «Gode løsninger sprer seg bare der noen får i oppgave å spre dem».",
    ),
}
DROPPED: dict[str, tuple[str, str]] = {
    "unlearning": (
        "“Unlearning of old practice” was nominated by 10 of 12 groups (83%), "
        "but chosen by 3 of 12 groups (25%).",
        "«Avlæring av gammel praksis» ble nominert av 10 av 12 grupper (83\u00a0%), "
        "men valgt av 3 av 12 grupper (25\u00a0%).",
    ),
    "gains": (
        "“Lacking benefits realisation” was nominated by 9 of 12 groups (75%), "
        "but chosen by 3 of 12 groups (25%).",
        "«Manglende gevinstrealisering» ble nominert av 9 av 12 grupper (75\u00a0%), "
        "men valgt av 3 av 12 grupper (25\u00a0%).",
    ),
}  # fmt: skip


def tally(key: str, document: Document = DAY) -> Tally:
    return next(each for each in tallies(document) if each.card.id == f"card-{key}")


def test_both_languages_have_the_same_counts() -> None:
    english, norwegian = (DAYS[language][Cards] for language in LANGUAGES)
    assert (english.nominations, english.selections) == (norwegian.nominations, norwegian.selections)
    assert [vote.but(comment="") for vote in english.votes] == [vote.but(comment="") for vote in norwegian.votes]


def test_twelve_groups_land_on_about_fifteen_of_the_cards() -> None:
    part = DAY[Cards]
    chosen = Counter(one.group for one in part.selections)
    assert len(chosen) == 12
    assert set(chosen.values()) == {14, 15, 16}
    taken = {(one.group, one.card) for one in part.selections}
    assert taken < {(one.group, one.card) for one in part.nominations}
    assert taken == {(one.group, one.card) for one in part.votes}


@pytest.mark.parametrize(
    ("category", "expected"),
    [
        ("culture", ["change", "mindset", "driven"]),
        ("steering", ["delegation", "expert", "structure"]),
        ("interaction", ["silos", "others"]),
        ("frames", ["budget", "law", "money", "line"]),
        ("method", ["citizens", "research", "process", "trying"]),
        ("effect", ["system", "spread", "rig"]),
    ],
)
def test_every_category_has_the_winners_of_the_summary(category: str, expected: list[str]) -> None:
    held = next(part for kind, part in by_category(DAY) if kind and kind.id == f"card-{category}")
    found = [each.card.id.removeprefix("card-") for each in most_chosen_first(held)]
    assert found[: len(expected)] == expected


@pytest.mark.parametrize("at", range(2), ids=LANGUAGES)
@pytest.mark.parametrize("key", SAID)
def test_the_sentence_of_a_topic_says_what_was_reported(key: str, at: int) -> None:
    with speaking(LANGUAGES[at]):
        about = tally(key, DAYS[LANGUAGES[at]])
        assert said_of(about.card, about.first) == SAID[key][at]


def test_driven_by_employees_or_leaders_is_evenly_split() -> None:
    about = tally("driven")
    assert (about.first.a, about.first.b, about.first.label, about.first.polarisation) == (4, 4, "split", 1)
    assert about.corner == "fight"


def test_delegation_is_unison() -> None:
    assert tally("delegation").first.label == "unanimous"


def test_silos_and_other_actors_have_most_votes_of_all_and_are_unison() -> None:
    first, second, *others = most_chosen_first(tallies(DAY))
    assert [first.card.id, second.card.id] == ["card-silos", "card-others"]
    assert first.selections == second.selections == 12
    assert first.first.a == second.first.a == 12
    assert max(each.selections for each in others) < 12
    assert max(each.first.said for each in others) < 12


def test_nearly_all_votes_on_the_budget_system_go_to_one_statement() -> None:
    first = tally("budget").first
    assert (first.a, first.n, first.label) == (10, 11, "near-unanimous")


def test_regulation_is_nearly_equal() -> None:
    about = tally("law")
    assert (about.first.a, about.first.b, about.first.label) == (5, 4, "split")
    assert about.corner == "fight"


def test_frames_and_capacity_is_one_third_against_two() -> None:
    first = tally("money").first
    assert (first.share, first.label) == (2 / 3, "clear majority")


def test_the_link_to_the_line_has_a_large_majority() -> None:
    first = tally("line").first
    assert (first.a, first.b, first.label) == (7, 1, "clear majority")


def test_three_frame_conditions_are_chosen_nearly_as_often() -> None:
    assert [tally(key).selections for key in ("law", "money", "line")] == [9, 9, 8]
    assert tally("budget").selections == 11


@pytest.mark.parametrize("key", ["system", "spread"])
def test_the_winners_on_implementation_are_unison(key: str) -> None:
    assert (tally(key).first.label, tally(key).corner) == ("unanimous", "agenda")


def test_unlearning_and_benefits_were_nominated_by_many_and_chosen_by_few() -> None:
    assert [each.card.id for each in tallies(DAY) if each.is_dropped] == [f"card-{key}" for key in DROPPED]
    for at, language in enumerate(LANGUAGES):
        with speaking(language):
            found = {key: drop_of(tally(key, DAYS[language])) for key in DROPPED}
        assert found == {key: texts[at] for key, texts in DROPPED.items()}


def test_the_most_disputed_were_voted_on_again() -> None:
    again = [each for each in most_disputed_first(tallies(DAY), before=True) if each.second.said]
    assert [each.card.id for each in again] == ["card-driven", "card-law", "card-money", "card-mindset"]
    assert [each.second.label for each in again] == ["split", "split", "clear majority", "near-unanimous"]
    with speaking("en"):
        assert [shift_of(each) for each in again] == [
            "After the discussion 3 of 6 groups chose “Innovation is worth most when the employees drive it”; before "
            "it was 4 of 8 groups.",
            "After the discussion 5 of 9 groups chose “Innovation comes to a halt where it meets the rules”; before it "
            "was 4 of 9 groups.",
            "The second vote, after the discussion, has the same counts.",
            "After the discussion 9 of 10 groups (90%) chose “Whether we innovate is mostly a question of how we "
            "think”; before it was 7 of 10 groups (70%).",
        ]
