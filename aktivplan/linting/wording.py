"""Words that tell a reader too little: links without a meaning, colours as the only sign, lists typed by hand."""

from __future__ import annotations

import re
from typing import NamedTuple

_VAGUE = frozenset(
    [
        "här",
        "klicka här",
        "klicka",
        "läs mer",
        "läs mer här",
        "mer",
        "länk",
        "länken",
        "se här",
        "denna länk",
        "her",
        "klik her",
        "klik",
        "læs mere",
        "læs mere her",
        "mere",
        "link",
        "linket",
        "se her",
        "dette link",
        "klikk her",
        "klikk",
        "les mer",
        "les mer her",
        "lenke",
        "lenken",
        "denne lenken",
        "here",
        "click here",
        "click",
        "read more",
        "more",
        "this link",
        "learn more",
        "more info",
    ]
)
_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)\S+", re.IGNORECASE)
_COLOUR = r"(?:röd|grön|gul|blå|orange|rød|grøn|grønn|red|green|yellow|blue)(?:a|e|t|markerade|markerede|merkede|-marked)?"
_THING = r"(?:rader?n?a?|celler?n?a?|rutor?n?a?|texte?n?|kolumn\w*|fälte?n?|rækker?n?e?|felte?r?n?e?|kolonn\w*|tekste?n?|ruter?n?e?|rows?|cells?|text|columns?|boxe?s?)"
_COLOUR_ALONE = re.compile(rf"\b{_COLOUR}\s+(?:\w+\s+)?{_THING}\b", re.IGNORECASE)
_BULLETS = "•·▪●○◦‣■□*–—\uf0b7-"
_TYPED = re.compile(rf"\s*(?:([{_BULLETS}])|\(?(\d{{1,3}}|[A-Za-z])[.)])\s+\S")
_FIRST = frozenset(b"\xc2\xe2\xef*- (0123456789")
"""Bytes that a bullet, a blank, a parenthesis or a number begins with, in UTF-8."""
_SECOND = frozenset(b".)")
"""What comes after a letter that stands for a number."""


class Typed(NamedTuple):
    """What somebody has typed before an item of a list: the same sign before each, or numbers or letters that go on."""

    kind: str
    number: int


def is_vague(link: str) -> bool:
    """Whether a link's text does not say where it leads."""
    text = link.strip(" .,:;!?»«>→()[]").casefold()
    return not text or text in _VAGUE or _ADDRESS.fullmatch(text) is not None


def colour_words(text: str) -> str:
    """The words that tell a thing by its colour alone, such as "the red rows"; "" if there are none."""
    found = _COLOUR_ALONE.search(text)
    return found.group() if found else ""


def may_be_typed(piece: bytes, at: int) -> bool:
    """Whether text in UTF-8 that begins there may be an item of a typed list: most is not, and is told apart at once."""
    return piece[at] in _FIRST or piece[at + 1] in _SECOND


def typed_item(text: str) -> Typed | None:
    """What stands typed before the text, if it looks like an item of a list."""
    found = _TYPED.match(text)
    if found is None:
        return None
    bullet, counted = found.groups()
    if bullet:
        return Typed(bullet, 0)
    return Typed("1", int(counted)) if counted.isdecimal() else Typed("a", ord(counted.lower()))


def goes_on(former: Typed, latter: Typed) -> bool:
    """Whether the two are items of the same list, one after the other."""
    return former.kind == latter.kind and (not former.number or latter.number == former.number + 1)
