"""``aktivplan period`` as people and programs run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from aktivplan.cli.app import app
from aktivplan.cli.period_words import kind_in_words, note_in_words, unit_in_words
from aktivplan.i18n import LANGUAGES, translator
from aktivplan.reading.period import Note
from aktivplan.records import PeriodKind, Precision


def aktivplan(
    *arguments: str, typed: str | bytes = "", language: str = "en"
) -> subprocess.CompletedProcess[str]:
    """Run the command with that on standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "aktivplan", "period", *arguments],
        input=typed if isinstance(typed, bytes) else typed.encode(),
        check=False,
        capture_output=True,
        env={**os.environ, "AKTIVPLAN_LANGUAGE": language, "PYTHONUTF8": "1"},
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def as_json(*arguments: str, typed: str | bytes = "") -> list[dict[str, object]]:
    """What programs get; in this process, since it is the same in every language."""
    done = CliRunner().invoke(app, ["period", *arguments, "--json"], input=typed, catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    periods: list[dict[str, object]] = json.loads(done.stdout)
    return periods


def test_everything_that_is_understood_of_a_text_is_told_to_programs() -> None:
    assert as_json("kvartalsvis med start Q2 2025", "--year", "2025") == [
        {
            "text": "kvartalsvis med start Q2 2025",
            "kind": "recurring",
            "start": "2025-04-01",
            "end": None,
            "recurrence": "P3M",
            "precision": "quarter",
            "confidence": "A",
            "note": "",
            "parts": [],
        }
    ]


def test_every_argument_is_a_text_of_its_own() -> None:
    assert [period["text"] for period in as_json("maj 2025", "senast v. 22")] == ["maj 2025", "senast v. 22"]


def test_every_line_of_standard_input_gives_one_period_even_an_empty_one() -> None:
    periods = as_json("--year", "2025", typed="\ufeffmaj\r\n\nlöpande\n")
    assert [(period["text"], period["kind"]) for period in periods] == [
        ("maj", "interval"),
        ("", "missing"),
        ("löpande", "ongoing"),
    ]


def test_bytes_that_are_no_text_do_no_harm() -> None:
    assert [period["kind"] for period in as_json(typed=b"\xff\xfe\xe5\nmaj 2025")] == ["unparsed", "interval"]


def test_no_lines_give_no_periods() -> None:
    assert as_json(typed="") == []


def test_a_typed_list_is_told_with_its_parts() -> None:
    (period,) = as_json("• Plan: aug–sep 2014\n• Dialog i marts 2015")
    parts = period["parts"]
    assert isinstance(parts, list)
    assert period["kind"] == "multi"
    assert [(part["start"], part["end"]) for part in parts] == [
        ("2014-08-01", "2014-09-30"),
        ("2015-03-01", "2015-03-31"),
    ]


def test_a_spreadsheets_number_is_a_day_that_a_person_should_look_at() -> None:
    (number, year) = as_json("45747", "2025")
    assert (number["start"], number["confidence"], number["note"]) == ("2025-03-31", "C", "serial")
    assert (year["start"], year["end"], year["confidence"]) == ("2025-01-01", "2025-12-31", "A")


def test_the_plans_days_and_todays_are_what_texts_are_read_against() -> None:
    context = ("--plan", "2025-08-01..2027-06-30", "--today", "2026-01-15")
    plan, month, year = as_json("planperioden", "mars", "nästa år", *context)
    assert (plan["start"], plan["end"]) == ("2025-08-01", "2027-06-30")
    assert month["start"] == "2026-03-01"
    assert year["start"] == "2027-01-01"


def test_without_a_plan_the_year_is_that_of_today() -> None:
    assert as_json("mars", "--today", "2031-05-05")[0]["start"] == "2031-03-01"
    assert as_json("mars", "--today", "2031-05-05", "--year", "2025")[0]["start"] == "2025-03-01"


def test_today_is_the_machines_unless_told() -> None:
    before = datetime.now(tz=UTC).astimezone().year
    start = str(as_json("i år")[0]["start"])
    assert before <= int(start[:4]) <= datetime.now(tz=UTC).astimezone().year


def test_the_plans_language_decides_where_the_words_do_not() -> None:
    assert as_json("2025/26")[0]["end"] == "2026-06-30"
    assert as_json("2025/26", "--language", "da")[0]["end"] == "2026-07-31"


@pytest.mark.parametrize(
    ("language", "heading", "kind", "note"),
    [
        ("en", "Understood as", "no later than", "No year is written; the plan's is taken."),
        ("sv", "Förstås som", "senast", "Inget år är skrivet; planens år används."),
        ("da", "Forstås som", "senest", "Der er ikke skrevet noget år; planens år bruges."),
        ("nb", "Forstås som", "senest", "Det er ikke skrevet noe år; planens år brukes."),
    ],
)
def test_people_get_a_table_in_their_own_language(language: str, heading: str, kind: str, note: str) -> None:
    lines = aktivplan("senast v. 22", "--year", "2025", language=language).stdout.splitlines()
    assert heading in lines[0]
    assert kind in lines[1]
    assert "2025-06-01" in lines[1]
    assert note in lines[2]


def test_the_columns_of_the_table_stand_under_each_other() -> None:
    lines = aktivplan("maj 2025", "senast 30 juni 2025", "VT25 + HT25").stdout.splitlines()
    column = lines[0].index("To")
    assert [line[column : column + 10] for line in lines[1:4]] == ["2025-05-31", "2025-06-30", "2025-12-31"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("x", "--today", "2025-13-01"), "2025-13-01"),
        (("x", "--plan", "2025"), "2025-01-01..2027-12-31"),
        (("x", "--plan", "2027-01-01..2025-01-01"), "2027-01-01..2025-01-01"),
        (("x", "--year", "25"), "25"),
        (("x", "--language", "fi"), "fi"),
    ],
)
def test_a_bad_value_is_a_usage_error_that_says_what_to_write(arguments: tuple[str, ...], said: str) -> None:
    done = aktivplan(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_unit_and_reason_has_words(language: str) -> None:
    t = translator(language)
    assert all(kind_in_words(kind, t) for kind in PeriodKind)
    assert all(unit_in_words(unit, t) for unit in Precision if unit is not Precision.NONE)
    assert all(note_in_words(note, t) for note in Note if note is not Note.NOTHING)
