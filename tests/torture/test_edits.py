"""The edits of the models are found and can be done without being told of: this fails for one that cannot."""

import inspect
from random import Random

import pytest

from foresight.core.decoding import decode
from foresight.core.document import Document
from foresight.core.encoding import encode
from foresight.core.history import Edit
from foresight.core.methods import slice_kinds
from foresight.core.survey import references
from tests.torture.edits import edit_of, edits, fields_of, parameters, unknown_arguments
from tests.torture.values import Source, filled, present

each_edit = pytest.mark.parametrize("name", edits())


@pytest.fixture(scope="module")
def full() -> Document:
    """A workshop in which everything holds something."""
    return filled(lambda limit: "abc"[:limit])


def test_everything_in_a_full_workshop_points_somewhere_and_comes_back_from_a_file(full: Document) -> None:
    assert references(full) == (set(), set())
    assert decode(encode(full), slice_kinds()).document == full


def test_it_is_known_what_every_argument_points_at() -> None:
    assert unknown_arguments() == [], "say in POINTED_AT of tests/torture/edits.py what these are ids of"


@each_edit
def test_every_edit_can_be_done_and_is_saved(name: str, full: Document) -> None:
    function = edits()[name]
    if any(each.kind is inspect.Parameter.VAR_KEYWORD for each in parameters(function)):
        assert fields_of(function).model_fields
    edit = edit_of(function, full, Source(Random(3), present(full), lambda limit: "xyz"[:limit]))
    assert isinstance(edit, Edit)
    after = edit.apply(full)

    assert references(after) == (set(), set())
    assert decode(encode(after), slice_kinds()).document == after, "what it changes lies in a slice of no method"
