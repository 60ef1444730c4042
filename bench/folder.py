"""Make the plan folder that the benchmark builds: 500 units, each with a form of 25 filled-in rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from aktivplan.definition.models import Plan, Unit
from aktivplan.definition.plan_writer import write_plan
from aktivplan.definition.preset import load_preset
from aktivplan.definition.terms import FieldType
from aktivplan.findings import Place
from aktivplan.forms.layout import form_file_name, record_id
from aktivplan.forms.writer import write_form
from aktivplan.records import Attestation, Record, Value

UNITS, ROWS = 500, 25

_TIMES = (
    "mars–maj 2027",
    "senast 30 juni 2027",
    "löpande",
    "HT 2027",
    "kvartal 2 2027",
    "2027-04-15",
    "v. 34",
)
_ACTIVITIES = (
    "Intervjua barn och unga om hur de upplever tryggheten på väg till och från skolan",
    "Utbilda all personal i hur barnets bästa prövas inför beslut",
    "Ta fram en gemensam rutin för tidig upptäckt och öva på den två gånger per termin",
    "Bjuda in elevråden till ett samtal om nämndens verksamhetsplan",
)


def make_folder(root: Path) -> None:
    """Write plan.xlsx and the returned forms; nothing is done if they are there."""
    if (root / "complete").exists():
        return
    plan = bench_plan()
    returned = root / "returned"
    returned.mkdir(parents=True, exist_ok=True)
    (root / "plan.xlsx").write_bytes(write_plan(plan))
    attestation = Attestation(Place(), "Maria Sandell", date(2026, 11, 2))
    for number, unit in enumerate(plan.units):
        records = [_record(plan, unit, number, row) for row in range(1, ROWS + 1)]
        (returned / form_file_name(plan, unit)).write_bytes(
            write_form(plan, unit, records, attestation=attestation)
        )
    (root / "complete").touch()


def bench_plan() -> Plan:
    """The children's-rights preset with 500 units."""
    units = tuple(
        Unit(
            code=f"E{number:03d}",
            name=f"Enhet nummer {number}",
            group=f"Område {number % 12 + 1}",
            contact=f"Kontakt {number}",
            email=f"enhet{number}@kommun.example",
            manager=f"Chef {number}",
        )
        for number in range(1, UNITS + 1)
    )
    preset = load_preset("barnratt")
    return Plan(
        settings=preset.settings,
        goals=preset.goals,
        units=units,
        tables=preset.tables,
        choice_lists=preset.choice_lists,
    )


def _record(plan: Plan, unit: Unit, number: int, row: int) -> Record:
    table = plan.tables[0]
    seed = number * ROWS + row
    values = {}
    for field in table.public_fields:
        match field.type:
            case FieldType.GOAL:
                goals = plan.goals_for(field)
                text = goals[seed % len(goals)].label
            case FieldType.PERSON:
                text = f"Samordnare {seed % 40}, {unit.name}"
            case FieldType.PERIOD:
                text = _TIMES[seed % len(_TIMES)]
            case _:
                text = f"{_ACTIVITIES[seed % len(_ACTIVITIES)]} ({field.heading.lower()} {seed})"
        values[field.key] = Value(text, text)
    return Record(record_id(unit.code, table, row), unit.code, table.key, values, Place())
