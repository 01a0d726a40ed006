"""The sample workshops: whole, up to date, bilingual, and as large as a real day."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Any, get_args

import networkx as nx
import pytest

from foresight.core.decoding import decode
from foresight.core.document import Document
from foresight.core.methods import slice_kinds
from foresight.core.survey import dangling
from foresight.core.words import Language
from foresight.methods.cib.analysis import solve
from foresight.methods.cib.model import CrossImpact
from foresight.methods.oracle.analysis import proposals
from foresight.methods.orientation.model import Orientation
from foresight.methods.windtunnel.analysis import ranked, results
from foresight.model.drivers import Drivers, link_between
from foresight.model.groups import Groups, participants
from foresight.model.judgements import differs, disagreements, verdicts
from foresight.model.oracle import Oracle
from foresight.model.ratings import standings
from foresight.model.scenarios import CORNERS, Scenario, Scenarios
from foresight.model.trends import Trend, Trends
from foresight.model.workshop import Workshop
from tests.build_samples import FILES, TEXTS, build, sample, texts

LANGUAGES: tuple[Language, ...] = get_args(Language)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    chosen: Language = request.param
    return chosen


@pytest.fixture
def document(language: Language) -> Document:
    return sample(language)


def words(text: str) -> int:
    return len(text.split())


def test_the_files_are_what_the_builder_writes() -> None:
    for path, data in build().items():
        assert path.read_bytes() == data, f"run python -m tests.build_samples ({path.name})"


def test_a_file_opens_whole(language: Language, document: Document) -> None:
    reading = decode(FILES[language].read_bytes(), slice_kinds())
    assert reading.document == document
    assert reading.repairs == ()
    assert dangling(document) == set()


def test_everybody_in_the_room_has_the_code_of_a_rater_and_no_name(document: Document) -> None:
    people = document[Groups].participants
    raters = {(rater.code, rater.group, rater.organisation) for rater in document[Orientation].raters}
    assert len(people) == 104
    assert {(one.code, one.group, one.sector) for one in people} == raters
    assert not any(one.name or one.consent for one in people)


def test_tables_disagree_about_some_links_and_the_network_says_their_medians(document: Document) -> None:
    assert len(disagreements(document)) >= 10
    assert not any(differs(document, *pair) for pair in verdicts(document))


def alike(one: Any, other: Any) -> bool:
    """Whether two pieces have the same shape and numbers; texts may differ, but none may be missing."""
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other or (isinstance(one, str) and isinstance(other, str) and one and other))


def test_both_languages_have_the_same_structure() -> None:
    english, norwegian = sample("en"), sample("nb")
    for kind in slice_kinds():
        assert list(english[kind].by_id) == list(norwegian[kind].by_id)
        assert alike(english[kind].model_dump(), norwegian[kind].model_dump()), kind.key


def pairs(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"en", "nb"} & value.keys():
            yield value
        for item in value.values():
            yield from pairs(item)
    elif isinstance(value, list):
        for item in value:
            yield from pairs(item)


def test_every_text_is_there_in_both_languages() -> None:
    for file in TEXTS.glob("*.toml"):
        found = list(pairs(tomllib.loads(file.read_text("utf-8"))))
        assert all(pair.get("en") and pair.get("nb") for pair in found), file.name


def test_the_room_is_the_one_of_2018(document: Document) -> None:
    workshop = document[Workshop]
    assert (workshop.date, workshop.place, workshop.horizon) == ("2018-11-16", "Oslo", 2040)
    assert len(document[Groups].groups) == 12
    assert participants(document) == len(document[Orientation].raters) == 104
    assert [words(message) <= 25 for message in workshop.messages] == [True] * 3
    sizes = Counter(rater.group for rater in document[Orientation].raters)
    assert sizes == {group.id: group.size for group in document[Groups].groups}


def test_the_note_tells_sample_from_fact(document: Document, language: Language) -> None:
    assert {"en": "sample rating", "nb": "eksempelvurdering"}[language] in document[Workshop].note


def test_every_trend_is_a_whole_card(document: Document) -> None:
    trends = document[Trends].trends
    assert len(trends) == 36
    for trend in trends:
        optional = trend.model_fields_set - {"status", "owner"}
        assert optional == Trend.model_fields.keys() - {"status", "owner"}, trend.id
        assert all(getattr(trend, name) for name in optional), trend.id
        assert all(item.source.startswith(document[Workshop].sources) for item in trend.evidence), trend.id
    assert {trend.direction for trend in trends} == {"push", "pull", "weight"}


def test_the_medians_of_the_groups_are_the_sample_ratings(document: Document) -> None:
    given = texts("ratings", "en")["trends"]
    found = {trend: [place.impact, place.uncertainty, place.n] for trend, place in standings(document).items()}
    assert found == given
    assert min(n for _impact, _uncertainty, n in given.values()) >= 6


def test_the_drivers_act_on_each_other_in_loops_of_both_kinds(document: Document) -> None:
    part = document[Drivers]
    assert len(part.drivers) == 14
    assert len(part.links) == 52
    assert all(link.rationale and link.confidence and link.strength for link in part.links)
    graph = nx.DiGraph((link.source, link.target, {"sign": link.sign}) for link in part.links)
    kinds: Counter[str] = Counter()
    for loop in nx.simple_cycles(graph, length_bound=4):
        signs = [graph[a][b]["sign"] for a, b in zip(loop, [*loop[1:], loop[0]], strict=True)]
        kinds["open" if "?" in signs else "balancing" if signs.count("-") % 2 else "reinforcing"] += 1
    assert kinds["reinforcing"] >= 3
    assert kinds["balancing"] >= 2


def test_the_axes_are_independent(document: Document) -> None:
    cross = document[Scenarios]
    x, y = cross.x_axis.driver, cross.y_axis.driver
    assert x
    assert y
    direct = [link.strength for link in (link_between(document, x, y), link_between(document, y, x)) if link]
    assert max(direct, default=0) <= 1
    strong = nx.DiGraph((link.source, link.target) for link in document[Drivers].links if link.strength >= 2)
    assert not (nx.has_path(strong, x, y) and nx.has_path(strong, y, x))


def test_the_worlds_of_the_cross_hold_together(document: Document) -> None:
    part = document[CrossImpact]
    assert len(part.descriptors) == 6
    assert len(part.impacts) == 84
    assert all(impact.reason and impact.confidence for impact in part.impacts)
    answer = solve(document)
    assert (answer.count, answer.complete) == (5, True)
    consistency = dict(zip(answer.combinations, answer.standing.consistency.tolist(), strict=True))
    assert [consistency[combination.variants] for combination in part.combinations] == [1, 3, 1, 2]
    assert [combination.scenario for combination in part.combinations] == [s.id for s in document[Scenarios].scenarios]
    assert all(combination.why for combination in part.combinations)


def test_the_four_scenarios_are_of_equal_standing(document: Document) -> None:
    scenarios = document[Scenarios].scenarios
    assert [(scenario.x, scenario.y) for scenario in scenarios] == list(CORNERS)
    lengths = [words(scenario.narrative) for scenario in scenarios]
    assert all(190 <= length <= 230 for length in lengths), lengths
    assert all(60 <= words(scenario.day) <= 90 for scenario in scenarios)
    assert all(name in Scenario.model_fields and value for scenario in scenarios for name, value in scenario)
    for name in ("timeline", "states", "indicators", "signposts"):
        assert len({len(getattr(scenario, name)) for scenario in scenarios}) == 1, name
    for scenario in scenarios:
        assert {2026, 2032, 2040} <= {event.year for event in scenario.timeline}
        assert [event.year for event in scenario.timeline] == sorted(event.year for event in scenario.timeline)
        assert [state.driver for state in scenario.states] == [driver.id for driver in document[Drivers].drivers]
    assert len({tuple(item.text for item in scenario.indicators) for scenario in scenarios}) == 1


def test_the_narratives_are_equally_long_in_both_languages() -> None:
    for one, other in zip(sample("en")[Scenarios].scenarios, sample("nb")[Scenarios].scenarios, strict=True):
        assert abs(words(one.narrative) - words(other.narrative)) <= 0.1 * words(one.narrative), one.id


def test_any_two_scenarios_differ_in_two_fifths_of_the_drivers(document: Document) -> None:
    for one, other in combinations(document[Scenarios].scenarios, 2):
        differ = sum(a.direction != b.direction for a, b in zip(one.states, other.states, strict=True))
        assert differ >= 0.4 * len(one.states), (one.id, other.id)


def test_the_oracle_answers_some_questions_in_every_world(document: Document) -> None:
    oracle, worlds = document[Oracle], len(document[Scenarios].scenarios)
    assert len(oracle.themes) == 6
    assert len(oracle.questions) == 28
    answered = Counter(len(question.answers) for question in oracle.questions)
    assert answered[worlds] >= 10
    assert answered[0] >= 3
    assert sum(bool(question.drivers) for question in oracle.questions) == 22
    assert sum(question.votes for question in oracle.questions) == 3 * participants(document)
    for question in oracle.questions:
        assert question.themes
        assert question.type
        assert all(12 <= words(answer) <= 25 for answer in question.answers.values()), question.id


def test_questions_in_nearly_the_same_words_are_proposed_for_joining(document: Document) -> None:
    found = {(each.one.id, each.other.id) for each in proposals(document)}
    assert found == {("q01", "q25"), ("q20", "q26"), ("q16", "q27"), ("q09", "q28")}


def test_the_wind_tunnel_has_options_of_every_class(document: Document) -> None:
    kinds = Counter(result.kind for result in ranked(results(document)))
    assert kinds == {"no-regrets": 2, "opt-out": 3, "opt-in": 2, "abandon": 1}


def test_the_centre_of_gravity_lies_between_today_and_the_near_future(document: Document) -> None:
    raters = document[Orientation].raters
    now = [rater.line_now or 0 for rater in raters]
    should = [rater.line_should or 0 for rater in raters]
    assert 3.3 <= sum(now) / len(now) <= 3.6
    assert sum(should) / len(should) == pytest.approx(4.2, abs=0.05)
    assert all(rater.shares_now and rater.shares_should for rater in raters)
    assert sum(bool(rater.note) for rater in raters) == 12
    after = [rater.line_after for rater in raters if rater.line_after]
    assert len(after) == 97
    assert sum(now) / len(now) < sum(after) / len(after) < sum(should) / len(should)
