"""The page in a browser: seen, filtered, reached by keyboard, read without a script."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.html.page import render_html
from tests.rendering.handbook.documents import Handbook, make_edition, one_pixel, wide_table
from tests.rendering.html.pages import full_edition
from tests.support import activities_table, activity, make_plan, make_record, value

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(__file__).parents[3] / "node_modules" / "axe-core" / "axe.min.js"

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
needs_axe = pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci)")

ALL = "Rader som visas: 4 av 4"


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as started:
        yield started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    edition = full_edition()
    docx = Handbook(edition, Figure(one_pixel(), 10, 5, "En figur")).bytes
    return written(tmp_path_factory.mktemp("page"), render_html(docx, edition))


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page with a picture, cards and tables, with words and names that are long."""
    plan = make_plan(tables=(wide_table(), activities_table()))
    long = "Barnkonsekvensanalysgruppssammanträdesprotokoll " * 3
    card = make_record(plan, "BUF", 1, {"f_text": value(long), "f_person": value(long)})
    edition = make_edition(plan, card, activity(plan, "SOC", 1, text=long))
    docx = Handbook(edition, Figure(one_pixel(), 10, 5, "En figur")).bytes
    return written(tmp_path_factory.mktemp("page"), render_html(docx, edition))


def written(folder: Path, page: str) -> str:
    file = folder / "handbook.html"
    file.write_text(page, "utf-8")
    return file.as_uri()


@contextmanager
def opened(browser: playwright.Browser, address: str, **settings: object) -> Iterator[playwright.Page]:
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}} | settings)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(address)
    yield page
    context.close()
    assert errors == []


@pytest.fixture(scope="module")
def window(browser: playwright.Browser) -> Iterator[playwright.Page]:
    with opened(browser, "about:blank") as one:
        yield one


@pytest.fixture
def page(window: playwright.Page, address: str) -> playwright.Page:
    """The page as it is when it has just been opened."""
    window.goto(address)
    return window


def shown_rows(page: playwright.Page) -> list[str]:
    """The ids of the records that stand whole on the page as it is seen now."""
    return page.eval_on_selector_all(
        ".place strong", "all => all.filter(one => one.checkVisibility()).map(one => one.textContent)"
    )


def told(page: playwright.Page, words: str) -> None:
    page.wait_for_function("words => document.getElementById('page-found').textContent === words", arg=words)


@needs_axe
@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
def test_axe_finds_nothing_to_mend(
    browser: playwright.Browser, every_kind: str, theme: str, width: int
) -> None:
    settings = {"viewport": {"width": width, "height": 900}, "color_scheme": theme}
    with opened(browser, every_kind, **settings) as page:
        page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_a_phone_needs_not_scroll_sideways(browser: playwright.Browser, every_kind: str) -> None:
    with opened(browser, every_kind, viewport={"width": 320, "height": 640}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_page_asks_for_nothing_but_itself(browser: playwright.Browser, address: str) -> None:
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    context.close()
    assert [url for url in asked if not url.startswith("data:")] == [address]


def test_at_first_every_row_is_shown(page: playwright.Page) -> None:
    told(page, ALL)
    assert shown_rows(page) == ["BUF-001", "SOC-001", "SOC-002", "BUF-002"]


def test_a_units_rows_can_be_shown_alone(page: playwright.Page) -> None:
    page.select_option("#page-unit", label="Socialförvaltningen")
    told(page, "Rader som visas: 2 av 4")
    assert shown_rows(page) == ["SOC-001", "SOC-002"]
    assert not page.get_by_role("heading", name="Barn- och utbildningsförvaltningen").is_visible()
    assert not page.locator("nav").get_by_text("Barn- och utbildningsförvaltningen").is_visible()


def test_a_goal_stands_for_all_below_it(page: playwright.Page) -> None:
    page.select_option("#page-goals", value="0")
    told(page, "Rader som visas: 3 av 4")
    assert shown_rows(page) == ["BUF-001", "SOC-001", "SOC-002"]


def test_goals_without_rows_are_hidden_when_others_are_looked_for(page: playwright.Page) -> None:
    page.select_option("#page-goals", value="4")
    told(page, "Rader som visas: 1 av 4")
    headings = page.eval_on_selector_all(
        "h4", "all => all.filter(one => one.checkVisibility()).map(one => one.textContent)"
    )
    assert headings == ["2.1 Barnets bästa prövas före varje beslut"]


def test_a_responsibles_rows_can_be_shown_alone(page: playwright.Page) -> None:
    page.select_option("#page-people", label="Maj Ek")
    told(page, "Rader som visas: 2 av 4")
    index = page.locator("p.entry")
    assert [one.is_visible() for one in index.all()].count(True) == 2


def test_months_leave_rows_that_are_under_way_in_them(page: playwright.Page) -> None:
    page.select_option("#page-from", value="2027-05")
    page.select_option("#page-to", value="2027-08")
    told(page, "Rader som visas: 2 av 4")
    assert shown_rows(page) == ["BUF-001", "SOC-002"]
    page.select_option("#page-to", value="")
    told(page, "Rader som visas: 3 av 4")
    page.select_option("#page-from", value="2027-06")
    told(page, "Rader som visas: 1 av 4")
    assert shown_rows(page) == ["SOC-001"]


def test_words_leave_the_rows_that_have_them_all(page: playwright.Page) -> None:
    page.fill("#page-words", "UTBILDA  personal")
    told(page, "Rader som visas: 1 av 4")
    assert shown_rows(page) == ["SOC-002"]


def test_nothing_found_is_said_and_everything_can_be_shown_again(page: playwright.Page) -> None:
    page.fill("#page-words", "finns inte")
    told(page, "Ingen rad passar. Gör ett bredare urval eller visa alla.")
    assert shown_rows(page) == []
    assert page.get_by_role("button", name="Till första raden").is_disabled()
    page.get_by_role("button", name="Visa alla").click()
    told(page, ALL)
    assert len(shown_rows(page)) == 4


def test_a_link_to_a_row_that_is_hidden_shows_everything_again(page: playwright.Page) -> None:
    page.select_option("#page-unit", label="Socialförvaltningen")
    told(page, "Rader som visas: 2 av 4")
    page.locator("section", has_text="Målen i korthet").get_by_role(
        "link", name="2.1", exact=True
    ).first.click()
    told(page, ALL)
    assert page.get_by_role("heading", name="2.1 Barnets bästa").is_visible()


def test_the_button_goes_to_the_first_row_that_is_left(page: playwright.Page) -> None:
    page.select_option("#page-unit", label="Socialförvaltningen")
    told(page, "Rader som visas: 2 av 4")
    page.get_by_role("button", name="Till första raden").click()
    assert "SOC-001" in page.evaluate("document.activeElement.textContent")
    assert page.locator("tr:focus").is_visible()


def test_the_keyboard_alone_reaches_and_uses_everything(page: playwright.Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert reached == [
        "page-theme",
        "SUMMARY",
        "page-words",
        "page-unit",
        "page-goals",
        "page-people",
        "page-from",
        "page-to",
        "page-first",
        "BUTTON",
        "SUMMARY",
        "A",
    ]
    page.focus("#page-words")
    page.keyboard.type("utbilda")
    told(page, "Rader som visas: 1 av 4")
    page.focus("button[type=reset]")
    page.keyboard.press("Enter")
    told(page, ALL)


def test_the_skip_link_leads_past_the_search_and_the_contents(page: playwright.Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#page-content'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_only_frames_that_scroll_are_stops_of_the_tab_key(browser: playwright.Browser, address: str) -> None:
    stops = "wanted => document.querySelector('.wide').hasAttribute('tabindex') === wanted"
    for width, is_stop in ((320, True), (1280, False)):
        with opened(browser, address, viewport={"width": width, "height": 900}) as page:
            page.locator(".wide").first.scroll_into_view_if_needed()
            page.wait_for_function(stops, arg=is_stop)
            assert page.evaluate(stops, is_stop)


def test_without_a_script_everything_is_read_and_nothing_is_offered(
    browser: playwright.Browser, address: str
) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        assert not page.locator("#page-find").is_visible()
        assert not page.locator("#page-theme").is_visible()
        assert page.locator("nav").get_by_text("Planen mål för mål").is_visible()
        assert (
            page.locator("main [data-record]:visible").count() == page.locator("main [data-record]").count()
        )


def test_the_button_turns_the_colours_round(page: playwright.Page) -> None:
    button = page.get_by_role("button", name="Mörka färger")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert page.evaluate(paper) != light
    button.click()
    assert page.evaluate(paper) == light


def test_print_shows_the_text_alone_and_in_light_colours(browser: playwright.Browser, address: str) -> None:
    with opened(browser, address, color_scheme="dark") as page:
        page.emulate_media(media="print")
        assert not page.locator("nav").is_visible()
        assert not page.locator("#page-find").is_visible()
        assert (
            page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            == "rgb(255, 255, 255)"
        )
        assert page.evaluate("getComputedStyle(document.querySelector('.chapter')).breakBefore") == "page"
