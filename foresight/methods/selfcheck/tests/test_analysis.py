"""The self-check in exact numbers, in words, and in its edits."""

import pytest

from foresight.core.document import Document
from foresight.core.history import History
from foresight.core.methods import discover
from foresight.core.text import LINE_LENGTH
from foresight.core.words import LANGUAGES, speaking
from foresight.methods.selfcheck.analysis import Order, checked, ordered, rating_groups
from foresight.methods.selfcheck.deck import SENTENCES, add_ready_made, deck, lacking
from foresight.methods.selfcheck.figure import strips_height
from foresight.methods.selfcheck.findings import findings
from foresight.methods.selfcheck.model import SelfCheck, change_advice, rate, rating_of, remove_advice
from foresight.methods.selfcheck.report import report
from foresight.methods.selfcheck.sentences import overall, said_of
from foresight.methods.selfcheck.summary import figures
from foresight.methods.selfcheck.tests.rooms import DELPHI, rated, room
from foresight.model.groups import remove_groups
from foresight.model.workshop import Workshop

discover()  # so that the words of the method are known in Norwegian

MANY = {
    "Silos": (1, 1, 1, 5, 5, 5),
    "Trust": (4, 4, 4, 4, 4, 4),
    "Risk": (2, 2, 1, 2, 2, 2),
    "Known": DELPHI,
    "Few": (1, 5),
    "Nobody": (),
}


def test_the_known_ratings_have_their_known_measures() -> None:
    one = checked(rated({"Known": DELPHI}))[0]
    said = one.said
    assert said is not None
    assert one.counts == (1, 1, 1, 5, 4)
    assert (one.n, one.agreeing, said.median, said.lower, said.upper) == (12, 9, 4, 3.75, 5)
    assert (said.spread, said.agreement, round(said.consensus, 4)) == (1.25, 0.75, 0.5587)
    assert (round(said.mean, 3), round(said.deviation, 3)) == (3.833, 1.213)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("disputed", ["Silos", "Known", "Risk", "Trust", "Few", "Nobody"]),
        ("weakest", ["Risk", "Silos", "Known", "Trust", "Few", "Nobody"]),
        ("number", list(MANY)),
    ],
)
def test_orders_leave_what_too_few_rated_to_the_end(order: Order, names: list[str]) -> None:
    if order == "weakest":  # equal medians go by mean: Known 3.83, Trust 4
        assert [one.said.median for one in checked(rated(MANY))[1:4] if one.said] == [4, 2, 4]
    assert [one.advice.id for one in ordered(checked(rated(MANY)), order)] == names


def test_what_the_ratings_say_in_words() -> None:
    silos, trust, risk, known, few, nobody = checked(rated(MANY))
    assert said_of(known) == "9 of 12 groups (75%) rate it 4 or 5; median 4, and they see it differently."
    assert said_of(silos) == "3 of 6 groups rate it 4 or 5; median 3, and they see it very differently."
    assert said_of(trust) == "All 6 groups rate it 4 or 5; median 4, and they largely agree."
    assert said_of(risk) == "None of the 6 groups rate it 4 or 5; median 2, and they largely agree."
    assert said_of(few) == "2 groups rated so far: 1, 5."
    assert said_of(nobody) == "Nobody has rated this yet."
    with speaking("nb"):
        assert said_of(known) == "9 av 12 grupper (75 %) gir det 4 eller 5; medianen er 4, og de ser ulikt på det."


def test_the_whole_names_what_fits_best_and_least() -> None:
    assert overall(rated(MANY)) == (
        "12 groups rated themselves against 4 pieces of advice. "
        "It fits best that: “Trust” (median 4). It fits least that: “Risk” (median 2)."
    )
    assert overall(rated({"Trust": (1, 2, 3)})) == "3 groups rated themselves against 1 piece of advice."
    assert overall(rated({"Few": (1, 5)})) == ""


def test_findings_tell_the_disputed_first_then_the_weakest_and_each_once() -> None:
    found = findings(rated(MANY))
    assert [one.key for one in found] == ["all", "advice:Silos", "advice:Known", "advice:Risk", "advice:Trust"]
    assert found[1].counts == (("Rated 1", "3"), ("Rated 2", "0"), ("Rated 3", "0"), ("Rated 4", "0"), ("Rated 5", "3"))
    assert found[1].about == "Silos"
    assert findings(rated({"Few": (1, 5)})) == ()


def test_figures_carry_counts_measures_and_both_languages() -> None:
    held = figures(rated(MANY))
    assert held["groups"] == 12
    assert held["most_disputed"] == [1, 4, 3, 2]
    assert held["weakest"] == [3, 1, 4, 2]
    assert held["advice"][3]["measures"]["quartiles"] == [3.75, 5]
    assert held["advice"][0]["shares"] == [0.5, 0, 0, 0, 0.5]
    assert held["advice"][5]["measures"] is None
    assert set(held["sentence"]) == set(held["advice"][0]["sentence"]) == {"en", "nb"}


def test_the_report_has_its_pages_when_enough_groups_rated() -> None:
    assert [section.page for section in report(rated(MANY))] == ["report", "report"]
    assert report(rated({"Few": (1, 5)})) == ()
    assert strips_height(checked(rated(MANY)), 500) > strips_height(checked(rated({"Few": (1, 5)})), 500)


def test_a_rating_is_given_changed_and_taken_back() -> None:
    history = History(room())
    assert history.do(rate("g1", "a-trust", 4))
    history.seal()
    assert not history.do(rate("g1", "a-trust", 4))
    assert history.do(rate("g1", "a-trust", 2))
    held = rating_of(history.document, "g1", "a-trust")
    assert held is not None
    assert held.value == 2
    history.seal()
    assert history.do(rate("g1", "a-trust", None))
    assert history.document[SelfCheck].ratings == ()
    history.undo()
    assert rating_of(history.document, "g1", "a-trust") == held


def test_nothing_is_rated_by_or_about_what_is_gone() -> None:
    document = room()
    assert rate("g99", "a-trust", 4).apply(document) is document
    assert rate("g1", "gone", 4).apply(document) is document
    assert rate("g1", "a-trust", None).apply(document) is document


def test_ratings_go_with_their_advice_and_with_their_group() -> None:
    document = rated({"Known": DELPHI, "Trust": (4, 4, 4)})
    assert len(remove_advice("Known").apply(document)[SelfCheck].ratings) == 3
    document = remove_groups("g1", "g12").apply(document)
    assert [one.n for one in checked(document)] == [10, 2]
    assert rating_groups(document) == 10


def test_the_deck_has_both_sets_in_both_languages_and_fits_in_a_line() -> None:
    decks = {language: deck(language) for language in LANGUAGES}
    assert len(SENTENCES) == 21
    assert sum(sentence.theme == "leading" for sentence in SENTENCES) == 10
    for one, other in zip(decks["en"], decks["nb"], strict=True):
        assert one.text != other.text
        assert max(len(one.text), len(other.text)) <= LINE_LENGTH


def test_the_deck_adds_only_what_is_lacking() -> None:
    document = add_ready_made().apply(Document().put(Workshop(language="nb")))
    assert lacking(document) == ()
    assert add_ready_made().apply(document) is document
    first = document[SelfCheck].advice[0]
    document = change_advice(first.id, text="Our own words").apply(document)
    assert len(lacking(document)) == 1


def test_the_sample_disputes_mistakes_and_falls_short_where_gains_land_elsewhere(sample: Document) -> None:
    held = checked(sample)
    assert rating_groups(sample) == 12
    assert [one.n for one in held if one.n < 12] == [11, 11, 10]
    assert [one.advice.id for one in ordered(held, "disputed")][:3] == ["a-errors", "a-rules", "a-room"]
    assert [one.advice.id for one in ordered(held, "weakest")][:2] == ["a-elsewhere", "a-numbers"]
