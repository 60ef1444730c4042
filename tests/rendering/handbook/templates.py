"""Templates for tests: made from a few lines, changed as people change them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from aktivplan.ooxml import repack, write_package
from aktivplan.rendering.handbook.blocks import paragraph, run
from aktivplan.rendering.handbook.template.default import default_template
from tests.support import make_settings

_BODY = re.compile(rb"(<w:body>).*?(<w:sectPr)", re.DOTALL)


def template(*blocks: str, language: str = "sv") -> bytes:
    """The first template with these blocks as its text."""
    text = "".join(blocks).encode()
    whole = default_template(make_settings(language=language))
    return changed(whole, "word/document.xml", lambda part: _BODY.sub(lambda m: m[1] + text + m[2], part))


def heading(words: str, level: int = 1) -> str:
    return paragraph(run(words), f"Heading{level}")


def line(words: str, style: str = "Normal") -> str:
    return paragraph(run(words), style)


def changed(package: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one of its parts changed."""
    return repack(package, lambda part, content: change(content) if part == name else content)


def with_part(package: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        parts = {one: source.read(one) for one in source.namelist()}
    return write_package((parts | {name: content}).items())
