"""Texts, dates and alphabetical order in each language."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from aktivplan.i18n import LANGUAGES, translator


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("sv", ["Adam", "eva", "Zoe", "Åsa", "Ärla", "Östen"]),
        ("da", ["Adam", "eva", "Zoe", "Ægir", "Øjvind", "Åse"]),
        ("nb", ["Adam", "eva", "Zoe", "Ægir", "Øyvind", "Åse"]),
        ("en", ["Adam", "eva", "Zoe"]),
    ],
)
def test_names_sort_by_the_languages_own_alphabet(language: str, ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=translator(language).sort_key) == ordered


def test_letters_of_the_neighbours_sort_as_ones_own() -> None:
    assert sorted(["Øst", "Åsa", "Æra"], key=translator("sv").sort_key) == ["Åsa", "Æra", "Øst"]


def test_accents_do_not_matter_to_the_order() -> None:
    assert sorted(["Erik", "Éva", "Edit"], key=translator("sv").sort_key) == ["Edit", "Erik", "Éva"]


def test_letters_put_together_of_two_characters_sort_as_one() -> None:
    apart = unicodedata.normalize("NFD", "Åsa")
    assert sorted([apart, "Bo"], key=translator("sv").sort_key) == ["Bo", apart]


def test_equal_names_are_told_apart_by_how_they_are_written() -> None:
    key = translator("sv").sort_key
    assert key("eva") != key("Eva")


def test_dates_in_texts_are_written_out() -> None:
    assert translator("sv")("{day}", day=date(2027, 3, 4)) == "4 mars 2027"


def test_decimal_numbers_in_texts_have_the_languages_comma() -> None:
    assert translator("da")("{limit}", limit=1.5) == "1,5"


def test_whole_numbers_in_texts_stay_as_they_are() -> None:
    assert translator("sv")("{row}", row=12500) == "12500"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="xx"):
        translator("xx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_text_stays_empty(language: str) -> None:
    assert translator(language)("") == ""
