from __future__ import annotations

from datetime import date

import pytest

from aktivplan.reading.period import understand
from aktivplan.records import Period, PeriodKind

# Language, text | kind | start | end | recurrence, all read in a plan for 2027.
UNDERSTOOD = """
sv 2027-03-31                         | interval  | 2027-03-31 | 2027-03-31
sv 31/3                               | interval  | 2027-03-31 | 2027-03-31
sv 31/3 2026                          | interval  | 2026-03-31 | 2026-03-31
sv 31/3-26                            | interval  | 2026-03-31 | 2026-03-31
da 31.3.2026                          | interval  | 2026-03-31 | 2026-03-31
da d. 31. marts 2026                  | interval  | 2026-03-31 | 2026-03-31
en March 31, 2026                     | interval  | 2026-03-31 | 2026-03-31
sv 1/9-15/11 2026                     | interval  | 2026-09-01 | 2026-11-15
sv 3–7 maj                            | interval  | 2027-05-03 | 2027-05-07
da 10.1.-28.2.2026                    | interval  | 2026-01-10 | 2026-02-28
sv 1 mars – 30 juni 2026              | interval  | 2026-03-01 | 2026-06-30
sv maj                                | interval  | 2027-05-01 | 2027-05-31
nb i løpet av mai 2026                | interval  | 2026-05-01 | 2026-05-31
sv 2026-05                            | interval  | 2026-05-01 | 2026-05-31
sv 05/2026                            | interval  | 2026-05-01 | 2026-05-31
sv februari 2028                      | interval  | 2028-02-01 | 2028-02-29
sv maj-juni 2026                      | interval  | 2026-05-01 | 2026-06-30
da I perioden fra august til november | interval  | 2027-08-01 | 2027-11-30
sv oktober-mars                       | interval  | 2027-10-01 | 2028-03-31
sv nov-feb 2027                       | interval  | 2026-11-01 | 2027-02-28
sv nov 2026-feb 2027                  | interval  | 2026-11-01 | 2027-02-28
sv maj/juni 2026                      | interval  | 2026-05-01 | 2026-06-30
sv 2026-05-01--2026-06-30             | interval  | 2026-05-01 | 2026-06-30
sv 26-03-31                           | interval  | 2026-03-31 | 2026-03-31
sv okt -26                            | interval  | 2026-10-01 | 2026-10-31
sv mellan mars och maj                | interval  | 2027-03-01 | 2027-05-31
sv fr.o.m. mars t.o.m. maj 2026       | interval  | 2026-03-01 | 2026-05-31
sv Start: mars 2026, slut: maj 2026   | interval  | 2026-03-01 | 2026-05-31
sv 2026                               | interval  | 2026-01-01 | 2026-12-31
sv hela 2026                          | interval  | 2026-01-01 | 2026-12-31
sv 2026-2028                          | interval  | 2026-01-01 | 2028-12-31
da i løbet af 2026 og 2027            | interval  | 2026-01-01 | 2027-12-31
sv kv. 3                              | interval  | 2027-07-01 | 2027-09-30
sv Q2–Q3 2026                         | interval  | 2026-04-01 | 2026-09-30
sv kv 1-2 2026                        | interval  | 2026-01-01 | 2026-06-30
da 4. kvartal 2026                    | interval  | 2026-10-01 | 2026-12-31
nb siste kvartal 2026                 | interval  | 2026-10-01 | 2026-12-31
nb III kvartal 2026                   | interval  | 2026-07-01 | 2026-09-30
sv första halvåret 2026               | interval  | 2026-01-01 | 2026-06-30
da 2. halvår                          | interval  | 2027-07-01 | 2027-12-31
sv tertial 2                          | interval  | 2027-05-01 | 2027-08-31
sv T3 2026                            | interval  | 2026-09-01 | 2026-12-31
sv VT26                               | interval  | 2026-01-01 | 2026-06-30
sv ht-26                              | interval  | 2026-08-01 | 2026-12-31
sv höstterminen                       | interval  | 2027-08-01 | 2027-12-31
sv HT 2026-VT 2027                    | interval  | 2026-08-01 | 2027-06-30
sv läsåret 2026/27                    | interval  | 2026-08-01 | 2027-06-30
da skoleåret 2026/2027                | interval  | 2026-08-01 | 2027-07-31
sv läsåret 2011-12                    | interval  | 2011-08-01 | 2012-06-30
sv våren 2026                         | interval  | 2026-01-01 | 2026-06-30
da efteråret                          | interval  | 2027-08-01 | 2027-12-31
nb vår–høst 2026                      | interval  | 2026-01-01 | 2026-12-31
sv vintern 2026/27                    | interval  | 2026-12-01 | 2027-02-28
sv v. 34                              | interval  | 2027-08-23 | 2027-08-29
da uge 28-30                          | interval  | 2027-07-12 | 2027-08-01
sv v. 51 2026–v. 2 2027               | interval  | 2026-12-14 | 2027-01-17
da primo 2027                         | interval  | 2027-01-01 | 2027-03-31
da medio maj 2027                     | interval  | 2027-05-11 | 2027-05-20
da primo 2026 (januar-februar)        | interval  | 2026-01-01 | 2026-02-28
da sommeren 2026 (august-september)   | interval  | 2026-08-01 | 2026-09-30
sv oktober (2026)                     | interval  | 2026-10-01 | 2026-10-31
da dialogmødet i marts 2026           | interval  | 2026-03-01 | 2026-03-31
sv kl. 13.00 den 5 maj                | interval  | 2027-05-05 | 2027-05-05
sv senast den 31 januari              | deadline  |            | 2027-01-31
sv Klar senast 30/6                   | deadline  |            | 2027-06-30
sv klart 2026-06-30                   | deadline  |            | 2026-06-30
da inden udgangen af august           | deadline  |            | 2027-08-31
nb innen utgangen av 2026             | deadline  |            | 2026-12-31
nb innen 1. juni                      | deadline  |            | 2027-06-01
sv vid årets slut                     | deadline  |            | 2027-12-31
sv före 1 maj                         | deadline  |            | 2027-04-30
sv t.o.m. 2026-12-31                  | deadline  |            | 2026-12-31
sv till och med maj                   | deadline  |            | 2027-05-31
sv årsskiftet 2026/27                 | deadline  |            | 2026-12-31
sv senast vecka 22                    | deadline  |            | 2027-06-06
en by the end of March                | deadline  |            | 2027-03-31
sv fr.o.m. 1 mars                     | from      | 2027-03-01 |
nb f.o.m. august 2026                 | from      | 2026-08-01 |
sv mars 2026 -                        | from      | 2026-03-01 |
sv med start i mars                   | from      | 2027-03-01 |
sv varje kvartal                      | recurring |            |            | P3M
da hvert halvår                       | recurring |            |            | P6M
nb hver måned                         | recurring |            |            | P1M
sv vartannat år                       | recurring |            |            | P2Y
sv vart tredje år                     | recurring |            |            | P3Y
da hver 14. dag                       | recurring |            |            | P2W
sv 2 ggr/år                           | recurring |            |            | P6M
da to gange om året                   | recurring |            |            | P6M
sv en gång per termin                 | recurring |            |            | P6M
da 2. tirsdag i måneden               | recurring |            |            | P1M
en twice a year                       | recurring |            |            | P6M
da årligt i november                  | recurring | 2027-11-01 | 2027-11-30 | P1Y
sv varje mars                         | recurring | 2027-03-01 | 2027-03-31 | P1Y
sv kvartalsvis med start Q2           | recurring | 2027-04-01 |            | P3M
sv löpande                            | ongoing   |            |
da fortløbende                        | ongoing   |            |
sv löpande under året                 | ongoing   | 2027-01-01 | 2027-12-31
da hele året                          | ongoing   | 2027-01-01 | 2027-12-31
sv löpande fr.o.m. HT27               | ongoing   | 2027-08-01 |
sv VT27 och HT27                      | multi     | 2027-01-01 | 2027-12-31
sv VT26/HT26                          | multi     | 2026-01-01 | 2026-12-31
sv mars, maj och augusti 2026         | multi     | 2026-03-01 | 2026-08-31
sv på lång sikt                       | longterm  |            |
da efter behov                        | event     |            |
sv i samband med introduktionen       | event     |            |
sv innan nästa möte                   | event     |            |
sv snarast                            | asap      |            |
sv klart                              | status    |            |
sv 3-12 månader                       | duration  |            |
sv -                                  | missing   |            |
sv ?                                  | missing   |            |
sv ej bestämt                         | missing   |            |
en n/a                                | missing   |            |
sv "                                  | ditto     |            |
sv se ovan                            | ditto     |            |
sv Rektor                             | unparsed  |            |
sv v. 53 2027                         | unparsed  |            |
sv 30 februari                        | unparsed  |            |
sv 12345678901234567890               | unparsed  |            |
"""


def cases(table: str) -> list[tuple[str, str, list[str]]]:
    lines = (line for line in table.strip().splitlines())
    parts = ([cell.strip() for cell in line.split("|")] for line in lines)
    return [(text[:2], text[3:].strip(), [*expected, "", "", ""][:4]) for text, *expected in parts]


def read(text: str, language: str = "sv", **context: date) -> Period:
    return understand(text, language=language, year=2027, **context)


def told(period: Period) -> list[str]:
    start, end = (day.isoformat() if day else "" for day in (period.start, period.end))
    return [period.kind, start, end, period.recurrence]


@pytest.mark.parametrize(("language", "text", "expected"), cases(UNDERSTOOD))
def test_the_common_forms_are_understood(language: str, text: str, expected: list[str]) -> None:
    assert told(read(text, language)) == expected


@pytest.mark.parametrize("text", ["maj 2027", " Maj\u00a02027. ", "MAJ 2027", "maj\u00ad 2027"])
def test_the_text_is_kept_as_it_was_written(text: str) -> None:
    period = read(text)
    assert (period.text, period.start) == (text, date(2027, 5, 1))


@pytest.mark.parametrize(
    "text", ["maj 2027-mars 2026", "31/12 2027-1/3 2027", "2028-2026", "från maj 2027 till maj 2026"]
)
def test_what_ends_before_it_begins_has_no_days_and_says_so(text: str) -> None:
    period = read(text)
    assert (period.kind, period.start, period.end, period.note) == (
        PeriodKind.UNPARSED,
        None,
        None,
        "reversed",
    )


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("1 mars 2027", "A"),
        ("våren 2027", "B"),
        ("primo 2027", "B"),
        ("före 1 mars 2027", "B"),
        ("mötet i mars 2027", "B"),
        ("ca mars 2027", "B"),
        ("mars 27", "C"),
        ("2026/27", "C"),
        ("primo Q2 2027", "C"),
        ("löpande, uppföljning i december", "C"),
        ("Rektor", "C"),
    ],
)
def test_how_sure_we_are_is_said(text: str, confidence: str) -> None:
    assert read(text).confidence == confidence


def test_lines_are_parts_and_the_period_is_their_hull() -> None:
    period = read("• mars 2027\n• senast 30 juni 2027\n• oktober")
    assert told(period)[:3] == ["multi", "2027-03-01", "2027-10-31"]
    assert [told(part)[0] for part in period.parts] == ["interval", "deadline", "interval"]
    assert [part.text for part in period.parts] == ["mars 2027", "senast 30 juni 2027", "oktober"]


def test_the_only_line_with_a_time_says_it_for_all() -> None:
    assert told(read("Vi börjar sent\nmars 2027"))[:3] == ["interval", "2027-03-01", "2027-03-31"]


def test_a_list_with_one_year_at_its_end_has_it_throughout() -> None:
    period = read("mars och maj 2026")
    assert [part.start for part in period.parts] == [date(2026, 3, 1), date(2026, 5, 1)]


def test_a_month_without_its_year_falls_within_the_plan() -> None:
    school = {"plan_start": date(2026, 8, 1), "plan_end": date(2027, 6, 30)}
    assert understand("mars", language="sv", year=2026, **school).start == date(2027, 3, 1)
    assert understand("oktober-mars", language="sv", year=2026, **school).end == date(2027, 3, 31)
    assert understand("oktober", language="sv", year=2026, **school).start == date(2026, 10, 1)


def test_without_any_year_to_go_by_a_month_is_not_understood() -> None:
    assert understand("mars", language="sv", year=None).kind is PeriodKind.UNPARSED


def test_the_plan_period_is_the_plans() -> None:
    period = read("hela planperioden", plan_start=date(2026, 8, 1), plan_end=date(2029, 6, 30))
    assert told(period)[:3] == ["relative", "2026-08-01", "2029-06-30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i år", ["relative", "2026-01-01", "2026-12-31", ""]),
        ("nästa år", ["relative", "2027-01-01", "2027-12-31", ""]),
        ("nästa läsår", ["relative", "2026-08-01", "2027-06-30", ""]),
        ("inom ett år", ["relative", "", "2027-02-15", ""]),
        ("inom 3 månader", ["relative", "", "2026-05-15", ""]),
        ("snarast", ["asap", "2026-02-15", "", ""]),
    ],
)
def test_what_is_told_from_today_needs_a_today(text: str, expected: list[str]) -> None:
    assert told(read(text, today=date(2026, 2, 15))) == expected
    assert read(text).end is None or text == "i år" or "nästa" in text


def test_the_swedish_school_year_ends_in_june_and_the_danish_in_july() -> None:
    ends = [read(text).end for text in ("skolåret 2026/27", "skoleåret 2026/27")]
    assert ends == [date(2027, 6, 30), date(2027, 7, 31)]


def test_where_no_word_tells_the_plans_language_says_when_a_school_year_ends() -> None:
    ends = [read("2026/27", language).end for language in ("sv", "da", "nb")]
    assert ends == [date(2027, 6, 30), date(2027, 7, 31), date(2027, 7, 31)]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("31 mars 2027", "day"),
        ("fredag v. 22", "day"),
        ("vid årsskiftet", "day"),
        ("v. 22", "week"),
        ("mars-maj 2027", "month"),
        ("slutet av mars", "month"),
        ("Q2 2027", "quarter"),
        ("tertial 2", "tertial"),
        ("första halvåret", "half_year"),
        ("HT27", "term"),
        ("våren 2027", "season"),
        ("läsåret 2026/27", "school_year"),
        ("2027-2029", "year"),
        ("primo 2027", "year"),
        ("1 mars 2027 till hösten 2027", "season"),
        ("v. 22, mars 2027 och Q3 2027", "quarter"),
        ("inom 6 månader", "month"),
        ("inom 2 veckor", "week"),
        ("varje tertial", "tertial"),
        ("varannan vecka", "week"),
        ("2 ggr/år", "year"),
        ("varje termin", "term"),
        ("halvårsvis", "half_year"),
        ("var 14:e dag", "day"),
        ("vartannat år", "year"),
        ("årligen i mars", "month"),
        ("löpande under 2027", "year"),
        ("löpande", "none"),
        ("efter behov", "none"),
        ("planperioden", "none"),
    ],
)
def test_the_coarsest_unit_named_is_told(text: str, precision: str) -> None:
    assert read(text, plan_start=date(2027, 1, 1), plan_end=date(2027, 12, 31)).precision == precision


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("1 mars 2027", ""),
        ("1 mars", "year-of-plan"),
        ("våren 2027", "season"),
        ("primo 2027", "part-of-period"),
        ("primo Q2 2027", "part-of-part"),
        ("före 1 maj 2027", "day-before"),
        ("efter 1 maj 2027", "day-after"),
        ("mötet i mars 2027", "other-words"),
        ("mars 27", "day-or-year"),
        ("3/31/2027", "day-or-month"),
        ("27-03-31", "short-date"),
        ("20270331", "compact-date"),
        ("2026/27", "school-year-or-two-years"),
        ("årsskiftet 2027", "which-turn-of-year"),
        ("före jul", "holiday"),
        ("efter sommaren", "season-edge"),
        ("v2734", "week-shorthand"),
        ("löpande, uppföljning i december", "date-beside"),
        ("46112", "serial"),
        ("måndag 5 september 2027", "other-weekday"),
        ("mars eller april", "either-or"),
        ("1-2 ggr/år", "how-often"),
        ("maj 2027-mars 2026", "reversed"),
        ("30 februari", "no-such-day"),
        ("v. 53", "no-such-week"),
        ("planperioden", "no-plan"),
        ("nästa månad", "no-today"),
        ("snarast", "no-end"),
        ("klart", "status-word"),
        ("se ovan", "row-above"),
        ("Rektor", "not-understood"),
    ],
)
def test_what_a_person_should_know_about_the_reading_is_noted(text: str, note: str) -> None:
    assert read(text).note == note


@pytest.mark.parametrize("text", ["vår verksamhet", "may have to wait", "i vår kommun"])
def test_a_common_word_is_no_season_and_no_month(text: str) -> None:
    assert read(text).kind is PeriodKind.UNPARSED


def test_a_unit_written_once_is_that_of_every_number_in_the_list() -> None:
    weeks = read("v. 8, 12 och 20")
    assert [part.start for part in weeks.parts] == [date(2027, 2, 22), date(2027, 3, 22), date(2027, 5, 17)]
    assert [part.end for part in read("1. og 3. kvartal", "da").parts] == [
        date(2027, 3, 31),
        date(2027, 9, 30),
    ]


def test_what_cannot_be_placed_in_time_keeps_how_often_it_comes() -> None:
    period = understand("årligen i november", language="sv", year=None)
    assert (period.kind, period.recurrence, period.start, period.note) == (
        PeriodKind.RECURRING,
        "P1Y",
        None,
        "no-year",
    )


def test_easter_moves() -> None:
    assert read("före påsk 2025").end == date(2025, 4, 16)
    assert read("före påsk 2027").end == date(2027, 3, 24)
