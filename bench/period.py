"""How many time expressions are understood in a second; run with ``make bench``.

The expressions of the tables in tests, each with other years, so that every text is read for the first time.
"""

from __future__ import annotations

import csv
import re
import sys
import time
from datetime import date
from pathlib import Path

TABLES = Path(__file__).parent.parent / "tests" / "reading" / "period"
YEARS = range(1991, 2091)
ROUNDS = 3
MUST = 20_000
_YEAR = re.compile(r"\b20[0-9]{2}\b")


def main() -> None:
    """Read them all, three times from a cold cache; print the best. Seconds of one processor, whatever else runs."""
    from aktivplan.reading.period import understand

    texts = distinct_texts()
    best = 0.0
    for _ in range(ROUNDS):
        understand.cache_clear()
        began = time.process_time()
        for text, language in texts:
            understand(
                text,
                language=language,
                year=2027,
                plan_start=date(2027, 1, 1),
                plan_end=date(2029, 12, 31),
                today=date(2027, 1, 15),
            )
        best = max(best, len(texts) / (time.process_time() - began))
    hits = understand.cache_info().hits
    print(f"{len(texts)} distinct time expressions: {best:,.0f} a second (must be {MUST:,} or more)")
    if hits:
        print(f"{hits} of them came from the cache, so the figure is too high")
    sys.exit(best < MUST or hits > 0)


def distinct_texts() -> list[tuple[str, str]]:
    """Text and language; those without a year get one, or they would all be alike."""
    texts: dict[tuple[str, str], None] = {}
    for table in sorted(TABLES.glob("*expressions.csv")):
        with table.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["lang"] != "xl"]
        for row in rows:
            for year in YEARS if _YEAR.search(row["expr"]) else (None,):
                texts[_in_year(row["expr"], year), row["lang"]] = None
    return list(texts)


def _in_year(text: str, year: int | None) -> str:
    return text if year is None else _YEAR.sub(lambda match: str(year + int(match[0]) % 10), text)


if __name__ == "__main__":
    main()
