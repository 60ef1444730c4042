"""Whom or what a target is measured among: the words after "80 % av". Knows text only."""

from __future__ import annotations

import re

from aktivplan.targets import Target

_AMONG = re.compile(
    r"""\s*(?: (?:%|procent|prosent|per\s?cent)\s+(?:av|af|of) | (?:ud\s+af|ut\s+av|av|out\s+of)\s+\d+ )\s+
    (?P<among>\w[^,.;:()\n]*)""",
    re.VERBOSE | re.IGNORECASE,
)
_ENDS = re.compile(
    r"""\s(?:har|hade|havde|hadde|är|er|var|blir|bliver|ska|skal|skall|kan|vet|ved|vil|vill|får|svarar|svarer|svarat|känner|kender
      |kjenner|upplever|oplever|opplever|deltar|deltager|deltagit|säger|siger|sier|tycker|synes|uppger|angiver|oppgir|genomför
      |gennemfører|gjennomfører|står|som|der|have|has|had|are|is|were|know|say|feel|can|will|who|that
      |inden|innan|senast|senest|før|före|by|before|until|i\s+(?=\d|januar|februar|mars|marts|april|ma[ij]|juni|juli|august
      |september|oktober|november|december|desember))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_MOST_WORDS = 8


def population(target: Target) -> str:
    """Whom a share is a share of, as written ("de nye familier"); "" where the criterion does not say it."""
    if target.value is None:
        return ""
    for figure in _written(target.value).finditer(target.text):
        found = _AMONG.match(target.text, figure.end())
        if found:
            words = _ENDS.split(found["among"], maxsplit=1)[0].split()
            return " ".join(words) if len(words) <= _MOST_WORDS else ""
    return ""


def _written(value: float) -> re.Pattern[str]:
    """The figure as it may be written in a sentence."""
    figure = re.escape(f"{value:g}").replace(r"\.", "[.,]")
    return re.compile(rf"(?<![\d.,]){figure}(?![\d]|[.,]\d)")
