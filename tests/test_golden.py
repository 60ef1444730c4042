"""Every kind of document, part by part, against what is kept in tests/golden: nothing changes that nobody has looked at.

``make golden`` writes what is kept anew. Pictures are left out: they differ with the version of what draws them.
"""

from __future__ import annotations

import difflib
import io
import os
import re
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from aktivplan.consolidation.leaders import for_leaders
from aktivplan.consolidation.participants import for_participants
from aktivplan.definition.plan_writer import write_plan
from aktivplan.edition import Edition
from aktivplan.forms.writer import write_form
from aktivplan.rendering.calendar import render_calendar
from aktivplan.rendering.figures.figures import plan_figures
from aktivplan.rendering.findings_json import render_findings_json
from aktivplan.rendering.handbook.handbook import render_handbook
from aktivplan.rendering.handbook.template.default import default_template
from aktivplan.rendering.html.page import render_html
from aktivplan.rendering.master import render_master
from tests.rendering.handbook.documents import small_edition

GOLDEN = Path(__file__).parent / "golden"
WRITES = os.environ.get("AKTIVPLAN_GOLDEN") == "write"
_MOST_LINES = 40
_VERSION = re.compile(r"(<(?:\w+:)?AppVersion>|Aktivplan )[\d.]+")


def documents(edition: Edition) -> dict[str, bytes]:
    """One of every kind, by name."""
    plan, shared = edition.plan, for_participants(edition)
    own = [record for record in edition.records if record.unit == plan.units[0].code]
    handbook = render_handbook(shared, None, plan_figures(shared)).packed()
    return {
        "form.xlsx": write_form(plan, plan.units[0], own),
        "plan.xlsx": write_plan(plan),
        "master.xlsx": render_master(for_leaders(edition)),
        "template.docx": default_template(plan.settings),
        "handbook.docx": handbook,
        "handbook.html": render_html(handbook, shared).encode(),
        "year-wheel.ics": render_calendar(shared),
        "findings.json": render_findings_json(edition).encode(),
    }


NAMES = (
    "form.xlsx",
    "plan.xlsx",
    "master.xlsx",
    "template.docx",
    "handbook.docx",
    "handbook.html",
    "year-wheel.ics",
    "findings.json",
)


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return documents(small_edition())


def parts(content: bytes) -> Mapping[str, str]:
    """The parts of a package by name, XML one element a line; the text of what is no package."""
    if not content.startswith(b"PK"):
        return {"": plain(content.decode())}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: plain(lines_of(package.read(name))) for name in sorted(package.namelist())}


def lines_of(xml: bytes) -> str:
    root = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, pretty_print=True, encoding="unicode")


def plain(text: str) -> str:
    """Without the program's version, which changes with every release."""
    return _VERSION.sub(r"\1#", text).replace("\r\n", "\n")


def kept(name: str) -> dict[str, str]:
    """What is kept of the document, by the name of its parts."""
    folder = GOLDEN / name
    if folder.is_file():
        return {"": folder.read_text(encoding="utf-8")}
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def keep(name: str, found: Mapping[str, str]) -> None:
    shutil.rmtree(GOLDEN / name, ignore_errors=True)
    for part, text in found.items():
        path = GOLDEN / name / part
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_part_of_a_document_is_as_it_was_last_looked_at(name: str, made: dict[str, bytes]) -> None:
    found = parts(made[name])
    if WRITES:
        keep(name, found)
    before = kept(name)
    assert sorted(found) == sorted(before)
    for part, text in found.items():
        changes = difflib.unified_diff(
            before[part].splitlines(), text.splitlines(), "kept", part, lineterm=""
        )
        told = "\n".join(line for line, _number in zip(changes, range(_MOST_LINES), strict=False))
        assert not told, told
