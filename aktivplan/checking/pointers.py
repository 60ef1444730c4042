"""Texts that point elsewhere: "se bilaga", "se rad 3". Knows words, and no table."""

from __future__ import annotations

import re

from aktivplan.nearest import alike

LONGEST_POINTER = 40
"""Characters; most texts are longer, and need no closer look."""
_BEGINNING = re.compile(r"\(?(?:se|jf|enl|sam[me]|som)", re.IGNORECASE)
"""So one begins."""
_POINTER = re.compile(
    r"""
    \(?
    (?: se | jfr | jf | enligt | enl | samma\ som | samme\ som | som | see | same\ as ) \.?[ ]
    (?:
        (?: bilaga n? | bilag (?:et)? | vedlegg (?:et)? | appendix | annex ) (?: \ [\w.]+ )?
      | (?: i\ | på\ )?
        (?: bifoga (?:d|t|de) | vedlagte? | vedhæfte[dt]e? | separat | särskil[dt]t? | the\ attached | attached )
        (?: \ [^\W\d_]+ ){0,2}
      | (?: rad (?:en|er)? | række n? | row | nr | nummer | punkt | pkt | aktivitet | insats | indsats | tiltak | handlemål )
        \.? (?: \ nr )? \.? \ \d [\w.–-]* (?: \ (?: ovan | ovanför | ovenfor | nedan | nedenfor ) )?
      | [^\W_]+ - [^\W\d_]* \d{3,6}
    )
    \)? \.?
    """,
    re.VERBOSE,
)


def points_elsewhere(text: str) -> bool:
    """Whether the text says no more than that its content stands in another row, or in another document."""
    if len(text) > LONGEST_POINTER or not _BEGINNING.match(text):
        return False
    return _POINTER.fullmatch(alike(text)) is not None
