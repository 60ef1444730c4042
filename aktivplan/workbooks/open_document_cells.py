"""The value of one cell of an .ods."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from lxml import etree

from aktivplan.workbooks.sheets import Cell, NoValue

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
"""The name space of the document."""
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
"""The name space of tables."""

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_EXTENDED = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_KIND, _VALUE, _FORMULA = f"{OFFICE}value-type", f"{OFFICE}value", f"{TABLE}formula"
_PARAGRAPH, _SPACES, _COUNT = f"{_TEXT}p", f"{_TEXT}s", f"{_TEXT}c"
_CHARACTERS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_NOT_OF_THE_TEXT = (f"{OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}ruby-text")
_MOST_SPACES = 32_767
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?")
_ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "Err:")
_DAY = timedelta(days=1)


def cell_value(cell: etree._Element) -> Cell:
    """What stands in the cell; "" if nothing does. Raises ValueError where that cannot be made out."""
    kind, formula = cell.get(_KIND), cell.get(_FORMULA)
    if kind is None and formula is None and not len(cell):
        return ""
    if formula is not None and (error := _error(cell)):
        return NoValue(error)
    if kind is None:
        return "" if formula is None else NoValue(f"={formula.partition('=')[2]}")
    if kind in _TYPED:
        attribute, understand = _TYPED[kind]
        return understand(cell.get(attribute, ""))
    told = cell.get(f"{OFFICE}string-value")
    return _text(cell) if told is None else told


def _error(cell: etree._Element) -> str:
    """The error that a formula gives; "" if it gives none."""
    if cell.get(f"{_EXTENDED}value-type") != "error" and cell.get(_VALUE, "0") != "0":
        return ""
    shown = _text(cell)
    if not shown.startswith(_ERRORS):
        return ""
    return shown if shown.startswith("#") else f"#{shown}"


def _moment(text: str) -> Cell:
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        # A year before 1 or after 9999.
        return text


def _duration(text: str) -> Cell:
    found = _DURATION.fullmatch(text)
    if not found:
        return text
    days, hours, minutes = (int(found[n] or 0) for n in (2, 3, 4))
    length = timedelta(days, hours=hours, minutes=minutes, seconds=float((found[5] or "0").replace(",", ".")))
    if found[1] or length >= _DAY:
        return -length if found[1] else length
    minute, second = divmod(length.seconds, 60)
    return time(minute // 60, minute % 60, second, length.microseconds)


def _text(cell: etree._Element) -> str:
    return "\n".join("".join(_pieces(paragraph)) for paragraph in cell.iterchildren(_PARAGRAPH))


def _pieces(element: etree._Element) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        if child.tag == _SPACES:
            pieces.append(" " * min(int(child.get(_COUNT) or 1), _MOST_SPACES))
        elif child.tag in _CHARACTERS:
            pieces.append(_CHARACTERS[child.tag])
        elif child.tag not in _NOT_OF_THE_TEXT:
            pieces += _pieces(child)
        pieces.append(child.tail or "")
    return pieces


_TYPED: Mapping[str, tuple[str, Callable[[str], Cell]]] = MappingProxyType(
    {
        **dict.fromkeys(("float", "percentage", "currency"), (_VALUE, float)),
        "boolean": (f"{OFFICE}boolean-value", "true".__eq__),
        "date": (f"{OFFICE}date-value", _moment),
        "time": (f"{OFFICE}time-value", _duration),
    }
)
"""By type: the attribute with the value, and how it is understood."""
