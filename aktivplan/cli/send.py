"""``aktivplan send``: forms, corrected copies, handbooks and reminders to the units, as drafts or by a mail server."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from aktivplan.cli.language import interface

if TYPE_CHECKING:
    from aktivplan.definition.models import Plan
    from aktivplan.delivery.kinds import Kind
    from aktivplan.folder import PlanFolder
    from aktivplan.i18n import Translator
    from aktivplan.preparing import Prepared
    from aktivplan.sending import Sent

t = interface()

KINDS = ("templates", "corrections", "handbook", "reminder")


@click.command(
    options_metavar=t("[OPTIONS]"),
    help=t(
        "Send the units their forms, corrected copies, the handbook, or a reminder: as drafts to send yourself, or by the mail server in plan.xlsx."
    ),
)
@click.argument("what", metavar=t("templates|corrections|handbook|reminder"), type=click.Choice(KINDS))
@click.option(
    "--to",
    "units",
    multiple=True,
    metavar=t("UNIT"),
    help=t("Send to this unit only; the unit by its code. May be given several times."),
)
@click.option("--drafts", is_flag=True, help=t("Write drafts, though plan.xlsx names a mail server."))
@click.option("--dry-run", is_flag=True, help=t("Show what would be sent, and send nothing."))
@click.pass_context
def send(context: click.Context, *, what: str, units: tuple[str, ...], drafts: bool, dry_run: bool) -> None:
    """Prepare the letters, and send them; exit code 1 if some were not sent."""
    from aktivplan.cli.console import Refused, bar, failing_clearly, holding, known_codes, plan_or_exit
    from aktivplan.delivery.letters import Kind
    from aktivplan.folder import PlanFolder
    from aktivplan.i18n import translator
    from aktivplan.preparing import NothingToSendError, prepare

    folder = PlanFolder(context.obj)
    plan = plan_or_exit(folder)
    codes = known_codes(plan, units, "--to")
    today = date.today()  # noqa: DTZ011 - the sender's own day
    words = translator(plan.settings.language)
    try:
        with failing_clearly(), bar(words("Reading answers")) as progress:
            prepared = prepare(folder, plan, Kind(what), today, codes, progress)
    except NothingToSendError as error:
        raise Refused(_first(error.code, folder)) from error
    if not prepared.outgoing:
        _tell_of_nobody(folder, plan, Kind(what), today, words)
    if dry_run:
        _show(prepared, words)
    elif drafts or not plan.settings.mail_server:
        with failing_clearly(), holding(folder, "aktivplan send"):
            _draft(folder, plan, Kind(what), prepared, is_all=not codes)
    else:
        with failing_clearly(), holding(folder, "aktivplan send"):
            sent = _send(folder, plan, prepared, f"{what}-{today}" if what == "reminder" else what)
        _tell(sent, words)
    context.exit(_tell_of_others(prepared, plan, words))


def _first(code: str, folder: PlanFolder) -> str:
    from aktivplan.cli.console import command_line

    made = {
        "templates": t(
            "There are no forms yet. Make them with {command}.", command=command_line(folder, "templates")
        ),
        "build": t(
            "Nothing has been built yet. Do so with {command}.", command=command_line(folder, "build")
        ),
        "again": t(
            "Answers have come or changed since the latest build. First take them in with {command}.",
            command=command_line(folder, "build"),
        ),
        "handbook": t(
            "There is no handbook yet. Make it with {command}.", command=command_line(folder, "build")
        ),
    }
    return made[code]


def _tell_of_nobody(folder: PlanFolder, plan: Plan, kind: Kind, today: date, words: Translator) -> None:
    """That nobody gets a message; of reminders, when somebody may, and how to remind a unit all the same."""
    from aktivplan.cli.console import command_line, say, step
    from aktivplan.delivery.kinds import Kind
    from aktivplan.delivery.schedule import next_day, plan_schedule

    if kind is not Kind.REMINDER:
        say(words("There is nothing to send."))
        return
    day = next_day(plan_schedule(plan), today)
    if day is None:
        say(words("Nobody is to be reminded today, nor later by the plan's reminder days."))
    else:
        say(words("Nobody is to be reminded today. The next reminder day is {day}.", day=day))
    command = command_line(folder, "send reminder --to")
    step(words("To remind a unit all the same, add its code to {command}", command=command))


def _show(prepared: Prepared, words: Translator) -> None:
    """A line for each letter."""
    from aktivplan.cli.console import say

    for one in prepared.outgoing:
        files = ", ".join(path.name for path in one.files)
        say(f"{one.letter.unit}  {one.letter.address}  {one.letter.subject}  [{files}]")
    if prepared.outgoing:
        say(
            words.plural(
                "{count} message would be sent.", "{count} messages would be sent.", len(prepared.outgoing)
            )
        )


def _draft(folder: PlanFolder, plan: Plan, kind: Kind, prepared: Prepared, *, is_all: bool) -> None:
    from aktivplan.cli.console import say, step
    from aktivplan.i18n import translator
    from aktivplan.sending import write_drafts

    words = translator(plan.settings.language)
    done = write_drafts(folder, plan, kind, prepared, is_all=is_all)
    if prepared.outgoing:
        say(
            words.plural(
                "{count} draft is in {folder}",
                "{count} drafts are in {folder}",
                len(done.written),
                folder=folder.outbox,
            )
        )
    for path in done.removed:
        say(words("{file} no longer holds and has been removed.", file=path.name))
    for path in done.kept:
        say(words("{file} has been changed by somebody and was left as it was.", file=path.name))
    if done.lasting:
        say(
            words.plural(
                "{count} draft of an earlier run still holds, since its unit is waited for. Send it, or remove it if you have done so.",
                "{count} drafts of earlier runs still hold, since their units are waited for. Send them, or remove those that you have sent.",
                len(done.lasting),
            )
        )
    if done.list is not None:
        step(words("{file} lists what is to be sent to whom.", file=done.list))
    if done.written:
        step(words("Open each of them: your mail program shows a message that is ready to be sent."))


def _send(folder: PlanFolder, plan: Plan, prepared: Prepared, campaign: str) -> Sent:
    from aktivplan.cli.console import bar, telling_of_servers
    from aktivplan.delivery.passwords import password_for
    from aktivplan.sending import Transport, send

    transport = Transport(lambda: password_for("smtp", plan.settings.mail_user))
    with telling_of_servers(), bar(t("Sending")) as progress:
        return send(folder, plan, prepared, campaign, transport, progress)


def _tell(sent: Sent, words: Translator) -> None:
    """How many messages stand where, and each that a person must look at."""
    from aktivplan.cli.console import say, step
    from aktivplan.register.rows import State

    by_state = {state: [one for one in sent.messages if one.state is state] for state in State}
    now = len(by_state[State.SENT]) - sent.before
    say(words.plural("{count} message was sent.", "{count} messages were sent.", now))
    if sent.before:
        say(
            words.plural(
                "{count} had been sent before and was not sent again.",
                "{count} had been sent before and were not sent again.",
                sent.before,
            )
        )
    for one in by_state[State.PENDING]:
        say(
            words(
                "{unit} ({address}) is to be tried again: {answer}",
                unit=one.unit,
                address=one.recipient,
                answer=one.answer,
            )
        )
    for one in by_state[State.REFUSED]:
        say(
            words(
                "{unit} ({address}) was refused: {answer}",
                unit=one.unit,
                address=one.recipient,
                answer=one.answer,
            )
        )
    for one in by_state[State.UNKNOWN]:
        say(
            words(
                "{unit} ({address}): nobody knows whether this message was sent, since the connection broke at the very end. Ask, or look in the mail server's log. It is not sent again by itself.",
                unit=one.unit,
                address=one.recipient,
            )
        )
    if by_state[State.PENDING]:
        step(words("Run the same command again later: what was sent is not sent again."))


def _tell_of_others(prepared: Prepared, plan: Plan, words: Translator) -> int:
    """The units that get nothing; the exit code."""
    from aktivplan.cli.console import say

    def names(codes: Sequence[str]) -> str:
        return ", ".join(plan.units_by_code[code].name for code in codes)

    if prepared.without_address:
        say(
            words(
                "No mail can go to these units, since plan.xlsx has no address for them that mail can be sent to: {units}",
                units=names(prepared.without_address),
            )
        )
    if prepared.without_file:
        say(words("There is no file to send to these units: {units}", units=names(prepared.without_file)))
    return int(bool(prepared.without_address or prepared.without_file))
