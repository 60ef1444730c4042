"""Paragraphs, headings, lists, links and pictures as WordprocessingML, written straight as text.

Every function gives a finished string; text is escaped here and nowhere else. Writing strings is what makes
a handbook of ten thousand records take a second rather than minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.page import EMU_PER_CM
from aktivplan.rendering.handbook.xml import escape, escape_all


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure that lies in the package, and the id that the text refers to it by."""

    figure: Figure
    relationship: str


def run(text: str, *, style: str = "") -> str:
    """A piece of text, in a character style if one is named."""
    return f"{_run_opening(style)}{escape(text)}</w:t></w:r>"


def runs(texts: Sequence[str], *, style: str = "") -> list[str]:
    """Each text as a run; many together cost less than one by one."""
    opening = _run_opening(style)
    return [f"{opening}{one}</w:t></w:r>" for one in escape_all(texts)]


def tab() -> str:
    """A step to the next tab stop."""
    return "<w:r><w:tab/></w:r>"


def link(anchor: str, text: str) -> str:
    """Text that leads to a bookmark of the document."""
    return (
        f'<w:hyperlink w:anchor="{anchor}" w:history="1"><w:r><w:rPr><w:rStyle w:val="{names.HYPERLINK}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:hyperlink>'
    )


def quiet_link(anchor: str, text: str, after: str = "") -> str:
    """Text that leads to a bookmark and looks like its surroundings, as in the contents list; ``after`` are more runs."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{run(text)}{after}</w:hyperlink>'


def bookmark(number: int, name: str, content: str) -> str:
    """The content as a place that links lead to; every number may stand once in a document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def paragraph(
    content: str, style: str = names.NORMAL, *, page_break: bool = False, numbering: int = 0
) -> str:
    """A paragraph of finished runs: on a new page, or as an item of a list, if asked for."""
    properties = f'<w:pStyle w:val="{style}"/>'
    if page_break:
        properties += "<w:pageBreakBefore/>"
    if numbering:
        properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def text(words: str, style: str = names.NORMAL) -> str:
    """A paragraph of plain text."""
    return f"{_text_opening(style)}{escape(words.strip())}</w:t></w:r></w:p>"


def texts(words: Sequence[str], style: str = names.NORMAL) -> list[str]:
    """Each text as a paragraph; many together cost less than one by one."""
    opening = _text_opening(style)
    return [f"{opening}{one}</w:t></w:r></w:p>" for one in escape_all([one.strip() for one in words])]


def bullets(items: Iterable[str]) -> str:
    """A bulleted list, each item a string of finished runs."""
    return "".join(paragraph(item, names.LIST_BULLET, numbering=names.BULLETS) for item in items)


def field(instruction: str, shown: str) -> str:
    """A field that Word works out (page numbers, running numbers), with what it shows until then."""
    return f'<w:fldSimple w:instr=" {instruction} ">{run(shown)}</w:fldSimple>'


def drawing(picture: Picture, number: int, name: str) -> str:
    """A picture in line with the text, with its alternative text; every number may stand once in a document."""
    figure = picture.figure
    size = f'cx="{round(figure.width_cm * EMU_PER_CM)}" cy="{round(figure.height_cm * EMU_PER_CM)}"'
    described = f'id="{number}" name="{escape(name)}" descr="{escape(figure.alt)}"'
    return (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {described}/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
        f"<pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{picture.relationship}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _run_opening(style: str) -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">'


def _text_opening(style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>'
