"""Cells that point at the one above them: "se ovan", ditto marks. Knows words, and no table."""

from __future__ import annotations

from functools import lru_cache

from aktivplan.reading.folding import fold

_MARKS = frozenset({'"', "''", ",,", "〃", "″", "↑", "do"})
_WORDS = frozenset(
    {
        *(
            "dito",
            "ditto",
            "idem",
            "samma",
            "samma som ovan",
            "se ovan",
            "som ovan",
            "enligt ovan",
            "se föregående",
        ),
        *("samme", "samme som ovenfor", "samme som over", "se ovenfor", "som ovenfor", "se over", "som over"),
        *("same", "same as above", "see above", "as above"),
    }
)


LONGEST_DITTO = 24
"""Characters; most cells are longer, and need no closer look."""


@lru_cache(maxsize=4096)
def is_ditto(text: str) -> bool:
    """Whether the text says no more than that the cell above holds here too."""
    if len(text) > LONGEST_DITTO:
        return False
    folded = fold(text)
    return folded in _WORDS or text.strip() == ",," or folded.replace("-", "").replace(" ", "") in _MARKS
