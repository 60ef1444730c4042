"""The targets that can stand beside one another: shares, with what they start from where the text says it. Plain data.

Counts of meetings, courses and the like each have a measure of their own, so they are not drawn; the master workbook
has them all. A share "out of" something is one too: 9 out of 10 stands at 90 %. By how much something is to change is
no level, and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aktivplan.edition import Criterion, Edition
from aktivplan.i18n import Translator, translator
from aktivplan.rendering.figures.listing import Listing
from aktivplan.rendering.figures.titles import brief, title
from aktivplan.targets import Target

_MOST = 40
"""Bars on a page with text of 9 points."""
_FULL = 100.0
_OF = re.compile(r"(?:ud\s+af|out\s+of|av|af|of|/)\s*(\d+)", re.IGNORECASE)
_NUMBER = r"\d+(?:[.,]\d+)?"
_PERCENT = r"\s*(?:%|procent|prosent|percent|pct\.?)?\s*"
_FROM_TO = re.compile(
    rf"\b(?:från|fra|from)\s+({_NUMBER}){_PERCENT}(?:till?|to)\s+({_NUMBER})", re.IGNORECASE
)
_CHANGE = re.compile(
    rf"\b(?:med|by)\s+(?:(?:minst|mindst|at\s+least|omkring|cirka|ca\.?)\s+)?({_NUMBER})\s*(?:%|p)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TargetBar:
    """A record's share to reach, in percent."""

    record: str
    """Its id."""
    title: str
    comparator: str
    value: float
    base: float | None
    """Where it starts, if the text says so."""
    due: str
    later: float | None
    """What is to be reached in the longer term, if the text says so."""


@dataclass(frozen=True, slots=True)
class TargetsFigure:
    """The shares to reach, in the records' order."""

    language: str
    title: str
    bars: tuple[TargetBar, ...]
    listing: Listing


def plan_targets(edition: Edition) -> TargetsFigure | None:
    """Every share among the targets; None where there is none, or more than a page holds."""
    settings = edition.plan.settings
    t = translator(settings.language)
    bars = tuple(bar for one in edition.criteria for bar in _bars(edition, one))
    if not bars or len(bars) > _MOST:
        return None
    return TargetsFigure(t.language, settings.title, bars, _listing(bars, t))


def level(bar: TargetBar, t: Translator) -> str:
    """A target in words: "≥ 80 %"."""
    return f"{bar.comparator} {percent(bar.value, t)}".strip()


def _bars(edition: Edition, criterion: Criterion) -> Iterator[TargetBar]:
    shares = [(one, share) for one in criterion.targets if (share := _share(one)) is not None]
    now = [(one, share) for one, share in shares if not one.longer_term]
    later = [share for one, share in shares if one.longer_term]
    record = criterion.record
    for index, (one, share) in enumerate(now):
        yield TargetBar(
            record.id,
            brief(title(edition.plan, record)) or record.id,
            one.comparator.value if one.comparator else "",
            share,
            _base(one),
            one.due,
            later[0] if later and index == len(now) - 1 else None,
        )


def _share(target: Target) -> float | None:
    """The target in percent; None for what is no share of a whole."""
    if target.value is None:
        return None
    if target.unit == "%":
        share = target.value
        if any(_figure(by) == share for by in _CHANGE.findall(target.text)):
            return None
    elif (of := _OF.fullmatch(target.unit)) and int(of[1]):
        share = _FULL * target.value / int(of[1])
    else:
        return None
    return share if share <= _FULL else None


def _base(target: Target) -> float | None:
    """The 60 in "from 60 % to 80 %"."""
    for start, end in _FROM_TO.findall(target.text):
        if _figure(end) == target.value and target.unit == "%" and _figure(start) <= _FULL:
            return _figure(start)
    return None


def _figure(written: str) -> float:
    return float(written.replace(",", "."))


def _listing(bars: Iterable[TargetBar], t: Translator) -> Listing:
    bars = tuple(bars)
    based = any(bar.base is not None for bar in bars)
    termed = any(bar.later is not None for bar in bars)
    headings = [t("No."), t("What"), t("Target"), t("By when")]
    headings += [t("Starts from")] * based + [t("Longer term")] * termed
    return Listing(tuple(headings), tuple(tuple(_cells(bar, t, based=based, termed=termed)) for bar in bars))


def _cells(bar: TargetBar, t: Translator, *, based: bool, termed: bool) -> Iterator[str]:
    unsaid = t("Not stated")
    yield from (bar.record, bar.title, level(bar, t), bar.due or unsaid)
    if based:
        yield unsaid if bar.base is None else percent(bar.base, t)
    if termed:
        yield unsaid if bar.later is None else percent(bar.later, t)


def percent(value: float, t: Translator) -> str:
    """A share in words: "80 %"."""
    return t("{number}%", number=t.number(round(value, 1)))
