"""Pages, charts and tables say how to cite them, in three styles, with and without scripts and a clipboard."""

import re

import pytest
from playwright.sync_api import expect

from support.verdict import expect_none
from test_barriers import barriers
from test_refused_copy import MISSING, REFUSE

BOX = "[role=dialog]"
CHART, TABLE = ".copy button:nth-child(2)", ".save button:nth-child(2)"


@pytest.fixture
def page_with_chart(site):
    return site.longest_of_each_kind(holding='class="chart"')[0]


def texts(tab):
    return tab.locator(f"{BOX} p").all_inner_texts()


def test_a_page_says_how_to_cite_it_without_scripts(visits, page_of_kind):
    if page_of_kind.kind == "not-found":
        return
    tab = visits.open(page_of_kind, scripts=False)
    title = tab.locator("h1").inner_text()
    tab.locator(".citation summary").click()
    styles = tab.locator(".citation :is(p > span, pre)").all_inner_texts()
    assert len(styles) == 3
    address = "/" + page_of_kind.place.removesuffix("index.html")
    for style in styles[:2]:
        assert title in style and address in style and re.search(r"\b20\d\d\b", style)
    assert styles[2].startswith("@misc{parindex") and address in styles[2] and styles[2].endswith("}")


@pytest.mark.parametrize("button", [CHART, TABLE], ids=["chart", "table"])
def test_a_chart_and_a_table_are_cited_by_name_and_place(visits, page_with_chart, button):
    tab = visits.open(page_with_chart, width=390, is_alone=True)
    tab.locator(button).first.click()
    plain, apa, entry = texts(tab)
    heading = tab.locator("h1").inner_text()
    for text in (plain, apa, entry):
        assert heading in text
        assert re.search(re.escape(tab.url) + r"#[a-z]", text), text
    assert re.match(r"@misc\{parindex-[a-z0-9-]+,\n", entry)
    # Every brace of the entry has its partner.
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")
    tab.locator(f"{BOX} button").nth(1).click()
    expect(tab.locator("[role=status]").last).to_have_text(tab.evaluate("document.body.dataset.copied"))
    assert tab.evaluate("navigator.clipboard.readText()") == apa


@pytest.mark.parametrize("refusal", [REFUSE, MISSING], ids=["refused", "missing"])
def test_a_citation_stays_on_the_screen_when_the_clipboard_is_refused(visits, page_with_chart, refusal):
    tab = visits.open(page_with_chart, width=390, is_alone=True)
    tab.clock.install()
    tab.evaluate(refusal)
    tab.locator(CHART).first.click()
    tab.locator(f"{BOX} button").first.click()
    tab.clock.run_for(10_000)
    assert tab.locator(BOX).is_visible()
    assert tab.evaluate("getSelection().toString()").strip() == texts(tab)[0].strip()


def test_the_box_is_no_barrier_and_leads_back(visits, page_with_chart):
    tab = visits.open(page_with_chart, width=390, is_alone=True)
    tab.locator(CHART).first.click()
    expect_none(barriers(tab, part=BOX))
    box = tab.locator(BOX).bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0 and box["x"] + box["width"] <= 390
    tab.keyboard.press("Escape")
    assert tab.locator(BOX).count() == 0
    assert tab.evaluate(f"document.activeElement.matches('{CHART}')")


def test_the_citation_of_a_page_is_copied_whole(visits, page_with_chart):
    tab = visits.open(page_with_chart, is_alone=True)
    tab.locator(".citation summary").click()
    tab.locator(".citation button").first.click()
    expect(tab.locator("[role=status]").last).to_have_text(tab.evaluate("document.body.dataset.copied"))
    assert tab.url in tab.evaluate("navigator.clipboard.readText()")
