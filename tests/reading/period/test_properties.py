"""What holds of any text at all, in any context."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as some

from aktivplan.i18n import LANGUAGES
from aktivplan.reading.period import Note, understand, written
from aktivplan.reading.period.lexicon import LEXICON
from aktivplan.records import Period, PeriodKind

WORDS = some.sampled_from(
    [
        *sorted(LEXICON),
        *(
            "1",
            "2",
            "8.",
            "12",
            "31",
            "34",
            "53",
            "2027",
            "2028",
            "26",
            "'27",
            "31/3",
            "1.5.",
            "20270331",
            "45747",
        ),
        *("2026-13-40", "2027-03-31", "0000-01-01", "9999-12-31", "3/31/2027", "99-01-01", "0/0"),
        *("-", "–", "/", ".", ",", "(", ")", "&", "xyz", "\n", "\n• ", "%", '"', "\u00a0", "½"),
    ]
)
TEXTS = some.text() | some.lists(WORDS, max_size=8).map(" ".join) | some.lists(WORDS, max_size=5).map("".join)
DAYS = some.none() | some.dates() | some.dates(date(2020, 1, 1), date(2030, 12, 31))
CONTEXTS = some.fixed_dictionaries(
    {
        "language": some.sampled_from(LANGUAGES),
        "year": some.none() | some.integers(2020, 2030) | some.integers(),
        "plan_start": DAYS,
        "plan_end": DAYS,
        "today": DAYS,
    }
)


def days_and_frequency(period: Period) -> tuple[date | None, date | None, str]:
    return period.start, period.end, period.recurrence


@given(TEXTS, CONTEXTS)
@settings(max_examples=1500, deadline=None)
@example("0 januari 0", {"language": "sv", "year": 2027})
@example("fri 0st 1. maj 2025", {"language": "sv", "year": 2027})
@example("9" * 5000, {"language": "sv", "year": None})
@example("inom 100 år", {"language": "sv", "year": 2027, "today": date.max})
@example("nästa vecka", {"language": "sv", "year": 2027, "today": date.max})
@example("före planperioden", {"language": "sv", "year": 1, "plan_start": date.min, "plan_end": date.max})
@example("i år", {"language": "sv", "year": 0, "today": date.min})
@example("1/1", {"language": "sv", "year": 10_000})
def test_no_text_raises_and_no_period_ends_before_it_begins(text: str, context: dict[str, object]) -> None:
    period = understand(text, **context)  # type: ignore[arg-type]
    assert period.text == text
    for one in (period, *period.parts):
        assert one.start is None or one.end is None or one.start <= one.end
        assert one.confidence in ("A", "B", "C")
        assert Note(one.note).value == one.note


@given(TEXTS, CONTEXTS, some.sampled_from(LANGUAGES))
@settings(max_examples=1500, deadline=None)
@example("VT25 + HT25", {"language": "sv", "year": 2027}, "da")
@example("hvert tredje år", {"language": "da", "year": 2027}, "en")
@example("löpande t.o.m. 2027", {"language": "sv", "year": 2027}, "nb")
@example(
    "löpande under planperioden",
    {"language": "sv", "year": 1, "plan_start": date.min, "plan_end": date.max},
    "en",
)
def test_a_period_written_in_words_is_read_as_the_same(
    text: str, context: dict[str, object], language: str
) -> None:
    period = understand(text, **context)  # type: ignore[arg-type]
    again = understand(written(period, language), **{**context, "language": language})  # type: ignore[arg-type]
    if period.kind in (PeriodKind.UNPARSED, PeriodKind.DURATION):
        assert written(period, language) == text
        return
    assert days_and_frequency(again) == days_and_frequency(period)
    if period.kind is not PeriodKind.RELATIVE:
        assert again.kind is period.kind
