"""What stands on the page, and where."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest

from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.html.conversion import PageError
from aktivplan.rendering.html.page import render_html
from tests.rendering.handbook.documents import Handbook, make_edition, one_pixel, wide_table
from tests.rendering.html.pages import (
    Page,
    after_title,
    full_edition,
    with_link,
    with_linked_picture,
    words,
)
from tests.support import activity, make_plan, make_record, make_settings, value


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(full_edition())


def test_the_same_handbook_gives_the_same_page() -> None:
    edition = full_edition()
    docx = Handbook(edition).bytes
    assert render_html(docx, edition) == render_html(docx, edition)


def test_the_page_says_its_language_and_title(page: Page) -> None:
    assert page.root.get("lang") == "sv-SE"
    assert page.one("//title").text == "Handlingsplan för barnets rättigheter"


def test_the_title_is_the_only_topmost_heading(page: Page) -> None:
    assert [words(one) for one in page.all("//h1")] == ["Handlingsplan för barnets rättigheter"]


def test_no_level_of_headings_is_left_out(page: Page) -> None:
    levels = [int(one.tag[1]) for one in page.all("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_level_that_a_template_leaves_out_is_closed() -> None:
    blocks = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr><w:r><w:t>Rubrik {level}</w:t></w:r></w:p>'
        for level in (1, 4, 9)
    )
    page = Page(full_edition(), change=after_title(blocks))
    assert [page.one(f"//section[{tag}='{title}']/{tag}").tag for tag, title in
            (("h2", "Rubrik 1"), ("h3", "Rubrik 4"), ("h4", "Rubrik 9"))] == ["h2", "h3", "h4"]  # fmt: skip


def test_a_cover_without_a_title_gets_the_plans() -> None:
    edition = full_edition()
    page = Page(edition, change=lambda name, part: part.replace(b'w:val="Title"', b'w:val="Normal"', 1))
    assert [words(one) for one in page.all("//h1")] == [edition.plan.settings.title]


def test_the_contents_list_leads_to_every_chapter_and_its_parts(page: Page) -> None:
    links = [link.get("href")[1:] for link in page.all("//nav//a")]
    assert links == [one.get("id") for one in page.all("//main//section")]
    assert len(page.all("//nav//li/ol/li")) > 3
    assert "Innehåll" not in page.main


def test_every_link_leads_to_a_place_on_the_page(page: Page) -> None:
    places = [one.get("id") for one in page.all("//*[@id]")]
    assert len(places) == len(set(places))
    targets = {link.get("href")[1:] for link in page.all("//a[@href]")}
    assert targets <= set(places)
    assert {"goal_1", "goal_2", "unit_1", "unit_2", "record_1", "record_4"} <= targets


def test_every_table_has_a_caption_headings_and_a_frame_of_that_name(page: Page) -> None:
    for table in page.all("//main//table"):
        caption, frame = table.find("caption"), table.getparent()
        assert words(caption).startswith("Tabell ")
        assert (frame.get("role"), frame.get("tabindex")) == ("group", "0")
        assert frame.get("aria-labelledby") == caption.get("id")
        assert {one.get("scope") for one in table.findall("thead/tr/th")} == {"col"}
        assert {one.get("scope") for one in table.findall("tbody/tr/th")} <= {"row"}


def test_captions_keep_their_numbers(page: Page) -> None:
    numbers = [re.match(r"Tabell (\d+)\.", words(one))[1] for one in page.all("//caption")]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_lists_in_cells_are_lists(page: Page) -> None:
    items = page.all("//tr[.//strong='BUF-001']//td//ul/li")
    assert [words(one) for one in items] == ["i skolan", "på fritiden"]


def test_a_figure_stands_in_the_page_with_its_words() -> None:
    page = Page(full_edition(), Figure(one_pixel(), 10, 5, "Stapel & <mer>"))
    picture = page.one("//figure//img")
    assert picture.get("alt") == "Stapel & <mer>"
    assert base64.b64decode(picture.get("src").removeprefix("data:image/png;base64,")) == one_pixel()
    assert words(page.one("//figcaption")).startswith("Figur 1")


def test_records_that_fit_in_no_table_are_cards_of_labels_and_values() -> None:
    plan = make_plan(tables=(wide_table(),))
    page = Page(make_edition(plan, make_record(plan, "BUF", 1, {"f_text": value("Bygga om")})))
    card = page.one("//article")
    assert card.get("data-record") == "0"
    assert "Bygga om" in [words(one) for one in card.iterfind("dl/div/dd")]
    assert not card.findall(".//table")


def test_every_element_that_shows_a_record_says_which(page: Page) -> None:
    for number, record in enumerate(("BUF-001", "SOC-001", "SOC-002", "BUF-002")):
        shown = page.all(f"//*[@data-record='{number}']")
        assert len(shown) >= 3
        assert all(record in words(one) for one in shown)


def test_what_filters_go_by_is_told_once_for_each_record(page: Page) -> None:
    assert [dict(one.attrib) for one in page.all("//*[@data-unit]")] == [
        {"data-record": "0", "data-unit": "0", "data-goals": "0 1", "data-people": "0", "data-times": "2027-03/2027-05"},
        {"data-record": "1", "data-unit": "1", "data-goals": "0 1", "data-people": "1", "data-times": "2027-09/2027-09"},
        {"data-record": "2", "data-unit": "1", "data-goals": "0 2", "data-people": "1", "data-times": "2027-03/2027-05"},
        {"data-record": "3", "data-unit": "0", "data-goals": "3 4", "data-people": "2"},
    ]  # fmt: skip


def test_the_filters_offer_what_some_record_has(page: Page) -> None:
    offered = {
        one.get("data-key"): [(option.get("value"), option.text.strip()) for option in one.findall("option")]
        for one in page.all("//select[@data-key]")
    }
    assert [label for _value, label in offered["unit"]] == [
        "Alla enheter",
        "Barn- och utbildningsförvaltningen",
        "Socialförvaltningen",
    ]
    assert [number for number, _label in offered["goals"]] == ["", "0", "1", "2", "3", "4"]
    assert [label for _value, label in offered["people"]] == [
        "Alla ansvariga",
        "Eva Lind",
        "Maj Ek",
        "Per Ström",
    ]
    months = [option.get("value") for option in page.all("//select[@id='page-from']/option")]
    assert (months[0], months[1], months[-1], len(months)) == ("", "2027-01", "2027-12", 13)


def test_without_dates_no_months_are_offered() -> None:
    plan = make_plan()
    page = Page(make_edition(plan, activity(plan, "BUF", 1, tid=value("så snart vi kan"))))
    assert not page.all("//select[@id='page-from']")


def test_the_search_form_is_hidden_until_a_script_shows_it(page: Page) -> None:
    assert page.one("//*[@role='search']").get("hidden") is not None
    assert page.one("//button[@id='page-theme']").get("hidden") is not None
    assert not page.all("//main//*[@hidden]")


def test_the_policy_knows_the_style_sheet_and_the_script_and_nothing_else(page: Page) -> None:
    policy = page.one("//meta[@http-equiv='Content-Security-Policy']").get("content")
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", page.text, re.DOTALL)
        hashed = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{directive} 'sha256-{hashed}'" in policy
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert "unsafe" not in policy


def test_nothing_on_the_page_is_fetched(page: Page) -> None:
    fetched = [one for one in page.all("//@src | //link/@href") if not one.startswith("data:")]
    assert not fetched
    assert not re.findall(r"@import|url\(", page.text)


def test_markup_that_somebody_wrote_stays_text() -> None:
    hostile = """<script>alert(1)</script> <img src=x onerror="a"> ' " onclick='b'"""
    plan = make_plan(settings=make_settings(title=hostile, organisation=hostile))
    record = activity(plan, "BUF", 1, text=hostile, ansvarig=value(hostile), resurser=value(f"• {hostile}"))
    page = Page(make_edition(plan, record, activity(plan, "SOC", 1)))
    assert len(page.all("//script")) == 1
    assert not page.all("//img | //@onerror | //@onclick")
    assert page.one("//title").text == hostile
    assert words(page.one("//h1")) == hostile
    assert words(page.one("//tr[.//strong='BUF-001']/td[2]")) == hostile
    assert page.main.count(hostile) > 4


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd"]
)
def test_a_link_that_runs_something_becomes_text(target: str) -> None:
    page = Page(full_edition(), change=with_link(target, "Läs mer"))
    assert not page.all("//a[.='Läs mer']")
    assert "Läs mer" in page.main


@pytest.mark.parametrize("target", ["https://kommun.example/plan?a=1&amp;b=2", "mailto:plan@kommun.example"])
def test_a_link_to_a_web_page_or_an_address_stays(target: str) -> None:
    page = Page(full_edition(), change=with_link(target, "Läs mer"))
    assert page.one("//a[.='Läs mer']").get("href") == target.replace("&amp;", "&")


def test_a_link_to_nowhere_becomes_text() -> None:
    blocks = '<w:p><w:hyperlink w:anchor="borta"><w:r><w:t>Borta</w:t></w:r></w:hyperlink></w:p>'
    page = Page(full_edition(), change=after_title(blocks))
    assert not page.all("//a[.='Borta']")
    assert "Borta" in page.main


@pytest.mark.parametrize("target", ["https://kommun.example/logo.png", "file:///etc/passwd"])
def test_a_picture_outside_the_document_is_left_out(target: str) -> None:
    page = Page(full_edition(), change=with_linked_picture(target))
    assert not page.all("//img")


def test_a_picture_that_the_document_lacks_is_told_as_an_error_of_the_page() -> None:
    edition = full_edition()
    docx = Page(edition, change=with_linked_picture("https://kommun.example/logo.png"))
    assert docx.main
    broken = with_linked_picture("x.png")
    with pytest.raises(PageError):
        Page(
            edition, change=lambda name, part: broken(name, part).replace(b'r:link="rIdX"', b'r:embed="rIdY"')
        )


def test_a_table_of_the_templates_own_stands_in_a_frame_of_its_own() -> None:
    blocks = (
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Ord</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>Barn</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    page = Page(full_edition(), change=after_title(blocks))
    heading = page.one("//div[@class='cover']//th")
    assert (words(heading), heading.get("scope")) == ("Ord", "col")
    assert page.one("//div[@class='cover']/div[table]").get("tabindex") == "0"


def test_the_page_speaks_the_plans_language() -> None:
    page = Page(
        make_edition(plan := make_plan(settings=make_settings(language="da")), activity(plan, "BUF", 1))
    )
    assert page.root.get("lang") == "da-DK"
    assert words(page.one("//*[@role='search']//summary")) == "Find rækker"
