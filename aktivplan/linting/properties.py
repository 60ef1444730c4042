"""What a document says of itself: its title, its language, whether it is protected, what it asks when it is opened."""

from __future__ import annotations

import re
from pathlib import PurePath

from lxml import etree

from aktivplan.linting.styles import W
from aktivplan.linting.telling import Telling

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_TAG = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}|\d{3}))?")
_OFF = ("0", "false", "off")


def judge_properties(core: etree._Element | None, file: str, spoken: str, telling: Telling) -> None:
    """Title and language, as the document's properties have them. ``spoken`` is the language of its text."""
    title = _text(core, "title")
    if not title:
        telling.tell("title-missing")
    elif file and title.casefold() in _names(file):
        telling.tell("title-is-file-name", title=title)
    told = _text(core, "language")
    if not is_language(told) or (is_language(spoken) and not _same(told, spoken)):
        telling.tell("language-property", found=told or "–")


def judge_language(spoken: str, wanted: str, telling: Telling) -> None:
    """The language that the text is marked with; ``wanted`` is the one that it should be ("sv", "sv-SE"), if that is known."""
    if not is_language(spoken):
        telling.tell("language-missing")
    elif wanted and not _same(spoken, wanted):
        telling.tell("language-other", found=spoken, wanted=wanted)


def judge_settings(settings: etree._Element | None, telling: Telling) -> None:
    """Protection, and the question whether to update fields."""
    if settings is None:
        return
    for name in ("documentProtection", "writeProtection"):
        protection = settings.find(f"{W}{name}")
        if protection is not None and protection.get(f"{W}enforcement", "1") not in _OFF:
            telling.tell("word-protected")
            break
    asks = settings.find(f"{W}updateFields")
    if asks is not None and asks.get(f"{W}val", "1") not in _OFF:
        telling.tell("fields-ask")


def is_language(tag: str) -> bool:
    """Whether a tag ("sv-SE") names a language that there is, with a country where it is spoken if it names one."""
    from babel.localedata import exists

    found = _TAG.fullmatch(tag)
    if found is None:
        return False
    language, country = found.groups()
    # CLDR has Norwegian under "nb", and Word's own "no" means the same.
    known = {"no": "nb"}.get(language.lower(), language.lower())
    return exists(f"{known}_{country.upper()}" if country else known)


def _same(one: str, other: str) -> bool:
    """Whether two tags mean the same language; the countries count only where both name one."""
    first, second = one.lower().split("-"), other.lower().split("-")
    return first[0] == second[0] and (len(first) == 1 or len(second) == 1 or first[-1] == second[-1])


def _names(file: str) -> tuple[str, ...]:
    path = PurePath(file)
    return (path.name.casefold(), path.stem.casefold())


def _text(core: etree._Element | None, name: str) -> str:
    element = None if core is None else core.find(f"{_DUBLIN_CORE}{name}")
    return " ".join((element.text or "").split()) if element is not None else ""
