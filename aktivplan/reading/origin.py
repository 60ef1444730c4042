"""What a form's hidden sheet tells of where it comes from: another plan, another round, an earlier version of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aktivplan.definition.models import Plan
from aktivplan.findings import Finding, Place, finding
from aktivplan.forms.layout import (
    FORMAT_VERSION,
    ID_KEY,
    META_SHEET,
    ROUND_PLANNING,
    FormMeta,
    field_heading,
    meta_from_rows,
)
from aktivplan.i18n import translator
from aktivplan.reading.cells import text_of
from aktivplan.workbooks.sheets import Sheet


def form_meta(plan: Plan, sheets: Iterable[Sheet]) -> FormMeta:
    """What the hidden sheet says; empty where there is none."""
    t = translator(plan.settings.language)
    rows = next((sheet.rows for sheet in sheets if sheet.name.casefold() == META_SHEET), [])
    return meta_from_rows([text_of(cell, t) if cell != "" else "" for cell in row] for row in rows)


def not_asked(plan: Plan, meta: FormMeta, unit: str, file: str) -> Finding | None:
    """Why the form is no answer to what is asked now; None if it is, or does not say."""
    if meta.plan and meta.plan != plan.settings.id:
        return finding("form-other-plan", Place(file), unit=unit, plan=meta.plan)
    if meta.round and meta.round != ROUND_PLANNING:
        return finding("form-other-round", Place(file), unit=unit, round=meta.round)
    return None


def never_had(plan: Plan, meta: FormMeta) -> frozenset[tuple[str, str]]:
    """Table and field of what the form was made without; what it once had and has lost is not among them."""
    made_with = {(column.table, column.field) for column in meta.columns}
    if not made_with:
        return frozenset()
    asked = ((table.key, field.key) for table in plan.tables for field in table.public_fields)
    return frozenset(one for one in asked if one not in made_with)


def origin_findings(plan: Plan, meta: FormMeta, unit: str, file: str) -> Iterator[Finding]:
    """How the form differs from the one that the unit would get today."""
    place = Place(file)
    if meta.format and meta.format != FORMAT_VERSION:
        yield finding("form-other-format", place, unit=unit, format=meta.format, known=FORMAT_VERSION)
    if meta.language and meta.language != plan.settings.language:
        yield finding("form-other-language", place, unit=unit, language=meta.language)
    if not meta.version or meta.version == plan.version:
        return
    lacking, gone = _lacking(plan, meta), _gone(plan, meta)
    if lacking:
        yield finding("form-older-lacks", place, unit=unit, fields=", ".join(lacking))
    if gone:
        yield finding("form-older-has", place, unit=unit, fields=", ".join(gone))
    if not lacking and not gone:
        yield finding("form-older-version", place, unit=unit)


def _lacking(plan: Plan, meta: FormMeta) -> list[str]:
    missing = never_had(plan, meta)
    return [
        field_heading(plan, field)
        for table in plan.tables
        for field in table.public_fields
        if (table.key, field.key) in missing
    ]


def _gone(plan: Plan, meta: FormMeta) -> list[str]:
    asked = {(table.key, field.key) for table in plan.tables for field in table.public_fields}
    return [
        column.heading
        for column in meta.columns
        if column.field != ID_KEY and (column.table, column.field) not in asked
    ]
