"""Which plan a form belongs to, and which unit has answered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from aktivplan.definition.models import Plan, Unit
from aktivplan.forms.layout import KEY_UNIT, META_SHEET, FormMeta, meta_from_rows
from aktivplan.i18n import Translator, translator
from aktivplan.reading.cells import text_of
from aktivplan.reading.folding import fold
from aktivplan.reading.start_sheet import StartSheet
from aktivplan.workbooks.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Identity:
    """What a workbook says of itself."""

    plan: str
    """The plan's id; "" if the workbook does not say."""
    unit: str
    """The code of one of the plan's units; "" if none of them fits."""
    claimed: str
    """What stood where the unit's code is looked for first; "" if nothing did."""


def identify(plan: Plan, meta: FormMeta, sheets: tuple[Sheet, ...], start: StartSheet, file: str) -> Identity:
    """The hidden sheet says it, or else the first sheet's cell for it, or any cell of that sheet, or the file's name."""
    t = translator(plan.settings.language)
    written = start.text(KEY_UNIT, t)
    unit = (
        _unit_called(plan, meta.unit)
        or _unit_called(plan, written)
        or _only_unit(_units_on(plan, start.sheet or _first_visible(sheets)))
        or _only_unit(_units_in_name(plan, file))
    )
    return Identity(meta.plan, unit, written or meta.unit)


def _first_visible(sheets: Iterable[Sheet]) -> Sheet | None:
    return next((sheet for sheet in sheets if sheet.visible), None)


def read_meta(sheets: Iterable[Sheet], t: Translator) -> FormMeta:
    """What the form's hidden sheet says; nothing where it is gone."""
    rows = next((sheet.rows for sheet in sheets if sheet.name.casefold() == META_SHEET), [])
    return meta_from_rows([text_of(cell, t) for cell in row] for row in rows)


def _unit_called(plan: Plan, text: str) -> str:
    if text in plan.units_by_code:
        return text
    wanted = fold(text)
    return _only_unit(unit for unit in plan.units if wanted and wanted in _names(unit)) if wanted else ""


def _units_on(plan: Plan, sheet: Sheet | None) -> list[Unit]:
    cells = {fold(cell) for row in (sheet.rows if sheet else ()) for cell in row if isinstance(cell, str)}
    return [unit for unit in plan.units if not cells.isdisjoint(_names(unit))]


def _names(unit: Unit) -> set[str]:
    code, name = fold(unit.code), fold(unit.name)
    return {code, name, f"{code} {name}", f"{code} - {name}", f"{name} ({code})"}


def _units_in_name(plan: Plan, file: str) -> list[Unit]:
    stem = fold(PurePosixPath(file).stem)
    fitting = [unit for unit in plan.units if _as_word(fold(unit.code), stem)]
    # "SKO-1" holds "SKO" as a word; the longer code is the one meant.
    return [
        unit
        for unit in fitting
        if not any(other is not unit and _as_word(fold(unit.code), fold(other.code)) for other in fitting)
    ]


def _as_word(word: str, text: str) -> bool:
    return bool(word in text and re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text))


def _only_unit(units: Iterable[Unit]) -> str:
    codes = [unit.code for unit in units]
    return codes[0] if len(codes) == 1 else ""
