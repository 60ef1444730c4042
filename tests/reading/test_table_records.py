"""Rows whose cells lean on others: merged cells, ditto marks, goals told once for many rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from aktivplan.findings import Finding
from aktivplan.i18n import translator
from aktivplan.reading.columns import TableFinder
from aktivplan.reading.records_of_table import read_records
from aktivplan.reading.values import ValueReader
from aktivplan.records import Period, PeriodKind, Record
from aktivplan.workbooks.sheets import Area, Cell, Sheet
from tests.support import make_plan

PLAN = make_plan()
TABLE = PLAN.tables[0]
KEYS = "aktiviteter.mal | aktiviteter.aktivitet | aktiviteter.ansvarig | aktiviteter.tid"
HEADINGS = "Övergripande mål | Aktivitet | Ansvarig | Tid"


def read(
    text: str,
    *,
    merged: Iterable[Area] = (),
    hidden: Iterable[int] = (),
    name: str = "Blad1",
    **changes: object,
) -> tuple[list[Record], list[Finding]]:
    """The records of a sheet written as lines with "|" between the cells, and what was said of them."""
    rows: list[list[Cell]] = [
        [cell.strip().replace("⏎", "\n") for cell in line.split("|")] for line in text.strip("\n").split("\n")
    ]
    sheet = Sheet(name, visible=True, rows=rows, merged=tuple(merged), hidden_rows=set(hidden), **changes)  # type: ignore[arg-type]
    found = TableFinder(PLAN).find([sheet], not_tables=(), told={})
    readers = {field.key: ValueReader(PLAN, field) for field in TABLE.public_fields}
    read = read_records(TABLE, found, readers, "BUF", "svar.xlsx", translator("sv"))
    return list(read.records), list(read.findings)


def column(records: Iterable[Record], key: str) -> list[str]:
    return [record.value(key).text for record in records]


def parsed(records: Iterable[Record], key: str) -> list[object]:
    return [record.value(key).parsed for record in records]


def codes(said: Iterable[Finding]) -> list[str]:
    return [one.code for one in said]


def test_a_merged_goal_holds_for_all_of_its_rows() -> None:
    records, said = read(
        f"{HEADINGS}\n1.1 | Rita | Eva | maj\n | Måla | Bo | juni\n2.1 | Sjunga | Siv | juli",
        merged=[Area(2, 1, 3, 1)],
    )
    assert parsed(records, "mal") == ["1.1", "1.1", "2.1"]
    (told,) = said
    assert (told.code, told.place.cell, dict(told.arguments)) == (
        "cells-merged",
        "A2",
        {"first": 2, "last": 3},
    )


def test_rows_whose_activity_is_merged_are_one_row_with_several_lines() -> None:
    records, said = read(
        f"{HEADINGS}\n1.1 | Rita | Eva | maj\n | | Bo | \n2.1 | Sjunga | Siv | juli",
        merged=[Area(2, 1, 3, 1), Area(2, 2, 3, 2)],
    )
    assert column(records, "aktivitet") == ["Rita", "Sjunga"]
    assert column(records, "ansvarig") == ["Eva\nBo", "Siv"]
    assert codes(said) == ["rows-joined"]


@pytest.mark.parametrize("mark", ['"', "”", "-”-", "Se ovan", "dito", "Samma som ovan.", "〃", "do."])
def test_a_ditto_mark_is_what_stands_above(mark: str) -> None:
    records, said = read(f"{HEADINGS}\n1.1 | Rita | Eva | maj\n1.1 | Måla | {mark} | {mark}")
    assert column(records, "ansvarig") == ["Eva", "Eva"]
    assert column(records, "tid") == ["maj", "maj"]
    assert codes(said) == ["cell-ditto", "cell-ditto"]
    assert dict(said[0].arguments)["read"] == "Eva"
    assert (said[0].record, said[0].place.cell) == ("BUF-002", "C3")


def test_a_ditto_of_a_ditto_goes_all_the_way_up() -> None:
    records, _said = read(f"{HEADINGS}\n1.1 | Rita | Eva | maj\n | Måla | se ovan | \n | Sjunga | ” | ")
    assert column(records, "ansvarig") == ["Eva", "Eva", "Eva"]


def test_a_ditto_with_nothing_above_is_an_error() -> None:
    records, said = read(f"{HEADINGS}\n1.1 | Rita | se ovan | maj")
    assert column(records, "ansvarig") == ["se ovan"]
    assert codes(said) == ["cell-ditto-alone"]


def test_a_goal_written_once_is_filled_down_in_a_sheet_of_the_units_own() -> None:
    records, said = read(f"{HEADINGS}\n1.1 | Rita | Eva | maj\n | Måla | Bo | juni")
    assert parsed(records, "mal") == ["1.1", "1.1"]
    assert codes(said) == ["goal-filled-down"]


def test_in_the_form_itself_an_empty_goal_stays_empty() -> None:
    records, said = read(f"{KEYS}\n{HEADINGS}\n1.1 | Rita | Eva | maj\n | Måla | Bo | juni")
    assert parsed(records, "mal") == ["1.1", None]
    assert said == []


def test_a_title_above_the_table_tells_the_goal_of_its_rows() -> None:
    records, said = read(
        """
        Mål: 1.2 Barn i utsatta hem upptäcks tidigare
        Aktivitet | Ansvarig | Tid
        Rita | Eva | maj
        | |
        Mål 2.1
        Aktivitet | Ansvarig | Tid
        Måla | Bo | juni"""
    )
    assert parsed(records, "mal") == ["1.2", "2.1"]
    assert [dict(one.arguments)["where"] for one in said] == ["A1", "A5"]


def test_the_name_of_the_sheet_may_tell_the_goal() -> None:
    records, said = read("Aktivitet | Ansvarig | Tid\nRita | Eva | maj", name="Mål 2.1")
    assert parsed(records, "mal") == ["2.1"]
    assert codes(said) == ["goal-from-title"]


def test_two_goals_in_the_titles_tell_nothing() -> None:
    records, _said = read("1.1\n1.2\nAktivitet | Ansvarig | Tid\nRita | Eva | maj")
    assert parsed(records, "mal") == [None]


def test_a_row_that_names_a_goal_and_nothing_else_holds_for_the_rows_below() -> None:
    records, said = read("""
        Aktivitet | Ansvarig | Tid
        Mål 1.1 | |
        Rita | Eva | maj
        2.1 Barnets bästa prövas före varje beslut | |
        Måla | Bo | juni""")
    assert column(records, "aktivitet") == ["Rita", "Måla"]
    assert parsed(records, "mal") == ["1.1", "2.1"]
    assert codes(said) == ["goal-from-title", "goal-from-title"]


def test_first_and_last_days_in_two_columns_make_one_period() -> None:
    records, _said = read(
        "Mål | Aktivitet | Ansvarig | Start | Slutdatum\n1.1 | Rita | Eva | 2027-03-01 | 2027-05-31"
    )
    assert column(records, "tid") == ["2027-03-01 – 2027-05-31"]
    period = records[0].value("tid").parsed
    assert isinstance(period, Period)
    assert (period.kind, period.start, period.end) == (
        PeriodKind.INTERVAL,
        date(2027, 3, 1),
        date(2027, 5, 31),
    )


def test_a_last_day_alone_is_a_deadline() -> None:
    records, _said = read("Mål | Aktivitet | Ansvarig | Klar senast\n1.1 | Rita | Eva | 2027-05-31")
    period = records[0].value("tid").parsed
    assert isinstance(period, Period)
    assert (period.kind, period.start, period.end) == (PeriodKind.DEADLINE, None, date(2027, 5, 31))


def test_hidden_rows_are_read_and_told() -> None:
    records, said = read(f"{HEADINGS}\n1.1 | Rita | Eva | maj\n1.1 | Måla | Bo | juni", hidden=[3])
    assert column(records, "aktivitet") == ["Rita", "Måla"]
    assert [(one.code, dict(one.arguments)["rows"]) for one in said] == [("rows-hidden", "3")]


def test_hidden_columns_and_sheets_are_read_and_told() -> None:
    rows: list[list[Cell]] = [HEADINGS.split(" | "), ["1.1", "Rita", "Eva", "maj"]]
    sheet = Sheet("Gömd", visible=False, rows=rows, hidden_columns={3})
    found = TableFinder(PLAN).find([sheet], not_tables=(), told={})
    readers = {field.key: ValueReader(PLAN, field) for field in TABLE.public_fields}
    read = read_records(TABLE, found, readers, "BUF", "svar.xlsx", translator("sv"))
    assert read.records[0].value("ansvarig").text == "Eva"
    assert codes(read.findings) == ["sheet-hidden", "column-hidden"]


def test_rows_of_a_second_table_in_the_same_rows_count_where_it_says_something() -> None:
    from aktivplan.definition.preset import load_preset

    plan = load_preset("verksamhetsplan")
    goal = plan.goals[0].label
    rows: list[list[Cell]] = [
        ["Område", "Insatser", "Effekter"],
        [goal, "Rastvärdar", "Färre konflikter"],
        [goal, "Samtal", ""],
    ]
    found = TableFinder(plan).find([Sheet("Plan", visible=True, rows=rows)], not_tables=(), told={})
    effects = plan.tables_by_key["effekter"]
    readers = {field.key: ValueReader(plan, field) for field in effects.public_fields}
    second = [one for one in found if one.table is effects]
    read = read_records(effects, second, readers, "X", "svar.xlsx", translator("sv"))
    assert [record.value("effekt").text for record in read.records] == ["Färre konflikter"]
