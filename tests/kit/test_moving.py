"""Moving what is selected within its order."""

import pytest

from foresight.core.document import Document
from foresight.kit.moving import move_within
from foresight.kit.session import Session
from foresight.model.groups import Group, Groups, move_group


@pytest.mark.parametrize(
    ("one", "places", "after"),
    [("b", -1, "bac"), ("b", 1, "acb"), ("a", 2, "bca"), ("a", -1, "abc"), ("c", 1, "abc")],
)
def test_one_place_up_or_down_and_not_beyond_the_ends(one: str, places: int, after: str) -> None:
    session = Session(Document().put(Groups(groups=tuple(Group(id=letter, name=letter) for letter in "abc"))))
    move_within(session, session.document[Groups].groups, one, places, move_group)
    assert "".join(group.id for group in session.document[Groups].groups) == after
    assert (session.history.undo_label is not None) == (after != "abc")
