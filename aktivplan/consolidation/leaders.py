"""What is worked out for leaders alone, only where the document that shows it is made."""

from __future__ import annotations

from dataclasses import replace

from aktivplan.consolidation.alike_names import alike_names
from aktivplan.consolidation.loads import loads
from aktivplan.consolidation.overlaps import overlaps
from aktivplan.consolidation.stretches import stretches
from aktivplan.edition import Edition, ForLeaders


def for_leaders(edition: Edition) -> Edition:
    """The edition with everything that leaders alone are shown."""
    parts, touched = stretches(edition)
    alike, alike_found = alike_names(edition)
    pairs, pairs_found = overlaps(edition)
    worked_out = ForLeaders(parts, touched, loads(edition, touched), alike, alike_found, pairs, pairs_found)
    return replace(edition, for_leaders=worked_out)
