from __future__ import annotations

import pytest

from aktivplan.findings import Finding
from aktivplan.i18n import translator
from aktivplan.rendering.handbook.blocks import paragraph, run
from aktivplan.rendering.handbook.template.checking import check_template
from aktivplan.rendering.handbook.template.default import default_template
from tests.rendering.handbook.templates import changed, heading, line, template, with_part
from tests.support import make_plan, make_settings

NAME = "handbook.docx"


def told(*blocks: str) -> tuple[Finding, ...]:
    return check_template(template(*blocks), make_plan(), NAME)


def codes(*blocks: str) -> list[str]:
    return [one.code for one in told(*blocks)]


@pytest.mark.parametrize("language", ["sv", "da", "nb", "en"])
def test_nothing_is_wrong_with_the_first_template(language: str) -> None:
    plan = make_plan(settings=make_settings(language=language))
    assert check_template(default_template(plan.settings), plan, NAME) == ()


def test_a_misspelt_placeholder_is_told_with_the_nearest_name_and_its_place() -> None:
    (one,) = told(heading("Planen"), line("{{ aktivteter per mål }}"))
    assert one.code == "template-placeholder-near"
    assert one.text(translator("sv")) == (
        "{{ aktivteter per mål }} (under rubriken ”Planen”, i handbook.docx) är ingen platshållare, så det står kvar i "
        "handboken som det är. Skriv {{ aktiviteter per mål }} om det var det du menade."
    )


def test_an_unknown_placeholder_is_told_with_all_names() -> None:
    (one,) = told(line("{{ xyzzy }}"))
    assert one.code == "template-placeholder-unknown"
    assert "före den första rubriken" in one.text(translator("sv"))
    assert "tidslinje" in one.text(translator("sv"))


def test_a_placeholder_within_other_text_is_told() -> None:
    assert codes(line("Här: {{ tidslinje }}")) == ["template-placeholder-not-alone"]


def test_a_placeholder_in_a_text_box_is_told() -> None:
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{line('{{ tidslinje }}')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    (one,) = told(paragraph(box))
    assert one.code == "template-placeholder-misplaced"
    assert "en textruta" in one.text(translator("sv"))


def test_a_placeholder_in_a_table_is_told() -> None:
    cell = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{line('{{ tidslinje }}')}</w:tc></w:tr></w:tbl>"
    assert codes(cell) == ["template-placeholder-misplaced"]


def test_a_placeholder_in_the_footer_is_told_and_a_field_is_not() -> None:
    with_footer = changed(
        template(line("Text")),
        "word/footer1.xml",
        lambda part: part.replace(b"{{ organisation }}", b"{{ organisation }}{{ tidslinje }}"),
    )
    (one,) = check_template(with_footer, make_plan(), NAME)
    assert one.code == "template-placeholder-misplaced"
    assert "sidhuvudet eller sidfoten" in one.text(translator("sv"))


def test_tracked_changes_are_told() -> None:
    inserted = f'<w:p><w:ins w:id="1" w:author="A">{run("nytt")}</w:ins></w:p>'
    assert codes(inserted) == ["template-tracked-changes"]


def test_another_language_than_the_plans_is_told() -> None:
    danish = make_plan(settings=make_settings(language="da"))
    assert [one.code for one in check_template(template(line("Tekst")), danish, NAME)] == [
        "template-language"
    ]


def test_styles_that_it_lacks_are_named() -> None:
    lacking = changed(
        template(line("Text")),
        "word/styles.xml",
        lambda part: part.replace(b'w:val="Card title"', b'w:val="Kortrubrik"'),
    )
    (one,) = check_template(lacking, make_plan(), NAME)
    assert (one.code, dict(one.arguments)["styles"]) == ("template-style-missing", "Card title")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "template-unreadable"),
        (b"%PDF-1.7", "template-unreadable"),
        (with_part(template(line("x")), "word/vbaProject.bin", b"x"), "template-macros"),
        (changed(template(line("x")), "word/document.xml", lambda part: part[:200]), "template-unreadable"),
        (
            changed(template(line("x")), "word/styles.xml", lambda part: b"<!DOCTYPE x>" + part),
            "template-unreadable",
        ),
        (changed(template(line("x")), "[Content_Types].xml", lambda part: b"<x/>"), "template-unreadable"),
    ],
)
def test_a_file_that_is_no_template_is_told_and_raises_nothing(content: bytes, code: str) -> None:
    assert [one.code for one in check_template(content, make_plan(), NAME)] == [code]
