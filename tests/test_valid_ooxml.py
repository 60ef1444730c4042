"""Everything that we write is valid Office Open XML, by a validator that is not ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from aktivplan.definition import PRESETS
from tests.demos import Demo


def made_files(root: Path) -> Iterator[Path]:
    """One of every kind of file."""
    yield from sorted(root.glob("*.docx"))
    yield from sorted(root.glob("*.xlsx"))
    for folder in ("input_templates", "output/corrections", "output/handbooks"):
        yield from sorted((root / folder).iterdir())[:2]
    yield from sorted(path for path in (root / "output").iterdir() if path.suffix in (".xlsx", ".docx"))


@pytest.fixture(scope="module")
def validator() -> OpenXmlValidator:
    return OpenXmlValidator()


@pytest.mark.parametrize("preset", PRESETS)
def test_every_file_of_a_demo_is_valid(
    preset: str, demo_of: Callable[[str], Demo], validator: OpenXmlValidator
) -> None:
    faults = {
        f"{path.name}: {error.part_uri} {error.description}"
        for path in made_files(demo_of(preset).again.root)
        for error in validator.validate(path).errors
    }
    assert faults == set()
