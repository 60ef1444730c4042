from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from aktivplan.i18n import translator
from aktivplan.reading.cells import clean, is_blank, text_of
from aktivplan.workbooks.sheets import Cell

SV = translator("sv")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Rektor  ", "Rektor"),
        ("Eva\u00a0Lind", "Eva Lind"),
        ("för\u00adskola\u200b", "förskola"),
        ("fo\u0308rskola", "förskola"),
        ("en \n  två\r\ntre", "en\ntvå\ntre"),
        ("a\x0bb\x07c", "a\nb c"),
        ("\ufeff", ""),
        ("=1+1", "=1+1"),
        (3.0, "3"),
        (1.5, "1,5"),
        (0.1 + 0.2, "0,3"),
        (1e15, "1000000000000000"),
        (True, "Ja"),
        (False, "Nej"),
        (date(2027, 3, 1), "2027-03-01"),
        (datetime(2027, 3, 1), "2027-03-01"),  # noqa: DTZ001 - calamine gives them without a zone
        (datetime(2027, 3, 1, 13, 5), "2027-03-01 13:05"),  # noqa: DTZ001 - the same
        (time(8, 30), "08:30"),
        (timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_a_cell_says_what_a_person_sees(cell: Cell, text: str) -> None:
    assert text_of(cell, SV) == text


def test_english_has_a_decimal_point() -> None:
    assert text_of(1.5, translator("en")) == "1.5"


@pytest.mark.parametrize("cell", ["", "  ", "\u00a0", "\n\u200b"])
def test_white_space_alone_is_blank(cell: str) -> None:
    assert is_blank(cell)


@pytest.mark.parametrize("cell", ["-", 0.0, False])
def test_a_dash_a_zero_and_a_false_are_not_blank(cell: Cell) -> None:
    assert not is_blank(cell)


@given(some.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(some.text())
def test_no_control_character_is_left(text: str) -> None:
    assert not {character for character in clean(text) if ord(character) < 32} - {"\n"}
