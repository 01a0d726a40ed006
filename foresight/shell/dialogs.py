"""Preferences, the shortcut overview, and About."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, qVersion
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
from foresight.core.words import LANGUAGE_NAMES, LANGUAGES, Language, _
from foresight.kit.labels import plain_label
from foresight.kit.problems import message_box
from foresight.shell.preferences import FIRST_THEME, Preferences, first_language, theme_name


class PreferencesDialog(QDialog):
    """Language, theme, panel. Restore defaults shows those of the first day; OK takes what is shown."""

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
        form.setSpacing(12)
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
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(20)
        column.addLayout(form)
        column.addWidget(buttons)
        self._show(preferences.language, preferences.theme, preferences.inspector_shown)

    def _show(self, language: Language, theme: Theme, inspector: bool) -> None:
        self.language.setCurrentIndex(self.language.findData(language))
        self.theme.setCurrentIndex(self.theme.findData(theme))
        self.inspector.setChecked(inspector)

    def _restore(self) -> None:
        self._show(first_language(), FIRST_THEME, True)

    def accept(self) -> None:
        self.preferences.language = self.language.currentData()
        self.preferences.theme = self.theme.currentData()
        self.preferences.inspector_shown = self.inspector.isChecked()
        super().accept()


class Shortcuts(QDialog):
    """Every action with its key, and the keys that work everywhere. ``parts`` are titles with their actions."""

    def __init__(self, parent: QWidget, parts: Sequence[tuple[str, Sequence[QAction]]], views: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(560, 600)
        native = QKeySequence.SequenceFormat.NativeText
        rows = [
            (part, action.iconText(), action.shortcut().toString(native))
            for part, actions in parts
            for action in actions
        ]
        self.table = _table(rows + _everywhere(views))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(buttons)


def _everywhere(views: int) -> list[tuple[str, str, str]]:
    """What keys do that belong to no action; ``views`` is how many ways of looking the method has."""
    native = QKeySequence.SequenceFormat.NativeText
    switches = [QKeySequence(f"Ctrl+{number}").toString(native) for number in (1, views)]
    rows = [
        (_("Next field, previous field"), "Tab, " + QKeySequence("Shift+Tab").toString(native)),
        (_("Walk lists, tables and pictures"), "← ↑ → ↓"),
        (_("Delete what is selected"), QKeySequence("Del").toString(native)),
        (_("Zoom a picture"), "Ctrl++, Ctrl+-, Ctrl+0"),
    ]
    if views > 1:
        rows.insert(0, (_("Another way of looking"), " – ".join(switches)))
    return [(_("Everywhere"), what, keys) for what, keys in rows]


def _table(rows: Sequence[tuple[str, str, str]]) -> QTableWidget:
    table = QTableWidget(len(rows), 3)
    table.setAccessibleName(_("Keyboard shortcuts"))
    table.setHorizontalHeaderLabels([_("Where"), _("What"), _("Keys")])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.verticalHeader().hide()
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.setItem(at, column, QTableWidgetItem(text))
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.resizeColumnToContents(0)
    table.resizeColumnToContents(2)
    table.selectRow(0)
    return table


def about(parent: QWidget) -> None:
    """What program this is, and under which licences."""
    text = _(
        "Foresight {version}\n\nCarries a strategic-foresight workshop on one laptop, offline.\nMIT licence. "
        "Built with Qt {qt} (LGPL), Python, pydantic, reportlab, networkx, numpy and pypdfium2. "
        "Type: IBM Plex Sans and DejaVu Sans. Icons: Lucide."
    )
    message_box(parent, _("About Foresight"), text.format(version=__version__, qt=qVersion())).exec()
