"""The look in one place: colours, marks, type sizes. Qt-free, so that screen and print share it."""

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark", "contrast"]
THEMES: tuple[Theme, ...] = ("light", "dark", "contrast")

FONT = "IBM Plex Sans"
FALLBACK_FONT = "DejaVu Sans"
SIZES = {"small": 12, "body": 13, "lead": 15, "title": 20, "display": 28}
"""Type sizes on screen in pixels at 100 %."""

MARKS = ("circle", "triangle", "square", "diamond")
"""The marks of scenarios A to D: colour is never the only sign."""


@dataclass(frozen=True)
class Look:
    """Colour tokens, as #rrggbb. Text pairs reach a contrast of 4.5:1 (a test computes it)."""

    name: Theme
    ground: str
    """Behind everything."""
    surface: str
    """Cards, fields, tables, paper."""
    raised: str
    """Hover, alternate rows, chips."""
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    selection: str
    """Behind selected text and rows, with ink on it."""
    danger: str
    positive: str
    """Links that push in the same direction, scores that are good; always with a + beside it."""
    negative: str
    """Links that push in the opposite direction, scores that are bad; always with a - beside it."""
    scenario_a: str
    scenario_b: str
    scenario_c: str
    scenario_d: str
    critical: str
    """Tint of the zone of critical uncertainties; ink is readable on it, as on the three that follow."""
    given: str
    watch: str
    drop: str
    warm: str
    """Tint for scores above zero in tables, ink on it."""
    cool: str
    """Tint for scores below zero in tables, ink on it."""

    def __getitem__(self, token: str) -> str:
        """The colour of a token by name."""
        colour: str = getattr(self, token)
        return colour

    @property
    def scenarios(self) -> tuple[str, str, str, str]:
        """The colours of scenarios A to D."""
        return self.scenario_a, self.scenario_b, self.scenario_c, self.scenario_d


LIGHT = Look(
    name="light",
    ground="#FAFAF7",
    surface="#FFFFFF",
    raised="#F0F2F0",
    ink="#1F2933",
    muted="#52606D",
    line="#D9DEE4",
    accent="#1F5F8B",
    on_accent="#FFFFFF",
    selection="#D6E6F1",
    danger="#B42318",
    positive="#00694E",
    negative="#A34700",
    scenario_a="#0072B2",
    scenario_b="#D55E00",
    scenario_c="#009E73",
    scenario_d="#8A4FBE",
    critical="#FBE9DA",
    given="#DCEBF5",
    watch="#F1ECF8",
    drop="#F0F1EE",
    warm="#D8EEE4",
    cool="#FBE3D0",
)

DARK = Look(
    name="dark",
    ground="#161B20",
    surface="#1E252C",
    raised="#29323B",
    ink="#E8ECEF",
    muted="#A9B5C0",
    line="#3B4650",
    accent="#7DB8DF",
    on_accent="#0E1A22",
    selection="#28465B",
    danger="#FF9C90",
    positive="#6CCFAE",
    negative="#F3A66B",
    scenario_a="#56B4E9",
    scenario_b="#F08A45",
    scenario_c="#3FC49C",
    scenario_d="#BC91E6",
    critical="#46311F",
    given="#1F3A4D",
    watch="#352B45",
    drop="#2A2F33",
    warm="#1F4538",
    cool="#4D3220",
)

CONTRAST = Look(
    name="contrast",
    ground="#FFFFFF",
    surface="#FFFFFF",
    raised="#FFFFFF",
    ink="#000000",
    muted="#000000",
    line="#000000",
    accent="#003A6B",
    on_accent="#FFFFFF",
    selection="#FFE680",
    danger="#8B0000",
    positive="#004D38",
    negative="#7A2E00",
    scenario_a="#00518A",
    scenario_b="#9A3B00",
    scenario_c="#00633F",
    scenario_d="#5B2494",
    critical="#FFF3E6",
    given="#E8F3FC",
    watch="#F6EFFD",
    drop="#F5F5F5",
    warm="#E0F5EC",
    cool="#FFF0E3",
)

LOOKS: dict[Theme, Look] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
PRINT = LIGHT


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1..21 (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
