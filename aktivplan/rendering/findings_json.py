"""An edition's files, units and findings as JSON, for other programs. The shape has a version."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from aktivplan.codes.explanations import explanations
from aktivplan.i18n import Translator, translator

if TYPE_CHECKING:
    from aktivplan.edition import Edition, Source, UnitResult
    from aktivplan.findings import Finding
    from aktivplan.records import MatchedColumn

VERSION = 1


def render_findings_json(edition: Edition) -> str:
    """JSON with ``version``, ``plan``, ``counts``, ``files`` (one entry per file found), ``units`` and ``findings``.

    docs/findings.md says what everything means, docs/findings.schema.json what it looks like.
    """
    t = translator(edition.plan.settings.language)
    data = {
        "version": VERSION,
        "plan": {"id": edition.plan.settings.id, "version": edition.plan.version},
        "counts": {
            "files": len(edition.sources),
            **{outcome.value: count for outcome, count in edition.files_by_outcome.items()},
            "records": len(edition.records),
            "held_back": len(edition.held_back),
            "units": len(edition.units),
            **{f"units_{status.value}": count for status, count in edition.units_by_status.items()},
            **{f"{severity.value}s": count for severity, count in edition.findings_by_severity.items()},
        },
        "files": [_file_as_data(source) for source in edition.sources],
        "units": [_unit_as_data(result) for result in edition.units],
        "findings": _as_data(edition.findings, t),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _file_as_data(source: Source) -> dict[str, Any]:
    return {
        "path": source.file,
        "unit": source.unit,
        "identified_by": source.identified_by or "",
        "outcome": source.outcome,
        "code": source.code,
        "sha256": source.sha256,
        "saved": source.saved.isoformat() if source.saved else None,
        "late": source.late,
        "records": source.taken_in,
        "held_back": source.held_back,
        "columns": [_column_as_data(column) for column in source.columns],
    }


def _unit_as_data(result: UnitResult) -> dict[str, Any]:
    return {
        "code": result.unit.code,
        "name": result.unit.name,
        "status": result.status,
        "file": result.file,
        "late": result.late,
        "records": result.taken_in,
        "held_back": result.held_back,
        "errors": result.errors,
        "warnings": result.warnings,
    }


def _column_as_data(column: MatchedColumn) -> dict[str, str]:
    return {
        "sheet": column.place.sheet,
        "cell": column.place.cell,
        "heading": column.heading,
        "table": column.table,
        "field": column.field,
        "known_by": column.rung,
    }


def render_findings_alone(findings: Iterable[Finding], t: Translator) -> str:
    """The same where there is no edition to tell of: ``version`` and ``findings``."""
    data = {"version": VERSION, "findings": _as_data(findings, t)}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _as_data(findings: Iterable[Finding], t: Translator) -> list[dict[str, Any]]:
    """Each finding as plain data: code, severity, unit, record, place, text, and how what it tells of is mended."""
    known = explanations(t.language)
    return [
        {
            "code": one.code,
            "severity": one.severity,
            "unit": one.unit,
            "record": one.record,
            "file": one.place.file,
            "sheet": one.place.sheet,
            "cell": one.place.cell,
            "text": one.text(t),
            "mending": known[one.code].mending,
        }
        for one in findings
    ]
