"""Whether text can be read: its contrast against what lies behind it, and its size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from aktivplan.linting.events import ParagraphPart, RunLook
from aktivplan.linting.styles import Look, Styles

LEAST_POINTS = 10
_LEAST, _LEAST_OF_LARGE = 4.5, 3.0
_LARGE, _LARGE_IF_BOLD = 36, 28
"""Half-points."""
_WORDS_OWN_SIZE = 20
"""Half-points, where nothing says otherwise."""
_WHITE = "FFFFFF"


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """What a paragraph stands in. Colours are "" where nothing is said. There is one for all places that are alike."""

    cell_fill: str = ""
    table_fill: str = ""
    table_style: str = ""
    in_first_row: bool = False
    in_first_column: bool = False


class Poor(NamedTuple):
    """Text that is hard to read: its contrast to one place of decimals, and the two colours."""

    ratio: float
    colour: str
    background: str


def poor_contrast(part: ParagraphPart, around: Around, styles: Styles) -> Poor | None:
    """The poorest of the paragraph's texts whose contrast is too low; None if all of them can be read."""
    poor = [found for run in part.runs if (found := _poor(run, part, around, styles))]
    return min(poor, default=None)


def smallest(part: ParagraphPart, around: Around, styles: Styles) -> float:
    """The size of the smallest text, in points."""
    sizes = (_whole_look(run, part, around, styles).half_points or _WORDS_OWN_SIZE for run in part.runs)
    return min(sizes, default=_WORDS_OWN_SIZE) / 2


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG works it out."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _poor(run: RunLook, part: ParagraphPart, around: Around, styles: Styles) -> Poor | None:
    look = _whole_look(run, part, around, styles)
    # Word itself chooses black or white where the colour is left to it.
    if look.colour in ("", "auto"):
        return None
    behind = (look.fill, part.fill, look.paragraph_fill, around.cell_fill, *_behind(around, styles), _WHITE)
    background = next(fill for fill in behind if fill not in ("", "auto"))
    size = look.half_points or _WORDS_OWN_SIZE
    large = size >= _LARGE or (size >= _LARGE_IF_BOLD and look.bold)
    ratio = contrast(look.colour, background)
    if ratio >= (_LEAST_OF_LARGE if large else _LEAST):
        return None
    # Cut, not rounded: 4.46 is not to be told as 4.5.
    return Poor(int(ratio * 10) / 10, f"#{look.colour}", f"#{background}")


def _whole_look(run: RunLook, part: ParagraphPart, around: Around, styles: Styles) -> Look:
    own = Look(run.colour, run.fill, "", run.half_points, run.bold)
    table = Look()
    for one in _table_looks(around, styles):
        table = table.over(Look(one.colour, "", "", one.half_points, one.bold))
    return (
        own.over(styles.run_look(run.style)).over(styles.look(part.style)).over(table).over(styles.defaults)
    )


def _table_looks(around: Around, styles: Styles) -> tuple[Look, ...]:
    table = styles.table(around.table_style)
    first_row = (table.first_row,) if around.in_first_row else ()
    first_column = (table.first_column,) if around.in_first_column else ()
    return (*first_row, *first_column, table.whole)


def _behind(around: Around, styles: Styles) -> tuple[str, ...]:
    *parts, whole = (look.fill for look in _table_looks(around, styles))
    return (*parts, around.table_fill, whole)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
