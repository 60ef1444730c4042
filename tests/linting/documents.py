"""Small Word documents for tests: one without a fault, and what is changed in it."""

from __future__ import annotations

from collections.abc import Mapping

from aktivplan.findings import Finding
from aktivplan.linting.document import lint_document
from aktivplan.ooxml import write_package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OPENING = (
    f'{_DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{_RELATED}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><w:body>'
)
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/></w:sectPr>'
)
CLOSING = f"{SECTION}</w:body></w:document>"
STYLES = (
    f'{_DECLARATION}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/>'
    '<w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Rubrik3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lista"><w:name w:val="List Bullet"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Blek"><w:name w:val="Blek"/><w:rPr><w:color w:val="999999"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Vit"><w:name w:val="Vit"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Mrk"><w:name w:val="Mörk"/><w:tblStylePr w:type="firstRow">'
    '<w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="1B4B66"/></w:tcPr></w:tblStylePr></w:style>'
    "</w:styles>"
)
CORE = (
    f'{_DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Handlingsplan</dc:title>'
    "<dc:language>sv-SE</dc:language></cp:coreProperties>"
)
SETTINGS = f'{_DECLARATION}<w:settings xmlns:w="{W}"></w:settings>'
FOOTER = f'{_DECLARATION}<w:ftr xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:p></w:p></w:ftr>'


def document(body: str = "", parts: Mapping[str, str | bytes] | None = None, **pieces: str) -> bytes:
    """A .docx file with that text; ``pieces`` replace the styles, core, settings and footer, ``parts`` any part."""
    kinds = {"styles": "styles.xml", "settings": "settings.xml", "footer": "footer1.xml"}
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATED}/{kind}" Target="{name}"/>'
        for n, (kind, name) in enumerate(kinds.items(), start=1)
    )
    whole = {
        "_rels/.rels": _relationships(
            f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="word/document.xml"/>'
            '<Relationship Id="rId2" Target="docProps/core.xml"'
            ' Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>'
        ),
        "word/_rels/document.xml.rels": _relationships(related),
        "word/document.xml": OPENING + body + CLOSING,
        "word/styles.xml": pieces.get("styles", STYLES),
        "word/settings.xml": pieces.get("settings", SETTINGS),
        "word/footer1.xml": pieces.get("footer", FOOTER),
        "docProps/core.xml": pieces.get("core", CORE),
        **(parts or {}),
    }
    return write_package(
        (name, one if isinstance(one, bytes) else one.encode()) for name, one in whole.items()
    )


def lint(body: str = "", *, language: str = "sv", **pieces: str) -> tuple[Finding, ...]:
    """What is found in a document with that text."""
    return lint_document(document(body, **pieces), language, file="handbok.docx")


def codes(body: str = "", **pieces: str) -> list[str]:
    """The codes of what is found in a document with that text."""
    return [one.code for one in lint(body, **pieces)]


def p(text: str = "", style: str = "Normal", *, run: str = "", paragraph: str = "") -> str:
    """A paragraph; ``run`` and ``paragraph`` are properties in XML."""
    words = f"<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{paragraph}</w:pPr>{words}</w:p>'


def h(level: int, text: str) -> str:
    """A heading."""
    return p(text, f"Rubrik{level}")


def cell(content: str = "", properties: str = "") -> str:
    """A cell of one paragraph of text, or of finished ones."""
    inside = content if content.startswith("<w:") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "<w:cantSplit/>") -> str:
    """A row of finished cells, or of texts."""
    inside = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


HEAD = "<w:cantSplit/><w:tblHeader/>"
LOOK = '<w:tblLook w:val="0020" w:firstRow="1"/>'
TITLE = '<w:tblCaption w:val="Vad skolorna gör"/>'


def table(*rows: str, properties: str = LOOK + TITLE, grid: tuple[int, ...] = (2000, 2000)) -> str:
    """A table of finished rows; without any, one of two rows that has no fault."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    inside = "".join(rows) or row("Mål", "Aktivitet", properties=HEAD) + row("1.1", "Samtala")
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{inside}</w:tbl>{p('Efter')}"
    )


def picture(attributes: str, *, kind: str = "inline", inside: str = "") -> str:
    """A picture in a paragraph of its own."""
    return (
        f'<w:p><w:r><w:drawing><wp:{kind}><wp:docPr id="1" name="Bild 1" {attributes}>{inside}</wp:docPr>'
        f"</wp:{kind}></w:drawing></w:r></w:p>"
    )


def field(instruction: str, shown: str) -> str:
    """The runs of a complex field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def link(text: str, attributes: str) -> str:
    """A paragraph that holds a link."""
    return f"<w:p><w:hyperlink {attributes}><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>"


def bookmark(name: str) -> str:
    """A paragraph that links can lead to."""
    return f'<w:p><w:bookmarkStart w:id="1" w:name="{name}"/><w:r><w:t>Här</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'


def _relationships(inside: str) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_DECLARATION}<Relationships xmlns="{namespace}">{inside}</Relationships>'
