"""A contents list that the template's author has put in with Word's own command: it becomes our placeholder.

Left as it is, it would hold the headings of the template and not those of the handbook, until somebody has Word renew it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from aktivplan.braces import alone
from aktivplan.rendering.handbook.placeholders import CONTENTS, placeholder_named
from aktivplan.rendering.handbook.template.texts import PARAGRAPH, parent_of, text_of

_MARK, _TOLD, _KIND = qn("w:fldChar"), qn("w:instrText"), qn("w:fldCharType")
_SIMPLE, _INSTRUCTION, _SECTION = qn("w:fldSimple"), qn("w:instr"), qn("w:sectPr")
_OF_HEADINGS = re.compile(r"\s*TOC\b(?!.*\\[ac]\s)", re.IGNORECASE | re.DOTALL)
"""With ``\\c`` or ``\\a`` it is a list of figures or tables."""


@dataclass(slots=True)
class _Field:
    first: etree._Element
    told: list[str] = field(default_factory=list)


def make_placeholder(body: etree._Element) -> None:
    """Put ``{{ contents }}`` in the place of the first contents list, unless the template asks for one already."""
    paragraphs = [*body.iter(PARAGRAPH)]
    asked = (placeholder_named(alone(text_of(one))) for one in paragraphs)
    if any(one is not None and one.key == CONTENTS for one in asked):
        return
    ends = next(_lists(body), None)
    if ends is None:
        return
    first, last = (paragraphs.index(one) for one in ends)
    for paragraph in paragraphs[first + 1 : last + 1]:
        if next(paragraph.iter(_SECTION), None) is None:
            parent_of(paragraph).remove(paragraph)
        else:
            _say(paragraph, "")
    _say(paragraphs[first], f"{{{{ {CONTENTS} }}}}")


def _lists(body: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The first and the last paragraph of each contents list."""
    open_fields: list[_Field] = []
    for element in body.iter(_MARK, _TOLD, _SIMPLE):
        paragraph = next(element.iterancestors(PARAGRAPH), None)
        if paragraph is None:
            continue
        if element.tag == _SIMPLE:
            if _OF_HEADINGS.match(element.get(_INSTRUCTION, "")):
                yield paragraph, paragraph
        elif element.tag == _TOLD:
            if open_fields:
                open_fields[-1].told.append(element.text or "")
        elif element.get(_KIND) == "begin":
            open_fields.append(_Field(paragraph))
        elif element.get(_KIND) == "end" and open_fields:
            ended = open_fields.pop()
            if _OF_HEADINGS.match("".join(ended.told)):
                yield ended.first, paragraph


def _say(paragraph: etree._Element, words: str) -> None:
    """Leave nothing of the paragraph but these words, and the section that ends with it."""
    section = next(paragraph.iter(_SECTION), None)
    for child in [*paragraph]:
        paragraph.remove(child)
    if section is not None:
        kept = parse_xml(f"<w:pPr {nsdecls('w')}/>")
        kept.append(section)
        paragraph.append(kept)
    if words:
        paragraph.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>{words}</w:t></w:r>"))
