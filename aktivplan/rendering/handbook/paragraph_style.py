"""A paragraph style as data, and as WordprocessingML. Knows nothing of how the handbook is to look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style. Sizes and distances in points, line height as a multiple, indents in twips."""

    id: str
    name: str
    based_on: str = "Normal"
    following: str = ""
    size: float = 0
    bold: bool = False
    colour: str = ""
    before: float | None = None
    after: float | None = None
    line: float = 0
    indent: int = 0
    hanging: int = 0
    keep_with_next: bool | None = None
    new_page: bool = False
    outline: int = 0
    """The heading level, 0 for what is no heading."""
    borders: str = ""
    tabs: str = ""
    hyphenated: bool | None = None
    custom: bool = False
    """Whether Word has no style of that name of its own."""
    spaced: float = 0
    """Letters set wider, in points."""


def style_element(style: ParagraphStyle) -> str:
    """The style as it stands in the part of styles."""
    custom = ' w:customStyle="1"' if style.custom else ""
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}<w:qFormat/>'
        f"<w:pPr>{''.join(_paragraph_properties(style))}</w:pPr>"
        f"<w:rPr>{''.join(_run_properties(style))}</w:rPr></w:style>"
    )


def _paragraph_properties(style: ParagraphStyle) -> Iterator[str]:
    """In the order that the schema wants them."""
    if style.keep_with_next is not None:
        yield "<w:keepNext/>" if style.keep_with_next else '<w:keepNext w:val="0"/>'
    if style.outline:
        yield "<w:keepLines/>"
    if style.new_page:
        yield "<w:pageBreakBefore/>"
    yield style.borders
    yield style.tabs
    if style.hyphenated is not None:
        yield f'<w:suppressAutoHyphens w:val="{int(not style.hyphenated)}"/>'
    yield _spacing(style)
    if style.indent:
        hanging = f' w:hanging="{style.hanging}"' if style.hanging else ""
        yield f'<w:ind w:left="{style.indent}"{hanging}/>'
    if style.outline:
        yield f'<w:outlineLvl w:val="{style.outline - 1}"/>'


def _spacing(style: ParagraphStyle) -> str:
    attributes = [
        f'w:{name}="{round(points * 20)}"'
        for name, points in (("before", style.before), ("after", style.after))
        if points is not None
    ]
    if style.line:
        attributes.append(f'w:line="{round(style.line * 240)}" w:lineRule="auto"')
    return f"<w:spacing {' '.join(attributes)}/>" if attributes else ""


def _run_properties(style: ParagraphStyle) -> Iterator[str]:
    if style.bold:
        yield "<w:b/><w:bCs/>"
    if style.colour:
        yield f'<w:color w:val="{hexadecimal(style.colour)}"/>'
    if style.spaced:
        yield f'<w:spacing w:val="{round(style.spaced * 20)}"/>'
    if style.size:
        size = half_points(style.size)
        yield f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def half_points(points: float) -> int:
    """A size as Word counts it."""
    return round(points * 2)


def hexadecimal(colour: str) -> str:
    """A colour of the palette as Word writes it."""
    return colour.removeprefix("#")


def border(side: str, colour: str, eighths: int, space: int) -> str:
    """A line at one side: its strength in eighths of a point, its distance from the text in points."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{hexadecimal(colour)}"/>'
