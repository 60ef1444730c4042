"""The one catalogue of findings: every code, how grave it is, and what is said of it.

A message says what is wrong and what to do. ``{cell}`` and ``{sheet}`` come from the finding's place,
the other placeholders from its arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from aktivplan.codes import definition, documents, files, forms, plan, records, template
from aktivplan.codes.code import Code, Severity, severity_word
from aktivplan.i18n import N_

__all__ = ["CATALOGUE", "GROUPS", "Code", "Group", "Severity", "severity_word"]


@dataclass(frozen=True, slots=True)
class Group:
    """Codes about the same kind of thing."""

    title: str
    codes: tuple[Code, ...]


GROUPS = (
    Group(N_("Files that come back"), files.CODES),
    Group(N_("Forms and answers"), forms.CODES),
    Group(N_("Rows and cells"), records.CODES),
    Group(N_("The plan as a whole"), plan.CODES),
    Group(N_("The definition, plan.xlsx"), definition.CODES),
    Group(N_("The handbook's template, handbook.docx"), template.CODES),
    Group(N_("Word documents (aktivplan lint)"), documents.CODES),
)
"""All codes, as a reader meets them."""
CATALOGUE: Mapping[str, Code] = MappingProxyType(
    {code.name: code for group in GROUPS for code in group.codes}
)
"""Every code by its name."""
