"""``aktivplan explain``: codes explained to whoever is stuck."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from aktivplan.codes import CATALOGUE
from aktivplan.codes.explanations import explanations
from aktivplan.i18n import LANGUAGES


def explain(*arguments: str, language: str = "en") -> subprocess.CompletedProcess[str]:
    """Run the command with that as the machine's language."""
    environment = {**os.environ, "AKTIVPLAN_LANGUAGE": language, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "aktivplan", "explain", *arguments]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, encoding="utf-8", env=environment
    )


def one_line(text: str) -> str:
    """The text without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_is_explained_in_the_machines_language(language: str) -> None:
    done = explain("required-empty", language=language)
    told = explanations(language)["required-empty"]
    assert done.returncode == 0, done.stderr
    for part in (told.meaning, told.example, told.mending):
        assert one_line(part) in one_line(done.stdout)


def test_another_language_may_be_asked_for() -> None:
    printed = explain("period-unclear", "--language", "da").stdout
    assert "Advarsel" in printed
    assert "Hvordan du retter det" in printed
    assert one_line(explanations("da")["period-unclear"].mending) in one_line(printed)


def test_a_code_may_be_written_in_capitals() -> None:
    assert explain("Required-Empty").returncode == 0


def test_an_unknown_code_gets_the_nearest_one_suggested() -> None:
    done = explain("requird-empty")
    assert done.returncode == 2
    assert "required-empty" in done.stderr
    assert done.stdout == ""


def test_a_code_like_no_other_says_how_to_see_them_all() -> None:
    done = explain("xyzzy")
    assert done.returncode == 2
    assert "aktivplan explain" in done.stderr


def test_without_a_code_every_code_is_listed_once_with_its_severity() -> None:
    printed = explain(language="sv").stdout
    lines = {line.split()[0]: line for line in printed.splitlines() if line and line[0].isalpha()}
    for code in CATALOGUE.values():
        word = {"error": "Fel", "warning": "Varning", "note": "Upplysning"}[code.severity]
        assert lines[code.name].split()[1] == word


def test_the_list_has_a_heading_for_each_group() -> None:
    printed = explain(language="nb").stdout
    for heading in ("Filer som kommer tilbake", "Rader og celler", "Definisjonen, plan.xlsx"):
        assert heading in printed
