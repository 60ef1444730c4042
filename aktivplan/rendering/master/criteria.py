"""The sheet of success criteria taken apart: one row for each target, so that follow-up can begin from a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aktivplan.edition import Criterion, Edition
from aktivplan.forms.layout import field_heading
from aktivplan.i18n import Translator
from aktivplan.rendering.master.fields import Filled, origin_columns, unit_columns
from aktivplan.rendering.master.sheet import Column, Kind, Sheet, tabled
from aktivplan.rendering.master.signs import caution, good
from aktivplan.targets import Target
from aktivplan.targets.population import population


def criteria_sheets(edition: Edition, t: Translator) -> Iterator[Sheet]:
    """The sheet, if the plan has measurable fields."""
    if not any(field.measurable for table in edition.plan.tables for field in table.public_fields):
        return
    title = t("Targets")
    if not edition.criteria:
        yield Sheet("targets", title, title, t("No success criteria have been written yet."))
        return
    columns, cells = tabled(_columns(edition, t))
    about = _about(edition.criteria, t)
    yield Sheet("targets", title, title, about, columns, cells)


def _about(criteria: Sequence[Criterion], t: Translator) -> str:
    told = t("Success criteria taken apart, one row for each target. What cannot be measured says so.")
    vague = sum(not one.targets for one in criteria)
    count = t("{vague} of {count} cannot be measured.", vague=vague, count=len(criteria))
    return f"{told} {count}"


def _columns(edition: Edition, t: Translator) -> Iterator[Filled]:
    rows = [(one, target) for one in edition.criteria for target in one.targets or (None,)]
    criteria, targets = [one for one, _ in rows], [target for _, target in rows]
    yield Column(t("No."), Kind.RECORD), [one.record for one in criteria]
    yield from unit_columns(edition, [one.record.unit for one in criteria], t)
    yield from _wording(edition, criteria, t)
    yield from _figures(targets, t)
    yield from origin_columns([one.record.place_of(one.field) for one in criteria], t)


def _wording(edition: Edition, criteria: Sequence[Criterion], t: Translator) -> Iterator[Filled]:
    plan = edition.plan
    fields = [plan.tables_by_key[one.record.table].field(one.field) for one in criteria]
    if len({field.key for field in fields}) > 1:
        yield Column(t("Field")), [field_heading(plan, field) for field in fields]
        yield Column(t("Criterion")), [one.record.value(one.field).text for one in criteria]
    else:
        yield Column(field_heading(plan, fields[0])), [one.record.value(one.field).text for one in criteria]


def _figures(targets: Sequence[Target | None], t: Translator) -> Iterator[Filled]:
    yes, no, longer = t("Yes"), t("No"), t("Longer term")
    measurable = Column(t("Measurable"), Kind.WORD, marks=(good(yes), caution(no)))
    yield measurable, [yes if target else no for target in targets]
    yield Column(t("Target")), [target.text if target else "" for target in targets]
    among = [population(target) if target else "" for target in targets]
    yield Column(t("Measured among")), among
    comparators = [target.comparator.value if target and target.comparator else "" for target in targets]
    yield Column(t("Comparison"), Kind.WORD), comparators
    yield Column(t("Target value"), Kind.NUMBER), [target.value if target else None for target in targets]
    yield Column(t("Measured in"), Kind.WORD), [target.unit if target else "" for target in targets]
    yield Column(t("By when")), [target.due if target else "" for target in targets]
    yield Column(longer, Kind.WORD), [yes if target and target.longer_term else "" for target in targets]
