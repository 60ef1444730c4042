"""``aktivplan period``: how a time expression is understood."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

from aktivplan.cli.days import day_option, days_option
from aktivplan.cli.language import interface, interface_language
from aktivplan.i18n import LANGUAGES

if TYPE_CHECKING:
    from aktivplan.records import Period

t = interface()

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_WIDEST = 34
_GAP = "  "


@click.command(
    options_metavar=t("[OPTIONS]"),
    help=t(
        "Show how time expressions are understood. Without TEXT, every line of standard input is one; "
        "write -- before a text that begins with a hyphen."
    ),
)
@click.argument("texts", metavar=t("[TEXT]..."), nargs=-1)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="sv",
    show_default=True,
    help=t("The language of the plan that the texts belong to."),
)
@click.option(
    "--year",
    type=click.IntRange(_FIRST_YEAR, _LAST_YEAR),
    metavar=t("YEAR"),
    help=t("The year of texts that state none; without it the plan's first, or today's."),
)
@click.option(
    "--today",
    callback=day_option,
    metavar=t("DATE"),
    help=t('The date that "next year" and the like are counted from, as 2025-01-15; without it this day.'),
)
@click.option(
    "--plan",
    "plan_days",
    callback=days_option,
    metavar=t("DATE..DATE"),
    help=t("The plan's first and last day, as 2025-01-01..2027-12-31."),
)
@click.option("--json", "as_json", is_flag=True, help=t("Print the result as JSON."))
def period(
    texts: tuple[str, ...],
    language: str,
    year: int | None,
    today: date | None,
    plan_days: tuple[date, date] | None,
    *,
    as_json: bool,
) -> None:
    """Understand each text, and print all of it."""
    from aktivplan.reading.period import understand

    start, end = plan_days or (None, None)
    today = today or datetime.now(tz=UTC).astimezone().date()
    if year is None:
        year = start.year if start else today.year
    periods = [
        understand(text, language=language, year=year, plan_start=start, plan_end=end, today=today)
        for text in texts or _lines()
    ]
    if as_json:
        click.echo(json.dumps([_as_data(one) for one in periods], ensure_ascii=False, indent=2))
    else:
        _print_table(periods)


def _lines() -> Iterator[str]:
    """The lines of standard input; a person who types them is told how to end."""
    if sys.stdin.isatty():
        click.echo(t("Write a time expression on each line, and end with Ctrl-D."), err=True)
    for line in TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="replace"):
        yield line.rstrip("\r\n")


def _as_data(one: Period) -> dict[str, object]:
    return {
        "text": one.text,
        "kind": str(one.kind),
        "start": one.start.isoformat() if one.start else None,
        "end": one.end.isoformat() if one.end else None,
        "recurrence": one.recurrence,
        "precision": str(one.precision),
        "confidence": one.confidence,
        "note": str(one.note),
        "parts": [_as_data(part) for part in one.parts],
    }


def _print_table(periods: list[Period]) -> None:
    """A line for every text and every part of it, and under it what there is to say about it."""
    from aktivplan.cli.period_words import note_in_words

    heading = (t("Text"), t("Understood as"), t("From"), t("To"), t("How often"), t("Unit"), t("Sure"))
    rows: list[tuple[str, ...] | str] = []
    for one in periods:
        rows += _rows(one)
        if one.note:
            rows.append(f"{_GAP}→ {note_in_words(one.note, t)}")
    cells = [heading, *(row for row in rows if not isinstance(row, str))]
    widths = [min(_WIDEST, max(len(row[column]) for row in cells)) for column in range(len(heading))]
    click.secho(_aligned(heading, widths), bold=True)
    for row in rows:
        click.echo(row if isinstance(row, str) else _aligned(row, widths))
    click.echo()
    click.echo(t("A: settled. B: by convention. C: a person should look."))


def _rows(one: Period) -> list[tuple[str, ...]]:
    """The whole of a text, then its parts."""
    first, *rest = one.text.splitlines() or [""]
    if one.parts and one.parts[0].text != one.text:
        parts = [_row(part, f"  · {part.text}") for part in one.parts]
        return [_row(one, f"{first} …"), *parts]
    under = [(line, "", "", "", "", "", "") for line in rest]
    return [_row(one, first), *under, *(_row(part, "  ·") for part in one.parts)]


def _row(one: Period, text: str) -> tuple[str, ...]:
    from aktivplan.cli.period_words import kind_in_words, unit_in_words

    start, end = (day.isoformat() if day else "" for day in (one.start, one.end))
    unit = unit_in_words(one.precision, t)
    return text, kind_in_words(one.kind, t), start, end, _how_often(one), unit, one.confidence


def _how_often(one: Period) -> str:
    from aktivplan.reading.period import written
    from aktivplan.records import Period, PeriodKind

    if not one.recurrence:
        return ""
    return written(Period("", PeriodKind.RECURRING, recurrence=one.recurrence), interface_language())


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    return _GAP.join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
