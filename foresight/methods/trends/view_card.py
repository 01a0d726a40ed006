"""The panel at the right: a trend with all its fields, its ratings and its driver."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHeaderView

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH, PROSE_LENGTH, clean_prose
from foresight.core.words import _, number, signed
from foresight.kit.fields import (
    MIXED,
    ChoiceField,
    Field,
    Form,
    LineField,
    ProseField,
    RefsField,
    TagsField,
    WrappedField,
)
from foresight.kit.grid import Grid, GridCells
from foresight.kit.labels import button, plain_label
from foresight.kit.rows import RowColumn, RowsField
from foresight.kit.session import Session
from foresight.methods.trends.analysis import Against, against, measure, ratings_of
from foresight.methods.trends.model import driver_of, make_drivers
from foresight.model.groups import Group, Groups
from foresight.model.ratings import HIGH, LOW, Rating, rate
from foresight.model.trends import (
    CATEGORIES,
    DIRECTIONS,
    KINDS,
    LIKELIHOODS,
    RINGS,
    STATUSES,
    Evidence,
    Trends,
    change_trend,
)

SUMMARY_LENGTH = 300
SCALES = "impact", "uncertainty"


class RatingsField(Field):
    """A row for each group: impact, uncertainty, and how far the group lies from the average of all.

    Digits 1 to 5 rate the cell, Delete clears it, Enter takes a half such as 3,5.
    """

    def __init__(self, session: Session) -> None:
        super().__init__("id", _("Ratings by group"))
        self.session = session
        self._trend: Id = ""
        self._document = session.document
        self.grid = Grid(session, _("Ratings by group"), self._cells, self._key, self._typed)
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.grid.verticalHeader().setMaximumWidth(110)
        self.put(self.grid)
        self.note = plain_label("", "small")
        self.column.addWidget(self.note)

    def show_document(self, document: Document) -> None:
        self._document = document

    def show_value(self, value: Any) -> None:
        self._trend = "" if value is MIXED else value
        groups = self._groups()
        self.grid.setVisible(bool(groups and self._trend))
        self.note.setText(
            _("Several trends are selected: rate them by digits, on the map or in the list.")
            if not self._trend
            else _("Digits rate, Delete clears. Brackets: distance from the average.")
            if groups
            else _("No groups yet. A rating on the map is the whole room's.")
        )
        self.grid.render_document(self._document)
        rows = sum(self.grid.rowHeight(at) for at in range(len(groups) + 1))
        self.grid.setFixedHeight(min(rows, 260) + self.grid.horizontalHeader().sizeHint().height() + 4)

    def _groups(self) -> tuple[Group, ...]:
        return self._document[Groups].groups

    def _cells(self, document: Document) -> GridCells:
        groups = self._groups()
        held = ratings_of(document, self._trend)
        by_group, off = {rating.group: rating for rating in held}, against(held)
        ratings, apart = [by_group.get(group.id) for group in groups], [off.get(group.id) for group in groups]

        def text(row: int, column: int) -> str:
            scale = SCALES[column]
            if row == len(groups):
                found = measure([score for each in ratings if (score := _score(each, scale)) is not None])
                return f"{number(found.median)} (n {found.n})" if found else "–"
            return _cell(ratings[row], apart[row], scale)

        return GridCells(
            [*(group.name for group in groups), _("Median")],
            [_("Impact"), _("Uncertainty")],
            text,
            enabled=lambda row, column: row < len(groups),
            bold=lambda row, column: row == len(groups),
        )

    def _key(self, row: int, column: int, character: str) -> Edit | None:
        if character == "\x7f":
            return self._rate(row, column, None)
        if character.isdecimal() and LOW <= int(character) <= HIGH:
            return self._rate(row, column, float(character))
        return None

    def _typed(self, row: int, column: int, text: str) -> Edit | None:
        try:
            score = float(text.split("(")[0].strip().replace(",", "."))
        except ValueError:
            return None if text.strip() else self._rate(row, column, None)
        return self._rate(row, column, score) if LOW <= score <= HIGH else None

    def _rate(self, row: int, column: int, score: float | None) -> Edit | None:
        groups = self._groups()
        return rate(self._trend, groups[row].id, **{SCALES[column]: score}) if row < len(groups) else None


def _score(rating: Rating | None, scale: str) -> float | None:
    found: float | None = getattr(rating, scale) if rating is not None else None
    return found


def _cell(rating: Rating | None, apart: Against | None, scale: str) -> str:
    """A group's score, and how far it is from the average where that is half a step or more: "5 (+1.3)"."""
    score = _score(rating, scale)
    if score is None:
        return "–"
    off: float | None = getattr(apart, scale) if apart is not None else None
    return f"{number(score)} ({signed(off)})" if off is not None and abs(off) >= 0.5 else number(score)


class DriverField(Field):
    """The driver that was made of the trend, or a button that makes one."""

    def __init__(self, session: Session) -> None:
        super().__init__("id", _("Driver"))
        self.session = session
        self._trend: Id = ""
        self.said = plain_label("")
        self.column.addWidget(self.said)
        self.make = button(_("Make driver"), self._make, icon_name="network")
        self.put(self.make)
        self.make.setAccessibleName(_("Make driver"))

    def show_value(self, value: Any) -> None:
        self._trend = "" if value is MIXED else value
        driver = driver_of(self.session.document, self._trend)
        self.said.setText(driver.title if driver else "")
        self.said.setVisible(driver is not None)
        self.make.setVisible(driver is None and bool(self._trend))

    def _make(self) -> None:
        self.session.seal()
        self.session.do(make_drivers(self.session.document, [self._trend]))


def card(session: Session) -> Form:
    """All fields of a trend."""
    none = _("Not said")
    return Form(
        session,
        [
            WrappedField("title", _("Title"), lines=2, limit=LINE_LENGTH),
            WrappedField("summary", _("Summary"), _("What it is, in 300 characters"), lines=3, limit=SUMMARY_LENGTH),
            (ChoiceField("category", _("Category"), _words(CATEGORIES)), ChoiceField("kind", _("Kind"), _words(KINDS))),
            RatingsField(session),
            (
                ChoiceField("ring", _("Ring"), _words(RINGS), none),
                LineField("time_to_impact", _("Time to impact"), _("such as 5–10 years")),
            ),
            (
                ChoiceField("likelihood", _("Likelihood"), _words(LIKELIHOODS), none),
                ChoiceField("direction", _("Direction"), _words(DIRECTIONS), none),
            ),
            ProseField("description", _("Description"), lines=3),
            RowsField(
                "evidence",
                _("Evidence"),
                [
                    RowColumn("text", _("What it shows"), clean_prose, limit=PROSE_LENGTH),
                    RowColumn("source", _("Source"), width=90),
                    RowColumn("date", _("Date"), width=56),
                ],
                Evidence,
                {"text": "", "source": "", "date": ""},
            ),
            RefsField("related", _("Related trends"), _others(session)),
            TagsField("tags", _("Tags")),
            DriverField(session),
            (ChoiceField("status", _("Status"), _words(STATUSES)), LineField("owner", _("Owner"))),
            TagsField("languages", _("Languages of the sources"), _("such as nb, en")),
        ],
        _write,
    )


def _write(trend: Id, **changes: Any) -> Edit:
    return change_trend(trend, **changes)


def _words(texts: dict[Any, str]) -> dict[Any, str]:
    return {key: _(text) for key, text in texts.items()}


def _others(session: Session) -> Callable[[Document], list[tuple[Id, str]]]:
    """All trends but those selected, with their numbers."""

    def choices(document: Document) -> list[tuple[Id, str]]:
        held = enumerate(document[Trends].trends, 1)
        return [(trend.id, f"{n} {trend.title}") for n, trend in held if trend.id not in session.selection]

    return choices
