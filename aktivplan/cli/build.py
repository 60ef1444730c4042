"""``aktivplan build``: the master workbook, the handbook, and what goes back to the units."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from aktivplan.cli.days import day_option
from aktivplan.cli.language import interface

if TYPE_CHECKING:
    from aktivplan.definition.models import Plan
    from aktivplan.edition import Edition
    from aktivplan.i18n import Translator
    from aktivplan.pipeline import Built, PlanFolder

t = interface()


@click.command(
    options_metavar=t("[OPTIONS]"), help=t("Read the answers, and make the master workbook and the handbook.")
)
@click.option("--json", "as_json", is_flag=True, help=t("Print the result as JSON."))
@click.option(
    "--date",
    "day",
    callback=day_option,
    metavar=t("DATE"),
    help=t("The date to print on the documents, as 2026-12-31; none is printed without it."),
)
@click.pass_context
def build(context: click.Context, as_json: bool, day: date | None) -> None:  # noqa: FBT001 - click passes flags by name
    """Build everything; exit code 1 if there are errors to mend."""
    from aktivplan import pipeline
    from aktivplan.cli.console import plan_or_exit
    from aktivplan.cli.report import exit_code

    pipeline.start_ahead()
    plan_folder = pipeline.PlanFolder(context.obj)
    plan = plan_or_exit(plan_folder, as_json=as_json)
    edition = build_and_tell(plan_folder, plan, day=day, as_json=as_json)
    context.exit(exit_code(edition))


def build_and_tell(
    plan_folder: PlanFolder, plan: Plan, *, day: date | None = None, as_json: bool = False
) -> Edition:
    """Build, print the report and what to open."""
    from aktivplan import pipeline
    from aktivplan.cli.console import bar, failing_clearly, say, step
    from aktivplan.cli.report import print_report
    from aktivplan.i18n import translator

    words = translator(plan.settings.language)
    with failing_clearly(), bar(words("Reading answers")) as progress:
        built = pipeline.build(plan_folder, plan, day=day, progress=progress)
    print_report(built.edition, as_json=as_json)
    if as_json:
        return built.edition
    say("")
    for wanted, written in built.files:
        if written != wanted:
            say(
                words(
                    "{file} is open in another program, so the new one is called {sibling}. Close it before the next build.",
                    file=wanted.name,
                    sibling=written.name,
                )
            )
        step(words("Open {file}", file=written))
    _tell_of_copies(built, plan_folder, words)
    return built.edition


def _tell_of_copies(built: Built, plan_folder: PlanFolder, words: Translator) -> None:
    """Where the corrected copies are, and which of former ones were left alone."""
    from aktivplan.cli.console import say, step

    for path in built.copies.kept:
        say(
            words(
                "{file} is left as it is, since somebody has saved it or has it open. Remove it when it is no longer needed.",
                file=path,
            )
        )
    if built.copies.written:
        step(
            words.plural(
                "{count} corrected copy is in {folder}: send it to its unit",
                "{count} corrected copies are in {folder}: send them to their units",
                len(built.copies.written),
                folder=plan_folder.corrections,
            )
        )
