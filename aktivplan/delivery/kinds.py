"""The kinds of message, by the name that the rooms of mail have for them."""

from __future__ import annotations

from aktivplan.definition.terms import MessageKind as Kind

__all__ = ["TO_UNITS", "Kind"]

TO_UNITS = (Kind.TEMPLATES, Kind.CORRECTIONS, Kind.HANDBOOK, Kind.REMINDER)
"""Those that go to units."""
