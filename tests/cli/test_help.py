"""Help and version: instant, complete, and in the reader's language."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
COMMANDS = (
    "init",
    "templates",
    "check",
    "build",
    "send",
    "collect",
    "schedule",
    "explain",
    "period",
    "lint",
    "demo",
)
HEAVY = ("pandas", "openpyxl", "docx", "matplotlib", "xlsxwriter", "pydantic", "lxml", "numpy")


def run(*arguments: str, language: str = "en", code: int = 0) -> str:
    """What the program prints, in a process of its own."""
    environment = {**os.environ, "AKTIVPLAN_LANGUAGE": language, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "aktivplan", *arguments],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
        encoding="utf-8",
    )
    assert done.returncode == code, done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_import_no_heavy_library(argument: str) -> None:
    script = (
        "import sys, aktivplan.cli.main as door\n"
        f"sys.argv = ['aktivplan', {argument!r}]\n"
        "try:\n    door.main()\n"
        f"except SystemExit:\n    print('loaded:', [m for m in {HEAVY!r} if m in sys.modules])"
    )
    printed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert "loaded: []" in printed


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(command: str) -> None:
    assert f"aktivplan {command}" in run(command, "--help")
    assert re.search(rf"aktivplan (-C my-plan )?{command}\b", README.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("language", "usage", "options"),
    [
        ("sv", "Användning:", "Flaggor"),
        ("da", "Brug:", "Tilvalg"),
        ("nb", "Bruk:", "Valg"),
        ("en", "Usage:", "Options"),
    ],
)
def test_help_speaks_the_readers_language(language: str, usage: str, options: str) -> None:
    printed = run("--help", language=language)
    assert printed.startswith(usage)
    assert options in printed


@pytest.mark.parametrize("language", ["sv", "da", "nb"])
def test_no_english_sentence_is_left_in_other_languages(language: str) -> None:
    script = (
        "import sys, aktivplan.cli.main as door\n"
        f"for command in ([], *([one] for one in {COMMANDS!r})):\n"
        "    sys.argv = ['aktivplan', *command, '--help']\n"
        "    try:\n        door.main()\n"
        "    except SystemExit as ended:\n        assert not ended.code"
    )
    environment = {**os.environ, "AKTIVPLAN_LANGUAGE": language, "PYTHONUTF8": "1"}
    everything = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment
    ).stdout
    assert everything.count("--help") > len(COMMANDS)
    for words in ("Show this", "Usage", "Options", "default:", "the plan", "Print the", "Commands", "FOLDER"):
        assert words not in everything


def test_an_unknown_command_is_a_usage_error() -> None:
    assert "bild" in run("bild", code=2)
