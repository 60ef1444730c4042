"""Coverage, schedule, responsibility and criteria."""

from __future__ import annotations

from datetime import date

from aktivplan.consolidation.consolidate import consolidate
from aktivplan.consolidation.totals import totals
from aktivplan.definition.models import Field, Plan
from aktivplan.definition.terms import FieldType
from aktivplan.edition import Edition
from aktivplan.records import Period, PeriodKind, Record, Value
from tests.support import (
    activities_table,
    activity,
    make_plan,
    make_record,
    make_settings,
    make_submission,
    period,
    value,
)

PLAN = make_plan()


def edition_of(plan: Plan, *records: Record) -> Edition:
    units = dict.fromkeys(record.unit for record in records)
    sent = [make_submission(plan, unit, *(one for one in records if one.unit == unit)) for unit in units]
    return consolidate(plan, sent)


def test_coverage_counts_records_by_goal_and_unit() -> None:
    edition = edition_of(
        PLAN, activity(PLAN, "BUF", 1), activity(PLAN, "BUF", 2), activity(PLAN, "SOC", 1, goal="2.1")
    )
    assert edition.coverage == {("1.1", "BUF"): 2, ("2.1", "SOC"): 1}


def test_a_goal_counts_what_stands_under_the_goals_below_it() -> None:
    edition = edition_of(
        PLAN,
        activity(PLAN, "BUF", 1, goal="1.1"),
        activity(PLAN, "BUF", 2, goal="1.2"),
        activity(PLAN, "SOC", 1, goal="1.2"),
    )
    counted = {one.goal.id: (one.level, one.records, one.units) for one in edition.goals}
    assert counted == {"1": (1, 3, 2), "1.1": (2, 1, 1), "1.2": (2, 2, 2), "2": (1, 0, 0), "2.1": (2, 0, 0)}


def test_goals_are_listed_in_tree_order() -> None:
    assert [one.goal.id for one in consolidate(PLAN, []).goals] == ["1", "1.1", "1.2", "2", "2.1"]


def test_the_schedule_runs_by_first_date() -> None:
    may, march = date(2027, 5, 1), date(2027, 3, 1)
    edition = edition_of(
        PLAN,
        activity(PLAN, "BUF", 1, tid=period("maj", may, date(2027, 5, 31))),
        activity(PLAN, "BUF", 2, tid=Value("senast 1 mars", Period("", PeriodKind.DEADLINE, None, march))),
    )
    assert [(one.record.id, one.start, one.end) for one in edition.schedule] == [
        ("BUF-002", None, march),
        ("BUF-001", may, date(2027, 5, 31)),
    ]


def test_the_schedule_knows_what_recurs() -> None:
    quarterly = Period("", PeriodKind.RECURRING, date(2027, 1, 1), date(2027, 12, 31), recurrence="P3M")
    edition = edition_of(PLAN, activity(PLAN, "BUF", 1, tid=Value("varje kvartal", quarterly)))
    assert edition.schedule[0].recurrence == "P3M"


def test_a_record_without_a_date_is_not_scheduled() -> None:
    ongoing = Value("löpande", Period("löpande", PeriodKind.ONGOING))
    assert edition_of(PLAN, activity(PLAN, "BUF", 1, tid=ongoing)).schedule == ()


def test_what_recurs_is_scheduled_even_without_a_date() -> None:
    monthly = Value("varje månad", Period("varje månad", PeriodKind.RECURRING, recurrence="P1M"))
    (one,) = edition_of(PLAN, activity(PLAN, "BUF", 1, tid=monthly)).schedule
    assert (one.start, one.end, one.recurrence) == (None, None, "P1M")


def test_a_time_that_ends_before_it_begins_is_not_scheduled() -> None:
    backwards = period("maj till mars", date(2027, 5, 1), date(2027, 3, 1))
    assert edition_of(PLAN, activity(PLAN, "BUF", 1, tid=backwards)).schedule == ()


def dated_plan(*keys: str) -> Plan:
    fields = tuple(Field(key=key, heading=key, type=FieldType.DATE) for key in keys)
    return make_plan(tables=(activities_table(fields=(Field(key="namn", heading="Namn"), *fields)),))


def test_two_date_fields_are_start_and_end() -> None:
    plan = dated_plan("start", "slut")
    days = {"start": value("1/3", date(2027, 3, 1)), "slut": value("1/5", date(2027, 5, 1))}
    (one,) = edition_of(plan, make_record(plan, "BUF", 1, {"namn": value("x"), **days})).schedule
    assert (one.start, one.end) == (date(2027, 3, 1), date(2027, 5, 1))


def test_a_single_date_field_is_a_day() -> None:
    plan = dated_plan("dag")
    record = make_record(plan, "BUF", 1, {"dag": value("1/3", date(2027, 3, 1))})
    (one,) = edition_of(plan, record).schedule
    assert (one.start, one.end) == (date(2027, 3, 1), date(2027, 3, 1))


def test_responsible_names_are_gathered_whatever_their_case_and_spaces() -> None:
    edition = edition_of(
        PLAN,
        activity(PLAN, "BUF", 1, ansvarig=value("Eva Lind")),
        activity(PLAN, "BUF", 2, ansvarig=value(" eva  lind ")),
    )
    assert [(one.name, len(one.records)) for one in edition.responsible] == [("Eva Lind", 2)]


def test_names_that_differ_are_never_merged() -> None:
    edition = edition_of(
        PLAN,
        activity(PLAN, "BUF", 1, ansvarig=value("Eva Lind")),
        activity(PLAN, "BUF", 2, ansvarig=value("E. Lind")),
    )
    assert len(edition.responsible) == 2


def test_responsible_names_stand_in_swedish_order_in_a_swedish_plan() -> None:
    names = ["Östen", "Åsa", "Ärla", "Zoe", "Adam"]
    records = [activity(PLAN, "BUF", n, ansvarig=value(name)) for n, name in enumerate(names, 1)]
    assert [one.name for one in edition_of(PLAN, *records).responsible] == [
        "Adam",
        "Zoe",
        "Åsa",
        "Ärla",
        "Östen",
    ]


def test_responsible_names_stand_in_danish_order_in_a_danish_plan() -> None:
    plan = make_plan(settings=make_settings(language="da"))
    names = ["Åse", "Øjvind", "Ægir", "Zoe"]
    records = [activity(plan, "BUF", n, ansvarig=value(name)) for n, name in enumerate(names, 1)]
    assert [one.name for one in edition_of(plan, *records).responsible] == ["Zoe", "Ægir", "Øjvind", "Åse"]


def test_criteria_are_taken_apart() -> None:
    field = Field(key="kriterium", heading="Kriterium", measurable=True)
    plan = make_plan(tables=(activities_table(fields=(field,)),))
    record = make_record(plan, "BUF", 1, {"kriterium": value("Minst 80 % är nöjda")})
    (criterion,) = edition_of(plan, record).criteria
    assert (criterion.field, criterion.targets[0].value) == ("kriterium", 80.0)


def test_a_criterion_that_cannot_be_measured_has_no_targets() -> None:
    field = Field(key="kriterium", heading="Kriterium", measurable=True)
    plan = make_plan(tables=(activities_table(fields=(field,)),))
    record = make_record(plan, "BUF", 1, {"kriterium": value("Barnen mår bra")})
    assert [one.targets for one in edition_of(plan, record).criteria] == [()]


def test_each_of_several_people_in_a_cell_is_listed() -> None:
    plan = make_plan()
    both = Value("Eva Lind och Bo Ek", ("Eva Lind", "Bo Ek"))
    record = activity(plan, "BUF", 1, ansvarig=both)
    assert [(one.name, len(one.records)) for one in totals(plan, [record]).responsible] == [
        ("Bo Ek", 1),
        ("Eva Lind", 1),
    ]
