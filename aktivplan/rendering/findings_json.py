"""An edition's files, units and findings as JSON, for other programs. The shape has a version."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from aktivplan.i18n import Translator, translator

if TYPE_CHECKING:
    from aktivplan.edition import Edition
    from aktivplan.findings import Finding

VERSION = 1


def render_findings_json(edition: Edition) -> str:
    """JSON with ``version``, ``plan``, ``counts``, ``files`` (one entry per file found), ``units`` and ``findings``."""
    t = translator(edition.plan.settings.language)
    data = {
        "version": VERSION,
        "plan": {"id": edition.plan.settings.id, "version": edition.plan.version},
        "counts": {
            "files": len(edition.sources),
            **{outcome.value: count for outcome, count in edition.files_by_outcome.items()},
            "records": len(edition.records),
            "held_back": len(edition.held_back),
        },
        "files": [
            {
                "path": source.file,
                "unit": source.unit,
                "identified_by": source.identified_by or "",
                "outcome": source.outcome,
                "code": source.code,
                "sha256": source.sha256,
                "records": source.taken_in,
                "held_back": source.held_back,
            }
            for source in edition.sources
        ],
        "units": [
            {"code": result.unit.code, "name": result.unit.name, "status": result.status}
            for result in edition.units
        ],
        "findings": findings_as_data(edition.findings, t),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def findings_as_data(findings: Iterable[Finding], t: Translator) -> list[dict[str, Any]]:
    """Each finding as plain data: code, severity, unit, record, place and text."""
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
        }
        for one in findings
    ]
