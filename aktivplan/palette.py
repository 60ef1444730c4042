"""The one palette of everything that is rendered: documents, workbooks and figures. Knows no library.

Every colour is an ``#RRGGBB`` string. Text colours have a contrast of 4.5:1 or more on white and on the tints named
with them; `CATEGORIES`, `ACCENT` and `STRONG_LINE` have 3:1 or more on white. Colour never carries a meaning alone.
"""

from __future__ import annotations

from dataclasses import dataclass

WHITE = "#FFFFFF"
INK = "#1F2933"
"""Body text."""
GREY = "#52606D"
"""Secondary text: captions, provenance, page numbers."""
STRONG_LINE = "#7B8794"
"""Axes and borders that must be seen."""
LINE = "#CBD2D9"
"""Hairlines between rows; decoration only."""
FAINT = "#F3F5F7"
"""Banding and quiet boxes."""

ACCENT = "#1B4B66"
"""Headings, table headers (with white text), links."""
ACCENT_TINT = "#E4EEF3"
"""A light surface of the accent, for ink or accent text."""
LEADERS = "#5B4A8A"
"""Headings of fields for leaders (with white text)."""
LEADERS_TINT = "#F1EDF8"
"""Cells for leaders to fill in."""

CATEGORIES = ("#1F78A8", "#C2570C", "#2B7F62", "#8F2D56", "#4F51A3", "#7D6B00")
"""Six colours that tell series apart, in this order: blue, orange, green, wine, indigo, olive."""


@dataclass(frozen=True, slots=True)
class Tone:
    """Text on a tint, for a status that stands there as a word as well."""

    text: str
    tint: str


GOOD = Tone("#1E6B3C", "#E3F2E8")
"""Answered, accepted, taken in."""
CAUTION = Tone("#7A4A00", "#FFF1D6")
"""Warnings, gaps, missing units."""
BAD = Tone("#9B1C1C", "#FBE6E4")
"""Errors, rejected files, rows not taken in."""
QUIET = Tone("#3E4C59", "#E9EDF1")
"""Notes, skipped files."""


def contrast(one: str, other: str) -> float:
    """How well two colours are told apart: 1 for the same, 21 for black and white (WCAG 2.1)."""
    first, second = sorted((_luminance(one), _luminance(other)))
    return (second + 0.05) / (first + 0.05)


def _luminance(colour: str) -> float:
    parts = [byte / 255 for byte in bytes.fromhex(colour[1:])]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def mixed(light: str, dark: str, share: float) -> str:
    """The colour that lies this share of the way from one to the other."""
    pairs = zip(bytes.fromhex(light[1:]), bytes.fromhex(dark[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * share) for a, b in pairs).hex().upper()


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of a page on a screen, light or dark. Texts have a contrast of 4.5:1 on every surface they stand on."""

    paper: str
    faint: str
    """Quiet boxes."""
    tint: str
    """A surface that stands out a little."""
    ink: str
    grey: str
    """Secondary text."""
    accent: str
    """Headings and links."""
    head: str
    """The surface of a table's headings."""
    on_head: str
    """Text on it."""
    strong_line: str
    """Edges of what can be filled in or pressed: 3:1 on paper and faint."""
    line: str


LIGHT = Scheme(
    paper=WHITE,
    faint=FAINT,
    tint=ACCENT_TINT,
    ink=INK,
    grey=GREY,
    accent=ACCENT,
    head=ACCENT,
    on_head=WHITE,
    strong_line=STRONG_LINE,
    line=LINE,
)
DARK = Scheme(
    paper="#14191F",
    faint="#1C232B",
    tint="#1F3540",
    ink="#E7EBEF",
    grey="#AEB8C2",
    accent="#8FC7E6",
    head="#23485E",
    on_head=WHITE,
    strong_line="#8A97A5",
    line="#3A4651",
)
