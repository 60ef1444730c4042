"""Rows that are none of the table's: totals, help, titles and notes between the rows, rows that stand twice."""

from __future__ import annotations

import pytest

from aktivplan.findings import Finding
from aktivplan.i18n import translator
from aktivplan.reading.columns import TableFinder
from aktivplan.reading.records_of_table import TableRecords, read_records
from aktivplan.reading.values import ValueReader
from aktivplan.workbooks.sheets import Area, Cell, Sheet
from tests.support import activities_table, make_plan

PLAN = make_plan()
TABLE = PLAN.tables[0]
KEYS = "aktiviteter.id | aktiviteter.mal | aktiviteter.aktivitet | aktiviteter.ansvarig | aktiviteter.tid"
FORM = f"{KEYS}\nNr | Övergripande mål | Aktivitet | Ansvarig | Tid\nBUF-001 | 1.1 | Rita | Eva | maj"
OWN = "Övergripande mål | Aktivitet | Ansvarig | Tid\n1.1 | Rita | Eva | maj"


def read(*texts: str, merged: tuple[Area, ...] = ()) -> TableRecords:
    """What is read from sheets written as lines with "|" between the cells."""
    sheets = []
    for number, text in enumerate(texts, start=1):
        rows: list[list[Cell]] = [
            [cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")
        ]
        sheets.append(Sheet(f"Blad{number}", visible=True, rows=rows, merged=merged))
    found = TableFinder(PLAN).find(sheets, not_tables=(), told={})
    readers = {field.key: ValueReader(PLAN, field) for field in TABLE.public_fields}
    return read_records(TABLE, found, readers, "BUF", "svar.xlsx", translator("sv"))


def activities(read: TableRecords) -> list[str]:
    return [record.value("aktivitet").text for record in read.records]


def kept(read: TableRecords) -> list[tuple[str, str]]:
    return [(one.place.cell, one.text) for one in read.leftovers]


def codes(read: TableRecords) -> list[str]:
    return [one.code for one in read.findings]


def argument(one: Finding, name: str) -> object:
    return dict(one.arguments)[name]


@pytest.mark.parametrize("word", ["Summa", "SUMMA:", "Totalt", "I alt", "Sum", "Total"])
@pytest.mark.parametrize(
    "row", ["{} | | | | 150000", " | {} | | | 4", " | | {} | | 5 st", "BUF-002 | | {} | | "]
)
def test_a_row_of_totals_is_no_activity(word: str, row: str) -> None:
    read_ = read(f"{FORM}\n{row.format(word)}")
    assert activities(read_) == ["Rita"]
    assert codes(read_) == ["row-total"]
    assert word in [text for _cell, text in kept(read_)]


def test_an_activity_that_begins_like_a_total_is_an_activity() -> None:
    read_ = read(f"{FORM}\nBUF-002 | 1.1 | Summa | Eva | juni\nBUF-003 | 1.1 | Total översyn | Eva | juni")
    assert activities(read_) == ["Rita", "Summa", "Total översyn"]
    assert codes(read_) == []


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (" | Sedan kommer våren | | | ", "B4"),
        ("BUF-002 | Sedan kommer våren | | | ", "B4"),
        ("Resten kommer senare | | | | ", "A4"),
        (" | | | Eva Lind | ", "D4"),
    ],
)
def test_a_text_alone_in_its_row_is_kept_and_told(row: str, cell: str) -> None:
    read_ = read(f"{FORM}\n{row}")
    assert activities(read_) == ["Rita"]
    assert (codes(read_), [where for where, _text in kept(read_)]) == (["row-alone"], [cell])
    assert read_.findings[0].unit == "BUF"


def test_an_activity_or_a_goal_alone_is_a_row_that_was_begun() -> None:
    read_ = read(f"{FORM}\n | | Måla | | \n | 2.1 | | | ")
    assert activities(read_) == ["Rita", "Måla", ""]
    assert read_.leftovers == ()


def test_a_title_that_is_merged_over_the_table_is_no_activity() -> None:
    read_ = read(f"{FORM}\n | | Våren | | ", merged=(Area(4, 1, 4, 5),))
    assert activities(read_) == ["Rita"]
    assert codes(read_) == ["row-alone"]


def test_an_unknown_title_ends_the_goal_of_the_title_before_it() -> None:
    read_ = read("Aktivitet | Ansvarig | Tid\nMål 1.1\nRita | Eva | maj\nÖvrigt\nMåla | Bo | juni")
    assert activities(read_) == ["Rita", "Måla"]
    assert [record.value("mal").parsed for record in read_.records] == ["1.1", None]
    assert kept(read_) == [("A4", "Övrigt")]


def test_an_unknown_title_in_the_column_of_goals_is_not_filled_down_over() -> None:
    read_ = read(f"{OWN}\nÖvrigt | | |\n | Måla | Bo | juni")
    assert [record.value("mal").parsed for record in read_.records] == ["1.1", None]


def test_what_stands_beside_empty_rows_is_kept_and_makes_no_activity() -> None:
    read_ = read(f"{OWN}\n | | | | egen anteckning")
    assert activities(read_) == ["Rita"]
    assert kept(read_) == [("E3", "egen anteckning")]


def test_a_row_of_hints_in_parentheses_below_the_headings_is_no_activity() -> None:
    headings, row = OWN.split("\n")
    read_ = read(f"{headings}\n(välj) | (vad?) | (namn) | \n{row}")
    assert activities(read_) == ["Rita"]
    assert codes(read_) == ["row-help"]
    assert len(read_.leftovers) == 3


def test_a_copied_sheet_counts_once() -> None:
    read_ = read(FORM, FORM)
    assert activities(read_) == ["Rita"]
    (told,) = read_.findings
    assert (told.code, told.place.sheet, argument(told, "count"), argument(told, "other")) == (
        "rows-repeated",
        "Blad2",
        1,
        "Blad1",
    )


def test_rows_with_different_ids_are_not_the_same() -> None:
    assert activities(read(f"{FORM}\nBUF-002 | 1.1 | Rita | Eva | maj")) == ["Rita", "Rita"]


def test_rows_joined_by_a_merged_activity_keep_the_first_ones_id() -> None:
    read_ = read(f"{FORM}\nBUF-002 | | | Bo | juni", merged=(Area(3, 3, 4, 3),))
    assert [record.id for record in read_.records] == ["BUF-001"]
    assert codes(read_) == ["rows-joined"]


def test_printed_ids_beside_rows_pasted_below_the_form_make_no_activities() -> None:
    read_ = read(
        f"{FORM}\nBUF-002 | | | | \nBUF-003 | Övergripande mål | Aktivitet | Ansvarig | Tid\n"
        "BUF-004 | 2.1 | Måla | Bo | juni\nBUF-005 | | | | \nBUF-006 | | | | "
    )
    assert [(record.id, record.value("aktivitet").text) for record in read_.records] == [
        ("BUF-001", "Rita"),
        ("BUF-004", "Måla"),
    ]
    assert (codes(read_), read_.leftovers) == ([], ())


@pytest.mark.parametrize("lower", [0, 1])
def test_a_table_beside_the_form_is_read_too(lower: int) -> None:
    rows = FORM.split("\n")
    beside = [" | | Övergripande mål | Aktivitet | Ansvarig | Tid", " | | 2.1 | Måla | Bo | juni"]
    rows += [" | | | | "] * lower
    for number, text in enumerate(beside, start=1 + lower):
        rows[number] += text
    read_ = read("\n".join(rows))
    assert [(record.id, record.value("aktivitet").text) for record in read_.records] == [
        ("BUF-001", "Rita"),
        ("BUF-002", "Måla"),
    ]
    assert (codes(read_), read_.leftovers, read_.records[0].extra) == ([], (), ())


def test_help_from_the_form_is_known_again() -> None:
    fields = tuple(
        field.model_copy(update={"help": f"Skriv {field.heading} här."}) for field in TABLE.public_fields
    )
    plan = make_plan(tables=(activities_table(fields=fields),))
    rows: list[list[Cell]] = [
        [field.heading for field in fields],
        [field.help for field in fields],
        ["1.1", "Rita", "Eva", "maj", "", ""],
    ]
    found = TableFinder(plan).find([Sheet("B", visible=True, rows=rows)], not_tables=(), told={})
    readers = {field.key: ValueReader(plan, field) for field in fields}
    read_ = read_records(plan.tables[0], found, readers, "BUF", "svar.xlsx", translator("sv"))
    assert (activities(read_), codes(read_)) == (["Rita"], ["row-help"])
