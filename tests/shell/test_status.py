"""The line at the foot: whether the work is safe, and how much of it there is."""

import datetime
import os
from pathlib import Path

import pytest

from foresight.core.document import Document
from foresight.core.words import speaking
from foresight.model.groups import Group, Groups
from foresight.model.trends import Trend, Trends
from foresight.shell.status import counts
from foresight.shell.window import Window
from tests.shell.conftest import OpenWindow, edit

NOON = datetime.datetime(2018, 11, 16, 12, 0).astimezone()


def test_a_file_saved_today_says_at_what_time(open_window: OpenWindow, plan: Path) -> None:
    window = open_window(plan)
    edit(window, "x")
    before = datetime.datetime.now().astimezone()
    assert window.save_workshop()
    after = datetime.datetime.now().astimezone()

    said = window.status.state.text().split(" · ")[0]
    assert said in {f"Saved {before:%H:%M}", f"Saved {after:%H:%M}"}


@pytest.mark.parametrize(("language", "said"), [("en", "Saved 16 November 2018"), ("nb", "Lagret 16. november 2018")])
def test_a_file_saved_another_day_says_which(language: str, said: str, open_window: OpenWindow, plan: Path) -> None:
    os.utime(plan, (NOON.timestamp(), NOON.timestamp()))
    window = open_window(plan)
    window.speak("nb" if language == "nb" else "en")

    assert window.status.state.text().split(" · ")[0] == said


def test_the_main_things_are_counted_those_there_are() -> None:
    document = Document().put(Trends(trends=(Trend(title="One"),)), Groups(groups=(Group(name="A"), Group(name="B"))))

    assert counts(Document()) == []
    assert counts(document) == ["1 trend", "2 groups"]
    with speaking("nb"):
        assert counts(document) == ["1 trend", "2 grupper"]


def test_the_welcome_page_of_a_fresh_start_says_nothing(window: Window) -> None:
    assert window.status.state.text() == ""
    assert window.windowHandle().title() == "Foresight"


def test_a_method_that_is_not_installed_is_nowhere_to_go(window: Window) -> None:
    window.new_workshop()
    at = window.at
    window.show_method("astrology")

    assert window.at == at
