"""Dates among the arguments."""

from __future__ import annotations

from datetime import date

import click

from aktivplan.cli.language import interface

t = interface()

_BETWEEN = ".."


def day_option(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    """A callback for click: the date that is written as 2026-12-31. Raises BadParameter for anything else."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(t("{value} is not a date. Write it as 2026-12-31.", value=text)) from None


def days_option(
    _context: click.Context, _option: click.Parameter, text: str | None
) -> tuple[date, date] | None:
    """The same for a first and a last day: 2025-01-01..2027-12-31."""
    if text is None:
        return None
    start, _, end = text.partition(_BETWEEN)
    try:
        first, last = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        first, last = date.max, date.min
    if first > last:
        raise click.BadParameter(
            t("{value} is not a first and a last day. Write them as 2025-01-01..2027-12-31.", value=text)
        )
    return first, last
