"""Preferences, the shortcut overview, and About."""

from collections.abc import Sequence

from PySide6.QtCore import qVersion
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from foresight import __version__
from foresight.core.look import THEMES, Theme
from foresight.core.words import LANGUAGES, Language, _
from foresight.kit.labels import plain_label
from foresight.kit.problems import message_box
from foresight.shell.preferences import Preferences

LANGUAGE_NAMES: dict[Language, str] = {"en": "English", "nb": "Norsk bokmål"}


def theme_name(theme: Theme) -> str:
    """The theme in the user's words."""
    return {"light": _("Light"), "dark": _("Dark"), "contrast": _("High contrast")}[theme]


class PreferencesDialog(QDialog):
    """Language, theme, panel; OK takes them, Restore defaults puts them back to the first day."""

    def __init__(self, parent: QWidget, preferences: Preferences) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Preferences"))
        self.preferences = preferences
        self.language = QComboBox()
        for language in LANGUAGES:
            self.language.addItem(LANGUAGE_NAMES[language], language)
        self.theme = QComboBox()
        for theme in THEMES:
            self.theme.addItem(theme_name(theme), theme)
        self.inspector = QCheckBox(_("Show the inspector at the right"))
        form = QFormLayout()
        for text, box in ((_("Language"), self.language), (_("Theme"), self.theme)):
            label = plain_label(text)
            label.setBuddy(box)
            box.setAccessibleName(text)
            form.addRow(label, box)
        form.addRow(self.inspector)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel | standard.RestoreDefaults)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(standard.RestoreDefaults).clicked.connect(self._restore)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)
        self._show()

    def _show(self) -> None:
        self.language.setCurrentIndex(self.language.findData(self.preferences.language))
        self.theme.setCurrentIndex(self.theme.findData(self.preferences.theme))
        self.inspector.setChecked(self.preferences.inspector_shown)

    def _restore(self) -> None:
        recent = self.preferences.recent
        self.preferences.reset()
        for path in reversed(recent):
            self.preferences.remember(path)
        self._show()

    def accept(self) -> None:
        self.preferences.language = self.language.currentData()
        self.preferences.theme = self.theme.currentData()
        self.preferences.inspector_shown = self.inspector.isChecked()
        super().accept()


class Shortcuts(QDialog):
    """Every action that has a key, and the keys that work everywhere."""

    def __init__(self, parent: QWidget, parts: Sequence[tuple[str, Sequence[QAction]]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(520, 560)
        rows = [
            (part, action.text().replace("&", ""), keys)
            for part, actions in parts
            for action in actions
            if (keys := action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        ]
        everywhere = _("Everywhere")
        rows += [
            (everywhere, _("Next field, previous field"), "Tab, Shift+Tab"),
            (everywhere, _("Walk lists, tables and pictures"), "← ↑ → ↓"),
            (everywhere, _("Delete what is selected"), _("Del")),
            (everywhere, _("Zoom a picture"), "Ctrl++, Ctrl+-, Ctrl+0"),
        ]
        table = QTableWidget(len(rows), 3)
        table.setAccessibleName(_("Keyboard shortcuts"))
        table.setHorizontalHeaderLabels([_("Where"), _("What"), _("Keys")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                table.setItem(at, column, QTableWidgetItem(text))
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.resizeColumnToContents(0)
        table.resizeColumnToContents(2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column_layout = QVBoxLayout(self)
        column_layout.addWidget(table)
        column_layout.addWidget(buttons)


def about(parent: QWidget) -> None:
    """What program this is, and under which licences."""
    text = _(
        "Foresight {version}\n\nCarries a strategic-foresight workshop on one laptop, offline.\nMIT licence. "
        "Built with Qt {qt} (LGPL), Python, pydantic, reportlab, networkx, numpy and pypdfium2. "
        "Type: IBM Plex Sans and DejaVu Sans. Icons: Lucide."
    )
    message_box(parent, _("About Foresight"), text.format(version=__version__, qt=qVersion())).exec()
