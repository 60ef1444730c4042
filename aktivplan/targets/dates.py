"""Where a sentence names a day, a month, a year or another time. Finds it, and does not work out when it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from aktivplan.targets.words import Span, Word, back_over

_MONTHS = """januari januar january februari februar february mars marts march april maj mai juni june juli july
    augusti august september oktober october november december desember
    jan feb apr aug sep sept okt oct nov dec des"""
_SEASONS = """våren vårterminen vårhalvåret sommaren sommarlovet hösten höstterminen höstlovet vintern årsskiftet
    foråret forår sommeren sommerferien efteråret efterår vinteren vinterferien høsten høstferien nyår nytår nyttår
    läsåret skolåret skoleåret skoleår kalenderåret terminens läsårets skoleårets årets"""
_PARTS = "kvartal kvartalet tertial tertialet halvår halvåret"
_OTHER = "vecka v uge uke week vt ht primo medio ultimo q k"
FIRST_WORDS = frozenset(f"{_MONTHS} {_SEASONS} {_PARTS} {_OTHER}".split())
"""Words that a time may begin with; it may also begin with a digit."""
_LEAD_IN = frozenset(
    [
        "senast",
        "inom",
        "inden",
        "innen",
        "senest",
        "før",
        "före",
        "innan",
        "efter",
        "etter",
        "från",
        "fra",
        "till",
        "til",
        "fram",
        "frem",
        "under",
        "vid",
        "ved",
        "løbet",
        "løpet",
        "loppet",
        "utgången",
        "udgangen",
        "utgangen",
        "slutet",
        "slutningen",
        "slutten",
        "början",
        "starten",
        "begyndelsen",
        "mitten",
        "begynnelsen",
        "primo",
        "medio",
        "ultimo",
        "i",
        "av",
        "af",
        "den",
        "d",
        ".",
        "per",
        "pr",
        "from",
        "by",
        "before",
        "after",
        "until",
        "the",
        "end",
        "of",
        "in",
        "during",
        "första",
        "andra",
        "tredje",
        "fjärde",
        "første",
        "anden",
        "andet",
        "fjerde",
        "siste",
        "sista",
        "sidste",
        "1",
        "2",
        "3",
        "4",
    ]
)
"""Words that belong to the time they stand right before: "ved udgangen af 2027"."""

_MONTH = rf"(?:{'|'.join(_MONTHS.split())})\b\.?"
_YEAR = r"(?:19|20)\d\d\b"
_TIME = re.compile(
    rf"""
    \d{{4}}-\d{{2}}(?:-\d{{2}})?\b
  | \d{{1,2}}\.\s?\d{{1,2}}\.\s?{_YEAR}
  | \d{{1,2}}/\d{{1,2}}[\s-]+{_YEAR}
  | (?:\d{{1,2}}(?::?[ae]|\.|st|nd|rd|th)?\s+)?{_MONTH}(?:\s*[-–]\s*{_MONTH})?(?:\s*,?\s+{_YEAR})?
  | (?:terminens|läsårets|skoleårets|årets)\s+(?:slutt?|slutning|afslutning|utgang)\b
  | (?:läsåret|skolåret|skoleåret|skoleår)\b(?:\s+\d{{4}}(?:\s*[/–-]\s*\d{{2,4}})?)?
  | (?:{"|".join([*_SEASONS.split(), *_PARTS.split()])})\b(?:\s+{_YEAR})?
  | [vh]t\s?-?(?:{_YEAR}|\d\d\b)
  | (?:vecka|v\.|uge|uke|week)\s?\d{{1,2}}\b(?:\s+{_YEAR})?
  | [qk][1-4]\b(?:\s+{_YEAR})?
  | (?:primo|medio|ultimo)\s+(?:{_MONTH}\s*)?(?:{_YEAR})?
  | 20[1-6]\d(?:\s*[-–/]\s*(?:{_YEAR}|\d\d\b))?(?![\w%]|\s%)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DAY = re.compile(r"\d{1,2}/\d{1,2}")
"""A day without a year, where words before it show that it is no fraction: "senast 8/10"."""
_BY = frozenset(
    ["senast", "inden", "innen", "senest", "före", "før", "innan", "by", "before", "den", "d", "."]
)


def dates_in(sentence: str, words: Sequence[Word], starts: Iterable[int]) -> tuple[Span, ...]:
    """Every time named in the sentence, with the words that lead up to it.

    ``starts`` are the indexes of the words that begin with a digit or are among `FIRST_WORDS`, if not of more.
    """
    return tuple(_dates(sentence, words, starts))


def _dates(sentence: str, words: Sequence[Word], starts: Iterable[int]) -> Iterator[Span]:
    end = 0
    for index in starts:
        word = words[index]
        if word.start < end or not (word.text in FIRST_WORDS or word.text[0].isdigit()):
            continue
        found = _TIME.match(sentence, word.start)
        if found is None and index and words[index - 1].text in _BY:
            found = _DAY.fullmatch(word.text)
            end = word.end if found else end
        elif found is not None:
            end = found.end()
        if found is not None:
            yield Span(words[back_over(words, index, _LEAD_IN)].start, end)
