"""The change journey in numbers and words: cells, spans, agreement, findings, the report."""

from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.brief import Bullets, Columns, Picture, Table, Text
from foresight.core.document import Document
from foresight.core.look import LIGHT
from foresight.core.picture import Polygon
from foresight.core.picture import Text as PaintedText
from foresight.core.problems import EditRefused
from foresight.core.words import speaking
from foresight.methods.journey.analysis import (
    agreement,
    crowds,
    hottest,
    least_agreed_first,
    places,
    voices,
    widest_first,
)
from foresight.methods.journey.entry import add_slip, code_of
from foresight.methods.journey.figure import lanes, matrix, matrix_height
from foresight.methods.journey.findings import findings
from foresight.methods.journey.model import (
    USUAL,
    Journey,
    Phase,
    add_phase,
    change_deep_dive,
    change_phase,
    is_quoted,
    move_phase,
    note_placement,
    place,
    placement_of,
    remove_phases,
    take_as_quote,
    usual_phases,
)
from foresight.methods.journey.output import figures
from foresight.methods.journey.report import report
from foresight.methods.journey.sentences import place_sentence
from foresight.methods.journey.tests.rooms import PHASES, gathering, placed, room
from foresight.model.groups import Groups, remove_participants
from foresight.model.quotes import Quote, Quotes, add_quotes, printable

# Counts


def test_one_group_alone_agrees_with_nobody() -> None:
    (held,) = places(placed(room(), "silos", "123"))
    assert (held.n, held.agreement, held.spans, held.span) == (1, None, (3,), 3)
    assert held.heat == ((1, 1, 1, 0, 0), (0,) * 5, (0,) * 5)


def test_groups_that_place_a_card_alike_agree_fully() -> None:
    (held,) = places(placed(room(), "silos", "23", "23", "23"))
    assert held.agreement == 1
    assert held.heat[0] == (0, 3, 3, 0, 0)


def test_groups_without_a_cell_in_common_do_not_agree_at_all() -> None:
    (held,) = places(placed(room(), "silos", "12", "34", "5"))
    assert held.agreement == 0


def test_agreement_is_the_mean_over_pairs() -> None:
    """{1,2}, {2,3}, {1,2,3}: 1/3, 2/3 and 2/3 make 5/9."""
    (held,) = places(placed(room(), "silos", "12", "23", "123"))
    assert held.agreement == 5 / 9
    assert (held.spans, held.span, held.is_cross_cutting) == ((2, 2, 3), 2, False)


def test_the_same_phases_on_another_level_are_other_cells() -> None:
    document = placed(placed(room(), "silos", "12"), "silos", "12", level="cultural", by=2)
    (held,) = places(document)
    assert held.agreement == 0
    both = placed(document, "silos", "2", level="cultural")
    (held,) = places(both)
    assert held.agreement == Fraction(1, 4)
    assert held.spans == (2, 2)
    assert held.heat == ((1, 1, 0, 0, 0), (0,) * 5, (1, 2, 0, 0, 0))


def test_a_card_is_cross_cutting_from_half_of_the_phases_on() -> None:
    (narrow,) = places(placed(room(), "silos", "12", "12", "12"))
    (wide,) = places(placed(room(), "silos", "12", "123"))
    assert (narrow.span, narrow.is_cross_cutting) == (2, False)
    assert (wide.span, wide.is_cross_cutting) == (2.5, True)


def test_a_phase_more_or_less_changes_what_is_cross_cutting() -> None:
    document = placed(room(), "silos", "12", "12")
    (fewer,) = places(remove_phases(PHASES[4]).apply(document))
    assert (fewer.span, fewer.phases, fewer.is_cross_cutting) == (2, 4, True)


def test_the_crowds_in_the_cells() -> None:
    document = gathering()
    assert [[crowd.groups for crowd in row] for row in crowds(document)] == [
        [2, 1, 0, 0, 1],
        [2, 3, 3, 3, 2],
        [0, 0, 0, 1, 1],
    ]
    assert [crowd.cards for crowd in crowds(document, "g1")[2]] == [0, 0, 0, 1, 1]
    top = hottest(document)
    assert top is not None
    assert (top.level, top.phase.id, top.groups) == ("systemic", PHASES[1], 3)
    assert hottest(room()) is None


def test_orders() -> None:
    held = places(gathering())
    assert [place.card.id for place in widest_first(held)] == ["silos", "spread", "law"]
    assert [place.card.id for place in least_agreed_first(held)] == ["law", "silos"]


APART = (
    "The groups are furthest apart on where “Regulation” belongs: agreement 0.2 among 3 groups, "
    "from 0 (no cell in common) to 1 (the same cells)."
)

masks = st.lists(st.integers(1, 2**15 - 1), min_size=2, max_size=7)


@given(masks)
def test_agreement_is_the_mean_of_the_pairs_whatever_the_order(held: list[int]) -> None:
    pairs = [Fraction((a & b).bit_count(), (a | b).bit_count()) for a, b in combinations(held, 2)]
    assert agreement(tuple(held)) == float(sum(pairs, Fraction()) / len(pairs))
    assert agreement(tuple(reversed(held))) == agreement(tuple(sorted(held))) == agreement(tuple(held))
    assert 0 <= (agreement(tuple(held)) or 0) <= 1


@pytest.mark.parametrize("sheets", list(permutations(("12", "3", "1234"))))
def test_groups_stand_equal(sheets: tuple[str, str, str]) -> None:
    (held,) = places(placed(room(), "silos", *sheets))
    assert held.agreement == float(Fraction(0 + Fraction(1, 2) + Fraction(1, 4), 3))


# The document


def test_placing_again_replaces_and_nothing_takes_away() -> None:
    document = note_placement("g1", "silos", "project", "Why").apply(placed(room(), "silos", "123"))
    held = placement_of(placed(document, "silos", "45"), "g1", "silos", "project")
    assert held is not None
    assert (held.phases, held.note) == (PHASES[3:], "Why")
    assert placed(document, "silos", "321") is document
    assert placed(document, "silos", "")[Journey].placements == ()


def test_nothing_is_placed_for_who_or_what_is_not_there() -> None:
    document = room()
    for group, card, phase in (("g9", "silos", PHASES[0]), ("g1", "no", PHASES[0]), ("g1", "silos", "no")):
        assert place(group, card, "project", [phase]).apply(document) is document


def test_deleted_phases_leave_what_lies_in_others_and_all_that_was_written() -> None:
    document = add_slip("", "silos", "1 First things first").apply(placed(room(), "silos", "1", "12"))
    after = remove_phases(PHASES[0]).apply(document)
    assert [(one.group, one.phases) for one in after[Journey].placements] == [("g2", (PHASES[1],))]
    assert [(one.text, one.phase) for one in after[Journey].deep_dives] == [("First things first", None)]


def test_the_usual_phases_come_back_and_keep_what_lies_in_them() -> None:
    document = placed(room(), "silos", "12")
    own = add_phase(Phase(id="own", name="Own")).apply(document)
    own = move_phase("own", 0).apply(change_phase(PHASES[0], name="Idea").apply(own))
    own = remove_phases(PHASES[4]).apply(place("g2", "silos", "project", ["own"]).apply(own))
    after = usual_phases().apply(own)
    assert [phase.id for phase in after[Journey].phases] == list(USUAL)
    assert after[Journey].placements == document[Journey].placements
    assert usual_phases().apply(after) is after


def test_the_usual_phases_speak_the_language_of_the_workshop() -> None:
    assert [phase.name for phase in room(language="nb")[Journey].phases] == [
        "Innsikt og idé",
        "Utvikling",
        "Utprøving",
        "Implementering",
        "Spredning og drift",
    ]


# Slips


def test_a_slip_names_its_phase_by_number_and_brings_its_writer() -> None:
    document = add_slip("01-1", "silos", "2 Ask them").apply(room())
    document = add_slip("01-1", "law", "2040 is far away", PHASES[4], consent=True).apply(document)
    first, second = document[Journey].deep_dives
    (person,) = document[Groups].participants
    assert (first.text, first.phase, first.participant, first.consent) == ("Ask them", PHASES[1], person.id, False)
    assert (second.text, second.phase, second.participant) == ("2040 is far away", PHASES[4], person.id)
    assert person.code == "01-1"
    assert [(each.card.id, len(each.answers)) for each in voices(document)] == [("silos", 1), ("law", 1)]


@pytest.mark.parametrize("text", ["6 to nine", "0 x", "2", "12 months"])
def test_numbers_that_are_no_phase_belong_to_the_text(text: str) -> None:
    (answer,) = add_slip("", "silos", text).apply(room())[Journey].deep_dives
    assert (answer.text, answer.phase, answer.participant) == (text, None, None)


def test_a_name_is_no_code() -> None:
    with pytest.raises(EditRefused):
        code_of("Kari Nordmann")


def test_what_may_be_quoted_becomes_a_quote_once() -> None:
    document = gathering()
    first, second, _third = document[Journey].deep_dives
    taken = take_as_quote(first.id).apply(document)
    (quote,) = taken[Quotes].quotes
    assert (quote.text, quote.about, quote.consent) == (first.text, "silos", True)
    assert printable(taken, "silos") == (quote,)
    assert is_quoted(taken, first)
    assert take_as_quote(first.id).apply(taken) is taken
    assert take_as_quote(second.id).apply(document) is document


def test_who_takes_the_consent_back_is_quoted_no_more() -> None:
    document = gathering()
    first = document[Journey].deep_dives[0]
    document = take_as_quote(first.id).apply(document)
    document = add_quotes(Quote(text=first.text, about="silos", consent=True)).apply(document)  # said by another
    after = change_deep_dive(first.id, consent=False).apply(document)
    assert [quote.consent for quote in after[Quotes].quotes] == [False, True]
    assert not after[Journey].deep_dives[0].consent


def test_who_leaves_takes_the_code_along_and_not_the_words() -> None:
    document = gathering()
    person = document[Groups].participants[0].id
    after = remove_participants(person).apply(document)
    assert after[Journey].deep_dives[0].participant is None
    assert len(after[Journey].deep_dives) == 3


# In words


def test_findings_in_both_languages() -> None:
    document = gathering()
    assert [(one.key, one.text) for one in findings(document)] == [
        ("cross", "1 of 3 topics runs through half of the phases or more: “Silos”."),
        ("hottest", "Most lies at “Development” / systemic: all 3 groups placed cards there, 3 in all."),
        ("apart", APART),
        ("together", "They agree most about “Silos”: 0.7 among 3 groups."),
        ("answers", "3 individual answers about 2 topics, most of them (2) about “Silos”; 2 may be quoted."),
    ]
    with speaking("nb"):
        assert findings(document)[0].text == "1 av 3 temaer går gjennom halvparten av fasene eller flere: «Silos»."
    assert findings(document)[2].about == "law"
    assert findings(document)[0].counts[-1] == ("Silos", "4")
    assert findings(room()) == ()


def test_the_sample_says_what_the_gathering_found(sample: Document) -> None:
    """Many topics do not belong to one point of the journey; cooperation and implementation were written about most."""
    held = places(sample)
    assert len(held) == 21
    assert sum(place.is_cross_cutting for place in held) == 13
    written = sorted(voices(sample), key=lambda each: -len(each.answers))
    assert [each.card.title for each in written[:4]] == [
        "Other actors",
        "Silos",
        "Involving citizens",
        "Ready to implement",
    ]
    assert findings(sample)[0].text == (
        "13 of 21 topics run through half of the phases or more: "
        "“Silos”, “Other actors”, “Culture of change”, “Delegation” and 9 more."
    )


def test_of_few_groups_only_counts_are_said() -> None:
    document = gathering()
    silos, _law, spread = places(document)
    assert place_sentence(document, spread) == "“Diffusion” was placed by 1 group so far."
    assert place_sentence(document, silos) == (
        "“Silos” was placed by 3 groups and reaches over 4 of 5 phases (median). It is cross-cutting. "
        "Most see it at “Development” / systemic: 3 of 3 groups. "
        "Agreement: 0.7, from 0 (no cell in common) to 1 (the same cells)."
    )
    assert {one.key for one in findings(placed(room(), "law", "1", "2"))} == {"cross", "hottest"}


def test_findings_cost_nothing_when_nothing_of_theirs_changed() -> None:
    document = gathering()
    assert findings(document)[0] is findings(document.put(document[Quotes].but(quotes=())))[0]


def test_figures_for_other_programs() -> None:
    said = figures(gathering())
    assert said["n"] == 3
    assert said["cards"][1]["counts"] == [[2, 1, 0, 0, 1], [0] * 5, [0] * 5]
    assert said["cards"][1]["agreement"] == pytest.approx(1 / 6)
    assert said["cards"][0]["cross_cutting"] is True
    assert said["answers"]["cards"][0]["counts"] == [1, 0, 0, 1, 0]
    assert said["answers"]["cards"][1]["no_phase"] == 1
    assert said["sentence"]["nb"].startswith("3 grupper plasserte 3 temaer.")


# Pictures and pages


def test_bars_lie_where_half_of_the_groups_see_a_card() -> None:
    held = places(placed(gathering(), "law", "15", "5", "15"))
    project, systemic, cultural = lanes(held)
    assert [(lane.place.card.id, lane.bars()) for lane in project] == [("law", [(0, 0), (4, 4)])]
    assert [(lane.place.card.id, lane.bars()) for lane in systemic] == [("silos", [(0, 4)])]
    assert [(lane.place.card.id, lane.bars()) for lane in cultural] == [("spread", [(3, 4)])]


@pytest.mark.parametrize("width", [300, 480, 900])
def test_the_picture_fits_its_place_and_says_every_number(width: int) -> None:
    document = gathering()
    held, phases = places(document), document[Journey].phases
    high = matrix_height(held, phases, width)
    shapes = matrix(held, crowds(document), phases, width, high, LIGHT).plain()
    texts = [shape for shape in shapes if isinstance(shape, PaintedText)]
    corners = [point for shape in shapes if isinstance(shape, Polygon) for point in shape.points]
    assert all(0 <= text.place[1] <= high for text in texts)
    assert all(-0.1 <= x <= width + 0.1 and -0.1 <= y <= high + 0.1 for x, y in corners)
    counts = [text.text for text in texts if text.text in "12345"]
    assert counts.count("3") >= 3  # silos in the three phases in the middle
    assert "4" in counts  # the median span of silos


def test_the_pages_of_the_report() -> None:
    assert report(Document()) == ()
    journey, answers = report(gathering())
    lead, picture, said, _heading, tables = journey.blocks
    assert isinstance(lead, Text)
    assert isinstance(picture, Picture)
    assert picture.twin is not None
    assert picture.twin.rows[1] == ("1 Silos", "Systemic", "2", "3", "3", "3", "2")
    assert isinstance(said, Bullets)
    assert len(said.items) == 3
    assert isinstance(tables, Columns)
    first, last = (table for part in tables.columns for table in part if isinstance(table, Table))
    assert first.rows == (("1 Silos", "3", "4", "0.73"), ("3 Diffusion", "1", "2", ""))
    assert last.rows == (("2 Regulation", "3", "1", "0.17"),)
    columns = answers.blocks[-1]
    assert isinstance(columns, Columns)
    quotes = [block.text for part in columns.columns for block in part if isinstance(block, Text)]
    assert quotes == ["Ask who else has the same problem", "Insight and idea", "Read the law before you fear it"]


def test_nobody_is_quoted_who_took_it_back() -> None:
    document = gathering()
    for answer in document[Journey].deep_dives:
        document = change_deep_dive(answer.id, consent=False).apply(document)
    (_lead, table) = report(document)[1].blocks
    assert isinstance(table, Table)
