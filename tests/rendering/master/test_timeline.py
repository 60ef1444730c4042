from __future__ import annotations

import re
from datetime import date

from aktivplan.edition import Edition
from aktivplan.records import Period, PeriodKind, Value
from tests.rendering.master.support import attributes, headings, of, parts, rendered, rows
from tests.support import activity, make_plan, make_submission, period

PLAN = make_plan()
SPRING = period("mars–maj", date(2027, 3, 1), date(2027, 5, 31))
BY_JUNE = Value("senast 30 juni", Period("senast 30 juni", PeriodKind.DEADLINE, None, date(2027, 6, 30)))
ONGOING = Value("löpande", Period("", PeriodKind.ONGOING, date(2027, 1, 1), date(2027, 12, 31)))
UNDATED = Value("löpande", Period("löpande", PeriodKind.ONGOING))


def edition(*times: Value) -> Edition:
    records = [activity(PLAN, "BUF", number, tid=tid) for number, tid in enumerate(times, 1)]
    return of(PLAN, make_submission(PLAN, "BUF", *records))


def test_every_scheduled_row_stands_there_with_its_days_and_what_they_are() -> None:
    found = rows(rendered(edition(SPRING, BY_JUNE, UNDATED))["Tidslinje"])

    assert [(row["Nr"], row["Mål nr"], row["Enhetskod"], row["Typ"]) for row in found] == [
        ("BUF-001", "1.1", "BUF", "Från och till"),
        ("BUF-002", "1.1", "BUF", "Klart senast"),
    ]
    assert found[0]["Första dag"].date() == date(2027, 3, 1)
    assert (found[1]["Första dag"], found[1]["Sista dag"].date()) == (None, date(2027, 6, 30))


def test_the_months_of_the_period_stand_across() -> None:
    assert headings(rendered(edition(SPRING))["Tidslinje"])[-12:-9] == ["jan 27", "feb 27", "mars 27"]


def test_cells_of_bars_are_not_written_but_drawn_by_formulas_on_the_days() -> None:
    xml = parts(edition(SPRING))["xl/worksheets/sheet3.xml"]
    formulas = re.findall(r"<cfRule type=\"expression\"[^>]*><formula>([^<]+)", xml)

    assert not re.search(r'<c r="[H-S]6"', xml)
    assert any("$E6" in formula and "$F6" in formula and "EDATE(H$4,1)" in formula for formula in formulas)


def test_a_deadline_has_a_sign_in_its_month_that_goes_when_the_day_is_moved() -> None:
    xml = parts(edition(BY_JUNE))["xl/worksheets/sheet3.xml"]

    (cell,) = re.findall(r'<c r="M6"[^>]*t="str"><f>([^<]+)</f><v>◆</v></c>', xml)
    assert cell.startswith("IF(AND(COUNT($E6:$F6)&gt;0")


def test_what_goes_on_has_an_arrow_in_the_last_month() -> None:
    assert "<v>→</v>" in parts(edition(ONGOING))["xl/worksheets/sheet3.xml"]


def test_what_happens_several_times_has_a_sign_in_its_months_and_a_bar_nowhere_else() -> None:
    days = [(date(2027, month, 8), date(2027, month, 14)) for month in (3, 10)]
    several = tuple(Period("", PeriodKind.INTERVAL, *both) for both in days)
    hull = Period("v. 10 och 41", PeriodKind.MULTI, days[0][0], days[1][1], several)
    made = edition(Value("v. 10 och 41", hull))
    xml = parts(made)["xl/worksheets/sheet3.xml"]

    assert rows(rendered(made)["Tidslinje"])[0]["Typ"] == "Flera gånger"
    assert re.findall(r'<c r="([H-S])6"[^>]*t="str"><f>[^<]+</f><v>▬</v></c>', xml) == ["J", "Q"]
    formulas = re.findall(r"<formula>([^<]+)", xml)
    assert any('IF(OR($G6="Flera gånger",COUNT($E6:$F6)=0),H6&lt;&gt;""' in formula for formula in formulas)


def test_what_comes_back_without_a_day_does_so_in_every_month_and_is_no_deadline() -> None:
    monthly = Period("varje månad", PeriodKind.RECURRING, recurrence="P1M")
    made = edition(Value("varje månad", monthly))
    xml = parts(made)["xl/worksheets/sheet3.xml"]

    assert rows(rendered(made)["Tidslinje"])[0]["Typ"] == "Återkommer"
    assert len(re.findall(r'<c r="[H-S]6"[^>]*t="str"><f>[^<]+</f><v>↻</v></c>', xml)) == 12
    assert "◆" not in "".join(re.findall(r"<v>([^<]*)</v>", xml))


def test_ids_lead_to_the_rows_of_the_records() -> None:
    links = attributes(parts(edition(BY_JUNE, SPRING))["xl/worksheets/sheet3.xml"], "hyperlink")

    assert [
        (one["ref"], one["location"]) for one in links if one["ref"].startswith("A") and one["ref"] != "A3"
    ] == [
        ("A6", "'Aktiviteter'!A7"),
        ("A7", "'Aktiviteter'!A6"),
    ]


def test_where_no_row_has_a_date_there_is_no_timeline() -> None:
    assert "Tidslinje" not in rendered(edition(UNDATED)).sheetnames
