"""The table that stands beside a figure and says the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from aktivplan.i18n import Translator


@dataclass(frozen=True, slots=True)
class Listing:
    """Headings and rows of texts, in the plan's language; every row has a cell for every heading."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    records: tuple[str, ...] = ()
    """By row the id of the record that its second cell is about, "" for none; () where no row is about one."""


def in_stretches(names: Sequence[str], counts: Sequence[int], t: Translator) -> str:
    """Counts by month (or another part of the time) in words, without those that are 0: "jan–mars: 2, apr: 5"."""
    return ", ".join(
        t(
            "{when}: {count}",
            when=names[first] if first == last else f"{names[first]}–{names[last]}",
            count=count,
        )
        for count, first, last in _stretches(counts)
        if count
    ) or t("Outside the plan's period")


def _stretches(counts: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Each count that stands several times in a row, with the first and the last place."""
    for count, same in groupby(range(len(counts)), key=counts.__getitem__):
        first, *others = same
        yield count, first, others[-1] if others else first
