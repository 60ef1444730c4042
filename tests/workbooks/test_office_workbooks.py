from __future__ import annotations

from datetime import date, datetime

import pytest

from aktivplan.workbooks.number_formats import Shown
from aktivplan.workbooks.sheets import Area, Cell, NoValue, ReadingError, Sheet
from aktivplan.workbooks.workbook import read_workbook
from tests.workbooks.packages import (
    STRICT,
    STRICT_RELATIONS,
    book_parts,
    one_sheet,
    shared_strings,
    without_checksum,
    worksheet,
    zipped,
)


def read(rows: str, *, formats: tuple[str, ...] = (), before: str = "", after: str = "") -> Sheet:
    xml = worksheet(rows, before=before, after=after)
    return read_workbook(zipped(book_parts(xml, formats=formats))).sheets[0]


def first_cell(inner: str, attributes: str = "", *, formats: tuple[str, ...] = ()) -> Cell:
    return read(f'<row r="1"><c r="A1"{attributes}>{inner}</c></row>', formats=formats).cell(1, 1)


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#SPILL!", "#BLOCKED!"])
def test_an_error_is_no_empty_cell(error: str) -> None:
    assert first_cell(f"<f>A2</f><v>{error}</v>", ' t="e"') == NoValue(error)


@pytest.mark.parametrize(
    "inner", ["<f>B1&amp;C1</f>", "<f>B1&amp;C1</f><v/>", "\n <f>B1&amp;C1</f>\n <v></v>\n"]
)
def test_a_formula_without_result_is_no_empty_cell(inner: str) -> None:
    assert first_cell(inner) == NoValue("=B1&C1")


def test_a_shared_formula_without_result_is_no_empty_cell() -> None:
    assert first_cell('<f t="shared" si="0"/>') == NoValue("=")


def test_a_formula_whose_result_is_empty_text_is_empty() -> None:
    assert first_cell('<f>""</f><v></v>', ' t="str"') in ("", NoValue('=""'))


@pytest.mark.parametrize(
    ("code", "number", "value"),
    [
        ("yyyy-mm-dd", "46082", date(2026, 3, 1)),
        ("yyyy-mm-dd", "-1.5", datetime.fromisoformat("1899-12-28T12:00")),
        ("yyyy-mm-dd", "123456789", NoValue("#VALUE!")),
        ('0 "dagar"', "46082", 46082.0),
        ("[Red]0.00", "-2", -2.0),
    ],
)
def test_a_number_is_what_its_format_shows(code: str, number: str, value: Cell) -> None:
    assert first_cell(f"<v>{number}</v>", ' s="1"', formats=(code,)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("2026-03-01", date(2026, 3, 1)), ("2026-03-01T08:30", datetime.fromisoformat("2026-03-01T08:30"))],
)
def test_a_date_written_out_is_a_date(text: str, value: Cell) -> None:
    assert first_cell(f"<v>{text}</v>", ' t="d"') == value


@pytest.mark.parametrize("code", ["mmm-yy", "mmmm yyyy", "mm/yyyy", "[$-41D]mmm\\-yy;@"])
def test_a_date_shown_as_month_and_year_is_known(code: str) -> None:
    assert read('<row r="3"><c r="B3" s="1"><v>46082</v></c></row>', formats=(code,)).shown == {
        (3, 2): Shown.MONTH
    }


@pytest.mark.parametrize("code", ["yyyy-mm-dd", "mmm", "yyyy", "h:mm", "0.00"])
def test_other_formats_show_no_months(code: str) -> None:
    assert not read('<row r="3"><c r="B3" s="1"><v>46082</v></c></row>', formats=(code,)).shown


def test_what_stands_under_a_merged_cell_is_not_there() -> None:
    cells = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>'
    )
    sheet = read(cells, after='<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C9:C9"/></mergeCells>')
    assert (sheet.merged, sheet.rows) == ((Area(1, 1, 2, 2),), [[1.0, ""], ["", ""]])


def test_hidden_rows_and_columns_are_known_as_far_as_there_are_cells() -> None:
    rows = '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0"><c r="C2"><v>1</v></c></row>'
    columns = '<cols><col min="2" max="16384" width="9" hidden="1"/></cols>'
    sheet = read(f'{rows}<row r="9" hidden="true"/>', before=columns)
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({1, 2}, {2, 3})


def test_spaces_at_the_ends_of_text_are_kept() -> None:
    inline = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t> b </t></is></c></row>'
    content = zipped(book_parts(worksheet(inline), strings=shared_strings(" a ")))
    assert read_workbook(content).sheets[0].rows == [[" a ", " b "]]


def test_strict_workbooks_are_read() -> None:
    xml = worksheet('<row r="1"><c r="A1" t="d"><v>2026-03-01</v></c></row>', main=STRICT)
    content = zipped(book_parts(xml, main=STRICT, relations=STRICT_RELATIONS))
    assert read_workbook(content).sheets[0].rows == [[date(2026, 3, 1)]]


@pytest.mark.parametrize(
    "xml",
    [
        '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        "<worksheet><sheetData><row r='2'><c r='B2'><v>5</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row/><row><c/><c><v>5</v></c></row></sheetData></worksheet>",
        '<worksheet><sheetData><row r="2"><c s="0" r="b2"><v>5</v><extLst/></c></row></sheetData></worksheet>',
        '<worksheet><sheetData><!-- x --><row r="2"><c r="B2"><v><![CDATA[5]]></v></c></row></sheetData></worksheet>',
    ],
)
def test_sheets_are_read_however_they_are_written(xml: str) -> None:
    assert read_workbook(zipped(book_parts(xml))).sheets[0].cell(2, 2) == 5


def test_names_with_backslashes_are_found() -> None:
    parts = {name.replace("/", "\\"): content for name, content in book_parts(worksheet("")).items()}
    assert [sheet.name for sheet in read_workbook(zipped(parts)).sheets] == ["Blad1"]


def test_names_of_sheets_may_hold_anything() -> None:
    names = ('Mål & "medel" <1>', "", 'Mål & "medel" <1>')
    content = zipped(book_parts(worksheet(""), worksheet(""), worksheet(""), names=names))
    assert tuple(sheet.name for sheet in read_workbook(content).sheets) == names


def test_a_sheet_that_is_not_what_was_packed_is_damaged() -> None:
    parts = book_parts(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    sheet = "xl/worksheets/sheet1.xml"
    content = without_checksum(zipped({sheet: parts[sheet], **parts}))
    with pytest.raises(ReadingError) as caught:
        read_workbook(content)
    assert caught.value.code == "file-damaged"


def test_a_thousand_rows_and_columns_beyond_z_are_where_they_are() -> None:
    sheet = read_workbook(one_sheet('<row r="1234"><c r="AB1234"><v>7</v></c></row>')).sheets[0]
    assert sheet.cell(1234, 28) == 7
