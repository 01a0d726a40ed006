"""Groups as they are named by a number in front of what they say."""

import pytest

from foresight.core.document import Document
from foresight.core.problems import EditRefused
from foresight.model.groups import Group, Groups, group_and_text, numbered

TWO = Document().put(Groups(groups=(Group(id="g1", name="Table 1"), Group(id="g2", name="Table 2"))))


@pytest.mark.parametrize(
    ("typed", "number", "said"),
    [
        ("More time", None, "More time"),
        ("2: More time", 2, "More time"),
        ("2/More time", 2, "More time"),
        ("12 : 3: a charm", 12, "3: a charm"),
        ("5 percent for trying", None, "5 percent for trying"),
        ("7:", None, "7:"),
        ("24/7 help", None, "24/7 help"),
        ("10:30 is too early", None, "10:30 is too early"),
        ("3: 24/7 help", 3, "24/7 help"),
        ("2030: a plan", None, "2030: a plan"),
    ],
)
def test_a_number_in_front_is_that_of_the_group(typed: str, number: int | None, said: str) -> None:
    assert group_and_text(typed) == (number, said)


def test_a_number_is_that_of_a_group_in_the_room_or_refused() -> None:
    assert numbered(TWO, 2).id == "g2"
    for number in (0, 3):
        with pytest.raises(EditRefused, match=f"No group has the number {number}"):
            numbered(TWO, number)
