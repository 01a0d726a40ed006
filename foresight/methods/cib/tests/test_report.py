"""Cross-impact in the brief: what it says on a full page, and all judgements in the appendix."""

from foresight.core.brief import Bullets, Cell, Table, Text
from foresight.core.document import Document
from foresight.core.history import together
from foresight.methods.cib.model import CrossImpact, add_descriptor, exclude, set_impact
from foresight.methods.cib.report import sections
from foresight.methods.cib.report_appendix import sections as appendix


def judged() -> Document:
    """Two descriptors of two variants; two judgements for one reason, one for another, and one for none."""
    made = together(
        "made", [add_descriptor("Trust", ["wide", "narrow"]), add_descriptor("Silos", ["open", "shut"])]
    ).apply(Document())
    wide, narrow, opened, shut = (variant.id for variant in made[CrossImpact].variants)
    edits = [
        set_impact(shut, narrow, value=2),
        set_impact(wide, opened, value=3, confidence=4, reason="They share."),
        set_impact(wide, shut, value=-3, confidence=4, reason="They share."),
        set_impact(narrow, shut, value=1, reason="They hide."),
        set_impact(narrow, opened, value=-1, reason="They wait."),
        exclude(wide, shut, reason="Nobody has seen it."),
    ]
    return together("judged", edits).apply(made)


def rows(table: Table) -> list[list[str]]:
    return [[cell.text if isinstance(cell, Cell) else cell for cell in row] for row in table.rows]


def test_every_judgement_stands_in_the_appendix_with_its_reason() -> None:
    (section,) = appendix(judged())
    judgements, excluded = (block for block in section.blocks if isinstance(block, Table))
    assert rows(judgements) == [
        ["Trust “wide”", "Silos", "+3 open\n−3 shut", "4", "They share."],
        ["Trust “narrow”", "Silos", "−1 open", "–", "They wait."],
        ["Trust “narrow”", "Silos", "+1 shut", "–", "They hide."],
        ["Silos “shut”", "Trust", "+2 narrow", "–", "–"],
    ]
    assert rows(excluded) == [["Trust “wide”", "Silos “shut”", "Nobody has seen it."]]


def test_without_judgements_there_is_no_appendix() -> None:
    assert appendix(Document()) == ()


def test_a_full_page_says_how_many_hold_and_a_longer_one_why_some_are_kept(sample: Document) -> None:
    (section,) = sections(sample, 8)
    (found,) = section.gist
    assert isinstance(found, Text)
    assert "5 combinations hold together, of 432" in found.text
    (reasons,) = (block for block in section.blocks if isinstance(block, Bullets))
    assert len(reasons.items) == 4
    assert all(": we keep it because " in item for item in reasons.items)
    assert sections(sample, 4) == ()
