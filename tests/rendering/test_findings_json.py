"""What other programs get, held against the documented schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from aktivplan.codes.explanations import explanations
from aktivplan.definition import PRESETS
from aktivplan.definition.plan_reader import read_plan
from aktivplan.i18n import translator
from aktivplan.rendering.findings_json import render_findings_alone
from tests.demos import Demo

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = json.loads((DOCS / "findings.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module", params=PRESETS)
def data(request: pytest.FixtureRequest, demo_of: Callable[[str], Demo]) -> Any:
    """What is said of each preset's demo."""
    return json.loads(demo_of(request.param).folder.findings_file.read_text(encoding="utf-8"))


def described(schema: Any) -> Iterator[str]:
    """The name of every property in a schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from described(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from described(part)


def test_the_schema_is_itself_sound() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_real_output_is_as_the_schema_says(data: Any) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


def test_the_schema_refuses_what_it_does_not_describe(data: Any) -> None:
    for broken in (
        data | {"new": 1},
        data | {"version": 2},
        data | {"files": [data["files"][0] | {"outcome": "lost"}]},
        data | {"files": [data["files"][0] | {"outcome": "skipped", "code": ""}]},
        {name: part for name, part in data.items() if name != "units"},
    ):
        assert not VALIDATOR.is_valid(broken)


def test_the_counts_add_up(data: Any) -> None:
    counts = data["counts"]
    assert counts["files"] == len(data["files"])
    assert counts["files"] == counts["accepted"] + counts["rejected"] + counts["skipped"]
    assert counts["units"] == sum(counts[f"units_{status}"] for status in ("answered", "rejected", "missing"))
    assert counts["errors"] + counts["warnings"] + counts["notes"] == len(data["findings"])
    for name in ("records", "held_back"):
        assert counts[name] == sum(file[name] for file in data["files"])


def test_every_finding_says_how_it_is_mended_in_the_plans_language(data: Any) -> None:
    told = {one["code"]: one["mending"] for one in data["findings"]}
    known = [explanations(language) for language in ("sv", "da")]
    assert told
    assert any(all(one[code].mending == text for code, text in told.items()) for one in known)


def test_what_is_said_of_a_broken_definition_is_as_the_schema_says() -> None:
    findings = read_plan(b"nothing").findings
    data = json.loads(render_findings_alone(findings, translator("sv")))
    assert [one["code"] for one in data["findings"]] == ["plan-unreadable"]
    assert VALIDATOR.is_valid(data)


def test_every_property_is_explained_in_the_documentation() -> None:
    text = (DOCS / "findings.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_0-9]+)`", text)) | set(re.findall(r"^## (\w+)$", text, re.MULTILINE))
    assert set(described(SCHEMA)) - named == set()
