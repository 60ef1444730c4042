"""The document's lists: one of bullets, and as many numbered ones as there are numbered lists."""

from __future__ import annotations

from aktivplan import palette
from aktivplan.rendering.handbook import names

DEFINITIONS = _BULLETED, _NUMBERED = 9001, 9002
"""The numbers of our lists' definitions."""
_INDENT = 284
"""Half a centimetre, in cells and in running text alike."""


def numbering_part(numbered_lists: int) -> str:
    """What belongs inside ``w:numbering``; the numbered lists have the numbers after `names.BULLETS`."""
    accent = palette.ACCENT.removeprefix("#")
    bulleted = _definition(_BULLETED, "bullet", "•", f'<w:rPr><w:color w:val="{accent}"/></w:rPr>')
    numbered = _definition(_NUMBERED, "decimal", "%1.", "")
    instances = [f'<w:num w:numId="{names.BULLETS}"><w:abstractNumId w:val="{_BULLETED}"/></w:num>']
    instances += (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_NUMBERED}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(names.BULLETS + 1, names.BULLETS + 1 + numbered_lists)
    )
    return bulleted + numbered + "".join(instances)


def _definition(number: int, form: str, shown: str, run_properties: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shown}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_INDENT}" w:hanging="{_INDENT}"/></w:pPr>{run_properties}'
        "</w:lvl></w:abstractNum>"
    )
