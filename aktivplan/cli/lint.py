"""``aktivplan lint``: what hinders people in Word documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from aktivplan.cli.language import interface
from aktivplan.i18n import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aktivplan.findings import Finding

t = interface()


@click.command(
    options_metavar=t("[OPTIONS]"),
    help=t(
        "Look through Word documents for what hinders people (EN 301 549 and Word's own rules); exit code 1 if there is anything to mend."
    ),
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar=t("FILE..."),
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help=t("The language that the documents should be in; without it, any language will do."),
)
@click.option("--json", "as_json", is_flag=True, help=t("Print the result as JSON."))
@click.pass_context
def lint(context: click.Context, files: tuple[Path, ...], language: str | None, as_json: bool) -> None:  # noqa: FBT001 - click passes flags by name
    """Look through the files; exit code 1 if one of them has errors or warnings."""
    from aktivplan.cli.console import failing_clearly
    from aktivplan.codes import Severity
    from aktivplan.linting.document import lint_document

    found: list[Finding] = []
    for file in files:
        with failing_clearly():
            content = file.read_bytes()
        found += lint_document(content, language or "", file=str(file))
    if as_json:
        from aktivplan.cli.report import print_findings_json

        print_findings_json(found, t)
    else:
        _print(files, found)
    context.exit(int(any(one.severity is not Severity.NOTE for one in found)))


def _print(files: Sequence[Path], found: Sequence[Finding]) -> None:
    """File by file, in the order of each document's text."""
    from rich.table import Table
    from rich.text import Text

    from aktivplan.cli.console import SEVERITY_STYLES, console, say, step
    from aktivplan.codes import severity_word

    for file in files:
        own = [one for one in found if one.place.file == str(file)]
        if not own:
            say(t("{file}: nothing to mend.", file=file))
            continue
        table = Table(title=str(file), title_justify="left", title_style="bold", pad_edge=False, box=None)
        table.add_column(t("Severity"), no_wrap=True)
        table.add_column(t("Under the heading"), max_width=24)
        table.add_column(t("What is wrong, and what to do"))
        for one in own:
            word = Text(severity_word(one.severity, t), style=SEVERITY_STYLES[one.severity])
            told = Text.assemble(one.text(t), " ", (f"[{one.code}]", "dim"))
            table.add_row(word, Text(one.place.sheet), told)
        console().print(table)
        say("")
    if found:
        step(t("More about a code in brackets: {command}", command=f"aktivplan explain {found[0].code}"))
