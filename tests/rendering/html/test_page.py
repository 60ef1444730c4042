"""The page for the web: its structure, and how it behaves in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.figures import plan_figures
from aktivplan.rendering.handbook.handbook import render_handbook
from aktivplan.rendering.html.page import render_html
from tests.rendering.handbook.documents import make_edition, one_pixel, small_edition
from tests.support import activity, make_plan, value

AXE = Path(__file__).parents[3] / "node_modules" / "axe-core" / "axe.min.js"
CHROMIUM = Path("/usr/bin/chromium")
FIGURE = Figure(one_pixel(), 16.0, 8.0, "Årshjul för 2027")


def page_of(edition: Any) -> str:
    drawn = {"year-wheel": FIGURE}
    docx = render_handbook(edition, None, plan_figures(edition), lambda: drawn).packed()
    return render_html(docx, edition)


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(small_edition())


@pytest.fixture(scope="module")
def tree(page: str) -> Any:
    return html.fromstring(page)


def test_the_page_says_its_language_and_title(tree: Any) -> None:
    assert tree.get("lang").startswith("sv")
    assert tree.findtext(".//title") == "Handlingsplan för barnets rättigheter"


def test_it_has_one_topmost_heading_and_skips_no_level(tree: Any) -> None:
    levels = [int(one.tag[1]) for one in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_leads_to_a_place_on_the_page(tree: Any) -> None:
    ids = {one.get("id") for one in tree.iter() if one.get("id")}
    targets = [one.get("href") for one in tree.iter("a")]
    assert targets
    assert all(target.startswith("#") and target[1:] in ids for target in targets)


def test_tables_name_their_columns(tree: Any) -> None:
    tables = list(tree.iter("table"))
    assert tables
    assert all(table.find(".//th") is not None for table in tables)
    assert all(one.get("scope") in ("col", "row") for one in tree.iter("th"))


def test_pictures_lie_in_the_page_and_say_what_they_show(tree: Any) -> None:
    (picture,) = tree.iter("img")
    assert picture.get("src").startswith("data:image/png;base64,")
    assert picture.get("alt") == FIGURE.alt


def test_nothing_is_fetched_from_anywhere(page: str, tree: Any) -> None:
    policy = next(one.get("content") for one in tree.iter("meta") if one.get("http-equiv"))
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "https://" not in page


def test_what_a_unit_writes_is_only_text() -> None:
    plan = make_plan()
    nasty = "<script>alert(1)</script> javascript:alert(1) \"'><img src=x onerror=alert(1)>"
    made = page_of(make_edition(plan, activity(plan, "BUF", 1, text=nasty, ansvarig=value('"><b>x'))))
    assert "<script>alert" not in made
    assert "<img src=x" not in made
    assert '"><b>x' not in made


def test_the_same_edition_gives_the_same_page(page: str) -> None:
    assert page == page_of(small_edition())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def address(page: str, tmp_path: Path) -> str:
    (tmp_path / "handbook.html").write_text(page, encoding="utf-8")
    return (tmp_path / "handbook.html").as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(browser: Any, address: str, scheme: str, width: int) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci")
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    )
    shown = context.new_page()
    shown.goto(address)
    shown.add_script_tag(path=str(AXE))
    found = shown.evaluate("async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes[0].html)")
    context.close()
    assert found == []


def test_a_narrow_screen_needs_no_scrolling_sideways(browser: Any, address: str) -> None:
    shown = browser.new_page(viewport={"width": 320, "height": 700})
    shown.goto(address)
    assert shown.evaluate("document.documentElement.scrollWidth") <= 320
    shown.close()


def rows_shown(shown: Any) -> int:
    return int(
        shown.evaluate(
            "new Set([...document.querySelectorAll('main [data-record]')].filter(e => e.checkVisibility()).map(e => e.dataset.record)).size"
        )
    )


def test_rows_are_found_by_unit_and_by_words(browser: Any, address: str) -> None:
    shown = browser.new_page()
    shown.goto(address)
    assert rows_shown(shown) == 3
    shown.select_option("#page-unit", index=2)
    assert rows_shown(shown) in (1, 2)
    shown.click("button[type=reset]")
    shown.fill("#page-words", "finns ingenstans")
    # The search waits until nobody is typing any more.
    shown.wait_for_timeout(800)
    assert rows_shown(shown) == 0
    shown.close()


def test_the_keyboard_alone_skips_to_the_text_and_reaches_the_search(browser: Any, address: str) -> None:
    shown = browser.new_page()
    shown.goto(address)
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.className") == "skip"
    reached = set()
    for _press in range(40):
        shown.keyboard.press("Tab")
        reached.add(shown.evaluate("document.activeElement.id"))
    assert {"page-theme", "page-words", "page-unit"} <= reached
    shown.close()


def test_without_scripts_everything_can_be_read(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    shown = context.new_page()
    shown.goto(address)
    assert not shown.locator("#page-find").is_visible()
    assert shown.get_by_text("BUF-001").first.is_visible()
    context.close()


def test_no_request_leaves_the_machine(browser: Any, address: str) -> None:
    asked: list[str] = []
    shown = browser.new_page()
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(address)
    shown.close()
    assert [one for one in asked if not one.startswith(("file:", "data:"))] == []
