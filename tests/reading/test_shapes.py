"""Sheets of the units' own making, as they are met in municipalities: headings verbatim from public plans."""

from __future__ import annotations

import pytest

from aktivplan.definition.models import Field, Goal, Plan, Table
from aktivplan.definition.preset import load_preset
from aktivplan.definition.terms import FieldType, Need
from aktivplan.reading.columns import FoundTable, TableFinder
from aktivplan.records import Rung
from aktivplan.workbooks.sheets import Area, Cell, Sheet
from tests.support import make_plan, make_settings

PLAN = make_plan()
WIDE = make_plan(
    tables=(
        Table(
            key="atgarder",
            title="Åtgärder",
            fields=(
                Field(key="mal", heading="Mål", type=FieldType.GOAL, required=Need.REQUIRED),
                Field(key="atgard", heading="Aktivitet", required=Need.REQUIRED),
                Field(key="vem", heading="Ansvarig", type=FieldType.PERSON, required=Need.REQUIRED),
                Field(key="tid", heading="Tid", type=FieldType.PERIOD, required=Need.REQUIRED),
                Field(key="resurser", heading="Resurser"),
                Field(key="kostnad", heading="Kostnad"),
                Field(key="indikator", heading="Indikatorer"),
                Field(key="uppfoljning", heading="Uppföljning"),
                Field(key="status", heading="Status"),
                Field(key="effekt", heading="Förväntad effekt"),
                Field(key="prio", heading="Prioritet"),
            ),
        ),
    )
)


def sheet(text: str, name: str = "Blad1", merged: tuple[Area, ...] = ()) -> Sheet:
    rows: list[list[Cell]] = [
        [cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")
    ]
    return Sheet(name, visible=True, rows=rows, merged=merged)


def found(text: str, plan: Plan = PLAN) -> tuple[FoundTable, ...]:
    return TableFinder(plan).find([sheet(text)], not_tables=(), told={})


def read_as(headings: str, plan: Plan = WIDE) -> dict[str, str]:
    """Field key by heading, for a sheet with those headings and one filled row."""
    count = headings.count("|") + 1
    (table,) = found(headings + "\n" + " | ".join(["x"] * count), plan)
    return {match.heading: match.key for match in (*table.matches, *table.ends)}


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (
            "Rubrik | Syfte | Mål | Aktiviteter | Indikatorer | Tidsplan | Ansvarig",
            {"Mål": "mal", "Indikatorer": "indikator", "Tidsplan": "tid", "Ansvarig": "vem"},
        ),
        (
            "Målsättning | Resurser | Konkreta planer | Tidsplan | Ansvarig person | Utvärdering",
            {
                "Målsättning": "mal",
                "Resurser": "resurser",
                "Konkreta planer": "atgard",
                "Tidsplan": "tid",
                "Ansvarig person": "vem",
                "Utvärdering": "uppfoljning",
            },
        ),
        (
            "Specifikt mål | Handling | Avsett resultat | Resurser/tillgångar | Ledande organisation | Viktiga partners | Tidsplan",
            {
                "Specifikt mål": "mal",
                "Handling": "atgard",
                "Resurser/tillgångar": "resurser",
                "Ledande organisation": "vem",
                "Tidsplan": "tid",
            },
        ),
        (
            "mål | vad | när/deadlines | vem | resurskrav och kostnad | hur resultatet ska bedömas | aktuell status",
            {
                "mål": "mal",
                "vad": "atgard",
                "när/deadlines": "tid",
                "vem": "vem",
                "hur resultatet ska bedömas": "uppfoljning",
                "aktuell status": "status",
            },
        ),
        (
            "Vecka | Aktivitet | Ansvarig roll | Förväntad effekt",
            {"Vecka": "tid", "Aktivitet": "atgard", "Ansvarig roll": "vem", "Förväntad effekt": "effekt"},
        ),
        (
            "Prioritet | Åtgärd | Ansvarig | Klar senast",
            {"Prioritet": "prio", "Åtgärd": "atgard", "Ansvarig": "vem", "Klar senast": "tid"},
        ),
        (
            "# | Gap (kort) | Åtgärd | Ansvarig | Deadline | Kostnad (L/M/H) | Prioritet (1–5)",
            {
                "Åtgärd": "atgard",
                "Ansvarig": "vem",
                "Deadline": "tid",
                "Kostnad (L/M/H)": "kostnad",
                "Prioritet (1–5)": "prio",
            },
        ),
        ("Når | Aktivitet | Ansvarlig", {"Når": "tid", "Aktivitet": "atgard", "Ansvarlig": "vem"}),
        (
            "Prioritet | ID | Tiltak | Ansvarlig | Frist",
            {"Prioritet": "prio", "Tiltak": "atgard", "Ansvarlig": "vem", "Frist": "tid"},
        ),
        (
            "målbeskrivelse | deadline | ansvarlig | ressourcegrundlag | delaktiviteter",
            {
                "målbeskrivelse": "mal",
                "deadline": "tid",
                "ansvarlig": "vem",
                "ressourcegrundlag": "resurser",
                "delaktiviteter": "atgard",
            },
        ),
    ],
)
def test_headings_of_public_plans_are_known(headings: str, expected: dict[str, str]) -> None:
    assert expected.items() <= read_as(headings).items()


def test_first_and_last_days_in_two_columns_are_one_period() -> None:
    (table,) = found(
        "Mål | Aktivitet | Forventet effekt | Ansvarlig | Start | Frist | Ressourcer\n" + "|".join("x" * 7),
        WIDE,
    )
    assert table.columns["tid"] == 5
    assert [match.column for match in table.ends] == [6]


def test_one_heading_may_feed_two_fields() -> None:
    plan = make_plan(settings=make_settings(language="da"), tables=PLAN.tables)
    (table,) = found(
        "Mål | Tids- og handleplan (hvad skal ske? - hvornår?) | Tovholder/ ansvarlig\na | b | c", plan
    )
    assert (table.columns["aktivitet"], table.columns["tid"], table.columns["ansvarig"]) == (2, 2, 3)


def test_a_heading_that_may_mean_two_of_the_fields_is_not_guessed() -> None:
    table = Table(
        key="x",
        title="X",
        fields=(
            Field(key="ett", heading="Prioriterat område", required=Need.REQUIRED),
            Field(key="tva", heading="Förvaltning", required=Need.REQUIRED),
            Field(key="aktivitet", heading="Aktivitet", required=Need.REQUIRED),
        ),
    )
    (read,) = found("Område | Aktivitet | Förvaltning \n a | b | c", make_plan(tables=(table,)))
    assert "ett" in read.columns  # the other one is taken, so only one meaning is left
    (read,) = found("Område | Aktivitet | Ansvarig \n a | b | c", make_plan(tables=(table, *PLAN.tables)))
    assert "ett" not in read.columns


@pytest.mark.parametrize("row", [1, 7, 20, 25])
def test_headings_stand_in_any_of_the_first_rows(row: int) -> None:
    (table,) = found(
        "\n".join(["Handlingsplan"] + [""] * (row - 2) + ["| | Aktivitet | Ansvarig | Tid"][:row])
        if row > 1
        else "| | Aktivitet | Ansvarig | Tid"
    )
    assert table.heading_row == row
    assert table.columns["aktivitet"] == 3


def test_a_row_of_column_letters_above_the_headings_is_no_heading() -> None:
    plan = load_preset("handlemal")
    (table,) = found(
        """
        Delmål 1.1. Et fælles syn
        | | C | D | E | F | G
        | | Handlemål (det betyder, at...) | Succeskriterier (målet er nået, når...) | Evaluering (målemetode) | Tids- og handleplan (hvad skal ske? - hvornår?) | Tovholder/ ansvarlig
        | | ... (1.1.1.) der arbejdes | mindst 80 % | Spørgeskema | ultimo 2027 | Chefgruppen""",
        plan,
    )
    assert table.heading_row == 3
    assert set(table.columns) == {"handlemaal", "succeskriterier", "evaluering", "tidsplan", "tovholder"}


def test_headings_in_two_rows_are_taken_together() -> None:
    (table,) = found("""
        Övergripande mål | Aktivitet | Ansvar | |
        | | Ansvarig | Tid | Resurser
        a | b | c | d | e""")
    assert table.heading_row == 2
    assert {key: table.columns[key] for key in ("mal", "aktivitet", "ansvarig", "tid")} == {
        "mal": 1,
        "aktivitet": 2,
        "ansvarig": 3,
        "tid": 4,
    }


def test_two_tables_below_each_other_are_both_read() -> None:
    first, second = found("""
        Delmål A
        Aktivitet | Ansvarig | Tid
        Rita | Eva | maj
        | |
        Delmål B
        Aktivitet | Ansvarig | Tid
        Måla | Bo | juni""")
    assert (first.heading_row, first.last_row) == (2, 4)
    assert (second.heading_row, second.last_row) == (6, 7)
    assert second.titles == ((5, 1),)


def test_two_tables_beside_each_other_are_both_read() -> None:
    left, right = found("""
        Aktivitet | Ansvarig | Tid | | Aktivitet | Ansvarig | Tid
        Rita | Eva | maj | | Måla | Bo | juni""")
    assert dict(left.columns) == {"aktivitet": 1, "ansvarig": 2, "tid": 3}
    assert dict(right.columns) == {"aktivitet": 5, "ansvarig": 6, "tid": 7}
    assert left.extra == right.extra == ()


def test_a_table_below_the_forms_own_is_read_too() -> None:
    form, pasted = found("""
        aktiviteter.aktivitet | aktiviteter.ansvarig | aktiviteter.tid
        Aktivitet | Ansvarig | Tid
        Rita | Eva | maj
        | |
        Aktivitet | Ansvarig | Tid
        Måla | Bo | juni""")
    assert (form.is_form, form.last_row) == (True, 4)
    assert (pasted.is_form, pasted.heading_row) == (False, 5)


def test_two_tables_of_the_plan_in_the_same_rows_are_both_read() -> None:
    plan = load_preset("verksamhetsplan")
    tables = found("Område | Insatser | Effekter\nTrygghet | Rastvärdar | Färre konflikter", plan)
    assert [(one.table.key, one.is_second) for one in tables] == [("insatser", False), ("effekter", True)]
    assert tables[0].extra == ()


def test_a_heading_of_the_form_weighs_more_than_another_word_for_it() -> None:
    (table,) = found("Åtgärd | Aktivitet | Ansvarig | Tid\nx | x | x | x")
    assert table.columns["aktivitet"] == 2
    assert table.extra == ((1, "Åtgärd"),)


def test_every_match_tells_its_rung() -> None:
    (table,) = found("Åtgärd | Ansvarig | När\nx | x | x")
    assert {match.key: match.rung for match in table.matches} == {
        "aktivitet": Rung.SYNONYM,
        "ansvarig": Rung.HEADING,
        "tid": Rung.SYNONYM,
    }


def test_the_forms_hidden_sheet_knows_headings_that_the_plan_has_changed_since() -> None:
    (table,) = TableFinder(PLAN).find(
        [sheet("Vad gör vi | Ansvarig | Tid\nx | x | x")],
        not_tables=(),
        told={"aktiviteter": {"vad gör vi": "aktivitet"}},
    )
    assert table.columns["aktivitet"] == 1


def test_a_numbering_of_the_units_own_is_no_column_of_ids() -> None:
    (table,) = found("Nr | Aktivitet | Ansvarig | Tid\n1 | x | x | x")
    assert table.extra == ((1, "Nr"),)


def test_goals_need_not_be_named_to_find_the_table() -> None:
    goals = (Goal(id="1", text="Trygghet"),)
    assert found("Insatser | Ansvarig | När\nx | x | x", make_plan(goals=goals))[0].missing[0].key == "mal"


def test_two_headings_that_each_name_another_table_are_both_tables() -> None:
    tables = found("Insatser | Effekter\nRastvärdar | Färre konflikter", load_preset("verksamhetsplan"))
    assert [(one.table.key, dict(one.columns)) for one in tables] == [
        ("insatser", {"insats": 1}),
        ("effekter", {"effekt": 2}),
    ]


def test_a_sheet_of_activities_and_days_alone_is_read() -> None:
    (table,) = found("Aktivitet | Ring | Typ (Period/Dag) | Startdatum | Slutdatum\na | b | c | d | e")
    assert (table.columns["aktivitet"], table.columns["tid"]) == (1, 4)
    assert [match.column for match in table.ends] == [5]
    assert [heading for _column, heading in table.extra] == ["Ring", "Typ (Period/Dag)"]


def test_a_heading_of_the_form_is_no_other_word_for_another_field() -> None:
    (table,) = found("Aktivitet | Ansvarig | Tid | Tid\nx | x | x | x", WIDE)
    assert "resurser" not in table.columns
    assert table.extra == ((4, "Tid"),)


def test_a_column_of_last_days_alone_is_no_column_of_the_units_own() -> None:
    (table,) = found("Aktivitet | Ansvarig | Klar senast\nx | x | x")
    assert [match.column for match in table.ends] == [3]
    assert table.extra == ()


LETTERED = """
        | | Delmål 1.1 Et fælles syn
        | | C | D | E | F | G
        | | Handlemål (det betyder, at...) | Succeskriterier (målet er nået, når...) | Evaluering (målemetode) | Tids- og handleplan (hvad skal ske? - hvornår?) | Tovholder/ ansvarlig
        | | ... (1.1.1.) der arbejdes | mindst 80 % | Spørgeskema | ultimo 2027 | Chefgruppen"""


@pytest.mark.parametrize("between", ["\n        | |", ""])
def test_titles_and_letters_between_tables_belong_to_the_table_below(between: str) -> None:
    # The second table's title is the plan's own goal, so it may follow without an empty row.
    second = LETTERED.replace("1.1 Et fælles syn", "1.2")
    one, two = found(LETTERED + between + second, load_preset("handlemal"))
    assert (one.heading_row, one.last_row) == (3, 4 + bool(between))
    assert [two.sheet.cell(*title) for title in two.titles] == ["Delmål 1.2"]
    assert [one.sheet.cell(*title) for title in one.titles] == ["Delmål 1.1 Et fælles syn"]


def test_letters_that_are_no_columns_are_a_row() -> None:
    (table,) = found("Aktivitet | Ansvarig | Tid\nA | B | C\nX | Y | X")
    assert table.last_row == 3


@pytest.mark.parametrize(
    "heading",
    [
        "1. Aktivitet",
        "B) Aktivitet",
        "Aktivitet – vad ska göras?",
        "Aktivitet: vad och hur",
        "Aktivitet⏎Beskriv kort",
    ],
)
def test_a_number_before_a_heading_and_an_explanation_behind_it_are_no_part_of_it(heading: str) -> None:
    rows: list[list[Cell]] = [[heading.replace("⏎", "\n"), "Ansvarig", "Tid"], ["x", "x", "x"]]
    (table,) = TableFinder(PLAN).find([Sheet("B", visible=True, rows=rows)], not_tables=(), told={})
    rungs = {match.key: match.rung for match in table.matches}
    assert rungs["aktivitet"] is Rung.SYNONYM  # so it is told


def test_two_headings_that_differ_in_their_explanations_alone_are_not_guessed() -> None:
    (table,) = found("Aktivitet | Ansvarig | Tid – start | Tid – slut\nx | x | x | x")
    assert "tid" not in table.columns
    assert [heading for _column, heading in table.extra] == ["Tid – start", "Tid – slut"]


def test_a_heading_may_have_a_long_explanation_in_parentheses() -> None:
    (table,) = found(f"Aktivitet ({'beskriv så konkret ni kan ' * 6}) | Ansvarig | Tid\nx | x | x")
    assert table.columns["aktivitet"] == 1
