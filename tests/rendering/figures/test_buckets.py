from __future__ import annotations

from datetime import date

from aktivplan.i18n import translator
from aktivplan.rendering.figures.buckets import buckets, months_later

SV = translator("sv")


def test_a_year_has_a_column_for_each_month() -> None:
    columns = buckets(date(2027, 1, 1), date(2027, 12, 31), SV)
    assert len(columns) == 12
    assert columns[2].full == "mars 2027"
    assert (columns[1].start, columns[1].end) == (date(2027, 2, 1), date(2027, 2, 28))


def test_a_school_year_begins_in_its_own_month() -> None:
    columns = buckets(date(2026, 8, 10), date(2027, 6, 30), SV)
    assert columns[0].start == date(2026, 8, 1)
    assert columns[-1].full == "juni 2027"


def test_three_years_have_a_column_for_each_quarter() -> None:
    columns = buckets(date(2027, 1, 1), date(2029, 12, 31), SV)
    assert len(columns) == 12
    assert columns[0].full == "jan. 2027 till mars 2027"


def test_ten_years_have_a_column_for_each_year() -> None:
    columns = buckets(date(2027, 1, 1), date(2036, 12, 31), SV)
    assert [column.short for column in columns][:2] == ["2027", "2028"]
    assert columns[0].full == "2027"


def test_a_century_has_columns_of_several_years() -> None:
    columns = buckets(date(2027, 1, 1), date(2126, 12, 31), SV)
    assert len(columns) == 10
    assert columns[0].short == "2027"
    assert columns[0].full == "jan. 2027 till dec. 2036"


def test_a_period_may_last_as_long_as_the_calendar() -> None:
    assert len(buckets(date(2027, 1, 1), date.max, SV)) <= 13


def test_months_are_counted_over_the_turn_of_the_year() -> None:
    assert months_later(date(2027, 11, 30), 3) == date(2028, 2, 1)
