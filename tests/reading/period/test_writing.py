"""Periods in words."""

from __future__ import annotations

from datetime import date

import pytest

from aktivplan.i18n import LANGUAGES
from aktivplan.reading.period import understand, written
from tests.reading.period.expressions import expressions, told

PLAN = {"year": 2027, "plan_start": date(2027, 1, 1), "plan_end": date(2029, 12, 31)}


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("mars-maj 2027", "sv", "1 mars 2027 – 31 maj 2027"),
        ("31/3-27", "da", "31. marts 2027"),
        ("senast första halvåret 2027", "sv", "senast 30 juni 2027"),
        ("før 1. mai 2027", "nb", "senest 30. april 2027"),
        ("fr.o.m. 2028", "en", "from 1 January 2028"),
        ("4 ggr/år", "sv", "varje kvartal"),
        ("var 14:e dag", "nb", "hver 2. uke"),
        ("hvert andet år", "en", "every 2 years"),
        ("kvartalsvis fra Q2 2027", "da", "hvert kvartal fra 1. april 2027"),
        ("årligen i mars", "nb", "hvert år, 1. mars 2027 – 31. mars 2027"),
        ("løbende", "sv", "löpande"),
        ("löpande t.o.m. juni 2027", "da", "løbende til og med 30. juni 2027"),
        ("VT27 och HT27", "en", "1 January 2027 – 30 June 2027\n1 August 2027 – 31 December 2027"),
        ("vid behov", "da", "efter behov"),
        ("se ovenfor", "sv", "se ovan"),
        ("3-4 månader", "en", "3-4 månader"),
        ("Rektor", "en", "Rektor"),
    ],
)
def test_a_period_is_written_in_the_language_asked_for(text: str, language: str, words: str) -> None:
    assert written(understand(text, language="sv", year=2027), language) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_expression_of_the_tables_is_the_same_when_written_and_read_again(language: str) -> None:
    for expression in expressions("A", "B", "C"):
        period = understand(expression.text, language=expression.language, today=date(2027, 1, 15), **PLAN)  # type: ignore[arg-type]
        again = understand(written(period, language), language=language, today=date(2027, 1, 15), **PLAN)  # type: ignore[arg-type]
        assert told(again)[1:] == told(period)[1:], expression
        assert period.kind in (again.kind, "relative"), expression
