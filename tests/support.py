"""Small plans and answers for tests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from aktivplan.definition.models import Choice, ChoiceList, Field, Goal, Plan, Settings, Table, Unit
from aktivplan.definition.terms import Audience, FieldType, Meaning, Need
from aktivplan.findings import Place
from aktivplan.forms.layout import record_id
from aktivplan.records import Attestation, Parsed, Period, PeriodKind, Record, Submission, Value
from aktivplan.targets import find_targets

SAVED = datetime(2026, 11, 2, 8, 30, tzinfo=UTC)


def make_settings(**changes: Any) -> Settings:
    """Settings of a Swedish plan for 2027, with the changes."""
    values: dict[str, Any] = {
        "id": "barnplan",
        "title": "Handlingsplan för barnets rättigheter",
        "organisation": "Lindesjö kommun",
        "language": "sv",
        "period_start": date(2027, 1, 1),
        "period_end": date(2027, 12, 31),
        "deadline": date(2026, 11, 13),
        "leader_name": "Karin Öberg",
        "leader_email": "karin.oberg@lindesjo.example",
        "level_names": ("Utvecklingsområde", "Övergripande mål"),
    }
    return Settings(**(values | changes))


def activities_table(**changes: Any) -> Table:
    """Goal, activity, responsible, time, resources, indicators."""
    values: dict[str, Any] = {
        "key": "aktiviteter",
        "title": "Aktiviteter",
        "fields": (
            Field(key="mal", heading="Övergripande mål", type=FieldType.GOAL, required=Need.REQUIRED),
            Field(key="aktivitet", heading="Aktivitet", type=FieldType.LONGTEXT, required=Need.REQUIRED),
            Field(key="ansvarig", heading="Ansvarig", type=FieldType.PERSON, required=Need.REQUIRED),
            Field(key="tid", heading="Tid", type=FieldType.PERIOD, required=Need.REQUIRED),
            Field(key="resurser", heading="Resurser", type=FieldType.TEXT),
            Field(
                key="indikatorer", heading="Indikatorer", type=FieldType.LONGTEXT, required=Need.RECOMMENDED
            ),
        ),
    }
    return Table(**(values | changes))


def every_type_table() -> Table:
    """One field of each type, and one for leaders only."""
    choices = {FieldType.CHOICE: "status", FieldType.MULTICHOICE: "malgrupp"}
    fields = tuple(
        Field(key=f"f_{kind.value}", heading=f"Fält {kind.value}", type=kind, choices=choices.get(kind, ""))
        for kind in FieldType
    )
    secret = Field(
        key="beslut", heading="Beslut", type=FieldType.CHOICE, choices="beslut", audience=Audience.LEADERS
    )
    return Table(key="allt", title="Alla typer", code="T", fields=(*fields, secret))


def make_plan(**changes: Any) -> Plan:
    """Two areas with three goals, three units, one table of activities."""
    values: dict[str, Any] = {
        "settings": make_settings(),
        "goals": (
            Goal(id="1", text="Barns levnadsvillkor"),
            Goal(id="1.1", text="Vi vet mer om barns levnadsvillkor", parent="1"),
            Goal(id="1.2", text="Barn i utsatta hem upptäcks tidigare", parent="1"),
            Goal(id="2", text="Barnets bästa"),
            Goal(id="2.1", text="Barnets bästa prövas före varje beslut", parent="2"),
        ),
        "units": (
            Unit(
                code="BUF",
                name="Barn- och utbildningsförvaltningen",
                group="Förvaltning",
                contact="Eva Lind",
                email="eva.lind@lindesjo.example",
                manager="Per Ström",
            ),
            Unit(
                code="SOC",
                name="Socialförvaltningen",
                group="Förvaltning",
                contact="Ali Demir",
                email="ali.demir@lindesjo.example",
                manager="Maj Ek",
            ),
            Unit(
                code="KOF",
                name="Kultur och fritid",
                group="Förvaltning",
                contact="Bo Falk",
                email="bo.falk@lindesjo.example",
                manager="Siv Rask",
            ),
        ),
        "tables": (activities_table(),),
        "choice_lists": (
            ChoiceList(
                name="status",
                choices=(
                    Choice(value="Planerat"),
                    Choice(value="Pågår", meaning=Meaning.ACTIVE),
                    Choice(value="Avslutat"),
                ),
            ),
            ChoiceList(name="malgrupp", choices=(Choice(value="Förskola"), Choice(value="Grundskola"))),
            ChoiceList(
                name="beslut",
                choices=(Choice(value="Beviljat", meaning=Meaning.GRANTED), Choice(value="Avslag")),
            ),
        ),
    }
    return Plan(**(values | changes))


def value(text: str, parsed: Parsed = None, column: int = 0) -> Value:
    """A value; parsed is the text itself unless said otherwise."""
    return Value(text, text if parsed is None and text else parsed, column)


def period(text: str, start: date | None, end: date | None) -> Value:
    """An interval as written, understood."""
    return Value(text, Period(text, PeriodKind.INTERVAL, start, end))


def make_record(
    plan: Plan, unit: str, number: int, values: Mapping[str, Value], *, table: str = ""
) -> Record:
    """A record in the table (the plan's first, unless named), on row 5 + number.

    Columns are set by the table, and texts of measurable fields are taken apart.
    """
    form = plan.tables_by_key[table] if table else plan.tables[0]
    keys = [field.key for field in form.public_fields]
    measurable = {field.key for field in form.fields if field.measurable}
    placed = {
        key: Value(
            one.text,
            find_targets(one.text) if key in measurable and one.text else one.parsed,
            keys.index(key) + 2 if key in keys else 0,
        )
        for key, one in values.items()
    }
    return Record(
        record_id(unit, form, number), unit, form.key, placed, Place(f"{unit}.xlsx", form.title, 5 + number)
    )


def activity(
    plan: Plan, unit: str, number: int, *, goal: str = "1.1", text: str = "", **changes: Value
) -> Record:
    """A complete row of the table of activities, with the changes by field key."""
    values = {
        "mal": Value(plan.goals_by_id[goal].label, goal),
        "aktivitet": value(text or f"Samtala med barn om deras vardag, omgång {number}"),
        "ansvarig": value("Rektor"),
        "tid": period("mars–maj 2027", date(2027, 3, 1), date(2027, 5, 31)),
        "resurser": value("Två dagar"),
        "indikatorer": value("Minst 80 % av barnen har svarat"),
    }
    return make_record(plan, unit, number, values | changes)


def make_submission(plan: Plan, unit: str, *records: Record, **changes: Any) -> Submission:
    """An answer from a unit, with the records."""
    values: dict[str, Any] = {
        "file": f"{unit}.xlsx",
        "sha256": (unit.encode().hex() + "0" * 64)[:64],
        "unit": unit,
        "saved": SAVED,
        "attestation": Attestation(Place(f"{unit}.xlsx", "Läs först", 20, 2), "Per Ström", date(2026, 11, 1)),
        "records": records,
    }
    return Submission(**(values | changes))
