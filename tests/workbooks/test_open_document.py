from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from aktivplan.workbooks.number_formats import Shown
from aktivplan.workbooks.sheets import Area, Cell, NoValue, Sheet
from aktivplan.workbooks.workbook import read_workbook
from tests.workbooks.packages import open_document

MONTHS = (
    '<number:date-style style:name="N1"><number:month/><number:text>-</number:text><number:year/></number:date-style>'
    '<style:style style:name="ce1" style:data-style-name="N1"/>'
)


def read(rows: str, before: str = "") -> Sheet:
    return read_workbook(open_document(rows, before=before)).sheets[0]


def row(cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def cell(attributes: str, inner: str = "") -> str:
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"


@pytest.mark.parametrize(
    ("attributes", "inner", "value"),
    [
        ('office:value-type="float" office:value="1.5"', "<text:p>1,5</text:p>", 1.5),
        ('office:value-type="percentage" office:value="0.8"', "", 0.8),
        ('office:value-type="boolean" office:boolean-value="true"', "", True),
        ('office:value-type="date" office:date-value="2026-03-01"', "", date(2026, 3, 1)),
        (
            'office:value-type="date" office:date-value="2026-03-01T08:30:00"',
            "",
            datetime.fromisoformat("2026-03-01T08:30"),
        ),
        ('office:value-type="time" office:time-value="PT08H30M00S"', "", time(8, 30)),
        ('office:value-type="time" office:time-value="PT48H00M00S"', "", timedelta(days=2)),
        (
            'office:value-type="string"',
            "<text:p>a<text:s text:c='2'/>b</text:p><text:p>c</text:p>",
            "a  b\nc",
        ),
        (
            'office:value-type="string"',
            "<office:annotation><text:p>x</text:p></office:annotation><text:p>a</text:p>",
            "a",
        ),
        ('office:value-type="string" office:string-value="a"', "<text:p>b</text:p>", "a"),
        ('table:formula="of:=B1"', "", NoValue("=B1")),
        (
            'table:formula="of:=B1" office:value-type="string" office:string-value="" calcext:value-type="error"',
            "<text:p>#REF!</text:p>",
            NoValue("#REF!"),
        ),
        (
            'table:formula="of:=B1" office:value-type="string" office:string-value="" calcext:value-type="error"',
            "<text:p>Err:502</text:p>",
            NoValue("#Err:502"),
        ),
    ],
)
def test_a_cell_is_what_it_says(attributes: str, inner: str, value: Cell) -> None:
    assert read(row(cell(attributes, inner))).rows == [[value]]


def test_what_is_repeated_stands_as_often() -> None:
    one = cell('office:value-type="float" office:value="1" table:number-columns-repeated="2"')
    empty = cell('table:number-columns-repeated="1000"')
    sheet = read(
        row(empty, 'table:number-rows-repeated="2"') + row(one + empty, 'table:number-rows-repeated="2"')
    )
    assert sheet.rows == [["", ""], ["", ""], [1.0, 1.0], [1.0, 1.0]]


def test_merged_and_hidden_cells_and_months_are_known() -> None:
    first = cell(
        'office:value-type="date" office:date-value="2026-03-01" table:style-name="ce1" '
        'table:number-columns-spanned="2" table:number-rows-spanned="1"'
    )
    covered = '<table:covered-table-cell office:value-type="float" office:value="2"/>'
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    sheet = read(columns + row(first + covered, 'table:visibility="filter"'), MONTHS)
    assert sheet.rows == [[date(2026, 3, 1), ""]]
    assert (sheet.merged, sheet.hidden_rows, sheet.hidden_columns) == ((Area(1, 1, 1, 2),), {1}, {2})
    assert sheet.shown == {(1, 1): Shown.MONTH}
