"""Plans in prose: headings and lines below each other in one column, as in a municipality's published plan."""

from __future__ import annotations

from aktivplan.definition.preset import load_preset
from aktivplan.reading.columns import FoundTable, TableFinder
from aktivplan.reading.goals_around import goal_around
from aktivplan.reading.values import ValueReader
from aktivplan.workbooks.sheets import Cell, Sheet

PLAN = load_preset("verksamhetsplan")
HEALTH, LANGUAGE = (goal.text for goal in PLAN.goals[:2])


def found(text: str) -> tuple[FoundTable, ...]:
    rows: list[list[Cell]] = [
        [cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")
    ]
    return TableFinder(PLAN).find([Sheet("Plan", visible=True, rows=rows)], not_tables=(), told={})


def lines(table: FoundTable) -> list[Cell]:
    column = min(table.columns.values())
    return [cells[column - 1] for _number, cells in table.rows]


def goal_of(table: FoundTable) -> tuple[object, str] | None:
    field = table.table.goal_field
    assert field is not None
    around = goal_around(table, ValueReader(PLAN, field))
    return (around.value.parsed, around.where) if around else None


def test_a_heading_with_the_area_in_it_and_bullets_below_is_a_list() -> None:
    measures, effects, second = found(f"""
        Insatser {HEALTH}
        • Rutiner för närvaro
        • Fortbildning för alla
        Effekter {HEALTH}
        Fler är i skolan
        |
        Insatser: {LANGUAGE}
        • Högläsning varje dag""")
    assert [one.table.key for one in (measures, effects, second)] == ["insatser", "effekter", "insatser"]
    assert lines(measures) == ["• Rutiner för närvaro", "• Fortbildning för alla"]
    assert lines(effects) == ["Fler är i skolan"]
    assert [goal_of(one) for one in (measures, effects, second)] == [("1", "A1"), ("1", "A4"), ("2", "A7")]


def test_the_area_may_stand_in_a_line_above() -> None:
    measures, effects = found(f"""
        {HEALTH}
        I dag varierar det mellan enheterna.
        Insatser
        Rutiner för närvaro
        Effekter
        Fler är i skolan
        |
        Kontakt | Eva Lind""")
    assert [goal_of(one) for one in (measures, effects)] == [("1", "A1"), ("1", "A1")]
    assert [measures.sheet.cell(*cell) for cell in measures.titles] == [
        "I dag varierar det mellan enheterna."
    ]
    assert [effects.sheet.cell(*cell) for cell in effects.titles] == ["Kontakt", "Eva Lind"]


def test_bullets_go_on_after_an_empty_row_and_other_lines_do_not() -> None:
    (measures,) = found(f"""
        Insatser {HEALTH}
        - Rutiner
        |
        - Fortbildning
        |
        Det här skrev vi i maj.""")
    assert lines(measures) == ["- Rutiner", "", "- Fortbildning"]
    assert [measures.sheet.cell(*cell) for cell in measures.titles] == ["Det här skrev vi i maj."]


def test_lines_that_name_no_area_are_no_lists() -> None:
    assert found("Insatser\nRutiner\nFortbildning\nEffekter\nFler är i skolan") == ()


def test_lines_below_a_table_are_no_lists() -> None:
    (table,) = found(
        f"Område | Insats | Ansvarig | Tid\n{HEALTH} | x | x | x\n{LANGUAGE}\nInsatser\nHögläsning"
    )
    assert table.columns["insats"] == 2
