"""Recognises the words of plan.xlsx in any language, and says them in one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from aktivplan.definition.plan_settings import SETTING_HEADINGS
from aktivplan.definition.plan_sheets import SHEETS
from aktivplan.definition.plan_slots import SheetWords, Slot
from aktivplan.i18n import LANGUAGES, Translator, translator

_PASSWORDS = ("password", "lösenord", "adgangskode", "kodeord", "passord", "løsenord")


def fold(text: str) -> str:
    """The text as names are compared: only letters and digits, no capitals, nothing in parentheses."""
    bare = re.sub(r"\([^)]*\)", " ", unicodedata.normalize("NFKC", text)).casefold()
    return "".join(character for character in bare if character.isalnum())


def key_from(text: str) -> str:
    """The text as a key: a key stays as it is; "Övergripande mål" becomes "overgripande_mal"."""
    if re.fullmatch(r"[a-z][a-z0-9_]{0,39}", text):
        return text
    letters = text.casefold().replace("æ", "ae").replace("ø", "o")
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    key = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return (key if not key[:1].isdigit() else f"n{key}")[:40].strip("_")


def sheet_named(name: str) -> SheetWords | None:
    """The sheet that has that name in any language; None if none has."""
    return _sheets().get(fold(name))


def slot_named(sheet: SheetWords, name: str) -> tuple[Slot, int] | None:
    """The slot of the sheet that has that name in any language, and its number (0 if it has none)."""
    folded = fold(name)
    slot = _slots(sheet).get(folded)
    if slot:
        return slot, 0
    numbered = re.fullmatch(r"(.*?)([1-9][0-9]?)", folded)
    slot = _slots(sheet).get(f"{numbered[1]}#") if numbered else None
    return (slot, int(numbered[2])) if slot and numbered else None


def word_named(slot: Slot, text: str) -> str | None:
    """The model's value of a word in any language; None if it is none of the slot's."""
    return _words(slot).get(fold(text))


def words_of(slot: Slot, t: Translator) -> tuple[str, ...]:
    """What can be chosen, in one language."""
    return tuple(t(word.message) for word in slot.words)


def is_settings_heading(text: str) -> bool:
    """Whether the text is what stands over the names of the settings, in any language."""
    return fold(text) in {fold(name) for name in _spoken(SETTING_HEADINGS[0])}


def is_password(name: str) -> bool:
    """Whether the name of a setting or a column says that a password stands there, in any language."""
    folded = fold(name)
    return any(word in folded for word in _PASSWORDS)


def language_of(names: tuple[str, ...]) -> str:
    """The language that most of the sheet names are in."""
    folded = {fold(name) for name in names}
    counts = {
        language: sum(fold(translator(language)(sheet.name)) in folded for sheet in SHEETS)
        for language in LANGUAGES
    }
    return max(LANGUAGES, key=lambda language: counts[language])


@cache
def _sheets() -> dict[str, SheetWords]:
    return {fold(name): sheet for sheet in SHEETS for name in (sheet.kind, *_spoken(sheet.name))}


@cache
def _slots(sheet: SheetWords) -> dict[str, Slot]:
    found: dict[str, Slot] = {}
    for slot in sheet.slots:
        mark = "#" if "{number}" in slot.name else ""
        for name in (slot.attribute, *_spoken(slot.name)):
            found[fold(name.replace("{number}", "")) + mark] = slot
    return found


@cache
def _words(slot: Slot) -> dict[str, str]:
    return {fold(name): word.value for word in slot.words for name in (word.value, *_spoken(word.message))}


def _spoken(message: str) -> tuple[str, ...]:
    """The message in every language."""
    return tuple(translator(language)(message) for language in LANGUAGES)
