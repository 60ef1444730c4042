"""Nothing that is not for participants gets through."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

from aktivplan.consolidation.consolidate import consolidate
from aktivplan.consolidation.participants import for_participants
from aktivplan.consolidation.totals import totals
from aktivplan.definition.models import Choice, ChoiceList, Field, Plan, Table, Unit
from aktivplan.definition.terms import Audience, FieldType, Meaning
from aktivplan.edition import Edition
from aktivplan.findings import Place, finding
from aktivplan.records import Decision, Record, Value
from aktivplan.targets import find_targets
from tests.support import SAVED, activities_table, activity, make_plan, make_record, make_submission, value

LEADERS = Audience.LEADERS


def wishes_table() -> Table:
    return Table(
        key="onskemal",
        title="Önskemål",
        code="O",
        fields=(
            Field(key="mal", heading="Mål", type=FieldType.GOAL),
            Field(key="onskan", heading="Önskemål", measurable=True),
            Field(key="vem", heading="Vem", type=FieldType.PERSON),
            Field(key="nar", heading="När", type=FieldType.DATE),
            Field(key="form", heading="Form", type=FieldType.CHOICE, choices="former"),
            Field(key="prio", heading="HEMLIG prioritet", help="HEMLIG hjälp", audience=LEADERS),
            Field(
                key="beslut",
                heading="HEMLIGT beslut",
                type=FieldType.CHOICE,
                choices="hemligt",
                audience=LEADERS,
            ),
        ),
    )


def wishes_plan(**changes: object) -> Plan:
    lists = (
        ChoiceList(name="former", choices=(Choice(value="Kurs"),)),
        ChoiceList(
            name="hemligt",
            choices=(Choice(value="HEMLIG ja", meaning=Meaning.GRANTED), Choice(value="HEMLIG nej")),
        ),
    )
    return make_plan(
        **({"tables": (activities_table(code="A"), wishes_table()), "choice_lists": lists} | changes)
    )


PLAN = wishes_plan()


def wish(unit: str, number: int, secret: str = "", *, goal: str = "1.1") -> Record:
    values = {
        "mal": Value(goal, goal),
        "onskan": value(f"Kurs {number} {secret}"),
        "vem": value(f"Vem {secret}"),
    }
    return make_record(PLAN, unit, number, values, table="onskemal")


def decided(record: Record, choice: str) -> Decision:
    values = {"beslut": Value(choice, choice), "prio": value("HEMLIG etta")}
    return Decision(record.id, record.table, values, Place("master.xlsx", "Önskemål", 9))


def secret_edition() -> Edition:
    """One of everything that participants must not see, each marked HEMLIG."""
    granted, refused, undecided = (
        wish("BUF", 1),
        wish("BUF", 2, "HEMLIG", goal="2.1"),
        wish("SOC", 3, "HEMLIG"),
    )
    extra = replace(activity(PLAN, "BUF", 1), extra=(("HEMLIG kolumn", "HEMLIG cell"),))
    bad = activity(PLAN, "BUF", 2, text="HEMLIG aktivitet")
    wrong = finding("required-empty", bad.place, record=bad.id, heading="HEMLIG rubrik")
    buf = make_submission(PLAN, "BUF", granted, refused, extra, bad, findings=(wrong,))
    soc = make_submission(PLAN, "SOC", undecided, file="HEMLIG.xlsx")
    soc = replace(soc, records=(replace(undecided, place=Place("HEMLIG.xlsx", "Önskemål", 6)),))
    decisions = [
        decided(granted, "HEMLIG ja"),
        decided(refused, "HEMLIG nej"),
        Decision("BUF-O077", "onskemal", {"prio": value("HEMLIG")}, Place("master.xlsx")),
    ]
    before = activity(PLAN, "BUF", 1, text="HEMLIG förut")
    old = make_submission(PLAN, "BUF", before, file="gammal.xlsx", sha256="0", saved=SAVED - timedelta(1))
    return consolidate(PLAN, [buf, soc, old], decisions)


def test_nothing_secret_is_left_anywhere() -> None:
    assert "HEMLIG" in repr(secret_edition())
    assert "HEMLIG förut" in repr(secret_edition().differences)
    assert "HEMLIG" not in repr(for_participants(secret_edition()))


def test_what_is_granted_is_left() -> None:
    public = for_participants(secret_edition())
    assert [record.id for record in public.records] == ["BUF-A001", "BUF-O001"]


def test_no_leaders_field_is_left_in_the_plan() -> None:
    public = for_participants(secret_edition()).plan
    assert all(field.audience is Audience.EVERYONE for table in public.tables for field in table.fields)
    assert [table.leaders_fields for table in public.tables] == [(), ()]


def test_choice_lists_that_only_leaders_choose_from_are_gone() -> None:
    assert [one.name for one in for_participants(secret_edition()).plan.choice_lists] == ["former"]


def test_coverage_counts_only_what_is_left() -> None:
    whole, public = secret_edition(), for_participants(secret_edition())
    assert whole.coverage == {("1.1", "BUF"): 2, ("2.1", "BUF"): 1, ("1.1", "SOC"): 1}
    assert public.coverage == {("1.1", "BUF"): 2}


def test_goals_count_only_what_is_left() -> None:
    counted = {one.goal.id: one.records for one in for_participants(secret_edition()).goals}
    assert counted == {"1": 2, "1.1": 2, "1.2": 0, "2": 0, "2.1": 0}


def test_units_count_only_what_is_left() -> None:
    results = for_participants(secret_edition()).units
    assert [(one.taken_in, one.held_back, one.errors, one.warnings) for one in results] == [
        (2, 0, 0, 0),
        (0, 0, 0, 0),
        (0, 0, 0, 0),
    ]


def test_sources_are_the_files_that_something_is_left_of() -> None:
    public = for_participants(secret_edition())
    assert [(one.file, one.taken_in, one.held_back) for one in public.sources] == [("BUF.xlsx", 2, 0)]


def test_nobody_is_named_as_responsible_for_what_was_not_granted() -> None:
    assert [one.name for one in for_participants(secret_edition()).responsible] == ["Rektor", "Vem"]


def test_nothing_held_back_found_or_unplaced_is_left() -> None:
    public = for_participants(secret_edition())
    assert (public.held_back, public.findings, public.unplaced) == ((), (), ())


def test_criteria_are_those_of_the_records_left() -> None:
    public = for_participants(secret_edition())
    assert [(one.record.id, one.record.extra, one.field) for one in public.criteria] == [
        ("BUF-O001", (), "onskan")
    ]


def test_a_leaders_criterion_is_gone() -> None:
    secret = Field(key="internt", heading="Internt", measurable=True, audience=LEADERS)
    table = activities_table()
    plan = make_plan(tables=(activities_table(fields=(*table.fields, secret)),))
    record = activity(plan, "BUF", 1)
    decision = Decision(
        record.id,
        record.table,
        {"internt": Value("HEMLIG 80 %", find_targets("HEMLIG 80 %"))},
        Place("master.xlsx"),
    )
    whole = consolidate(plan, [make_submission(plan, "BUF", record)], [decision])
    assert [one.field for one in whole.criteria] == ["internt"]
    assert for_participants(whole).criteria == ()


def test_a_table_of_leaders_fields_alone_is_gone() -> None:
    table = Table(key="internt", title="Internt", fields=(Field(key="a", heading="A", audience=LEADERS),))
    public = for_participants(consolidate(wishes_plan(tables=(activities_table(), table)), []))
    assert [one.key for one in public.plan.tables] == ["aktiviteter"]


def test_records_of_a_table_without_granting_are_all_left() -> None:
    plan = make_plan()
    edition = consolidate(
        plan, [make_submission(plan, "BUF", activity(plan, "BUF", 1), activity(plan, "BUF", 2))]
    )
    assert len(for_participants(edition).records) == 2


def test_a_public_choice_may_grant_too() -> None:
    field = Field(key="status", heading="Status", type=FieldType.CHOICE, choices="beslut")
    plan = make_plan(tables=(activities_table(fields=(Field(key="namn", heading="Namn"), field)),))
    yes = make_record(plan, "BUF", 1, {"status": Value("Beviljat", "Beviljat")})
    no = make_record(plan, "BUF", 2, {"status": Value("Avslag", "Avslag")})
    edition = consolidate(plan, [make_submission(plan, "BUF", yes, no)])
    assert [record.id for record in for_participants(edition).records] == ["BUF-001"]


def test_what_participants_may_see_stays_the_same_when_asked_for_twice() -> None:
    once = for_participants(secret_edition())
    assert for_participants(once) == once


def test_the_whole_edition_is_not_changed() -> None:
    whole = secret_edition()
    before = repr(whole)
    for_participants(whole)
    assert repr(whole) == before


def test_totals_of_rows_that_all_stay_are_those_made_anew() -> None:
    shown = for_participants(consolidate(PLAN, [make_submission(PLAN, "BUF", activity(PLAN, "BUF", 1))]))
    anew = totals(shown.plan, shown.records)
    assert len(shown.records) == 1
    assert all(getattr(shown, field.name) == getattr(anew, field.name) for field in fields(anew))


def test_numbers_stay_as_in_the_master_workbook() -> None:
    plan = make_plan(tables=(activities_table(numbered=True),), units=(Unit(code="BUF", name="Barn"),))
    edition = consolidate(plan, [make_submission(plan, "BUF", activity(plan, "BUF", 1))])
    assert [record.number for record in for_participants(edition).records] == ["1.1.1"]
