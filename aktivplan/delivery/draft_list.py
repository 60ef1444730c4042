"""The list of drafts as a workbook: whom each is to, what it is called, and a column to tick off what has been sent."""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from aktivplan.definition.models import Plan
from aktivplan.definition.plan_entry import plain
from aktivplan.definition.plan_looks import Looks
from aktivplan.definition.plan_sheets import UNITS
from aktivplan.definition.plan_sizes import row_height
from aktivplan.definition.plan_slots import Kind as CellKind
from aktivplan.delivery.kinds import Kind
from aktivplan.delivery.letters import Letter
from aktivplan.delivery.list_sheet import HEADING_ROW, begin, end
from aktivplan.i18n import N_, Translator, translator
from aktivplan.ooxml import FIXED_TIME, repack

_COLUMNS = (
    (N_("Code"), 10),
    (N_("Unit"), 32),
    (N_("Contact"), 22),
    (N_("E-mail"), 40),
    (N_("Subject"), 44),
    (N_("Draft (open and send)"), 68),
    (N_("Attached files"), 50),
    (N_("Sent"), 8),
)
_WITHOUT_ADDRESS = ((N_("Code"), 10), (N_("Unit"), 40), (N_("Contact"), 30))


@dataclass(frozen=True, slots=True)
class Listed:
    """A draft that lies in the same folder as the list."""

    letter: Letter
    file: str
    attached: tuple[str, ...]


def draft_list(plan: Plan, kind: Kind, drafts: Sequence[Listed], without_address: Collection[str]) -> bytes:
    """The workbook, in the plan's language; the same drafts always give the same bytes.

    Units without an address (by code) stand on a sheet of their own, and the first sheet says so.
    """
    t = translator(plan.settings.language)
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": plain(plan.settings.title), "created": FIXED_TIME})
    looks = Looks(book, t.language)
    sheet = book.add_worksheet(t("To send"))
    lead = t("Open each draft, look at it, and send it. Tick it off in the last column.")
    if without_address:
        lead = t.plural(
            "{count} unit has no address that mail can go to: see the other sheet.",
            "{count} units have no address that mail can go to: see the other sheet.",
            len(without_address),
        )
    begin(sheet, t("To send"), lead, _COLUMNS, looks)
    for row, one in enumerate(drafts, start=HEADING_ROW + 1):
        _write_draft(sheet, row, one, plan, looks)
    end(sheet, f"drafts_{kind}", len(drafts), _COLUMNS, looks, t)
    if without_address:
        _write_without_address(book.add_worksheet(t("Without an address")), plan, without_address, looks, t)
    book.close()
    return repack(buffer.getvalue())


def _write_draft(sheet: Worksheet, row: int, one: Listed, plan: Plan, looks: Looks) -> None:
    look = looks.cell(CellKind.TEXT)
    unit = plan.units_by_code[one.letter.unit]
    files = "\n".join(one.attached)
    texts = (unit.code, unit.name, unit.contact, one.letter.address, one.letter.subject, one.file, files, "")
    for column, text in enumerate(texts):
        sheet.write_string(row, column, plain(text), look)
    if not {"#", "%"} & set(one.file):
        # A link that is relative to the list; Excel takes these two characters for something else.
        sheet.write_url(row, 5, f"external:{one.file}", look, plain(one.file))
    widths = (width for _heading, width in _COLUMNS)
    sheet.set_row(row, row_height(zip(texts, widths, strict=True)))


def _write_without_address(
    sheet: Worksheet, plan: Plan, codes: Collection[str], looks: Looks, t: Translator
) -> None:
    lead = t(
        "Write their addresses in plan.xlsx, on the sheet {sheet}, and run the same command again.",
        sheet=t(UNITS.name),
    )
    begin(sheet, t("Without an address"), lead, _WITHOUT_ADDRESS, looks)
    units = [unit for unit in plan.units if unit.code in codes]
    for row, unit in enumerate(units, start=HEADING_ROW + 1):
        for column, text in enumerate((unit.code, unit.name, unit.contact)):
            sheet.write_string(row, column, plain(text), looks.cell(CellKind.TEXT))
    end(sheet, "without_address", len(units), _WITHOUT_ADDRESS, looks, t)
