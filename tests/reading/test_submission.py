from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from aktivplan.definition.models import Field, Plan
from aktivplan.evidence import Evidence
from aktivplan.findings import has_errors
from aktivplan.forms.layout import HEADING_ROW, KEY_ROW, META_SHEET
from aktivplan.forms.writer import write_form
from aktivplan.reading.submission import read_submission
from aktivplan.records import Attestation, Delivery, Period, PeriodKind
from tests.reading.filling import MODIFIED, ROWS, blank_form, codes, fill_in, read, saved, sheet_of, texts
from tests.support import activities_table, activity, every_type_table, make_plan, make_settings


@pytest.fixture
def plan() -> Plan:
    return make_plan()


@pytest.fixture
def form(plan: Plan) -> Workbook:
    book = blank_form(plan)
    fill_in(book, plan)
    return book


def test_a_filled_in_form_gives_its_rows_as_they_were_written(plan: Plan, form: Workbook) -> None:
    submission = read(plan, form)
    assert submission.unit == "BUF"
    assert texts(submission) == [dict(row) for row in ROWS]
    assert [record.id for record in submission.records] == ["BUF-001", "BUF-002"]
    assert submission.findings == ()


def test_every_record_knows_file_sheet_row_and_columns(plan: Plan, form: Workbook) -> None:
    second = read(plan, form, "Vik/svar.xlsx").records[1]
    assert (second.place.file, second.place.sheet, second.place.row) == ("Vik/svar.xlsx", "Aktiviteter", 7)
    assert second.place_of("ansvarig").cell == "D7"


def test_an_empty_field_knows_its_cell(plan: Plan) -> None:
    book = blank_form(plan)
    fill_in(book, plan, [{"aktivitet": "Rita en karta"}])
    assert read(plan, book).records[0].place_of("ansvarig").cell == "D6"


def test_values_are_understood_by_the_types_of_their_fields(plan: Plan, form: Workbook) -> None:
    first = read(plan, form).records[0]
    assert first.value("mal").parsed == "1.1"
    time = first.value("tid").parsed
    assert isinstance(time, Period)
    assert (time.kind, time.start, time.end) == (PeriodKind.INTERVAL, date(2027, 3, 1), date(2027, 5, 31))


def test_records_written_into_a_form_come_back(plan: Plan) -> None:
    written = [activity(plan, "BUF", number) for number in (1, 2, 5)]
    submission = read(plan, write_form(plan, plan.units[0], written))
    assert [record.id for record in submission.records] == ["BUF-001", "BUF-002", "BUF-005"]
    assert texts(submission) == [{k: v.text for k, v in record.values.items()} for record in written]


def test_empty_rows_between_are_skipped_and_row_numbers_stay_true(plan: Plan) -> None:
    book = blank_form(plan)
    fill_in(book, plan, ROWS[:1])
    fill_in(book, plan, ROWS[1:], first_row=12)
    submission = read(plan, book)
    assert [record.place.row for record in submission.records] == [6, 12]
    assert [record.id for record in submission.records] == ["BUF-001", "BUF-007"]


def test_a_row_put_in_between_gets_the_next_free_number(plan: Plan, form: Workbook) -> None:
    sheet = sheet_of(form, plan)
    sheet.insert_rows(7)
    sheet.cell(7, 3, "Bjud in till samråd")
    submission = read(plan, form)
    assert [(record.id, record.place.row) for record in submission.records] == [
        ("BUF-001", 6),
        ("BUF-031", 7),
        ("BUF-002", 8),
    ]
    assert submission.findings == ()


def test_a_deleted_row_leaves_the_others_their_numbers(plan: Plan, form: Workbook) -> None:
    sheet_of(form, plan).delete_rows(6)
    submission = read(plan, form)
    assert [(record.id, record.place.row) for record in submission.records] == [("BUF-002", 6)]


def test_rows_below_the_prepared_ones_are_read(plan: Plan) -> None:
    book = blank_form(plan)
    fill_in(book, plan, ROWS, first_row=40)
    assert [record.id for record in read(plan, book).records] == ["BUF-031", "BUF-032"]


def test_a_goal_alone_begins_a_row(plan: Plan) -> None:
    book = blank_form(plan)
    fill_in(book, plan, [{"mal": "1.1 Vi vet mer om barns levnadsvillkor"}])
    assert len(read(plan, book).records) == 1


def test_a_row_that_says_only_nought_is_filled_in() -> None:
    plan = make_plan(tables=(every_type_table(),))
    book = blank_form(plan)
    fill_in(book, plan, [{"f_number": 0}])
    sheet_of(book, plan).cell(6, 1).value = None
    (record,) = read(plan, book).records
    assert (record.value("f_number").text, record.value("f_number").parsed) == ("0", 0)


def test_every_type_of_field_comes_back_as_it_was_filled_in() -> None:
    plan = make_plan(tables=(every_type_table(),))
    filled: dict[str, tuple[object, object]] = {
        "f_text": ("=1+1", "=1+1"),
        "f_longtext": ("en\ntvå", "en\ntvå"),
        "f_choice": ("Pågår", "Pågår"),
        "f_multichoice": ("Förskola; Grundskola", ("Förskola", "Grundskola")),
        "f_goal": ("1.1 Vi vet mer om barns levnadsvillkor", "1.1"),
        "f_person": ("Eva Lind", "Eva Lind"),
        "f_date": (date(2027, 3, 31), date(2027, 3, 31)),
        "f_number": (12.5, 12.5),
        "f_percent": (0.8, 0.8),
        "f_money": (25000, 25000.0),
        "f_yesno": ("Ja", True),
        "f_email": ("eva@lindesjo.example", "eva@lindesjo.example"),
    }
    book = blank_form(plan)
    fill_in(book, plan, [{key: content for key, (content, _) in filled.items()}])
    (record,) = read(plan, book).records
    assert {key: record.value(key).parsed for key in filled} == {
        k: parsed for k, (_, parsed) in filled.items()
    }


def test_leaders_fields_are_not_read_from_a_form() -> None:
    plan = make_plan(tables=(every_type_table(),))
    book = blank_form(plan)
    sheet = fill_in(book, plan, [{"f_text": "Kurs"}])
    sheet.cell(KEY_ROW, 20).value = "allt.beslut"
    sheet.cell(HEADING_ROW, 20).value = "Beslut"
    sheet.cell(6, 20).value = "Beviljat"
    (record,) = read(plan, book).records
    assert "beslut" not in record.values
    assert record.extra == (("Beslut", "Beviljat"),)


def test_a_note_in_the_column_of_ids_is_not_lost(plan: Plan, form: Workbook) -> None:
    sheet_of(form, plan).cell(20, 1, "Resten kommer efter semestern")
    submission = read(plan, form)
    assert [record.place.row for record in submission.records] == [6, 7]
    assert codes(submission) == ["row-alone"]
    assert [(one.place.cell, one.text) for one in submission.leftovers] == [
        ("A20", "Resten kommer efter semestern")
    ]


def test_a_renamed_sheet_and_file_change_nothing(plan: Plan, form: Workbook) -> None:
    sheet_of(form, plan).title = "Våra planer 2027"
    form.worksheets[0].title = "Info"
    submission = read(plan, form, "Kopia av kopia (2).xlsx")
    assert (submission.unit, texts(submission)) == ("BUF", [dict(row) for row in ROWS])
    assert submission.findings == ()


def test_sheets_in_another_order_change_nothing(plan: Plan, form: Workbook) -> None:
    form.move_sheet(form.worksheets[0], 2)
    assert texts(read(plan, form)) == [dict(row) for row in ROWS]


def test_moved_columns_are_followed_by_their_keys(plan: Plan, form: Workbook) -> None:
    sheet = sheet_of(form, plan)
    for row in range(KEY_ROW, 8):
        resources, indicators = sheet.cell(row, 6).value, sheet.cell(row, 7).value
        sheet.cell(row, 6).value, sheet.cell(row, 7).value = indicators, resources
        for column in (6, 7):
            sheet.cell(row, column).data_type = "s"
    submission = read(plan, form)
    assert texts(submission) == [dict(row) for row in ROWS]
    assert submission.records[0].value("resurser").column == 7


def test_columns_put_in_to_the_left_are_followed(plan: Plan, form: Workbook) -> None:
    sheet_of(form, plan).insert_cols(1, 2)
    submission = read(plan, form)
    assert texts(submission) == [dict(row) for row in ROWS]
    assert [record.id for record in submission.records] == ["BUF-001", "BUF-002"]


def test_renamed_headings_change_nothing_while_the_keys_stand(plan: Plan, form: Workbook) -> None:
    sheet = sheet_of(form, plan)
    for column in range(1, 8):
        sheet.cell(HEADING_ROW, column).value = f"Rubrik {column}"
    submission = read(plan, form)
    assert texts(submission) == [dict(row) for row in ROWS]
    assert submission.findings == ()


def test_without_the_key_row_the_headings_are_used(plan: Plan, form: Workbook) -> None:
    sheet_of(form, plan).delete_rows(KEY_ROW)
    submission = read(plan, form)
    assert texts(submission) == [dict(row) for row in ROWS]
    assert [record.id for record in submission.records] == ["BUF-001", "BUF-002"]
    assert submission.findings == ()


def test_a_copied_sheet_is_read_too_and_its_ids_are_told(plan: Plan, form: Workbook) -> None:
    copy = form.copy_worksheet(sheet_of(form, plan))
    copy.title = "Aktiviteter (2)"
    copy["C6"] = "En till"
    submission = read(plan, form)
    assert [(record.id, record.place.sheet) for record in submission.records] == [
        ("BUF-001", "Aktiviteter"),
        ("BUF-002", "Aktiviteter"),
        ("BUF-031", "Aktiviteter (2)"),
    ]
    assert sorted(codes(submission)) == ["record-id-duplicate", "rows-repeated"]


def test_an_own_column_is_told_and_its_content_is_kept(plan: Plan, form: Workbook) -> None:
    sheet = sheet_of(form, plan)
    sheet.cell(HEADING_ROW, 8).value = "Budget"
    sheet.cell(6, 8).value = 25000
    submission = read(plan, form)
    assert codes(submission) == ["column-extra"]
    assert (submission.findings[0].place.cell, dict(submission.findings[0].arguments)) == (
        "H5",
        {"heading": "Budget"},
    )
    assert submission.records[0].extra == (("Budget", "25000"),)
    assert submission.records[1].extra == ()


def test_an_own_column_without_heading_is_called_by_its_letter(plan: Plan, form: Workbook) -> None:
    sheet_of(form, plan).cell(6, 9).value = "se bilaga"
    assert read(plan, form).records[0].extra == (("I", "se bilaga"),)


def test_a_removed_column_is_told(plan: Plan, form: Workbook) -> None:
    sheet_of(form, plan).delete_cols(6)
    submission = read(plan, form)
    assert codes(submission) == ["column-missing"]
    assert dict(submission.findings[0].arguments) == {"heading": "Resurser"}


def test_an_own_sheet_with_content_is_told(plan: Plan, form: Workbook) -> None:
    form.create_sheet("Kommentarer")["B2"] = "Vi hann inte med allt"
    form.create_sheet("Tomt")
    submission = read(plan, form)
    assert [(finding.code, finding.place.sheet) for finding in submission.findings] == [
        ("sheet-extra", "Kommentarer")
    ]


def test_a_blank_form_is_no_answer_yet(plan: Plan) -> None:
    submission = read(plan, blank_form(plan))
    assert (submission.unit, submission.records, codes(submission)) == ("BUF", (), ["form-blank"])
    assert not has_errors(submission.findings)


def test_a_workbook_without_any_table_is_not_a_form(plan: Plan) -> None:
    book = Workbook()
    book.active["A1"] = "Budget 2027"  # type: ignore[index]
    assert codes(read(plan, book)) == ["form-unknown"]


def test_a_missing_table_is_told_by_name(plan: Plan) -> None:
    two = make_plan(tables=(*plan.tables, every_type_table()))
    book = blank_form(two)
    del book["Alla typer"]
    fill_in(book, two)
    submission = read(two, book)
    assert codes(submission) == ["table-missing"]
    assert dict(submission.findings[0].arguments) == {"table": "Alla typer"}


def test_the_form_of_another_plan_is_refused(plan: Plan, form: Workbook) -> None:
    other = make_plan(settings=make_settings(id="trafikplan"))
    submission = read(other, form)
    assert codes(submission) == ["form-other-plan"]
    assert dict(submission.findings[0].arguments) == {"plan": "barnplan"}
    assert has_errors(submission.findings)


def test_an_unknown_unit_is_an_error_and_keeps_the_rows(plan: Plan, form: Workbook) -> None:
    others = make_plan(units=plan.units[1:])
    submission = read(others, form)
    assert codes(submission) == ["unit-unknown"]
    assert dict(submission.findings[0].arguments) == {"value": "BUF"}
    assert len(submission.records) == 2


def test_the_time_of_saving_is_the_workbooks_own(plan: Plan, form: Workbook) -> None:
    form.properties.modified = datetime(2026, 10, 30, 9, 15)  # noqa: DTZ001 - openpyxl takes none with a zone
    moment = read(plan, form).saved
    assert moment is not None
    assert moment.tzinfo is UTC
    assert moment > datetime(2026, 10, 1, tzinfo=UTC)


def test_a_form_never_saved_by_anybody_has_only_the_files_date(plan: Plan) -> None:
    submission = read(plan, write_form(plan, plan.units[0]))
    assert (submission.saved, submission.modified) == (None, MODIFIED)


def test_the_sha256_is_that_of_the_content(plan: Plan, form: Workbook) -> None:
    content = saved(form)
    assert read(plan, content).sha256 == hashlib.sha256(content).hexdigest()


def test_the_managers_approval_is_read_from_the_first_sheet() -> None:
    plan = make_plan(settings=make_settings(attestation=True))
    book = blank_form(plan)
    start = book.worksheets[0]
    rows = {str(row[3].value): row[1] for row in start.iter_rows() if row[3].value}
    rows["attestation.manager"].value = "Per Ström"
    rows["attestation.day"].value = date(2026, 11, 1)
    fill_in(book, plan)
    attestation = read(plan, book).attestation
    assert isinstance(attestation, Attestation)
    assert (attestation.manager, attestation.day) == ("Per Ström", date(2026, 11, 1))
    assert attestation.place.cell == rows["attestation.manager"].coordinate


def test_a_form_that_lost_the_place_for_approval_has_none() -> None:
    plan = make_plan(settings=make_settings(attestation=True))
    book = blank_form(plan)
    fill_in(book, plan)
    del book[book.worksheets[0].title]
    submission = read(plan, book)
    assert (submission.unit, submission.attestation) == ("BUF", None)


def test_without_the_hidden_sheet_the_first_sheet_says_the_unit(plan: Plan, form: Workbook) -> None:
    del form[META_SHEET]
    assert read(plan, form).unit == "BUF"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-not-workbook"),
        (b"Hej, vi svarar i morgon", "file-not-workbook"),
        (b"PK\x03\x04 and nothing more", "file-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "file-damaged"),
    ],
)
def test_what_is_no_workbook_gives_a_finding_and_never_raises(plan: Plan, content: bytes, code: str) -> None:
    submission = read(plan, content)
    assert codes(submission) == [code]
    assert submission.sha256 == hashlib.sha256(content).hexdigest()


def test_half_a_workbook_is_damaged(plan: Plan, form: Workbook) -> None:
    content = saved(form)
    assert codes(read(plan, content[: len(content) // 2])) == ["file-damaged"]


def test_a_column_that_an_older_form_never_had_is_not_missed_as_lost(plan: Plan, form: Workbook) -> None:
    fields = (*plan.tables[0].fields, Field(key="budget", heading="Budget"))
    newer = make_plan(tables=(activities_table(fields=fields),))
    submission = read(newer, form)
    assert codes(submission) == ["form-older-lacks"]
    assert texts(submission) == [dict(row) for row in ROWS]
    assert (submission.version, submission.round) == (plan.version, "planning")


def test_what_a_column_says_that_is_not_asked_for_any_more_is_kept(plan: Plan, form: Workbook) -> None:
    newer = make_plan(tables=(activities_table(fields=plan.tables[0].fields[:-1]),))
    submission = read(newer, form)
    assert codes(submission) == ["form-older-has", "column-extra"]
    assert submission.records[0].extra == (("Indikatorer", "Minst 80 % har svarat"),)


def test_a_form_of_another_round_is_not_read(plan: Plan, form: Workbook) -> None:
    hidden = form[META_SHEET]
    for row in hidden.iter_rows():
        if row[0].value == "round":
            row[1].value = "follow-up"
    submission = read(plan, form)
    assert (codes(submission), submission.records, submission.unit) == (["form-other-round"], (), "BUF")


def test_rows_of_a_form_that_two_units_stand_in_are_kept_and_nobodys(plan: Plan, form: Workbook) -> None:
    form.worksheets[0]["B6"] = "SOC"
    submission = read(plan, form)
    assert (submission.unit, submission.identified_by) == ("", None)
    assert codes(submission) == ["unit-conflict"]
    assert texts(submission) == [dict(row) for row in ROWS]


def test_a_mail_tells_the_unit_of_a_workbook_that_does_not(plan: Plan) -> None:
    own = Workbook()
    own.active.append(["Övergripande mål", "Aktivitet", "Ansvarig", "Tid"])
    own.active.append(["1.1", "Kurs", "Rektor", "VT27"])
    delivery = Delivery("Svar.eml", "ali.demir@lindesjo.example")
    submission = read_submission(plan, "Svar.eml/plan.xlsx", saved(own), MODIFIED, delivery=delivery)
    assert (submission.unit, submission.identified_by) == ("SOC", Evidence.SENDER)


def test_a_workbook_that_cannot_be_opened_is_known_by_its_name(plan: Plan, form: Workbook) -> None:
    submission = read(plan, saved(form)[:3000], "SOC plan.xlsx")
    assert (submission.unit, codes(submission)) == ("SOC", ["file-damaged"])


def test_a_row_knows_whether_its_id_was_printed(plan: Plan, form: Workbook) -> None:
    sheet_of(form, plan)["A7"] = None
    assert [(one.id, one.id_given) for one in read(plan, form).records] == [
        ("BUF-001", False),
        ("BUF-031", True),
    ]


def _table_on(sheet: Worksheet, plan: Plan, row: int) -> None:
    """The headings of the plan's first table, and one row, written by hand."""
    keys = ("mal", "aktivitet", "ansvarig", "tid")
    headings = [field.heading for field in plan.tables[0].public_fields if field.key in keys]
    for column, key in enumerate(keys, start=1):
        sheet.cell(row, column).value = headings[column - 1]
        sheet.cell(row + 1, column).value = ROWS[0][key]


@pytest.mark.parametrize("number", [0, 1])
def test_rows_filled_in_on_the_forms_other_sheets_are_read(plan: Plan, number: int) -> None:
    book = blank_form(plan)
    sheet = book.worksheets[number]
    _table_on(sheet, plan, sheet.max_row + 3)
    (record,) = read(plan, book).records
    assert (record.unit, record.place.sheet) == ("BUF", sheet.title)
    assert record.value("aktivitet").text == ROWS[0]["aktivitet"]


def test_headings_below_each_other_are_told(plan: Plan) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row, key in enumerate(("mal", "aktivitet", "ansvarig", "tid"), start=3):
        sheet.cell(row, 2).value = plan.tables[0].field(key).heading
        sheet.cell(row, 3).value = ROWS[0][key]
    submission = read(plan, book, "BUF.xlsx")
    assert [(one.code, one.place.cell) for one in submission.findings] == [("table-turned", "B3")]
