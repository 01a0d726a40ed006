"""Remembering the latest answer."""

from foresight.core.memo import for_latest


def test_the_same_objects_are_answered_from_memory() -> None:
    asked = []

    @for_latest
    def length(items: tuple[int, ...]) -> int:
        asked.append(items)
        return len(items)

    one = (1, 2, 3)
    assert [length(one), length(one)] == [3, 3]
    assert len(asked) == 1


def test_an_equal_but_other_object_is_asked_anew_and_only_the_latest_is_kept() -> None:
    asked = []

    @for_latest
    def length(items: list[int]) -> int:
        asked.append(items)
        return len(items)

    one, other = [1], [1]
    length(one)
    length(other)
    length(one)
    assert len(asked) == 3
