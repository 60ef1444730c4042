from __future__ import annotations

import pytest

from aktivplan.reading.amounts import parse_money, parse_number, parse_percent, share_of


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("12", "sv", 12),
        ("-3", "sv", -3),
        ("1 234,5", "sv", 1234.5),
        ("1234,5", "sv", 1234.5),
        ("12.5", "sv", 12.5),
        ("1.234", "da", 1234),
        ("1.234.567,8", "da", 1234567.8),
        ("1,234.5", "en", 1234.5),
        ("1,234", "en", 1234),
        ("1,234", "sv", 1.234),
        ("0,5", "nb", 0.5),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(text: str, language: str, number: float) -> None:
    assert parse_number(text, language) == pytest.approx(number)


@pytest.mark.parametrize("text", ["", "tolv", "12 st", "1 2 3", "1,2,3", "10-12", "12 34", "1..2", "٣"])
def test_more_or_less_than_one_number_is_none(text: str) -> None:
    assert parse_number(text, "sv") is None


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("80 %", 0.8),
        ("80%", 0.8),
        ("12,5 procent", 0.125),
        ("80 pct.", 0.8),
        ("0,5 %", 0.005),
        ("80", 0.8),
        ("0,8", 0.8),
    ],
)
def test_percent_is_a_share_of_one(text: str, share: float) -> None:
    assert parse_percent(text, "sv") == pytest.approx(share)


@pytest.mark.parametrize("text", ["minst 80 %", "80-90 %", "alla", "%"])
def test_more_than_one_share_is_none(text: str) -> None:
    assert parse_percent(text, "sv") is None


def test_a_number_above_one_is_percentage_points() -> None:
    assert [share_of(0.8), share_of(1), share_of(80)] == [0.8, 1, 0.8]


@pytest.mark.parametrize(
    ("text", "language", "crowns"),
    [
        ("25 000 kr", "sv", 25_000),
        ("25 000:-", "sv", 25_000),
        ("50 tkr", "sv", 50_000),
        ("50 tusen kr", "sv", 50_000),
        ("1,5 mkr", "sv", 1_500_000),
        ("2 miljoner kronor", "sv", 2_000_000),
        ("50.000 kr.", "da", 50_000),
        ("1,5 mio. kr.", "da", 1_500_000),
        ("50 t.kr.", "da", 50_000),
        ("kr 25 000", "nb", 25_000),
        ("1,5 mill. kr", "nb", 1_500_000),
        ("25000", "nb", 25_000),
    ],
)
def test_sums_of_money_are_in_crowns(text: str, language: str, crowns: float) -> None:
    assert parse_money(text, language) == pytest.approx(crowns)


@pytest.mark.parametrize("text", ["", "inom ram", "kr", "50 euro", "ca 50 tkr och lokal", "50-60 tkr"])
def test_what_is_no_sum_is_none(text: str) -> None:
    assert parse_money(text, "sv") is None
