"""The sheets of units and of sources: who has answered, with which file, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aktivplan.edition import Edition, Outcome, Source, UnitResult, UnitStatus, status_word
from aktivplan.evidence import evidence_word
from aktivplan.findings import Finding, Place
from aktivplan.forms.layout import field_heading
from aktivplan.i18n import Translator
from aktivplan.records import Rung
from aktivplan.rendering.master.fields import Filled, unit_columns
from aktivplan.rendering.master.sheet import Column, Kind, Mark, Sheet, tabled
from aktivplan.rendering.master.signs import bad, caution, good, quiet

_TO_CHASE_FIRST = (UnitStatus.MISSING, UnitStatus.REJECTED, UnitStatus.ANSWERED)


def unit_sheet(edition: Edition, t: Translator) -> Sheet:
    """Every unit; those to be reminded first, then those whose answer was rejected."""
    title = t("Units")
    results = sorted(edition.units, key=lambda result: _TO_CHASE_FIRST.index(result.status))
    columns, cells = tabled(_unit_columns(results, t))
    about = t("Who has answered, when, and with what result. Units that have not answered stand first.")
    return Sheet("units", title, title, about, columns, cells, frozen=2)


def group_sheets(edition: Edition, t: Translator) -> Iterator[Sheet]:
    """The sheet of the units' groups, if there are several."""
    groups = edition.groups
    if len(groups) > 1:
        title = t("Groups")
        filled = (
            (Column(t("Group")), [one.group or "–" for one in groups]),
            (Column(t("Units asked"), Kind.COUNT), [one.asked for one in groups]),
            (Column(t("Have answered"), Kind.COUNT), [one.answered for one in groups]),
            (Column(t("Have not answered"), Kind.COUNT), [one.asked - one.answered for one in groups]),
            (
                Column(t("Response rate"), Kind.PERCENT, bars=True),
                [one.answered / one.asked for one in groups],
            ),
            (Column(t("Rows taken in"), Kind.COUNT, bars=True), [one.records for one in groups]),
        )
        about = t("How many of each group's units have answered, and how many of their rows are in the plan.")
        yield Sheet("groups", title, title, about, *tabled(filled))


def source_sheet(edition: Edition, t: Translator) -> Sheet:
    """Every file found."""
    title = t("Sources")
    if not edition.sources:
        return Sheet("sources", title, title, t("No files have come in yet."))
    columns, cells = tabled(_source_columns(edition, t))
    about = t(
        "Every file found, and what became of it. The check sum (SHA-256) tells whether a file has been changed since."
    )
    return Sheet("sources", title, title, about, columns, cells)


def status_marks(t: Translator) -> tuple[Mark, ...]:
    """The words of a unit's status, with their signs."""
    return (
        good(status_word(UnitStatus.ANSWERED, t)),
        caution(status_word(UnitStatus.MISSING, t)),
        bad(status_word(UnitStatus.REJECTED, t)),
    )


def outcome_word(outcome: Outcome, t: Translator) -> str:
    """What became of a file, in a word."""
    words = {
        Outcome.ACCEPTED: t("Accepted"),
        Outcome.REJECTED: t("Rejected"),
        Outcome.SKIPPED: t("Skipped"),
    }
    return words[outcome]


def _unit_columns(results: Sequence[UnitResult], t: Translator) -> Iterator[Filled]:
    units = [result.unit for result in results]
    yield Column(t("Unit code"), Kind.WORD), [unit.code for unit in units]
    yield Column(t("Unit")), [unit.name for unit in units]
    if any(unit.group for unit in units):
        yield Column(t("Group")), [unit.group for unit in units]
    yield (
        Column(t("Status"), Kind.WORD, marks=status_marks(t)),
        [status_word(one.status, t) for one in results],
    )
    yield Column(t("Saved (UTC)"), Kind.TIME), [result.saved for result in results]
    if any(result.late for result in results):
        late = t("Late")
        yield (
            Column(t("In time or late"), Kind.WORD, marks=(caution(late),)),
            [late if one.late else t("In time") if one.file else "" for one in results],
        )
    yield Column(t("File"), Kind.PLACE), [Place(result.file) for result in results]
    yield Column(t("Rows taken in"), Kind.COUNT, bars=True), [result.taken_in for result in results]
    yield Column(t("Rows not taken in"), Kind.COUNT), [result.held_back for result in results]
    yield Column(t("Errors"), Kind.COUNT), [result.errors for result in results]
    yield Column(t("Warnings"), Kind.COUNT), [result.warnings for result in results]
    yield Column(t("Contact"), Kind.WORD), [unit.contact for unit in units]
    yield Column(t("E-mail"), Kind.WORD), [unit.email for unit in units]
    yield Column(t("Manager"), Kind.WORD), [unit.manager for unit in units]


def _source_columns(edition: Edition, t: Translator) -> Iterator[Filled]:
    sources = edition.sources
    headings = {
        (table.key, field.key): field_heading(edition.plan, field)
        for table in edition.plan.tables
        for field in table.public_fields
    }
    deciding = {(finding.place.file, finding.code): finding for finding in reversed(edition.findings)}
    yield Column(t("File"), Kind.PLACE), [Place(source.file) for source in sources]
    yield from unit_columns(edition, [source.unit for source in sources], t)
    yield Column(t("Unit known by"), Kind.WORD), [_known_by(source, t) for source in sources]
    marks = (
        good(outcome_word(Outcome.ACCEPTED, t)),
        bad(outcome_word(Outcome.REJECTED, t)),
        quiet(outcome_word(Outcome.SKIPPED, t)),
    )
    yield Column(t("Outcome"), Kind.WORD, marks=marks), [outcome_word(one.outcome, t) for one in sources]
    yield Column(t("Why")), [_why(source, deciding, t) for source in sources]
    yield Column(t("Saved (UTC)"), Kind.TIME), [source.saved for source in sources]
    yield Column(t("Rows taken in"), Kind.COUNT, bars=True), [source.taken_in for source in sources]
    yield Column(t("Rows not taken in"), Kind.COUNT), [source.held_back for source in sources]
    yield Column(t("How the columns were known")), [_columns_known(source, headings, t) for source in sources]
    yield Column("SHA-256", Kind.WORD), [source.sha256 for source in sources]


def _known_by(source: Source, t: Translator) -> str:
    return evidence_word(source.identified_by, t) if source.identified_by else ""


def _columns_known(source: Source, headings: Mapping[tuple[str, str], str], t: Translator) -> str:
    """A line for each column that was not known by its hidden key; one for all where every column was."""
    others = [one for one in source.columns if one.rung is not Rung.KEY]
    words = {Rung.HEADING: t("by its heading"), Rung.SYNONYM: t("another word for it")}
    lines = [
        t(
            "{cell} “{heading}” read as {field}: {how}",
            cell=one.place.cell,
            heading=" ".join(one.heading.split()),
            field=headings.get((one.table, one.field), one.field),
            how=words[one.rung],
        )
        for one in others
    ]
    if len(others) < len(source.columns):
        lines.insert(
            0, t("The other columns by their hidden keys.") if others else t("By their hidden keys.")
        )
    return "\n".join(lines)


def _why(source: Source, deciding: dict[tuple[str, str], Finding], t: Translator) -> str:
    finding = deciding.get((source.file, source.code))
    return finding.text(t) if finding else ""
