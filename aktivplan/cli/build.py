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
    from aktivplan.folder import PlanFolder
    from aktivplan.i18n import Translator
    from aktivplan.pipeline import Built
    from aktivplan.publishing import Wanted

t = interface()

SPLITS = ("group", "goal")


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
@click.option(
    "--for",
    "units",
    multiple=True,
    metavar=t("UNIT"),
    help=t("Make a handbook with this unit's rows first; the unit by its code. May be given several times."),
)
@click.option("--each-unit", is_flag=True, help=t("Make such a handbook for every unit."))
@click.option(
    "--split",
    type=click.Choice(SPLITS),
    help=t("Make a handbook for each group of units, or for each topmost goal."),
)
@click.option("--pdf", is_flag=True, help=t("Make each handbook as a PDF too; this takes LibreOffice."))
@click.option(
    "--page-numbers/--no-page-numbers",
    default=True,
    help=t("Whether contents lists get page numbers, where LibreOffice is installed to tell them."),
)
@click.pass_context
def build(  # noqa: PLR0913 - one argument an option
    context: click.Context,
    *,
    as_json: bool,
    day: date | None,
    units: tuple[str, ...],
    each_unit: bool,
    split: str | None,
    pdf: bool,
    page_numbers: bool,
) -> None:
    """Build everything; exit code 1 if there are errors to mend."""
    from aktivplan.answers import start_ahead

    start_ahead()
    from aktivplan.cli.console import known_codes, plan_or_exit
    from aktivplan.cli.report import exit_code
    from aktivplan.folder import PlanFolder
    from aktivplan.publishing import Split, Wanted

    plan_folder = PlanFolder(context.obj)
    plan = plan_or_exit(plan_folder, as_json=as_json)
    codes = tuple(unit.code for unit in plan.units) if each_unit else known_codes(plan, units, "--for")
    wanted = Wanted(codes, Split(split) if split else None, pdf=pdf, page_numbers=page_numbers)
    edition = build_and_tell(plan_folder, plan, wanted, day=day, as_json=as_json)
    context.exit(exit_code(edition))


def build_and_tell(
    plan_folder: PlanFolder, plan: Plan, wanted: Wanted, *, day: date | None = None, as_json: bool = False
) -> Edition:
    """Build, print the report and what to open."""
    from aktivplan import pipeline
    from aktivplan.cli.console import bar, failing_clearly, holding, say, step
    from aktivplan.cli.report import print_report
    from aktivplan.i18n import translator

    words = translator(plan.settings.language)
    with (
        failing_clearly(),
        holding(plan_folder, "aktivplan build"),
        bar(words("Reading answers")) as progress,
    ):
        built = pipeline.build(plan_folder, plan, day=day, wanted=wanted, progress=progress)
    print_report(built.edition, as_json=as_json)
    if as_json:
        return built.edition
    say("")
    for path, written in built.files:
        if written != path:
            say(
                words(
                    "{file} is open in another program, so the new one is called {sibling}. Close it before the next build.",
                    file=path.name,
                    sibling=written.name,
                )
            )
        if path.parent == plan_folder.output:
            step(words("Open {file}", file=written))
    if built.lacks_page:
        say(
            words(
                "There is no page for the web: something in {file} cannot be shown on one, a picture perhaps. Open it in Word and save it again.",
                file=plan_folder.handbook_template,
            )
        )
    _tell_of_handbooks(built, plan_folder, words)
    _tell_of_copies(built, plan_folder, words)
    return built.edition


def _tell_of_handbooks(built: Built, plan_folder: PlanFolder, words: Translator) -> None:
    """How many handbooks there are for units, groups or goals."""
    from aktivplan.cli.console import step

    count = sum(path.parent == plan_folder.handbooks and path.suffix == ".docx" for path, _ in built.files)
    if count:
        step(
            words.plural(
                "{count} more handbook is in {folder}",
                "{count} more handbooks are in {folder}",
                count,
                folder=plan_folder.handbooks,
            )
        )


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
