from __future__ import annotations

from aktivplan.definition.models import Field, Plan, Table
from aktivplan.definition.terms import FieldType, Need
from aktivplan.reading.columns import FoundTable, TableFinder
from aktivplan.records import Rung
from aktivplan.workbooks.sheets import Cell, Sheet
from tests.support import activities_table, make_plan

PLAN = make_plan()
HEADINGS = ["Nr", "Övergripande mål", "Aktivitet", "Ansvarig", "Tid", "Resurser", "Indikatorer"]


def sheet(text: str, name: str = "Blad1") -> Sheet:
    """A sheet from lines with "|" between the cells."""
    rows: list[list[Cell]] = [
        [cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")
    ]
    return Sheet(name, visible=True, rows=rows)


def found(text: str, plan: Plan = PLAN, name: str = "Blad1") -> tuple[FoundTable, ...]:
    return TableFinder(plan).find([sheet(text, name)], not_tables=(), told={})


def test_headings_are_found_in_any_row_and_column() -> None:
    (table,) = found("""
        | | Handlingsplan | |
        | | | |
        | | Aktivitet | Ansvarig | Tid
        | | Rita | Eva | maj""")
    assert table.heading_row == 3
    assert dict(table.columns) == {"aktivitet": 3, "ansvarig": 4, "tid": 5}


def test_headings_are_compared_without_case_marks_and_parentheses() -> None:
    (table,) = found("AKTIVITET: | Ansvarig (namn) * | tid\u00a0")
    assert dict(table.columns) == {"aktivitet": 1, "ansvarig": 2, "tid": 3}


def test_a_printed_heading_with_parentheses_is_met_by_its_own_text_first() -> None:
    fields = (
        Field(key="fore", heading="Värde (före)", type=FieldType.NUMBER),
        Field(key="efter", heading="Värde (efter)", type=FieldType.NUMBER),
        Field(key="matt", heading="Mått"),
    )
    plan = make_plan(tables=(Table(key="varden", title="Värden", fields=fields),))
    (table,) = found("Värde (efter) | Värde (före) | Mått", plan)
    assert dict(table.columns) == {"efter": 1, "fore": 2, "matt": 3}


def test_one_heading_alone_is_no_table() -> None:
    assert found("Aktivitet | Kostnad | Datum") == ()


def test_the_row_with_most_headings_is_the_one() -> None:
    (table,) = found("""
        Aktivitet | Ansvarig | och mer
        Aktivitet | Ansvarig | Tid""")
    assert table.heading_row == 2


def test_a_sheet_goes_to_the_table_that_it_fits_best() -> None:
    goals = Table(
        key="mal",
        title="Mål",
        code="M",
        fields=(
            Field(key="mal", heading="Övergripande mål", required=Need.REQUIRED),
            Field(key="ansvarig", heading="Ansvarig", required=Need.REQUIRED),
        ),
    )
    plan = make_plan(tables=(goals, activities_table(code="A")))
    (table,) = found("Övergripande mål | Aktivitet | Ansvarig | Tid", plan)
    assert table.table.key == "aktiviteter"


def test_a_renamed_column_is_known_by_its_key() -> None:
    (table,) = found("""
        aktiviteter.ansvarig | aktiviteter.aktivitet |
        Vem ser till det? | Det vi gör | Tid""")
    assert dict(table.columns) == {"ansvarig": 1, "aktivitet": 2, "tid": 3}
    assert table.heading_row == 2
    assert [match.rung for match in table.matches] == [Rung.KEY, Rung.KEY, Rung.HEADING]


def test_columns_that_changed_places_below_their_keys_are_read_by_their_headings() -> None:
    # Excel moves a table's column without the row of keys above the table.
    (table,) = found("""
        aktiviteter.ansvarig | aktiviteter.aktivitet | aktiviteter.tid
        Aktivitet | Ansvarig | Tid""")
    assert dict(table.columns) == {"aktivitet": 1, "ansvarig": 2, "tid": 3}
    assert [match.heading for match in table.moved] == ["Aktivitet", "Ansvarig"]


def test_headings_a_row_further_down_from_the_keys_are_found() -> None:
    (table,) = found("""
        aktiviteter.aktivitet | aktiviteter.ansvarig
        | (ny rad)
        Aktivitet | Ansvarig
        Rita | Eva""")
    assert table.heading_row == 3


def test_of_a_key_that_stands_twice_the_first_counts_and_the_second_is_extra() -> None:
    (table,) = found("""
        aktiviteter.aktivitet | aktiviteter.ansvarig | aktiviteter.aktivitet
        Aktivitet | Ansvarig | Aktivitet
        Rita | Eva | Måla""")
    assert table.columns["aktivitet"] == 1
    assert table.extra == ((3, "Aktivitet"),)


def test_a_key_that_the_plan_no_longer_has_makes_an_extra_column() -> None:
    (table,) = found("""
        aktiviteter.aktivitet | aktiviteter.ansvarig | aktiviteter.effekt
        Aktivitet | Ansvarig | Effekt
        Rita | Eva | Glada barn""")
    assert table.extra == ((3, "Effekt"),)


def test_an_empty_column_is_not_extra() -> None:
    (table,) = found("""
        Aktivitet | Ansvarig | Tid | Budget
        Rita | Eva | maj |""")
    assert table.extra == ()


def test_keys_of_tables_that_the_plan_does_not_have_are_nothing() -> None:
    assert found("moten.dag | moten.plats") == ()


def test_names_of_the_forms_other_sheets_are_not_taken_by_headings() -> None:
    text = "Aktivitet | Ansvarig | Tid"
    assert TableFinder(PLAN).find([sheet(text, "Läs först")], not_tables={"Läs först"}, told={}) == ()


def test_what_has_no_column_is_missing() -> None:
    (table,) = found("Aktivitet | Ansvarig | Tid")
    assert [field.key for field in table.missing] == ["mal", "resurser", "indikatorer"]
