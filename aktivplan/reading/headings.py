"""One table's headings, and which columns of a row they name. Knows no sheet.

The ladder, the surest rung first: a heading as printed in the form (or as the form's hidden sheet says it was
printed), a synonym. What is only like a heading is suggested and never taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from aktivplan.definition.models import Field, Plan, Table
from aktivplan.definition.terms import FieldType, Need
from aktivplan.forms.layout import ID_KEY, TableLayout, table_layout
from aktivplan.i18n import translator
from aktivplan.nearest import nearest
from aktivplan.reading.folding import fold, fold_bare, fold_core
from aktivplan.reading.synonyms import Meaning, meanings
from aktivplan.records import Rung

Texts = Sequence[tuple[int, str]]
"""Column (from 1) and text of the cells in a row that hold text."""

END_OF = "deadline"
START_OF = "start"
_TIME = "time"
_BY_TYPE: Mapping[FieldType, tuple[str, ...]] = {
    FieldType.PERIOD: ("time",),
    FieldType.PERSON: ("responsible", "participants", "wish_requester", "anchored"),
    FieldType.MONEY: ("budget", "resources"),
    FieldType.GOAL: ("goal", "subgoal", "action_goal", "focus_area"),
    FieldType.DATE: ("deadline", "start", "followup_date"),
}
"""What a field of a type may be; the first is what it is where nobody knows its heading."""


@dataclass(frozen=True, slots=True)
class Match:
    """A column and the field that it is read as."""

    key: str
    column: int
    heading: str
    """As it stands in the sheet."""
    rung: Rung


class Headings:
    """The headings of one table of the plan, ready to be compared."""

    def __init__(self, plan: Plan, table: Table) -> None:
        self.table = table
        self.layout: TableLayout = table_layout(plan, table, translator(plan.settings.language))
        self._language = plan.settings.language
        columns = self.layout.columns
        self._exact = {fold(column.heading): column.key for column in columns}
        bare = [fold_bare(column.heading) for column in columns]
        self._bare = {
            heading: column.key
            for heading, column in zip(bare, columns, strict=True)
            if heading and bare.count(heading) == 1
        }
        self.printed = frozenset(column.heading for column in columns)
        """As they stand in the form."""
        self._concepts = [(column.key, self._concepts_of(column.field)) for column in columns if column.field]

    def _concepts_of(self, field: Field) -> Meaning:
        heading = next(column.heading for column in self.layout.columns if column.key == field.key)
        told: Meaning = frozenset().union(*meanings(heading, self._language))
        possible = _BY_TYPE.get(field.type)
        if possible is None:
            return told
        return told & frozenset(possible) or frozenset(possible[:1])

    def key_of(self, text: str, told: Mapping[str, str]) -> str:
        """The field with exactly that heading, printed or told by the form's hidden sheet; "" if there is none."""
        folded = fold(text)
        return self._exact.get(folded) or told.get(folded) or self._bare.get(fold_bare(text)) or ""

    def count(self, texts: Texts, told: Mapping[str, str]) -> int:
        """How many of the texts are headings as printed."""
        return sum(bool(self.key_of(text, told)) for _column, text in texts)

    def match(self, texts: Texts, told: Mapping[str, str], taken: Iterable[Match] = ()) -> list[Match]:
        """Every column that one of the texts names, besides those already taken; each field once.

        ``told`` has, by folded heading, the keys of an older form's columns.
        """
        matches = list(taken)
        if len({match.key for match in matches}) == len(self.layout.columns):
            return matches
        for known in (self._exact, told, self._bare):
            _add_exact(matches, texts, known, fold_bare if known is self._bare else fold)
        self._add_cores(matches, texts, told)
        self._add_synonyms(matches, [one for one in texts if not self.key_of(one[1], told)])
        self._add_days(matches, texts)
        return matches

    def ends(self, matches: Sequence[Match], texts: Texts) -> tuple[Match, ...]:
        """The column of last days, where the sheet tells a period in two columns or by its last day alone."""
        field = self._period
        own = next((one for one in matches if field and one.key == field.key), None)
        if own is None or own.rung is not Rung.SYNONYM or self.means(own.heading, _TIME):
            return ()
        if not self.means(own.heading, START_OF):
            return (own,)
        used = {match.column for match in matches}
        last = next((one for one in texts if one[0] not in used and self.means(one[1], END_OF)), None)
        return (Match(own.key, *last, Rung.SYNONYM),) if last else ()

    def enough(self, matches: Sequence[Match]) -> bool:
        """Whether so many headings were met that the row must be this table's."""
        fields = self.table.public_fields
        required = sum(field.required is Need.REQUIRED for field in fields)
        wanted = min(len(fields), max(2, (required + 1) // 2))
        met = {match.key: match.rung for match in matches if match.key != ID_KEY}
        printed = sum(rung is not Rung.SYNONYM for rung in met.values())
        # Other words for the same say less: then what a record is called by must be among them.
        return len(met) >= wanted and (printed >= wanted or self.table.title_field.key in met)

    def suggestion(self, heading: str) -> str:
        """The heading of the form that a text is most like; "" if it is like none."""
        headings = {fold_bare(column.heading): column.heading for column in self.layout.columns}
        return headings.get(nearest(fold_bare(heading), tuple(headings)), "") if heading else ""

    def means(self, heading: str, concept: str) -> bool:
        """Whether a heading stands for a concept."""
        return any(concept in meaning for meaning in meanings(heading, self._language))

    @cached_property
    def _period(self) -> Field | None:
        return next((one for one in self.table.public_fields if one.type is FieldType.PERIOD), None)

    def _add_days(self, matches: list[Match], texts: Texts) -> None:
        """A column of first days, or else of last days, for a period that no column tells as a whole."""
        if self._period is None or any(match.key == self._period.key for match in matches):
            return
        used = {match.column for match in matches}
        for concept in (START_OF, END_OF):
            for column, text in texts:
                if column not in used and self.means(text, concept):
                    matches.append(Match(self._period.key, column, text, Rung.SYNONYM))
                    return

    def _add_cores(self, matches: list[Match], texts: Texts, told: Mapping[str, str]) -> None:
        """Columns whose headings are printed ones with a number before or an explanation behind; none that two name."""
        met = {match.key for match in matches}
        used = {match.column for match in matches}
        named: dict[str, list[tuple[int, str]]] = {}
        for column, text in texts:
            key = "" if column in used else self.key_of(fold_core(text), told)
            if key and key not in met:
                named.setdefault(key, []).append((column, text))
        matches.extend(
            Match(key, *columns[0], Rung.SYNONYM) for key, columns in named.items() if len(columns) == 1
        )

    def _add_synonyms(self, matches: list[Match], texts: Texts) -> None:
        met = {match.key for match in matches}
        used = {match.column for match in matches}
        free = [(key, concepts) for key, concepts in self._concepts if key not in met and concepts]
        if not free:
            return
        for column, text in texts:
            if column in used:
                continue
            for meaning in meanings(text, self._language):
                fitting = [key for key, concepts in free if key not in met and concepts & meaning]
                if len(fitting) == 1:
                    matches.append(Match(fitting[0], column, text, Rung.SYNONYM))
                    met.add(fitting[0])


def _add_exact(
    matches: list[Match], texts: Texts, known: Mapping[str, str], folded: Callable[[str], str]
) -> None:
    met = {match.key for match in matches}
    used = {match.column for match in matches}
    for column, text in texts:
        key = known.get(folded(text)) if column not in used else None
        if key and key not in met:
            matches.append(Match(key, column, text, Rung.HEADING))
            met.add(key)
            used.add(column)
