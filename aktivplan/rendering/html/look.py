"""The page's style sheet and script, which stand in it whole, and the policy that lets nothing else run or load."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import fields
from functools import cache
from pathlib import Path

from aktivplan import palette
from aktivplan.palette import Scheme
from aktivplan.rendering.html.tables import LEAST_WIDTH

_HERE = Path(__file__).parent


@cache
def style() -> str:
    """The style sheet, with the palette's colours as its variables and the widths of columns. Print is always light."""
    dark = _variables(palette.DARK)
    return "\n".join(
        (
            f":root {{ color-scheme: light; {_variables(palette.LIGHT)} }}",
            "@media screen and (prefers-color-scheme: dark) {",
            f':root:not([data-theme="light"]) {{ color-scheme: dark; {dark} }}',
            "}",
            f'@media screen {{ :root[data-theme="dark"] {{ color-scheme: dark; {dark} }} }}',
            (_HERE / "page.css").read_text("utf-8"),
            *(f".w{width} {{ min-width: {width}rem; }}" for width in range(1, LEAST_WIDTH + 1)),
        )
    )


@cache
def script() -> str:
    """The script. It takes its texts from the page."""
    return (_HERE / "page.js").read_text("utf-8")


@cache
def policy() -> str:
    """The Content-Security-Policy of a page with that style sheet and script, known by their hashes."""
    return (
        "default-src 'none'; img-src data:; "
        f"style-src '{_hash(style())}'; script-src '{_hash(script())}'; base-uri 'none'; form-action 'none'"
    )


def _variables(scheme: Scheme) -> str:
    return " ".join(
        f"--{field.name.replace('_', '-')}: {getattr(scheme, field.name)};" for field in fields(scheme)
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
