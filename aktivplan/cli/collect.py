"""``aktivplan collect``: take in mails with answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from aktivplan.cli.language import interface

if TYPE_CHECKING:
    from aktivplan.collecting import Collected, Taken
    from aktivplan.definition.models import Plan
    from aktivplan.folder import PlanFolder
    from aktivplan.i18n import Translator
    from aktivplan.progress import Progress

t = interface()


@click.command(
    options_metavar=t("[OPTIONS]"),
    help=t(
        "Take in mails with answers: those (.eml, .msg) that lie in a folder, or those in the mailbox in plan.xlsx. Answers go into returned, and what the others are is told. Nothing is removed."
    ),
)
@click.argument(
    "source",
    metavar=t("[MAILS]"),
    required=False,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
@click.pass_context
def collect(context: click.Context, source: Path | None) -> None:
    """Take in the mails; exit code 1 if somebody must look at some of them."""
    from aktivplan.cli.console import bar, failing_clearly, holding, plan_or_exit, telling_of_servers
    from aktivplan.collecting import bounced, unanswered
    from aktivplan.folder import PlanFolder
    from aktivplan.i18n import translator

    folder = PlanFolder(context.obj)
    plan = plan_or_exit(folder)
    words = translator(plan.settings.language)
    if source is None and not plan.settings.mailbox:
        raise click.UsageError(
            t(
                "Name the folder that the mails lie in, or write the mailbox into plan.xlsx. docs/mail.md tells how."
            )
        )
    with (
        failing_clearly(),
        telling_of_servers(),
        holding(folder, "aktivplan collect"),
        bar(words("Reading mails")) as progress,
    ):
        collected = _collected(folder, plan, source, progress)
    _tell(collected, plan, words)
    context.exit(int(any(unanswered(collected.taken)) or any(bounced(collected.taken))))


def _collected(folder: PlanFolder, plan: Plan, source: Path | None, progress: Progress) -> Collected:
    from aktivplan.collecting import collect_folder, collect_mailbox
    from aktivplan.delivery.mailbox import TLS_PORT, Account
    from aktivplan.delivery.passwords import password_for

    if source is not None:
        return collect_folder(folder, plan, source, progress)
    settings = plan.settings
    host, _colon, port = settings.mailbox.partition(":")
    account = Account(host, settings.mailbox_user, int(port or TLS_PORT), settings.mailbox_folder or "INBOX")
    return collect_mailbox(
        folder, plan, account, lambda: password_for("imap", settings.mailbox_user), progress
    )


def _tell(collected: Collected, plan: Plan, words: Translator) -> None:
    """How many mails are what, and each that somebody must look at."""
    from aktivplan.cli.console import say, step
    from aktivplan.collecting import What, bounced, unanswered

    answers = sum(one.what is What.ANSWER for one in collected.taken)
    say(
        words.plural(
            "{count} mail with an answer was taken in.", "{count} mails with answers were taken in.", answers
        )
    )
    if collected.known:
        say(
            words.plural(
                "{count} mail had been taken in before.",
                "{count} mails had been taken in before.",
                collected.known,
            )
        )
    away = sum(one.what in (What.AWAY, What.DELAYED) for one in collected.taken)
    if away:
        say(
            words.plural(
                "{count} automatic reply says nothing more.",
                "{count} automatic replies say nothing more.",
                away,
            )
        )
    for one in bounced(collected.taken):
        say(_bounce(one, plan, words))
    for one in unanswered(collected.taken):
        say(
            words(
                "Read this mail yourself, it brings no file that can be read: “{subject}” from {unit}",
                unit=_named(one, plan),
                subject=one.subject or one.file,
            )
        )
    if answers:
        step(words("Go on with {command}.", command="aktivplan build"))


def _bounce(one: Taken, plan: Plan, words: Translator) -> str:
    """What to do about an address that a mail did not reach."""
    from aktivplan.delivery.automatic import Why, why

    told = {"unit": _named(one, plan), "detail": one.detail or one.subject}
    match why(one.detail.rpartition(" ")[2]):
        case Why.FULL:
            return words("The mailbox of {unit} is full: {detail}. Send again later, or call.", **told)
        case Why.BLOCKED:
            return words("The mail to {unit} was stopped on its way: {detail}. Ask your IT why.", **told)
        case _:
            return words(
                "No mail reaches {unit}: {detail}. Put the right address into plan.xlsx, and send again.",
                **told,
            )


def _named(one: Taken, plan: Plan) -> str:
    unit = plan.units_by_code.get(one.unit)
    return unit.name if unit else one.sender or one.file
