"""The tables of time expressions, and what each of their rows is read against."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from aktivplan.reading.period import understand
from aktivplan.records import Period

HERE = Path(__file__).parent
TABLES = ("time-expressions.csv", "own-expressions.csv", "more-expressions.csv")
"""The project's decisions; our own, written before the grammar was; and those first read after it was."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A row: what was written, and what it means."""

    id: str
    text: str
    language: str
    expected: tuple[str, str, str, str]
    """Kind, start, end, recurrence."""
    confidence: str
    context: dict[str, str]

    @property
    def period(self) -> Period:
        """As it is understood in its context."""
        days = {name: date.fromisoformat(day) for name, day in self.context.items() if name != "plan_year"}
        return understand(
            self.text,
            language=self.language,
            year=int(self.context["plan_year"]) if "plan_year" in self.context else None,
            plan_start=days.get("plan_start"),
            plan_end=days.get("plan_end"),
            today=days.get("ref_date"),
        )

    def __str__(self) -> str:
        return f"{self.id} {self.language} {self.text}"


def told(period: Period) -> tuple[str, str, str, str]:
    """Kind, start, end, recurrence, as the tables have them."""
    start, end = (day.isoformat() if day else "" for day in (period.start, period.end))
    return str(period.kind), start, end, period.recurrence


def expressions(*confidences: str) -> list[Expression]:
    """The rows of those confidences; without what can only stand in a cell of a workbook."""
    return [
        Expression(
            row["id"],
            row["expr"],
            row["lang"],
            (row["kind"], row["start"], row["end"], row["recur"]),
            row["confidence"],
            dict(pair.strip().split("=") for pair in row["context"].split(";") if pair),
        )
        for table in TABLES
        for row in csv.DictReader((HERE / table).read_text(encoding="utf-8").splitlines())
        if row["lang"] != "xl" and row["confidence"] in confidences
    ]
