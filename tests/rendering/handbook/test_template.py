from __future__ import annotations

import re
from pathlib import Path

import pytest

from aktivplan.definition.terms import EmptyChapters
from aktivplan.i18n import LANGUAGES, translator
from aktivplan.rendering.handbook.blocks import paragraph, run
from aktivplan.rendering.handbook.handbook import render_handbook
from aktivplan.rendering.handbook.placeholders import PLACEHOLDERS, TEXT_FIELDS, placeholder_named
from aktivplan.rendering.handbook.template.default import default_template
from tests.rendering.handbook.documents import Handbook, W, make_edition, small_edition, style_of, text_of
from tests.rendering.handbook.templates import changed, heading, line, template, with_part
from tests.support import activity, make_plan, make_settings

GOALS = line("{{ aktiviteter per mål }}")


def test_prose_stays_and_placeholders_are_filled_in() -> None:
    handbook = Handbook(small_edition(), template=template(heading("Vår plan"), line("Egen text."), GOALS))
    assert handbook.headings[:2] == [(1, "Vår plan"), (2, "1 Barns levnadsvillkor")]
    assert "Egen text." in handbook.text
    assert "{{" not in handbook.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_is_known_by_its_name_in_every_language(language: str) -> None:
    t = translator(language)
    assert [placeholder_named(t(one.name)) for one in PLACEHOLDERS] == list(PLACEHOLDERS)


def test_a_name_is_known_whatever_its_case_spaces_and_dashes() -> None:
    assert placeholder_named(" Aktiviteter_per  MÅL ") is placeholder_named("activities-by-goal") is not None


def test_a_placeholder_that_word_has_split_over_runs_is_filled_in() -> None:
    split = paragraph(run("{") + run("{ aktivi") + run("teter per ") + run("mål }") + run("}"))
    handbook = Handbook(small_edition(), template=template(heading("Planen"), split))
    assert "BUF-001" in handbook.text
    assert "{" not in handbook.text


def test_fields_in_text_header_and_footer_become_words() -> None:
    handbook = Handbook(
        small_edition(), template=template(line("Av {{organisation}}, {{ enheter som svarat }} svar."))
    )
    assert "Av Lindesjö kommun, 2 svar." in handbook.text
    ends = [
        part.decode() for name, part in handbook.parts.items() if re.match(r"word/(header|footer)\d", name)
    ]
    assert any("Handlingsplan för barnets rättigheter" in part for part in ends)
    assert not any("{{" in part for part in ends)


def test_a_word_of_the_plan_cannot_become_markup() -> None:
    plan = make_plan(settings=make_settings(organisation="A & <w:b/> {{ titel }}"))
    handbook = Handbook(make_edition(plan), template=template(line("Av {{ organisation }}.")))
    assert "Av A & <w:b/> {{ titel }}." in handbook.text


def test_guidance_never_reaches_the_handbook() -> None:
    handbook = Handbook(
        small_edition(), template=template(heading("Planen"), line("Hjälp", "Guidance"), GOALS)
    )
    assert "Hjälp" not in handbook.text
    assert not handbook.styled("Guidance")


def test_a_chapter_that_holds_guidance_alone_is_left_out() -> None:
    handbook = Handbook(
        small_edition(),
        template=template(heading("Risker"), line("Hjälp", "Guidance"), heading("Planen"), GOALS),
    )
    assert [text for level, text in handbook.headings if level == 1] == ["Planen"]


EMPTY = (heading("Planen"), GOALS, heading("Ändrat"), line("Se här:"), line("{{ ändringar }}"))


def test_a_chapter_whose_placeholder_has_nothing_to_show_is_left_out_with_its_text() -> None:
    handbook = Handbook(small_edition(), template=template(*EMPTY))
    assert [text for level, text in handbook.headings if level == 1] == ["Planen"]
    assert "Se här:" not in handbook.text


def test_a_chapter_with_nothing_to_show_says_so_if_the_plan_wants_it() -> None:
    plan = make_plan(settings=make_settings(empty_chapters=EmptyChapters.SAY))
    handbook = Handbook(make_edition(plan, activity(plan, "BUF", 1)), template=template(*EMPTY))
    assert "Här finns inget att visa ännu." in handbook.below("Ändrat")


def test_a_chapter_stays_if_one_of_its_placeholders_has_something_to_show() -> None:
    handbook = Handbook(
        small_edition(),
        template=template(heading("Planen"), line("{{ ändringar }}"), GOALS, heading("Slut"), line("Slut.")),
    )
    assert [text for level, text in handbook.headings if level == 1] == ["Planen", "Slut"]


def test_headings_that_are_filled_in_stand_below_the_one_above_them() -> None:
    handbook = Handbook(small_edition(), template=template(heading("Del A"), heading("Planen", 2), GOALS))
    assert (3, "1 Barns levnadsvillkor") in handbook.headings
    assert (4, "1.1 Vi vet mer om barns levnadsvillkor") in handbook.headings


def test_the_contents_list_holds_the_templates_own_headings_too() -> None:
    handbook = Handbook(
        small_edition(),
        template=template(
            line("{{ innehåll }}"), heading("Förord"), line("Välkommen."), heading("Planen"), GOALS
        ),
    )
    entries = [text_of(p) for p in handbook.all("p") if style_of(p).startswith("TOC")]
    assert entries[:3] == ["Förord", "Planen", "1 Barns levnadsvillkor"]
    anchors = {one.get(f"{W}anchor") for one in handbook.all("hyperlink")}
    assert anchors <= set(handbook.bookmarks)


def words_contents_list(*entries: str, instruction: str = 'TOC \\o "1-3" \\h') -> str:
    """A contents list as Word puts it in: a field over several paragraphs, in a content control, its end in a paragraph of its own."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    told = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    parted, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    page = f"{begin}<w:r><w:instrText> PAGEREF _Toc1 </w:instrText></w:r>{parted}{run('7')}{end}"
    lines = [paragraph(run(entry) + page, "TOC1") for entry in entries]
    lines[0] = lines[0].replace("</w:pPr>", f"</w:pPr>{begin}{told}{parted}", 1)
    inside = heading("Innehåll") + "".join(lines) + paragraph(end, "Normal")
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def test_a_contents_list_that_word_has_put_in_is_filled_in_anew() -> None:
    listed = words_contents_list("Gammal rubrik", "En annan gammal rubrik")
    handbook = Handbook(small_edition(), template=template(listed, heading("Planen"), GOALS, line("Slut.")))
    entries = [text_of(one) for one in handbook.styled("TOC1")]
    assert entries == ["Innehåll", "Planen"]
    assert "gammal" not in handbook.text.casefold()
    assert (handbook.text.index("Innehåll"), "Slut." in handbook.text) == (0, True)


def test_a_list_of_figures_is_none_of_the_contents() -> None:
    listed = words_contents_list("Figur 1", instruction='TOC \\h \\c "Figur"')
    handbook = Handbook(small_edition(), template=template(listed, heading("Planen"), GOALS))
    assert "Figur 1" in handbook.text


def test_words_own_contents_list_stands_where_the_template_asks_for_ours_too() -> None:
    listed = words_contents_list("Figur 1")
    handbook = Handbook(
        small_edition(), template=template(listed, line("{{ innehåll }}"), heading("Planen"), GOALS)
    )
    assert "Figur 1" in handbook.text


def test_a_template_that_says_nothing_of_its_pages_gets_one_in_portrait() -> None:
    bare = changed(
        template(heading("Planen"), GOALS),
        "word/document.xml",
        lambda part: re.sub(rb"<w:sectPr.*</w:sectPr>", b"", part, flags=re.DOTALL),
    )
    handbook = Handbook(small_edition(), template=bare)
    (size,) = handbook.all("pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")


def test_lists_of_the_template_stay_however_high_their_numbers_are() -> None:
    own = (
        f'<w:numbering xmlns:w="{W[1:-1]}"><w:abstractNum w:abstractNumId="99411"><w:lvl w:ilvl="0"/></w:abstractNum>'
        '<w:num w:numId="9400"><w:abstractNumId w:val="99411"/></w:num></w:numbering>'
    ).encode()
    listed = changed(template(heading("Planen"), GOALS), "word/numbering.xml", lambda _part: own)
    numbering = Handbook(small_edition(), template=listed).part("word/numbering.xml")
    assert numbering.find(f"{W}abstractNum").get(f"{W}abstractNumId") == "99411"
    assert "9400" in [one.get(f"{W}numId") for one in numbering.findall(f"{W}num")]


def test_a_handbook_that_serves_as_a_template_has_our_lists_once() -> None:
    first = Handbook(small_edition(), template=template(heading("Planen"), GOALS))
    again = Handbook(small_edition(), template=first.bytes).part("word/numbering.xml")
    numbers = [one.get(f"{W}abstractNumId") for one in again.findall(f"{W}abstractNum")]
    assert len(numbers) == len(set(numbers)) == 2


def test_page_numbers_stand_in_the_contents_list_if_they_are_known() -> None:
    made = render_handbook(
        small_edition(),
        template(line("{{ innehåll }}"), heading("Förord"), line("Hej."), heading("Planen"), GOALS),
    )
    handbook = Handbook.of(made.packed(range(1, len(made.headings) + 1)))
    entries = [text_of(p) for p in handbook.all("p") if style_of(p).startswith("TOC")]
    assert entries[:2] == ["Förord1", "Planen2"]


def test_a_link_leads_nowhere_that_the_template_does_not_have() -> None:
    handbook = Handbook(
        small_edition(), template=template(heading("Ansvar"), line("{{ ansvariga }}"), line("{{ mål }}"))
    )
    assert "BUF-001" in handbook.text
    assert not list(handbook.all("hyperlink"))


def test_a_handbook_for_a_unit_begins_with_its_rows() -> None:
    edition = small_edition()
    mine = Handbook(edition, unit="SOC")
    assert "SOC-001" in mine.below("Din enhets rader")
    assert "BUF-001" not in mine.below("Din enhets rader")
    assert "Din enhets rader" not in [text for _level, text in Handbook(edition).headings]
    assert len(set(mine.bookmarks)) == len(mine.bookmarks)


LOCALISED = {"Heading1": "Rubrik1", "Heading2": "Rubrik2", "Caption": "Beskrivning", "Normal": "Heading1"}


def localised(part: bytes) -> bytes:
    """The part with other ids for its styles; one of them is another style's id in our templates."""
    return re.sub(
        rb'(w:styleId|w:(?:pStyle|basedOn|next|link) w:val)="(\w+)"',
        lambda m: m[1] + b'="' + LOCALISED.get(m[2].decode(), m[2].decode()).encode() + b'"',
        part,
    )


def test_styles_are_found_by_their_names_whatever_their_ids() -> None:
    blocks = (heading("Vår plan"), line("Egen text."), heading("Planen", 2), GOALS)
    swedish = changed(
        changed(template(*blocks), "word/document.xml", localised), "word/styles.xml", localised
    )
    ours, theirs = (
        Handbook(small_edition(), template=template(*blocks)),
        Handbook(small_edition(), template=swedish),
    )
    assert theirs.headings == ours.headings
    named = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")  # type: ignore[union-attr]
        for style in theirs.part("word/styles.xml").iter(f"{W}style")
    }
    assert [named[style_of(p)] for p in theirs.all("p") if text_of(p) == "Egen text."] == ["Normal"]
    assert [named[f"Heading{n}"] for n in (1, 2)] == ["heading 1", "heading 2"]


def test_styles_that_the_template_lacks_are_added() -> None:
    bare = changed(
        template(heading("Planen"), GOALS),
        "word/styles.xml",
        lambda part: re.sub(rb'<w:style [^>]*w:styleId="(?:Cell\w*|AktivplanTable)".*?</w:style>', b"", part),
    )
    handbook = Handbook(small_edition(), template=bare)
    known = {style.get(f"{W}styleId") for style in handbook.part("word/styles.xml").iter(f"{W}style")}
    assert {
        one.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for one in handbook.all(tag)
    } <= known


def test_the_templates_own_lists_stay() -> None:
    part = (
        f'<w:numbering xmlns:w="{W[1:-1]}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    own = template(heading("Planen"), paragraph(run("Ett"), numbering=1), GOALS)
    handbook = Handbook(
        small_edition(), template=changed(own, "word/numbering.xml", lambda _part: part.encode())
    )
    numbers = [one.get(f"{W}numId") for one in handbook.part("word/numbering.xml").iter(f"{W}num")]
    assert numbers[:2] == ["1", "9001"]
    assert "%1)" in handbook.parts["word/numbering.xml"].decode()


def test_tables_are_as_wide_as_the_templates_text() -> None:
    narrow = changed(
        template(heading("Planen"), GOALS),
        "word/document.xml",
        lambda part: part.replace(b'w:left="1080"', b'w:left="2080"').replace(
            b'w:right="1080"', b'w:right="2080"'
        ),
    )
    widths = {int(one.get(f"{W}w", 0)) for one in Handbook(small_edition(), template=narrow).all("tblW")}
    assert widths == {11_906 - 2 * 2_080}


def recoloured(colour: bytes) -> bytes:
    return changed(
        template(heading("Planen"), GOALS),
        "word/styles.xml",
        lambda part: re.sub(
            rb'(w:styleId="Heading1".*?<w:color w:val=")\w+',
            rb"\g<1>" + colour,
            part,
            count=1,
            flags=re.DOTALL,
        ),
    )


@pytest.mark.parametrize(("colour", "shown"), [("7A1F3D", "7A1F3D"), ("FFD700", "1B4B66")])
def test_headings_of_tables_take_the_templates_colour_if_white_can_be_read_on_it(
    colour: str, shown: str
) -> None:
    handbook = Handbook(small_edition(), template=recoloured(colour.encode()))
    assert {one.get(f"{W}fill") for one in handbook.all("shd")} == {shown}


def test_comments_and_what_makes_word_ask_are_left_behind() -> None:
    asking = changed(
        template(
            heading("Planen"),
            paragraph(
                '<w:commentRangeStart w:id="0"/>' + run("Text") + '<w:r><w:commentReference w:id="0"/></w:r>'
            ),
            GOALS,
        ),
        "word/settings.xml",
        lambda part: part.replace(
            b"<w:zoom", b'<w:updateFields w:val="true"/><w:documentProtection w:edit="readOnly"/><w:zoom'
        ),
    )
    handbook = Handbook(small_edition(), template=asking)
    assert b"comment" not in handbook.parts["word/document.xml"]
    assert b"updateFields" not in handbook.parts["word/settings.xml"]
    assert b"documentProtection" not in handbook.parts["word/settings.xml"]


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"%PDF-1.7", with_part(template(GOALS), "word/vbaProject.bin", b"x")]
)
def test_a_template_that_cannot_be_used_gives_way_to_the_standard_one(content: bytes) -> None:
    handbook = Handbook(small_edition(), template=content)
    assert "Planen mål för mål" in [text for _level, text in handbook.headings]


def test_a_content_control_around_a_placeholder_does_not_hide_it() -> None:
    control = f'<w:sdt><w:sdtPr><w:alias w:val="Plan"/></w:sdtPr><w:sdtContent>{GOALS}</w:sdtContent></w:sdt>'
    handbook = Handbook(small_edition(), template=template(heading("Planen"), control))
    assert "BUF-001" in handbook.text


def test_a_section_that_ends_with_a_placeholder_still_ends_there() -> None:
    landscape = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    last = f"<w:p><w:pPr>{landscape}</w:pPr>{run('{{ mål }}')}</w:p>"
    handbook = Handbook(small_edition(), template=template(heading("Mål"), last, heading("Planen"), GOALS))
    assert len(list(handbook.all("sectPr"))) == 2


def test_the_first_template_is_the_same_bytes_every_time() -> None:
    assert template(GOALS) == template(GOALS)


@pytest.mark.parametrize("language", ["sv", "da", "nb"])
def test_the_first_template_has_nothing_in_english(language: str) -> None:
    text = Handbook.of(default_template(make_settings(language=language))).text
    assert len(text) > 500
    assert not re.search(r"\b(the|and|plan's|of)\b", text)


def test_every_name_stands_in_the_documentation() -> None:
    told = (Path(__file__).parents[3] / "docs" / "handbook.md").read_text(encoding="utf-8")
    names = [one.name for one in (*PLACEHOLDERS, *TEXT_FIELDS)]
    assert [name for name in names if "`{{ " + name + " }}`" not in told] == []
    assert [name for name in names for language in LANGUAGES if translator(language)(name) not in told] == []


def test_a_chapter_with_text_of_its_own_stays_where_only_a_section_of_it_is_left_out() -> None:
    blocks = (
        heading("Kort"),
        line("Egen text."),
        heading("Ändrat", 2),
        line("{{ ändringar }}"),
        heading("Planen"),
        GOALS,
    )
    handbook = Handbook(small_edition(), template=template(*blocks))
    assert handbook.headings[:2] == [(1, "Kort"), (1, "Planen")]
    assert "Egen text." in handbook.text
