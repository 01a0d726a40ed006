"""Drivers and the links between them."""

import pytest

from foresight.core.document import Document
from foresight.core.history import History
from foresight.model.drivers import (
    Driver,
    Drivers,
    Link,
    add_drivers,
    change_driver,
    change_link,
    driver_from,
    link_between,
    move_driver,
    remove_drivers,
    remove_links,
    set_link,
)
from foresight.model.trends import Trend, Trends


@pytest.fixture
def history() -> History:
    """A, B and C without links."""
    return History(Document().put(Drivers(drivers=tuple(Driver(id=name, title=name.upper()) for name in "abc"))))


def linked(document: Document) -> str:
    return " ".join(f"{link.source}{link.target}{link.sign}{link.strength}" for link in document[Drivers].links)


def test_a_link_is_made_and_then_changed(history: History) -> None:
    history.do(set_link("a", "b", sign="-"))
    history.do(set_link("b", "a", strength=3))
    assert linked(history.document) == "ab-1 ba+3"
    history.do(set_link("a", "b", strength=2))
    assert linked(history.document) == "ab-2 ba+3"
    link = link_between(history.document, "b", "a")
    assert link is not None
    history.do(change_link(link.id, sign="?"))
    assert linked(history.document) == "ab-2 ba?3"
    assert link_between(history.document, "b", "c") is None


def test_setting_what_is_so_changes_nothing(history: History) -> None:
    history.do(set_link("a", "b", sign="-"))
    assert not history.do(set_link("a", "b", sign="-"))


def test_no_link_to_itself_or_to_what_is_gone(history: History) -> None:
    history.do(set_link("a", "b"))
    link = history.document[Drivers].links[0]
    for source, target in (("a", "a"), ("a", "gone"), ("gone", "a"), (link.id, "a")):
        assert not history.do(set_link(source, target, strength=3))


@pytest.mark.parametrize(("sign", "strength", "value"), [("+", 2, 2), ("-", 3, -3), ("?", 1, 1), ("-", 0, 0)])
def test_signed_strength(sign: str, strength: int, value: int) -> None:
    link = Link.model_validate({"source": "a", "target": "b", "sign": sign, "strength": strength})
    assert link.signed_strength == value


def test_removing_a_driver_takes_its_links_along(history: History) -> None:
    for source, target in ("ab", "bc", "ca"):
        history.do(set_link(source, target))
    before = history.document
    history.do(remove_drivers("a"))
    assert linked(history.document) == "bc+1"
    history.undo()
    assert history.document is before
    history.do(remove_links(*(link.id for link in before[Drivers].links[:2])))
    assert linked(history.document) == "ca+1"


def test_drivers_are_added_moved_and_changed(history: History) -> None:
    history.do(add_drivers((Driver(id="d", title="D"), Driver(id="e", title="E"))))
    history.do(move_driver("e", 0))
    history.do(change_driver("a", title="Trust"))
    assert [driver.title for driver in history.document[Drivers].drivers] == ["E", "Trust", "B", "C", "D"]
    assert history.steps == ("Add drivers", "Move driver", "Change driver")


def test_a_driver_from_a_trend_points_at_it() -> None:
    trend = Trend(id="t", title="Ageing", summary="More old people.", category="social")
    driver = driver_from(trend)
    assert (driver.title, driver.description, driver.category, driver.trends) == (
        "Ageing",
        "More old people.",
        "social",
        ("t",),
    )
    assert driver.id != trend.id
    document = Document().put(Trends(trends=(trend,)), Drivers(drivers=(driver,)))
    assert document.find(driver.id, Driver) is driver
