"""The line at the foot: whether the work is safe, how much of it there is, and the language."""

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStatusBar, QToolButton

from foresight.core.document import Document, Entity
from foresight.core.words import LANGUAGE_NAMES, LANGUAGES, _, date, language, ngettext
from foresight.kit.labels import plain_label, tip
from foresight.model.drivers import Driver, Drivers
from foresight.model.groups import Group, Groups
from foresight.model.scenarios import Scenario, Scenarios
from foresight.model.trends import Trend, Trends
from foresight.shell.workshop_file import WorkshopFile


class Status(QStatusBar):
    """``language_wanted(code)`` when another language is asked for."""

    language_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(12, 0, 0, 0)
        self.state = plain_label("", "small", wrap=False)
        self.addWidget(self.state)
        for code in LANGUAGES:
            made = QToolButton()
            made.setText(code)
            made.setProperty("role", "quiet")
            made.setCheckable(True)
            made.setChecked(code == language())
            made.setAccessibleName(LANGUAGE_NAMES[code])
            tip(made, LANGUAGE_NAMES[code])
            made.clicked.connect(lambda _checked=False, code=code: self.language_wanted.emit(code))
            self.addPermanentWidget(made)

    def show_state(self, *parts: str) -> None:
        """Show these parts, leaving out what is empty."""
        self.state.setText(" · ".join(part for part in parts if part))


def safety(file: WorkshopFile) -> str:
    """Whether the work is safe, in a few words."""
    if file.session.read_only:
        return _("Read only")
    if file.is_modified:
        return _("Unsaved changes; a safety copy is kept")
    saved = file.saved_at
    return _("Saved {time}").format(time=_when(saved)) if saved is not None else _("Not in a file yet")


def _when(saved: datetime.datetime) -> str:
    today = datetime.datetime.now().astimezone().date()
    return f"{saved:%H:%M}" if saved.date() == today else date(saved.date())


def counts(document: Document) -> list[str]:
    """How many of the main things there are: "36 trends", "14 drivers" ..., without those there are none of."""
    numbers: list[tuple[type[Entity], int]] = [
        (Trend, len(document[Trends].trends)),
        (Driver, len(document[Drivers].drivers)),
        (Scenario, len(document[Scenarios].scenarios)),
        (Group, len(document[Groups].groups)),
    ]
    return [f"{count} {ngettext(*kind.noun, count)}" for kind, count in numbers if count]
