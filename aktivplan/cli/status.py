"""``aktivplan status``: who has been asked, reminded, has answered, and has something to mend."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from aktivplan.cli.language import interface

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from aktivplan.delivery.schedule import Standing
    from aktivplan.edition import UnitResult
    from aktivplan.folder import PlanFolder
    from aktivplan.i18n import Translator
    from aktivplan.status import State

t = interface()


@click.command(
    options_metavar=t("[OPTIONS]"),
    help=t("Show who has been asked, reminded, has answered, and has something to mend."),
)
@click.option("--json", "as_json", is_flag=True, help=t("Print the result as JSON."))
@click.option("--xlsx", is_flag=True, help=t("Write it as a workbook, too: output/status.xlsx."))
@click.pass_context
def status(context: click.Context, *, as_json: bool, xlsx: bool) -> None:
    """Read the answers and the register, and print how far the plan has come."""
    from aktivplan.answers import start_ahead

    start_ahead()
    import json

    from aktivplan.cli.console import bar, failing_clearly, plan_or_exit, step
    from aktivplan.folder import PlanFolder
    from aktivplan.i18n import translator
    from aktivplan.status import as_data, state_of

    folder = PlanFolder(context.obj)
    plan = plan_or_exit(folder, as_json=as_json)
    words = translator(plan.settings.language)
    with failing_clearly(), bar(words("Reading answers")) as progress:
        state = state_of(folder, plan, progress)
    if as_json:
        click.echo(json.dumps(as_data(state), ensure_ascii=False, indent=2))
    else:
        _tell(state, folder, words)
    if xlsx:
        written = _write(state, folder)
        if not as_json:
            step(words("Open {file}", file=written))


def _write(state: State, folder: PlanFolder) -> str:
    from aktivplan.cli.console import failing_clearly
    from aktivplan.delivery.status_list import status_list
    from aktivplan.files import write_whole

    with failing_clearly():
        content = status_list(state.edition.plan, state.units)
        return str(write_whole(folder.output / "status.xlsx", content))


def _tell(state: State, folder: PlanFolder, words: Translator) -> None:
    """A line for each unit, the totals, and what to do next."""
    from aktivplan.cli.console import command_line, console, say, step

    console().print(_table(state, words))
    say("")
    if any(one.asked is None and one.made is not None for one, _result in state.units):
        say(words("Days in brackets: the form was made then; Aktivplan has not sent it."))
    for label, text in _totals(state, words):
        say(f"{label}: {text}")
    for one in state.doubtful:
        say(
            words(
                "{unit} ({address}): nobody knows whether “{subject}” was sent. Ask, or look in the mail server's log.",
                unit=one.unit,
                address=one.recipient,
                subject=one.subject,
            )
        )
    for mail in state.to_read:
        unit = state.edition.plan.units_by_code.get(mail.unit)
        say(
            words(
                "Read this mail yourself, it brings no file that can be read: “{subject}” from {unit}",
                unit=unit.name if unit else mail.sender,
                subject=mail.subject,
            )
        )
    if not state.is_built:
        step(
            words(
                "The documents do not have all of this yet. Make them with {command}",
                command=command_line(folder, "build"),
            )
        )


def _table(state: State, words: Translator) -> Table:
    from rich.table import Table

    table = Table(pad_edge=False, box=None)
    for heading in (words("Code"), words("Unit"), words("Asked"), words("Reminded"), words("Answer")):
        table.add_column(heading, no_wrap=heading == words("Code"))
    table.add_column(words("Came"), no_wrap=True)
    table.add_column(words("To mend"), justify="right")
    table.add_column(words("Rows"), justify="right")
    for standing, result in state.units:
        table.add_row(*_row(standing, result, words))
    return table


def _row(standing: Standing, result: UnitResult, words: Translator) -> tuple[Text, ...]:
    from rich.text import Text

    from aktivplan.edition import UnitStatus, status_word

    def day(value: date | None) -> str:
        return words.date(value, "short") if value else "–"

    colours = {UnitStatus.MISSING: "yellow", UnitStatus.REJECTED: "red", UnitStatus.ANSWERED: "green"}
    answer = Text(status_word(result.status, words), style=colours[result.status])
    if result.late:
        answer.append(words(" (late)"), style="yellow")
    asked = Text(day(standing.asked))
    if standing.asked is None and standing.made is not None:
        asked = Text(f"({day(standing.made)})", style="dim")
    if not standing.address_works:
        asked.append(words(" (no mail reaches it)"), style="red")
    reminded = f"{standing.reminders} ({day(standing.last_reminded)})" if standing.reminders else "–"
    return (
        Text(result.unit.code),
        Text(result.unit.name),
        asked,
        Text(reminded),
        answer,
        Text(day(result.saved.date() if result.saved else None)),
        Text(str(len(standing.to_mend) or "–")),
        Text(str(result.taken_in)),
    )


def _totals(state: State, words: Translator) -> Iterator[tuple[str, str]]:
    counts = state.totals
    yield (
        words("Response rate"),
        words(
            "{rate} %: {answered} of {asked} units have answered, {late} of them late",
            rate=words.number(100 * state.rate, 0),
            answered=counts["answered"],
            asked=counts["units"],
            late=counts["answered_late"],
        ),
    )
    yield (
        words("Waited for"),
        words(
            "{missing} missing, {rejected} rejected, {mend} with something to mend",
            missing=counts["missing"],
            rejected=counts["rejected"],
            mend=counts["to_mend"],
        ),
    )
    yield (
        words("Rows"),
        words("{taken} taken in, {held} not taken in", taken=counts["rows"], held=counts["rows_held_back"]),
    )
    yield words("Deadline"), words.date(state.edition.plan.settings.deadline)
