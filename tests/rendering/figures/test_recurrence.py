from __future__ import annotations

from datetime import date

import pytest

from aktivplan.i18n import translator
from aktivplan.rendering.figures.recurrence import recurrence_of

JANUARY, DECEMBER = date(2027, 1, 1), date(2027, 12, 31)


@pytest.mark.parametrize(
    ("duration", "words"),
    [("P1W", "varje vecka"), ("P2W", "varannan vecka"), ("P3M", "varje kvartal"), ("P2Y", "vartannat år")],
)
def test_how_often_is_said_in_the_plans_language(duration: str, words: str) -> None:
    recurrence = recurrence_of(duration)
    assert recurrence is not None
    assert recurrence.words(translator("sv")) == words


@pytest.mark.parametrize("duration", ["", "P0M", "PT1H", "quarterly"])
def test_what_is_no_duration_is_no_recurrence(duration: str) -> None:
    assert recurrence_of(duration) is None


def test_every_quarter_has_a_stretch_of_its_own() -> None:
    recurrence = recurrence_of("P3M")
    assert recurrence is not None
    stretches = list(recurrence.stretches(date(2027, 2, 10), DECEMBER))
    assert stretches[0] == (date(2027, 2, 10), date(2027, 4, 30))
    assert stretches[-1] == (date(2027, 11, 1), DECEMBER)


def test_what_comes_back_for_ever_ends_with_the_calendar() -> None:
    recurrence = recurrence_of("P999Y")
    assert recurrence is not None
    assert len(list(recurrence.stretches(JANUARY, date.max))) == 8
