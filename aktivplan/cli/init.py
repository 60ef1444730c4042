"""``aktivplan init``: a new plan folder."""

from __future__ import annotations

from pathlib import Path

import click

from aktivplan.cli.language import interface
from aktivplan.definition import PRESETS

t = interface()


@click.command(
    options_metavar=t("[OPTIONS]"),
    help=t("Make a new plan folder, with a plan.xlsx to fill in and a handbook.docx to make your own."),
    epilog=t(
        "Presets: barnratt (children's rights, Swedish), fokus (focus areas, Swedish), handlemal (goal hierarchy "
        "with success criteria, Danish), kompetence (competence strategy, Danish), verksamhetsplan "
        "(operational plan, Swedish)."
    ),
)
@click.option(
    "--preset",
    type=click.Choice(PRESETS),
    default="barnratt",
    show_default=True,
    help=t("The kind of plan to begin with."),
)
@click.argument("folder", metavar=t("FOLDER"), type=click.Path(path_type=Path, file_okay=False))
def init(preset: str, folder: Path) -> None:
    """Make the folder, or say why not."""
    from aktivplan import pipeline
    from aktivplan.cli.console import command_line, failing_clearly, say, step
    from aktivplan.folder import PlanFolder

    plan_folder = PlanFolder(folder)
    if plan_folder.plan_file.exists():
        raise click.UsageError(
            t("There is already a plan in {folder}. Choose another folder.", folder=folder)
        )
    with failing_clearly():
        pipeline.start_plan(plan_folder, preset)
    say(t("The plan folder is ready: {folder}", folder=folder))
    step(t("Open {file}, and fill in settings, goals and units.", file=plan_folder.plan_file))
    step(
        t(
            "Open {file} in Word, and make the handbook your own: texts, cover, styles.",
            file=plan_folder.handbook_template,
        )
    )
    step(t("Then write the forms: {command}", command=command_line(plan_folder, "templates")))
