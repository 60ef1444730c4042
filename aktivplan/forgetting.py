"""Erasing what is stored about a unit or an address, and telling what a person must look through."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aktivplan.definition.models import Plan
    from aktivplan.folder import PlanFolder


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased, and what is left."""

    rows: int
    """Of the register."""
    files: int
    """In the archive and among the messages."""
    left: tuple[Path, ...]
    """Files that tell of the unit or the address, or may do so, and that a person decides on."""


def forget(folder: PlanFolder, plan: Plan, *, unit: str = "", address: str = "") -> Forgotten:
    """Erase what the register, the archive and the messages hold. The caller holds the folder.

    Args:
        folder: the plan folder.
        plan: its plan.
        unit: the unit's code; or
        address: an e-mail address.

    Raises:
        OSError, RegisterError: something cannot be written to.
    """
    from aktivplan.register.archive import erase
    from aktivplan.register.register import Register

    files = 0
    with Register(folder.register_file) as register:
        stored = [
            folder.root / one.file
            for one in register.messages()
            if (unit and one.unit == unit) or (address and one.recipient.casefold() == address.casefold())
        ]
        digests, rows = register.forget(unit=unit, address=address)
    for digest in digests:
        files += erase(folder.archive, digest)
    for path in stored:
        if path.is_file():
            path.unlink()
            files += 1
    return Forgotten(rows, files, tuple(_left(folder, plan, unit, address)))


def _left(folder: PlanFolder, plan: Plan, unit: str, address: str) -> list[Path]:
    """What is not erased: the definition, the answers, what has been made of them."""
    from aktivplan.forms.layout import unit_file_stem

    codes = {unit} if unit else {one.code for one in plan.units if one.email.casefold() == address.casefold()}
    stems = [unit_file_stem(plan, plan.units_by_code[code]) for code in codes]
    found = [folder.plan_file] if codes else []
    for place in (folder.templates, folder.returned, folder.corrections, folder.handbooks):
        if place.is_dir():
            found += [
                path
                for path in sorted(place.rglob("*"))
                if path.is_file()
                and (any(path.name.startswith(stem) for stem in stems) or (address and address in path.name))
            ]
    found += [
        path
        for path in (folder.master_file, folder.handbook_file, folder.page_file, folder.findings_file)
        if path.is_file()
    ]
    return found
