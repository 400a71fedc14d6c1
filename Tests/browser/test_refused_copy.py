"""When the browser refuses to copy, the text stays on the screen, can be selected, and goes when the reader says so."""

import pytest
from playwright.sync_api import expect

from support.verdict import expect_none
from test_barriers import barriers

REFUSE = "void (navigator.clipboard.writeText = () => Promise.reject(new Error('refused')))"
MISSING = "void Object.defineProperty(navigator, 'clipboard', { value: undefined })"
BOX = "[role=dialog]"


def press(visits, page, button, refusal):
    """Presses a button for copying in a browser that refuses, and lets ten seconds pass."""
    tab = visits.open(page, width=390, is_alone=True)
    tab.clock.install()
    tab.evaluate(refusal)
    tab.locator(button).first.click()
    tab.clock.run_for(10_000)
    return tab


@pytest.fixture
def page_with_chart(site):
    return site.longest_of_each_kind(holding='class="chart"')[0]


@pytest.mark.parametrize("refusal", [REFUSE, MISSING], ids=["refused", "missing"])
@pytest.mark.parametrize("button", [".copy button:nth-child(1)", ".heading-link"], ids=["chart", "heading"])
def test_a_refused_copy_stays_and_is_selected(visits, page_with_chart, button, refusal):
    tab = press(visits, page_with_chart, button, refusal)
    assert tab.locator(BOX).is_visible()
    selected = tab.evaluate("(() => { const field = document.activeElement; "
                            "return field.value.slice(field.selectionStart, field.selectionEnd); })()")
    assert "#" in selected
    assert tab.locator(f"{BOX} textarea").input_value() == selected


@pytest.mark.parametrize("way", ["Escape", "button"])
def test_the_box_goes_when_it_is_closed_and_the_place_is_kept(visits, page_with_chart, way):
    tab = press(visits, page_with_chart, ".copy button", REFUSE)
    if way == "Escape":
        tab.keyboard.press("Escape")
    else:
        tab.locator(f"{BOX} button").click()
    assert tab.locator(BOX).count() == 0
    assert tab.evaluate("document.activeElement.matches('.copy button')")


def test_there_is_one_box_at_most_and_it_is_no_barrier(visits, page_with_chart):
    tab = press(visits, page_with_chart, ".copy button", REFUSE)
    tab.locator(".heading-link").first.dispatch_event("click")
    tab.clock.run_for(100)
    assert tab.locator(BOX).count() == 1
    expect_none(barriers(tab, part=BOX))


def test_a_copy_that_succeeds_says_so_and_goes(visits, page_with_chart):
    tab = visits.open(page_with_chart, is_alone=True)
    tab.clock.install()
    tab.locator(".copy button:nth-child(1)").last.click()
    expect(tab.locator("[role=status]").last).to_have_text(tab.evaluate("document.body.dataset.copied"))
    assert "#" in tab.evaluate("navigator.clipboard.readText()")
    tab.clock.run_for(10_000)
    expect(tab.locator("[role=status]").last).to_have_text("")
    assert tab.locator(BOX).count() == 0
