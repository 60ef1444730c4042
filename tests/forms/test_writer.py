"""The workbook as a whole."""

import re
from dataclasses import replace

import pytest

from aktivplan.definition import PRESETS
from aktivplan.definition.preset import load_preset
from aktivplan.findings import Place, finding
from aktivplan.forms.layout import META_SHEET, form_meta, meta_from_rows, printed_mark
from aktivplan.forms.writer import write_form
from aktivplan.i18n import translator
from aktivplan.records import Attestation
from tests.forms.support import form, keyed, opened, part, rules_over
from tests.support import activities_table, activity, every_type_table, make_plan, make_settings, value

SHEETS = ["Läs först", "Målen", "Aktiviteter", "_lists", "_aktivplan"]


def full_plan(language="sv", **changes):
    """A plan that has everything a form can show."""
    fields = tuple(
        field.model_copy(update={"help": f"hjälp {field.key}", "example": f"exempel {field.key}"})
        for field in activities_table().fields
    )
    settings = make_settings(language=language, attestation=True, purpose="syftet")
    tables = (activities_table(fields=fields, help="tabellens hjälp"), every_type_table())
    return make_plan(settings=settings, tables=tables, **changes)


def texts_of(content):
    """Every text that somebody may see: cells, messages, footers, number formats, names of sheets, title."""
    workbook = opened(content)
    found = set(workbook.sheetnames) | {workbook.properties.title}
    for sheet in workbook.worksheets:
        if not sheet.title.startswith("_"):
            found |= {str(cell.value) for row in sheet.iter_rows(max_col=3) for cell in row if cell.value}
            found.add(sheet.oddFooter.right.text)
            for rule in sheet.data_validations.dataValidation:
                found |= {rule.prompt, rule.promptTitle, rule.error, rule.errorTitle}
    found |= set(re.findall(r'formatCode="([^"]*)"', part(content, "xl/styles.xml")))
    return found - {None}


def test_the_sheets_stand_in_order_and_those_for_the_program_are_hidden():
    workbook = form(make_plan())
    assert workbook.sheetnames == SHEETS
    assert [sheet.sheet_state for sheet in workbook] == ["visible"] * 3 + ["hidden"] * 2


def test_the_first_cell_of_each_sheet_says_what_the_sheet_is():
    workbook = form(make_plan())
    assert [workbook[name]["A1"].value for name in SHEETS[:3]] == [
        "Handlingsplan för barnets rättigheter",
        "Målen",
        "Aktiviteter",
    ]


def test_the_hidden_sheet_says_which_form_it_is():
    plan = make_plan()
    rows = [[cell or "" for cell in row] for row in form(plan)[META_SHEET].iter_rows(values_only=True)]
    told = meta_from_rows(rows)
    assert replace(told, printed=frozenset()) == form_meta(plan, plan.units[0], translator("sv"))
    assert printed_mark("Läs det här först: vad er enhet ska göra, hur och till när.") in told.printed


def test_the_first_sheet_says_who_when_to_whom_and_why():
    sheet = form(full_plan())["Läs först"]
    facts = {row[0].value: row[1].value for row in sheet.iter_rows(max_col=2)}
    assert facts["Enhet"] == "Barn- och utbildningsförvaltningen"
    assert facts["Sista svarsdag"] == "fredag 13 november 2026"
    assert facts["Skickas till"] == "Karin Öberg, karin.oberg@lindesjo.example"
    assert facts["Syfte"] == "syftet"
    assert keyed(sheet, "unit.code").value == "BUF"
    assert sheet.column_dimensions["D"].hidden


def test_the_example_stands_upright_and_not_as_a_row_to_send_in():
    sheet = form(full_plan())["Läs först"]
    rows = [tuple(cell.value for cell in row[:3]) for row in sheet.iter_rows()]
    assert ("Ansvarig", "exempel ansvarig", "hjälp ansvarig") in rows
    assert not any({"Aktivitet", "Ansvarig"} <= set(row) for row in rows)


def test_approval_is_asked_for_where_the_plan_demands_it():
    sheet = form(full_plan())["Läs först"]
    manager, day = keyed(sheet, "attestation.manager"), keyed(sheet, "attestation.day")
    assert (manager.value, day.value) == (None, None)
    assert [rule.type for rule in rules_over(sheet, day.coordinate)] == ["date"]
    assert (
        sheet.cell(manager.row, 3).value == f'=IF(LEN(TRIM($B{manager.row}))=0,"Inte ifyllt ännu","Ifyllt")'
    )


def test_no_approval_is_asked_for_where_the_plan_does_not_demand_it():
    sheet = form(make_plan())["Läs först"]
    assert [cell.value for cell in sheet["D"] if cell.value] == ["unit.name", "unit.code"]


def test_approval_that_has_been_given_is_filled_in():
    given = Attestation(Place("BUF.xlsx", "Läs först", 20, 2), "Per Ström", make_settings().deadline)
    sheet = form(full_plan(), attestation=given)["Läs först"]
    assert keyed(sheet, "attestation.manager").value == "Per Ström"
    assert keyed(sheet, "attestation.day").value.date() == make_settings().deadline


def test_the_goals_are_listed_as_a_tree():
    rows = list(form(make_plan())["Målen"].iter_rows(min_row=5, max_col=2))
    assert [(row[0].value, row[1].value, row[1].alignment.indent) for row in rows][:2] == [
        ("Utvecklingsområde", "1 Barns levnadsvillkor", 1),
        ("Övergripande mål", "1.1 Vi vet mer om barns levnadsvillkor", 3),
    ]


def test_a_finding_marks_its_cell_and_hangs_a_comment_on_it():
    plan = make_plan()
    records = [activity(plan, "BUF", 1), activity(plan, "BUF", 2, ansvarig=value(""))]
    fault = finding(
        "required-empty",
        Place("BUF.xlsx", "Aktiviteter", 40, 4),
        unit="BUF",
        record="BUF-002",
        heading="Ansvarig",
    )
    sheet = form(plan, records=records, findings=[fault])["Aktiviteter"]
    assert sheet["D7"].comment.text == "Fel: " + fault.text(translator("sv")).replace("D40", "D7")
    assert sheet["D7"].fill.bgColor != sheet["D6"].fill.bgColor
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment] == ["D7"]


def test_a_finding_of_a_column_that_was_moved_finds_its_field_by_the_heading():
    plan = make_plan()
    record = activity(plan, "BUF", 1)
    fault = finding(
        "required-empty", Place("BUF.xlsx", "Aktiviteter", 6, 44), unit="BUF", record=record.id, heading="Tid"
    )
    assert form(plan, records=[record], findings=[fault])["Aktiviteter"]["E6"].comment is not None


def test_a_finding_about_the_approval_hangs_on_its_cell():
    place = Place("BUF.xlsx", "Läs först", 31, 2)
    fault = finding("attestation-missing", place, unit="BUF")
    sheet = form(full_plan(), findings=[fault], attestation=Attestation(place))["Läs först"]
    assert keyed(sheet, "attestation.manager").comment is not None


def test_the_same_form_is_written_with_the_same_bytes():
    plan = full_plan()
    records = [activity(plan, "BUF", 1)]
    assert write_form(plan, plan.units[0], records) == write_form(plan, plan.units[0], records)


def test_the_documents_properties_name_title_maker_language_and_no_clock():
    properties = form(make_plan()).properties
    assert (
        properties.title
        == "Handlingsplan för barnets rättigheter: formulär för Barn- och utbildningsförvaltningen"
    )
    assert (properties.creator, properties.language) == ("Lindesjö kommun", "sv-SE")
    assert properties.created == properties.modified
    assert properties.created.year == 2000


def test_a_form_holds_no_macros_and_no_links_outward():
    content = write_form(full_plan(), full_plan().units[0])
    names = part(content, "[Content_Types].xml")
    assert "vba" not in names.casefold()
    assert "externalLink" not in names


@pytest.mark.parametrize(
    ("language", "same_in_english"),
    [("sv", {"Organisation"}), ("da", {"Organisation"}), ("nb", set())],
)
def test_a_form_speaks_one_language(language, same_in_english):
    english, other = full_plan("en"), full_plan(language)
    shared = texts_of(write_form(english, english.units[0])) & texts_of(write_form(other, other.units[0]))
    own_words = words_of(english.model_dump_json()) | {"lists", "aktivplan", "id", "BUF", "General", "quot"}
    assert {text for text in shared if not words_of(text) <= own_words} <= same_in_english


def words_of(text):
    return set(re.findall(r"[^\W\d_]{2,}", text))


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_makes_a_form_for_every_unit(preset):
    plan = load_preset(preset)
    for unit in plan.units:
        workbook = opened(write_form(plan, unit))
        assert len(workbook.sheetnames) == len(plan.tables) + 4


def test_a_unit_with_signs_in_its_name_prints_them():
    plan = make_plan()
    unit = plan.units[0].model_copy(update={"name": "Vård & omsorg <1>"})
    sheet = opened(write_form(plan, unit))["Aktiviteter"]
    assert "Vård && omsorg <1>" in (sheet.oddFooter.center.text or "")
