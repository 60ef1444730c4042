"""Values come back as they were written, each as what it is."""

import io
from datetime import date, datetime

import pytest
from python_calamine import CalamineWorkbook

from aktivplan.forms.writer import write_form
from aktivplan.records import Value
from tests.forms.support import form
from tests.support import activity, every_type_table, make_plan, make_record, value

HOSTILE = [
    "=1+1",
    "+46 70 123",
    "-2+3",
    "@SUM(A1)",
    "{=A1}",
    "<r><t>x</t></r>",
    "<r>&</r>",
    "http://example.com",
    "mailto:a@b.example",
    "internal:Blad!A1",
    "_x000D_ bokstavligen",
    " blanksteg ",
    "rad ett\nrad två",
    "å ä ö æ ø 😀 \u00a0",
    "0123",
    "1-3",
    "'apostrof",
    '<b>"&amp;"</b>',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_comes_back_as_it_was(text):
    plan = make_plan()
    content = write_form(plan, plan.units[0], [activity(plan, "BUF", 1, text=text)])
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Aktiviteter")
    assert sheet.to_python(skip_empty_area=False)[5][2] == text


@pytest.mark.parametrize("text", HOSTILE)
def test_text_never_becomes_a_formula_or_a_link(text):
    plan = make_plan()
    cell = form(plan, records=[activity(plan, "BUF", 1, text=text)])["Aktiviteter"]["C6"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_characters_that_no_workbook_may_hold_are_left_out():
    plan = make_plan()
    record = activity(plan, "BUF", 1, text="a\x00b\x0bc\ud800d\uffffe\tf")
    assert form(plan, records=[record])["Aktiviteter"]["C6"].value == "abcde\tf"


@pytest.mark.parametrize(
    ("key", "held", "expected"),
    [
        ("f_date", value("1 mars 2027", date(2027, 3, 1)), datetime(2027, 3, 1)),  # noqa: DTZ001
        ("f_date", Value("våren"), "våren"),
        ("f_date", value("1 mars 1500", date(1500, 3, 1)), "1 mars 1500"),
        ("f_number", value("12,5", 12.5), 12.5),
        ("f_percent", value("80 %", 0.8), 0.8),
        ("f_money", value("12 000 kr", 12000.0), 12000),
        ("f_number", value("oändligt", float("inf")), "oändligt"),
        ("f_yesno", value("j", parsed=True), "Ja"),
        ("f_goal", value("1.1", "1.1"), "1.1 Vi vet mer om barns levnadsvillkor"),
        ("f_goal", Value("9.9"), "9.9"),
        ("f_choice", value("pågår", "Pågår"), "pågår"),
        ("f_multichoice", value("Förskola; Grundskola", ("Förskola", "Grundskola")), "Förskola; Grundskola"),
    ],
)
def test_a_value_is_written_as_what_it_is(key, held, expected):
    plan = make_plan(tables=(every_type_table(),))
    sheet = form(plan, records=[make_record(plan, "BUF", 1, {key: held})])["Alla typer"]
    (found,) = [cell.value for cell in sheet[6][1:] if cell.value is not None]
    assert found == expected
