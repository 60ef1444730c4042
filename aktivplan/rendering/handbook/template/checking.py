"""What is wrong with a template: placeholders that are none, or stand where they cannot be filled in, and more."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from aktivplan.braces import alone, braces, in_braces
from aktivplan.definition.models import Plan
from aktivplan.findings import Finding, Place, finding, quoted
from aktivplan.i18n import Translator, translator
from aktivplan.nearest import nearest
from aktivplan.rendering.handbook.placeholders import (
    field_named,
    known_names,
    placeholder_named,
)
from aktivplan.rendering.handbook.template.opening import TemplateError, open_template, text_parts
from aktivplan.rendering.handbook.template.styles import adopt_styles
from aktivplan.rendering.handbook.template.texts import CELL, TEXT_BOX, heading_level, paragraphs, text_of

_CHANGES = tuple(map(qn, ("w:ins", "w:del", "w:moveFrom", "w:moveTo")))
_LANGUAGE = f"{qn('w:docDefaults')}//{qn('w:lang')}"
_NONE = "x-none"


def check_template(content: bytes, plan: Plan, file: str) -> tuple[Finding, ...]:
    """Everything that is wrong with a template, in the order in which it stands there.

    Args:
        content: the bytes of a .docx, whoever has saved it.
        plan: whose handbook is made of it.
        file: what it is called.
    """
    t = translator(plan.settings.language)
    place = Place(file)
    try:
        document = open_template(content)
    except TemplateError as error:
        return (finding(error.code, place, file=file),)
    lacking = adopt_styles(document, t.tag)
    return (
        *_placeholders(document, t, place),
        *_document(document, t, place),
        *(
            [finding("template-style-missing", place, file=file, styles=", ".join(lacking))]
            if lacking
            else []
        ),
    )


def _placeholders(document: Document, t: Translator, place: Place) -> Iterator[Finding]:
    for root in text_parts(document):
        heading = ""
        for paragraph in paragraphs(root):
            text = text_of(paragraph)
            if heading_level(paragraph):
                heading = quoted(text)
            for found in braces(text):
                yield from _placeholder(found[0], found[1], paragraph, t, place, heading)


def _placeholder(
    written: str, name: str, paragraph: etree._Element, t: Translator, place: Place, heading: str
) -> Iterator[Finding]:
    where = t("under the heading “{heading}”", heading=heading) if heading else t("before the first heading")
    told = {"file": place.file, "value": quoted(written), "where": where}
    if field_named(name) is not None:
        return
    if placeholder_named(name) is None:
        suggestion = nearest(name, known_names(t))
        if suggestion:
            shown = in_braces(suggestion)
            yield finding("template-placeholder-near", place, suggestion=shown, **told)
        else:
            yield finding("template-placeholder-unknown", place, allowed=", ".join(known_names(t)), **told)
        return
    kind = _elsewhere(paragraph, t)
    if kind:
        yield finding("template-placeholder-misplaced", place, kind=kind, **told)
    elif not alone(text_of(paragraph)):
        yield finding("template-placeholder-not-alone", place, **told)


def _elsewhere(paragraph: etree._Element, t: Translator) -> str:
    """Where the paragraph stands, if not in the running text."""
    around = {one.tag for one in paragraph.iterancestors()}
    if TEXT_BOX in around:
        return t("a text box")
    if CELL in around:
        return t("a table")
    return "" if qn("w:body") in around else t("the header or footer")


def _document(document: Document, t: Translator, place: Place) -> Iterator[Finding]:
    if next(document.element.body.iter(*_CHANGES), None) is not None:
        yield finding("template-tracked-changes", place, file=place.file)
    language = document.styles.element.find(_LANGUAGE)
    tag = "" if language is None else str(language.get(qn("w:val"), ""))
    if tag and tag != _NONE and tag.partition("-")[0] != t.tag.partition("-")[0]:
        yield finding("template-language", place, file=place.file, value=tag, language=t.tag)
