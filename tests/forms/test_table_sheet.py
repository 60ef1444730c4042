"""The sheets to fill in."""

import pytest

from aktivplan.definition.models import Choice, ChoiceList, Field
from aktivplan.definition.terms import FieldType, Need
from aktivplan.forms.layout import FIRST_ROW, HEADING_ROW, KEY_ROW, LAST_ROW, PREPARED_ROWS
from aktivplan.forms.writer import write_form
from tests.forms.support import form, marks_over, opened, part, rules_over
from tests.support import activities_table, activity, every_type_table, make_plan, make_record, value

LAST_PREPARED = FIRST_ROW + PREPARED_ROWS - 1


def sheet_with(*fields, **changes):
    plan = make_plan(tables=(activities_table(fields=fields),), **changes)
    return form(plan)["Aktiviteter"]


def test_headings_stand_below_a_hidden_row_of_keys():
    sheet = form(make_plan())["Aktiviteter"]
    assert sheet.row_dimensions[KEY_ROW].hidden
    assert [cell.value for cell in sheet[KEY_ROW]][:3] == [
        "aktiviteter.id",
        "aktiviteter.mal",
        "aktiviteter.aktivitet",
    ]
    headings = [cell.value for cell in sheet[HEADING_ROW]]
    assert headings == ["Nr", "Övergripande mål", "Aktivitet", "Ansvarig", "Tid", "Resurser", "Indikatorer"]


def test_every_prepared_row_has_its_printed_id():
    sheet = form(make_plan())["Aktiviteter"]
    ids = [sheet.cell(row, 1).value for row in range(FIRST_ROW, LAST_PREPARED + 1)]
    assert ids == [f"BUF-{number:03d}" for number in range(1, PREPARED_ROWS + 1)]


def test_a_blank_form_has_nothing_in_its_rows_but_ids():
    sheet = form(make_plan())["Aktiviteter"]
    assert not any(cell.value for row in sheet.iter_rows(min_row=FIRST_ROW, min_col=2) for cell in row)


def test_the_rows_are_an_excel_table_with_filters():
    sheet = form(make_plan())["Aktiviteter"]
    (table,) = sheet.tables.values()
    assert table.ref == f"A{HEADING_ROW}:G{LAST_PREPARED}"
    assert table.autoFilter is not None
    assert table.tableStyleInfo.showRowStripes
    assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[HEADING_ROW]]


def test_no_sheet_is_protected():
    assert not any(sheet.protection.sheet for sheet in form(make_plan()).worksheets)


def test_no_cells_are_merged():
    assert not any(sheet.merged_cells.ranges for sheet in form(make_plan()).worksheets)


def test_headings_refuse_typing_and_say_why():
    sheet = form(make_plan())["Aktiviteter"]
    (rule,) = rules_over(sheet, "D5")
    assert (rule.type, rule.formula1, rule.showErrorMessage) == ("custom", "FALSE", True)
    assert "rubrikerna" in rule.error


@pytest.mark.parametrize("row", [FIRST_ROW, LAST_PREPARED + 1, 500, LAST_ROW])
def test_drop_downs_and_marks_reach_below_the_prepared_rows(row):
    sheet = form(make_plan())["Aktiviteter"]
    (rule,) = rules_over(sheet, f"B{row}")
    assert (rule.type, rule.formula1) == ("list", "_lists!$A$2:$A$4")
    assert marks_over(sheet, f"B{row}")


def test_the_goals_to_choose_from_are_the_fields_own():
    workbook = form(make_plan())
    column = [cell.value for cell in workbook["_lists"]["A"]]
    assert column[1:] == [
        "1.1 Vi vet mer om barns levnadsvillkor",
        "1.2 Barn i utsatta hem upptäcks tidigare",
        "2.1 Barnets bästa prövas före varje beslut",
    ]


def test_a_choice_that_is_not_in_the_list_is_refused():
    sheet = sheet_with(Field(key="a", heading="A", type=FieldType.CHOICE, choices="status"))
    (rule,) = rules_over(sheet, "B500")
    assert rule.showErrorMessage
    assert rule.errorStyle in (None, "stop")


def test_several_choices_are_let_through_and_explained():
    sheet = sheet_with(Field(key="a", heading="A", type=FieldType.MULTICHOICE, choices="malgrupp"))
    (rule,) = rules_over(sheet, "B500")
    assert rule.type == "list"
    assert not rule.showErrorMessage
    assert "semikolon" in rule.prompt


def test_yes_and_no_are_offered_in_the_plans_language():
    plan = make_plan(tables=(activities_table(fields=(Field(key="a", heading="A", type=FieldType.YESNO),)),))
    assert [cell.value for cell in form(plan)["_lists"]["A"]][1:] == ["Ja", "Nej"]


def test_two_lists_do_not_share_a_column_for_having_one_type():
    lists = (
        ChoiceList(name="yesno", choices=(Choice(value="Kanske"),)),
        ChoiceList(name="b", choices=(Choice(value="Mer"),)),
    )
    fields = (
        Field(key="a", heading="A", type=FieldType.YESNO),
        Field(key="b", heading="B", type=FieldType.CHOICE, choices="yesno"),
        Field(key="c", heading="C", type=FieldType.CHOICE, choices="b"),
    )
    sheet = sheet_with(*fields, choice_lists=lists)
    assert [rules_over(sheet, cell)[0].formula1 for cell in ("B6", "C6", "D6")] == [
        "_lists!$A$2:$A$3",
        "_lists!$B$2",
        "_lists!$C$2",
    ]


@pytest.mark.parametrize(
    ("field", "operator", "limits"),
    [
        (Field(key="a", heading="A", type=FieldType.NUMBER, minimum=1, maximum=9), None, ("1", "9")),
        (Field(key="a", heading="A", type=FieldType.NUMBER, maximum=9), "lessThanOrEqual", ("9", None)),
        (Field(key="a", heading="A", type=FieldType.PERCENT, minimum=0), "greaterThanOrEqual", ("0", None)),
    ],
)
def test_numbers_are_held_to_their_limits(field, operator, limits):
    (rule,) = rules_over(sheet_with(field), "B500")
    assert (rule.type, rule.operator) == ("decimal", operator)
    assert tuple(one and str(int(float(one))) for one in (rule.formula1, rule.formula2)) == limits


def test_a_number_field_without_limits_still_refuses_words():
    (rule,) = rules_over(sheet_with(Field(key="a", heading="A", type=FieldType.MONEY)), "B500")
    assert (rule.type, rule.showErrorMessage) == ("decimal", True)


def test_a_date_field_takes_dates_and_shows_how_to_write_one():
    (rule,) = rules_over(sheet_with(Field(key="a", heading="A", type=FieldType.DATE)), "B500")
    assert rule.type == "date"
    assert "2027-03-31" in rule.error


def test_free_text_refuses_nothing_but_shows_its_help():
    (rule,) = rules_over(sheet_with(Field(key="a", heading="A", help="Skriv kort.")), "B500")
    assert (rule.type, rule.showErrorMessage, rule.prompt) == (None, False, "Skriv kort.")


def test_long_help_is_cut_at_a_word_and_keeps_what_is_demanded():
    field = Field(
        key="a", heading="En mycket lång rubrik över en kolumn", help="ord " * 200, required=Need.REQUIRED
    )
    (rule,) = rules_over(sheet_with(field), "B500")
    assert len(rule.promptTitle) <= 32
    assert len(rule.prompt) <= 255
    assert rule.prompt.endswith("ord… Måste fyllas i.")


def test_text_columns_keep_what_is_typed_as_text():
    sheet = form(make_plan())["Aktiviteter"]
    assert {sheet.column_dimensions[letter].number_format for letter in "ABCDEFG"} == {"@"}


def test_a_required_heading_shows_a_star_that_is_no_part_of_its_text():
    sheet = form(make_plan())["Aktiviteter"]
    assert (sheet["D5"].value, sheet["D5"].number_format) == ("Ansvarig", '@" *"')
    assert (sheet["F5"].value, sheet["F5"].number_format) == ("Resurser", "General")
    assert "Kolumner märkta med * måste fyllas i." in sheet["A2"].value


def test_only_required_cells_are_marked_as_missing():
    sheet = form(make_plan())["Aktiviteter"]
    assert len(marks_over(sheet, "D6")) == len(marks_over(sheet, "F6")) + 1


def test_the_state_of_a_row_is_told_in_words():
    content = write_form(make_plan(), make_plan().units[0])
    styles = part(content, "xl/styles.xml")
    assert "@&quot;: klar&quot;" in styles
    assert "@&quot;: ej klar&quot;" in styles


def test_a_table_without_required_fields_counts_begun_rows_only():
    sheet = form(make_plan(tables=(every_type_table(),)))["Alla typer"]
    assert sheet["A3"].value.startswith('="Påbörjade rader: "&SUMPRODUCT(')
    assert "Kompletta" not in sheet["A3"].value


def test_the_line_of_complete_rows_holds_its_result_already():
    plan = make_plan()
    records = [activity(plan, "BUF", 1), activity(plan, "BUF", 2, ansvarig=value("  "))]
    sheet = part(write_form(plan, plan.units[0], records), "xl/worksheets/sheet3.xml")
    assert "<v>Påbörjade rader: 2. Kompletta: 1. Att komplettera: 1.</v>" in sheet


def test_leaders_fields_do_not_reach_the_form():
    plan = make_plan(tables=(every_type_table(),))
    workbook = form(plan)
    texts = [cell.value for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert not any(
        text and ("beslut" in str(text).casefold() or "Beviljat" in str(text))
        for text in texts
        if text not in {goal.label for goal in plan.goals}
    )


def test_records_stand_in_their_order_and_new_rows_go_on_from_the_highest_number():
    plan = make_plan()
    sheet = form(plan, records=[activity(plan, "BUF", 7), activity(plan, "BUF", 2)])["Aktiviteter"]
    assert [sheet.cell(row, 1).value for row in (6, 7, 8, LAST_PREPARED)] == [
        "BUF-007",
        "BUF-002",
        "BUF-008",
        "BUF-035",
    ]


def test_many_records_leave_empty_rows_below_them():
    plan = make_plan()
    sheet = form(plan, records=[activity(plan, "BUF", number) for number in range(1, 61)])["Aktiviteter"]
    assert sheet.tables["table_aktiviteter"].ref == "A5:G75"
    assert sheet["A75"].value == "BUF-070"


def test_rows_of_a_thousand_records_are_counted_too():
    plan = make_plan()
    records = [activity(plan, "BUF", number) for number in range(1, 1201)]
    sheet = form(plan, records=records)["Aktiviteter"]
    assert rules_over(sheet, "B1300")
    assert "$B$1415" in sheet["A3"].value


def test_the_next_cell_to_fill_in_is_selected():
    plan = make_plan()
    workbook = form(plan, records=[activity(plan, "BUF", 1)])
    assert workbook.active.title == "Läs först"
    view = workbook["Aktiviteter"].sheet_view
    assert [one.activeCell for one in view.selection if one.pane == "bottomRight"] == ["B7"]
    assert view.pane.topLeftCell == "B6"


def test_a_table_prints_in_landscape_on_a4_with_its_headings_on_every_page():
    sheet = form(make_plan())["Aktiviteter"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == (0, True)
    assert sheet.print_title_rows == "$5:$5"
    assert "Sida &P av &N" in sheet.oddFooter.right.text


def test_a_filled_row_is_high_enough_and_can_still_grow():
    plan = make_plan()
    content = write_form(plan, plan.units[0], [activity(plan, "BUF", 1, text="en rad\n" * 6 + "slut")])
    assert opened(content)["Aktiviteter"].row_dimensions[FIRST_ROW].height == 105
    row = part(content, "xl/worksheets/sheet3.xml").partition('<row r="6"')[2].partition(">")[0]
    assert "customHeight" not in row


def test_long_help_above_a_table_points_to_the_first_sheet():
    plan = make_plan(tables=(activities_table(help="En lång mening om tabellen. " * 30),))
    workbook = form(plan)
    assert "… Läs mer på bladet Läs först." in workbook["Aktiviteter"]["A2"].value
    assert plan.tables[0].help in [cell.value for cell in workbook["Läs först"]["B"]]


def test_two_tables_share_a_list_and_have_ids_of_their_own():
    plan = make_plan(tables=(activities_table(), every_type_table()))
    record = make_record(plan, "BUF", 1, {"f_goal": value("1.1", "1.1")}, table="allt")
    workbook = form(plan, records=[record])
    assert workbook["Alla typer"]["A6"].value == "BUF-T001"
    assert rules_over(workbook["Alla typer"], "F6")[0].formula1 == "_lists!$A$2:$A$4"
    assert workbook["Aktiviteter"]["B6"].value is None


def test_numbers_stand_to_the_right_and_text_to_the_left():
    plan = make_plan(tables=(every_type_table(),))
    record = make_record(plan, "BUF", 1, {"f_number": value("12", 12.0), "f_text": value("ord")})
    cells = {cell.value: cell.alignment.horizontal for cell in form(plan, records=[record])["Alla typer"][6]}
    assert (cells[12], cells["ord"]) == ("right", "left")
