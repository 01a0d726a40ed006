"""Versions: which copies stay, and those with names that stay for good."""

import datetime
import errno
import os
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foresight.core import backups as module
from foresight.core.backups import (
    DAYS,
    KEPT,
    WEEKS,
    Version,
    backup_folder,
    delete_version,
    keep_backup,
    keep_version,
    kept,
    rename_version,
    versions,
    workshops_with_versions,
)
from foresight.core.problems import FileProblem

UTC = datetime.UTC
NOON = datetime.datetime(2026, 11, 20, 12, tzinfo=UTC)
"""A Friday."""
Time = datetime.datetime


def ago(**parts: float) -> Time:
    return NOON - datetime.timedelta(**parts)


def days_kept(times: Sequence[Time]) -> list[int]:
    """How many days before noon those that are kept were made."""
    return sorted((NOON - time).days for time in kept(times, NOON))


def test_a_copy_a_day() -> None:
    # Ten newest and fourteen days are days 0 to 13; the eight weeks end on Sundays, five days ago and so on back.
    assert days_kept([ago(days=day) for day in range(100)]) == [*range(14), 19, 26, 33, 40, 47]


def test_many_copies_in_one_day() -> None:
    times = [ago(minutes=minute) for minute in range(60)]
    assert kept(times, NOON) == set(times[:10])


def test_of_each_day_the_newest_stays() -> None:
    times = [ago(days=day, hours=hour) for day in range(3) for hour in range(11)]
    assert kept(times, NOON) == {*times[:10], times[11], times[22]}


def test_a_copy_a_month_is_nothing_to_let_go_of_before_ten() -> None:
    times = [ago(days=30 * month) for month in range(20)]
    # Days on which there is none do not count: it is the last 14 days with copies.
    assert kept(times, NOON) == set(times[:DAYS])


def test_of_each_week_the_newest_stays() -> None:
    times = [ago(days=7 * week, hours=hour) for week in range(20) for hour in range(3)]
    assert kept(times, NOON) == {*times[:KEPT], *times[0 : 3 * DAYS : 3]}
    assert {time.isocalendar().week for time in times[0 : 3 * WEEKS : 3]} == set(range(40, 48))


def test_nothing_stays_nothing() -> None:
    assert kept([], NOON) == frozenset()


def test_what_is_made_after_the_clock_was_set_back_is_not_pushed_out() -> None:
    future = [NOON + datetime.timedelta(days=400, minutes=minute) for minute in range(40)]
    today = [ago(minutes=minute) for minute in range(12)]
    assert kept([*future, *today], NOON) == {*future, *today[:10]}


MOMENTS = st.integers(0, 200 * 24 * 60).map(lambda minutes: NOON - datetime.timedelta(minutes=minutes))


@given(st.lists(MOMENTS, max_size=80, unique=True))
def test_what_stays(times: list[Time]) -> None:
    stay = kept(times, NOON)
    assert stay <= set(times)
    assert set(sorted(times)[-KEPT:]) <= stay
    assert len(stay) <= KEPT + DAYS + WEEKS
    assert kept(stay, NOON) == stay
    if times:
        span = max(times).date() - datetime.timedelta(days=DAYS - 1)
        assert {time.date() for time in times if time.date() >= span} == {
            time.date() for time in stay if time.date() >= span
        }


@given(st.lists(MOMENTS, max_size=60, unique=True), MOMENTS)
def test_tidying_up_often_keeps_the_same_as_tidying_up_once(times: list[Time], between: Time) -> None:
    before, after = [time for time in times if time <= between], [time for time in times if time > between]
    assert kept([*kept(before, between), *after], NOON) == kept(times, NOON)


# On disk


class Clock:
    """What the time is."""

    time = NOON


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What the time is for the backups."""
    made = Clock()
    monkeypatch.setattr(module, "_now", lambda: made.time)
    return made


def texts(doc_id: str = "w") -> list[bytes]:
    return [version.path.read_bytes() for version in versions(doc_id)]


def test_copies_over_sixty_days(clock: Clock) -> None:
    for day in reversed(range(60)):
        clock.time = ago(days=day)
        keep_backup("w", b"%d" % day)
    assert [int(text) for text in texts()] == [*range(14), 19, 26, 33, 40, 47]
    assert [version.time for version in versions("w")][:2] == [NOON, ago(days=1)]


def test_after_the_clock_was_set_back_the_newest_copy_is_there(clock: Clock) -> None:
    for minute in range(15):
        clock.time = NOON + datetime.timedelta(days=365, minutes=minute)
        keep_backup("w", b"future %d" % minute)
    for minute in range(15):
        clock.time = NOON + datetime.timedelta(minutes=minute)
        path = keep_backup("w", b"%d" % minute)
        assert path.read_bytes() == b"%d" % minute


def test_a_version_with_a_name_stays_whatever_is_kept_after_it(clock: Clock) -> None:
    keep_version("w", b"voted", "after vote 1")
    for day in range(40):
        clock.time = NOON + datetime.timedelta(days=day)
        keep_backup("w", b"%d" % day)
    (named,) = (version for version in versions("w") if version.name)
    assert (named.name, named.path.read_bytes(), named.size) == ("after vote 1", b"voted", 5)


def test_the_same_under_the_same_name_is_kept_once() -> None:
    first = keep_version("w", b"x", "  after\nvote 1 ")
    assert keep_version("w", b"x", "after vote 1") == first
    keep_version("w", b"x", "after vote 2")
    keep_version("w", b"y", "after vote 1")
    assert sorted(version.name for version in versions("w")) == ["after vote 1", "after vote 1", "after vote 2"]


def test_a_copy_that_is_given_a_name_stays(clock: Clock) -> None:
    keep_backup("w", b"voted")
    (version,) = versions("w")
    rename_version(version, "after vote 1")
    for minute in range(1, 40):
        clock.time = NOON + datetime.timedelta(minutes=minute)
        keep_backup("w", b"%d" % minute)
    assert texts()[-1] == b"voted"
    rename_version(versions("w")[-1], "vote 1 – «ny» 😀")
    assert versions("w")[-1].name == "vote 1 – «ny» 😀"


def test_a_version_is_deleted_with_its_name() -> None:
    keep_version("w", b"x", "one")
    keep_version("w", b"y", "two")
    (version,) = (version for version in versions("w") if version.name == "one")
    delete_version(version)
    delete_version(version)
    assert [version.name for version in versions("w")] == ["two"]
    assert len(list(backup_folder("w").iterdir())) == 2


def test_a_name_that_cannot_be_read_still_keeps_its_version() -> None:
    path = keep_version("w", b"x", "one")
    path.with_suffix(".name").write_bytes(b"")
    assert [version.name for version in versions("w")] == ["?"]
    path.with_suffix(".name").write_bytes(b"\xff\0\n" * 4_000)
    assert len(versions("w")[0].name) <= 80


def test_files_that_are_no_versions_are_left_alone(clock: Clock) -> None:
    keep_backup("w", b"x")
    strange = backup_folder("w") / "strange.foresight"
    strange.write_bytes(b"precious")
    for minute in range(1, 40):
        clock.time = NOON + datetime.timedelta(minutes=minute)
        keep_backup("w", b"%d" % minute)
    assert strange.read_bytes() == b"precious"
    assert len(versions("w")) == KEPT


def test_the_workshops_that_have_versions_come_in_the_order_of_their_newest(clock: Clock) -> None:
    assert workshops_with_versions() == ()
    for minute, doc_id in enumerate(["a", "b", "c", "a"]):
        clock.time = NOON + datetime.timedelta(minutes=minute)
        keep_backup(doc_id, b"%d" % minute)
    assert workshops_with_versions() == ("a", "c", "b")


def test_a_version_that_cannot_be_kept_is_said_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 2:  # the name and its folder went well
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileProblem, match=r"The version could not be kept: the disk is full\."):
        keep_version("w", b"x", "after vote 1")
    assert list(backup_folder("w").iterdir()) == []


def test_a_version_says_when_it_was_kept_in_local_time() -> None:
    path = keep_backup("w", b"x")
    (version,) = versions("w")
    assert version == Version(path, version.time, "", 1)
    assert version.time.utcoffset() == datetime.datetime.now().astimezone().utcoffset()
    assert abs(version.time - datetime.datetime.now(UTC)) < datetime.timedelta(minutes=5)
