"""``aktivplan lint`` as people run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.linting.documents import CORE, document, h, p, table


def run(*arguments: object, language: str = "en") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "AKTIVPLAN_LANGUAGE": language, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "aktivplan", "lint", *map(str, arguments)]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, encoding="utf-8", env=environment
    )


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A skipped heading and an empty paragraph."""
    file = tmp_path / "plan.docx"
    file.write_bytes(document(h(1, "Mål") + h(3, "Skolan") + p() + p("Slut")))
    return file


@pytest.fixture
def faultless(tmp_path: Path) -> Path:
    file = tmp_path / "bra.docx"
    file.write_bytes(document(h(1, "Mål") + p("Text")))
    return file


def test_a_document_without_a_fault_ends_with_0(faultless: Path) -> None:
    done = run(faultless)
    assert (done.returncode, done.stdout) == (0, f"{faultless}: nothing to mend.\n")


def test_findings_end_with_1_and_are_told_with_heading_and_code(faulty: Path, faultless: Path) -> None:
    done = run(faulty, faultless)
    assert done.returncode == 1
    assert "[heading-skipped]" in done.stdout
    assert "Skolan" in done.stdout
    assert "nothing to mend" in done.stdout
    assert "aktivplan explain heading-skipped" in done.stdout


def test_notes_alone_are_nothing_to_mend(tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(document(p("De röda raderna ska vara klara.")))
    done = run(file)
    assert done.returncode == 0
    assert "[colour-words]" in done.stdout


def test_a_file_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    assert run(tmp_path / "borta.docx").returncode == 2
    assert run().returncode == 2


def test_what_is_no_document_gives_a_finding_and_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(b"nothing")
    done = run(file)
    assert done.returncode == 1
    assert "[word-unreadable]" in done.stdout
    assert "Traceback" not in done.stderr


def test_json_holds_each_finding_and_nothing_else_is_printed(faulty: Path) -> None:
    done = run(faulty, "--json")
    assert done.returncode == 1
    found = json.loads(done.stdout)["findings"]
    assert [(one["code"], one["file"], one["sheet"]) for one in found] == [
        ("heading-skipped", str(faulty), "Skolan"),
        ("paragraph-empty", str(faulty), "Skolan"),
    ]
    assert all(one["text"] and one["mending"] for one in found)


def test_the_language_that_is_asked_for_must_be_the_documents(faultless: Path) -> None:
    assert run(faultless, "--language", "sv").returncode == 0
    done = run(faultless, "--language", "da")
    assert done.returncode == 1
    assert "[language-other]" in done.stdout


def test_findings_are_told_in_the_readers_language(tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(document(table(), core=CORE.replace("Handlingsplan", "")))
    assert "Dokumentet har ingen titel" in run(file, language="sv").stdout
