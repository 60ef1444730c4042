"""What happens in a document, in the order that it is read: paragraphs, tables, pictures, fields. Data only.

Events of pieces of XML with the same bones are the same objects, so that what has been found out of one need not be found out again.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class RunLook:
    """How a piece of text is made to look by what stands on it itself. "" and 0 where it says nothing."""

    style: str = ""
    colour: str = ""
    fill: str = ""
    half_points: int = 0
    bold: bool | None = None
    has_text: bool = False


@dataclass(slots=True, eq=False)
class ParagraphPart:
    """A paragraph; or what of it stands before, between or after paragraphs within it (in a text box)."""

    style: str = ""
    level: int = -1
    """The outline level it has of its own, 1 to 9; 0 for body text, -1 where it says nothing."""
    listed: bool | None = None
    fill: str = ""
    runs: list[RunLook] = field(default_factory=list)
    first_text: int = -1
    """Where in the piece its first text begins; -1 if it has none."""
    has_object: bool = False
    """Whether it holds a picture, a break, a field: something other than text."""
    links: bool = False
    whole: bool = True


@dataclass(slots=True, eq=False)
class TableOpens:
    """A table begins. Widths in twips."""

    style: str = ""
    fill: str = ""
    width: int = 0
    grid: list[int] = field(default_factory=list)
    indent: int = 0
    percent: float = 0
    first_row: bool = False
    first_column: bool = False
    titled: bool = False


@dataclass(slots=True, eq=False)
class RowOpens:
    """A row begins."""

    heads: bool = False
    whole: bool = False
    """Whether it is kept on one page."""
    skipped: int = 0
    """Columns of the grid left out before and after its cells."""


@dataclass(slots=True, eq=False)
class CellOpens:
    """A cell begins."""

    fill: str = ""
    span: int = 1
    merged: bool = False


@dataclass(slots=True, eq=False)
class CellCloses:
    """A cell ends."""


@dataclass(slots=True, eq=False)
class RowCloses:
    """A row ends."""


@dataclass(slots=True, eq=False)
class TableCloses:
    """A table ends."""


@dataclass(slots=True, eq=False)
class Drawing:
    """A picture, a chart or a shape."""

    name: str = ""
    text: str = ""
    """The alternative text, both its title and its description."""
    floating: bool = False
    decorative: bool = False
    watermark: bool = False


@dataclass(slots=True, eq=False)
class TextBox:
    """The content of a text box begins."""


@dataclass(slots=True, eq=False)
class Control:
    """A content control, with a title or without."""

    titled: bool = False


@dataclass(slots=True, eq=False)
class FieldMark:
    """A field "begin"s, is "told" what to do, or "end"s."""

    kind: str
    instruction: str = ""
    """What it is told, where that stands in an attribute; "" where it is text."""


@dataclass(slots=True, eq=False)
class Section:
    """A section ends, whose text is so many twips wide; 0 where it does not say."""

    page: int = 0
    left: int = 0
    right: int = 0


Event = (
    ParagraphPart
    | TableOpens
    | RowOpens
    | CellOpens
    | CellCloses
    | RowCloses
    | TableCloses
    | Drawing
    | TextBox
    | Control
    | FieldMark
    | Section
)
