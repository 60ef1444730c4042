"""The one catalogue of findings: every code, how grave it is, and what is said of it.

A message says what is wrong and what to do. ``{cell}`` and ``{sheet}`` come from the finding's place,
the other placeholders from its arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from aktivplan.codes import definition, files, forms, plan, records
from aktivplan.codes.code import Code, Severity, severity_word

__all__ = ["CATALOGUE", "Code", "Severity", "severity_word"]

CATALOGUE: Mapping[str, Code] = MappingProxyType(
    {code.name: code for group in (definition, files, forms, records, plan) for code in group.CODES}
)
"""Every code by its name."""
