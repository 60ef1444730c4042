"""Which unit has answered: every kind of evidence, alone and against others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from aktivplan.definition.models import Unit
from aktivplan.evidence import Evidence
from aktivplan.findings import Finding
from aktivplan.forms.layout import KEY_UNIT, KEY_UNIT_NAME, META_SHEET, FormMeta
from aktivplan.i18n import translator
from aktivplan.reading.identity import Identity, identify, identify_by_name, named
from aktivplan.reading.origin import form_meta
from aktivplan.reading.start_sheet import find_start_sheet
from aktivplan.records import Delivery, Submission
from aktivplan.workbooks.sheets import Cell, Sheet
from tests.support import make_plan

PLAN = make_plan(
    units=(
        Unit(code="BUF", name="Barn- och utbildningsförvaltningen", email="eva@lindesjo.example"),
        Unit(code="SKO", name="Skolan", email="bo@lindesjo.example"),
        Unit(code="SKO-1", name="Vikskolan", email="bo@lindesjo.example"),
        Unit(code="KOF", name="Kultur och fritid"),
        Unit(code="NORD", name="Förskolan"),
        Unit(code="SYD", name="Förskolan"),
    )
)
NAMES = {unit.code: unit.name for unit in PLAN.units}
NOTHING = Sheet("Blad1", visible=True, rows=[])


def meta(unit: str) -> Sheet:
    return Sheet(META_SHEET, visible=False, rows=[["plan", "barnplan"], ["unit", unit]])


def start(code: Cell, name: Cell = "", *more: list[Cell]) -> Sheet:
    rows: list[list[Cell]] = [
        ["Enhet", name, "", KEY_UNIT_NAME],
        ["Enhetens kod", code, "", KEY_UNIT],
        *more,
    ]
    return Sheet("Läs först", visible=True, rows=rows)


def first(unit: str) -> Sheet:
    """The first sheet as it is sent out to a unit."""
    return start(unit, NAMES[unit])


def plain(*rows: list[Cell]) -> Sheet:
    return Sheet("Blad1", visible=True, rows=list(rows))


def who(*sheets: Sheet, file: str = "svar.xlsx", sender: str = "") -> Identity:
    visible = [sheet for sheet in sheets if sheet.visible]
    return identify(PLAN, form_meta(PLAN, sheets), sheets, find_start_sheet(visible), file, sender)


def codes(identity: Identity) -> list[str]:
    return [one.code for one in identity.findings]


def told(finding: Finding) -> dict[str, Any]:
    return dict(finding.arguments)


def test_a_form_that_agrees_with_itself_is_its_units_by_the_hidden_sheet() -> None:
    assert who(meta("BUF"), first("BUF"), file="BUF plan.xlsx", sender="Eva@lindesjo.example") == Identity(
        "BUF", Evidence.HIDDEN_SHEET
    )


@pytest.mark.parametrize("code", ["SKO", "sko ", "Skolan", "SKO – Skolan", "Skolan (SKO)"])
def test_without_the_hidden_sheet_the_cell_for_the_code_does(code: str) -> None:
    assert who(start(code)) == Identity("SKO", Evidence.CODE_CELL)


def test_without_a_code_the_name_on_the_first_sheet_does() -> None:
    assert who(start("", "Vikskolan")) == Identity("SKO-1", Evidence.NAME_CELL)


@pytest.mark.parametrize(
    ("sheets", "place"),
    [
        ((meta("BUF"), start("KOF", "Kultur och fritid")), "B2"),
        ((meta("BUF"), start("KOF", NAMES["BUF"])), "B2"),
        ((meta("BUF"), start("BUF", "Kultur och fritid")), "B1"),
        ((start("BUF", "Kultur och fritid"),), "B1"),
    ],
)
def test_a_form_that_two_units_stand_in_is_nobodys(sheets: tuple[Sheet, ...], place: str) -> None:
    identity = who(*sheets, file="KOF plan.xlsx", sender="eva@lindesjo.example")
    assert (identity.unit, identity.by, codes(identity)) == ("", None, ["unit-conflict"])
    assert (told(identity.findings[0])["one"], told(identity.findings[0])["other"]) == ("BUF", "KOF")
    assert identity.findings[0].place.cell == place


def test_a_conflict_names_both_pieces_of_evidence_and_what_to_do() -> None:
    text = who(meta("BUF"), first("KOF")).findings[0].text(translator("sv"))
    assert "formulärets dolda blad anger BUF" in text
    assert "enhetens kod på första bladet anger KOF" in text
    assert "spara filen i en mapp" in text


@pytest.mark.parametrize("folder", ["KOF", "Kultur och fritid", "Svar/kof", "KOF/nya"])
def test_a_folder_named_after_one_of_the_two_settles_it(folder: str) -> None:
    identity = who(meta("BUF"), first("KOF"), file=f"{folder}/svar.xlsx")
    assert (identity.unit, identity.by, codes(identity)) == ("KOF", Evidence.FOLDER, ["unit-doubtful"])
    assert told(identity.findings[0])["other"] == "BUF"


def test_a_folder_named_after_a_third_unit_settles_nothing() -> None:
    assert codes(who(meta("BUF"), first("KOF"), file="SKO/svar.xlsx")) == ["unit-conflict"]


def test_a_folder_is_nothing_against_a_form_that_agrees_with_itself() -> None:
    assert who(meta("BUF"), first("BUF"), file="SKO/svar.xlsx") == Identity("BUF", Evidence.HIDDEN_SHEET)


def test_a_folder_tells_the_unit_where_nothing_else_does() -> None:
    assert who(NOTHING, file="KOF/svar.xlsx") == Identity("KOF", Evidence.FOLDER)


@pytest.mark.parametrize(
    ("file", "sender", "evidence"),
    [("SKO plan.xlsx", "", "filens namn"), ("plan.xlsx", "bo@lindesjo.example", "avsändarens adress")],
)
def test_a_borrowed_file_name_or_address_is_a_warning_and_the_form_counts(
    file: str, sender: str, evidence: str
) -> None:
    identity = who(meta("BUF"), first("BUF"), file=file, sender=sender)
    assert (identity.unit, identity.by, codes(identity)) == ("BUF", Evidence.HIDDEN_SHEET, ["unit-doubtful"])
    assert told(identity.findings[0])["evidence"] == evidence


def test_an_address_that_several_units_share_speaks_against_none_of_them() -> None:
    assert codes(who(meta("SKO-1"), first("SKO-1"), sender="bo@lindesjo.example")) == []


def test_an_address_of_nobody_in_the_plan_says_nothing() -> None:
    assert codes(who(meta("BUF"), first("BUF"), sender="kansli@lindesjo.example")) == []


@pytest.mark.parametrize(
    ("sheets", "unit", "by", "value"),
    [
        ((meta("XYZ"), first("SKO")), "SKO", Evidence.CODE_CELL, "XYZ"),
        ((meta("BUF"), start("ABC", NAMES["BUF"])), "BUF", Evidence.HIDDEN_SHEET, "ABC"),
        ((meta("BUF"), start("BUF", "Solrosen")), "BUF", Evidence.HIDDEN_SHEET, "Solrosen"),
    ],
)
def test_a_name_of_no_unit_gives_way_and_is_told(
    sheets: tuple[Sheet, ...], unit: str, by: Evidence, value: str
) -> None:
    identity = who(*sheets)
    assert (identity.unit, identity.by, codes(identity)) == (unit, by, ["unit-unrecognised"])
    assert told(identity.findings[0])["value"] == value


def test_examples_on_the_first_sheet_are_nothing_against_its_code() -> None:
    assert codes(who(meta("BUF"), start("BUF", NAMES["BUF"], ["Ansvarig", "Skolan"]))) == []


def test_any_cell_of_the_first_sheet_may_name_the_unit() -> None:
    sheet = plain(["Vår plan", ""], ["Enhet:", "Vikskolan"])
    assert who(sheet) == Identity("SKO-1", Evidence.FIRST_SHEET)


def test_a_keyed_tables_cells_do_not_name_the_unit() -> None:
    table = plain(
        ["Vikskolan"], ["aktiviteter.id", "aktiviteter.ansvarig"], ["Nr", "Ansvarig"], ["", "Skolan"]
    )
    assert who(table) == Identity("SKO-1", Evidence.FIRST_SHEET)


def test_record_ids_tell_whose_rows_they_are() -> None:
    table = plain(["Nr", "Ansvarig"], ["KOF-001", "Rektor"], ["KOF-A002", "Rektor"])
    assert who(table) == Identity("KOF", Evidence.RECORD_IDS)


def test_of_two_units_on_the_first_sheet_the_one_of_the_file_name_is_meant() -> None:
    assert who(plain(["Skolan", "Vikskolan"]), file="SKO-1.xlsx").unit == "SKO-1"


def test_two_units_on_the_first_sheet_and_nothing_else_are_left_to_a_person() -> None:
    identity = who(plain(["Skolan", "Vikskolan"]))
    assert (identity.unit, codes(identity)) == ("", ["unit-ambiguous"])
    assert told(identity.findings[0]) == {"units": "SKO / SKO-1"}


def test_loose_evidence_that_disagrees_is_a_conflict() -> None:
    identity = who(plain(["Kultur och fritid"]), file="BUF.xlsx")
    assert (identity.unit, codes(identity)) == ("", ["unit-conflict"])


def test_units_of_the_same_name_are_told_apart_by_other_evidence() -> None:
    assert codes(who(start("", "Förskolan"))) == ["unit-ambiguous"]
    assert who(start("", "Förskolan"), file="SYD.xlsx").unit == "SYD"


def test_the_address_tells_the_unit_where_nothing_else_does() -> None:
    assert who(NOTHING, sender="EVA@lindesjo.example") == Identity("BUF", Evidence.SENDER)


def test_a_shared_address_alone_tells_no_unit() -> None:
    assert codes(who(NOTHING, sender="bo@lindesjo.example")) == ["unit-ambiguous"]


def test_what_was_claimed_is_told_when_nothing_fits() -> None:
    identity = who(meta("XYZ"), start("ABC", "Okänd"))
    assert (identity.unit, codes(identity)) == ("", ["unit-unknown"])
    assert told(identity.findings[0]) == {"value": "ABC"}


def test_the_file_is_told_when_nothing_was_claimed() -> None:
    assert told(who(NOTHING, file="svar.xlsx").findings[0]) == {"value": "svar.xlsx"}


def test_a_file_that_cannot_be_read_is_known_by_its_name_or_sender() -> None:
    assert identify_by_name(PLAN, "BUF.pdf") == Identity("BUF", Evidence.FILE_NAME)
    assert identify_by_name(PLAN, "brev.pdf", "eva@lindesjo.example") == Identity("BUF", Evidence.SENDER)
    assert identify_by_name(PLAN, "BUF och KOF.pdf") == Identity()


def test_a_file_that_was_not_read_gets_the_unit_and_one_that_is_no_answer_does_not() -> None:
    sent = Submission("brev.pdf", "0", delivery=Delivery("a.eml", "eva@lindesjo.example"))
    assert named(PLAN, sent) == replace(sent, unit="BUF", identified_by=Evidence.SENDER)
    lock = Submission("~$BUF.xlsx", "0", skipped=True)
    assert named(PLAN, lock) == lock


def test_a_workbook_without_a_hidden_sheet_says_nothing_of_its_origin() -> None:
    assert form_meta(PLAN, [NOTHING]) == FormMeta("", "", "", "", "", (), "")
