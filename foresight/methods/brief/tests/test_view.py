"""The workspace of the brief, driven as a leader drives it before people leave."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.kit import printing
from foresight.kit.saving import documents
from foresight.kit.session import Session
from foresight.methods.brief import view
from foresight.methods.brief.preview import brief_of
from foresight.methods.brief.view import BriefWorkspace
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.oracle import Oracle
from foresight.model.ratings import Ratings
from foresight.model.scenarios import Scenarios
from foresight.model.trends import Trends
from foresight.model.workshop import Workshop, set_workshop
from foresight.reporting.page import make_page

CONTROL = Qt.KeyboardModifier.ControlModifier
Opened = tuple[BriefWorkspace, Session]


@pytest.fixture
def opened(qtbot: QtBot, open_workspace: OpenWorkspace, sample: Document) -> Opened:
    """The brief of a part of the sample, which is quickly made, with its pages."""
    kept = (Workshop, Groups, Trends, Ratings, Drivers, Scenarios, Oracle)
    workspace, session = open_workspace("brief", Document().put(*(sample[kind] for kind in kept)))
    assert isinstance(workspace, BriefWorkspace)
    qtbot.waitUntil(lambda: workspace.pages.made is not None)
    return workspace, session


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """What is chosen in the next file dialog; None cancels it."""

    def chosen(path: Path | None) -> None:
        answer = (str(path) if path else "", "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_args: answer))

    return chosen


def leaves(workspace: BriefWorkspace) -> list[QLabel]:
    """The pages that are shown."""
    return [one for one in workspace.pages.area.findChildren(QLabel) if one.accessibleName().startswith("Page ")]


def made_anew(qtbot: QtBot, workspace: BriefWorkspace, count: int) -> None:
    """Wait until this many pages are shown for the document as it is now."""
    pages = workspace.pages
    qtbot.waitUntil(lambda: pages.made is not None and pages.made.document is pages.session.document)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(leaves(workspace)) == count


# Looking


def test_the_pages_of_the_brief_are_shown(opened: Opened) -> None:
    workspace, _session = opened
    shown = leaves(workspace)

    assert [leaf.accessibleName() for leaf in shown] == [f"Page {number} of 8" for number in range(1, 9)]
    assert all(leaf.width() == 760 and leaf.height() == round(760 * 842 / 595) for leaf in shown)
    assert workspace.pages.state.text() == "8 pages"
    assert not workspace.pages.bar.isVisible()


@pytest.mark.parametrize(("name", "count"), [("2 pages", 2), ("4 pages", 4)])
def test_another_size_is_made_at_once(qtbot: QtBot, opened: Opened, name: str, count: int) -> None:
    workspace, session = opened
    button = next(one for one in workspace.pages.sizes.buttons() if one.text() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: workspace.pages.state.text() == name)

    made_anew(qtbot, workspace, count)
    assert session.history.undo_label is None


def test_all_judgements_follow_on_pages_of_their_own(qtbot: QtBot, opened: Opened) -> None:
    workspace, session = opened
    pages = workspace.pages
    pages.sizes.button(2).click()
    qtbot.mouseClick(pages.appendix, Qt.MouseButton.LeftButton, pos=QPoint(10, pages.appendix.height() // 2))
    qtbot.waitUntil(lambda: pages.made is not None and pages.made.appendix)
    assert pages.made is not None
    assert len(pages.made.pages) > 4
    assert pages.pdf == brief_of(session.document, 2, appendix=True)
    assert session.history.undo_label is None


def test_a_change_of_the_workshop_is_on_the_pages_soon(qtbot: QtBot, opened: Opened) -> None:
    workspace, session = opened
    before = workspace.pages.made
    session.do(set_workshop(title="Another title"))
    made_anew(qtbot, workspace, 8)

    assert workspace.pages.made is not before
    assert workspace.pages.pdf == brief_of(session.document, 8)


def test_the_language_of_the_brief_belongs_to_the_workshop_and_can_be_undone(qtbot: QtBot, opened: Opened) -> None:
    workspace, session = opened
    box = workspace.pages.language
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert session.document[Workshop].language == "nb"
    made_anew(qtbot, workspace, 8)

    session.undo()
    assert box.currentText() == "English"
    made_anew(qtbot, workspace, 8)


def test_a_narrow_window_shows_whole_pages(opened: Opened) -> None:
    workspace, _session = opened
    workspace.resize(520, 600)
    QApplication.processEvents()

    assert all(leaf.width() <= workspace.pages.area.viewport().width() for leaf in leaves(workspace))
    assert not workspace.pages.area.horizontalScrollBar().isVisible()


def test_making_can_be_stopped_and_begun_again(qtbot: QtBot, opened: Opened) -> None:
    workspace, _session = opened
    two = workspace.pages.sizes.button(2)
    two.click()
    assert workspace.pages.state.text() == "Making the brief…"
    qtbot.mouseClick(workspace.pages.cancel, Qt.MouseButton.LeftButton)
    assert workspace.pages.state.text() == "Stopped. Choose a size to make the pages."
    assert not workspace.pages.bar.isVisible()

    two.click()
    qtbot.waitUntil(lambda: workspace.pages.state.text() == "2 pages")


# Saving


def test_the_pdf_is_that_of_the_document_as_it_is_now(
    qtbot: QtBot, opened: Opened, tmp_path: Path, choose: Callable[[Path | None], None]
) -> None:
    workspace, session = opened
    said: list[str] = []
    session.said.connect(said.append)
    session.do(set_workshop(title="As it is now"))
    choose(tmp_path / "brief")
    qtbot.keyClick(workspace, Qt.Key.Key_E, CONTROL)

    assert (tmp_path / "brief.pdf").read_bytes() == brief_of(session.document, 8)
    assert said == ["Brief saved as brief.pdf"]


def test_a_page_for_a_browser(opened: Opened, tmp_path: Path, choose: Callable[[Path | None], None]) -> None:
    workspace, session = opened
    choose(tmp_path / "brief.html")
    workspace.save_page()

    assert (tmp_path / "brief.html").read_text("utf-8") == make_page(session.document, 8, "en")


def test_nothing_is_written_when_no_name_is_chosen(
    opened: Opened, tmp_path: Path, choose: Callable[[Path | None], None]
) -> None:
    choose(None)
    opened[0].save_pdf()

    assert list(tmp_path.glob("*.pdf")) == []


def test_the_name_proposed_is_the_title(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    proposed: list[str] = []

    def asked(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        proposed.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(asked))
    workspace, session = opened
    for title in ("Public sector 2040", 'A/B: <"x">', ""):
        session.do(set_workshop(title=title))
        workspace.save_pdf()

    assert {Path(path).parent for path in proposed} == {documents()}
    assert [Path(path).name for path in proposed] == ["Public sector 2040.pdf", "A B x.pdf", "Brief.pdf"]


def test_a_disk_that_refuses_is_said(
    opened: Opened, tmp_path: Path, choose: Callable[[Path | None], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(view, "tell", lambda _parent, problem: said.append(problem.message))
    choose(tmp_path / "no" / "brief.pdf")
    opened[0].save_pdf()

    assert said == ["brief.pdf could not be saved: the folder is no longer there. Save under another name or place."]


# Printing


@pytest.fixture
def to_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The print dialog is accepted and the printer prints into this file."""
    path = tmp_path / "printed.pdf"

    def accepted(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accepted)
    monkeypatch.setattr(view, "PAPER_DOTS", 50.0)
    return path


def shapes(path: Path) -> list[tuple[int, int]]:
    """The sizes of the pages of a PDF in points."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [(round(page.get_width()), round(page.get_height())) for page in document]
    finally:
        document.close()


def test_every_page_is_printed_on_a4(qtbot: QtBot, opened: Opened, to_file: Path) -> None:
    qtbot.keyClick(opened[0], Qt.Key.Key_P, CONTROL)

    assert shapes(to_file) == [(595, 842)] * 8


def test_the_pages_that_were_chosen_are_printed(opened: Opened, to_file: Path) -> None:
    workspace, _session = opened
    printer = printing.printer_for("Brief")
    printer.setOutputFileName(str(to_file))
    printer.setFromTo(2, 4)
    printing.print_on(workspace, printer, workspace.on_paper)

    assert len(shapes(to_file)) == 3


def test_on_other_paper_the_pages_keep_their_shape(opened: Opened, to_file: Path) -> None:
    workspace, _session = opened
    printer = printing.printer_for("Brief")
    printer.setOutputFileName(str(to_file))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printing.print_on(workspace, printer, workspace.on_paper)
    document = pypdfium2.PdfDocument(to_file)
    (placed,) = [one for one in document[0].get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    left, bottom, right, top = placed.get_bounds()
    document.close()

    assert (right - left) / (top - bottom) == pytest.approx(595 / 842, abs=0.01)
    assert top - bottom == pytest.approx(612, abs=2)
    assert left == pytest.approx((792 - (right - left)) / 2, abs=2)


def test_a_printer_that_cannot_be_used_is_said(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(printing, "tell", lambda _parent, problem: said.append(problem.message))
    printer = printing.printer_for("Brief")
    printer.setOutputFileName(str(tmp_path / "no" / "printed.pdf"))
    printing.print_on(opened[0], printer, opened[0].on_paper)

    assert said == ["The printer cannot be used. Choose another one, or save it as PDF."]


def test_the_print_preview_shows_every_page(
    qtbot: QtBot, opened: Opened, to_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: list[int] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        (shown,) = dialog.findChildren(QPrintPreviewWidget)
        counts.append(shown.pageCount())
        dialog.close()

    QTimer.singleShot(0, look)
    opened[0].preview_print()

    assert counts == [8]
