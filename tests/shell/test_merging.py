"""Merging by hand: other groups' files into this one, and what another program saved into what is here."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.core.encoding import encode
from foresight.core.methods import slice_kinds
from foresight.core.problems import ConflictProblem
from foresight.core.storage import load, save
from foresight.core.words import speak
from foresight.model.groups import Group, Groups, add_group
from foresight.model.trends import Trend, Trends
from foresight.model.workshop import Workshop
from foresight.shell.merge_report import MergeReport
from foresight.shell.window import Window
from tests.shell.conftest import CONTROL, Dialogs, OpenWindow, banner, banner_button, edit, menu_action, press, title_in
from tests.shell.test_sharing import change_on_disk

ChooseFiles = Callable[..., None]


@pytest.fixture
def choose_files(monkeypatch: pytest.MonkeyPatch) -> ChooseFiles:
    """The files that the user chooses in the next dialog."""

    def chosen(*paths: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *_args: ([*map(str, paths)], "")))

    return chosen


@pytest.fixture
def tables(tmp_path: Path) -> list[Path]:
    """The files of two tables, with a trend each."""
    paths = []
    for number in (1, 2):
        path = tmp_path / f"table{number}.foresight"
        document = Document().put(
            Groups(groups=(Group(id=f"group{number}", name=f"Table {number}"),)),
            Trends(trends=(Trend(id=f"trend{number}", title=f"Trend of table {number}"),)),
        )
        save(document, path)
        paths.append(path)
    return paths


def lines(dialog: QWidget, name: str) -> list[str]:
    """What a list in the report holds; nothing when it is not shown."""
    found = [one for one in dialog.findChildren(QListWidget) if one.accessibleName() == name and one.isVisible()]
    return [held.item(row).text() for held in found for row in range(held.count())]


def merge_from_menu(window: Window) -> None:
    menu_action(window, "Merge other workshops into this one…").trigger()


# Files of other groups


def test_what_comes_in_is_shown_first_and_is_one_step(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, tables: list[Path], choose_files: ChooseFiles, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    before = window.session.document
    text = encode(before)
    shown: list[list[str]] = []

    def look_and_merge(dialog: QWidget) -> None:
        assert window.session.document is before
        shown.append(lines(dialog, "What comes in"))
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    choose_files(*tables[::-1])
    dialogs.expect(look_and_merge)
    merge_from_menu(window)
    assert sorted(shown[0]) == [
        "Added: group “Table 1”",
        "Added: group “Table 2”",
        "Added: trend “Trend of table 1”",
        "Added: trend “Trend of table 2”",
    ]
    after = window.session.document
    assert {"Trend of table 1", "Trend of table 2"} <= {trend.title for trend in after[Trends].trends}
    assert after.doc_id == before.doc_id
    assert window.file.is_modified
    assert window.session.history.steps == ("Merge workshops",)

    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert window.session.document is before
    assert encode(window.session.document) == text
    assert not window.file.is_modified


def test_escape_changes_nothing(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, tables: list[Path], choose_files: ChooseFiles, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    before = window.session.document
    choose_files(*tables)
    dialogs.expect(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    merge_from_menu(window)

    assert window.session.document is before
    assert not window.file.is_modified


def test_merging_the_same_files_again_has_nothing_to_offer(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, tables: list[Path], dialogs: Dialogs
) -> None:
    window = open_window(plan)
    dialogs.expect(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    assert window.merge_paths(tables)
    before = window.session.document
    buttons: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, MergeReport)
        buttons.append(dialog.close_button.text())
        dialog.close_button.click()

    dialogs.expect(look)
    assert not window.merge_paths(tables)
    assert buttons == ["Close"]
    assert window.session.document is before


def test_files_that_cannot_be_read_are_told_and_the_others_come_in(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, tables: list[Path], dialogs: Dialogs
) -> None:
    window = open_window(plan)
    broken = plan.with_name("broken.foresight")
    broken.write_bytes(b"{")
    shown: list[str] = []

    def look_and_merge(dialog: QWidget) -> None:
        shown.extend(lines(dialog, "Worth knowing"))
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    dialogs.expect(look_and_merge)
    assert window.merge_paths([broken, plan, tables[0]])
    assert shown[0].startswith("broken.foresight is left out: ")
    assert shown[1:] == [
        "plan.foresight is left out: it is the workshop that is open here.",
        "Group “Table 1” is there more than once under that name. Look whether they are one.",
    ]
    assert window.session.document.find("trend1", Trend) is not None


def test_where_the_files_do_not_agree_mine_stays_and_theirs_is_listed(
    qtbot: QtBot, open_window: OpenWindow, tables: list[Path], dialogs: Dialogs
) -> None:
    window = open_window(tables[0])
    document = load(tables[0], slice_kinds())
    save(document.put(document[Groups].but(groups=(Group(id="group1", name="Other name", size=7),))), tables[1])
    shown: list[str] = []

    def look_and_merge(dialog: QWidget) -> None:
        shown.extend(lines(dialog, "Where the two do not agree"))
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    dialogs.expect(look_and_merge)
    assert window.merge_paths([tables[1]])
    assert shown == ["Group “Table 1”, name: kept “Table 1”, left out “Other name”."]
    assert window.session.document[Groups].groups == (Group(id="group1", name="Table 1", size=7),)


def test_things_of_one_name_are_pointed_out(
    qtbot: QtBot, open_window: OpenWindow, tables: list[Path], dialogs: Dialogs
) -> None:
    window = open_window(tables[0])
    save(Document().put(Trends(trends=(Trend(title="TREND of table 1"), Trend(title="Another")))), tables[1])
    shown: list[str] = []

    def look_and_merge(dialog: QWidget) -> None:
        shown.extend(lines(dialog, "Worth knowing"))
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    dialogs.expect(look_and_merge)
    assert window.merge_paths([tables[1]])
    assert shown == ["Trend “TREND of table 1” is there more than once under that name. Look whether they are one."]
    assert len(window.session.document[Trends].trends) == 3


def test_nothing_is_merged_into_what_may_only_be_read(
    open_window: OpenWindow, plan: Path, tables: list[Path], choose_files: ChooseFiles
) -> None:
    open_window(plan)
    second = open_window(plan)
    choose_files(*tables)
    merge_from_menu(second)

    assert banner(second).startswith("This workshop is open for reading only.")


# What another program saved


def test_a_conflict_at_save_can_be_merged_looked_at_undone_and_saved(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    window.session.do(add_group(Group(id="mine", name="Mine")))
    edit(window, "My title")
    mine = window.session.document
    change_on_disk(plan, "Their title")
    theirs = load(plan, slice_kinds())
    save(theirs.put(theirs[Groups].but(groups=(*theirs[Groups].groups, Group(id="theirs", name="Theirs")))), plan)
    shown: list[tuple[list[str], list[str]]] = []
    dialogs.click("Merge")
    dialogs.expect(
        lambda dialog: shown.append((lines(dialog, "What comes in"), lines(dialog, "Where the two do not agree")))
    )
    assert not window.save_workshop()

    assert shown == [(["Added: group “Theirs”"], ["Title: kept “My title”, left out “Their title”."])]
    names = {group.id for group in window.session.document[Groups].groups}
    assert {"mine", "theirs"} <= names
    assert window.file.is_modified
    assert title_in(plan) == "Their title"
    assert banner(window).startswith("Merged with what another program saved.")

    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert window.session.document is mine
    assert window.file.is_modified
    press(qtbot, window, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    banner_button(window, "Save").click()
    assert not window.file.is_modified
    assert load(plan, slice_kinds()) == window.session.document
    assert {group.id for group in window.session.document[Groups].groups} == names


def test_the_banner_offers_to_merge_too_and_deletions_of_theirs_are_taken_over(
    qtbot: QtBot, open_window: OpenWindow, plan: Path, dialogs: Dialogs
) -> None:
    window = open_window(plan)
    edit(window, "Mine")
    theirs = load(plan, slice_kinds())
    count = len(theirs[Trends].trends)
    save(theirs.put(theirs[Trends].but(trends=theirs[Trends].trends[:-1])), plan)
    qtbot.waitUntil(lambda: "and you have unsaved changes" in banner(window))
    dialogs.expect(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    banner_button(window, "Merge").click()

    document = window.session.document
    assert (document[Workshop].title, len(document[Trends].trends)) == ("Mine", count - 1)
    assert window.save_workshop()
    assert title_in(plan) == "Mine"


def test_nothing_is_merged_in_a_window_that_another_one_took_over(
    qtbot: QtBot, open_window: OpenWindow, plan: Path
) -> None:
    first, second = open_window(plan), open_window(plan)
    edit(first, "Mine")
    mine = first.session.document
    second.file.take_over()
    qtbot.waitUntil(lambda: not second.session.read_only)
    edit(second, "Theirs")
    assert second.save_workshop()
    first.merge_theirs()
    assert banner(first).startswith("This workshop is open for reading only.")
    assert first.session.document is mine

    first.file.take_over()
    qtbot.waitUntil(lambda: not first.session.read_only)
    with pytest.raises(ConflictProblem):
        first.file.save()


def test_without_changes_of_ones_own_there_is_nothing_to_merge(
    qtbot: QtBot, open_window: OpenWindow, plan: Path
) -> None:
    window = open_window(plan)
    change_on_disk(plan, "Theirs")
    qtbot.waitUntil(lambda: banner(window) != "")
    assert [one.text() for one in window.banner.findChildren(type(banner_button(window, "Close")))] == [
        "Load theirs",
        "Close",
    ]


def test_in_norwegian(qtbot: QtBot, open_window: OpenWindow, plan: Path, tables: list[Path], dialogs: Dialogs) -> None:
    window = open_window(plan)
    window.speak("nb")
    shown: list[str] = []

    def look(dialog: QWidget) -> None:
        shown.extend([dialog.windowTitle(), *lines(dialog, "Det som kommer inn")])
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    dialogs.expect(look)
    window.merge_paths(tables[:1])
    speak("en")
    assert shown == ["Slå sammen verksteder", "Lagt til: gruppe «Table 1»", "Lagt til: trend «Trend of table 1»"]
