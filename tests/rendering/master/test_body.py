"""The rows of a table as XML, whether its texts come again or not, and however many rows there are."""

from __future__ import annotations

import re

from aktivplan.forms.layout import FIRST_ROW
from aktivplan.i18n import translator
from aktivplan.rendering.master.body import table_rows
from aktivplan.rendering.master.sheet import Column, Kind, Sheet
from aktivplan.rendering.master.sizes import sized

ROWS = 250


def test_a_text_that_comes_again_is_written_as_one_that_does_not() -> None:
    again = ["A & B", ""] * (ROWS // 2)
    once = [f"{text}{number}" if text else "" for number, text in enumerate(again)]
    columns = Column("En"), Column("Två", Kind.WORD), Column("Tre", Kind.COUNT)
    sheet = sized(Sheet("rows", "Rader", "Rader", "", columns, (again, once, list(range(ROWS)))))
    pieces = list(table_rows(sheet, ["1", "2", "3"], FIRST_ROW, translator("sv")))
    written = "".join(pieces)
    assert len(pieces) > 1
    numbers = [int(number) for number in re.findall(r'<row r="(\d+)"', written)]
    assert numbers == list(range(FIRST_ROW, FIRST_ROW + ROWS))
    row = FIRST_ROW + 200
    assert f'<c r="A{row}" s="1" t="inlineStr"><is><t>A &amp; B</t></is></c>' in written
    assert f'<c r="B{row}" s="2" t="inlineStr"><is><t>A &amp; B200</t></is></c>' in written
    assert f'<c r="C{row}" s="3"><v>200</v></c></row>' in written
    assert f'<c r="A{row + 1}" s="1"/><c r="B{row + 1}" s="2"/>' in written
