import re

import pytest

from aktivplan.definition.models import Field
from aktivplan.definition.terms import FieldType
from aktivplan.forms.layout import (
    FormMeta,
    form_file_name,
    form_meta,
    meta_from_rows,
    meta_rows,
    offered,
    table_layout,
)
from aktivplan.i18n import translator
from tests.support import activities_table, every_type_table, make_plan, make_settings

T = translator("sv")


def test_a_form_is_named_by_the_units_code_and_the_plans_title():
    plan = make_plan()
    assert form_file_name(plan, plan.units[0]) == "BUF Handlingsplan för barnets rättigheter.xlsx"


def test_a_file_name_has_nothing_that_windows_refuses():
    plan = make_plan(settings=make_settings(title='Plan 2026/2027: "barn" <unga>? *|\\ och mer...'))
    assert form_file_name(plan, plan.units[0]) == "BUF Plan 2026-2027 barn unga - och mer.xlsx"


def test_a_file_name_stays_short_and_keeps_the_code_whole():
    plan = make_plan(settings=make_settings(title="ord " * 100))
    name = form_file_name(plan, plan.units[0])
    assert len(name) <= 90
    assert re.match(r"BUF .*ord\.xlsx$", name)


def test_every_unit_has_a_file_name_of_its_own():
    plan = make_plan()
    assert len({form_file_name(plan, unit) for unit in plan.units}) == len(plan.units)


def test_the_hidden_sheet_is_read_as_it_was_written():
    plan = make_plan(tables=(activities_table(), every_type_table()))
    meta = form_meta(plan, plan.units[0], T)
    assert meta_from_rows(meta_rows(meta)) == meta
    assert (meta.plan, meta.unit, meta.round, meta.version) == ("barnplan", "BUF", "planning", plan.version)


def test_a_hidden_sheet_names_where_each_column_stands():
    plan = make_plan()
    placed = form_meta(plan, plan.units[0], T).columns[3]
    assert (placed.table, placed.sheet, placed.field) == ("aktiviteter", "Aktiviteter", "ansvarig")
    assert (placed.letters, placed.heading) == ("D", "Ansvarig")


@pytest.mark.parametrize("rows", [(), (("",),), (("plan",),), (("column", "x"),), (("nonsense", "1"),)])
def test_a_spoilt_hidden_sheet_is_read_as_empty(rows):
    assert meta_from_rows(rows) == FormMeta("", "", "", "", "", (), "")


def test_two_fields_with_one_heading_get_two_headings():
    fields = (Field(key="a", heading="Tid"), Field(key="b", heading="tid"), Field(key="c", heading="Nr"))
    plan = make_plan(tables=(activities_table(fields=fields),))
    assert [one.heading for one in table_layout(plan, plan.tables[0], T).columns] == [
        "Nr",
        "Tid",
        "tid 2",
        "Nr 2",
    ]


def test_a_heading_of_several_lines_is_printed_in_one():
    plan = make_plan(tables=(activities_table(fields=(Field(key="a", heading="Tid\noch  plats"),)),))
    assert table_layout(plan, plan.tables[0], T).columns[1].heading == "Tid och plats"


def test_a_field_of_several_choices_is_not_one_to_choose_one_from():
    plan = make_plan(tables=(every_type_table(),))
    field = next(one for one in plan.tables[0].fields if one.type is FieldType.MULTICHOICE)
    assert offered(plan, field, T) == ()
