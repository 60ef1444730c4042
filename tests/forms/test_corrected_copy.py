"""The unit's own answer in a fresh form, what is wrong in it marked and listed."""

from __future__ import annotations

import pytest
from openpyxl.utils import range_boundaries

from aktivplan.findings import Place, finding
from aktivplan.forms.layout import META_SHEET, meta_from_rows
from aktivplan.forms.writer import write_corrected_copy
from aktivplan.palette import BAD, CAUTION
from aktivplan.records import Attestation, Value
from tests.forms.copies import copy_of, faulty_answer, list_of, mended_by, plan_with_approval
from tests.forms.support import keyed, marks_over, rules_over
from tests.support import activity, every_type_table, make_plan, make_record, make_submission, value

PLAN = plan_with_approval()
ANSWER = faulty_answer(PLAN)


@pytest.fixture(scope="module")
def copy():
    return copy_of(PLAN, ANSWER)


def test_the_list_stands_first_and_what_was_left_over_after_the_tables(copy):
    visible = [sheet.title for sheet in copy if sheet.sheet_state == "visible"]
    assert visible == ["Att rätta", "Läs först", "Målen", "Aktiviteter", "Övrigt från ert svar"]
    assert copy.active.title == "Att rätta"


def test_the_list_names_severity_place_row_column_and_what_to_do_the_gravest_first(copy):
    rows = [tuple(cell.value for cell in row) for row in list_of(copy["Att rätta"])]
    assert [row[:4] for row in rows] == [
        ("Fel", f"Läs först {keyed(copy['Läs först'], 'attestation.manager').coordinate}", None, None),
        ("Fel", "Aktiviteter D7", "BUF-002", "Ansvarig"),
        ("Fel", "Aktiviteter B8", "BUF-004", "Övergripande mål"),
        ("Varning", "Övrigt från ert svar D6", None, None),
        ("Varning", "Aktiviteter G9", "BUF-005", "Indikatorer"),
    ]
    assert rows[1][4] == "Ansvarig saknas i D7. Fyll i cellen."


def test_every_place_in_the_list_is_a_link_to_its_cell(copy):
    for _severity, where, *_rest in list_of(copy["Att rätta"]):
        sheet, cell = where.hyperlink.location.rsplit("!", 1)
        assert f"{sheet.strip(chr(39))} {cell}" == where.value
        assert copy[sheet.strip("'")][cell] is not None
        assert where.hyperlink.tooltip == f"Gå till {cell} på bladet {sheet.strip(chr(39))}"


def test_what_concerns_no_cell_is_listed_without_a_link():
    fault = finding("table-missing", Place("BUF.xlsx"), unit="BUF", table="En annan tabell")
    ((_, where, *_rest),) = list_of(copy_of(PLAN, ANSWER, [fault])["Att rätta"])
    assert (where.value, where.hyperlink) == ("Hela svaret", None)


def test_a_missing_column_leads_to_where_it_stands_in_the_copy():
    fault = finding("column-missing", Place("BUF.xlsx", "Flik 1", 5), unit="BUF", heading="Tid")
    ((_, where, _, heading, text),) = list_of(copy_of(PLAN, ANSWER, [fault])["Att rätta"])
    assert (where.value, heading.value) == ("Aktiviteter E5", "Tid")
    assert "Den finns nu på bladet Aktiviteter" in text.value


def test_a_column_of_the_units_own_leads_to_where_it_is_kept(copy):
    texts = [row[4].value for row in list_of(copy["Att rätta"])]
    assert any("Kommentar" in text and "finns på bladet Övrigt från ert svar" in text for text in texts)


@pytest.mark.parametrize(
    ("cell", "tone", "word"), [("D7", BAD, "Fel: "), ("B8", BAD, "Fel: "), ("G9", CAUTION, "Varning: ")]
)
def test_a_cell_at_fault_has_a_colour_and_a_comment_that_names_it_in_words(copy, cell, tone, word):
    found = copy["Aktiviteter"][cell]
    assert found.fill.fgColor.rgb == f"FF{tone.tint[1:]}"
    assert found.comment.text.startswith(word)
    assert f" i {cell}" in found.comment.text


def test_no_other_cell_is_marked(copy):
    sheet = copy["Aktiviteter"]
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment] == [
        "D7",
        "B8",
        "G9",
    ]


def test_a_word_beside_the_id_says_which_rows_have_something_to_mend(copy):
    words = {
        str(area.sqref): rule.dxf.numFmt.formatCode
        for area in copy["Aktiviteter"].conditional_formatting
        for rule in area.rules
        if rule.dxf.numFmt and ":" not in str(area.sqref)
    }
    assert words == {"A7": '@": rätta"', "A8": '@": rätta"', "A9": '@": se över"'}


def test_missing_approval_is_marked_in_its_cell(copy):
    cell = keyed(copy["Läs först"], "attestation.manager")
    assert cell.comment.text.startswith("Fel: ")
    assert f"i {cell.coordinate} på bladet Läs först" in cell.comment.text


def test_a_form_whose_place_for_approval_was_lost_asks_for_it_in_the_copy():
    answer = faulty_answer(PLAN, attestation=None)
    book = copy_of(PLAN, answer)
    cell = keyed(book["Läs först"], "attestation.manager")
    assert f"Fyll i chefens namn i {cell.coordinate}" in cell.comment.text


def test_a_date_of_approval_that_nobody_could_read_stands_as_it_was_written():
    given = Attestation(Place("BUF.xlsx", "Läs först", 20, 2), "Per Ström", None, "i våras")
    answer = faulty_answer(PLAN, attestation=given)
    cell = keyed(copy_of(PLAN, answer)["Läs först"], "attestation.day")
    assert cell.value == "i våras"
    assert cell.comment.text.startswith("Fel: ")


@pytest.mark.parametrize(
    ("key", "held", "expected"),
    [
        ("f_goal", Value("1.1", "1.1"), "1.1"),
        ("f_goal", Value("Barns levnadsvilkor"), "Barns levnadsvilkor"),
        ("f_money", Value("ca 50 tkr", 50000.0), "ca 50 tkr"),
        ("f_money", Value("50000", 50000.0), 50000),
        ("f_number", Value("12,5", 12.5), 12.5),
        ("f_number", Value("0123", 123.0), "0123"),
        ("f_number", Value("1.000", 1000.0), "1.000"),
        ("f_percent", Value("80 %", 0.8), 0.8),
        ("f_percent", Value("80 procent", 0.8), "80 procent"),
        ("f_date", Value("1 mars 2027", None), "1 mars 2027"),
        ("f_yesno", Value("x", parsed=True), "x"),
    ],
)
def test_a_value_stands_as_the_unit_wrote_it(key, held, expected):
    plan = make_plan(tables=(every_type_table(),))
    answer = make_submission(plan, "BUF", make_record(plan, "BUF", 1, {key: held}))
    sheet = copy_of(plan, answer, [finding("form-unknown", Place("BUF.xlsx"))])["Alla typer"]
    (found,) = [cell.value for cell in sheet[6][1:] if cell.value is not None]
    assert found == expected


def test_what_was_left_over_stands_whole_with_where_it_stood(copy):
    rows = list(copy["Övrigt från ert svar"].iter_rows(min_row=6, max_col=4, values_only=True))
    assert rows == [
        ("Aktiviteter I6", "BUF-001", "Kommentar", "Klart i maj?"),
        ("Blad1 A3", None, None, "Ring Eva\nom budgeten"),
    ]


def test_an_own_column_is_kept_once_though_the_row_tells_of_it_too():
    row = activity(PLAN, "BUF", 1)
    told = type(row)(
        row.id, row.unit, row.table, row.values, row.place, (("Kommentar", "Klart i maj?"), ("Ort", "Vik"))
    )
    answer = faulty_answer(PLAN, records=(told,))
    rows = list(
        copy_of(PLAN, answer)["Övrigt från ert svar"].iter_rows(min_row=6, max_col=4, values_only=True)
    )
    assert [row[2:] for row in rows] == [
        ("Kommentar", "Klart i maj?"),
        (None, "Ring Eva\nom budgeten"),
        ("Ort", "Vik"),
    ]


def test_text_left_over_never_becomes_a_formula_or_a_link():
    leftovers = tuple(
        type(ANSWER.leftovers[0])(Place("BUF.xlsx", "Blad1", row, 1), "=1", text)
        for row, text in enumerate(("=1+1", "http://example.com", "@SUM(A1)"), start=1)
    )
    sheet = copy_of(PLAN, faulty_answer(PLAN, leftovers=leftovers))["Övrigt från ert svar"]
    cells = [cell for row in sheet.iter_rows(min_row=6, min_col=3) for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.hyperlink for cell in cells] == [None] * len(cells)


def test_the_hidden_sheet_says_which_answer_the_copy_was_made_from(copy):
    rows = [[cell or "" for cell in row] for row in copy[META_SHEET].iter_rows(values_only=True)]
    assert meta_from_rows(rows).corrects == ANSWER.sha256


def test_a_hundred_rows_keep_their_heights_drop_downs_and_help():
    plan = make_plan()
    rows = [activity(plan, "BUF", number, text="rad\n" * 9) for number in range(1, 101)]
    rows.append(activity(plan, "BUF", 101, ansvarig=value("")))
    answer = make_submission(plan, "BUF", *rows)
    sheet = copy_of(plan, answer, mended_by(plan, answer)[:1])["Aktiviteter"]
    assert [sheet.cell(row, 1).value for row in (6, 106)] == ["BUF-001", "BUF-101"]
    assert sheet.row_dimensions[105].height >= 9 * 15
    assert "list" in [rule.type for rule in rules_over(sheet, "B106")]
    assert marks_over(sheet, "D106")[-2:] == marks_over(sheet, "D6")
    assert range_boundaries(sheet.tables["table_aktiviteter"].ref)[3] == 116


def test_the_same_copy_is_written_with_the_same_bytes():
    found = mended_by(PLAN, ANSWER)
    assert write_corrected_copy(PLAN, ANSWER, found) == write_corrected_copy(PLAN, ANSWER, reversed(found))


def test_the_list_prints_on_a4_with_its_headings_on_every_page(copy):
    for name in ("Att rätta", "Övrigt från ert svar"):
        sheet = copy[name]
        assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows


@pytest.mark.parametrize("language", ["da", "nb"])
def test_a_copy_speaks_the_plans_language(language):
    plan = make_plan(settings=PLAN.settings.model_copy(update={"language": language}))
    english = make_plan(settings=PLAN.settings.model_copy(update={"language": "en"}))
    texts, others = (
        {
            cell.value
            for sheet in (book.worksheets[0], book.worksheets[-3])
            for row in sheet.iter_rows(max_col=5)
            for cell in row
            if isinstance(cell.value, str) and " " in cell.value
        }
        for book in (
            copy_of(plan, faulty_answer(plan)),
            copy_of(english, faulty_answer(english)),
        )
    )
    own = {"Ring Eva\nom budgeten", "Klart i maj?", "Aktiviteter I6", "Blad1 A3"}
    places = {text for text in texts & others if text.startswith("Aktiviteter ")}
    assert texts & others <= own | places | {"Övergripande mål"}
