"""Which sheets the master workbook has beside the overview, and in what order."""

from __future__ import annotations

from aktivplan.edition import Edition
from aktivplan.i18n import Translator
from aktivplan.rendering.master.coverage import coverage_sheet
from aktivplan.rendering.master.criteria import criteria_sheets
from aktivplan.rendering.master.differences import difference_sheets
from aktivplan.rendering.master.held_back import held_back_sheets
from aktivplan.rendering.master.leftovers import leftover_sheets
from aktivplan.rendering.master.people import people_sheets
from aktivplan.rendering.master.records import record_sheets
from aktivplan.rendering.master.register import group_sheets, source_sheet, unit_sheet
from aktivplan.rendering.master.remarks import finding_sheet
from aktivplan.rendering.master.sheet import Sheet
from aktivplan.rendering.master.timeline import month_sheets, timeline_sheets
from aktivplan.rendering.master.together import together_sheets
from aktivplan.rendering.master.unplaced import unplaced_sheets


def all_sheets(edition: Edition, t: Translator) -> list[Sheet]:
    """The sheets, with the names that they would have if each were alone."""
    return [
        *record_sheets(edition, t),
        *timeline_sheets(edition, t),
        *month_sheets(edition, t),
        coverage_sheet(edition, t),
        unit_sheet(edition, t),
        *group_sheets(edition, t),
        *people_sheets(edition, t),
        *together_sheets(edition, t),
        finding_sheet(edition, t),
        *held_back_sheets(edition, t),
        *criteria_sheets(edition, t),
        *unplaced_sheets(edition, t),
        *leftover_sheets(edition, t),
        *difference_sheets(edition, t),
        source_sheet(edition, t),
    ]
