"""What each cell style of an .xlsx shows its numbers as. Looks at the bytes with patterns."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from aktivplan.workbooks.number_formats import Shown, built_in, shown_by

_REMEMBERED_UP_TO = 64 * 1024
"""Bytes."""
_ATTRIBUTES = rb"""((?:[^<>"']|"[^"]*"|'[^']*')*)"""
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b" + _ATTRIBUTES)
_BEGINNING, _END = re.compile(rb"<(?:\w+:)?cellXfs\b"), re.compile(rb"</(?:\w+:)?cellXfs\b")
_FORMATS_BEGINNING = re.compile(rb"<(?:\w+:)?numFmts\b")
_FORMATS_END = re.compile(rb"</(?:\w+:)?numFmts\b")
_STYLE = re.compile(rb"<(?:\w+:)?xf\b" + _ATTRIBUTES)
_USUAL_STYLE = re.compile(rb'<xf (?:[a-z]+Id="[0-9]+" )*?numFmtId="([0-9]{1,9})"')
_NUMBER = re.compile(rb"""\bnumFmtId\s*=\s*["'](\d{1,9})["']""")
_CODE = re.compile(rb"""\bformatCode\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def cell_styles(xml: bytes) -> tuple[Shown, ...]:
    """For every cell style of the part styles.xml, by its number, what it shows."""
    return _cell_styles_once(xml) if len(xml) <= _REMEMBERED_UP_TO else _cell_styles(xml)


@lru_cache(maxsize=4)
def _cell_styles_once(xml: bytes) -> tuple[Shown, ...]:
    """Forms that were filled in with the same program have the same styles, so they are told once."""
    return _cell_styles(xml)


def _cell_styles(xml: bytes) -> tuple[Shown, ...]:
    start, end = _BEGINNING.search(xml), _END.search(xml)
    if start is None or end is None:
        return ()
    formats, formats_end = _FORMATS_BEGINNING.search(xml), _FORMATS_END.search(xml)
    own = dict(_own_formats(xml[formats.start() : formats_end.start()])) if formats and formats_end else {}
    numbers = _numbers(xml[start.start() : end.start()])
    return tuple(own[number] if number in own else built_in(number) for number in numbers)


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
