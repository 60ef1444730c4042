from __future__ import annotations

import pytest

from aktivplan.workbooks.kinds import Kind, kind_of
from aktivplan.workbooks.sheets import ReadingError
from aktivplan.workbooks.workbook import read_workbook

TABLE = "Aktivitet;Ansvarig\r\nMöte;Eva\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_each_encoding_that_spreadsheets_write(encoding: str) -> None:
    (sheet,) = read_workbook(TABLE.encode(encoding), name="svar").sheets
    assert (sheet.name, sheet.rows) == ("svar", [["Aktivitet", "Ansvarig"], ["Möte", "Eva"]])


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_the_separator_is_found_out(separator: str) -> None:
    text = "\n".join(separator.join(row) for row in (("a", "b", "c"), ("1", "2", "3")))
    assert read_workbook(text.encode()).sheets[0].rows == [["a", "b", "c"], ["1", "2", "3"]]


def test_a_first_line_may_tell_the_separator() -> None:
    assert read_workbook(b"sep=;\r\na;b\r\n1,5;2,5\r\n").sheets[0].rows == [["a", "b"], ["1,5", "2,5"]]


def test_a_cell_may_have_several_lines() -> None:
    assert read_workbook(b'a;b\n"1\n2";3\n').sheets[0].rows == [["a", "b"], ["1\n2", "3"]]


def test_everything_is_text_and_rows_are_equally_wide() -> None:
    assert read_workbook(b"a;b;c\n007;2026-03-01\n1;2;3\n4;5;6\n5;6;7\n").sheets[0].rows[1] == [
        "007",
        "2026-03-01",
        "",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hej,\nvi har tyvärr inget att lämna in, men återkommer.\nHälsningar,\nEva\n",
        "Vi svarar; sedan hör vi av oss.\nMed vänlig hälsning\nEva\n",
        "<html><td>a;b</td>\n<td>c;d</td>\n</html>",
        "Aktivitet;Ansvarig",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert kind_of(text.encode()).kind is Kind.OTHER
    with pytest.raises(ReadingError) as caught:
        read_workbook(text.encode())
    assert caught.value.code == "file-not-workbook"


def test_a_table_of_too_many_rows_is_refused() -> None:
    with pytest.raises(ReadingError) as caught:
        read_workbook(b"a;b\n" * 200_001)
    assert caught.value.code == "file-too-many-cells"
