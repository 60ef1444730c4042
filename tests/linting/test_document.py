"""What a document says of itself, unusual XML, hostile files, and that much of a kind is counted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from aktivplan.codes import CATALOGUE
from aktivplan.definition import PRESETS
from aktivplan.demo.sample import sample_plan
from aktivplan.findings import Finding
from aktivplan.linting.document import lint_document
from tests.demos import Demo
from tests.linting.documents import CORE, OPENING, SETTINGS, STYLES, W, codes, document, h, lint, p


@pytest.mark.parametrize("preset", PRESETS)
def test_a_demos_handbook_has_nothing_to_mend(preset: str, demo_of: Callable[[str], Demo]) -> None:
    language = sample_plan(preset).settings.language
    handbook = demo_of(preset).folder.handbook_file
    assert lint_document(handbook.read_bytes(), language, file=handbook.name) == ()


def test_a_document_has_a_title() -> None:
    assert codes(core=CORE.replace("Handlingsplan", " ")) == ["title-missing"]
    assert codes(core="") == ["title-missing", "language-property"]


@pytest.mark.parametrize("title", ["handbok.docx", "Handbok"])
def test_the_files_name_is_no_title(title: str) -> None:
    assert codes(core=CORE.replace("Handlingsplan", title)) == ["title-is-file-name"]


@pytest.mark.parametrize("tag", ["", "x-none", "zz-ZZ", "svenska"])
def test_the_text_is_in_a_language_that_there_is(tag: str) -> None:
    assert codes(styles=STYLES.replace("sv-SE", tag)) == ["language-missing"]


@pytest.mark.parametrize(
    ("wanted", "tag", "expected"),
    [
        ("sv", "sv-SE", []),
        ("sv", "sv-FI", []),
        ("sv-SE", "sv-FI", ["language-other"]),
        ("sv", "en-US", ["language-other"]),
        ("da", "da-DK", []),
        ("nb", "nb-NO", []),
        ("", "en-GB", []),
    ],
)
def test_the_text_is_in_the_plans_language(wanted: str, tag: str, expected: list[str]) -> None:
    found = lint(language=wanted, styles=STYLES.replace("sv-SE", tag), core=CORE.replace("sv-SE", tag))
    assert [one.code for one in found] == expected


def test_the_default_style_may_have_another_language_than_what_is_below_it() -> None:
    own = '<w:name w:val="Normal"/><w:rPr><w:lang w:val="en-US"/></w:rPr>'
    found = codes(styles=STYLES.replace('<w:name w:val="Normal"/>', own))
    assert found == ["language-property", "language-other"]


def test_the_properties_name_the_same_language() -> None:
    assert codes(core=CORE.replace("sv-SE", "en-US")) == ["language-property"]


def test_a_protected_document_is_told() -> None:
    on = '<w:documentProtection w:edit="forms" w:enforcement="1"/></w:settings>'
    assert codes(settings=SETTINGS.replace("</w:settings>", on)) == ["word-protected"]
    assert codes(settings=SETTINGS.replace("</w:settings>", on.replace('t="1"', 't="0"'))) == []


def test_a_document_that_asks_to_update_fields_is_told() -> None:
    asks = '<w:updateFields w:val="true"/></w:settings>'
    assert codes(settings=SETTINGS.replace("</w:settings>", asks)) == ["fields-ask"]


FAULTY = h(1, "Mål &amp; medel") + h(3, "Skolan") + p("Före") + p() + p("Efter")
FOUND = ["heading-skipped", "paragraph-empty"]


def _rewritten(before: str, after: str) -> list[Finding]:
    body = document(parts={"word/document.xml": _whole(FAULTY).replace(before, after)})
    return list(lint_document(body, "sv", file="handbok.docx"))


def _whole(body: str) -> str:
    return f"{OPENING}{body}</w:body></w:document>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:p>", "<w:p >"),
        ('w:val="Normal"/>', 'w:val="Normal" />'),
        ('w:val="Rubrik3"', "w:val='Rubrik3'"),
        ("<w:p>", "<!-- <w:p> --><w:p>"),
        ("<w:p>", "<?x y?><w:p>"),
        ("Skolan", "<![CDATA[Skolan]]>"),
        (W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        ("<w:p>", '<w:p w:rsidR="00112233" w:rsidRDefault="00112233">'),
    ],
)
def test_xml_written_otherwise_says_the_same(before: str, after: str) -> None:
    found = _rewritten(before, after)
    assert [one.code for one in found] == FOUND
    assert found[1].place.sheet == "Skolan"


def test_another_prefix_says_the_same() -> None:
    renamed = _whole(FAULTY).replace("xmlns:w=", "xmlns:ord=").replace("w:", "ord:")
    found = lint_document(document(parts={"word/document.xml": renamed}), "sv")
    assert [one.code for one in found] == FOUND


def test_many_marks_of_saves_do_not_hide_lists() -> None:
    body = "".join(
        p(f"{number}. punkt").replace("<w:p>", f'<w:p w:rsidR="00{number:06}">') for number in range(1, 40)
    )
    assert codes(body) == ["list-typed"]


def test_words_are_told_as_people_read_them() -> None:
    found = lint(h(1, "Mål &amp; medel &lt;1&gt;") + h(3, "x"))
    assert found[0].place.sheet == "x"
    assert lint(h(3, "Mål &amp; medel"))[0].place.sheet == "Mål & medel"


def test_the_first_hundred_of_a_kind_are_told_and_the_others_counted() -> None:
    found = lint("".join(p("Text") + p() for _ in range(130)) + h(1, "Slut"))
    assert [one.code for one in found].count("paragraph-empty") == 100
    counted = found[-1]
    assert (counted.code, dict(counted.arguments)) == (
        "more-of-the-same",
        {"kind": "paragraph-empty", "count": 30},
    )


def _zipped(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nothing",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        _zipped(a=b"b"),
        document(parts={"word/document.xml": b""}),
        document(parts={"word/document.xml": _whole("<w:p>")}),
        document(parts={"word/document.xml": _whole("<w:p></w:r></w:p>")}),
        document(parts={"word/document.xml": _whole(p("a & b"))}),
        document(parts={"word/document.xml": "<!DOCTYPE x><w:document/>"}),
        document(parts={"word/document.xml": _whole("<w:p>" * 3000 + "</w:p>" * 3000).replace("<w:p>", "<w:p >")}),
        document(parts={"word/document.xml": bytes(40_000_000)}),
        document(styles="<w:styles>"),
        document(parts={"word/_rels/document.xml.rels": "<x"}),
        document()[:-200],
    ],
    ids=range(15),
)  # fmt: skip
def test_what_is_no_document_or_a_hostile_one_gives_one_finding(content: bytes) -> None:
    assert [one.code for one in lint_document(content)] == ["word-unreadable"]


def test_a_document_behind_a_password_is_told_as_such() -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert [one.code for one in lint_document(content)] == ["word-encrypted"]


@pytest.mark.parametrize(
    "body",
    [
        "</w:tc></w:tr></w:tbl>",
        "<w:tc></w:tc>",
        "<w:tr></w:tr>",
        '<w:p><w:r><w:sz w:val="groß"/><w:t>x</w:t></w:r></w:p>',
        '<w:tbl><w:tblPr><w:tblW w:w="1e999"/><w:tblLook w:val="xyz"/></w:tblPr></w:tbl>',
        '<w:p><w:pPr><w:outlineLvl w:val="-7"/><w:pStyle w:val="åäö"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
        '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        "<w:tbl>" * 200 + "</w:tbl>" * 200,
    ],
)
def test_odd_but_possible_xml_ends_in_findings_at_most(body: str) -> None:
    assert all(one.code in CATALOGUE and one.place.file == "handbok.docx" for one in lint(body))
