"""plan.xlsx → Plan: everything that is wrong in it at once, each with its sheet and cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aktivplan.codes import CATALOGUE
from aktivplan.definition.assembly import assemble, refused
from aktivplan.definition.draft import Mistake, Path
from aktivplan.definition.models import Plan
from aktivplan.definition.plan_draft import read_draft
from aktivplan.definition.plan_headings import FILE, Located, locate, workbook_language
from aktivplan.definition.plan_settings import SETTINGS
from aktivplan.definition.plan_sheets import FIELDS
from aktivplan.definition.rules import broken_rules
from aktivplan.findings import Argument, Finding, Place, finding, has_errors
from aktivplan.i18n import Translator, translator
from aktivplan.workbooks.sheets import ReadingError
from aktivplan.workbooks.workbook import read_workbook

_LEFT_OUT = ("plan-value-missing", "plan-heading-required")
"""What is said of an empty cell; of a cell that there is no place for, something else is."""


@dataclass(frozen=True, slots=True)
class PlanRead:
    """What became of a plan.xlsx."""

    plan: Plan | None
    """None if there is an error among the findings."""
    findings: tuple[Finding, ...]
    """In the order of the workbook's sheets, from top to bottom."""
    language: str = ""
    """The plan's language, or else the workbook's, for telling the findings in; "" if it cannot be told."""


def read_plan(content: bytes) -> PlanRead:
    """The plan that the bytes of a plan.xlsx define, and every finding about it. Raises nothing."""
    try:
        grids = read_workbook(content).sheets
    except ReadingError:
        return PlanRead(None, (finding("plan-unreadable", Place(FILE)),))
    t = translator(workbook_language(grids))
    located, findings = locate(grids, t)
    draft, mistakes = read_draft(located)
    mistakes += (*refused(draft), *broken_rules(draft))
    findings += [told for wrong in mistakes if (told := _finding(wrong, located, t))]
    plan = None if mistakes or has_errors(findings) else assemble(draft)
    sheets = {grid.name: index for index, grid in enumerate(grids)}
    findings.sort(key=lambda one: (sheets.get(one.place.sheet, -1), one.place, one.code))
    return PlanRead(plan, tuple(dict.fromkeys(findings)), t.language)


def _finding(wrong: Mistake, located: Mapping[str, Located], t: Translator) -> Finding | None:
    """The mistake as a finding; None where a missing sheet or column, told already, is the reason for it."""
    sheet = located.get(str(wrong.path[0]))
    if sheet is None or not (sheet.has_slots or sheet.words is SETTINGS):
        return None
    if len(wrong.path) == 1:
        return finding(wrong.code, sheet.place)
    row, attribute, number = _position(wrong.path)
    slot = sheet.words.slot(attribute)
    place, name = sheet.slot_place(attribute, number, row), sheet.slot_name(slot, number, t)
    if not place.column and wrong.code in _LEFT_OUT:
        return finding("plan-setting-missing", place, heading=name) if sheet.words is SETTINGS else None
    arguments: dict[str, Argument] = {
        "heading": name,
        "value": wrong.value,
        "allowed": ", ".join(map(t, wrong.allowed)),
        "wanted": t(FIELDS.name),
        "first": _position(wrong.first)[0] if wrong.first else 0,
        **dict(wrong.arguments),
    }
    message = CATALOGUE[wrong.code].message
    asked = tuple(sorted((key, value) for key, value in arguments.items() if f"{{{key}}}" in message))
    return Finding(place, wrong.code, arguments=asked)


def _position(path: Path) -> tuple[int, str, int]:
    """Row (0 in the settings), attribute, and number where the attribute stands once a level."""
    if path[0] == SETTINGS.kind:
        return 0, str(path[1]), int(path[2]) + 1 if len(path) > 2 else 0
    return int(path[1]), str(path[2]) if len(path) > 2 else "", 0
