"""The look of core.look as Qt fonts, palette, style sheet and icons."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from foresight.core.encoding import collector_paused
from foresight.core.folders import RESOURCES
from foresight.core.look import FALLBACK_FONT, FONT, LIGHT, LOOKS, SIZES, Look, Theme

_look = LIGHT
_scale = 1.0


def look() -> Look:
    """The look of the window now."""
    return _look


def colour(token: str) -> QColor:
    """The colour of a token now."""
    return QColor(_look[token])


@cache
def _load_fonts() -> None:
    # Bold is not loaded: look.md knows regular and semibold only. DejaVu comes in for scripts that Plex lacks.
    for name in ("IBMPlexSans-Regular", "IBMPlexSans-SemiBold", "IBMPlexSans-Italic", "DejaVuSans"):
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"{name}.ttf"))


def font(size: str = "body", *, semibold: bool = False) -> QFont:
    """A font of the program: size small, body, lead, title or display."""
    made = QFont([FONT, FALLBACK_FONT])
    made.setPixelSize(scaled(SIZES[size]))
    made.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    return made


def scaled(pixels: float) -> int:
    """A length that goes with the type: larger in presenter size."""
    return round(pixels * _scale)


def apply_theme(app: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Give the whole program this theme, with type ``scale`` times as large (presenter size)."""
    global _look, _scale
    _load_fonts()
    _look, _scale = LOOKS[theme], scale
    sheet = _style_sheet(_look)
    if app.styleSheet() == sheet and app.font() == font():
        return  # it is so already; Qt would polish every widget there is anew
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    with collector_paused():  # Qt walks over all widgets, and must not lose one that Python finds in a cycle
        app.setFont(font())
        app.setPalette(_palette(_look))
        app.setStyleSheet(sheet)
    icon.cache_clear()


def _palette(look: Look) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: look.ground,
        role.WindowText: look.ink,
        role.Base: look.surface,
        role.AlternateBase: look.raised,
        role.Text: look.ink,
        role.PlaceholderText: look.muted,
        role.Button: look.surface,
        role.ButtonText: look.ink,
        role.BrightText: look.danger,
        role.Highlight: look.selection,
        role.HighlightedText: look.ink,
        role.Accent: look.accent,
        role.Link: look.accent,
        role.LinkVisited: look.accent,
        role.ToolTipBase: look.surface,
        role.ToolTipText: look.ink,
        role.Light: look.surface,
        role.Midlight: look.raised,
        role.Mid: look.line,
        role.Dark: look.muted,
        role.Shadow: look.line,
    }
    for name, value in colours.items():
        palette.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(look.muted))
    return palette


def _drawing(name: str, look: Look) -> str:
    """The file of a small drawing that style sheets use: they cannot colour one."""
    ground = "dark" if look.name == "dark" else "light"
    return f'"{(RESOURCES / "indicators" / f"{name}-{ground}.svg").as_posix()}"'


def _style_sheet(look: Look) -> str:
    return f"""
QWidget[role="muted"] {{ color: {look.muted}; }}
QWidget[role="danger"] {{ color: {look.danger}; }}
QWidget[role="surface"], QFrame[role="surface"] {{ background: {look.surface}; }}
QFrame[role="card"] {{ background: {look.surface}; border: 1px solid {look.line}; border-radius: 6px; }}
QFrame[role="line"] {{ background: {look.line}; border: none; max-height: 1px; min-height: 1px; }}
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit {{
  background: {look.surface}; border: 1px solid {look.line}; border-radius: 4px; padding: 4px 6px; color: {look.ink};
  placeholder-text-color: {look.muted}; selection-background-color: {look.selection};
  selection-color: {look.ink}; }}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus,
QTableView:focus, QListView:focus, QGraphicsView:focus {{ border: 2px solid {look.accent}; }}
QLineEdit:focus, QSpinBox:focus, QDateEdit:focus {{ padding: 3px 5px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QPlainTextEdit[role="quiet"], QComboBox[role="quiet"], QLineEdit[role="quiet"], QListView[role="quiet"] {{
  background: transparent; border: 1px solid transparent;
  border-radius: 4px; padding: 1px 3px; }}
QPlainTextEdit[role="quiet"]:hover, QComboBox[role="quiet"]:hover, QLineEdit[role="quiet"]:hover,
QListView[role="quiet"]:focus {{ border: 1px solid {look.line}; }}
QPlainTextEdit[role="quiet"]:focus, QLineEdit[role="quiet"]:focus {{ background: {look.surface};
  border: 2px solid {look.accent}; padding: 0 2px; }}
QPushButton, QToolButton {{ background: {look.surface}; border: 1px solid {look.line}; border-radius: 4px;
  padding: 5px 12px; color: {look.ink}; }}
QToolButton {{ padding: 4px 8px; }}
QPushButton:hover, QToolButton:hover {{ background: {look.raised}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {look.selection}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {look.accent}; padding: 4px 11px; }}
QToolButton:focus {{ padding: 3px 7px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {look.muted}; border-style: dashed; }}
QPushButton:checked, QToolButton:checked {{ background: {look.selection}; border: 1px solid {look.accent}; }}
QPushButton:checked:focus, QToolButton:checked:focus {{ border: 2px solid {look.accent}; }}
QPushButton[role="primary"], QToolButton[role="primary"] {{ background: {look.accent}; color: {look.on_accent};
  border: 1px solid {look.accent}; }}
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus {{ border: 2px solid {look.ink}; }}
QPushButton[role="primary"]:disabled, QToolButton[role="primary"]:disabled {{ background: transparent;
  color: {look.muted}; border: 1px dashed {look.line}; }}
QPushButton[role="quiet"], QToolButton[role="quiet"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[role="slot"] {{ background: transparent; border: 1px dashed {look.muted}; color: {look.muted}; }}
QPushButton[role="slot"]:hover {{ background: {look.raised}; }}
QPushButton[role="slot"]:focus {{ border: 2px solid {look.accent}; }}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{ background: {look.raised}; }}
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {{ border: 2px solid {look.accent}; }}
QToolButton[role="quiet"]:checked {{ background: {look.selection}; border: 1px solid {look.accent}; }}
QToolButton[role="quiet"]:checked:focus {{ border: 2px solid {look.accent}; }}
QPushButton[role="file"] {{ text-align: left; padding: 5px 8px; }}
QPushButton[role="file"]:focus {{ padding: 4px 7px; }}
QProgressBar {{ background: {look.raised}; border: 1px solid {look.line}; border-radius: 4px; max-height: 8px; }}
QProgressBar::chunk {{ background: {look.accent}; border-radius: 3px; }}
QFrame[role="banner"] {{ background: {look.selection}; border-radius: 6px; }}
QLabel[role="leaf"] {{ background: {look.surface}; border: 1px solid {look.line}; }}
QScrollArea[role="pages"]:focus {{ border: 2px solid {look.accent}; }}
QToolButton[role="rail"] {{ background: transparent; border: 1px solid transparent; text-align: left;
  padding: 3px 8px; border-radius: 4px; }}
QToolButton[role="rail"]:hover {{ background: {look.raised}; }}
QToolButton[role="rail"]:checked {{ background: {look.selection}; border: 1px solid {look.selection};
  color: {look.ink}; font-weight: 600; }}
QToolButton[role="rail"]:focus {{ border: 2px solid {look.accent}; padding: 2px 7px; }}
QComboBox {{ background: {look.surface}; border: 1px solid {look.line}; border-radius: 4px; padding: 3px 6px;
  min-height: 22px; }}
QComboBox:focus {{ border: 2px solid {look.accent}; padding: 2px 5px; }}
QComboBox:disabled {{ color: {look.muted}; border-style: dashed; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url({_drawing("chevron-down", look)}); width: 14px; height: 14px; }}
QCheckBox::indicator, QListView::indicator, QTableView::indicator {{ width: 14px; height: 14px;
  background: {look.surface}; border: 1px solid {look.muted}; border-radius: 3px; }}
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {{
  image: url({_drawing("check", look)}); }}
QCheckBox::indicator:indeterminate {{ image: url({_drawing("minus", look)}); }}
QCheckBox::indicator:focus {{ border: 2px solid {look.accent}; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: none; background: transparent; padding: 0; }}
QHeaderView {{ background: {look.surface}; }}
QHeaderView::section {{ background: {look.surface}; color: {look.muted}; border: none;
  border-bottom: 1px solid {look.line}; padding: 5px 6px; }}
QTableCornerButton::section {{ background: {look.surface}; border: none; border-bottom: 1px solid {look.line}; }}
QTableView, QListView, QTreeView, QGraphicsView {{ background: {look.surface}; border: 1px solid {look.line};
  border-radius: 4px; gridline-color: {look.line}; alternate-background-color: {look.raised}; }}
QTableView::item {{ padding: 0 3px; }}
QTableView::item:selected, QListView::item:selected {{ background: {look.selection}; color: {look.ink}; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget[role="page"] {{ background: transparent; }}
QToolTip {{ background: {look.surface}; color: {look.ink}; border: 1px solid {look.line}; padding: 4px; }}
QMenu {{ background: {look.surface}; border: 1px solid {look.line}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 12px; border-radius: 4px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {look.selection}; color: {look.ink}; }}
QMenu::item:disabled {{ color: {look.muted}; }}
QMenu::separator {{ height: 1px; background: {look.line}; margin: 4px 8px; }}
QMenuBar {{ background: {look.ground}; }}
QMenuBar::item {{ padding: 4px 10px; background: transparent; }}
QMenuBar::item:selected {{ background: {look.selection}; color: {look.ink}; border-radius: 4px; }}
QStatusBar {{ background: {look.ground}; color: {look.muted}; border-top: 1px solid {look.line}; }}
QStatusBar::item {{ border: none; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {look.line}; border-radius: 4px; margin: 1px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {look.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
"""


@cache
def icon(name: str, token: str = "ink", size: int = 20) -> QIcon:
    """The line drawing ``resources/icons/{name}.svg`` in the colour of a token; an empty icon for no name."""
    if not name:
        return QIcon()
    svg = (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8").replace("currentColor", _look[token])
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    made = QIcon()
    for factor in (1, 2):
        pixmap = QPixmap(size * factor, size * factor)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size * factor, size * factor))
        painter.end()
        pixmap.setDevicePixelRatio(factor)
        made.addPixmap(pixmap)
    return made
