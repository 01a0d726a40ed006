"""Typing judgements, telling them, groups that do not sum to 0; the line in which descriptors are typed."""

import pytest

from foresight.core.document import Document, Id
from foresight.core.methods import discover
from foresight.core.problems import EditRefused
from foresight.core.words import speaking
from foresight.methods.cib.analysis import solve
from foresight.methods.cib.entry import descriptor_from, parted
from foresight.methods.cib.judging import (
    CLEAR,
    balance_groups,
    check_in_words,
    in_short,
    in_words,
    standing_in_words,
    typed_key,
    typed_number,
    unbalanced,
)
from foresight.methods.cib.model import CrossImpact, Impact, add_descriptor, impacts, set_impact
from foresight.methods.cib.tests.matrices import random_matrix
from foresight.methods.cib.tests.samples import chosen, document_of, somewhereland_document


@pytest.fixture
def two() -> tuple[Document, Id, Id]:
    document = add_descriptor("B", ["b1", "b2", "b3"]).apply(add_descriptor("A", ["a1", "a2"]).apply(Document()))
    variants = document[CrossImpact].variants
    return document, variants[0].id, variants[2].id


def after_keys(document: Document, source: Id, target: Id, keys: str) -> Impact | None:
    minus = False
    for key in keys:
        made = typed_key(document, source, target, key, negative=minus)
        minus = key in "-−"
        document = made.apply(document) if made else document
    return impacts(document).get((source, target))


@pytest.mark.parametrize(
    ("keys", "value"), [("2", 2), ("-2", -2), ("−3", -3), ("2-", -2), ("-2+", 2), ("21", 1), ("9", 9), ("-1-2", -2)]
)
def test_digits_and_signs_judge(two: tuple[Document, Id, Id], keys: str, value: int) -> None:
    held = after_keys(*two, keys)
    assert held is not None
    assert held.value == value


@pytest.mark.parametrize("keys", ["", "-", "+", "x", "0", "2" + CLEAR, "20", "²"])
def test_what_says_nothing_leaves_nothing(two: tuple[Document, Id, Id], keys: str) -> None:
    assert after_keys(*two, keys) is None


def test_delete_takes_the_reason_too_and_0_does_not(two: tuple[Document, Id, Id]) -> None:
    document, source, target = two
    document = set_impact(source, target, value=2, reason="taxes", confidence=4).apply(document)
    assert after_keys(document, source, target, "0") == Impact(
        source=source, target=target, value=0, reason="taxes", confidence=4
    )
    assert after_keys(document, source, target, CLEAR) is None


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("−20", -20), (" +3 ", 3)])
def test_numbers_typed_in_full(two: tuple[Document, Id, Id], text: str, value: int) -> None:
    document, source, target = two
    made = typed_number(source, target, text)
    assert made is not None
    assert impacts(made.apply(document))[source, target].value == value


@pytest.mark.parametrize("text", ["21", "-21", "1.5", "two", "--3"])
def test_what_is_no_judgement_is_refused(two: tuple[Document, Id, Id], text: str) -> None:
    assert typed_number(two[1], two[2], text) is None


def test_a_judgement_in_words(two: tuple[Document, Id, Id]) -> None:
    document, source, target = two
    assert in_words(document, source, target) == "A “a1” does nothing to B “b1”"
    document = set_impact(source, target, value=-2, reason="It costs too much").apply(document)
    assert in_words(document, source, target) == "A “a1” hinders B “b1”: −2. It costs too much"
    discover()
    with speaking("nb"):
        assert in_words(document, source, target).startswith("A «a1» hemmer B «b1»: −2")
    said = (None, Impact(source="a", target="b"), Impact(source="a", target="b", value=3))
    assert [in_short(held) for held in said] == ["", "0", "+3"]


def test_groups_that_do_not_sum_to_0_are_named_and_mended_where_a_whole_number_does_it(
    two: tuple[Document, Id, Id],
) -> None:
    document, a1, b1 = two
    _a1, a2, _b1, b2, b3 = (variant.id for variant in document[CrossImpact].variants)
    assert check_in_words(document) == "All judgement groups sum to 0."
    for source, target, value in ((a1, b1, 3), (a1, b2, 0), (a2, b1, 2), (b3, a1, 1), (b3, a2, 3)):
        document = set_impact(source, target, value=value).apply(document)
    assert [(group.source, group.total, group.shift) for group in unbalanced(document)] == [
        (a1, 3, 1),
        (a2, 2, 0),
        (b3, 4, 2),
    ]
    assert check_in_words(document) == ("3 judgement groups do not sum to 0: A “a1” → B (+3); A “a2” → B (+2) …")
    before = solve(document).combinations
    mended = balance_groups().apply(document)
    said = impacts(mended)
    assert [said[a1, target].value for target in (b1, b2, b3)] == [2, -1, -1]
    assert [said[b3, target].value for target in (a1, a2)] == [-1, 1]
    assert said[a2, b1].value == 2
    assert [group.source for group in unbalanced(mended)] == [a2]
    assert solve(mended).combinations == before
    assert balance_groups().apply(mended) is mended


@pytest.mark.parametrize("seed", range(12))
def test_making_groups_sum_to_0_never_changes_what_holds_together(seed: int) -> None:
    document = document_of(random_matrix(seed))
    before, after = solve(document), solve(balance_groups().apply(document))
    assert after.combinations == before.combinations
    assert after.standing.consistency.tolist() == before.standing.consistency.tolist()


def test_whether_a_combination_stands_in_words() -> None:
    document = somewhereland_document()
    assert standing_in_words(document, chosen(document, (1, 2, 2, 1, 1, 2))) == (
        "This combination holds together: consistency 0, total impact 9."
    )
    told = standing_in_words(document, chosen(document, (2, 1, 3, 1, 1, 1)))
    assert told == (
        "This combination does not hold together: D. Distribution of wealth would rather be “D2”, by 14 "
        "(consistency −14, total impact 14)."
    )
    worst = standing_in_words(document, chosen(document, (1, 1, 1, 1, 1, 1)))
    assert worst.endswith("by 3 and 3 more would change (consistency −14, total impact −16).")
    assert standing_in_words(document, ()) == ""


def test_a_descriptor_in_one_line() -> None:
    assert parted("Climate policy: strict / lax / none") == ("Climate policy", ["strict", "lax", "none"])
    assert parted("Tax: up, down") == ("Tax", ["up", "down"])
    assert parted("Work: at home, mostly / at the office") == ("Work", ["at home, mostly", "at the office"])
    made = descriptor_from("Trust").apply(Document())
    assert [variant.title for variant in made[CrossImpact].variants] == ["less", "as today", "more"]


@pytest.mark.parametrize("line", [": a / b", "A: only", "A: " + " / ".join("abcdefghi")])
def test_lines_that_make_no_descriptor_are_refused(line: str) -> None:
    with pytest.raises(EditRefused):
        descriptor_from(line).apply(Document())
