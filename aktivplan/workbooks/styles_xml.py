"""What each cell style of an .xlsx shows its numbers as. Looks at the bytes with patterns."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from aktivplan.workbooks.number_formats import TOLD, Shown, built_in, shown_by
from aktivplan.workbooks.relationships import REMEMBERED_UP_TO

_ATTRIBUTES = rb"""((?:[^<>"']|"[^"]*"|'[^']*')*)"""
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b" + _ATTRIBUTES)
_BEGINNING, _END = re.compile(rb"<(?:\w+:)?cellXfs\b"), re.compile(rb"</(?:\w+:)?cellXfs\b")
_FORMATS_BEGINNING = re.compile(rb"<(?:\w+:)?numFmts\b")
_FORMATS_END = re.compile(rb"</(?:\w+:)?numFmts\b")
_STYLE = re.compile(rb"<(?:\w+:)?xf\b" + _ATTRIBUTES)
_USUAL_STYLE = re.compile(rb'<xf (?:[a-z]+Id="[0-9]+" )*?numFmtId="([0-9]{1,9})"')
_NUMBER = re.compile(rb"""\bnumFmtId\s*=\s*["'](\d{1,9})["']""")
_CODE = re.compile(rb"""\bformatCode\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class CellStyles:
    """What the cell styles of a workbook show numbers as."""

    shown: tuple[Shown, ...]
    """By the style's number."""
    told: Mapping[bytes, Shown]
    """Those that show what a value alone does not tell, by their numbers as they are written."""
    plain: bytes
    """The same styles as a part that says no more than that."""


def cell_styles(xml: bytes) -> CellStyles:
    """The cell styles of the part styles.xml."""
    return _cell_styles_once(xml) if len(xml) <= REMEMBERED_UP_TO else _cell_styles(xml)


@lru_cache(maxsize=4)
def _cell_styles_once(xml: bytes) -> CellStyles:
    """Forms that were filled in with the same program have the same styles, so they are told once."""
    return _cell_styles(xml)


def _cell_styles(xml: bytes) -> CellStyles:
    shown = tuple(_shown(xml))
    told = {b"%d" % number: one for number, one in enumerate(shown) if one in TOLD}
    formats = b"".join(b'<xf numFmtId="%d"/>' % one for one in shown)
    return CellStyles(shown, told, b"<styleSheet><cellXfs>%b</cellXfs></styleSheet>" % formats)


def _shown(xml: bytes) -> Iterator[Shown]:
    start, end = _BEGINNING.search(xml), _END.search(xml)
    if start is None or end is None:
        return
    formats, formats_end = _FORMATS_BEGINNING.search(xml), _FORMATS_END.search(xml)
    own = dict(_own_formats(xml[formats.start() : formats_end.start()])) if formats and formats_end else {}
    numbers = _numbers(xml[start.start() : end.start()])
    yield from (own[number] if number in own else built_in(number) for number in numbers)


def _numbers(styles: bytes) -> list[int]:
    """The number of each style's format."""
    usual = _USUAL_STYLE.findall(styles)
    if len(usual) == styles.count(b"xf ") + styles.count(b"xf/"):
        return [int(number) for number in usual]
    found = (_NUMBER.search(style) for style in _STYLE.findall(styles))
    return [int(number[1]) if number else 0 for number in found]


def _own_formats(xml: bytes) -> list[tuple[int, Shown]]:
    formats = []
    for attributes in _FORMAT.findall(xml):
        number, code = _NUMBER.search(attributes), _CODE.search(attributes)
        if number and code:
            text = html.unescape((code[1] or code[2] or b"").decode(errors="replace"))
            formats.append((int(number[1]), shown_by(text)))
    return formats
