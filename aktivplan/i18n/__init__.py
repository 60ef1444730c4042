"""Texts in the reader's language. Knows catalogues and calendars, nothing of plans or workbooks.

Message ids are plain English; `locale/<language>/LC_MESSAGES/aktivplan.po` holds the others.
"""

from __future__ import annotations

import gettext
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("sv", "da", "nb", "en")
"""The languages every text of Aktivplan exists in."""

_MOST_DECIMALS = 3
_DOMAIN = "aktivplan"
_LOCALE_FOLDER = Path(__file__).parent / "locale"
_TAGS = {"sv": "sv-SE", "da": "da-DK", "nb": "nb-NO", "en": "en-GB"}

_DANISH = str.maketrans({"æ": "{1", "ä": "{1", "ø": "{2", "ö": "{2", "å": "{3", "ü": "y"})
_SWEDISH = str.maketrans({"å": "{1", "ä": "{2", "æ": "{2", "ö": "{3", "ø": "{3", "ü": "y"})
_ALPHABETS = {"sv": _SWEDISH, "da": _DANISH, "nb": _DANISH, "en": str.maketrans({"æ": "ae", "ø": "o"})}
"""The letters after z; "{" is the first character after it in Unicode."""


def N_(message: str) -> str:
    """Mark a message for the catalogues where it stands; it is translated later, when shown."""
    return message


def NN_(singular: str, plural: str) -> tuple[str, str]:
    """The same for a message with a plural."""
    return singular, plural


class Translator:
    """Turns English message ids into one language, and writes dates as that language does.

    Placeholders are named braces: ``t("{count} rows in {file}", count=3, file="a.xlsx")``.
    """

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"unknown language {language!r}; known: {', '.join(LANGUAGES)}")
        self.language = language
        self.tag = _TAGS[language]
        self._catalogue: gettext.NullTranslations = (
            gettext.NullTranslations()
            if language == "en"
            else gettext.translation(_DOMAIN, str(_LOCALE_FOLDER), languages=[language])
        )

    def __call__(self, message: str, /, **arguments: object) -> str:
        """The message in this language, its placeholders filled in."""
        text = self._catalogue.gettext(message) if message else ""
        return text.format(**self._shown(arguments)) if arguments else text

    def plural(self, singular: str, plural: str, count: int, /, **arguments: object) -> str:
        """The form that fits ``count``; ``{count}`` is filled in with it."""
        text = self._catalogue.ngettext(singular, plural, count)
        return text.format(count=self.number(count), **self._shown(arguments))

    def date(self, day: date, pattern: str = "long") -> str:
        """A day as people write it: "4 mars 2026", "4. marts 2026" (any CLDR pattern may be asked for)."""
        return _date(self.tag, day, pattern)

    def month(self, number: int, pattern: str = "LLLL") -> str:
        """The name of month 1 to 12; ``"LLL"`` gives the short one."""
        return self.date(date(2024, number, 1), pattern)

    def number(self, value: float, decimals: int | None = None) -> str:
        """A number with this language's separators: "1 234,5"."""
        return _number(self.tag, value, decimals)

    def sort_key(self, text: str) -> tuple[str, str]:
        """What to sort by so that texts stand in this language's alphabetical order, whatever their case."""
        if text.isascii():
            return text.casefold(), text
        folded = normalize("NFC", text).casefold().translate(_ALPHABETS[self.language])
        plain = "".join(letter for letter in normalize("NFD", folded) if not combining(letter))
        return plain, text

    def _shown(self, arguments: dict[str, object]) -> dict[str, object]:
        return {name: self._as_written(value) for name, value in arguments.items()}

    def _as_written(self, value: object) -> object:
        """Dates and decimal numbers as people write them; whole numbers, such as a row's, as they are."""
        match value:
            case date():
                return self.date(value)
            case float():
                return self.number(value)
            case _:
                return value


@cache
def translator(language: str) -> Translator:
    """The translator for "sv", "da", "nb" or "en". Raises ValueError for any other."""
    return Translator(language)


@lru_cache(maxsize=4096)
def _date(tag: str, day: date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=_locale(tag))


@lru_cache(maxsize=4096)
def _number(tag: str, value: float, decimals: int | None) -> str:
    # Babel's own formatting takes fifty times as long, and a handbook may hold ten thousand numbers.
    point, group = _signs(tag)
    places = _MOST_DECIMALS if decimals is None else decimals
    whole, _, rest = f"{value:,.{places}f}".partition(".")
    rest = rest.rstrip("0") if decimals is None else rest
    whole = "0" if whole == "-0" and not rest.strip("0") else whole
    return whole.replace(",", group) + (point + rest if rest else "")


@cache
def _signs(tag: str) -> tuple[str, str]:
    """The decimal sign and the sign between thousands."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return get_decimal_symbol(_locale(tag)), get_group_symbol(_locale(tag))


@cache
def _locale(tag: str) -> Locale:
    from babel import Locale

    return Locale.parse(tag, sep="-")
