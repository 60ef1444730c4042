"""What a record is called in a figure: one line."""

from __future__ import annotations

from aktivplan.definition.models import Plan
from aktivplan.records import Record

_LONGEST = 110


def title(plan: Plan, record: Record) -> str:
    """The first line of what the record is called by; the table's title where that would be the goal once more."""
    table = plan.tables_by_key[record.table]
    if table.title_field is table.goal_field:
        return table.title
    words = record.value(table.title_field.key).text
    return next((line for line in map(_bare, words.splitlines()) if line), "")


def brief(words: str, longest: int = _LONGEST) -> str:
    """The words, cut between two of them where they are longer than so many characters."""
    if len(words) <= longest:
        return words
    return words[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + " …"


def _bare(line: str) -> str:
    """A line without the bullet it may begin with."""
    return " ".join(line.split()).lstrip("•–-* ").rstrip(": ")
