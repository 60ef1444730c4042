"""Which unit has answered. All evidence is gathered, and none against what is found is passed over in silence.

| evidence                                       | strength |
| ---------------------------------------------- | -------- |
| the hidden sheet: whose form was sent out      | firm     |
| the unit's code on the first sheet             | firm     |
| the unit's name on the first sheet             | firm     |
| record ids, in any visible sheet               | loose    |
| other cells of the first visible sheet         | loose    |
| the file's name                                | loose    |
| the sender's address                           | loose    |
| a folder that is named after a unit            | decision |

- Firm evidence that agrees decides. Loose evidence against it is told as a warning: file names are copied, and
  people send each other's forms.
- Firm evidence that disagrees rejects the file: so it looks when a unit has taken another's form for its own, and
  so it looks when somebody has passed a form on. Nothing says which.
- Where nothing is firm, only the unit counts that fits all that is loose. Cells and record ids are looked at only
  then, since examples and partners are named in forms as well.
- A folder is a person's decision. It settles what would otherwise stay open, and against other evidence it is nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from aktivplan.definition.models import Plan
from aktivplan.evidence import Evidence, evidence_word
from aktivplan.findings import Finding, Place, finding
from aktivplan.forms.layout import KEY_UNIT, KEY_UNIT_NAME, FormMeta
from aktivplan.i18n import Translator, translator
from aktivplan.reading.keys import find_key_row
from aktivplan.reading.roster import NOBODY, Codes, Roster, roster_of
from aktivplan.reading.start_sheet import StartSheet
from aktivplan.records import Submission
from aktivplan.workbooks.sheets import Cell, Sheet

_NAMED_WITHIN = 100
"""So many rows of a sheet are searched for a unit's name."""
_LONGEST_NAME = 200
"""Characters; a longer text is no name and no record id."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which unit has answered, and what is to be said of how that is known."""

    unit: str = ""
    """The code of one of the plan's units; "" if it cannot be told."""
    by: Evidence | None = None
    """What decided; None if the unit cannot be told."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sign:
    """What one kind of evidence says."""

    kind: Evidence
    units: Codes
    """All units that it fits; none if it says nothing, or something that fits no unit."""
    place: Place
    text: str = ""
    """What stands there, where it is one thing."""


def identify(
    plan: Plan, meta: FormMeta, sheets: Sequence[Sheet], start: StartSheet, file: str, sender: str = ""
) -> Identity:
    """The unit whose answer a workbook is; ``sender`` is the address that it was mailed from, "" if it was not."""
    roster, t = roster_of(plan), translator(plan.settings.language)
    firm = [*_firm(roster, meta, start, file, t)]
    around = [*_around(roster, file, sender)]
    deciding = firm
    if len(_fitting(firm)) != 1:
        deciding = [*firm, *_inside(plan, roster, sheets, start, file), *around]
    fitting = _fitting(deciding)
    if len(fitting) == 1:
        by = next(sign.kind for sign in deciding if sign.units)
    else:
        by, fitting = Evidence.FOLDER, _chosen(_folder(roster, file), fitting, deciding)
    if len(fitting) != 1:
        return Identity(findings=(_left_open(deciding, Place(file), t),))
    (unit,) = fitting
    signs = dict.fromkeys((*deciding, *around))
    return Identity(unit, by, tuple(_against(signs, unit, by, t)))


def identify_by_name(plan: Plan, file: str, sender: str = "") -> Identity:
    """The unit that a file which could not be read seems to come from; nothing is said where none does."""
    signs = [*_around(roster_of(plan), file, sender)]
    fitting = _fitting(signs)
    if len(fitting) != 1:
        return Identity()
    (unit,) = fitting
    return Identity(unit, next(sign.kind for sign in signs if sign.units))


def named(plan: Plan, submission: Submission) -> Submission:
    """The submission of a file that was not read, with the unit that its name or its sender tells."""
    if submission.skipped:
        return submission
    identity = identify_by_name(plan, submission.file, submission.delivery.sender)
    return replace(submission, unit=identity.unit, identified_by=identity.by)


def _firm(roster: Roster, meta: FormMeta, start: StartSheet, file: str, t: Translator) -> Iterator[_Sign]:
    """What was written into the form when it was made, and may have been changed since."""
    yield _Sign(Evidence.HIDDEN_SHEET, roster.called(meta.unit), Place(file), meta.unit)
    for kind, key in ((Evidence.CODE_CELL, KEY_UNIT), (Evidence.NAME_CELL, KEY_UNIT_NAME)):
        text = start.text(key, t)
        yield _Sign(kind, roster.called(text), start.place(key, file), text)


def _inside(
    plan: Plan, roster: Roster, sheets: Iterable[Sheet], start: StartSheet, file: str
) -> Iterator[_Sign]:
    """What any workbook may say, whoever made it."""
    visible = [sheet for sheet in sheets if sheet.visible]
    texts = (text for sheet in visible for text in _texts(sheet.rows))
    numbered = frozenset(unit for text in texts for unit in roster.numbered(text))
    yield _Sign(Evidence.RECORD_IDS, numbered, Place(file))
    first = start.sheet or next(iter(visible), None)
    if first is not None:
        keys = find_key_row(plan, first)
        rows = first.rows[: keys.row - 1 if keys else _NAMED_WITHIN]
        called = frozenset(unit for text in _texts(rows) for unit in roster.called(text))
        yield _Sign(Evidence.FIRST_SHEET, called, Place(file, first.name))


def _around(roster: Roster, file: str, sender: str) -> Iterator[_Sign]:
    """What is told by how the workbook came."""
    yield _Sign(Evidence.FILE_NAME, roster.in_file_name(file), Place(file))
    yield _Sign(Evidence.SENDER, roster.writing_from(sender), Place(file))


def _folder(roster: Roster, file: str) -> Codes:
    """The unit that the innermost folder is named after which is named after any."""
    folders = reversed(PurePosixPath(file).parent.parts)
    return next((units for units in map(roster.called, folders) if units), NOBODY)


def _fitting(signs: Iterable[_Sign]) -> Codes:
    """The units that fit all the signs that say anything."""
    told = [sign.units for sign in signs if sign.units]
    return frozenset.intersection(*told) if told else NOBODY


def _chosen(folder: Codes, fitting: Codes, signs: Iterable[_Sign]) -> Codes:
    """What the folder says, of the units that are in question; of all if none is."""
    in_question = fitting or frozenset(unit for sign in signs for unit in sign.units)
    return folder & in_question if in_question else folder


def _left_open(signs: Sequence[_Sign], place: Place, t: Translator) -> Finding:
    """Why no unit can be told."""
    fitting, told = _fitting(signs), [sign for sign in signs if sign.units]
    if not told:
        # The code is what a person is asked to write, so it is what the finding names first.
        claimed = sorted((sign.kind is not Evidence.CODE_CELL, sign.text) for sign in signs if sign.text)
        return finding("unit-unknown", place, value=claimed[0][1] if claimed else place.file)
    if fitting:
        return finding("unit-ambiguous", place, units=_listed(fitting))
    second = next(number for number in range(2, len(told) + 1) if not _fitting(told[:number]))
    other = told[second - 1]
    first = next((sign for sign in told if not sign.units & other.units), told[0])
    return finding(
        "unit-conflict",
        other.place,
        first=evidence_word(first.kind, t),
        one=_listed(first.units),
        second=evidence_word(other.kind, t),
        other=_listed(other.units),
    )


def _against(signs: Iterable[_Sign], unit: str, by: Evidence, t: Translator) -> Iterator[Finding]:
    """What speaks against the unit that was found."""
    for sign in signs:
        if (not sign.units and not sign.text) or unit in sign.units:
            continue
        told = {"evidence": evidence_word(sign.kind, t), "by": evidence_word(by, t)}
        if sign.units:
            yield finding(
                "unit-doubtful", sign.place, unit=unit, other=_listed(sign.units), counted=unit, **told
            )
        else:
            yield finding("unit-unrecognised", sign.place, unit=unit, value=sign.text, counted=unit, **told)


def _texts(rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    cells = (cell for row in rows for cell in row if isinstance(cell, str))
    return (cell for cell in cells if 0 < len(cell) <= _LONGEST_NAME)


def _listed(units: Codes) -> str:
    return " / ".join(sorted(units))
