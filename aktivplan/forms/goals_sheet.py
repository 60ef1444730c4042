"""The sheet that lists the plan's goals as a tree, to read and to print."""

from __future__ import annotations

from aktivplan import palette
from aktivplan.definition.models import Goal
from aktivplan.forms.form import Form
from aktivplan.forms.room import row_height
from aktivplan.forms.sheet import Heading, Sheet

_LEVEL, _GOAL, _DESCRIPTION = 1, 2, 3
_WIDTHS = {_LEVEL: 22, _GOAL: 64, _DESCRIPTION: 64}
_TITLE_HEIGHT, _LINE_HEIGHT, _AIR = 33, 21, 5
_HEADING_ROW = 4
_INDENT = 2


def write_goals_sheet(form: Form, sheet: Sheet) -> None:
    """Write every goal on a row of its own: its level's name, the goal moved in by its level, its description."""
    headings = {_LEVEL: form.t("Level"), _GOAL: form.t("Goal")}
    if any(goal.description for goal in form.plan.goals):
        headings[_DESCRIPTION] = form.t("Description")
    sheet.band(1, len(headings), form.styles.title, height=_TITLE_HEIGHT)
    sheet.text(1, 1, sheet.name, form.styles.title)
    sheet.height(2, _LINE_HEIGHT)
    lead = form.t("The goals of the plan. Choose among them in the drop-downs of the sheets to fill in.")
    sheet.text(2, 1, lead, form.styles.lead)
    for column, heading in headings.items():
        sheet.width(column, _WIDTHS[column])
        sheet.text(_HEADING_ROW, column, heading, form.styles.heading)
    sheet.fit(_HEADING_ROW, row_height([], air=_AIR))
    goals = list(form.plan.walk())
    if goals:
        shown = [Heading(text, form.styles.heading) for text in headings.values()]
        sheet.table("goals", _HEADING_ROW, _HEADING_ROW + len(goals), shown, to_read=True)
    for row, goal in enumerate(goals, start=_HEADING_ROW + 1):
        _write_goal(form, sheet, row, goal, described=_DESCRIPTION in headings)
    sheet.freeze(_HEADING_ROW + 1, 1)
    sheet.select(1, 1)
    sheet.tab(palette.STRONG_LINE, grid=False)
    sheet.print_on_a4(form.footer, landscape=True, repeated_row=_HEADING_ROW)


def _write_goal(form: Form, sheet: Sheet, row: int, goal: Goal, *, described: bool) -> None:
    level = form.plan.level(goal)
    indent, top = (level - 1) * _INDENT, level == 1 and bool(form.plan.children(goal.id))
    name = form.plan.level_name(level)
    sheet.text(row, _LEVEL, name, form.styles.goal(0, top=top))
    sheet.text(row, _GOAL, goal.label, form.styles.goal(indent, top=top))
    if described:
        sheet.text(row, _DESCRIPTION, goal.description, form.styles.goal_description(top=top))
    cells = (
        (name, _WIDTHS[_LEVEL]),
        (goal.label, _WIDTHS[_GOAL] - indent),
        (goal.description, _WIDTHS[_DESCRIPTION]),
    )
    sheet.fit(row, row_height(cells, air=_AIR))
