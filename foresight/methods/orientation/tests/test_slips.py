"""What may be typed in for a person, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core.document import Document
from foresight.core.problems import EditRefused
from foresight.methods.orientation.model import Orientation, Rater, Shares
from foresight.methods.orientation.slips import code_of, next_code, point_of, share_text, shares_of, slip_of


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("20/60/20", (20, 60, 20)),
        ("20 60 20", (20, 60, 20)),
        ("20 %, 60 %, 20 %", (20, 60, 20)),
        ("20/60", (20, 60, 20)),
        ("0/100", (0, 100, 0)),
        ("33/33/33", (34, 33, 33)),
        ("17/51/33", (17, 50, 33)),
    ],
)
def test_shares_are_read_and_balanced(typed: str, expected: tuple[int, int, int]) -> None:
    past, present, future = expected
    assert shares_of(typed) == Shares(past=past, present=present, future=future)


@pytest.mark.parametrize("typed", ["20/60/30", "90/90", "20", "a/b/c", "10/20/30/40", "20.5/60/19.5", "1000/1/1"])
def test_other_shares_are_refused(typed: str) -> None:
    with pytest.raises(EditRefused):
        shares_of(typed)


def test_what_shares_that_miss_100_say() -> None:
    with pytest.raises(EditRefused, match="These shares are 110 together; make them 100"):
        shares_of("20/60/30")


@given(st.integers(0, 100), st.integers(0, 100))
def test_shares_survive_being_shown(past: int, present: int) -> None:
    if past + present <= 100:
        shares = Shares(past=past, present=present, future=100 - past - present)
        assert shares_of(share_text(shares)) == shares


def test_empty_text_is_nothing() -> None:
    assert shares_of("  ") is None
    assert point_of(" ") is None
    assert share_text(None) == ""


@pytest.mark.parametrize("typed", ["0", "6", "x", "3,5", "34"])
def test_points_are_digits_from_1_to_5(typed: str) -> None:
    with pytest.raises(EditRefused):
        point_of(typed)


@pytest.mark.parametrize("typed", ["Kari Nordmann", "karinordmann1970"])
def test_a_name_is_no_code(typed: str) -> None:
    with pytest.raises(EditRefused):
        code_of(typed)


def test_the_next_code_is_the_next_number() -> None:
    raters = tuple(Rater(code=code) for code in ("7", "A9", "12", "", "3"))
    assert next_code(Document().put(Orientation(raters=raters))) == "13"
    assert next_code(Document()) == "1"


def test_a_slip_in_one_line() -> None:
    shares = {"shares_now": Shares(past=20, present=60, future=20)}
    assert slip_of("3") == {"line_now": 3}
    assert slip_of("3 4") == {"line_now": 3, "line_should": 4}
    assert slip_of("17 3 4 20/60/20") == {"code": "17", "line_now": 3, "line_should": 4, **shares}
    assert slip_of("A3 20/60/20") == {"code": "A3", **shares}
    assert slip_of("2 20/60/20 10/40/50")["shares_should"] == Shares(past=10, present=40, future=50)


@pytest.mark.parametrize("typed", ["", "17", "3 9", "1 2 3 4", "Kari 3 4 5", "1/1/98 1/1/98 1/1/98"])
def test_other_slips_are_refused(typed: str) -> None:
    with pytest.raises(EditRefused):
        slip_of(typed)
