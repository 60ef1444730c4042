"""From a plan folder to the documents, with the real reader, checks and renderers."""

from __future__ import annotations

import json
import unicodedata
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import openpyxl
import pytest
from openpyxl import Workbook

from aktivplan import correcting
from aktivplan.consolidation.corrections import Correction
from aktivplan.definition import PRESETS
from aktivplan.definition.models import Plan
from aktivplan.definition.plan_writer import write_plan
from aktivplan.definition.terms import Meaning
from aktivplan.demo.sample import load_sample
from aktivplan.demo.saved_time import with_saved_time
from aktivplan.edition import Outcome, UnitStatus
from aktivplan.folder import PlanFolder
from aktivplan.forms.layout import FIRST_ROW, form_file_name
from aktivplan.forms.writer import write_corrected_copy, write_form
from aktivplan.pipeline import build, consolidated, load_plan, start_plan, write_templates
from tests.demos import Demo
from tests.rendering.handbook.templates import heading, line, template
from tests.support import activities_table, activity, every_type_table, make_plan


@pytest.fixture(scope="module", params=PRESETS)
def demo(request: pytest.FixtureRequest, demo_of: Callable[[str], Demo]) -> Demo:
    """Each preset's demo, built twice."""
    return demo_of(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> PlanFolder:
    """A plan folder with the tests' small plan, and no answers."""
    place = PlanFolder(tmp_path / "plan")
    place.returned.mkdir(parents=True)
    place.plan_file.write_bytes(write_plan(make_plan()))
    return place


def answer(folder: PlanFolder, unit: str, *texts: str, name: str = "") -> None:
    """A unit's answer: one row per text, otherwise complete."""
    plan = make_plan()
    rows = [activity(plan, unit, number, text=text) for number, text in enumerate(texts, start=1)]
    path = folder.returned / (name or form_file_name(plan, plan.units_by_code[unit]))
    path.write_bytes(write_form(plan, plan.units_by_code[unit], rows))


def contents(root: Path) -> dict[str, bytes]:
    """Every file below the folder, by its path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def document_xml(path: Path) -> str:
    """All the XML of a docx or xlsx."""
    with zipfile.ZipFile(path) as package:
        return "".join(
            package.read(name).decode("utf-8", "replace")
            for name in package.namelist()
            if name.endswith(".xml")
        )


def sheet_texts(path: Path) -> dict[str, set[str]]:
    """The texts on each sheet of a workbook."""
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
        for sheet in book
    }


def test_every_file_of_a_demo_has_one_outcome(demo: Demo) -> None:
    folder, built = demo.again, demo.built
    found = {
        unicodedata.normalize("NFC", path.relative_to(folder.returned).as_posix())
        for path in folder.returned.rglob("*")
        if path.is_file()
    }
    told = [source.file for source in built.edition.sources]
    assert len(set(told)) == len(told)
    inside = {file for file in told if PurePosixPath(file).parts[0] in found - {file}}
    assert set(told) - inside == found
    assert {source.outcome for source in built.edition.sources} <= set(Outcome)


def test_every_demo_has_answers_mistakes_and_missing_units(demo: Demo) -> None:
    built = demo.built
    statuses = [result.status for result in built.edition.units]
    assert 10 <= len(statuses) <= 14
    assert statuses.count(UnitStatus.ANSWERED) >= 7
    assert statuses.count(UnitStatus.MISSING) >= 1
    assert any(one.severity == "error" for one in built.edition.findings)
    assert any(one.severity == "warning" for one in built.edition.findings)


def test_a_second_build_gives_the_same_bytes(demo: Demo) -> None:
    first, second = contents(demo.folder.output), contents(demo.again.output)
    for_the_unit = {name for name in second if name.startswith("handbooks/")}
    assert len(for_the_unit) == 1
    assert {name: second[name] for name in second.keys() - for_the_unit} == first


def test_nothing_of_a_leaders_field_is_in_the_handbook(demo: Demo) -> None:
    folder, built = demo.again, demo.built
    plan, xml = built.edition.plan, document_xml(folder.handbook_file)
    for table in plan.tables:
        shown = {field.heading for other in plan.tables for field in other.public_fields}
        for field in table.leaders_fields:
            assert field.heading in shown or field.heading not in xml
            for record in built.edition.records:
                text = record.value(field.key).text
                assert len(text) < 8 or text not in xml


def test_nothing_of_a_wish_that_was_not_granted_is_in_the_handbook(demo: Demo) -> None:
    folder, built = demo.again, demo.built
    plan, xml = built.edition.plan, document_xml(folder.handbook_file)
    for record in built.edition.records:
        table = plan.tables_by_key[record.table]
        granting = plan.field_meaning(table, Meaning.GRANTED)
        if granting and record.value(granting[0].key).text not in granting[1]:
            assert record.value(table.title_field.key).text not in xml
            assert record.id not in xml


def test_a_row_with_an_error_stands_in_the_master_and_nowhere_in_the_handbook(folder: PlanFolder) -> None:
    answer(folder, "BUF", "Samtal i varje klass")
    path = folder.returned / form_file_name(make_plan(), make_plan().units_by_code["BUF"])
    book = openpyxl.load_workbook(path)
    sheet = book["Aktiviteter"]
    sheet.cell(FIRST_ROW + 1, 2).value = sheet.cell(FIRST_ROW, 2).value
    sheet.cell(FIRST_ROW + 1, 3).value = "Öppen kväll på biblioteket"
    book.save(path)
    built = build(folder, make_plan())
    assert [record.id for record in built.edition.held_back] == ["BUF-002"]
    with_text = [
        name
        for name, texts in sheet_texts(folder.master_file).items()
        if "Öppen kväll på biblioteket" in texts
    ]
    assert len(with_text) == 1
    assert "Aktiviteter" not in with_text
    xml = document_xml(folder.handbook_file)
    assert "Öppen kväll" not in xml
    assert "BUF-002" not in xml
    assert "Samtal i varje klass" in xml


@pytest.mark.parametrize(
    "text", ["=1+1", "+46 70 123", "-samtal med elevråd", "@alla", '=HYPERLINK("http://x")']
)
def test_a_cell_that_looks_like_a_formula_stays_text_all_the_way(folder: PlanFolder, text: str) -> None:
    answer(folder, "BUF", text)
    built = build(folder, make_plan())
    assert [record.value("aktivitet").text for record in built.edition.records] == [text]
    cells = [
        cell
        for sheet in openpyxl.load_workbook(folder.master_file)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == text
    ]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}


def test_an_open_master_is_left_and_the_new_one_is_named(folder: PlanFolder) -> None:
    answer(folder, "BUF", "Samtal")
    build(folder, make_plan())
    before = folder.master_file.read_bytes()
    answer(folder, "SOC", "Rutin")
    (folder.output / "~$master.xlsx").write_bytes(b"")
    built = build(folder, make_plan())
    assert folder.master_file.read_bytes() == before
    assert (folder.master_file, folder.output / "master (2).xlsx") in built.files


def test_an_unreadable_former_master_is_kept_beside_the_new_one(folder: PlanFolder) -> None:
    plan = make_plan(tables=(activities_table(code="A"), every_type_table()))
    folder.output.mkdir()
    folder.master_file.write_bytes(b"not a workbook")
    built = build(folder, plan)
    assert "master-unreadable" in {one.code for one in built.edition.findings}
    assert (folder.output / "master-unread.xlsx").read_bytes() == b"not a workbook"
    assert zipfile.is_zipfile(folder.master_file)


def test_no_answers_at_all_still_give_documents(folder: PlanFolder) -> None:
    built = build(folder, make_plan())
    assert {result.status for result in built.edition.units} == {UnitStatus.MISSING}
    assert all(path.exists() for _wanted, path in built.files)


def test_a_form_that_somebody_has_saved_is_not_overwritten(folder: PlanFolder) -> None:
    plan = make_plan()
    first = write_templates(folder, plan)
    assert len(first.files) == 3
    book = openpyxl.load_workbook(first.files[0])
    book["Aktiviteter"].cell(FIRST_ROW, 3).value = "Ifylld på fel ställe"
    book.save(first.files[0])
    filled = first.files[0].read_bytes()
    again = write_templates(folder, plan)
    assert again.kept == (first.files[0],)
    assert first.files[0].read_bytes() == filled


def test_a_new_plan_folder_holds_the_preset(tmp_path: Path) -> None:
    folder = PlanFolder(tmp_path / "ny")
    start_plan(folder, "handlemal")
    read = load_plan(folder)
    assert read.plan
    assert read.plan.settings.language == "da"
    assert read.findings == ()
    assert folder.returned.is_dir()


def test_a_folder_without_a_plan_says_how_to_make_one(tmp_path: Path) -> None:
    assert [one.code for one in load_plan(PlanFolder(tmp_path)).findings] == ["plan-missing"]


def test_checking_writes_nothing(folder: PlanFolder) -> None:
    answer(folder, "BUF", "Samtal")
    edition = consolidated(folder, make_plan())
    assert len(edition.records) == 1
    assert not folder.output.exists()


def test_progress_is_told_file_by_file(folder: PlanFolder) -> None:
    answer(folder, "BUF", "Samtal")
    answer(folder, "SOC", "Rutin")
    told: list[tuple[int, int]] = []
    consolidated(folder, make_plan(), progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2)


def test_leaders_entries_in_the_master_survive_a_rebuild(demo_of: Callable[[str], Demo]) -> None:
    demo = demo_of("kompetence")
    told = {one.record: dict(one.values) for one in load_sample("kompetence").decisions}
    keys = [field.key for field in demo.built.edition.plan.tables_by_key["oensker"].leaders_fields]
    kept = {
        record.id: {key: record.value(key).text for key in keys if record.value(key).text}
        for record in demo.built.edition.records
    }
    assert told
    assert {record: values for record, values in kept.items() if values} == told


def faulty(folder: PlanFolder, unit: str = "BUF") -> Path:
    """A unit's answer whose only row lacks a responsible."""
    answer(folder, unit, "Samtal")
    path = folder.returned / form_file_name(make_plan(), make_plan().units_by_code[unit])
    book = openpyxl.load_workbook(path)
    book["Aktiviteter"]["D6"].value = None
    save_early(book, path)
    return path


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def save_early(book: Workbook, path: Path) -> None:
    """Save the workbook as if it had been saved before everything else."""
    book.save(path)
    path.write_bytes(with_saved_time(path.read_bytes(), LONG_AGO))


def test_every_unit_with_something_to_mend_gets_a_corrected_copy(demo: Demo) -> None:
    folder, built = demo.again, demo.built
    names = {path.name.split()[0] for path in folder.corrections.iterdir()}
    asked = {
        one.unit
        for one in built.edition.findings
        if one.severity in ("error", "warning")
        and one.unit
        and not one.code.startswith(("file-", "decision-"))
    }
    assert names == asked
    assert len(built.copies.written) == len(names)


def test_a_copy_mended_and_sent_back_takes_its_answers_place_and_the_copy_goes(folder: PlanFolder) -> None:
    faulty(folder)
    first = build(folder, make_plan())
    (copy,) = first.copies.written
    assert copy == folder.corrections / "BUF Handlingsplan för barnets rättigheter.xlsx"
    assert [record.id for record in first.edition.held_back] == ["BUF-001"]
    book = openpyxl.load_workbook(copy)
    book["Aktiviteter"]["D6"].value = "Rektor"
    book.save(folder.returned / "BUF rättad.xlsx")
    second = build(folder, make_plan())
    assert [(one.id, one.place.file) for one in second.edition.records] == [("BUF-001", "BUF rättad.xlsx")]
    assert {one.code for one in second.edition.findings} == {"answer-replaced"}
    assert list(folder.corrections.iterdir()) == []


def test_the_findings_are_written_for_other_programs(folder: PlanFolder) -> None:
    faulty(folder)
    build(folder, make_plan())
    data = json.loads(folder.findings_file.read_text(encoding="utf-8"))
    assert [one["code"] for one in data["findings"]] == ["required-empty"]


def test_a_column_of_the_units_own_outlives_the_corrected_copy(folder: PlanFolder) -> None:
    path = faulty(folder)
    book = openpyxl.load_workbook(path)
    book["Aktiviteter"]["I5"].value, book["Aktiviteter"]["I6"].value = "Vår kommentar", "Talat med Eva"
    save_early(book, path)
    (copy,) = build(folder, make_plan()).copies.written
    book = openpyxl.load_workbook(copy)
    book["Aktiviteter"]["D6"].value = "Rektor"
    book.save(folder.returned / "BUF rättad.xlsx")
    edition = build(folder, make_plan()).edition
    assert [record.extra for record in edition.records] == [(("Vår kommentar", "Talat med Eva"),)]
    assert [(one.field, one.before, one.after) for one in edition.differences] == [("ansvarig", "", "Rektor")]
    assert {one.code for one in edition.findings} == {"answer-replaced"}


def test_an_answer_that_no_copy_can_be_made_of_stops_nothing_else(
    folder: PlanFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty(folder)
    faulty(folder, "SOC")
    monkeypatch.setattr(correcting, "write_copy", refuse_one)
    built = build(folder, make_plan())
    assert [path.name.split()[0] for path in built.copies.written] == ["SOC"]
    assert [one.unit for one in built.edition.findings if one.code == "copy-not-made"] == ["BUF"]
    assert folder.master_file.is_file()


def refuse_one(plan: Plan, correction: Correction) -> bytes:
    """Make a copy of every answer but one."""
    if correction.answer.unit == "BUF":
        raise ValueError("nej")
    return write_corrected_copy(plan, correction.answer, correction.findings)


def test_what_was_typed_outside_leaders_columns_is_told_once_and_the_edited_master_is_kept(
    folder: PlanFolder,
) -> None:
    answer(folder, "BUF", "Kurs i barnkonventionen", "Barnråd på skolorna")
    plan = load_plan(folder).plan
    assert plan
    build(folder, plan)
    book = openpyxl.load_workbook(folder.master_file)
    book["Aktiviteter"].cell(FIRST_ROW, 7, "Något annat")
    book.save(folder.master_file)
    edited = folder.master_file.read_bytes()

    told = [one.code for one in build(folder, plan).edition.findings]
    again = [one.code for one in build(folder, plan).edition.findings]

    assert "master-cell-changed" in told
    assert (folder.output / "master-edited.xlsx").read_bytes() == edited
    assert "master-cell-changed" not in again


def test_what_hinders_people_in_the_users_own_text_is_told_with_the_other_findings(
    folder: PlanFolder,
) -> None:
    answer(folder, "BUF", "Utbilda personal")
    folder.handbook_template.write_bytes(template(heading("Om planen"), line(""), line("{{ mål }}")))
    found = build(folder, make_plan()).edition.findings
    assert [
        (one.code, one.place.file, one.place.sheet) for one in found if one.place.file.endswith(".docx")
    ] == [("paragraph-empty", "handbook.docx", "Om planen")]


def test_an_edited_master_that_is_kept_is_not_replaced_by_the_next(folder: PlanFolder) -> None:
    answer(folder, "BUF", "Kurs")
    plan = load_plan(folder).plan
    assert plan
    for number in (1, 2):
        build(folder, plan)
        book = openpyxl.load_workbook(folder.master_file)
        book["Aktiviteter"].cell(FIRST_ROW, 7, f"Ändring {number}")
        book.save(folder.master_file)
    build(folder, plan)

    assert {path.name for path in folder.output.glob("master-edited*")} == {
        "master-edited.xlsx",
        "master-edited (2).xlsx",
    }
