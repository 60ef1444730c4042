"""How the handbook looks: every style of the document, in the palette's colours. Knows no plan."""

from __future__ import annotations

from functools import partial

from aktivplan import palette
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.page import CELL_MARGIN, TEXT_WIDTH
from aktivplan.rendering.handbook.paragraph_style import (
    ParagraphStyle,
    border,
    half_points,
    hexadecimal,
    style_element,
)

_FONT = "Calibri"
_BODY_SIZE = 10.5
_TABLE_SIZE = 10.0


_own = partial(ParagraphStyle, custom=True)
"""A style that Word has none of."""
_RULE_BELOW = f"<w:pBdr>{border('bottom', palette.LINE, 6, 6)}</w:pBdr>"
_COVER_RULE = f"<w:pBdr>{border('bottom', palette.ACCENT, 24, 10)}</w:pBdr>"
_RIGHT_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'


def _heading(level: int, *, size: float, before: float, after: float, **changes: object) -> ParagraphStyle:
    values: dict[str, object] = {"colour": palette.ACCENT, "bold": True} | changes
    return ParagraphStyle(
        names.heading_style(level),
        f"heading {level}",
        following=names.NORMAL,
        size=size,
        before=before,
        after=after,
        line=1.1,
        keep_with_next=True,
        outline=level,
        **values,  # type: ignore[arg-type]
    )


_PARAGRAPH_STYLES = (
    _own(names.COVER_NAME, "Cover name", size=13, bold=True, colour=palette.ACCENT, spaced=0.4,
        before=36, after=150, line=1.1, borders=_COVER_RULE),
    ParagraphStyle(names.TITLE, "Title", size=34, bold=True, colour=palette.ACCENT, after=10, line=1.0),
    ParagraphStyle(names.SUBTITLE, "Subtitle", size=16, colour=palette.GREY, after=18, line=1.1),
    _own(names.COVER_TEXT, "Cover text", size=11.5, after=110, line=1.35),
    _heading(1, size=22, before=0, after=14, borders=_RULE_BELOW, new_page=True),
    _heading(2, size=15, before=22, after=6),
    _heading(3, size=12.5, before=16, after=4),
    _heading(4, size=11.5, before=14, after=4, colour=palette.INK),
    *(_heading(level, size=10.5, before=12, after=3, colour=palette.INK) for level in range(5, 10)),
    ParagraphStyle(names.CONTENTS_HEADING, "TOC Heading", following=names.NORMAL, size=22, bold=True,
        colour=palette.ACCENT, after=14, line=1.1, keep_with_next=True, new_page=True, borders=_RULE_BELOW),
    ParagraphStyle(names.contents_style(1), "toc 1", size=11, bold=True, before=7, after=1, line=1.1,
        tabs=_RIGHT_TAB),
    ParagraphStyle(names.contents_style(2), "toc 2", before=0, after=1, line=1.1, indent=284, tabs=_RIGHT_TAB),
    ParagraphStyle(names.contents_style(3), "toc 3", before=0, after=1, line=1.1, indent=624,
        colour=palette.GREY, tabs=_RIGHT_TAB),
    _own(names.QUIET, "Quiet", colour=palette.GREY, after=6, keep_with_next=True),
    _own(names.DESCRIPTION, "Description", after=6, keep_with_next=True),
    ParagraphStyle(names.CAPTION, "caption", following=names.NORMAL, size=10, bold=True, colour=palette.GREY,
        before=12, after=5, line=1.1, keep_with_next=True),
    _own(names.FIGURE_CAPTION, "Figure caption", based_on=names.CAPTION, before=4, after=12,
        keep_with_next=False),
    _own(names.FIGURE, "Figure place", before=6, after=0, line=1.0, keep_with_next=True),
    ParagraphStyle(names.LIST_BULLET, "List Bullet", after=3),
    ParagraphStyle(names.LIST_NUMBER, "List Number", after=3),
    _own(names.CELL, "Table text", size=_TABLE_SIZE, hyphenated=True, before=0, after=0, line=1.08),
    _own(names.CELL_TITLE, "Table title", based_on=names.CELL, colour=palette.GREY, after=2),
    _own(names.CELL_HEAD, "Table heading", based_on=names.CELL, bold=True, colour=palette.WHITE,
        keep_with_next=True),
    _own(names.CELL_LABEL, "Table label", based_on=names.CELL, bold=True, colour=palette.ACCENT,
        keep_with_next=True),
    _own(names.CELL_LAST_LABEL, "Table last label", based_on=names.CELL_LABEL,
        keep_with_next=False),
    _own(names.CELL_BULLET, "Table bullet", based_on=names.CELL, after=1),
    _own(names.CELL_NUMBER, "Table number", based_on=names.CELL, after=1),
    _own(names.CELL_ENTRY, "Table entry", based_on=names.CELL, after=2, indent=200, hanging=200),
    _own(names.AFTER_BLOCK, "After block", before=11),
    _own(names.CARDS_TITLE, "Cards title", size=11.5, colour=palette.GREY, before=18, after=0,
        line=1.1, keep_with_next=True),
    _own(names.CARD_TITLE, "Card title", size=11, bold=True, colour=palette.INK, before=14, after=4,
        line=1.1, keep_with_next=True),
    ParagraphStyle(names.HEADER, "header", size=10, colour=palette.GREY, after=0, line=1.0, tabs=_RIGHT_TAB),
    ParagraphStyle(names.FOOTER, "footer", size=10, colour=palette.GREY, after=0, line=1.0, tabs=_RIGHT_TAB),
)  # fmt: skip


def styles_part(language_tag: str) -> str:
    """What belongs inside ``w:styles``, with the language as the document's default."""
    return "".join(
        (
            _defaults(language_tag),
            _NORMAL,
            *(style_element(style) for style in _PARAGRAPH_STYLES),
            _CHARACTER_STYLES,
            _TABLE_STYLES,
        )
    )


def fonts_part() -> str:
    """The part of fonts: the one font there is, and its metric twin that comes with LibreOffice."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:fonts xmlns:w="{namespace}"><w:font w:name="{_FONT}"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _defaults(language_tag: str) -> str:
    size = half_points(_BODY_SIZE)
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>'
        f'<w:color w:val="{hexadecimal(palette.INK)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{language_tag}" w:eastAsia="{language_tag}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        "<w:suppressAutoHyphens/>"
        '<w:spacing w:before="0" w:after="120" w:line="288" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)

_CHARACTER_STYLES = (
    f'<w:style w:type="character" w:styleId="{names.HYPERLINK}"><w:name w:val="Hyperlink"/>'
    f'<w:rPr><w:color w:val="{hexadecimal(palette.ACCENT)}"/><w:u w:val="single"/></w:rPr></w:style>'
    f'<w:style w:type="character" w:styleId="{names.STRONG}"><w:name w:val="Strong"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
)

_TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    f'<w:style w:type="table" w:customStyle="1" w:styleId="{names.TABLE}"><w:name w:val="Aktivplan table"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
    f"{border('top', palette.LINE, 4, 0)}{border('bottom', palette.LINE, 4, 0)}"
    f"{border('insideH', palette.LINE, 4, 0)}</w:tblBorders><w:tblCellMar>"
    f'<w:top w:w="60" w:type="dxa"/><w:left w:w="{CELL_MARGIN}" w:type="dxa"/>'
    f'<w:bottom w:w="60" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)
