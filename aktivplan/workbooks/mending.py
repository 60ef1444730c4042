"""Cells of a worksheet's XML that calamine gives as empty, or otherwise than spreadsheet programs understand them.

Errors, formulas that were never calculated, days before 1900 or after 9999, and dates written out (ISO 8601).
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from aktivplan.workbooks.looks import Position
from aktivplan.workbooks.number_formats import Shown
from aktivplan.workbooks.references import column_number, row_number
from aktivplan.workbooks.sheets import Cell, NoValue

_FORMULA = rb"\s*(?:<f[^<>]*(?:/>|>[^<]*</f>))?\s*"
_ERROR = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^<>]*? t="e"[^<>]*>' + _FORMULA + rb"<v[^<>]*>([^<]*)</v>")
_WITHOUT_RESULT = re.compile(
    rb'<c r="([A-Z]+)([0-9]+)"[^<>]*>\s*<f(?: [^<>]*)?(?:/>|>([^<]*)</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_ENDS_WITHOUT_RESULT = (b"</f></c>", b"/></c>", b"<v></v></c>", b" </c>", b"\n</c>", b"\t</c>")
_WRITTEN_OUT = re.compile(
    rb'<c r="([A-Z]+)([0-9]+)"[^<>]*? t="d"[^<>]*>' + _FORMULA + rb"<v[^<>]*>([^<]*)</v>"
)
_FAR_NUMBER = re.compile(rb"<v>(?:-|[0-9]{7}|[0-9.]+E\+)")
_FAR_NUMBER_OF_STYLE = re.compile(
    rb'<c r="([A-Z]+)([0-9]+)" s="([0-9]+)"(?: t="n")?>'
    + _FORMULA
    + rb"<v>(-?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]{1,3})?)</v>"
)
_DATES = (Shown.DATE, Shown.MONTH)
_LAST_DAY = 2_958_465
_FROM_1900, _FROM_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - cells have no time zone


def mended_cells(
    xml: bytes, types: Collection[bytes], styles: Sequence[Shown], *, from_1904: bool
) -> Iterator[tuple[Position, Cell]]:
    """Where such cells stand, and what they are.

    Args:
        xml: the worksheet's part, plain.
        types: those that its cells have.
        styles: what each cell style shows its numbers as.
        from_1904: whether days are counted from 1904.
    """
    if b"e" in types:
        for letters, digits, error in _ERROR.findall(xml):
            yield _position(letters, digits), NoValue(_text(error))
    if b"<f" in xml and any(end in xml for end in _ENDS_WITHOUT_RESULT):
        for letters, digits, formula in _WITHOUT_RESULT.findall(xml):
            yield _position(letters, digits), NoValue(f"={_text(formula)}")
    if b"d" in types:
        for letters, digits, moment in _WRITTEN_OUT.findall(xml):
            yield _position(letters, digits), _written_out(_text(moment))
    if _FAR_NUMBER.search(xml):
        dates = {b"%d" % number for number, shown in enumerate(styles) if shown in _DATES}
        yield from _far_days(xml, dates, _FROM_1904 if from_1904 else _FROM_1900) if dates else ()


def _far_days(xml: bytes, dates: Collection[bytes], epoch: datetime) -> Iterator[tuple[Position, Cell]]:
    for letters, digits, style, number in _FAR_NUMBER_OF_STYLE.findall(xml):
        if style in dates:
            days = float(number)
            if not 0 <= days <= _LAST_DAY:
                yield _position(letters, digits), _day(days, epoch)


def _day(days: float, epoch: datetime) -> Cell:
    try:
        return epoch + timedelta(days=days // 1, milliseconds=round(days % 1 * 86_400_000))
    except OverflowError:
        # There is no such day, and spreadsheet programs show none.
        return NoValue("#VALUE!")


def _written_out(text: str) -> Cell:
    moment = text.removesuffix("Z")
    for read in (date.fromisoformat, time.fromisoformat, datetime.fromisoformat):
        try:
            return read(moment)
        except ValueError:
            continue
    return text


def _position(letters: bytes, digits: bytes) -> Position:
    return row_number(digits), column_number(letters)


def _text(escaped: bytes) -> str:
    return html.unescape(escaped.decode(errors="replace"))
