"""The plan's units, ready to be found by what people write of them: made once for a plan, however many units it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from aktivplan.definition.models import Plan, Unit
from aktivplan.forms.layout import unit_of_record
from aktivplan.reading.folding import fold
from aktivplan.sync_copies import name_without_marks

Codes = frozenset[str]
"""Codes of the units that something fits; most often one, none if nothing fits."""

NOBODY: Codes = frozenset()
_Key = TypeVar("_Key", str, tuple[str, ...])
_WORD = re.compile(r"[^\W_]+")
_ENOUGH_OF_TITLE = 3
"""So many words of a plan's title tell that it is the title."""
_CODE = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a name, from one character up to another, and the units that it stands for."""

    first: int
    end: int
    units: Codes = NOBODY

    def within(self, other: _Stretch) -> bool:
        """Whether it is a part of the other, or as long."""
        return other.first <= self.first and self.end <= other.end

    def shorter(self, other: _Stretch) -> bool:
        """Whether it is a part of the other, and not all of it."""
        return self.within(other) and not other.within(self)


class Roster:
    """Finds units by code, name, address, record id and file name."""

    def __init__(self, plan: Plan) -> None:
        self._exact = plan.units_by_code
        self._called = _grouped((name, unit) for unit in plan.units for name in _names(unit))
        self._by_code = _grouped((fold(unit.code), unit) for unit in plan.units)
        self._by_address = _grouped((unit.email.casefold(), unit) for unit in plan.units if unit.email)
        self._by_words = _grouped((_words(unit.name), unit) for unit in plan.units)
        self._longest = _longest_by_first_word(self._by_words)
        self._title = _words(plan.settings.title)

    def called(self, text: str) -> Codes:
        """The units that go by that code or name, or by both together ("BUF – Barn och utbildning")."""
        return frozenset((text,)) if text in self._exact else self._called.get(fold(text), NOBODY)

    def writing_from(self, address: str) -> Codes:
        """The units whose answers are expected from that address; several may share one."""
        return self._by_address.get(address.strip().casefold(), NOBODY)

    def numbered(self, text: str) -> Codes:
        """The units whose record id it is."""
        code = unit_of_record(text)
        return self._by_code.get(fold(code), NOBODY) if code else NOBODY

    def in_file_name(self, file: str) -> Codes:
        """The units whose code or name stands as whole words in the file's own name.

        Of "SKO-1" only that unit is meant and not SKO. What the plan is called is no unit's name there.
        """
        name = fold(name_without_marks(file))
        words = [*_WORD.finditer(name)]
        title = [*self._title_in(words)]
        found = [*self._codes_in(name), *self._names_in(words)]
        meant = [one for one in found if not any(map(one.shorter, found)) and not any(map(one.within, title))]
        return frozenset(code for one in meant for code in one.units)

    def _codes_in(self, name: str) -> Iterator[_Stretch]:
        for run in _CODE.finditer(name):
            words = [*_WORD.finditer(run.group())]
            for first in range(len(words)):
                for last in range(first, len(words)):
                    begin, end = words[first].start(), words[last].end()
                    units = self._by_code.get(run.group()[begin:end])
                    if units:
                        yield _Stretch(run.start() + begin, run.start() + end, units)

    def _names_in(self, words: list[re.Match[str]]) -> Iterator[_Stretch]:
        for first, word in enumerate(words):
            for length in range(1, self._longest.get(word.group(), 0) + 1):
                stretch = words[first : first + length]
                units = self._by_words.get(tuple(one.group() for one in stretch))
                if units:
                    yield _Stretch(word.start(), stretch[-1].end(), units)

    def _title_in(self, words: list[re.Match[str]]) -> Iterator[_Stretch]:
        """Where the plan's title stands, as in the names of the forms that were sent out; these may break off."""
        title = " ".join(self._title)
        for first, word in enumerate(words):
            if not title.startswith(word.group()):
                continue
            stretch = words[first : first + len(self._title)]
            enough = len(stretch) >= min(len(self._title), _ENOUGH_OF_TITLE) > 0
            if enough and title.startswith(" ".join(one.group() for one in stretch)):
                yield _Stretch(stretch[0].start(), stretch[-1].end())


def roster_of(plan: Plan) -> Roster:
    """The plan's roster; the same one for as long as the plan is the same object."""
    return _roster(_Same(plan))


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A plan that equals itself alone: comparing thousands of units for each file would take longer than reading it."""

    plan: Plan

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.plan is other.plan

    def __hash__(self) -> int:
        return id(self.plan)


@lru_cache(maxsize=2)
def _roster(same: _Same) -> Roster:
    return Roster(same.plan)


def _grouped(pairs: Iterable[tuple[_Key, Unit]]) -> dict[_Key, Codes]:
    groups: dict[_Key, set[str]] = {}
    for key, unit in pairs:
        groups.setdefault(key, set()).add(unit.code)
    return {key: frozenset(codes) for key, codes in groups.items() if key}


def _longest_by_first_word(names: Iterable[tuple[str, ...]]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for words in names:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def _names(unit: Unit) -> tuple[str, ...]:
    code, name = fold(unit.code), fold(unit.name)
    return (code, name, f"{code} {name}", f"{code} - {name}", f"{name} ({code})")
