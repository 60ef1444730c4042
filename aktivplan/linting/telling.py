"""Findings about a document as they are gathered: where each is, and no more of a kind than somebody reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from aktivplan.findings import Argument, Finding, Place, finding, quoted

MOST = 100
"""Findings with the same code that are told one by one; the others are counted."""

NO_CELL = (0, 0)


class Telling:
    """Gathers findings. ``heading`` is the nearest heading, to be kept up to date by whoever walks the document."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._findings: list[Finding] = []
        self._counts: Counter[str] = Counter()
        self._told: Counter[str] = Counter()
        self.heading = ""

    def tell(self, code: str, **arguments: Argument) -> None:
        """One finding, below the nearest heading."""
        self.tell_in(NO_CELL, code, arguments)

    def tell_in(self, cell: tuple[int, int], code: str, arguments: Mapping[str, Argument]) -> None:
        """One finding, below the nearest heading, in a table's cell (row, column). Texts are told by their beginnings."""
        self._counts[code] += 1
        if self._told[code] < MOST:
            place = Place(self._file, quoted(self.heading), *cell)
            told = {name: quoted(one) if isinstance(one, str) else one for name, one in arguments.items()}
            self._add(Finding(place, code, arguments=tuple(sorted(told.items()))))

    def for_a_part(self) -> Telling:
        """One that gathers what is found in a part of the same document."""
        return Telling(self._file)

    def take(self, other: Telling) -> None:
        """Whatever the other has gathered as well."""
        self._counts += other._counts
        for one in other._findings:
            self._add(one)

    def findings(self) -> tuple[Finding, ...]:
        """All of them in order, and last how many more there are of a kind."""
        place = Place(self._file)
        more = (
            finding("more-of-the-same", place, kind=code, count=count - self._told[code])
            for code, count in self._counts.items()
            if count > self._told[code]
        )
        return (*self._findings, *more)

    def _add(self, one: Finding) -> None:
        if self._told[one.code] < MOST:
            self._told[one.code] += 1
            self._findings.append(one)
