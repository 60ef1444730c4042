"""What each code of the catalogue means, an example of it, and how it is mended, at more length than a finding.

One TOML file a language, read only when somebody asks. Knows no plan and no workbook.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Explanation:
    """One to three plain sentences each."""

    meaning: str
    example: str
    mending: str


@cache
def explanations(language: str) -> Mapping[str, Explanation]:
    """Every code's explanation in the language ("sv", "da", "nb" or "en"). FileNotFoundError for any other."""
    text = resources.files(__package__).joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return MappingProxyType({code: Explanation(**parts) for code, parts in tomllib.loads(text).items()})
