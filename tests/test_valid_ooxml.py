"""Every kind of file that is written is valid Office Open XML, by the rules of ECMA-376 as openxml-audit holds them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from aktivplan.definition import PRESETS
from aktivplan.definition.plan_writer import write_plan
from aktivplan.definition.preset import load_preset
from aktivplan.forms.writer import write_corrected_copy, write_form
from aktivplan.ooxml import repack
from aktivplan.rendering.master.workbook import render_master
from tests.demos import demo_edition, demo_handbook
from tests.forms.copies import faulty_answer, mended_by, plan_with_approval

every_preset = pytest.mark.parametrize("preset", PRESETS)


@pytest.fixture(scope="module")
def validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def faults(validator: OpenXmlValidator, content: bytes, file: Path) -> list[str]:
    """What the validator says of a file with that content."""
    file.write_bytes(content)
    return [f"{error.part_uri}: {error.description}" for error in validator.validate(file).errors]


@every_preset
def test_a_blank_form_is_valid(preset: str, validator: OpenXmlValidator, tmp_path: Path) -> None:
    plan = load_preset(preset)
    assert faults(validator, write_form(plan, plan.units[0]), tmp_path / "form.xlsx") == []


@every_preset
def test_a_form_that_is_filled_in_is_valid(preset: str, validator: OpenXmlValidator, tmp_path: Path) -> None:
    edition = demo_edition(preset)
    unit = edition.plan.units_by_code[edition.records[0].unit]
    own = [record for record in edition.records if record.unit == unit.code]
    assert faults(validator, write_form(edition.plan, unit, own), tmp_path / "form.xlsx") == []


def test_a_corrected_copy_with_comments_and_leftovers_is_valid(
    validator: OpenXmlValidator, tmp_path: Path
) -> None:
    plan = plan_with_approval()
    answer = faulty_answer(plan)
    copy = write_corrected_copy(plan, answer, mended_by(plan, answer))
    assert faults(validator, copy, tmp_path / "copy.xlsx") == []


@every_preset
def test_a_definition_is_valid(preset: str, validator: OpenXmlValidator, tmp_path: Path) -> None:
    assert faults(validator, write_plan(load_preset(preset)), tmp_path / "plan.xlsx") == []


@every_preset
def test_a_demos_handbook_is_valid(preset: str, validator: OpenXmlValidator, tmp_path: Path) -> None:
    assert faults(validator, demo_handbook(preset), tmp_path / "handbook.docx") == []


@every_preset
def test_a_demos_master_workbook_is_valid(preset: str, validator: OpenXmlValidator, tmp_path: Path) -> None:
    assert faults(validator, render_master(demo_edition(preset)), tmp_path / "master.xlsx") == []


def test_the_validator_sees_an_element_where_it_may_not_stand(
    validator: OpenXmlValidator, tmp_path: Path
) -> None:
    def misplaced(name: str, content: bytes) -> bytes:
        return (
            content.replace(b"<w:tblGrid>", b"<w:tblGrid><w:tr/>") if name == "word/document.xml" else content
        )

    broken = repack(demo_handbook("fokus"), misplaced)
    assert faults(validator, broken, tmp_path / "handbook.docx") != []
