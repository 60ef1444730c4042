"""Rows that stand twice: a copied sheet, a table pasted beside itself. Counted once, and told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aktivplan.findings import Finding, finding
from aktivplan.reading.table_records import ReadRow


def without_repeats(rows: Sequence[ReadRow]) -> tuple[list[ReadRow], list[Finding]]:
    """The rows that say something of their own, and one finding for each sheet with rows that do not.

    A row repeats another one if all their cells say the same, and it has that one's id or none.
    """
    alike: dict[str, list[ReadRow]] = {}
    kept: list[ReadRow] = []
    repeated: dict[str, list[tuple[ReadRow, ReadRow]]] = {}
    for row in rows:
        same = _same(row, alike) if row.printed.filled_in else None
        if same is None:
            kept.append(row)
        else:
            repeated.setdefault(row.place.sheet, []).append((row, same))
    return kept, list(_told(repeated.values()))


def _same(row: ReadRow, alike: dict[str, list[ReadRow]]) -> ReadRow | None:
    """A row further up that this one repeats; ``alike`` has those by the longest text in them."""
    others = alike.setdefault(max([value.text for value in row.values.values()], key=len), [])
    for other in others:
        if row.printed.text in ("", other.printed.text) and _said(row) == _said(other):
            return other
    others.append(row)
    return None


def _said(row: ReadRow) -> tuple[str, ...]:
    """All that its cells say."""
    texts = (text for key, value in sorted(row.values.items()) if value.text for text in (key, value.text))
    return (*texts, *(text for both in row.extra for text in both))


def _told(repeated: Iterable[list[tuple[ReadRow, ReadRow]]]) -> Iterator[Finding]:
    for pairs in repeated:
        row, same = pairs[0]
        yield finding(
            "rows-repeated", row.place, count=len(pairs), first=same.place.row, other=same.place.sheet
        )
