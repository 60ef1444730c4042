"""Leaders' entries are laid beside the records, and none is lost."""

from __future__ import annotations

from aktivplan.consolidation.consolidate import consolidate
from aktivplan.findings import Place, finding
from aktivplan.records import Decision, Value
from tests.support import every_type_table, make_plan, make_record, make_submission, value

PLAN = make_plan(tables=(every_type_table(),))
PLACE = Place("master.xlsx", "Alla typer", 6)
GRANTED = Value("Beviljat", "Beviljat", 17)


def decision(record: str, **values: Value) -> Decision:
    return Decision(record, "allt", values or {"beslut": GRANTED}, PLACE)


RECORD = make_record(PLAN, "BUF", 1, {"f_text": value("Kurs")})
SENT = make_submission(PLAN, "BUF", RECORD)


def test_a_decision_stands_among_the_values_of_its_record() -> None:
    (record,) = consolidate(PLAN, [SENT], [decision("BUF-T001")]).records
    assert record.value("beslut") == GRANTED
    assert record.value("f_text").text == "Kurs"


def test_a_decision_never_changes_what_the_unit_wrote() -> None:
    (record,) = consolidate(PLAN, [SENT], [decision("BUF-T001", f_text=value("Annat"))]).records
    assert record.value("f_text").text == "Kurs"


def test_a_decision_about_a_record_that_is_gone_is_kept_and_told() -> None:
    lost = decision("BUF-T009")
    edition = consolidate(PLAN, [SENT], [lost])
    assert edition.unplaced == (lost,)
    assert [(one.code, dict(one.arguments)["value"]) for one in edition.findings] == [
        ("decision-unplaced", "BUF-T009")
    ]


def test_a_decision_about_a_record_held_back_is_kept() -> None:
    wrong = finding("required-empty", RECORD.place, record=RECORD.id, heading="x")
    sent = make_submission(PLAN, "BUF", RECORD, findings=(wrong,))
    assert consolidate(PLAN, [sent], [decision("BUF-T001")]).unplaced == (decision("BUF-T001"),)


def test_a_second_decision_about_a_record_is_kept_apart() -> None:
    second = decision("BUF-T001", beslut=Value("Avslag", "Avslag", 17))
    edition = consolidate(PLAN, [SENT], [decision("BUF-T001"), second])
    assert edition.records[0].value("beslut") == GRANTED
    assert edition.unplaced == (second,)
