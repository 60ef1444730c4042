"""Text in figures: its font, how wide it is set, and how it is cut or broken to fit. Knows matplotlib, no figure.

Text is 9 points at the size a picture is shown at.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Picture
from matplotlib.font_manager import FontProperties, findfont, get_font

CM_PER_INCH = 2.54
DPI = 220
TEXT = FontProperties(family="DejaVu Sans", size=9)
"""DejaVu Sans comes with matplotlib, so that the picture is the same on every machine."""
BOLD = FontProperties(family="DejaVu Sans", size=9, weight="bold")
LINE_CM = 0.42
"""From one line to the next."""
CAPITAL_CM = 0.23
"""How high a capital letter is; words beside one another stand on one line."""
_MOST_CHARACTERS = 400
"""More than any line holds; the rest of a text need not be measured."""
_CUT = " ,.;:–-"
_STRANGE = "\N{WHITE SQUARE}"


def width(words: str, font: FontProperties = TEXT) -> float:
    """How wide the words are set, in centimetres."""
    pixels, _height, _descent = _renderer().get_text_width_height_descent(words, font, ismath=False)
    return float(pixels) / DPI * CM_PER_INCH


def fitted(words: str, room: float, font: FontProperties = TEXT) -> str:
    """The words in one line of so many centimetres, cut with an ellipsis where they are longer."""
    words = drawable(words[:_MOST_CHARACTERS])
    if width(words, font) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(words[:middle] + " …", font) <= room else (low, middle - 1)
    return words[:low].rstrip(_CUT) + " …"


def broken(words: str, room: float, most: int, font: FontProperties = TEXT) -> tuple[str, ...]:
    """The words in at most so many lines of so many centimetres; the last one is cut where there are more."""
    lines = list(_lines(drawable(words).split(), room, font))
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return tuple(fitted(line, room, font) for line in lines)


def drawable(words: str) -> str:
    """The words in one line, with a box for every character that the font lacks."""
    line = " ".join(words.split())
    return line if line.isascii() and line.isprintable() else "".join(map(_shown, line))


def _lines(words: list[str], room: float, font: FontProperties) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and width(longer, font) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


@cache
def _shown(character: str) -> str:
    known = character.isprintable() and get_font(findfont(TEXT)).get_char_index(ord(character))
    return character if known else _STRANGE


@cache
def _renderer() -> Any:
    """What measures text; matplotlib gives it no type."""
    return FigureCanvasAgg(Picture(dpi=DPI)).get_renderer()  # type: ignore[no-untyped-call]
