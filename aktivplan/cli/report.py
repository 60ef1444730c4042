"""How an edition's findings and counts are printed, for people and for machines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from rich.table import Table
from rich.text import Text

from aktivplan.cli.console import SEVERITY_STYLES, console, say, step
from aktivplan.codes import Severity, severity_word
from aktivplan.edition import Outcome, UnitStatus
from aktivplan.findings import has_errors
from aktivplan.i18n import Translator, translator

if TYPE_CHECKING:
    from aktivplan.edition import Edition
    from aktivplan.findings import Finding

SHOWN = 25
"""Findings printed; the master workbook holds all of them."""

_ORDER = {severity: rank for rank, severity in enumerate(Severity)}


def exit_code(edition: Edition) -> int:
    """0 where there is nothing to mend, 1 where there are errors."""
    return 1 if has_errors(edition.findings) else 0


def print_report(edition: Edition, *, as_json: bool) -> None:
    """The findings as a table, then the summary; or everything as JSON."""
    t = translator(edition.plan.settings.language)
    if as_json:
        from aktivplan.rendering.findings_json import render_findings_json

        click.echo(render_findings_json(edition))
        return
    if edition.findings:
        print_findings(edition.findings, t, title=t("Findings"))
    _print_summary(edition, t)


def print_findings(findings: Sequence[Finding], t: Translator, *, title: str) -> None:
    """Findings file by file, the files with the gravest first; at most `SHOWN`, each with where and what to do."""
    ordered = _by_file(findings)
    table = Table(title=title, title_justify="left", title_style="bold", pad_edge=False, box=None)
    table.add_column(t("Severity"), no_wrap=True)
    table.add_column(t("Where"), max_width=24)
    table.add_column(t("What is wrong, and what to do"))
    file = ""
    for one in ordered[:SHOWN]:
        if one.place.file != file:
            file = one.place.file
            table.add_row()
            table.add_row("", "", Text(file, style="bold"))
        word = Text(severity_word(one.severity, t), style=SEVERITY_STYLES[one.severity])
        told = Text.assemble(one.text(t), " ", (f"[{one.code}]", "dim"))
        table.add_row(word, Text(f"{one.place.sheet} {one.place.cell}".strip()), told)
    console().print(table)
    if len(ordered) > SHOWN:
        say(t("… and {count} more, all of them in the master workbook.", count=len(ordered) - SHOWN))
    step(t("More about a code in brackets: {command}", command=f"aktivplan explain {ordered[0].code}"))
    say("")


def _by_file(findings: Sequence[Finding]) -> list[Finding]:
    gravest: dict[str, int] = {}
    for one in findings:
        rank = _ORDER[one.severity]
        gravest[one.place.file] = min(rank, gravest.get(one.place.file, rank))
    return sorted(
        findings, key=lambda one: (gravest[one.place.file], one.place.file, _ORDER[one.severity], one.place)
    )


def print_findings_json(findings: Sequence[Finding], t: Translator) -> None:
    """Findings alone, where there is no edition to tell of."""
    from aktivplan.rendering.findings_json import render_findings_alone

    click.echo(render_findings_alone(findings, t))


def _print_summary(edition: Edition, t: Translator) -> None:
    files, units = edition.files_by_outcome, edition.units_by_status
    rows = [
        (
            t("Files"),
            t(
                "{found} found = {accepted} accepted + {rejected} rejected + {skipped} skipped",
                found=len(edition.sources),
                accepted=files[Outcome.ACCEPTED],
                rejected=files[Outcome.REJECTED],
                skipped=files[Outcome.SKIPPED],
            ),
        ),
        (
            t("Units"),
            t(
                "{answered} of {asked} have answered, {rejected} rejected, {missing} missing",
                answered=units[UnitStatus.ANSWERED],
                asked=len(edition.units),
                rejected=units[UnitStatus.REJECTED],
                missing=units[UnitStatus.MISSING],
            ),
        ),
        (
            t("Rows"),
            t(
                "{taken} taken in, {held} not taken in",
                taken=len(edition.records),
                held=len(edition.held_back),
            ),
        ),
    ]
    missing = [result.unit.name for result in edition.units if result.status is UnitStatus.MISSING]
    if missing:
        rows.append((t("Missing"), _some(missing)))
    late = [result.unit.name for result in edition.units if result.late]
    if late:
        rows.append((t("Late"), _some(late)))
    width = max(len(label) for label, _text in rows)
    for label, text in rows:
        beside = " " * (width + 2)
        say(click.wrap_text(text, width=100, initial_indent=f"{label:<{width}}  ", subsequent_indent=beside))


def _some(names: Sequence[str]) -> str:
    """The first names, and whether there are more."""
    return ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
