"""Every code is explained, in every language."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys

import pytest

from aktivplan.codes import CATALOGUE
from aktivplan.codes.explanations import explanations
from aktivplan.i18n import LANGUAGES

PARTS = ("meaning", "example", "mending")
every_language = pytest.mark.parametrize("language", LANGUAGES)


@every_language
def test_every_code_is_explained_and_no_other(language: str) -> None:
    assert set(explanations(language)) == set(CATALOGUE)


@every_language
def test_an_explanation_has_all_its_parts_in_whole_sentences(language: str) -> None:
    unfinished = [
        (code, part)
        for code, told in explanations(language).items()
        for part in PARTS
        if not re.fullmatch(r"\S.*\.", getattr(told, part))
    ]
    assert unfinished == []


@every_language
def test_every_part_is_short(language: str) -> None:
    assert [
        (code, part)
        for code, told in explanations(language).items()
        for part in PARTS
        if len(getattr(told, part)) > 330
    ] == []


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(LANGUAGES, 2)))
def test_the_languages_are_not_the_same(one: str, other: str) -> None:
    told, others = explanations(one), explanations(other)
    alike = [code for code in told if told[code].meaning == others[code].meaning]
    assert alike == []


@every_language
def test_no_two_codes_mean_the_same(language: str) -> None:
    meanings = [told.meaning for told in explanations(language).values()]
    assert sorted({text for text in meanings if meanings.count(text) > 1}) == []


def test_the_texts_are_read_only_when_asked_for() -> None:
    script = "import sys, aktivplan.pipeline; print('tomllib' in sys.modules, 'aktivplan.codes.explanations' in sys.modules)"
    printed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert printed.split() == ["False", "False"]
