"""``aktivplan templates``: one workbook per unit."""

from __future__ import annotations

from pathlib import Path

import click

from aktivplan.cli.language import interface

t = interface()


@click.command(options_metavar=t("[OPTIONS]"), help=t("Write one form per unit into input_templates."))
@click.pass_obj
def templates(folder: Path) -> None:
    """Write the forms, or show what is wrong with the plan."""
    from aktivplan import pipeline
    from aktivplan.cli.console import bar, failing_clearly, holding, plan_or_exit, say, step
    from aktivplan.folder import PlanFolder
    from aktivplan.i18n import translator

    plan_folder = PlanFolder(folder)
    plan = plan_or_exit(plan_folder)
    words = translator(plan.settings.language)
    with (
        failing_clearly(),
        holding(plan_folder, "aktivplan templates"),
        bar(words("Writing forms")) as progress,
    ):
        written = pipeline.write_templates(plan_folder, plan, progress)
    say(
        words.plural(
            "{count} form is in {folder}",
            "{count} forms are in {folder}",
            len(written.files),
            folder=plan_folder.templates,
        )
    )
    for path in written.kept:
        step(
            words(
                "{file} has been filled in by somebody and was left as it was. Move it to {folder} if it is an answer.",
                file=path.name,
                folder=plan_folder.returned,
            )
        )
    step(words("Send each unit its form, and put the answers in {folder}.", folder=plan_folder.returned))
