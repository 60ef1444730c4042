"""What is said of a table's columns: on which rung each was recognised, what is missing, what nobody takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator

from aktivplan.definition.models import Plan
from aktivplan.definition.terms import Need
from aktivplan.findings import Finding, Place, column_letters, finding
from aktivplan.forms.layout import ID_KEY, field_heading
from aktivplan.reading.columns import FoundTable
from aktivplan.reading.headings import Headings, Match
from aktivplan.records import MatchedColumn, Rung


def matched_columns(found: FoundTable, file: str) -> tuple[MatchedColumn, ...]:
    """What every column was read as."""
    place = Place(file, found.sheet.name, found.heading_row)
    return tuple(
        MatchedColumn(found.table.key, match.key, match.heading, match.rung, place.at(column=match.column))
        for match in (*found.matches, *found.ends)
        if match.key != ID_KEY
    )


def column_findings(
    plan: Plan,
    found: FoundTable,
    headings: Headings,
    unit: str,
    file: str,
    never_had: Container[tuple[str, str]] = (),
) -> Iterator[Finding]:
    """How the columns were understood, which the sheet lacks, and which it has beyond the form's.

    ``never_had`` are table and field of columns that the form was made without; they are not missed here.
    """
    place = Place(file, found.sheet.name, found.heading_row)
    names = {field.key: field_heading(plan, field) for field in found.table.public_fields}
    yield from _understood(found, names, place, unit)
    missing = [field for field in found.missing if not any(end.key == field.key for end in found.ends)]
    for field in missing:
        # In a sheet of the unit's own a title may name the goal; where none does, every row is told to lack it.
        told_by_row = (
            field == found.table.goal_field and field.required is Need.REQUIRED and not found.is_form
        )
        if (found.table.key, field.key) not in never_had and not told_by_row:
            yield finding("column-missing", place, unit=unit, heading=names[field.key])
    lacking = {names[field.key] for field in missing}
    for column, heading in found.extra:
        where, shown = place.at(column=column), " ".join(heading.split()) or column_letters(column)
        near = headings.suggestion(heading)
        if near in lacking:
            yield finding("column-extra-near", where, unit=unit, heading=shown, suggestion=near)
        else:
            yield finding("column-extra", where, unit=unit, heading=shown)


def _understood(found: FoundTable, names: dict[str, str], place: Place, unit: str) -> Iterator[Finding]:
    feeding = Counter(match.column for match in found.matches)
    moved = {match.column for match in found.moved}
    for match in (*found.matches, *found.ends):
        where, heading = place.at(column=match.column), _shown(match)
        if match.column in moved:
            yield finding("column-moved", where, unit=unit, heading=heading)
        elif feeding[match.column] > 1:
            yield finding("column-shared", where, unit=unit, heading=heading, field=names[match.key])
        elif match.rung is Rung.SYNONYM:
            yield finding("column-by-synonym", where, unit=unit, heading=heading, field=names[match.key])


def _shown(match: Match) -> str:
    return " ".join(match.heading.split()) or column_letters(match.column)
