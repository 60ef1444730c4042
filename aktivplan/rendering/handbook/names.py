"""The ids of the styles and lists that blocks refer to; `styles` and `numbering` say how they look."""

from __future__ import annotations

from typing import Final

NORMAL: Final = "Normal"
TITLE: Final = "Title"
SUBTITLE: Final = "Subtitle"
COVER_NAME: Final = "CoverName"
COVER_TEXT: Final = "CoverText"
CONTENTS_HEADING: Final = "TOCHeading"
QUIET: Final = "Quiet"
DESCRIPTION: Final = "Description"
CAPTION: Final = "Caption"
FIGURE: Final = "Figure"
FIGURE_CAPTION: Final = "FigureCaption"
LIST_BULLET: Final = "ListBullet"
LIST_NUMBER: Final = "ListNumber"
CELL: Final = "Cell"
CELL_TITLE: Final = "CellTitle"
CELL_HEAD: Final = "CellHead"
CELL_LABEL: Final = "CellLabel"
CELL_LAST_LABEL: Final = "CellLastLabel"
CELL_BULLET: Final = "CellBullet"
CELL_NUMBER: Final = "CellNumber"
CELL_ENTRY: Final = "CellEntry"
AFTER_BLOCK: Final = "AfterBlock"
CARDS_TITLE: Final = "CardsTitle"
CARD_TITLE: Final = "CardTitle"
HEADER: Final = "Header"
FOOTER: Final = "Footer"
HYPERLINK: Final = "Hyperlink"
STRONG: Final = "Strong"
TABLE: Final = "AktivplanTable"

GUIDANCE: Final = "Guidance"

BULLETS: Final = 9001
"""The list every bulleted paragraph belongs to; numbered lists get one each, from the next number on.

So high that no list of the user's own has the number.
"""
DEEPEST_HEADING: Final = 9


def heading_style(level: int) -> str:
    """The id of the built-in heading style of that level."""
    return f"Heading{level}"


def contents_style(level: int) -> str:
    """The id of the built-in style of contents entries of that level."""
    return f"TOC{level}"
