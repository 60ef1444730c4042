"""The catalogue of findings."""

from __future__ import annotations

import re

import pytest

from aktivplan.codes import CATALOGUE
from aktivplan.findings import Place, finding
from aktivplan.i18n import LANGUAGES, translator

PLACEHOLDER = re.compile(r"{(\w*)}")
FROM_THE_PLACE = {"cell", "sheet"}
every_language = pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])


@every_language
def test_every_code_has_its_text_in_every_language(language: str) -> None:
    t = translator(language)
    assert [code.name for code in CATALOGUE.values() if t(code.message) == code.message] == []


@every_language
def test_every_text_has_the_placeholders_of_the_english_one(language: str) -> None:
    t = translator(language)
    wrong = [
        code.name
        for code in CATALOGUE.values()
        if sorted(PLACEHOLDER.findall(t(code.message))) != sorted(PLACEHOLDER.findall(code.message))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_filled_in(language: str) -> None:
    for code in CATALOGUE.values():
        names = set(PLACEHOLDER.findall(code.message)) - FROM_THE_PLACE
        told = finding(code.name, Place("a.xlsx", "Blad", 4, 3), **dict.fromkeys(names, "X"))
        assert "{" not in told.text(translator(language))


def test_every_text_is_made_of_whole_sentences() -> None:
    # "... with: aktivplan init {folder}" ends with a command, to be copied as it stands.
    unfinished = [
        code.name for code in CATALOGUE.values() if not re.search(r"(\.|init {folder})$", code.message)
    ]
    assert unfinished == []


def test_codes_are_written_alike() -> None:
    assert [name for name in CATALOGUE if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_to_a_unit_needs_nothing_that_a_finding_does_not_have(language: str) -> None:
    t = translator(language)
    for code in CATALOGUE.values():
        known = set(PLACEHOLDER.findall(code.message)) | FROM_THE_PLACE | {"former"}
        assert set(PLACEHOLDER.findall(t(code.to_unit))) <= known, code.name


@every_language
def test_what_is_said_to_a_unit_is_translated(language: str) -> None:
    t = translator(language)
    assert [
        code.name for code in CATALOGUE.values() if code.to_unit and t(code.to_unit) == code.to_unit
    ] == []
