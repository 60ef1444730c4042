"""What somebody changes in the master workbook is told at the next build, and nothing else is."""

from __future__ import annotations

import io
import shutil
import subprocess
import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from aktivplan.consolidation.leaders import for_leaders
from aktivplan.edition import Edition
from aktivplan.findings import Finding
from aktivplan.forms.layout import FIRST_ROW
from aktivplan.reading.master_edits import read_edits
from aktivplan.records import Value
from aktivplan.rendering.master import render_master
from aktivplan.rendering.master.edits import edit_findings
from aktivplan.workbooks.row_marks import MARKS_SHEET
from tests.rendering.master.support import edition_of_every_type, headings, of, small_edition
from tests.support import activity, make_plan, make_submission, period, value

PLAN = make_plan()


def edition(**values: Value) -> Edition:
    first = activity(PLAN, "BUF", 1, goal="1.1", **values)
    others = [activity(PLAN, "BUF", number, goal="1.1", text=f"Aktivitet {number}") for number in (2, 3)]
    return of(PLAN, make_submission(PLAN, "BUF", first, *others))


def edited(former: Edition, edit: Callable[[Workbook], None]) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(render_master(for_leaders(former))))
    edit(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def found(content: bytes, now: Edition) -> tuple[Finding, ...]:
    return edit_findings(for_leaders(now), read_edits(now.plan, content, "master.xlsx"), "master-edited.xlsx")


def told(content: bytes, now: Edition) -> list[tuple[str, str, str]]:
    return [(one.code, one.place.sheet, one.place.cell) for one in found(content, now)]


def write(sheet: str, row: int, heading: str, text: object) -> Callable[[Workbook], None]:
    def edit(book: Workbook) -> None:
        book[sheet].cell(row, headings(book[sheet]).index(heading) + 1, text)

    return edit


def test_a_changed_cell_is_told_with_what_it_said_and_says() -> None:
    content = edited(edition(), write("Aktiviteter", FIRST_ROW + 1, "Ansvarig", "Någon annan"))

    (one,) = found(content, edition())

    arguments = dict(one.arguments)
    assert (one.code, one.place.sheet, one.place.row) == ("master-cell-changed", "Aktiviteter", FIRST_ROW + 1)
    assert (arguments["heading"], arguments["before"], arguments["after"]) == (
        "Ansvarig",
        "Rektor",
        "Någon annan",
    )


def test_a_changed_cell_is_told_where_another_row_has_changed_with_its_answer() -> None:
    content = edited(edition(), write("Aktiviteter", FIRST_ROW + 1, "Ansvarig", "Någon annan"))

    codes = told(content, edition(ansvarig=value("Ny rektor")))

    assert [code for code, sheet, _ in codes if sheet == "Aktiviteter"] == ["master-cell-changed"]


def test_a_row_that_was_edited_and_has_a_new_answer_is_told_as_a_whole() -> None:
    content = edited(edition(), write("Aktiviteter", FIRST_ROW, "Ansvarig", "Någon annan"))

    assert told(content, edition(ansvarig=value("Ny rektor"))) == [
        ("master-row-changed", "Aktiviteter", str(FIRST_ROW))
    ]


def test_an_added_row_is_told() -> None:
    content = edited(edition(), write("Aktiviteter", FIRST_ROW + 3, "Aktivitet", "En helt ny aktivitet"))

    assert told(content, edition()) == [("master-row-added", "Aktiviteter", str(FIRST_ROW + 3))]


def test_a_removed_row_is_told() -> None:
    content = edited(edition(), lambda book: book["Aktiviteter"].delete_rows(FIRST_ROW + 1))

    (one,) = found(content, edition())

    assert one.code == "master-row-removed"
    assert "BUF-002" in str(dict(one.arguments)["row"])


def test_what_stands_beside_a_table_or_on_a_sheet_of_ones_own_is_told() -> None:
    def edit(book: Workbook) -> None:
        book["Aktiviteter"]["Z7"] = "kom ihåg"
        book.create_sheet("Mitt blad")["B2"] = "utkast"

    assert told(edited(edition(), edit), edition()) == [
        ("master-text-added", "Aktiviteter", "Z7"),
        ("master-text-added", "Mitt blad", "B2"),
    ]


def test_what_leaders_fill_in_is_no_edit() -> None:
    now = edition_of_every_type(f_text=value("Kurs"))
    content = edited(now, write("Alla typer", FIRST_ROW, "Beslut (för ledningen)", "Avslag"))

    assert found(content, now) == ()


def test_answers_that_have_changed_since_are_no_edits() -> None:
    content = edited(edition(), lambda book: None)

    assert found(content, edition(ansvarig=value("Ny rektor"), indikatorer=value("Minst 80 %"))) == ()


def test_rows_sorted_in_another_order_are_no_edits() -> None:
    def swap(book: Workbook) -> None:
        sheet = book["Aktiviteter"]
        for one, other in zip(sheet[FIRST_ROW], sheet[FIRST_ROW + 2], strict=True):
            one.value, other.value = other.value, one.value

    assert found(edited(edition(), swap), edition()) == ()


def test_a_long_list_of_edits_is_cut_and_says_so() -> None:
    def scribble(book: Workbook) -> None:
        for row in range(300):
            book["Aktiviteter"].cell(FIRST_ROW + row, 30, f"anteckning {row}")

    *rest, last = found(edited(edition(), scribble), edition())

    assert (len(rest), last.code, dict(last.arguments)["count"]) == (50, "master-more-edits", 250)


def test_a_workbook_without_marks_tells_nothing() -> None:
    def unmark(book: Workbook) -> None:
        del book[MARKS_SHEET]
        book["Aktiviteter"]["B6"] = "x"

    assert found(edited(edition(), unmark), edition()) == ()


@pytest.mark.parametrize("scribble", ["=1+1", "+46", "#REF!", "\x1f", "_x0041_"])
def test_strange_marks_and_texts_are_read_without_a_traceback(scribble: str) -> None:
    def spoil(book: Workbook) -> None:
        book[MARKS_SHEET]["C2"] = "många"
        book["Ansvarig"]["A6"].value = None
        book["Ansvarig"]["A6"].data_type = "s"
        book["Ansvarig"]["A6"]._value = scribble.replace("\x1f", " ")

    assert ("master-cell-changed", "Ansvarig", "A6") in told(edited(edition(), spoil), edition())


def test_libreoffice_saves_it_without_anything_being_an_edit(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("soffice (LibreOffice) is not installed")
    strange = "rad ett\r\nrad två\n\n  indrag\tflik _x0041_ & <b> \N{NO-BREAK SPACE}slut 😀"
    typed = edition_of_every_type(
        f_text=value(strange),
        f_number=value("12,5", 12.5),
        f_percent=value("33,3 %", 0.333),
        f_money=value("1 234 567,891", 1234567.891),
        f_date=value("2027-03-31", date(2027, 3, 31)),
        f_period=period("mars", date(2027, 3, 1), date(2027, 3, 31)),
    )
    editions = {"typer": typed, "liten": replace(small_edition(), day=date(2026, 11, 20))}
    for name, one in editions.items():
        (tmp_path / f"{name}.xlsx").write_bytes(render_master(for_leaders(one)))

    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            tmp_path / "saved",
            *(tmp_path / f"{name}.xlsx" for name in editions),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

    for name, one in editions.items():
        content = (tmp_path / "saved" / f"{name}.xlsx").read_bytes()
        edits = read_edits(one.plan, content, "master.xlsx")
        assert edits.lost
        assert not edits.any
