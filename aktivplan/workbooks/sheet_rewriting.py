"""Worksheets that are not written as usual, written anew, and as calamine wants them. Knows no values.

Every cell comes with its reference, in double quotes, without prefixes, comments and extensions.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator

from lxml import etree

from aktivplan.workbooks.limits import LAST_COLUMN, LAST_ROW, MEBIBYTE
from aktivplan.workbooks.references import column_letters, column_number
from aktivplan.workbooks.sheets import ReadingError

MOST_REWRITTEN = 24 * MEBIBYTE
"""Bytes of a worksheet's XML; a larger one that is not written as usual is taken for damaged."""

_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_UNKNOWN_ERROR = re.compile(
    rb'( t="e"[^<>]*>(?:<f[^<>]*(?:/>|>[^<]*</f>))?<v[^<>]*>)(?!#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)<)[^<]*(</v>)'
)
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
"""The standard library's own escapes come with all that opens web pages, which every worker would import."""


def rewritten(xml: bytes) -> bytes:
    """The worksheet with the same cells, hidden rows and columns and merged areas, and nothing else.

    Raises:
        ReadingError: file-damaged, if it is no XML, too large, or has a cell beyond XFD1048576.
    """
    if len(xml) > MOST_REWRITTEN:
        raise ReadingError("file-damaged")
    written = bytearray()
    try:
        for piece in _pieces(xml):
            written += piece.encode()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError("file-damaged") from error
    return bytes(written)


def for_calamine(xml: bytes, types: Collection[bytes]) -> bytes:
    """The worksheet with #N/A for errors that Excel has learned since, and with the spaces at the ends of texts kept.

    ``types`` are those that its cells have.
    """
    if b"e" in types:
        xml = _UNKNOWN_ERROR.sub(rb"\1#N/A\2", xml)
    return xml.replace(b"<t>", b'<t xml:space="preserve">') if b"inlineStr" in types else xml


def _pieces(xml: bytes) -> Iterator[str]:
    events = etree.iterparse(
        io.BytesIO(xml),
        events=("start", "end"),
        tag=("{*}row", "{*}c", "{*}col", "{*}mergeCell"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    before: list[str] = []
    after: list[str] = []
    rows, row, column = False, 0, 0
    yield "<worksheet>"
    for event, element in events:
        name = _local(element)
        if event == "start":
            if name == "row":
                yield from () if rows else ("<cols>", *before, "</cols><sheetData>")
                row, column, rows = int(element.get("r") or row + 1), 0, True
                yield _tag(element, ("hidden", "ht"), r=str(row))
            continue
        if name == "c":
            place, column = _place(element.get("r"), row, column + 1)
            yield _cell(element, place)
            continue
        if name == "row":
            yield "</row>"
        elif name == "col":
            before.append(_tag(element, ("min", "max", "width", "hidden")) + "</col>")
        else:
            after.append(_tag(element, ("ref",)) + "</mergeCell>")
        _forget(element)
    yield from ("</sheetData>" if rows else "<sheetData></sheetData>", *after, "</worksheet>")


def _local(element: etree._Element) -> str:
    """The element's name, without its name space."""
    return str(element.tag).rpartition("}")[2]


def _forget(element: etree._Element) -> None:
    parent = element.getparent()
    element.clear()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _place(reference: str | None, row: int, column: int) -> tuple[str, int]:
    """Where the cell stands, by its reference or else beside the one before; and its column."""
    if reference:
        found = _REFERENCE.fullmatch(reference)
        if not found:
            raise ReadingError("file-damaged")
        row, column = int(found[2]), column_number(found[1].upper().encode())
    if not (0 < row <= LAST_ROW and 0 < column <= LAST_COLUMN):
        raise ReadingError("file-damaged")
    return f"{column_letters(column)}{row}", column


def _tag(element: etree._Element, kept: tuple[str, ...], **given: str) -> str:
    attributes = {**given, **{name: element.get(name, "") for name in kept if name in element.attrib}}
    told = "".join(f' {name}="{value.translate(_MARKUP)}"' for name, value in attributes.items())
    return f"<{_local(element)}{told}>"


def _cell(element: etree._Element, place: str) -> str:
    content = ""
    for child in element:
        name = _local(child)
        if name == "f":
            content += f"<f>{(child.text or '').translate(_MARKUP)}</f>"
        elif name == "is":
            content += f"<is><t>{_inline(child).translate(_MARKUP)}</t></is>"
        elif name == "v" and child.text:
            content += f"<v>{child.text.translate(_MARKUP)}</v>"
    style, kind = element.get("s"), element.get("t")
    told = f' s="{style.translate(_MARKUP)}"' if style else ""
    told += f' t="{kind.translate(_MARKUP)}"' if kind else ""
    return f'<c r="{place}"{told}>{content}</c>' if content else f'<c r="{place}"{told}/>'


def _inline(element: etree._Element) -> str:
    """The text of all runs, without the reading aids of East Asian text."""
    return "".join(
        text.text or ""
        for text in element.iter("{*}t")
        if all(_local(parent) != "rPh" for parent in text.iterancestors())
    )
