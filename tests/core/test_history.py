"""Undo and redo."""

import pytest

from foresight.core.document import Document
from foresight.core.history import STEPS_MOST, Edit, History, together
from foresight.core.problems import EditRefused
from foresight.model.trends import Trend, Trends, add_trend, change_trend
from foresight.model.workshop import Workshop, set_workshop


def titled(history: History, *titles: str) -> None:
    for title in titles:
        history.do(set_workshop(title=title))


@pytest.fixture
def history() -> History:
    return History(Document(doc_id="x"))


def test_a_step_goes_back_and_forth(history: History) -> None:
    empty = history.document
    assert history.do(add_trend(Trend(title="T")))
    full = history.document
    assert (history.undo_label, history.redo_label) == ("Add trend", None)
    history.undo()
    assert history.document is empty
    assert (history.undo_label, history.redo_label) == (None, "Add trend")
    history.redo()
    assert history.document is full


def test_an_edit_without_effect_is_no_step(history: History) -> None:
    titled(history, "A")
    history.undo()
    assert not history.do(set_workshop(title=""))
    assert history.redo_label == "Change workshop"
    assert history.steps == ()


def test_typing_in_one_field_is_one_step(history: History) -> None:
    before = history.document
    titled(history, "A", "AB", "ABC")
    assert history.steps == ("Change workshop",)
    assert history.document[Workshop].title == "ABC"
    history.undo()
    assert history.document is before
    history.redo()
    assert history.document[Workshop].title == "ABC"


def test_another_field_is_another_step(history: History) -> None:
    titled(history, "A")
    history.do(set_workshop(place="B"))
    titled(history, "C")
    assert len(history.steps) == 3


def test_edits_without_a_merge_key_never_fold(history: History) -> None:
    for title in ("A", "B"):
        history.do(Edit("Set", set_workshop(title=title).apply))
    assert history.steps == ("Set", "Set")


@pytest.mark.parametrize("end", ["seal", "undo and redo", "save"])
def test_a_step_ends_at_leaving_the_field_at_undo_and_at_saving(history: History, end: str) -> None:
    titled(history, "A")
    if end == "seal":
        history.seal()
    elif end == "save":
        history.mark_saved(history.document)
    else:
        history.undo()
        history.redo()
    titled(history, "AB")
    history.undo()
    assert history.document[Workshop].title == "A"


def test_a_merged_step_has_the_last_label(history: History) -> None:
    for label in ("first", "last"):
        edit = set_workshop(title=label)
        history.do(Edit(label, edit.apply, merge="same"))
    assert history.steps == ("last",)


def test_a_new_edit_cuts_what_could_be_redone(history: History) -> None:
    titled(history, "A")
    history.undo()
    titled(history, "B")
    assert history.redo_label is None
    history.redo()
    assert history.document[Workshop].title == "B"


def test_undo_and_redo_at_the_ends_do_nothing(history: History) -> None:
    before = history.document
    history.undo()
    history.redo()
    assert history.document is before


def test_undoing_to_what_was_saved_is_not_modified(history: History) -> None:
    assert not history.is_modified
    titled(history, "A")
    assert history.is_modified
    history.mark_saved(history.document)
    assert not history.is_modified
    titled(history, "B")
    history.undo()
    assert not history.is_modified
    history.undo()
    assert history.is_modified
    history.redo()
    assert not history.is_modified


def test_a_save_that_ends_after_the_next_edit_saved_the_earlier_document(history: History) -> None:
    titled(history, "A")
    while_saving = history.document
    history.seal()
    titled(history, "B")
    history.mark_saved(while_saving)
    assert history.is_modified
    history.undo()
    assert not history.is_modified


def test_what_was_saved_on_a_cut_branch_is_never_reached_again(history: History) -> None:
    titled(history, "A")
    history.mark_saved(history.document)
    history.undo()
    titled(history, "B")
    history.undo()
    assert history.is_modified


def test_an_unsaved_document_is_modified_before_any_edit(history: History) -> None:
    history.mark_unsaved()
    assert history.is_modified


def test_a_refused_edit_leaves_everything_as_it_is(history: History) -> None:
    def refuse(document: Document) -> Document:
        raise EditRefused("no")

    titled(history, "A")
    before = history.document
    with pytest.raises(EditRefused):
        history.do(Edit("Refused", refuse))
    assert history.document is before
    assert history.steps == ("Change workshop",)
    titled(history, "AB")
    assert history.steps == ("Change workshop",)


def test_several_edits_together_are_one_step(history: History) -> None:
    trend = Trend(title="T")
    both = together("Both", [add_trend(trend), change_trend(trend.id, title="New")])
    assert history.do(both)
    assert history.document[Trends].trends == (trend.but(title="New"),)
    assert history.steps == ("Both",)
    assert not history.do(together("None", []))


def test_a_step_in_the_past_keeps_no_index(history: History) -> None:
    trend = Trend(title="T")
    history.do(add_trend(trend))
    past = history.document[Trends]
    assert past.by_id == {trend.id: trend}
    history.do(change_trend(trend.id, title="New"))
    assert "by_id" not in vars(past)
    history.undo()
    assert history.document[Trends].by_id == {trend.id: trend}


def test_the_oldest_steps_are_let_go_of_in_a_very_long_day(history: History) -> None:
    for number in range(STEPS_MOST + 2):
        history.do(set_workshop(title=f"{number}"))
        history.seal()
    assert len(history.steps) == STEPS_MOST

    for _step in history.steps:
        history.undo()
    assert history.document[Workshop].title == "1"
    assert history.undo_label is None
    assert history.is_modified
