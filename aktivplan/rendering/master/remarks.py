"""The sheet of findings: what is wrong, where, and what to do, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aktivplan.codes import Severity, severity_word
from aktivplan.edition import Edition
from aktivplan.findings import Finding, Place
from aktivplan.i18n import Translator
from aktivplan.rendering.master.fields import Filled, unit_columns
from aktivplan.rendering.master.sheet import Column, Kind, Sheet, tabled
from aktivplan.rendering.master.signs import bad, caution, quiet

_GRAVEST_FIRST = tuple(Severity)


def finding_sheet(edition: Edition, t: Translator) -> Sheet:
    """The sheet; findings of one severity stand by unit and place."""
    title = t("Findings")
    if not edition.findings:
        return Sheet("findings", title, title, t("There is nothing to remark on."))
    units = {unit.code: position for position, unit in enumerate(edition.plan.units)}

    def order(finding: Finding) -> tuple[int, int, Place]:
        return _GRAVEST_FIRST.index(finding.severity), units.get(finding.unit, len(units)), finding.place

    columns, cells = tabled(_columns(edition, sorted(edition.findings, key=order), t))
    about = t("Errors keep a row or a file out, warnings let it in, notes only tell. Errors stand first.")
    return Sheet("findings", title, title, about, columns, cells)


def _columns(edition: Edition, findings: Sequence[Finding], t: Translator) -> Iterator[Filled]:
    marks = (
        bad(severity_word(Severity.ERROR, t)),
        caution(severity_word(Severity.WARNING, t)),
        quiet(severity_word(Severity.NOTE, t)),
    )
    words = [severity_word(finding.severity, t) for finding in findings]
    yield Column(t("Severity"), Kind.WORD, marks=marks), words
    yield from unit_columns(edition, [finding.unit for finding in findings], t)
    yield Column(t("What is wrong, and what to do")), [finding.text(t) for finding in findings]
    yield Column(t("File"), Kind.PLACE), [finding.place for finding in findings]
    yield Column(t("Sheet"), Kind.WORD), [finding.place.sheet for finding in findings]
    yield Column(t("Cell"), Kind.WORD), [finding.place.cell for finding in findings]
    yield Column(t("No. of the row"), Kind.WORD), [finding.record for finding in findings]
    yield Column(t("Code of the finding"), Kind.WORD), [finding.code for finding in findings]
