"""Numbers, shares and sums of money as people write them in the Nordic languages. Knows no cell."""

from __future__ import annotations

import re

_ROUGHLY = re.compile(
    r"(?:ca|cirka|circa|c:a|ungefär|omkring|omtrent|runt|about|approximately|approx|around|uppskattningsvis)\b\.?\s*|~\s*",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3})*(?:[.,]\d+)?", re.ASCII)
_SHARE = re.compile(r"(.+?)\s*(?:%|procent|prosent|percent|per cent|pct\.?)", re.IGNORECASE)
_SUM = re.compile(
    r"(?:(?P<before>[a-z.]+)\s*)?(?P<number>[+-]?\d[\d .,']*?)\s*(?P<after>[a-z. ]*|:-|,-)", re.IGNORECASE
)

_CURRENCY = frozenset({"", ":-", ",-", "kr", "sek", "dkk", "nok", "kronor", "kroner", "crowns"})
_SCALES = {"tkr": 1e3, "tsek": 1e3, "tdkk": 1e3, "tnok": 1e3, "mkr": 1e6, "mnkr": 1e6, "msek": 1e6} | {
    f"{scale} {currency}": factor
    for currency in ("kr", "kronor", "kroner", "sek", "dkk", "nok")
    for scale, factor in (
        ("t", 1e3),
        ("tusen", 1e3),
        ("tusind", 1e3),
        ("m", 1e6),
        ("mio", 1e6),
        ("mill", 1e6),
        ("milj", 1e6),
        ("miljoner", 1e6),
        ("millioner", 1e6),
    )
}


def exactly(text: str) -> tuple[str, bool]:
    """The text without "about" or the like before it, and whether there was any."""
    rough = _ROUGHLY.match(text.strip())
    return (text.strip()[rough.end() :], True) if rough else (text, False)


def parse_number(text: str, language: str) -> float | None:
    """Read "1 234,5" as 1234.5; None for what is more, or less, than one number.

    A mark before exactly three digits groups thousands where the language groups with it ("50.000" in
    Danish); otherwise it is the decimal mark.
    """
    digits = text.strip().replace("−", "-")
    grouped = _GROUPED.fullmatch(digits)
    if grouped is not None and _groups_with(grouped.group(1), digits, language):
        mark = grouped.group(1)
        return float(digits.replace(mark, "").replace(",", "."))
    if _PLAIN.fullmatch(digits):
        return float(digits.replace(",", "."))
    return None


def parse_percent(text: str, language: str) -> float | None:
    """Read "80 %" as 0.8, and a number alone as `share_of` takes it."""
    share = _SHARE.fullmatch(text.strip())
    if share is None:
        number = parse_number(text, language)
        return None if number is None else share_of(number)
    number = parse_number(share.group(1), language)
    return None if number is None else number / 100


def share_of(number: float) -> float:
    """A number in a field for percent: 0.8 is 80 %, and so is 80."""
    return number / 100 if abs(number) > 1 else number


def parse_money(text: str, language: str) -> float | None:
    """Read "25 000 kr" as 25000.0, "50 tkr" as 50000.0, "1,5 mkr" as 1500000.0; None for any other text."""
    written = _SUM.fullmatch(text.strip().rstrip("."))
    if written is None:
        return None
    unit = _unit(written.group("before") or "", written.group("after"))
    scale = 1.0 if unit in _CURRENCY else _SCALES.get(unit)
    number = parse_number(written.group("number"), language)
    return None if scale is None or number is None else number * scale


def _unit(before: str, after: str) -> str:
    words = f"{before} {after}".casefold().replace(".", " ").split()
    return " ".join(words)


def _groups_with(mark: str, digits: str, language: str) -> bool:
    if mark in " '" or digits.count(mark) > 1:
        return True
    return mark == ("," if language == "en" else ".")
