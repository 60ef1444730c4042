"""The rule for what leaders fill in in the master workbook. It warns: what they wrote is kept as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aktivplan.checking.cells import listed
from aktivplan.checking.types import limit, within_limits
from aktivplan.definition.models import Field, Plan
from aktivplan.definition.terms import FieldType
from aktivplan.findings import Finding, finding, quoted
from aktivplan.forms.layout import field_heading, offered
from aktivplan.i18n import translator
from aktivplan.records import Decision, Value

_EXAMPLES = {
    FieldType.DATE: "2027-03-31",
    FieldType.NUMBER: "12",
    FieldType.PERCENT: "80 %",
    FieldType.MONEY: "50000",
    FieldType.EMAIL: "name@municipality.example",
}


def check_decisions(plan: Plan, decisions: Iterable[Decision]) -> tuple[Finding, ...]:
    """What leaders fill in is one of the field's choices, or what the field asks for."""
    return tuple(found for decision in decisions for found in _unusable(plan, decision))


def _unusable(plan: Plan, decision: Decision) -> Iterator[Finding]:
    table = plan.tables_by_key.get(decision.table)
    for field in table.leaders_fields if table else ():
        value = decision.values.get(field.key)
        if value is None or not value.text:
            continue
        if not within_limits(field, value.parsed):
            yield _finding("decision-unclear", plan, decision, field, value, allowed=_limits(plan, field))
        elif value.parsed is None and field.type in _EXAMPLES:
            example = _EXAMPLES[field.type]
            yield _finding("decision-unreadable", plan, decision, field, value, example=example)
        elif value.parsed is None and (allowed := _allowed(plan, field)):
            yield _finding("decision-unclear", plan, decision, field, value, allowed=allowed)


def _allowed(plan: Plan, field: Field) -> str:
    if field.type is FieldType.MULTICHOICE:
        return listed(plan.choices_for(field).values)
    return listed(offered(plan, field, translator(plan.settings.language)))


def _limits(plan: Plan, field: Field) -> str:
    least = f"≥ {limit(plan, field, field.minimum)}" if field.minimum is not None else ""
    most = f"≤ {limit(plan, field, field.maximum)}" if field.maximum is not None else ""
    return " ".join(filter(None, (least, most)))


def _finding(code: str, plan: Plan, decision: Decision, field: Field, value: Value, **more: str) -> Finding:
    return finding(
        code,
        decision.place.at(column=value.column),
        record=decision.record,
        heading=field_heading(plan, field),
        value=quoted(value.text),
        **more,
    )
