"""What the hidden sheet tells of a form that was made for something else than what is asked now."""

from __future__ import annotations

from dataclasses import replace

from aktivplan.definition.models import Field, Plan
from aktivplan.definition.terms import Need
from aktivplan.forms.layout import FormMeta, form_meta
from aktivplan.i18n import translator
from aktivplan.reading.origin import never_had, not_asked, origin_findings
from tests.support import activities_table, make_plan, make_settings

PLAN = make_plan()


def meta(plan: Plan = PLAN) -> FormMeta:
    return form_meta(plan, plan.units[0], translator(plan.settings.language))


def told(plan: Plan, form: FormMeta) -> dict[str, object]:
    return {
        one.code: dict(one.arguments).get("fields", "")
        for one in origin_findings(plan, form, "BUF", "f.xlsx")
    }


def with_fields(*fields: Field) -> Plan:
    return make_plan(tables=(activities_table(fields=fields),))


FIELDS = activities_table().fields
BUDGET = Field(key="budget", heading="Budget", required=Need.REQUIRED)


def test_a_form_of_the_plan_as_it_is_has_nothing_to_tell() -> None:
    assert told(PLAN, meta()) == {}
    assert not_asked(PLAN, meta(), "BUF", "f.xlsx") is None


def test_a_workbook_that_tells_nothing_is_not_suspected() -> None:
    nothing = FormMeta("", "", "", "", "", (), "")
    assert told(PLAN, nothing) == {}
    assert not_asked(PLAN, nothing, "BUF", "f.xlsx") is None
    assert never_had(PLAN, nothing) == frozenset()


def test_a_form_of_another_plan_or_round_is_not_asked_for() -> None:
    for form, code in (
        (replace(meta(), plan="annan"), "form-other-plan"),
        (replace(meta(), round="uppfoljning"), "form-other-round"),
    ):
        found = not_asked(PLAN, form, "BUF", "f.xlsx")
        assert found is not None
        assert (found.code, found.unit, found.severity) == (code, "BUF", "error")


def test_what_an_older_form_lacks_is_listed() -> None:
    newer = with_fields(*FIELDS, BUDGET)
    assert told(newer, meta()) == {"form-older-lacks": "Budget"}
    assert never_had(newer, meta()) == {("aktiviteter", "budget")}


def test_what_is_not_asked_for_any_more_is_listed() -> None:
    newer = with_fields(*FIELDS[:-2])
    assert told(newer, meta()) == {"form-older-has": "Resurser, Indikatorer"}


def test_another_version_with_the_same_columns_is_only_noted() -> None:
    renamed = FIELDS[1].model_copy(update={"heading": "Åtgärd"})
    assert told(with_fields(FIELDS[0], renamed, *FIELDS[2:]), meta()) == {"form-older-version": ""}


def test_a_deadline_put_off_makes_no_other_version() -> None:
    later = make_plan(settings=make_settings(deadline=PLAN.settings.period_end))
    assert told(later, meta()) == {}


def test_a_form_in_another_language_or_of_another_make_is_told() -> None:
    assert told(PLAN, replace(meta(), language="da")) == {"form-other-language": ""}
    assert told(PLAN, replace(meta(), format="9")) == {"form-other-format": ""}
